#include <senryaku/evaluate.hpp>

#include <algorithm>

#include "evaluate/bands.hpp"
#include "evaluate/values.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// The formula that a mark on the indicator switches to, or the scheme's own.
rate_formula formula_for(const kpi& indicator, const rating_scheme& scheme) {
  if (scheme.formula == rate_formula::judgement) return scheme.formula;
  static constexpr std::pair<std::string_view, rate_formula> names[] = {
      {"ratio", rate_formula::ratio},   {"progress", rate_formula::progress}, {"difference", rate_formula::difference},
      {"change", rate_formula::change}, {"yes-no", rate_formula::yes_no},     {"compare", rate_formula::compare}};
  for (const auto& [name, formula] : names) {
    if (indicator.formula == name) return formula;
  }
  return scheme.formula;
}

bool applies(const scheme_override& entry, const kpi& indicator) {
  return (!entry.mark.empty() && entry.mark == indicator.formula) ||
         std::find(entry.kpis.begin(), entry.kpis.end(), indicator.id) != entry.kpis.end();
}

/// The evaluation of one indicator, step by step; each step may find that there is nothing to compute.
class rating {
 public:
  rating(const kpi& indicator, const rating_scheme& scheme, int year, std::optional<int> plan_start_year)
      : kpi_(indicator), scheme_(scheme), chooser_(indicator, scheme, year, plan_start_year) {
    result_.scheme = scheme.id;
    result_.kpi = indicator.id;
    result_.name = indicator.name;
    result_.unit = indicator.unit;
  }

  kpi_evaluation run() {
    gather();
    if (values_.gap == rate_gap::none && values_.actual && (values_.level || scheme_.formula == rate_formula::change)) {
      main_ = compute_rate(scheme_, scheme_.formula, kpi_.aim, values_.baseline,
                           values_.level ? *values_.level : *values_.baseline, *values_.actual);
      values_.gap = main_.gap;
      result_.rule = main_.rule;
    }
    result_.gap = values_.gap;
    if (values_.gap == rate_gap::none && main_.rate) print_main();
    print_final();
    print_shares();
    rate_against_bands();
    return std::move(result_);
  }

 private:
  void gather() {
    values_.gap = scheme_.formula == rate_formula::judgement ? rate_gap::judged
                  : kpi_.kind == indicator_kind::qualitative ? rate_gap::not_numeric
                                                             : rate_gap::none;
    if (values_.gap != rate_gap::none) return;
    values_ = chooser_.choose();
    if (values_.observed != nullptr) {
      result_.actual = values_.observed->value;
      result_.actual_period =
          values_.observed->year ? std::to_string(*values_.observed->year) : values_.observed->printed_period;
      result_.provisional = values_.observed->provisional.value_or(false);
    }
    if (kpi_.baseline) result_.baseline = kpi_.baseline->value;
    if (values_.aimed != nullptr) {
      result_.target = values_.aimed->value;
      if (values_.aimed->basis != target_basis::level) result_.target_basis = values_.aimed->basis;
    }
    result_.exact_level = values_.level;
    if (values_.level) result_.target_level = values_.level->to_string();
    result_.unknown = values_.unknown;
    result_.left_out = values_.left_out;
  }

  void print_main() {
    result_.exact_rate = main_.rate;
    result_.rate_numerator = to_string(main_.rate->numerator());
    result_.rate_denominator = to_string(main_.rate->denominator());
    result_.rate = printed_rate(main_, scheme_, scheme_.formula);
  }

  /// The rate of `actual` against `level`, both at hand whatever the scheme compares with.
  computed_rate rate_of(const ratio& level, const ratio& actual) const {
    return compute_rate(scheme_, scheme_.formula, kpi_.aim, values_.baseline, level, actual);
  }

