#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>

#include <limits>
#include <string>

#include "base/nfkc.hpp"

namespace senryaku::platform {
namespace {

/// UTF-16 for the system's functions; empty for what is not UTF-8.
std::wstring widen(std::string_view text) {
  const int length = static_cast<int>(text.size());
  const int needed = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), length, nullptr, 0);
  std::wstring wide(static_cast<std::size_t>(needed > 0 ? needed : 0), L'\0');
  if (needed > 0) MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), length, wide.data(), needed);
  return wide;
}

/// NFKC through the system. Its size is an estimate until the call succeeds, so the buffer may have to grow.
std::wstring normalize(const std::wstring& wide) {
  const int length = static_cast<int>(wide.size());
  int capacity = NormalizeString(NormalizationKC, wide.data(), length, nullptr, 0);
  for (int attempt = 0; attempt < 10 && capacity > 0; ++attempt) {
    std::wstring normal(static_cast<std::size_t>(capacity), L'\0');
    const int size = NormalizeString(NormalizationKC, wide.data(), length, normal.data(), capacity);
    if (size > 0) {
      normal.resize(static_cast<std::size_t>(size));
      return normal;
    }
    if (GetLastError() != ERROR_INSUFFICIENT_BUFFER) return {};
    capacity = -size > capacity ? -size : capacity * 2;
  }
  return {};
}

}  // namespace

std::int64_t nfkc(std::string_view text, char* out, std::int64_t capacity) {
  if (text.empty()) return 0;
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 8) return -1;
  const std::wstring wide = widen(text);
  if (wide.empty()) return -1;
  const std::wstring normal = normalize(wide);
  if (normal.empty()) return -1;
  const int length = static_cast<int>(normal.size());
  const int size = WideCharToMultiByte(CP_UTF8, 0, normal.data(), length, nullptr, 0, nullptr, nullptr);
  if (size <= 0 || size > capacity) return -1;
  return WideCharToMultiByte(CP_UTF8, 0, normal.data(), length, out, size, nullptr, nullptr);
}

}  // namespace senryaku::platform
