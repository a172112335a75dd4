/// Built-in schemes and indicators for the tests of this room.
#pragma once

#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

namespace evaluate_test {

inline senryaku::rating_scheme scheme(std::string_view id) {
  const auto* found = senryaku::find_scheme(senryaku::built_in_rules().schemes, id);
  if (found == nullptr) {
    ADD_FAILURE() << "no scheme " << id;
    return {};
  }
  return *found;
}

inline std::optional<senryaku::decimal> number(const char* text) {
  return text == nullptr ? std::nullopt : senryaku::decimal::parse(text);
}

/// Baseline of 2014, one final target and one value of `year`.
inline senryaku::kpi indicator(senryaku::indicator_aim aim, const char* baseline, const char* target,
                               const char* actual, int year = 2019) {
  senryaku::kpi k;
  k.id = "k";
  k.name = "n";
  k.aim = aim;
  if (baseline != nullptr) {
    k.baseline.emplace();
    k.baseline->value = number(baseline);
    k.baseline->year = 2014;
  }
  if (target != nullptr) {
    k.target.emplace();
    k.target->year = year;
    k.target->value = number(target);
  }
  if (actual != nullptr) {
    k.actuals.emplace_back();
    k.actuals[0].year = year;
    k.actuals[0].value = number(actual);
  }
  return k;
}

inline void add_target(senryaku::kpi& k, int year, const char* value) {
  k.targets.emplace_back();
  k.targets.back().year = year;
  k.targets.back().value = number(value);
}
inline void add_actual(senryaku::kpi& k, int year, const char* value) {
  k.actuals.emplace_back();
  k.actuals.back().year = year;
  k.actuals.back().value = number(value);
}

}  // namespace evaluate_test
