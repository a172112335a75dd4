/// Bytes asked of operator new so far, in the programs that link counting_new.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

std::size_t allocated_bytes();
/// Bytes that operator new has given out and not got back (as the allocator rounds them).
std::int64_t held_bytes();
