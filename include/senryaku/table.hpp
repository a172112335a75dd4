/// Results as named tables with typed columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace senryaku {
inline namespace v1 {

/// What a column holds. Integers carry one scale for the whole column: value = integer × 10^−scale, exact.
enum class column_kind : std::int32_t { none = 0, integer = 1, real = 2, text = 3 };

/// One column: as many entries as its table has rows; `known[i]` is 0 where there is no value.
struct table_column {
  std::string name;
  column_kind kind = column_kind::text;
  std::int32_t scale = 0;
  std::vector<std::int64_t> integers;
  std::vector<double> reals;
  std::string text;                    ///< all texts one after the other
  std::vector<std::int64_t> offsets;   ///< of text: entry i is the bytes from offsets[i] to offsets[i + 1]
  std::vector<std::uint8_t> known;
};

struct result_table {
  std::string name;
  std::int64_t rows = 0;
  std::vector<table_column> columns;

  /// The column, or nullptr.
  const table_column* find(std::string_view column) const {
    for (const auto& entry : columns) {
      if (entry.name == column) return &entry;
    }
    return nullptr;
  }
};

}  // namespace v1
}  // namespace senryaku
