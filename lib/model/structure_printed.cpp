#include <senryaku/japanese_number.hpp>

#include "model/findings.hpp"

namespace senryaku::structure {
namespace {

class printed_check {
 public:
  printed_check(const strategy& plan, const std::vector<era>& eras, collector& out)
      : plan_(plan), eras_(eras), out_(out) {}

  void run() {
    check_period();
    for_each_kpi(plan_,
                 [&](const kpi& k, const goal*, const measure*, const std::string& pointer) { check_kpi(k, pointer); });
    for_each_project(plan_, [&](const project& p, const goal*, const measure*, const std::string& pointer) {
      for (std::size_t i = 0; i < p.budgets.size(); ++i) {
        const auto& budget = p.budgets[i];
        const auto amount = budget.amount_yen ? std::optional<decimal>(*budget.amount_yen) : std::nullopt;
        figure(p.id, pointer + "/budgets/" + std::to_string(i), budget.printed, amount, "円", true);
      }
    });
  }

 private:
  void check_kpi(const kpi& k, const std::string& pointer) {
    if (k.baseline) entry(k, *k.baseline, pointer + "/baseline", true);
    for (std::size_t i = 0; i < k.targets.size(); ++i) {
      entry(k, k.targets[i], pointer + "/targets/" + std::to_string(i), is_level(k.targets[i]));
    }
    if (k.target) entry(k, *k.target, pointer + "/target", is_level(*k.target));
    for (std::size_t i = 0; i < k.actuals.size(); ++i) {
      entry(k, k.actuals[i], pointer + "/actuals/" + std::to_string(i), true);
    }
  }

  static bool is_level(const target& t) { return !t.basis || *t.basis == target_basis::level; }

  /// An observation or a target.
  template <class T>
  void entry(const kpi& k, const T& shown, const std::string& pointer, bool level) {
    figure(k.id, pointer, shown.printed, shown.value, shown.unit.empty() ? k.unit : shown.unit, level);
    years(k.id, pointer, shown);
  }

  void figure(const std::string& element, const std::string& pointer, const std::string& printed,
              const std::optional<decimal>& value, const std::string& unit, bool level) {
    if (printed.empty()) return;
    const auto read = read_number(printed);
    if (!read) {
      const std::string& code = read.findings.front().code;
      if (code == "number.grouping.misprint" || code == "number.myriad.order" || code == "number.point.misplaced") {
        out_.add(
            "structure.printed.misprint", element, pointer + "/printed",
            {{"printed", printed}, {"found", std::string(read.findings.front().value("found"))}, {"reason", code}});
      }
      return;
    }
    // Words, and changes against the baseline, are entered in more than one way.
    if (!level || read->change || !value) return;
    if (read->no_value || !same_figure(*read, *value, unit)) {
      out_.add("structure.printed.differs", element, pointer + "/value",
               {{"printed", printed}, {"value", value->to_string()}, {"unit", unit}});
    }
  }

  /// The value is entered in the indicator's unit (43000 万円) and printed in that or another (4億3,000万円).
  static bool same_figure(const printed_number& read, const decimal& value, const std::string& unit) {
    if (!read.value) return true;
    if (value_in_unit(read, unit) == value) return true;
    return shift(value, split_unit(unit).exponent) == read.value;
  }

  template <class T>
  void years(const std::string& element, const std::string& pointer, const T& shown) {
    if (shown.printed_period.empty()) return;
    const auto read = read_period(shown.printed_period, eras_);
    if (!read) {
      impossible(element, pointer + "/printed_period", shown.printed_period, read.findings.front().code);
      return;
    }
    if (!read->last) return;
    const auto fits = [&](int year, int printed, civil_day day) {
      return year == printed || year == fiscal_year::of(day).value();
    };
    const bool year_differs = shown.year && !fits(*shown.year, *read->year, *read->last);
    const bool from_differs =
        shown.from_year && read->from_year && !fits(*shown.from_year, *read->from_year, *read->first);
    const bool day_differs = shown.day && read->unit == period_unit::day && *shown.day != *read->last;
    if (!year_differs && !from_differs && !day_differs) return;
    const std::string entered =
        day_differs ? shown.day->to_string() : std::to_string(year_differs ? *shown.year : *shown.from_year);
    out_.add("structure.printed.period-differs", element,
             pointer + (day_differs    ? "/day"
                        : year_differs ? "/year"
                                       : "/from_year"),
             {{"printed", shown.printed_period}, {"value", entered}});
  }

  void impossible(const std::string& element, std::string pointer, const std::string& printed,
                  const std::string& code) {
    // Words that are no date are kept as they are; a date that cannot be is a misprint.
    if (code == "calendar.text.unread" || code == "calendar.era.missing" || code == "calendar.year.missing") return;
    out_.add("structure.printed.period-impossible", element, std::move(pointer),
             {{"printed", printed}, {"reason", code}});
  }

  void check_period() {
    const plan_period& period = plan_.period;
    if (period.printed.empty()) return;
    const auto read = read_period(period.printed, eras_);
    if (!read) {
      impossible({}, "/period/printed", period.printed, read.findings.front().code);
      return;
    }
    if (!read->last) return;
    const bool has_first = read->is_range || read->onwards;
    if (has_first && period.start && *period.start != *read->first) {
      out_.add("structure.printed.period-differs", {}, "/period/start",
               {{"printed", period.printed}, {"value", period.start->to_string()}});
    }
    if (!read->onwards && period.end && *period.end != *read->last) {
      out_.add("structure.printed.period-differs", {}, "/period/end",
               {{"printed", period.printed}, {"value", period.end->to_string()}});
    }
  }

  const strategy& plan_;
  const std::vector<era>& eras_;
  collector& out_;
};

}  // namespace

void check_printed(const strategy& plan, const std::vector<era>& eras, collector& out) {
  printed_check(plan, eras, out).run();
}

}  // namespace senryaku::structure
