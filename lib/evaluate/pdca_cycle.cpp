#include <senryaku/elements.hpp>
#include <senryaku/pdca_cycle.hpp>

#include <algorithm>

#include "evaluate/cycle_records.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// First day of the first month and last day of the last one, in the fiscal year after `verified`.
std::pair<civil_day, civil_day> span_of(const calendar_step& step, int verified) {
  const auto year_of = [&](int month) { return verified + (month >= 4 ? 1 : 2); };
  const int next = step.last_month % 12 + 1;
  const int next_year = year_of(step.last_month) + (step.last_month == 12 ? 1 : 0);
  const civil_day from = civil_day::make(year_of(step.first_month), step.first_month, 1).value_or(civil_day{});
  const civil_day after = civil_day::make(next_year, next, 1).value_or(civil_day{});
  return {from, add_days(after, -1).value_or(after)};
}

class cycle_walk {
 public:
  cycle_walk(const strategy& plan, const rating_scheme& scheme, const std::vector<rating_scheme>& schemes, int year,
             std::optional<civil_day> as_of)
      : plan_(plan), records_(plan, scheme, schemes), year_(year), as_of_(as_of) {
    result_.fiscal_year = year;
    result_.scheme = scheme.id;
  }

  pdca_cycle run(const std::vector<calendar_step>& calendar) {
    const auto end = last_day(plan_);
    const bool known = plan_.period.start && end;
    const int last = known ? std::min(year_, fiscal_year::of(*end).value()) : year_;
    constexpr int most = 100;  // a mistyped century must not make a table of centuries
    const int first = known ? std::max(fiscal_year::of(*plan_.period.start).value(), last - most + 1) : year_;
    for (int y = first; y <= last; ++y) result_.years.push_back(one_year(y));
    for (const auto& step : calendar) result_.calendar.push_back(one_step(step));
    collect_decisions();
    collect_revisions();
    check_verifications();
    return std::move(result_);
  }

 private:
  void add(const char* code, const std::string& element, const std::string& pointer,
           std::vector<finding_value> values) {
    result_.findings.push_back({code, element, pointer, std::move(values), std::nullopt});
  }

  // ---- Years and calendar ---------------------------------------------------------------------------------------

  cycle_year one_year(int year) const {
    cycle_year entry;
    entry.fiscal_year = year;
    for (const auto& held : plan_.verifications) {
      if (verified_year(held) != year) continue;
      if (entry.verification.empty()) entry.verification = held.id;
      if (!entry.held_on) entry.held_on = held.held_on;
      if (!entry.reported_to_assembly_on) entry.reported_to_assembly_on = held.reported_to_assembly_on;
      if (!entry.published_on) entry.published_on = held.published_on;
    }
    const year_counts counts = records_.count(year);
    const bool verified = !entry.verification.empty();
    const auto phase = [&](pdca_phase which, std::int64_t count, std::int64_t total, bool begun) {
      phase_state state = !begun ? phase_state::not_recorded : count < total ? phase_state::partly : phase_state::done;
      entry.phases.push_back({which, state, count, total});
    };
    phase(pdca_phase::plan, counts.with_target, counts.indicators, counts.with_target > 0);
    phase(pdca_phase::execute, counts.with_value, counts.indicators, counts.with_value > 0);
    phase(pdca_phase::check, counts.rated, counts.with_value, verified);
    phase(pdca_phase::act, counts.decided, counts.low, counts.low > 0 ? counts.decided > 0 : verified);
    return entry;
  }

  calendar_entry one_step(const calendar_step& step) const {
    const auto [from, to] = span_of(step, year_);
    calendar_entry entry{step.id,
                         step.phase,
                         step.recorded_by,
                         step.ja,
                         step.en,
                         step.who_ja,
                         step.who_en,
                         from,
                         to,
                         std::nullopt,
                         calendar_state::not_recorded};
    if (records_.has_step(step.recorded_by, year_, entry.done_on)) {
      entry.state = calendar_state::done;
    } else if (as_of_) {
      entry.state = *as_of_ > entry.to     ? calendar_state::overdue
                    : *as_of_ < entry.from ? calendar_state::ahead
                                           : calendar_state::current;
    }
    return entry;
  }

  /// True when the calendar leaves time for that step of the year that is verified.
  bool still_time(cycle_step_kind kind) const {
    return std::any_of(result_.calendar.begin(), result_.calendar.end(), [&](const calendar_entry& entry) {
      const bool open = entry.state == calendar_state::ahead || entry.state == calendar_state::current;
      return open && entry.recorded_by == kind;
    });
  }

  // ---- Decisions ------------------------------------------------------------------------------------------------

  void collect_decisions() {
    for (auto& record : records_.all(year_)) {
      const bool before = record.fiscal_year && *record.fiscal_year == year_ - 1;
      const bool now = !record.fiscal_year || *record.fiscal_year == year_;
      if (!before && !now) continue;
      if (now) weigh(record);
      if (before) follow(record);
      result_.decisions.push_back(std::move(record));
    }
  }

  void open(open_reason reason, const decision_record& record) {
    result_.open.push_back({reason, record.fiscal_year, record.subject, record.name, record.pointer,
                            record.rating.empty() ? record.computed : record.rating, record.decision});
  }

