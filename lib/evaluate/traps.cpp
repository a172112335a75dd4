#include "evaluate/traps.hpp"

#include <algorithm>

#include "evaluate/bands.hpp"
#include "evaluate/formula.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

std::string shown(const std::optional<decimal>& value) {
  return value ? value->to_string() : "—";
}

/// A printed rate without its sign, for comparison.
std::string bare(std::string_view rate) {
  std::string key = comparison_key(rate);
  key.erase(std::remove(key.begin(), key.end(), '%'), key.end());
  return key;
}

class trap_search {
 public:
  trap_search(const kpi& indicator, const rating_scheme& scheme, const evaluation_checks& checks, int year,
              const kpi_evaluation& entry)
      : kpi_(indicator), scheme_(scheme), checks_(checks), year_(year), entry_(entry) {
    if (entry.actual) actual_ = ratio(*entry.actual);
    if (entry.baseline) baseline_ = ratio(*entry.baseline);
  }

  std::vector<finding> run() {
    about_the_value();
    about_the_printed_rate();
    if (entry_.gap != rate_gap::none || !actual_ || !entry_.exact_rate) return std::move(found_);
    if (scheme_.formula == rate_formula::ratio) about_ratios();
    if (scheme_.formula == rate_formula::progress) about_progress();
    return std::move(found_);
  }

 private:
  void add(std::string_view code, std::vector<finding_value> more = {}) {
    std::vector<finding_value> values = {{"actual", shown(entry_.actual)},
                                         {"target", shown(entry_.target)},
                                         {"baseline", shown(entry_.baseline)},
                                         {"unit", entry_.unit},
                                         {"rate", entry_.rate.empty() ? "—" : entry_.rate}};
    for (auto& value : more) values.push_back(std::move(value));
    found_.push_back({std::string(code), entry_.kpi, entry_.pointer, std::move(values), std::nullopt});
  }

  bool falling() const { return kpi_.aim && falls(*kpi_.aim); }

  /// −1 worse, 0 equal, 1 better than `reference`; nothing where the aim is not stated.
  std::optional<int> against(const std::optional<ratio>& reference) const {
    if (!kpi_.aim || !actual_ || !reference) return std::nullopt;
    return (falling() ? -1 : 1) * ratio::compare(*actual_, *reference);
  }

  void about_the_value() {
    const std::vector<finding_value> years = {{"period", entry_.actual_period}, {"year", std::to_string(year_)}};
    if (entry_.gap == rate_gap::older_than_plan) return add("evaluate.value.older-than-plan", years);
    if (entry_.gap != rate_gap::none || !entry_.actual) return;
    const bool older = !entry_.actual_period.empty() && entry_.actual_period != std::to_string(year_) &&
                       std::all_of(entry_.actual_period.begin(), entry_.actual_period.end(),
                                   [](char c) { return c >= '0' && c <= '9'; });
    if (older) add("evaluate.value.older-year", years);
    if (entry_.provisional) add("evaluate.value.provisional", years);
  }

  void about_the_printed_rate() {
    if (!entry_.decided || entry_.decided->printed_rate.empty() || entry_.rate.empty()) return;
    const std::string& printed = entry_.decided->printed_rate;
    if (bare(printed) == bare(entry_.rate)) return;
    if (falling() && entry_.exact_level && rising_rate() == bare(printed)) {
      return add("evaluate.printed.rising-formula", {{"printed", printed}});
    }
    add("evaluate.printed.differs", {{"printed", printed}});
  }

  /// actual ÷ target as the scheme would print it.
  std::string rising_rate() const {
    const auto rate = ratio::divide(*actual_, *entry_.exact_level);
    const auto percent = rate ? percentage(*rate, scheme_.rounding) : std::nullopt;
    return percent ? percent->to_string() : "";
  }

  void about_ratios() {
    if (kpi_.kind == indicator_kind::rank) add("evaluate.trap.rank");
    const bool negative = actual_->sign() < 0 || (entry_.exact_level && entry_.exact_level->sign() < 0);
    if (negative && scheme_.negative_values == negative_rule::plain) return add("evaluate.trap.negative");
    const auto to_level = against(entry_.exact_level);
    if (falling() && scheme_.falling == falling_formula::plain && to_level && *to_level != 0) {
      return add("evaluate.trap.rising-formula");
    }
    const auto to_baseline = against(baseline_);
    const bool looks_good = entry_.good || entry_.rating.empty();
    if (to_baseline && *to_baseline < 0 && looks_good) add("evaluate.trap.hidden-decline", {{"rating", entry_.rating}});
  }

  void about_progress() {
    const auto to_baseline = against(baseline_);
    if (kpi_.kind == indicator_kind::cumulative && !falling() && to_baseline && *to_baseline < 0)
      return add("evaluate.trap.restarted-total");
    if (!checks_.thin_step || !checks_.thin_rate || !baseline_ || !entry_.exact_level || baseline_->sign() == 0) return;
    const auto step = ratio::subtract(*entry_.exact_level, *baseline_);
    const auto part = step ? ratio::divide(*step, *baseline_) : std::nullopt;
    const auto percent = part ? ratio::multiply(*part, decimal(100)) : std::nullopt;
    const auto rate = ratio::multiply(*entry_.exact_rate, decimal(100));
    if (!percent || !rate) return;
    const bool thin = *magnitude(*percent) < *checks_.thin_step && *magnitude(*rate) > *checks_.thin_rate;
    if (thin) add("evaluate.trap.thin-step", {{"step", step->round(decimal::max_scale, rounding_mode::half_up)
                                                           .value_or(decimal{})
                                                           .to_string()}});
  }

  static std::optional<ratio> magnitude(const ratio& value) {
    return value.sign() < 0 ? ratio::subtract(ratio{}, value) : value;
  }

  const kpi& kpi_;
  const rating_scheme& scheme_;
  const evaluation_checks& checks_;
  int year_;
  const kpi_evaluation& entry_;
  std::optional<ratio> actual_;
  std::optional<ratio> baseline_;
  std::vector<finding> found_;
};

}  // namespace

std::vector<finding> find_traps(const kpi& indicator, const rating_scheme& scheme, const evaluation_checks& checks,
                                int year, const kpi_evaluation& entry) {
  return trap_search(indicator, scheme, checks, year, entry).run();
}

std::vector<finding> find_changed_targets(const strategy& plan, int year,
                                          const std::vector<kpi_evaluation>& entries) {
  std::vector<finding> found;
  for (const auto& change_of_plan : plan.revisions) {
    const auto& day = change_of_plan.decided_on;
    if (day && fiscal_year::of(*day).value() > year) continue;
    for (const auto& change : change_of_plan.changes) {
      if (change.member != "target" && change.member != "targets") continue;
      const auto entry = std::find_if(entries.begin(), entries.end(),
                                      [&](const kpi_evaluation& e) { return e.kpi == change.subject; });
      if (entry == entries.end()) continue;
      found.push_back({"evaluate.trap.changed-target",
                       entry->kpi,
                       entry->pointer,
                       {{"from", change.from}, {"to", change.to}, {"unit", entry->unit}},
                       std::nullopt});
    }
  }
  return found;
}

}  // namespace v1
}  // namespace senryaku
