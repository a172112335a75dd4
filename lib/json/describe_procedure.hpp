/// Order rules of the drafting schedule, and where a schedule stands.
#pragma once

#include <senryaku/procedure.hpp>

#include "json/describe_model.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(milestone_state, {done, "done"}, {unrecorded, "unrecorded"}, {current, "current"}, {ahead, "ahead"},
              {undated, "undated"});
SENRYAKU_ENUM(order_state, {kept, "kept"}, {broken, "broken"}, {unknown, "unknown"});

template <>
struct describe<schedule_rule> {
  static constexpr member_info members[] = {
      member<&schedule_rule::id>("id", presence::required),
      member<&schedule_rule::earlier>("earlier", presence::required),
      member<&schedule_rule::later>("later", presence::required),
      member<&schedule_rule::same_day>("same_day"),
      member<&schedule_rule::ja>("ja", presence::required),
      member<&schedule_rule::en>("en", presence::required),
      member<&schedule_rule::sources>("sources", presence::required),
  };
};

template <>
struct describe<milestone_progress> {
  static constexpr member_info members[] = {
      member<&milestone_progress::id>("id", presence::required),
      member<&milestone_progress::name>("name"),
      member<&milestone_progress::from>("from"),
      member<&milestone_progress::to>("to"),
      member<&milestone_progress::done_on>("done_on"),
      member<&milestone_progress::state>("state", presence::required),
  };
};

template <>
struct describe<order_check> {
  static constexpr member_info members[] = {
      member<&order_check::rule>("rule", presence::required),
      member<&order_check::state>("state", presence::required),
      member<&order_check::ja>("ja", presence::required),
      member<&order_check::en>("en", presence::required),
      member<&order_check::earlier>("earlier"),
      member<&order_check::later>("later"),
      member<&order_check::earlier_ends>("earlier_ends"),
      member<&order_check::later_begins>("later_begins"),
  };
};

template <>
struct describe<schedule_review> {
  static constexpr member_info members[] = {
      member<&schedule_review::milestones>("milestones", presence::required),
      member<&schedule_review::order>("order", presence::required),
  };
};

}  // namespace senryaku::json
