/// Text into described structs, in one pass over Boost.JSON's parser events.
#pragma once

#include <senryaku/json.hpp>

#include "json/describe.hpp"

namespace senryaku::json {

/// Reads `text` into `root`. False when anything was an error; `findings` then says what, in document order. Warnings
/// may be there in both cases. `positions` may be null.
bool read(std::string_view text, const type_info& type, void* root, const read_options& options,
          std::vector<finding>& findings, source_map* positions);

template <class T>
outcome<T> read(std::string_view text, const read_options& options = {}, source_map* positions = nullptr) {
  outcome<T> result;
  result.value.emplace();
  if (!read(text, info_of<T>(), &*result.value, options, result.findings, positions)) result.value.reset();
  return result;
}

}  // namespace senryaku::json
