#include "json/tables.hpp"

#include <algorithm>
#include <limits>

#include "base/powers.hpp"

namespace senryaku::json {
namespace {

/// The members on the way from a row to the value of a column.
using member_path = std::vector<const member_info*>;

const void* value_at(const void* row, const member_path& path) {
  const void* value = row;
  for (const member_info* step : path) {
    if (value == nullptr) return nullptr;
    value = step->type().peek(step->address(const_cast<void*>(value)));
  }
  return value;
}

bool is_decimal(const type_info& type) {
  return type.write_scalar == detail::write_decimal;
}
bool is_real(const type_info& type) {
  return type.write_scalar == detail::write_double;
}
bool is_integer(const type_info& type) {
  return type.write_scalar == detail::write_integer<int> || type.write_scalar == detail::write_integer<std::int64_t>;
}
bool is_boolean(const type_info& type) {
  return type.write_scalar == detail::write_bool;
}

/// A scalar's JSON without the quotes; texts of the format need no escape here, free texts are taken as they are.
std::string written(const type_info& type, const void* value) {
  if (type.write_scalar == detail::write_string) return *static_cast<const std::string*>(value);
  std::string text;
  type.write_scalar(value, text);
  if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
  return text;
}

class column_writer {
 public:
  column_writer(std::string name, const type_info& type, member_path path, const std::vector<const void*>& rows)
      : type_(type), path_(std::move(path)), rows_(rows) {
    column_.name = std::move(name);
    column_.known.reserve(rows.size());
  }

  table_column run() {
    if (is_decimal(type_) && fits_one_scale()) {
      column_.kind = column_kind::integer;
      each([&](const void* value) {
        const auto* number = static_cast<const decimal*>(value);
        column_.integers.push_back(number == nullptr
                                       ? 0
                                       : number->digits() *
                                             static_cast<std::int64_t>(powers::ten(column_.scale - number->scale())));
      });
    } else if (is_integer(type_) || is_boolean(type_)) {
      column_.kind = column_kind::integer;
      each([&](const void* value) { column_.integers.push_back(integer(value)); });
    } else if (is_real(type_)) {
      column_.kind = column_kind::real;
      each([&](const void* value) {
        column_.reals.push_back(value == nullptr ? 0 : *static_cast<const double*>(value));
      });
    } else {
      column_.offsets.push_back(0);
      each([&](const void* value) {
        if (value != nullptr) column_.text += written(type_, value);
        column_.offsets.push_back(static_cast<std::int64_t>(column_.text.size()));
      });
    }
    return std::move(column_);
  }

 private:
  template <class Take>
  void each(Take take) {
    for (const void* row : rows_) {
      const void* value = value_at(row, path_);
      column_.known.push_back(value == nullptr ? 0 : 1);
      take(value);
    }
  }

  std::int64_t integer(const void* value) const {
    if (value == nullptr) return 0;
    if (is_boolean(type_)) return *static_cast<const bool*>(value) ? 1 : 0;
    return type_.write_scalar == detail::write_integer<int> ? *static_cast<const int*>(value)
                                                            : *static_cast<const std::int64_t*>(value);
  }

  /// Sets the scale; false when not all figures fit 64 bits at it (then they are written as text).
  bool fits_one_scale() {
    std::int32_t scale = 0;
    for (const void* row : rows_) {
      if (const auto* number = static_cast<const decimal*>(value_at(row, path_)))
        scale = std::max(scale, static_cast<std::int32_t>(number->scale()));
    }
    for (const void* row : rows_) {
      const auto* number = static_cast<const decimal*>(value_at(row, path_));
      if (number == nullptr) continue;
      const int128 digits = int128{number->digits()} * powers::ten(scale - number->scale());
      if (digits > std::numeric_limits<std::int64_t>::max() || digits < -std::numeric_limits<std::int64_t>::max())
        return false;
    }
    column_.scale = scale;
    return true;
  }

  const type_info& type_;
  member_path path_;
  const std::vector<const void*>& rows_;
  table_column column_;
};

void add_columns(result_table& table, const type_info& type, const std::string& before, const member_path& path,
                 const std::vector<const void*>& rows) {
  for (std::size_t i = 0; i < type.member_count; ++i) {
    const member_info& part = type.members[i];
    const type_info& held = part.type();
    member_path own = path;
    own.push_back(&part);
    const std::string name = before + std::string(part.name);
    if (held.kind == shape::object) {
      add_columns(table, held, name + "_", own, rows);
    } else if (held.write_scalar != nullptr) {
      table.columns.push_back(column_writer(name, held, std::move(own), rows).run());
    }
  }
}

}  // namespace

result_table make_table(std::string name, const type_info& row, const std::vector<const void*>& rows) {
  result_table table;
  table.name = std::move(name);
  table.rows = static_cast<std::int64_t>(rows.size());
  add_columns(table, row, "", {}, rows);
  return table;
}

void put_owner(result_table& table, std::string column, const std::vector<std::string_view>& texts) {
  table_column owner;
  owner.name = std::move(column);
  owner.offsets.push_back(0);
  for (const std::string_view text : texts) {
    owner.text += text;
    owner.offsets.push_back(static_cast<std::int64_t>(owner.text.size()));
    owner.known.push_back(text.empty() ? 0 : 1);
  }
  table.columns.insert(table.columns.begin(), std::move(owner));
}

}  // namespace senryaku::json
