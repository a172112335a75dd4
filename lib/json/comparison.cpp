#include <senryaku/evaluate_json.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"
#include "json/tables.hpp"

namespace senryaku {
inline namespace v1 {

struct comparison_options {
  std::optional<int> year_before;
  std::optional<int> year_after;
  std::string scheme;
};
struct comparison_answer {
  std::string format = "senryaku.comparison/1";
  std::optional<strategy_comparison> versions;
  std::optional<year_comparison> years;
  std::vector<reported_finding> findings;
  std::vector<reported_finding> findings_before;
};

}  // namespace v1

namespace json {
template <>
struct describe<comparison_options> {
  static constexpr member_info members[] = {
      member<&comparison_options::year_before>("year_before"),
      member<&comparison_options::year_after>("year_after"),
      member<&comparison_options::scheme>("scheme"),
  };
};
template <>
struct describe<comparison_answer> {
  static constexpr member_info members[] = {
      member<&comparison_answer::format>("format", presence::required),
      member<&comparison_answer::versions>("versions"),
      member<&comparison_answer::years>("years"),
      member<&comparison_answer::findings>("findings", presence::required),
      member<&comparison_answer::findings_before>("findings_before", presence::required),
  };
};
}  // namespace json

inline namespace v1 {
namespace {

/// All tables are there, without rows where nothing was asked.
std::vector<result_table> comparison_tables(const comparison_answer& answer) {
  const strategy_comparison no_versions;
  const year_comparison no_years;
  const auto& versions = answer.versions ? *answer.versions : no_versions;
  const auto& years = answer.years ? *answer.years : no_years;
  return {json::make_table("elements", versions.elements), json::make_table("counts", versions.counts),
          json::make_table("indicators", years.indicators), json::make_table("findings", answer.findings),
          json::make_table("findings_before", answer.findings_before)};
}

}  // namespace

outcome<std::string> comparison_json(const strategy_document& before, const strategy_document& after, const rules& data,
                                     std::string_view options, std::vector<result_table>* tables) {
  return json::answer<comparison_options>(options, [&](const comparison_options& given) {
    outcome<comparison_answer> result;
    comparison_answer answer;
    if (given.year_before.has_value() != given.year_after.has_value()) {
      result.findings.push_back({"compare.options.one-year", {}, {}, {}, std::nullopt});
      return result;
    }
    for (const auto& year : {given.year_before, given.year_after}) {
      if (!year || is_calendar_year(*year)) continue;
      result.findings.push_back({"evaluate.year.range", {}, {}, {{"found", std::to_string(*year)}}, std::nullopt});
      return result;
    }
    if (given.year_before) {
      const std::string& id = given.scheme.empty() ? after.value.rating_scheme : given.scheme;
      const rating_scheme* scheme = find_scheme(data.schemes, id);
      if (scheme == nullptr) {
        result.findings.push_back({"evaluate.scheme.unknown", {}, "/scheme", {{"found", id}}, std::nullopt});
        return result;
      }
      answer.years = compare_years(after.value, *scheme, *given.year_before, *given.year_after);
    }
    if (!given.year_before || &before != &after) {
      answer.versions = compare_strategies(before.value, after.value);
      answer.findings = report_all(answer.versions->findings, after, data.messages);
      answer.findings_before = report_all(answer.versions->findings_before, before, data.messages);
    }
    if (tables != nullptr) *tables = comparison_tables(answer);
    result.value = std::move(answer);
    return result;
  });
}

}  // namespace v1

namespace json {
format_list comparison_formats() {
  return {
      {"comparison-options", direction::read, info_of<comparison_options>},
      {"comparison", direction::written, info_of<comparison_answer>},
  };
}
}  // namespace json
}  // namespace senryaku
