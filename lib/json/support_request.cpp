#include <senryaku/support_json.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"
#include "json/tables.hpp"

namespace senryaku {
inline namespace v1 {

/// One question about stated facts.
struct asked_question {
  std::string id;
  std::string programme;
  int fiscal_year = 0;
  std::optional<civil_day> as_of;
  std::optional<question_kind> kind;
  fact_map facts;
  std::optional<absent_facts> absent;
};
struct question_request {
  std::vector<asked_question> questions;
  std::optional<bool> explain;
};
struct given_answer {
  std::string id;
  std::string verdict_ja;
  std::string verdict_en;
  std::optional<support_answer> answer;
  std::vector<reported_finding> findings;
};
struct question_response {
  std::string format;
  std::vector<given_answer> answers;
};

struct support_options {
  int fiscal_year = 0;
  std::optional<civil_day> as_of;
  std::vector<std::string> programmes;
  std::vector<std::string> projects;
  std::optional<question_kind> kind;
  std::optional<bool> only_sought;
  std::optional<bool> explain;
  std::optional<bool> portfolio;
  std::optional<bool> together;
  std::optional<int> since;
};
/// What changed for a project since the other fiscal year.
struct told_change {
  std::string project;
  std::string project_name;
  answer_change change;
};
/// A project's answer with the sentence that says it.
struct told_answer {
  std::string project;
  std::string project_name;
  std::string pointer;
  bool sought = false;
  std::string verdict_ja;
  std::string verdict_en;
  support_answer answer;
  std::vector<answered_project> also;
};
/// A row of the table of later projects with the same answer: the row of the answer in the table `answers`.
struct also_row : answered_project {
  std::int64_t answer = 0;
};
struct support_response {
  std::string format;
  int fiscal_year = 0;
  std::vector<told_answer> answers;
  std::vector<reported_finding> conflicts;
  std::vector<application_step> steps;
  std::vector<told_change> changes;
};

}  // namespace v1

namespace json {

template <>
struct describe<asked_question> {
  static constexpr member_info members[] = {
      member<&asked_question::id>("id"),
      member<&asked_question::programme>("programme", presence::required),
      member<&asked_question::fiscal_year>("fiscal_year", presence::required),
      member<&asked_question::as_of>("as_of"),
      member<&asked_question::kind>("kind"),
      member<&asked_question::facts>("facts"),
      member<&asked_question::absent>("absent"),
  };
};
template <>
struct describe<question_request> {
  static constexpr member_info members[] = {
      member<&question_request::questions>("questions", presence::required),
      member<&question_request::explain>("explain"),
  };
};
template <>
struct describe<given_answer> {
  static constexpr member_info members[] = {
      member<&given_answer::id>("id"),
      member<&given_answer::verdict_ja>("verdict_ja"),
      member<&given_answer::verdict_en>("verdict_en"),
      member<&given_answer::answer>("answer"),
      member<&given_answer::findings>("findings"),
  };
};
template <>
struct describe<question_response> {
  static constexpr member_info members[] = {
      member<&question_response::format>("format", presence::required),
      member<&question_response::answers>("answers", presence::required),
  };
};
template <>
struct describe<support_options> {
  static constexpr member_info members[] = {
      member<&support_options::fiscal_year>("fiscal_year", presence::required),
      member<&support_options::as_of>("as_of"),
      member<&support_options::programmes>("programmes"),
      member<&support_options::projects>("projects"),
      member<&support_options::kind>("kind"),
      member<&support_options::only_sought>("only_sought"),
      member<&support_options::explain>("explain"),
      member<&support_options::portfolio>("portfolio"),
      member<&support_options::together>("together"),
      member<&support_options::since>("since"),
  };
};
template <>
struct describe<told_change> {
  static constexpr member_info members[] = {
      member<&told_change::project>("project", presence::required),
      member<&told_change::project_name>("project_name"),
      member<&told_change::change>("change", presence::required),
  };
};
template <>
struct describe<answered_project> {
  static constexpr member_info members[] = {
      member<&answered_project::project>("project", presence::required),
      member<&answered_project::project_name>("project_name"),
      member<&answered_project::pointer>("pointer"),
      member<&answered_project::sought>("sought"),
  };
};
template <>
struct describe<also_row> {
  static constexpr member_info members[] = {
      member<&also_row::answer>("answer", presence::required),
      member<&also_row::project>("project", presence::required),
      member<&also_row::project_name>("project_name"),
      member<&also_row::pointer>("pointer"),
      member<&also_row::sought>("sought"),
  };
};
template <>
struct describe<told_answer> {
  static constexpr member_info members[] = {
      member<&told_answer::project>("project", presence::required),
      member<&told_answer::project_name>("project_name"),
      member<&told_answer::pointer>("pointer"),
      member<&told_answer::sought>("sought"),
      member<&told_answer::verdict_ja>("verdict_ja"),
      member<&told_answer::verdict_en>("verdict_en"),
      member<&told_answer::answer>("answer", presence::required),
      member<&told_answer::also>("also"),
  };
};
template <>
struct describe<support_response> {
  static constexpr member_info members[] = {
      member<&support_response::format>("format", presence::required),
      member<&support_response::fiscal_year>("fiscal_year"),
      member<&support_response::answers>("answers", presence::required),
      member<&support_response::conflicts>("conflicts"),
      member<&support_response::steps>("steps"),
      member<&support_response::changes>("changes"),
  };
};

}  // namespace json

inline namespace v1 {
namespace {

constexpr std::string_view answer_format = "senryaku.support/1";

given_answer answer_one(const rules& data, const asked_question& asked, bool explain) {
  support_question question;
  question.programme = asked.programme;
  question.fiscal_year = asked.fiscal_year;
  question.as_of = asked.as_of;
  question.kind = asked.kind.value_or(question_kind::eligibility);
  question.absent = asked.absent.value_or(absent_facts::unknown);
  question.explain = explain;
  auto matched = match_support(data.catalogue, question, asked.facts);
  given_answer given;
  given.id = asked.id;
  for (const auto& entry : matched.findings) given.findings.push_back(report(entry, data.messages));
  if (matched) {
    const finding verdict = verdict_finding(*matched);
    given.verdict_ja = data.messages.render(verdict, language::ja);
    given.verdict_en = data.messages.render(verdict, language::en);
    given.answer = std::move(*matched);
  }
  return given;
}

/// The answers that are others than in the fiscal year `since`, with the rules that caused it.
std::vector<told_change> changes_since(const rules& data, const strategy& plan, match_options asked, int since) {
  asked.explain = true;
  asked.together = false;
  const auto after = match_projects(data.catalogue, plan, asked);
  asked.fiscal_year = since;
  asked.as_of.reset();
  std::map<std::pair<std::string, std::string>, support_answer> before;
  for (auto& entry : match_projects(data.catalogue, plan, asked)) {
    before[{entry.project, entry.answer.programme}] = std::move(entry.answer);
  }
  std::vector<told_change> changes;
  for (const auto& entry : after) {
    const auto found = before.find({entry.project, entry.answer.programme});
    if (found == before.end()) continue;
    auto change = compare_answers(found->second, entry.answer);
    const bool closed = change.before == support_verdict::not_in_force && change.after == support_verdict::not_in_force;
    if (closed || (change.before == change.after && change.rules.empty())) continue;
    changes.push_back({entry.project, entry.project_name, std::move(change)});
  }
  return changes;
}

std::vector<also_row> later_projects(const std::vector<told_answer>& answers) {
  std::vector<also_row> rows;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    for (const auto& who : answers[i].also) rows.push_back({who, static_cast<std::int64_t>(i)});
  }
  return rows;
}

}  // namespace

outcome<std::string> support_questions_json(const rules& data, std::string_view request) {
  return json::answer<question_request>(request, [&](const question_request& given) {
    outcome<question_response> result;
    question_response& response = result.value.emplace();
    response.format = answer_format;
    for (const auto& asked : given.questions) {
      response.answers.push_back(answer_one(data, asked, given.explain.value_or(true)));
    }
    return result;
  });
}

outcome<std::string> support_json(const strategy_document& document, const rules& data, std::string_view options,
                                  std::vector<result_table>* tables) {
  return json::answer<support_options>(options, [&](const support_options& given) {
    match_options chosen;
    chosen.fiscal_year = given.fiscal_year;
    chosen.as_of = given.as_of;
    chosen.programmes = given.programmes;
    chosen.projects = given.projects;
    chosen.kind = given.kind.value_or(question_kind::eligibility);
    chosen.only_sought = given.only_sought.value_or(false);
    chosen.explain = given.explain.value_or(false);
    chosen.together = given.together.value_or(false);
    outcome<support_response> result;
    support_response& response = result.value.emplace();
    response.format = answer_format;
    response.fiscal_year = given.fiscal_year;
    support_portfolio portfolio;
    if (given.portfolio.value_or(false)) {
      portfolio = plan_portfolio(data.catalogue, document.value, chosen);
    } else {
      portfolio.answers = match_projects(data.catalogue, document.value, chosen);
    }
    if (given.since) response.changes = changes_since(data, document.value, chosen, *given.since);
    for (const auto& entry : portfolio.conflicts) response.conflicts.push_back(report(entry, data.messages));
    response.steps = std::move(portfolio.steps);
    for (auto& entry : portfolio.answers) {
      const finding verdict = verdict_finding(entry.answer);
      response.answers.push_back(
          {entry.project, entry.project_name, entry.pointer, entry.sought, data.messages.render(verdict, language::ja),
           data.messages.render(verdict, language::en), std::move(entry.answer), std::move(entry.also)});
    }
    if (tables != nullptr) {
      *tables = {json::make_table("answers", response.answers),
                 json::make_table("also", later_projects(response.answers)), json::make_table("steps", response.steps),
                 json::make_table("changes", response.changes), json::make_table("conflicts", response.conflicts)};
    }
    return result;
  });
}

}  // namespace v1

namespace json {
format_list support_formats() {
  return {
      {"support-options", direction::read, info_of<support_options>},
      {"support", direction::written, info_of<support_response>},
      {"support-request", direction::read, info_of<question_request>},
      {"support-answers", direction::written, info_of<question_response>},
  };
}
}  // namespace json
}  // namespace senryaku
