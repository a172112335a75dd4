#include "counting_new.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> allocated{0};
std::atomic<std::int64_t> held{0};

void give_back(void* memory) {
  held -= static_cast<std::int64_t>(malloc_usable_size(memory));
  std::free(memory);
}

}  // namespace

std::size_t allocated_bytes() {
  return allocated;
}
std::int64_t held_bytes() {
  return held;
}

void* operator new(std::size_t size) {
  allocated += size;
  if (void* memory = std::malloc(size)) {
    held += static_cast<std::int64_t>(malloc_usable_size(memory));
    return memory;
  }
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  give_back(memory);
}
