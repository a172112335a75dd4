/// Described structs as tables: each scalar member is a column, members of nested structs are named with their owner's
/// name before them. Lists have no column; they stay in the JSON.
#pragma once

#include <senryaku/table.hpp>

#include "json/describe.hpp"

namespace senryaku::json {

result_table make_table(std::string name, const type_info& row, const std::vector<const void*>& rows);

template <class T>
result_table make_table(std::string name, const std::vector<const T*>& rows) {
  return make_table(std::move(name), info_of<T>(), std::vector<const void*>(rows.begin(), rows.end()));
}
template <class T>
result_table make_table(std::string name, const std::vector<T>& rows) {
  std::vector<const T*> places;
  for (const auto& row : rows) places.push_back(&row);
  return make_table(std::move(name), places);
}

/// Puts a column of texts before the others: what each row belongs to. An empty text is unknown.
void put_owner(result_table& table, std::string column, const std::vector<std::string_view>& texts);

}  // namespace senryaku::json
