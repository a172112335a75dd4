#include <senryaku/support.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

bool open(const project_answer& entry) {
  return entry.answer.verdict == support_verdict::eligible || entry.answer.verdict == support_verdict::conditional;
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
  portfolio_builder(const programme_catalogue& catalogue, support_portfolio& result)
      : catalogue_(catalogue), result_(result) {}

  void run() {
    double_subsidies();
    body_caps();
    steps();
  }

 private:
  void conflict(std::string code, const project_answer& entry, std::vector<finding_value> values) {
    result_.conflicts.push_back({std::move(code), entry.project, entry.pointer, std::move(values), {}});
  }

  /// Two grants sought for one project, of which one takes no other national money.
  void double_subsidies() {
    for (std::size_t i = 0; i < result_.answers.size(); ++i) {
      for (std::size_t j = i + 1; j < result_.answers.size(); ++j) {
        const project_answer& a = result_.answers[i];
        const project_answer& b = result_.answers[j];
        if (a.project != b.project || !a.sought || !b.sought || !open(a) || !open(b)) continue;
        const support_programme& first = *catalogue_.find(a.answer.programme);
        const support_programme& second = *catalogue_.find(b.answer.programme);
        if (!pays_by_grant(first) || !pays_by_grant(second)) continue;
        if (!excludes_other_subsidy(first) && !excludes_other_subsidy(second)) continue;
        conflict("support.conflict.double-subsidy", a,
                 {{"project", a.project_name}, {"first", first.name_ja}, {"second", second.name_ja}});
      }
    }
  }

  /// Caps per body and year hold for all projects together. A project without an amount leaves the sum a lower bound.
  void body_caps() {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums;  // cap → (sum, cap)
    std::map<std::string, const project_answer*> first;
    for (const auto& entry : result_.answers) {
      if (!entry.sought || !open(entry) || !entry.answer.amount || !entry.answer.amount->payable_yen) continue;
      for (const auto& cap : entry.answer.amount->caps) {
        if (cap.per != "body-year" || cap.applies != truth::yes || !cap.amount_yen || cap.floor) continue;
        auto& [sum, most] = sums[cap.cap];
        sum += *entry.answer.amount->payable_yen;
        most = *cap.amount_yen;
        first.emplace(cap.cap, &entry);
      }
    }
    for (const auto& [cap, sum] : sums) {
      if (sum.first <= sum.second) continue;
      conflict("support.conflict.body-cap", *first[cap],
               {{"programme", first[cap]->answer.name_ja},
                {"sum", std::to_string(sum.first)},
                {"cap", std::to_string(sum.second)}});
    }
  }

  /// A plan has to be certified before the fiscal year begins: the last round that is certified by then.
  void steps() {
    std::map<std::string, std::vector<std::string>> wanted;
    for (const auto& entry : result_.answers) {
      const support_programme& programme = *catalogue_.find(entry.answer.programme);
      if (entry.sought && open(entry) && !programme.law_item.empty()) wanted[programme.id].push_back(entry.project);
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
  support_portfolio& result_;
};

}  // namespace

support_portfolio plan_portfolio(const programme_catalogue& catalogue, const strategy& plan,
                                 const match_options& options) {
  support_portfolio result;
  result.fiscal_year = options.fiscal_year;
  result.answers = match_projects(catalogue, plan, options);
  portfolio_builder(catalogue, result).run();
  return result;
}

}  // namespace v1
}  // namespace senryaku
