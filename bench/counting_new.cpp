#include "counting_new.hpp"

#include <malloc.h>

#include <cstdlib>
#include <new>

namespace {

bool counting = false;
std::int64_t allocated_bytes = 0;
std::int64_t held_bytes = 0;

void give_back(void* memory) {
  if (counting) held_bytes -= static_cast<std::int64_t>(malloc_usable_size(memory));
  std::free(memory);
}

}  // namespace

counted::counted() {
  allocated_bytes = held_bytes = 0;
  counting = true;
}
counted::~counted() {
  counting = false;
}
std::int64_t counted::allocated() const {
  return allocated_bytes;
}
std::int64_t counted::held() const {
  return held_bytes;
}

void* operator new(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  if (counting) {
    allocated_bytes += static_cast<std::int64_t>(size);
    held_bytes += static_cast<std::int64_t>(malloc_usable_size(memory));
  }
  return memory;
}
void operator delete(void* memory) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  give_back(memory);
}
