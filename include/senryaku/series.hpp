/// What an indicator's figures say over the years: its known values, the level that a target stands for, the pace
/// between two values, and the robust trend. Everything is exact: no figure is rounded, and a result that does not fit
/// gives none.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// A year whose days, and those of the fiscal year after it, `civil_day` can hold. Figures of other years are not used.
bool is_calendar_year(std::int64_t year);

/// A known value of one year.
struct yearly_value {
  int year = 0;
  decimal value;
  bool baseline = false;  ///< taken from the baseline, not from the results
};

/// The known values of `indicator`, one for each year, ascending. A result goes before the baseline of the same year,
/// and the first of several for a year is taken. Left out, because they cannot be compared with the others: values in
/// another unit, and totals or averages over spans that differ from the newest one's in both start and length.
std::vector<yearly_value> values_by_year(const kpi& indicator);

/// The level that a target stands for: itself, or a change applied to the baseline. No value where the target has none
/// or the baseline that it needs is unknown.
std::optional<ratio> level_of(const target& aimed, const std::optional<ratio>& baseline);

/// Change a year from `from` to `to`; nothing when both are of one year.
std::optional<ratio> yearly_pace(const yearly_value& from, const yearly_value& to);

/// The straight line that changes by `pace` a year and goes through `point`, at `year`.
std::optional<ratio> extrapolate(const yearly_value& point, const ratio& pace, int year);

/// Slopes that hold the true one with a known probability, whatever the values' distribution.
struct trend_band {
  ratio low;  ///< change a year
  ratio high;
  ratio confidence;  ///< 0 to 1, exact
};

/// The robust trend after Theil (1950) and Sen (1968): the median of the slopes of all pairs of values.
struct trend_line {
  ratio slope;   ///< change a year
  ratio offset;  ///< level in `origin`: the median of the values carried there along the slope
  int origin = 0;
  std::vector<yearly_value> values;
  std::optional<trend_band> band;
};

/// The trend of at least two values of different years, ascending. The band is the narrowest pair of ranked slopes that
/// reaches `confidence` by the exact distribution of Kendall's statistic; too few values (three or less for 0.9) reach
/// no confidence, and more than 33 are not counted out.
std::optional<trend_line> robust_trend(std::vector<yearly_value> values, const ratio& confidence);

/// The trend at `year`.
std::optional<ratio> trend_at(const trend_line& line, int year);

/// The trend at `year` with another slope of its band: through the median of the values carried along that slope.
std::optional<ratio> trend_at(const trend_line& line, const ratio& slope, int year);

/// The middle value, or the mean of the two middle ones. No value for an empty list.
std::optional<ratio> median_of(std::vector<ratio> values);

/// The distance from zero.
ratio absolute(const ratio& value);

}  // namespace v1
}  // namespace senryaku
