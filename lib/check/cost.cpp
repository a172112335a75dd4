#include <algorithm>

#include "check/examined.hpp"
#include "check/level.hpp"
#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

bool runs_in(const project& one, int year) {
  return (!one.start_year || *one.start_year <= year) && (!one.end_year || *one.end_year >= year);
}

/// What a project costs in a year: the settled account where it is known, else the budget.
std::optional<std::int64_t> yen_of(const project& one, int year) {
  const auto entry = std::find_if(one.budgets.begin(), one.budgets.end(),
                                  [&](const project_budget& budget) { return budget.fiscal_year == year; });
  if (entry == one.budgets.end()) return std::nullopt;
  return entry->spent_yen ? entry->spent_yen : entry->amount_yen;
}

/// What all projects of a measure cost in these years; unknown as soon as one amount is.
std::optional<ratio> yen_of(const measure& part, int first, int last) {
  std::optional<ratio> sum;
  for (const auto& one : part.projects) {
    for (int year = first; year <= last; ++year) {
      if (!runs_in(one, year)) continue;
      const auto yen = yen_of(one, year);
      if (!yen) return std::nullopt;
      sum = ratio::add(sum.value_or(ratio(0)), decimal(*yen));
      if (!sum) return std::nullopt;
    }
  }
  return sum;
}

class cost_check {
 public:
  cost_check(examined& subject, const std::vector<yearly_value>& history)
      : subject_(subject),
        history_(history),
        part_(subject.place.part),
        yearly_(is_of_one_year(subject)),
        rising_(subject.indicator.aim == indicator_aim::increase) {}

  void run() {
    auto& result = subject_.result;
    result.cost_planned = planned();
    if (!result.cost_planned) return;
    result.cost_recorded = recorded();
    const std::string& unit = subject_.indicator.unit;
    const std::string each = result.cost_planned->each_yen.to_string();
    if (!result.cost_recorded || !compare(each)) {
      subject_.add("kpi.cost.per-unit", "cost_yen",
                   {{"cost", result.cost_planned->yen.to_string()}, {"each", each}, {"unit", unit}});
    }
  }

 private:
  /// 移住者数（人/年）: a figure of one year, so that its years add up.
  static bool is_of_one_year(const examined& subject) {
    const bool marked = ends_with_any(subject.unit, subject.rules.yearly_marks) != nullptr ||
                        contains_any(subject.name, subject.rules.yearly_marks) != nullptr;
    return marked && subject.indicator.kind != indicator_kind::cumulative;
  }

  using year = std::optional<int>;

  std::optional<unit_cost> cost(const std::optional<ratio>& yen, const std::optional<ratio>& units, year first,
                                year last) const {
    const int wanted = rising_ ? 1 : -1;
    if (!yen || !units || yen->sign() <= 0 || units->sign() != wanted) return std::nullopt;
    const auto each = ratio::divide(*yen, *units);
    const auto whole = each ? absolute(*each).round(0, rounding_mode::half_up) : std::nullopt;
    const auto money = yen->round(0, rounding_mode::half_up);
    const auto moved = absolute(*units).round(2, rounding_mode::half_up);
    if (!whole || !money || !moved) return std::nullopt;
    return unit_cost{first, last, *money, *moved, *whole};
  }

  /// From the newest value before the plan to the target.
  std::optional<unit_cost> planned() const {
    const kpi& indicator = subject_.indicator;
    const decimal& to = *subject_.target_value();
    const decimal* from = history_.empty() ? subject_.baseline() : &history_.back().value;
    if (from == nullptr) return std::nullopt;
    const auto change = ratio::subtract(to, *from);
    const auto until = subject_.target_year();
    const bool dated = !history_.empty() && until;
    std::optional<ratio> yen;
    if (indicator.cost_yen) yen = decimal(*indicator.cost_yen);
    if (!dated) return yearly_ && rising_ ? std::nullopt : cost(yen, change, std::nullopt, std::nullopt);
    const int first = history_.back().year + 1;
    const int last = *until;
    if (!yen && part_ != nullptr) yen = yen_of(*part_, first, last);
    if (!yearly_ || !rising_) return cost(yen, change, first, last);
    // On a straight line the n years sum up to n × newest + change × (n + 1) ÷ 2.
    const std::int64_t years = last - first + 1;
    const auto level = ratio::multiply(decimal(years), *from);
    const auto share = ratio::make(years + 1, 2);
    const auto slope = change && share ? ratio::multiply(*change, *share) : std::nullopt;
    return cost(yen, level && slope ? ratio::add(*level, *slope) : std::nullopt, first, last);
  }

  /// What the years before the plan show, with the money of the same projects.
  std::optional<unit_cost> recorded() const {
    const bool one_of_many = part_ != nullptr && part_->kpis.size() > 1;
    if (part_ == nullptr || history_.empty() || (subject_.indicator.cost_yen && one_of_many)) return std::nullopt;
    const int last = history_.back().year;
    if (!yearly_ || !rising_) {
      const int first = history_.front().year + 1;
      return cost(yen_of(*part_, first, last), ratio::subtract(history_.back().value, history_.front().value), first,
                  last);
    }
    const int first = history_.front().year;
    if (last - first + 1 != static_cast<int>(history_.size())) return std::nullopt;  // a year in between is unknown
    std::optional<ratio> sum = ratio(0);
    for (const auto& entry : history_) sum = sum ? ratio::add(*sum, entry.value) : std::nullopt;
    return cost(yen_of(*part_, first, last), sum, first, last);
  }

  /// Whether the two differ enough for a finding.
  bool compare(const std::string& each) {
    const unit_cost& plan = *subject_.result.cost_planned;
    const unit_cost& past = *subject_.result.cost_recorded;
    const auto times = ratio::divide(past.each_yen, plan.each_yen);
    const auto share = ratio::divide(plan.each_yen, past.each_yen);
    if (!times || !share) return false;
    const std::string unit = subject_.indicator.unit;
    const std::vector<finding_value> years{{"first", std::to_string(*past.first_year)},
                                           {"last", std::to_string(*past.last_year)}};
    if (*times >= ratio(subject_.rules.pace_times)) {
      const auto shown = times->round(2, rounding_mode::half_up);
      std::vector<finding_value> values{{"each", each},
                                        {"recorded", past.each_yen.to_string()},
                                        {"times", shown ? shown->to_string() : times->to_string()},
                                        {"unit", unit}};
      values.insert(values.end(), years.begin(), years.end());
      subject_.fail(subject_.result.achievable, "kpi.cost.below-record", "target", std::move(values));
      return true;
    }
    const auto limit = ratio::divide(subject_.rules.cost_notice_percent, decimal(100));
    const auto gap = ratio::subtract(*share, ratio(1));
    if (!limit || !gap || absolute(*gap) < *limit) return false;
    const auto percent = ratio::multiply(*share, decimal(100));
    const auto shown = percent ? percent->round(0, rounding_mode::half_up) : std::nullopt;
    if (!shown) return false;
    std::vector<finding_value> values{
        {"each", each}, {"recorded", past.each_yen.to_string()}, {"percent", shown->to_string()}, {"unit", unit}};
    values.insert(values.end(), years.begin(), years.end());
    subject_.add("kpi.cost.differs", "target", std::move(values));
    return true;
  }

  examined& subject_;
  const std::vector<yearly_value>& history_;
  const measure* part_;
  const bool yearly_;
  const bool rising_;
};

}  // namespace

void check_cost(examined& subject, const std::vector<yearly_value>& history) {
  cost_check(subject, history).run();
}

}  // namespace v1
}  // namespace senryaku
