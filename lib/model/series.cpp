#include <senryaku/series.hpp>

#include <algorithm>
#include <map>

namespace senryaku {
inline namespace v1 {
namespace {

/// True when figures of the two spans mean the same: single years, totals from one start, or averages over one length.
bool comparable(const observation& a, const observation& b) {
  if (a.from_year.has_value() != b.from_year.has_value()) return false;
  return !a.from_year || *a.from_year == *b.from_year || *a.year - *a.from_year == *b.year - *b.from_year;
}

bool usable(const observation& seen, const kpi& indicator) {
  return seen.value && seen.year && is_calendar_year(*seen.year) &&
         (seen.unit.empty() || comparison_key(seen.unit) == comparison_key(indicator.unit));
}

/// Numbers of permutations of `size` things by their number of inversions: Kendall's statistic without ties.
std::vector<int128> inversions(int size) {
  std::vector<int128> counts{1};
  for (int things = 2; things <= size; ++things) {
    std::vector<int128> next(counts.size() + static_cast<std::size_t>(things) - 1, 0);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      for (std::size_t shift = 0; shift < static_cast<std::size_t>(things); ++shift) next[i + shift] += counts[i];
    }
    counts = std::move(next);
  }
  return counts;
}

/// The narrowest pair of ranked slopes that reaches `wanted`.
std::optional<trend_band> band_of(const std::vector<ratio>& slopes, int values, const ratio& wanted) {
  constexpr int most = 33;  // 33! is the last factorial below 2^127
  if (values > most) return std::nullopt;
  int128 all = 1;
  for (int i = 2; i <= values; ++i) all *= i;
  const std::vector<int128> counts = inversions(values);
  std::optional<trend_band> band;
  int128 below = 0;  // permutations with fewer than rank + 1 inversions
  for (std::size_t rank = 0; 2 * rank < slopes.size(); ++rank) {
    below += counts[rank];
    const auto confidence = ratio::make(all - 2 * below, all);
    if (!confidence || *confidence < wanted) break;
    band = trend_band{slopes[rank], slopes[slopes.size() - 1 - rank], *confidence};
  }
  return band;
}

/// The median of `values` carried to `origin` along `slope`.
std::optional<ratio> offset_of(const std::vector<yearly_value>& values, const ratio& slope, int origin) {
  std::vector<ratio> offsets;
  for (const auto& entry : values) {
    const auto carried = extrapolate(entry, slope, origin);
    if (!carried) return std::nullopt;
    offsets.push_back(*carried);
  }
  return median_of(std::move(offsets));
}

std::optional<ratio> along(const std::optional<ratio>& start, const ratio& slope, int years) {
  const auto way = ratio::multiply(slope, decimal(years));
  return start && way ? ratio::add(*start, *way) : std::nullopt;
}

}  // namespace

bool is_calendar_year(std::int64_t year) {
  return year >= 1400 && year <= 9998;
}

std::vector<yearly_value> values_by_year(const kpi& indicator) {
  const observation* newest = nullptr;
  std::map<int, const observation*> by_year;
  for (const auto& actual : indicator.actuals) {
    if (!usable(actual, indicator)) continue;
    if (newest == nullptr || *actual.year >= *newest->year) newest = &actual;
    const observation*& chosen = by_year[*actual.year];
    const bool weaker = chosen != nullptr && actual.provisional.value_or(false) && !chosen->provisional.value_or(false);
    if (!weaker) chosen = &actual;
  }
  if (indicator.baseline && usable(*indicator.baseline, indicator))
    by_year.emplace(*indicator.baseline->year, &*indicator.baseline);
  std::vector<yearly_value> values;
  for (const auto& [year, seen] : by_year) {
    const bool baseline = indicator.baseline && seen == &*indicator.baseline;
    if (newest == nullptr || comparable(*seen, *newest)) values.push_back({year, *seen->value, baseline});
  }
  return values;
}

std::optional<ratio> level_of(const target& aimed, const std::optional<ratio>& baseline) {
  if (!aimed.value) return std::nullopt;
  switch (aimed.basis.value_or(target_basis::level)) {
    case target_basis::level:
    case target_basis::total:
      return ratio(*aimed.value);
    case target_basis::increment:
      return baseline ? ratio::add(*baseline, *aimed.value) : std::nullopt;
    case target_basis::change_rate: {
      const auto change = ratio::divide(*aimed.value, decimal(100));
      const auto factor = change ? ratio::add(ratio(decimal(1)), *change) : std::nullopt;
      return baseline && factor ? ratio::multiply(*baseline, *factor) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<ratio> yearly_pace(const yearly_value& from, const yearly_value& to) {
  const auto change = ratio::subtract(to.value, from.value);
  return change ? ratio::divide(*change, decimal(to.year - from.year)) : std::nullopt;
}

std::optional<ratio> extrapolate(const yearly_value& point, const ratio& pace, int year) {
  return along(ratio(point.value), pace, year - point.year);
}

std::optional<trend_line> robust_trend(std::vector<yearly_value> values, const ratio& confidence) {
  std::vector<ratio> slopes;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i + 1; j < values.size(); ++j) {
      const auto slope = yearly_pace(values[i], values[j]);
      if (!slope) return std::nullopt;
      slopes.push_back(*slope);
    }
  }
  std::sort(slopes.begin(), slopes.end());
  const auto slope = median_of(slopes);
  const auto offset = slope ? offset_of(values, *slope, values.front().year) : std::nullopt;
  if (!offset) return std::nullopt;
  auto band = band_of(slopes, static_cast<int>(values.size()), confidence);
  const int origin = values.front().year;
  return trend_line{*slope, *offset, origin, std::move(values), std::move(band)};
}

std::optional<ratio> trend_at(const trend_line& line, int year) {
  return along(line.offset, line.slope, year - line.origin);
}

std::optional<ratio> trend_at(const trend_line& line, const ratio& slope, int year) {
  return along(offset_of(line.values, slope, line.origin), slope, year - line.origin);
}

std::optional<ratio> median_of(std::vector<ratio> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  const auto sum = ratio::add(values[middle - 1], values[middle]);
  return sum ? ratio::divide(*sum, decimal(2)) : std::nullopt;
}

ratio absolute(const ratio& value) {
  return value.sign() < 0 ? ratio::subtract(ratio{}, value).value_or(value) : value;
}

}  // namespace v1
}  // namespace senryaku
