#include <senryaku/coverage.hpp>
#include <senryaku/review.hpp>
#include <senryaku/structure.hpp>
#include <senryaku/version.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

strategy_summary summarise(const strategy& plan, const rules& data) {
  strategy_summary summary;
  summary.name = plan.name;
  summary.municipality = plan.municipality.name;
  summary.municipality_code = plan.municipality.code;
  summary.prefecture = plan.municipality.prefecture;
  summary.framework = plan.framework;
  for (const auto& frame : data.frameworks) {
    if (frame.id == plan.framework) summary.framework_name = frame.name;
  }
  summary.first_day = plan.period.start;
  summary.last_day = last_day(plan);
  summary.goals = static_cast<std::int64_t>(plan.goals.size());
  pointer_builder at;
  for_each_goal(plan, at, [&](const goal& g, pointer_builder&) {
    summary.measures += static_cast<std::int64_t>(g.measures.size());
  });
  for_each_kpi(plan, [&](const kpi&, const goal*, const measure* m, const std::string&) {
    ++(m == nullptr ? summary.numeric_targets : summary.kpis);
  });
  for_each_project(plan, [&](const project&, const goal*, const measure*, const std::string&) { ++summary.projects; });
  summary.idea_sheets = static_cast<std::int64_t>(plan.idea_sheets.size());
  summary.regional_plans = static_cast<std::int64_t>(plan.regional_plans.size());
  return summary;
}

/// One headline for each kind of finding: the weightiest first, then the most frequent; advice never opens a review.
std::vector<headline> choose_headlines(const std::vector<reported_finding>& findings, const message_catalogue& texts) {
  constexpr std::size_t most = 5;
  std::vector<headline> kinds;
  for (const auto& entry : findings) {
    if (entry.severity == severity::advice) continue;
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const headline& h) { return h.code == entry.code; });
    if (known != kinds.end()) {
      ++known->count;
    } else {
      kinds.push_back({entry.code, entry.severity, 1, entry.element_name, entry.pointer, entry.ja, entry.en});
    }
  }
  const auto weight = [&](const headline& h) {
    const message* known = texts.find(h.code);
    return known == nullptr ? 0 : known->weight;
  };
  std::stable_sort(kinds.begin(), kinds.end(), [&](const headline& a, const headline& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    if (weight(a) != weight(b)) return weight(a) > weight(b);
    return a.count > b.count;
  });
  if (kinds.size() > most) kinds.resize(most);
  return kinds;
}

/// The last fiscal year of the plan that is over on `as_of`; nothing before the first one is.
std::optional<int> year_to_evaluate(const strategy& plan, civil_day as_of) {
  int year = fiscal_year::of(as_of).value() - 1;
  if (const auto last = last_day(plan)) year = std::min(year, fiscal_year::of(*last).value());
  if (plan.period.start && year < fiscal_year::of(*plan.period.start).value()) return std::nullopt;
  return year;
}