  void weigh(const decision_record& record) {
    const bool verified = std::any_of(plan_.verifications.begin(), plan_.verifications.end(),
                                      [&](const verification& held) { return verified_year(held) == year_; });
    if (record.low.value_or(false) && !record.decision) {
      open(open_reason::low_rating_undecided, record);
      if (verified) {
        add("cycle.decision.missing", record.subject, record.pointer,
            {{"name", record.name}, {"rating", record.rating.empty() ? record.computed : record.rating}});
      }
    }
    if (record.unanswered > 0) {
      open(open_reason::opinion_unanswered, record);
      add("cycle.opinion.unanswered", record.subject, record.pointer,
          {{"name", record.name},
           {"count", std::to_string(record.unanswered)},
           {"total", std::to_string(record.opinions)}});
    }
    // The finding is the evaluation's (evaluate.decision.unexplained).
    if (record.differs.value_or(false) && record.rating_reason.empty())
      open(open_reason::difference_unexplained, record);
  }

  /// What became of last year's decision.
  void follow(const decision_record& record) {
    const bool silent = record.follow_up == follow_up_state::not_stated;
    if (!silent && record.follow_up != follow_up_state::overdue) return;
    open(open_reason::decision_not_followed_up, record);
    add(silent ? "cycle.follow-up.missing" : "cycle.follow-up.overdue", record.subject, record.pointer,
        {{"name", record.name},
         {"year", std::to_string(*record.fiscal_year)},
         {"action", record.action.empty() ? record.decision_reason : record.action}});
  }

  // ---- Verifications and revisions ------------------------------------------------------------------------------

  void collect_revisions() {
    for (std::size_t i = 0; i < plan_.revisions.size(); ++i) {
      const revision& changed = plan_.revisions[i];
      const std::string at = "/revisions/" + std::to_string(i);
      for (std::size_t j = 0; j < changed.changes.size(); ++j) {
        const revision_change& change = changed.changes[j];
        const std::string pointer = at + "/changes/" + std::to_string(j);
        result_.revisions.push_back({changed.id, changed.decided_on, change.subject, records_.name_of(change.subject),
                                     change.member, change.from, change.to, change.comparable, pointer});
        if (change.comparable) continue;
        add("cycle.revision.comparability-unstated", change.subject, pointer,
            {{"name", records_.name_of(change.subject)},
             {"member", change.member},
             {"from", change.from},
             {"to", change.to}});
      }
      if (changed.extended_to) check_extension(changed, at);
    }
  }

  /// An extension adds years; a target of the old last year says nothing about them.
  void check_extension(const revision& changed, const std::string& pointer) {
    const int last = fiscal_year::of(*changed.extended_to).value();
    std::int64_t without = 0;
    std::int64_t total = 0;
    for_each_kpi(plan_, [&](const kpi& indicator, const goal*, const measure*, const std::string&) {
      if (!indicator.target || !indicator.target->year) return;
      ++total;
      const auto later = [&](const target& aimed) { return aimed.year && *aimed.year >= last; };
      const bool aims =
          later(*indicator.target) || std::any_of(indicator.targets.begin(), indicator.targets.end(), later);
      if (!aims) ++without;
    });
    if (without == 0) return;
    add("cycle.extension.targets-missing", changed.id, pointer,
        {{"last_year", std::to_string(last)}, {"count", std::to_string(without)}, {"total", std::to_string(total)}});
  }

  void check_verifications() {
    std::string missing;
    for (const auto& entry : result_.years) {
      if (!entry.verification.empty()) continue;
      if (entry.fiscal_year == year_ && still_time(cycle_step_kind::experts)) continue;
      missing += (missing.empty() ? "" : ", ") + std::to_string(entry.fiscal_year);
    }
    if (!missing.empty()) add("cycle.verification.missing", {}, {}, {{"years", missing}});
    for (std::size_t i = 0; i < plan_.verifications.size(); ++i) {
      const verification& held = plan_.verifications[i];
      const std::string pointer = "/verifications/" + std::to_string(i);
      const auto year = verified_year(held);
      if (!year) {
        add("cycle.verification.year-unknown", held.id, pointer, {});
      } else if (*year <= year_) {
        check_days(held, *year, pointer);
      }
    }
    for (const auto& fixed : records_.corrected(year_)) {
      add("cycle.value.corrected", fixed.subject, fixed.pointer,
          {{"name", records_.name_of(fixed.subject)},
           {"year", std::to_string(fixed.year)},
           {"rated", fixed.rated.to_string()},
           {"now", fixed.now.to_string()}});
    }
  }

  void check_days(const verification& held, int year, const std::string& pointer) {
    const civil_day end = fiscal_year(year).last_day();
    const auto wrong = [&](const char* member, civil_day day, civil_day since) {
      add("cycle.day.order", held.id, pointer + "/" + member,
          {{"day", day.to_string()}, {"since", since.to_string()}, {"year", std::to_string(year)}});
    };
    if (held.held_on && *held.held_on <= end) wrong("held_on", *held.held_on, end);
    if (held.published_on && held.held_on && *held.published_on < *held.held_on)
      wrong("published_on", *held.published_on, *held.held_on);
    const bool waits = year == year_ && still_time(cycle_step_kind::publication);
    if (!held.published_on && held.published_at.empty() && !waits)
      add("cycle.publication.missing", held.id, pointer, {{"year", std::to_string(year)}});
  }

  const strategy& plan_;
  cycle_records records_;
  int year_;
  std::optional<civil_day> as_of_;
  pdca_cycle result_;
};

}  // namespace

pdca_cycle follow_cycle(const strategy& plan, const rating_scheme& scheme, const std::vector<rating_scheme>& schemes,
                        const std::vector<calendar_step>& calendar, int year, std::optional<civil_day> as_of) {
  return cycle_walk(plan, scheme, schemes, year, as_of).run(calendar);
}

}  // namespace v1
}  // namespace senryaku
