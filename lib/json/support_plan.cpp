#include <senryaku/support_json.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"

namespace senryaku {
inline namespace v1 {

struct plan_options {
  std::optional<plan_style> style;
  std::string form;
  std::string name;
  std::vector<std::string> kpis;
  std::optional<std::int64_t> donation_estimate_yen;
  std::string evaluation_month;
  std::optional<civil_day> certified_on;
  std::vector<stated_change> changes;
  std::vector<stated_sum> sums;
};
/// The digest with its texts.
struct plan_response {
  std::string format;
  plan_style style = plan_style::donation;
  std::string form;
  std::string measure_code;
  std::string name;
  std::string author;
  std::string area;
  std::optional<civil_day> end;
  std::vector<digest_section> sections;
  std::vector<digest_row> kpis;
  std::vector<digest_group> groups;
  std::vector<reported_finding> asked;
  std::vector<reported_finding> findings;
};

struct changed_question {
  std::string programme;
  int fiscal_year = 0;
  std::optional<civil_day> as_of;
  std::optional<question_kind> kind;
  fact_map facts;
};
struct change_request {
  changed_question before;
  changed_question after;
};
struct change_response {
  std::string format;
  answer_change change;
};

struct lint_request {
  std::optional<bool> witnesses;
};
struct lint_response {
  std::string format;
  std::string version;
  catalogue_counts counts;
  std::vector<reported_finding> findings;
  std::vector<rule_witness> witnesses;
};

}  // namespace v1

namespace json {

template <>
struct describe<plan_options> {
  static constexpr member_info members[] = {
      member<&plan_options::style>("style"),
      member<&plan_options::form>("form"),
      member<&plan_options::name>("name"),
      member<&plan_options::kpis>("kpis"),
      member<&plan_options::donation_estimate_yen>("donation_estimate_yen"),
      member<&plan_options::evaluation_month>("evaluation_month"),
      member<&plan_options::certified_on>("certified_on"),
      member<&plan_options::changes>("changes"),
      member<&plan_options::sums>("sums"),
  };
};
template <>
struct describe<plan_response> {
  static constexpr member_info members[] = {
      member<&plan_response::format>("format", presence::required),
      member<&plan_response::style>("style"),
      member<&plan_response::form>("form"),
      member<&plan_response::measure_code>("measure_code"),
      member<&plan_response::name>("name"),
      member<&plan_response::author>("author"),
      member<&plan_response::area>("area"),
      member<&plan_response::end>("end"),
      member<&plan_response::sections>("sections"),
      member<&plan_response::kpis>("kpis"),
      member<&plan_response::groups>("groups"),
      member<&plan_response::asked>("asked"),
      member<&plan_response::findings>("findings"),
  };
};
template <>
struct describe<changed_question> {
  static constexpr member_info members[] = {
      member<&changed_question::programme>("programme", presence::required),
      member<&changed_question::fiscal_year>("fiscal_year", presence::required),
      member<&changed_question::as_of>("as_of"),
      member<&changed_question::kind>("kind"),
      member<&changed_question::facts>("facts"),
  };
};
template <>
struct describe<change_request> {
  static constexpr member_info members[] = {
      member<&change_request::before>("before", presence::required),
      member<&change_request::after>("after", presence::required),
  };
};
template <>
struct describe<change_response> {
  static constexpr member_info members[] = {
      member<&change_response::format>("format", presence::required),
      member<&change_response::change>("change", presence::required),
  };
};
template <>
struct describe<lint_request> {
  static constexpr member_info members[] = {member<&lint_request::witnesses>("witnesses")};
};
template <>
struct describe<lint_response> {
  static constexpr member_info members[] = {
      member<&lint_response::format>("format", presence::required),
      member<&lint_response::version>("version"),
      member<&lint_response::counts>("counts", presence::required),
      member<&lint_response::findings>("findings"),
      member<&lint_response::witnesses>("witnesses"),
  };
};

}  // namespace json

inline namespace v1 {
namespace {

digest_options digest_of(const plan_options& given) {
  digest_options options;
  options.style = given.style.value_or(plan_style::donation);
  options.form = given.form;
  options.name = given.name;
  options.kpis = given.kpis;
  options.donation_estimate_yen = given.donation_estimate_yen;
  options.evaluation_month = given.evaluation_month;
  options.certified_on = given.certified_on;
  return options;
}

void fill(plan_response& response, plan_digest&& digest, const message_catalogue& texts) {
  response.format = "senryaku.plan/1";
  response.style = digest.style;
  response.form = std::move(digest.form);
  response.measure_code = std::move(digest.measure_code);
  response.name = std::move(digest.name);
  response.author = std::move(digest.author);
  response.area = std::move(digest.area);
  response.end = digest.end;
  response.sections = std::move(digest.sections);
  response.kpis = std::move(digest.kpis);
  response.groups = std::move(digest.groups);
  for (const auto& entry : digest.asked) response.asked.push_back(report(entry, texts));
}

outcome<support_answer> answer_of(const rules& data, const changed_question& asked) {
  support_question question;
  question.programme = asked.programme;
  question.fiscal_year = asked.fiscal_year;
  question.as_of = asked.as_of;
  question.kind = asked.kind.value_or(question_kind::eligibility);
  return match_support(data.catalogue, question, asked.facts);
}

}  // namespace

outcome<std::string> plan_json(const strategy_document& document, const rules& data, std::string_view options) {
  return json::answer<plan_options>(options, [&](const plan_options& given) {
    outcome<plan_response> result;
    auto digest = derive_plan(document.value, data.catalogue, digest_of(given));
    result.findings = std::move(digest.findings);
    if (!digest) return result;
    plan_response& response = result.value.emplace();
    fill(response, std::move(*digest), data.messages);
    for (const auto& list : {check_coverage(document.value, data.catalogue), check_population_figures(document.value),
                             check_figures(given.changes, given.sums)}) {
      for (finding entry : list) {
        entry.position = document.positions.find(entry.pointer);
        response.findings.push_back(report(entry, data.messages));
      }
    }
    return result;
  });
}

outcome<std::string> support_change_json(const rules& data, std::string_view request) {
  return json::answer<change_request>(request, [&](const change_request& given) {
    outcome<change_response> result;
    auto before = answer_of(data, given.before);
    auto after = answer_of(data, given.after);
    for (auto* side : {&before, &after}) {
      if (!*side) result.findings.insert(result.findings.end(), side->findings.begin(), side->findings.end());
    }
    if (before && after) result.value = {"senryaku.support-change/1", compare_answers(*before, *after)};
    return result;
  });
}

outcome<std::string> lint_catalogue_json(const rules& data, std::string_view request) {
  return json::answer<lint_request>(request, [&](const lint_request& given) {
    outcome<lint_response> result;
    lint_response& response = result.value.emplace();
    auto linted = lint_catalogue(data.catalogue);
    response.format = "senryaku.catalogue-report/1";
    response.version = data.catalogue.version;
    response.counts = linted.counts;
    for (const auto& entry : linted.findings) response.findings.push_back(report(entry, data.messages));
    if (given.witnesses.value_or(false)) response.witnesses = std::move(linted.witnesses);
    return result;
  });
}

}  // namespace v1

namespace json {
format_list plan_formats() {
  return {
      {"plan-options", direction::read, info_of<plan_options>},
      {"plan", direction::written, info_of<plan_response>},
      {"support-change-request", direction::read, info_of<change_request>},
      {"support-change", direction::written, info_of<change_response>},
      {"catalogue-report-request", direction::read, info_of<lint_request>},
      {"catalogue-report", direction::written, info_of<lint_response>},
  };
}
}  // namespace json
}  // namespace senryaku