void append(std::vector<finding>& all, const std::vector<finding>& some) {
  all.insert(all.end(), some.begin(), some.end());
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

/// How one programme stands: a line for the table, and a finding when it takes no projects in that year.
void add_support(const programme_catalogue& catalogue, const message_catalogue& texts, const support_question& question,
                 const fact_map& facts, const project* subject, const std::string& pointer,
                 std::vector<support_line>& lines, std::vector<finding>& findings) {
  const auto matched = match_support(catalogue, question, facts);
  append(findings, matched.findings);
  if (!matched) return;
  finding verdict = verdict_finding(*matched);
  support_line line;
  line.programme = matched->programme;
  line.name_ja = matched->name_ja;
  line.name_en = matched->name_en;
  if (subject != nullptr) {
    line.project = subject->id;
    line.project_name = subject->name;
  }
  line.verdict = matched->verdict;
  line.successors = matched->successors;
  for (const auto& id : matched->successors) {
    const support_programme* next = catalogue.find(id);
    line.successor_names_ja.push_back(next == nullptr ? id : next->name_ja);
    line.successor_names_en.push_back(next == nullptr ? id : next->name_en);
  }
  for (auto& entry : verdict.values) {  // names say more than ids
    if (entry.name == "successors" && !line.successors.empty()) entry.value = joined(line.successor_names_ja, "、");
    if (entry.name == "successors_en" && !line.successors.empty()) entry.value = joined(line.successor_names_en, ", ");
  }
  line.conditions = static_cast<std::int64_t>(matched->conditions.size());
  line.ja = texts.render(verdict, language::ja);
  line.en = texts.render(verdict, language::en);
  if (matched->verdict == support_verdict::not_in_force) {
    findings.push_back(verdict);
    findings.back().pointer = pointer;
    if (subject != nullptr) findings.back().element = subject->id;
  }
  lines.push_back(std::move(line));
}

/// Every programme that the strategy or one of its projects seeks, in the fiscal year of `as_of`.
std::vector<finding> support_sought(const strategy& plan, const rules& data, civil_day as_of,
                                    std::vector<support_line>& lines) {
  std::vector<finding> findings;
  support_question question;
  question.fiscal_year = fiscal_year::of(as_of).value();
  question.as_of = as_of;
  question.explain = false;
  for (std::size_t i = 0; i < plan.support_sought.size(); ++i) {
    question.programme = plan.support_sought[i];
    add_support(data.catalogue, data.messages, question, project_facts(plan, project{}, as_of), nullptr,
                "/support_sought/" + std::to_string(i), lines, findings);
  }
  for_each_project(plan, [&](const project& subject, const goal*, const measure*, const std::string& pointer) {
    for (std::size_t i = 0; i < subject.support_sought.size(); ++i) {
      question.programme = subject.support_sought[i];
      add_support(data.catalogue, data.messages, question, project_facts(plan, subject, as_of), &subject,
                  pointer + "/support_sought/" + std::to_string(i), lines, findings);
    }
  });
  return findings;
}

}  // namespace

outcome<review> make_review(const strategy_document& document, const std::vector<finding>& warnings, const rules& data,
                            const review_options& options) {
  outcome<review> answer;
  const strategy& plan = document.value;
  const rating_scheme* scheme = find_scheme(data.schemes, options.scheme.empty() ? plan.rating_scheme : options.scheme);
  if (scheme == nullptr && !options.scheme.empty()) {
    answer.findings.push_back({"evaluate.scheme.unknown", {}, "/scheme", {{"found", options.scheme}}, std::nullopt});
    return answer;
  }

  review result;
  result.format = "senryaku.review/1";
  result.library_version = SENRYAKU_VERSION;
  result.as_of = options.as_of;
  result.fiscal_year = fiscal_year::of(options.as_of).value();
  result.strategy = summarise(plan, data);

  std::vector<finding> findings = warnings;
  if (scheme == nullptr) {
    findings.push_back(
        {"evaluate.scheme.unknown", {}, "/rating_scheme", {{"found", plan.rating_scheme}}, std::nullopt});
  }
  append(findings, check_structure(plan, data.frameworks, data.eras));
  auto checked = check_strategy(plan, data.stages, data.checks);
  result.checks = std::move(checked.kpis);
  for (const auto& entry : result.checks) append(findings, entry.findings);
  append(findings, checked.findings);
  const auto year = year_to_evaluate(plan, options.as_of);
  if (scheme != nullptr && year) {
    result.evaluation = evaluate_strategy(plan, *scheme, *year, data.evaluation);
    append(findings, result.evaluation->findings);
    result.cycle = follow_cycle(plan, *scheme, data.schemes, data.pdca_calendar, *year, options.as_of);
  }
  if (year) {
    result.outlook = foresee_strategy(plan, data.outlook, *year);
    append(findings, result.outlook->findings);
  }
  if (result.cycle) append(findings, result.cycle->findings);
  append(findings, support_sought(plan, data, options.as_of, result.support));
  append(findings, check_coverage(plan, data.catalogue));
  append(findings, project_vision(plan, data.population, 0).findings);
  result.schedule = follow_schedule(plan, data.schedule_rules, data.expected_steps, options.as_of);
  append(findings, result.schedule.findings);
  result.ideas = follow_ideas(plan, data.idea_form);
  append(findings, result.ideas.findings);

  result.findings = report_all(findings, document, data.messages);
  result.headlines = choose_headlines(result.findings, data.messages);
  answer.value = std::move(result);
  return answer;
}

}  // namespace v1
}  // namespace senryaku
