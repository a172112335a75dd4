#include <senryaku/base.hpp>

#include <algorithm>
#include <cstring>

#include "base/nfkc.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// Length of the valid UTF-8 sequence at the front, 0 when it is not one (over-long forms and surrogates included).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continuation = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continuation(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return continuation(1, low, high) && continuation(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return continuation(1, low, high) && continuation(2) && continuation(3) ? 4 : 0;
  }
  return 0;
}

/// Characters that NFKC leaves alone and that join with no neighbour of this set: what nearly all Japanese text is made
/// of (Unicode, DerivedNormalizationProps.txt, NFKC_QC=Yes; marks that combine, U+3099–309C, and ligatures are left
/// out).
bool is_inert(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE) ||
         (c >= 0x3001 && c <= 0x3011);
}

/// NFKC of text made of ASCII, inert characters and full-width ASCII alone; −2 when there is anything else or no room.
std::int64_t nfkc_of_plain_text(std::string_view text, char* out, std::int64_t capacity) {
  if (static_cast<std::int64_t>(text.size()) > capacity) return -2;  // such text never grows
  char* to = out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    if (byte(i) < 0x80) {
      *to++ = text[i++];
      continue;
    }
    if (byte(i) < 0xE3 || byte(i) > 0xEF || sequence_length(text.substr(i, 3)) != 3) return -2;
    const char32_t c = static_cast<char32_t>((byte(i) & 0x0F) << 12 | (byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F));
    if (c >= 0xFF01 && c <= 0xFF5E) {
      *to++ = static_cast<char>(c - 0xFEE0);
    } else if (is_inert(c)) {
      to = std::copy_n(text.data() + i, 3, to);
    } else {
      return -2;
    }
    i += 3;
  }
  return to - out;
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = at + text.size();
  // 0xE1–0xEC with two continuation bytes: Japanese, nearly always, and in need of no further bounds.
  const auto is_plain_three = [](const unsigned char* p) {
    return static_cast<unsigned>(p[0] - 0xE1) <= 0xEC - 0xE1 && ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;
  };
  while (at != end) {
    std::uint64_t eight = 0;
    while (end - at >= 8 && (std::memcpy(&eight, at, 8), (eight & 0x8080808080808080u) == 0)) at += 8;
    while (at != end && *at < 0x80) ++at;
    while (end - at >= 3 && is_plain_three(at)) at += 3;
    if (at == end || *at < 0x80) continue;
    const std::size_t length = sequence_length(text.substr(text.size() - static_cast<std::size_t>(end - at)));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::int64_t nfkc(std::string_view text, char* out, std::int64_t capacity) {
  const std::int64_t size = nfkc_of_plain_text(text, out, capacity);
  return size >= 0 ? size : platform::nfkc(text, out, capacity);
}

std::string comparison_key(std::string_view text) {
  std::string normal(text.size() * 4 + 16, '\0');
  std::int64_t size = nfkc(text, normal.data(), static_cast<std::int64_t>(normal.size()));
  if (size < 0) {  // rare: compatibility characters that grow more than fourfold (ﷺ), or not UTF-8
    normal.resize(text.size() * 18 + 64);
    size = nfkc(text, normal.data(), static_cast<std::int64_t>(normal.size()));
    if (size < 0) return std::string(text);
  }
  normal.resize(static_cast<std::size_t>(size));
  std::string key;
  key.reserve(normal.size());
  bool pending_space = false;
  for (const char c : normal) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      pending_space = !key.empty();
      continue;
    }
    if (pending_space) key += ' ';
    pending_space = false;
    key += c;
  }
  return key;
}

}  // namespace v1
}  // namespace senryaku
