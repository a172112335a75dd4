#include <utf8proc.h>

#include <cstring>
#include <vector>

#include "base/nfkc.hpp"

namespace senryaku::platform {

std::int64_t nfkc(std::string_view text, char* out, std::int64_t capacity) {
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  constexpr utf8proc_ssize_t stack_size = 512;  // enough for any name; longer texts take the heap
  utf8proc_int32_t on_stack[stack_size];
  std::vector<utf8proc_int32_t> on_heap;
  utf8proc_int32_t* buffer = on_stack;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto length = static_cast<utf8proc_ssize_t>(text.size());
  utf8proc_ssize_t count = utf8proc_decompose(bytes, length, buffer, stack_size - 1, options);
  if (count < 0) return -1;
  if (count > stack_size - 1) {
    on_heap.resize(static_cast<std::size_t>(count) + 1);
    buffer = on_heap.data();
    count = utf8proc_decompose(bytes, length, buffer, count, options);
    if (count < 0) return -1;
  }
  const utf8proc_ssize_t size = utf8proc_reencode(buffer, count, options);  // in place, NUL-terminated
  if (size < 0 || size > capacity) return -1;
  std::memcpy(out, buffer, static_cast<std::size_t>(size));
  return size;
}

}  // namespace senryaku::platform
