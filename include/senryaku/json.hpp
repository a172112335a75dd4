/// Reading and writing the library's JSON documents.
#pragma once

#include <senryaku/model.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace senryaku {
inline namespace v1 {

/// Limits that keep memory bounded on hostile input, and how unknown members are taken.
struct read_options {
  std::int64_t max_bytes = std::int64_t{64} * 1024 * 1024;
  int max_depth = 64;       ///< nesting of objects and arrays; at most 1,000
  int max_findings = 1000;  ///< reading stops there and says so
  bool strict = false;      ///< an unknown member is an error instead of a warning
};

/// Where each member of a document stood in its text. Holds offsets, line starts and one bit for each byte, not the
/// text.
class source_map {
 public:
  struct node {
    std::uint32_t offset = 0;  ///< bytes from the start of the text
    std::uint32_t end = 0;     ///< index of the node after this one's descendants
    std::uint32_t key = 0;     ///< hash of the member's name, or index in the array
  };

  /// Finds the lines and characters of `text` (less than 4 GiB), which begins at byte `start` after a byte order mark.
  void index(std::string_view text, std::size_t start);

  /// Position of the value at `pointer`, or of the nearest ancestor that is in the text; nothing for an empty map.
  std::optional<text_position> find(std::string_view pointer) const;
  text_position at(std::uint32_t offset) const;

  std::vector<node> nodes;  ///< in document order, the root first

 private:
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint64_t> continuation_;  ///< bit i: byte i goes on with a character (10xxxxxx in UTF-8)
};

/// A strategy as it was read: the model, the positions of its members, and the warnings met on the way.
struct strategy_document {
  strategy value;
  source_map positions;
};

/// Reads a strategy document (UTF-8 JSON, format "senryaku.strategy/1"). Syntax, types, identifiers, references and
/// check digits are verified; every error found is reported, with its position. No value when any of them is an error.
outcome<strategy_document> read_strategy(std::string_view text, const read_options& options = {});

/// Canonical text: members in the order of the schema, numbers as they were read, two-space indentation, final newline.
std::string write_strategy(const strategy& value);

}  // namespace v1
}  // namespace senryaku
