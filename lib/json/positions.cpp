#include <senryaku/json.hpp>

#include <algorithm>
#include <charconv>

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

}  // namespace

text_position source_map::at(std::uint32_t offset, std::uint32_t code_points) const {
  const auto after = std::upper_bound(lines.begin(), lines.end(), offset,
                                      [](std::uint32_t wanted, const line& entry) { return wanted < entry.offset; });
  if (after == lines.begin()) return {offset, 1, code_points + 1};
  const line& current = *(after - 1);
  return {offset, static_cast<std::uint32_t>(after - lines.begin()), code_points - current.code_points + 1};
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
  return at(nodes[current].offset, nodes[current].code_points);
}

}  // namespace v1
}  // namespace senryaku
