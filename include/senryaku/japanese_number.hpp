/// Figures as Japanese plans print them: 2億7,500万円/年, ▲172人, 約1,000件, 80％以上, ―, 集計中.
#pragma once

#include <senryaku/base.hpp>

namespace senryaku {
inline namespace v1 {

/// 増・減・維持: the figure is a change against the present state, or the present state is to be held.
enum class figure_change { rise, fall, hold };

/// What was read from a printed figure. Widths are folded; nothing is rounded.
struct printed_number {
  /// In `unit`, with 千・万・億・兆 worked out: 2億7,500万円 is 275000000 円. Absent where `no_value`, and where the
  /// text states a change in words only (維持, 増加).
  std::optional<decimal> value;
  bool no_value = false;                  ///< a mark for "no figure": ―, 新規, 集計中 …
  std::optional<unknown_reason> unknown;  ///< why, where the mark says it; a dash does not
  std::string unit;                       ///< 円/年, 人, %
  /// The digits as printed and their unit (27500, 万円/年); absent when the figure has several parts (2億7,500万円).
  std::optional<decimal> figure;
  std::string figure_unit;
  std::optional<target_bound> bound;    ///< 以上, 以下, 未満, 超, 約・程度
  std::optional<figure_change> change;  ///< 増, 減, 維持
  std::string before;                   ///< words before the figure: 約, 延べ, 年間
  std::string after;                    ///< words after it: 以上, 減少
  std::string note;                     ///< text in brackets: (R2国調)
};

/// Reads one printed figure. Signs ▲△▼−‐ー－ and the like are minus; commas have to group by three.
/// No value, with the reason as a finding, when the text is not one figure or is misprinted:
/// `number.grouping.misprint` (4億3,0000万円: {found}), `number.myriad.order` (parts out of order or too large for
/// their place), `number.figures.several`, `number.range.given` (5～10人), `number.digits.missing`,
/// `number.text.unread`, `number.point.misplaced`, `number.size.exceeded`. Pointers are empty.
outcome<printed_number> read_number(std::string_view text);

/// A unit with its multiplier taken out: 百万円 is 10^6 円, 千人/年 is 10^3 人/年.
struct scaled_unit {
  int exponent = 0;  ///< power of ten
  std::string unit;  ///< folded
};
scaled_unit split_unit(std::string_view unit);

/// `value` × 10^`exponent`, exact; no value when it leaves the range of `decimal`.
std::optional<decimal> shift(const decimal& value, int exponent);

/// The figure as it is entered for an indicator of `unit`: 4億3,000万円 in 万円 is 43000. A figure printed without a
/// unit is in the indicator's. No value where none was read or it leaves the range of `decimal`.
std::optional<decimal> value_in_unit(const printed_number& read, std::string_view unit);

}  // namespace v1
}  // namespace senryaku
