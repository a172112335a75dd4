/// Rule data that belong to no single step: message texts and national frameworks.
#pragma once

#include "json/described.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(severity, {error, "error"}, {warning, "warning"}, {advice, "advice"});

template <>
struct describe<message> {
  static constexpr member_info members[] = {
      member<&message::code>("code", presence::required),
      member<&message::level>("severity", presence::required),
      member<&message::weight>("weight"),
      member<&message::ja>("ja", presence::required),
      member<&message::en>("en", presence::required),
      member<&message::explanation_ja>("explanation_ja"),
      member<&message::explanation_en>("explanation_en"),
      member<&message::example>("example"),
      member<&message::basis>("basis"),
  };
};

template <>
struct describe<era> {
  static constexpr member_info members[] = {
      member<&era::id>("id", presence::required),
      member<&era::name>("name", presence::required),
      member<&era::shorts>("shorts"),
      member<&era::first_day>("first_day", presence::required),
      member<&era::last_day>("last_day"),
      member<&era::sources>("sources", presence::required),
  };
};

template <>
struct describe<framework_class> {
  static constexpr member_info members[] = {
      member<&framework_class::id>("id", presence::required),
      member<&framework_class::type>("type"),
      member<&framework_class::name>("name", presence::required),
      member<&framework_class::continues>("continues"),
  };
};

template <>
struct describe<framework> {
  static constexpr member_info members[] = {
      member<&framework::id>("id", presence::required),
      member<&framework::name>("name", presence::required),
      member<&framework::name_en>("name_en"),
      member<&framework::decided_on>("decided_on"),
      member<&framework::first_year>("first_year"),
      member<&framework::last_year>("last_year"),
      member<&framework::goal_classes>("goal_classes", presence::required),
      member<&framework::cross_cutting_classes>("cross_cutting_classes"),
      member<&framework::foundation_classes>("foundation_classes"),
      member<&framework::asks_vision>("asks_vision"),
      member<&framework::asks_digital_use>("asks_digital_use"),
      member<&framework::asks_own_strategy>("asks_own_strategy"),
      member<&framework::successor>("successor"),
      member<&framework::replaced_on>("replaced_on"),
      member<&framework::unconfirmed>("unconfirmed"),
      member<&framework::sources>("sources", presence::required),
  };
};

}  // namespace senryaku::json
