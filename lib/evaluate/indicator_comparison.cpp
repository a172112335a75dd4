#include <algorithm>

#include "evaluate/comparison_parts.hpp"
#include "evaluate/exact_text.hpp"
#include "evaluate/formula.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

// ---- Members as text: the words of the document format --------------------------------------------------------------

std::string text_of(const std::optional<indicator_aim>& aim) {
  static constexpr const char* words[] = {"increase", "decrease", "maintain", "at-least", "at-most"};
  return aim ? words[static_cast<std::size_t>(*aim)] : "";
}

std::string text_of(const std::optional<indicator_kind>& kind) {
  static constexpr const char* words[] = {"point", "cumulative", "average", "change-rate", "rank", "qualitative"};
  return kind ? words[static_cast<std::size_t>(*kind)] : "";
}

std::string text_of(const std::optional<year_kind>& kind) {
  static constexpr const char* words[] = {"calendar", "fiscal", "day", "school"};
  return kind ? words[static_cast<std::size_t>(*kind)] : "";
}

std::string text_of(const std::optional<target_basis>& basis) {
  static constexpr const char* words[] = {"level", "increment", "change-rate", "total"};
  return basis ? words[static_cast<std::size_t>(*basis)] : "";
}

std::string text_of(const std::optional<decimal>& value) {
  return value ? value->to_string() : std::string();
}

std::string text_of(const std::optional<int>& year) {
  return year ? std::to_string(*year) : std::string();
}

// ---- Parts of an indicator
// --------------------------------------------------------------------------------------------

std::optional<ratio> baseline_of(const kpi& indicator) {
  if (!indicator.baseline || !indicator.baseline->value) return std::nullopt;
  return ratio(*indicator.baseline->value);
}

/// Harder or easier to reach than before, seen in the direction of the aim; levels in one unit only.
member_meaning target_meaning(const kpi& before, const target& old_target, const kpi& after, const target& new_target,
                              const std::optional<ratio>& was, const std::optional<ratio>& is) {
  const bool one_unit = comparison_key(before.unit) == comparison_key(after.unit);
  const bool one_basis = (old_target.basis == target_basis::total) == (new_target.basis == target_basis::total);
  if (!one_unit || !one_basis || !was || !is || !after.aim || before.aim != after.aim || *was == *is)
    return member_meaning::target_changed;
  const bool harder = falls(*after.aim) ? *is < *was : *is > *was;
  return harder ? member_meaning::target_raised : member_meaning::target_lowered;
}

void compare_target_values(const std::string& path, const kpi& before, const target& old_target, const kpi& after,
                           const target& new_target, member_list& members) {
  const auto was = level_of(old_target, baseline_of(before));
  const auto is = level_of(new_target, baseline_of(after));
  member_change* change = members.compare(path, text_of(old_target.value), text_of(new_target.value),
                                          target_meaning(before, old_target, after, new_target, was, is));
  if (change == nullptr) return;
  if (was) change->level_before = exact_text(*was);
  if (is) change->level_after = exact_text(*is);
}

void compare_target(const kpi& before, const kpi& after, member_list& members) {
  const target none;
  const target& was = before.target ? *before.target : none;
  const target& is = after.target ? *after.target : none;
  compare_target_values("target/value", before, was, after, is, members);
  members.compare("target/text", was.text, is.text, member_meaning::target_changed);
  const bool later = was.year && is.year && *is.year > *was.year;
  members.compare("target/year", text_of(was.year), text_of(is.year),
                  later ? member_meaning::target_later : member_meaning::target_earlier);
  // A basis that is not stated is `level`.
  const target_basis level = target_basis::level;
  if (was.value && is.value && was.basis.value_or(level) != is.basis.value_or(level))
    members.add("target/basis", text_of(was.basis), text_of(is.basis), member_meaning::target_changed);
  for (const auto& old_target : before.targets) {
    const auto same_year = std::find_if(after.targets.begin(), after.targets.end(),
                                        [&](const target& entry) { return entry.year == old_target.year; });
    if (!old_target.year || same_year == after.targets.end()) continue;
    compare_target_values("targets/" + text_of(old_target.year), before, old_target, after, *same_year, members);
  }
}