  void print_final() {
    const bool usable =
        values_.gap != rate_gap::no_actual && values_.gap != rate_gap::provisional && values_.gap != rate_gap::judged;
    if (!scheme_.final_too || !values_.actual || !usable) return;
    const target* last = kpi_.target && kpi_.target->value ? &*kpi_.target : nullptr;
    // A target that is set anew each year has no other final level.
    const bool set_yearly = last == nullptr && values_.level && kpi_.target && !kpi_.target->text.empty();
    std::optional<ratio> level = set_yearly ? values_.level : std::nullopt;
    if (last != nullptr) level = chooser_.level_of(*last);
    if (level) result_.rate_final = printed_rate(rate_of(*level, *values_.actual), scheme_, scheme_.formula);
  }

  /// Each yearly target as a share of the way, by the indicator's own formula.
  void print_shares() {
    if (!scheme_.final_too || !kpi_.target || !kpi_.target->value || scheme_.formula == rate_formula::judgement) return;
    const auto last = chooser_.level_of(*kpi_.target);
    for (const auto& yearly : kpi_.targets) {
      const auto level = yearly.value && last ? chooser_.level_of(yearly) : std::nullopt;
      if (!level) continue;
      const auto share = rate_of(*last, *level);
      const auto percent = share.rate ? percentage(*share.rate, scheme_.rounding, scheme_.formula) : std::nullopt;
      result_.target_shares.push_back(percent ? percent->to_string() : "");
    }
  }

  void rate_against_bands() {
    band_question question;
    question.indicator = &kpi_;
    question.formula = scheme_.formula;
    question.year = values_.year;
    question.gap = values_.gap;
    question.rate = main_.rate;
    question.baseline = values_.baseline;
    question.level = values_.level;
    question.actual = values_.actual;
    question.previous = values_.previous;
    question.target_text = values_.target_text;
    if (const rating_band* band = choose_band(scheme_, question)) {
      result_.rating = band->symbol;
      result_.rating_meaning = band->meaning;
      result_.good = band->good;
      result_.points = band->points;
    }
    if (values_.gap != rate_gap::none && !values_.symbol.empty()) result_.rating = values_.symbol;
  }

  const kpi& kpi_;
  const rating_scheme& scheme_;
  value_chooser chooser_;
  compared_values values_;
  computed_rate main_;
  kpi_evaluation result_;
};

}  // namespace

const rating_scheme* find_scheme(const std::vector<rating_scheme>& schemes, std::string_view id) {
  const auto at = std::find_if(schemes.begin(), schemes.end(),
                               [&](const rating_scheme& scheme) { return id.empty() || scheme.id == id; });
  return at == schemes.end() ? nullptr : &*at;
}

rating_scheme scheme_for(const kpi& indicator, const rating_scheme& scheme) {
  rating_scheme own = scheme;
  own.formula = formula_for(indicator, scheme);
  const auto entry = std::find_if(scheme.overrides.begin(), scheme.overrides.end(),
                                  [&](const scheme_override& o) { return applies(o, indicator); });
  if (entry == scheme.overrides.end() || scheme.formula == rate_formula::judgement) return own;
  own.formula = entry->formula.value_or(own.formula);
  own.compared_with = entry->compared_with.value_or(own.compared_with);
  own.falling = entry->falling.value_or(own.falling);
  own.keeping = entry->keeping.value_or(own.keeping);
  own.totals = entry->totals.value_or(own.totals);
  if (entry->floor) own.floor = entry->floor;
  if (entry->cap) own.cap = entry->cap;
  if (entry->tolerance) own.tolerance = entry->tolerance;
  return own;
}

kpi_evaluation evaluate_kpi(const kpi& indicator, const rating_scheme& scheme, int year,
                            std::optional<int> plan_start_year) {
  if (indicator.formula.empty() && scheme.overrides.empty())
    return rating(indicator, scheme, year, plan_start_year).run();
  return rating(indicator, scheme_for(indicator, scheme), year, plan_start_year).run();
}

}  // namespace v1
}  // namespace senryaku
