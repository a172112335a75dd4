#pragma once

/// Version of the C++ library. The C ABI and the document format have versions of their own.
#define SENRYAKU_VERSION_MAJOR 1
#define SENRYAKU_VERSION_MINOR 0
#define SENRYAKU_VERSION_PATCH 0
#define SENRYAKU_VERSION "1.0.0"
