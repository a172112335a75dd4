#include <senryaku/support.hpp>

#include <algorithm>

#include "support/projects.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

bool open(const support_answer& answer) {
  return answer.verdict == support_verdict::eligible || answer.verdict == support_verdict::conditional;
}

/// Programmes that pay a project's cost and take no other national subsidy for it (地域再生法 Art. 13(2)).
bool excludes_other_subsidy(const support_programme& programme) {
  const auto names = [](const rule_condition& rule) { return rule.use == "grant.no-other-subsidy"; };
  return std::any_of(programme.requirements.begin(), programme.requirements.end(), names);
}

bool pays_by_grant(const support_programme& programme) {
  return programme.family.rfind("grant", 0) == 0;
}

class portfolio_builder {
 public:
  portfolio_builder(const programme_catalogue& catalogue, const support::matched_projects& matched,
                    support_portfolio& result)
      : catalogue_(catalogue), result_(result) {
    for (const auto& pair : matched.pairs) {
      const support_answer& answer = matched.answers[pair.answer];
      if (pair.who.sought && open(answer)) applied_.push_back({&pair.who, &answer});
    }
  }

  void run() {
    double_subsidies();
    body_caps();
    steps();
  }

 private:
  /// What a project applies for: it seeks it, and it is open to it.
  struct application {
    const answered_project* who;
    const support_answer* answer;
  };

  void conflict(std::string code, const answered_project& who, std::vector<finding_value> values) {
    result_.conflicts.push_back({std::move(code), who.project, who.pointer, std::move(values), {}});
  }

  /// Two grants sought for one project, of which one takes no other national money.
  void double_subsidies() {
    for (std::size_t i = 0; i < applied_.size(); ++i) {
      const answered_project& who = *applied_[i].who;
      const support_programme& first = *catalogue_.find(applied_[i].answer->programme);
      for (std::size_t j = i + 1; j < applied_.size() && applied_[j].who->pointer == who.pointer; ++j) {
        const support_programme& second = *catalogue_.find(applied_[j].answer->programme);
        if (!pays_by_grant(first) || !pays_by_grant(second)) continue;
        if (!excludes_other_subsidy(first) && !excludes_other_subsidy(second)) continue;
        conflict("support.conflict.double-subsidy", who,
                 {{"project", who.project_name}, {"first", first.name_ja}, {"second", second.name_ja}});
      }
    }
  }

  /// Caps per body and year hold for all projects together. A project without an amount leaves the sum a lower bound.
  void body_caps() {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums;  // cap → (sum, cap)
    std::map<std::string, const application*> first;
    for (const auto& entry : applied_) {
      const auto& amount = entry.answer->amount;
      if (!amount || !amount->payable_yen) continue;
      for (const auto& cap : amount->caps) {
        if (cap.per != "body-year" || cap.applies != truth::yes || !cap.amount_yen || cap.floor) continue;
        auto& [sum, most] = sums[cap.cap];
        sum += *amount->payable_yen;
        most = *cap.amount_yen;
        first.emplace(cap.cap, &entry);
      }
    }
    for (const auto& [cap, sum] : sums) {
      if (sum.first <= sum.second) continue;
      conflict("support.conflict.body-cap", *first[cap]->who,
               {{"programme", first[cap]->answer->name_ja},
                {"sum", std::to_string(sum.first)},
                {"cap", std::to_string(sum.second)}});
    }
  }

  /// A plan has to be certified before the fiscal year begins: the last round that is certified by then.
  void steps() {
    std::map<std::string, std::vector<std::string>> wanted;
    for (const auto& entry : applied_) {
      const support_programme& programme = *catalogue_.find(entry.answer->programme);
      if (!programme.law_item.empty()) wanted[programme.id].push_back(entry.who->project);
    }
    for (const auto& [programme, projects] : wanted) add_steps(programme, projects);
  }

  void add_steps(const std::string& programme, const std::vector<std::string>& projects) {
    const civil_day start = fiscal_year(result_.fiscal_year).first_day();
    const round_pattern* last = nullptr;
    for (const auto& pattern : catalogue_.round_patterns) {
      if (last == nullptr || certified(pattern) > certified(*last)) last = &pattern;
    }
    if (last == nullptr) return;
    application_step step;
    step.programme = programme;
    step.projects = projects;
    step.round = last->number;
    step.usual = true;
    step.url = last->url;
    step.step = "plan-application";
    step.from = civil_day::make(calendar_year(last->apply_month), last->apply_month, 1);
    step.to = month_end(calendar_year(last->apply_month), last->apply_month);
    use_known(step);
    result_.steps.push_back(step);
    step.step = "plan-certification";
    step.from.reset();
    step.to = certified(*last);
    step.usual = true;
    result_.steps.push_back(step);
    step.step = "grant-start";
    step.round.reset();
    step.from = start;
    step.to.reset();
    step.usual = false;
    step.url.clear();
    result_.steps.push_back(step);
  }

  /// The days of a round that has been announced take the place of the usual months.
  void use_known(application_step& step) const {
    for (const auto& round : catalogue_.rounds) {
      if (!round.apply_from || !round.apply_to || *round.apply_to < *step.from || *round.apply_from > *step.to)
        continue;
      step.from = round.apply_from;
      step.to = round.apply_to;
      step.usual = false;
      step.url = round.url;
      return;
    }
  }

  /// Months of the fiscal year before the one asked about.
  int calendar_year(int month) const { return month >= 4 ? result_.fiscal_year - 1 : result_.fiscal_year; }
  static civil_day month_end(int year, int month) {
    const auto next = month == 12 ? civil_day::make(year + 1, 1, 1) : civil_day::make(year, month + 1, 1);
    return *add_days(*next, -1);
  }
  civil_day certified(const round_pattern& pattern) const {
    return month_end(calendar_year(pattern.certified_month), pattern.certified_month);
  }

  const programme_catalogue& catalogue_;
  std::vector<application> applied_;  ///< in document and catalogue order
  support_portfolio& result_;
};

}  // namespace

support_portfolio plan_portfolio(const programme_catalogue& catalogue, const strategy& plan,
                                 const match_options& options) {
  support_portfolio result;
  result.fiscal_year = options.fiscal_year;
  auto matched = support::match(catalogue, plan, options);
  portfolio_builder(catalogue, matched, result).run();
  result.answers = support::listed(std::move(matched), options.together);
  return result;
}

}  // namespace v1
}  // namespace senryaku
