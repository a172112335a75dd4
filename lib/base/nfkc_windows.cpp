#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#include <windows.h>
// After windows.h, which it needs.
#include <winnls.h>

#include <limits>
#include <vector>

#include "base/nfkc.hpp"

namespace senryaku::platform {
namespace {

/// UTF-16 on the stack for names, on the heap for longer texts.
class wide_buffer {
 public:
  explicit wide_buffer(int units) {
    if (units > stack_size) heap_.resize(static_cast<std::size_t>(units));
  }
  wchar_t* data() { return heap_.empty() ? stack_ : heap_.data(); }
  int capacity() const { return heap_.empty() ? stack_size : static_cast<int>(heap_.size()); }

 private:
  static constexpr int stack_size = 512;
  wchar_t stack_[stack_size];
  std::vector<wchar_t> heap_;
};

}  // namespace

std::int64_t nfkc(std::string_view text, char* out, std::int64_t capacity) {
  constexpr std::size_t longest = std::numeric_limits<int>::max() / 32;
  if (text.empty()) return 0;
  if (text.size() > longest) return -1;
  const int bytes = static_cast<int>(text.size());
  wide_buffer wide(bytes);
  const int units = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), bytes, wide.data(), wide.capacity());
  if (units <= 0) return -1;
  wide_buffer normal(units * 18);  // one character becomes at most 18 (U+FDFA)
  const int normal_units = NormalizeString(NormalizationKC, wide.data(), units, normal.data(), normal.capacity());
  if (normal_units <= 0) return -1;
  const int limit = static_cast<int>(capacity < std::numeric_limits<int>::max() ? capacity : std::numeric_limits<int>::max());
  const int size = WideCharToMultiByte(CP_UTF8, 0, normal.data(), normal_units, out, limit, nullptr, nullptr);
  return size > 0 ? size : -1;
}

}  // namespace senryaku::platform
