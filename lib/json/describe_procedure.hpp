/// Order rules of the drafting schedule, and where a schedule stands.
#pragma once

#include <senryaku/procedure.hpp>

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(milestone_state, {done, "done"}, {unrecorded, "unrecorded"}, {current, "current"}, {ahead, "ahead"},
              {undated, "undated"});
SENRYAKU_ENUM(order_state, {kept, "kept"}, {broken, "broken"}, {unknown, "unknown"});

SENRYAKU_ENUM(step_choice, {every, "every"}, {first, "first"}, {last, "last"});

template <>
struct describe<schedule_rule> {
  static constexpr member_info members[] = {
      member<&schedule_rule::id>("id", presence::required),
      member<&schedule_rule::earlier>("earlier", presence::required),
      member<&schedule_rule::which_earlier>("which_earlier"),
      member<&schedule_rule::later>("later", presence::required),
      member<&schedule_rule::which_later>("which_later"),
      member<&schedule_rule::later_since>("later_since"),
      member<&schedule_rule::same_day>("same_day"),
      member<&schedule_rule::ja>("ja", presence::required),
      member<&schedule_rule::en>("en", presence::required),
      member<&schedule_rule::sources>("sources", presence::required),
  };
};

template <>
struct describe<expected_step> {
  static constexpr member_info members[] = {
      member<&expected_step::id>("id", presence::required),
      member<&expected_step::kinds>("kinds", presence::required),
      member<&expected_step::ja>("ja", presence::required),
      member<&expected_step::en>("en", presence::required),
      member<&expected_step::sources>("sources", presence::required),
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
      member<&milestone_progress::days_over>("days_over"),
      member<&milestone_progress::waits_for>("waits_for"),
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
      member<&schedule_review::next>("next"),
      member<&schedule_review::order>("order", presence::required),
  };
};

template <>
struct describe<idea_field> {
  static constexpr member_info members[] = {
      member<&idea_field::id>("id", presence::required),           member<&idea_field::ja>("ja", presence::required),
      member<&idea_field::en>("en", presence::required),           member<&idea_field::required>("required"),
      member<&idea_field::sources>("sources", presence::required),
  };
};

template <>
struct describe<idea_indicator_progress> {
  static constexpr member_info members[] = {
      member<&idea_indicator_progress::name>("name", presence::required),
      member<&idea_indicator_progress::unit>("unit"),
      member<&idea_indicator_progress::kpi>("kpi"),
      member<&idea_indicator_progress::kpi_name>("kpi_name"),
  };
};

template <>
struct describe<idea_progress> {
  static constexpr member_info members[] = {
      member<&idea_progress::id>("id", presence::required),
      member<&idea_progress::issue>("issue"),
      member<&idea_progress::ideas>("ideas"),
      member<&idea_progress::timings>("timings"),
      member<&idea_progress::outputs>("outputs"),
      member<&idea_progress::outcomes>("outcomes"),
      member<&idea_progress::measures>("measures"),
      member<&idea_progress::superseded_by>("superseded_by"),
      member<&idea_progress::taken_up>("taken_up", presence::required),
      member<&idea_progress::missing>("missing"),
  };
};

template <>
struct describe<section_ideas> {
  static constexpr member_info members[] = {
      member<&section_ideas::section>("section"),
      member<&section_ideas::sheets>("sheets", presence::required),
  };
};

template <>
struct describe<idea_review> {
  static constexpr member_info members[] = {
      member<&idea_review::sections>("sections", presence::required),
      member<&idea_review::sections_without_sheet>("sections_without_sheet", presence::required),
      member<&idea_review::not_taken_up>("not_taken_up", presence::required),
  };
};

}  // namespace senryaku::json
