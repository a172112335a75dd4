#include <algorithm>

#include "check/examined.hpp"
#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// 人・団体: two units, so two quantities. ㎥/人・日, 人・日 and 件・年 are one.
bool is_two_units(std::string_view unit, const kpi_check_rules& rules) {
  constexpr std::string_view joint = "・";
  const std::size_t at = unit.find(joint);
  if (at == std::string_view::npos || at == 0 || unit.find('/') != std::string_view::npos) return false;
  return !is_any(unit.substr(at + joint.size()), rules.span_units);
}

/// 夜間来訪者数（前年比）says in its remark that it is a ratio, 排出量 in ％（2000年比）in that of its unit.
bool says_ratio_aside(const examined& subject) {
  const auto& ratios = subject.rules.ratio_names;
  return contains_any(remark_of(subject.name), ratios) != nullptr ||
         contains_any(remark_of(subject.stated_unit), ratios) != nullptr;
}

/// 設置数(登録人数) in 箇所 counts places and persons; 職員数(従事する職員数) in 人 explains itself.
bool adds_persons_aside(const examined& subject) {
  const kpi_check_rules& rules = subject.rules;
  const std::string_view remark = remark_of(subject.name);
  const auto ends_remark = [&](const std::string& count) { return remark.find(count + ")") != std::string_view::npos; };
  return !subject.unit.empty() && !is_any(subject.unit, rules.ratio_units) &&
         std::any_of(rules.person_counts.begin(), rules.person_counts.end(), ends_remark) &&
         contains_any(subject.unit, rules.person_units) == nullptr;
}

void check_form(examined& subject) {
  const kpi_check_rules& rules = subject.rules;
  verdict& letter = subject.result.specific;
  if (const auto* ending = ends_with_any(subject.name, rules.sentence_endings)) {
    return subject.fail(letter, "kpi.name.sentence", "name", {{"term", *ending}});
  }
  if (const auto* ending = ends_with_any(subject.name, rules.slogan_endings)) {
    return subject.fail(letter, "kpi.name.slogan", "name", {{"term", *ending}});
  }
  const auto* survey = ends_with_any(subject.name, rules.survey_endings);
  if (survey != nullptr && !says_what_is_counted(subject)) {
    return subject.fail(letter, "kpi.name.survey", "name", {{"term", *survey}});
  }
  const auto* open = ends_with_any(subject.name, rules.open_endings);
  if (open != nullptr && ends_with_any(subject.name, rules.closed_names) == nullptr) {
    subject.fail(letter, "kpi.name.open-ended", "name", {{"term", *open}});
  }
}

}  // namespace

bool says_what_is_counted(const examined& subject) {
  if (subject.unit.empty()) return false;
  return !is_any(subject.unit, subject.rules.ratio_units) || says_ratio_aside(subject);
}

void check_specific(examined& subject) {
  const kpi& indicator = subject.indicator;
  const kpi_check_rules& rules = subject.rules;
  verdict& letter = subject.result.specific;
  letter = verdict::pass;
  check_form(subject);
  const bool explained = !subject.method.empty() || !indicator.definition.empty();
  const auto* term = ends_with_any(subject.name, rules.vague_endings);
  if (term != nullptr && !explained) subject.fail(letter, "kpi.name.vague", "name", {{"term", *term}});
  if (is_any(subject.name, rules.bare_names) && subject.context.empty() && !explained) {
    subject.fail(letter, "kpi.name.whose-missing", "name", {{"name", indicator.name}});
  }
  if (names_two_quantities(subject.name, rules) || adds_persons_aside(subject)) {
    subject.fail(letter, "kpi.name.two-quantities", "name");
  }
  if (is_two_units(subject.unit, rules)) subject.fail(letter, "kpi.unit.two", "unit", {{"unit", indicator.unit}});
  if (ends_with_any(subject.name, rules.quantity_endings) != nullptr && is_any(subject.unit, rules.ratio_units) &&
      !says_ratio_aside(subject)) {
    subject.fail(letter, "kpi.unit.ratio-of-quantity", "unit", {{"unit", indicator.unit}});
  }
}

}  // namespace v1
}  // namespace senryaku
