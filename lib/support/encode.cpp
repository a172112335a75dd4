#include <algorithm>

#include "support/program.hpp"

namespace senryaku::support {
namespace {

constexpr int number_scale = 9;    // as fine as any decimal
constexpr int fraction_scale = 9;  // keeps fractions with denominators below 30,000 apart

std::optional<std::int64_t> scaled(int128 numerator, int128 denominator, int scale) {
  if (denominator <= 0) return std::nullopt;
  for (int i = 0; i < scale; ++i) numerator *= 10;
  int128 result = numerator / denominator;
  if (numerator % denominator < 0) --result;  // floor: order is kept
  if (result < INT64_MIN / 2 || result > INT64_MAX / 2) return std::nullopt;
  return static_cast<std::int64_t>(result);
}

std::optional<std::int64_t> scaled(const decimal& value, int scale) {
  int128 denominator = 1;
  for (int i = 0; i < value.scale(); ++i) denominator *= 10;
  return scaled(value.digits(), denominator, scale);
}

/// "2/3"
std::optional<std::int64_t> fraction_text(std::string_view text) {
  const auto slash = text.find('/');
  const auto above = decimal::parse(text.substr(0, slash));
  if (!above) return std::nullopt;
  if (slash == std::string_view::npos) return scaled(*above, fraction_scale);
  const auto below = decimal::parse(text.substr(slash + 1));
  if (!below || below->scale() != 0 || above->scale() != 0 || below->digits() <= 0) return std::nullopt;
  if (below->digits() > 30000 || above->digits() > 30000 || above->digits() < 0) return std::nullopt;
  return scaled(above->digits(), below->digits(), fraction_scale);
}

}  // namespace

std::int64_t day_number(civil_day day) {
  return days_between(civil_day(), day);
}

civil_day plus_years(civil_day day, int years) {
  const auto same = civil_day::make(day.year() + years, day.month(), day.day());
  if (same) return *same;
  const auto earlier = civil_day::make(day.year() + years, 2, 28);
  return earlier ? *earlier : day;
}

std::optional<std::int64_t> encode_number(fact_type type, const fact_value& value) {
  using kind = fact_value::kind;
  switch (type) {
    case fact_type::boolean:
      if (value.held != kind::boolean) return std::nullopt;
      return value.boolean ? 1 : 0;
    case fact_type::integer:
      if (value.held != kind::number) return std::nullopt;
      {
        const auto whole = scaled(value.number, 0);
        if (!whole || decimal(*whole) != value.number) return std::nullopt;
        return whole;
      }
    case fact_type::number:
      if (value.held != kind::number) return std::nullopt;
      return scaled(value.number, number_scale);
    case fact_type::fraction:
      if (value.held == kind::number) return scaled(value.number, fraction_scale);
      if (value.held == kind::text) return fraction_text(value.text);
      return std::nullopt;
    case fact_type::day: {
      if (value.held != kind::text) return std::nullopt;
      const auto day = civil_day::parse(value.text);
      if (!day) return std::nullopt;
      return day_number(*day);
    }
    case fact_type::text:
    case fact_type::list:
      break;
  }
  return std::nullopt;
}

fact_value decode_number(fact_type type, std::int64_t value) {
  fact_value result;
  switch (type) {
    case fact_type::boolean:
      result.held = fact_value::kind::boolean;
      result.boolean = value != 0;
      break;
    case fact_type::day: {
      result.held = fact_value::kind::text;
      const auto day = add_days(civil_day(), value);
      result.text = day ? day->to_string() : std::string();
      break;
    }
    default: {
      int scale = type == fact_type::number ? number_scale : type == fact_type::fraction ? fraction_scale : 0;
      while (scale > 0 && (scale > decimal::max_scale || value % 10 == 0)) {
        value /= 10;
        --scale;
      }
      result.held = fact_value::kind::number;
      result.number = decimal(value, scale);
    }
  }
  return result;
}

bool program::encode(int column, const fact_value& value, fact_cell& cell) const {
  const fact_type type = columns_[static_cast<std::size_t>(column)]->type.value_or(fact_type::text);
  cell = {};
  if (value.held == fact_value::kind::unknown) {
    cell.held = fact_cell::state::unknown;
    return true;
  }
  if (type == fact_type::text || type == fact_type::list) {
    std::vector<std::string> items = value.list;
    if (value.held == fact_value::kind::text) items = {value.text};
    const bool one_or_more = value.held == fact_value::kind::list && (type == fact_type::list || !items.empty());
    if (value.held != fact_value::kind::text && !one_or_more) return false;
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    const auto& known = text_values_[static_cast<std::size_t>(column)];
    for (const auto& item : items) {
      const auto at = std::find(known.begin(), known.end(), item);
      cell.set |= at == known.end() ? other_value : std::uint64_t{1} << (at - known.begin());
    }
    cell.items = static_cast<std::int32_t>(items.size());
    cell.held = fact_cell::state::known;
    return true;
  }
  const auto number = encode_number(type, value);
  if (!number) return false;
  cell.value = *number;
  cell.held = fact_cell::state::known;
  return true;
}

std::vector<fact_cell> program::encode(const fact_map& facts, std::vector<std::string>* wrong_type) const {
  std::vector<fact_cell> row(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto given = facts.find(columns_[i]->key);
    if (given == facts.end()) continue;
    if (encode(static_cast<int>(i), given->second, row[i])) continue;
    row[i] = {};
    row[i].held = fact_cell::state::unknown;
    if (wrong_type != nullptr) wrong_type->push_back(given->first);
  }
  return row;
}

fact_map with_implications(const programme_catalogue& catalogue, const fact_map& facts) {
  fact_map all = facts;
  for (const auto& [key, value] : facts) {
    const fact_definition* definition = catalogue.fact(key);
    if (definition == nullptr) continue;
    for (const auto& implied : definition->implies) {
      if (value.held == fact_value::kind::unknown) {
        all.try_emplace(implied.fact);  // asked for, and still unknown
      } else if (!implied.when || *implied.when == value) {
        all.try_emplace(implied.fact, implied.value);
      }
    }
  }
  return all;
}

}  // namespace senryaku::support
