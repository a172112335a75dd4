/// Bounds of the calendars in use.
#pragma once

namespace senryaku::calendar {

/// 明治6年: the Gregorian calendar is in force from 1873-01-01 (明治5年太政官布告第337号). Earlier dates are lunisolar.
constexpr int first_gregorian_year = 1873;
/// 会計年度 runs from April since FY1886 (明治19年度).
constexpr int first_fiscal_year = 1886;
/// No era has lasted longer than 64 years; plans look some fifty years ahead (平成72年).
constexpr int largest_era_year = 150;

}  // namespace senryaku::calendar