/// Values of one year in both versions have to be the same, or the indicator was counted anew.
void compare_values(const kpi& before, const kpi& after, member_list& members) {
  if (comparison_key(before.unit) != comparison_key(after.unit)) return;
  const auto known = values_by_year(before);
  for (const auto& entry : values_by_year(after)) {
    const auto same_year =
        std::find_if(known.begin(), known.end(), [&](const yearly_value& old) { return old.year == entry.year; });
    if (same_year == known.end() || same_year->value == entry.value) continue;
    members.add("values/" + std::to_string(entry.year), same_year->value.to_string(), entry.value.to_string(),
                member_meaning::restated);
  }
}

}  // namespace

member_change* member_list::compare(const std::string& path, const std::string& before, const std::string& after,
                                    member_meaning meaning) {
  if (comparison_key(before) == comparison_key(after)) return nullptr;
  if (before.empty()) meaning = member_meaning::first_stated;
  if (after.empty()) meaning = member_meaning::no_longer_stated;
  const auto both = !before.empty() && !after.empty();
  const auto first = both ? decimal::parse(before) : std::nullopt;
  const auto second = both ? decimal::parse(after) : std::nullopt;
  if (first && second && *first == *second) return nullptr;  // 12.3 and 12.30
  return add(path, before, after, meaning);
}

member_change* member_list::add(const std::string& path, const std::string& before, const std::string& after,
                                member_meaning meaning) {
  // Members that stand for an entry of a list by its year have no pointer of their own.
  const bool by_year = path.rfind("values/", 0) == 0 || path.rfind("targets/", 0) == 0;
  const std::string tail = by_year ? std::string() : "/" + path;
  std::string name = path;
  std::replace(name.begin(), name.end(), '/', '.');
  changes_.push_back({std::move(name), meaning, before, after, before.empty() ? std::string() : at_before_ + tail,
                      after.empty() ? std::string() : at_after_ + tail, std::string(), std::string()});
  return &changes_.back();
}

void compare_indicators(const kpi& before, const kpi& after, member_list& members) {
  const measurement none;
  const measurement& was = before.measurement ? *before.measurement : none;
  const measurement& is = after.measurement ? *after.measurement : none;
  members.compare("unit", before.unit, after.unit, member_meaning::unit_changed);
  members.compare("definition", before.definition, after.definition, member_meaning::redefined);
  members.compare("kind", text_of(before.kind), text_of(after.kind), member_meaning::redefined);
  members.compare("year_kind", text_of(before.year_kind), text_of(after.year_kind), member_meaning::redefined);
  members.compare("measurement/method", was.method, is.method, member_meaning::redefined);
  members.compare("measurement/source", was.source, is.source, member_meaning::redefined);
  members.compare("measurement/owner", was.owner, is.owner, member_meaning::other);
  members.compare("aim", text_of(before.aim), text_of(after.aim), member_meaning::aim_changed);
  if (before.baseline && after.baseline) {
    members.compare("baseline/year", text_of(before.baseline->year), text_of(after.baseline->year),
                    member_meaning::baseline_changed);
    members.compare("baseline/value", text_of(before.baseline->value), text_of(after.baseline->value),
                    member_meaning::baseline_changed);
    members.compare("baseline/from_year", text_of(before.baseline->from_year), text_of(after.baseline->from_year),
                    member_meaning::baseline_changed);
  }
  compare_target(before, after, members);
  compare_values(before, after, members);
}

comparability comparability_of(const std::vector<member_change>& members, matched_by how, std::string& because) {
  static constexpr const char* meaning_members[] = {"unit",      "definition",         "kind",
                                                    "year_kind", "measurement.method", "measurement.source"};
  comparability result = comparability::comparable;
  const auto take = [&](const std::string& member, comparability found) {
    if (found == comparability::not_comparable && result != found) because.clear();
    if (result == comparability::not_comparable && found != result) return;
    result = found;
    because += (because.empty() ? "" : ", ") + member;
  };
  if (how == matched_by::renamed) take("name", comparability::unknown);
  for (const auto& change : members) {
    const bool breaks = change.meaning == member_meaning::unit_changed || change.meaning == member_meaning::redefined ||
                        change.meaning == member_meaning::restated;
    const bool one_sided =
        change.meaning == member_meaning::first_stated || change.meaning == member_meaning::no_longer_stated;
    const bool says_what =
        std::find(std::begin(meaning_members), std::end(meaning_members), change.member) != std::end(meaning_members);
    if (breaks) {
      take(change.member, comparability::not_comparable);
    } else if (one_sided && says_what) {
      take(change.member, comparability::unknown);
    }
  }
  return result;
}

}  // namespace v1
}  // namespace senryaku
