#include <senryaku/json.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "json/describe.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// The key of one pointer step, as `source_map::node` keeps it.
std::pair<std::uint32_t, std::uint32_t> step_keys(std::string_view step) {
  std::string name;
  for (std::size_t i = 0; i < step.size(); ++i) {
    if (step[i] == '~' && i + 1 < step.size()) {
      name += step[++i] == '1' ? '/' : '~';
    } else {
      name += step[i];
    }
  }
  std::uint32_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  const bool numeric = error == std::errc{} && end == step.data() + step.size();
  const std::uint32_t hash = json::hash_name(name);
  return {hash, numeric ? index : hash};
}

struct byte_marks {
  std::uint64_t continuing = 0;  ///< bit i: byte i is 10xxxxxx
  std::uint64_t line_feeds = 0;
};

/// Of at most 64 bytes.
byte_marks marks_of(std::string_view bytes) {
  byte_marks marks;
  std::size_t i = 0;
#if defined(__SSE2__)
  for (; i + 16 <= bytes.size(); i += 16) {
    const __m128i piece = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + i));
    // 0x80–0xBF are the smallest signed bytes
    const int continuing = _mm_movemask_epi8(_mm_cmplt_epi8(piece, _mm_set1_epi8(static_cast<char>(0xC0))));
    const int line_feeds = _mm_movemask_epi8(_mm_cmpeq_epi8(piece, _mm_set1_epi8('\n')));
    marks.continuing |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(continuing)) << i;
    marks.line_feeds |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(line_feeds)) << i;
  }
#endif
  for (; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    marks.continuing |= std::uint64_t{(byte & 0xC0) == 0x80} << i;
    marks.line_feeds |= std::uint64_t{byte == '\n'} << i;
  }
  return marks;
}

}  // namespace

void source_map::index(std::string_view text, std::size_t start) {
  line_starts_.assign(1, static_cast<std::uint32_t>(start));
  line_starts_.reserve(text.size() / 24 + 1);
  continuation_.assign(text.size() / 64 + 1, 0);
  for (std::size_t block = 0; block < text.size(); block += 64) {
    const std::string_view piece = text.substr(block, 64);
    const auto [continuing, line_feeds] = marks_of(piece);
    continuation_[block / 64] = continuing;
    for (std::uint64_t left = line_feeds; left != 0; left &= left - 1) {
      line_starts_.push_back(static_cast<std::uint32_t>(block) + static_cast<std::uint32_t>(std::countr_zero(left)) +
                             1);
    }
  }
}

text_position source_map::at(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  if (after == line_starts_.begin()) return {offset, 1, offset + 1};
  const std::uint32_t start = *(after - 1);
  std::uint32_t column = offset - start + 1;
  for (std::size_t word = start / 64; word <= offset / 64 && word < continuation_.size(); ++word) {
    std::uint64_t bits = continuation_[word];
    if (word == start / 64) bits &= ~std::uint64_t{0} << (start % 64);
    if (word == offset / 64) bits &= (std::uint64_t{1} << (offset % 64)) - 1;
    column -= static_cast<std::uint32_t>(std::popcount(bits));
  }
  return {offset, static_cast<std::uint32_t>(after - line_starts_.begin()), column};
}

std::optional<text_position> source_map::find(std::string_view pointer) const {
  if (nodes.empty()) return std::nullopt;
  std::size_t current = 0;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t slash = std::min(pointer.find('/'), pointer.size());
    const auto [as_name, as_index] = step_keys(pointer.substr(0, slash));
    pointer.remove_prefix(slash);
    std::size_t child = current + 1;
    while (child < nodes[current].end && nodes[child].key != as_name && nodes[child].key != as_index) {
      child = nodes[child].end;
    }
    if (child >= nodes[current].end) break;  // not in the text: the nearest ancestor will do
    current = child;
  }
  return at(nodes[current].offset);
}

}  // namespace v1
}  // namespace senryaku
