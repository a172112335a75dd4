/// Described structs into canonical text.
#pragma once

#include "json/describe.hpp"

namespace senryaku::json {

enum class layout { indented, compact };

void write(const type_info& type, const void* value, layout form, std::string& out);

template <class T>
std::string write(const T& value, layout form = layout::indented) {
  std::string out;
  write(info_of<T>(), &value, form, out);
  if (form == layout::indented) out += '\n';
  return out;
}

}  // namespace senryaku::json
