/// Bytes asked of operator new so far, in the programs that link counting_new.cpp.
#pragma once

#include <cstddef>

std::size_t allocated_bytes();
