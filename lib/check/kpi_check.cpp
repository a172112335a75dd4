#include <senryaku/check.hpp>

#include "check/examined.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

verdict both(verdict a, verdict b) {
  if (a == verdict::fail || b == verdict::fail) return verdict::fail;
  return a == verdict::pass && b == verdict::pass ? verdict::pass : verdict::unknown;
}

}  // namespace

kpi_check check_kpi(const kpi& indicator, const strategy& plan, const stage_classifier& stages,
                    const kpi_check_rules& rules, const kpi_place& place) {
  examined subject(indicator, plan, rules, place);
  kpi_check& result = subject.result;
  result.stage = stages.classify(subject.name, subject.unit, place.context, indicator.stage);
  check_specific(subject);
  check_measurable(subject);
  check_achievable(subject);
  check_relevant(subject);
  check_time_bounded(subject);
  result.objective_result = both(result.measurable, result.relevant);
  result.adequate_level = result.achievable;
  return std::move(result);
}

}  // namespace v1
}  // namespace senryaku
