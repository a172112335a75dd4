/// The members of what every part of the document shares, in canonical order.
#pragma once

#include "json/describe.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(year_kind, {calendar, "calendar"}, {fiscal, "fiscal"}, {day, "day"}, {school, "school"});

template <>
struct describe<citation> {
  static constexpr member_info members[] = {member<&citation::title>("title", presence::required),
                                            member<&citation::url>("url")};
};
template <>
struct describe<source> {
  static constexpr auto extras = &source::extras;
  static constexpr member_info members[] = {member<&source::url>("url"), member<&source::title>("title"),
                                            member<&source::note>("note")};
};
template <>
struct describe<plan_period> {
  static constexpr auto extras = &plan_period::extras;
  static constexpr member_info members[] = {member<&plan_period::start>("start"), member<&plan_period::end>("end"),
                                            member<&plan_period::printed>("printed")};
};

}  // namespace senryaku::json
