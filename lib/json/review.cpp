#include <senryaku/review.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"
#include "json/tables.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// All tables are there, without rows where a step had nothing to say.
std::vector<result_table> review_tables(const review& made) {
  const strategy_evaluation no_evaluation;
  const strategy_outlook no_outlook;
  return {json::make_table("headlines", made.headlines),
          json::make_table("kpis", made.checks),
          json::make_table("evaluations", (made.evaluation ? *made.evaluation : no_evaluation).kpis),
          json::make_table("outlook", (made.outlook ? *made.outlook : no_outlook).kpis),
          json::make_table("support", made.support),
          json::make_table("findings", made.findings)};
}

}  // namespace

outcome<read_options> read_options_from_json(std::string_view text) {
  return json::read<read_options>(text);
}

outcome<std::string> review_json(const strategy_document& document, const std::vector<finding>& warnings,
                                 const rules& data, std::string_view options, std::vector<result_table>* tables) {
  return json::answer<review_options>(options, [&](const review_options& given) {
    auto made = make_review(document, warnings, data, given);
    if (made && tables != nullptr) *tables = review_tables(*made);
    return made;
  });
}

outcome<std::string> write_json(const strategy_document& document, std::string_view options) {
  outcome<std::string> result;
  auto given = json::read<write_options>(options);
  result.findings = std::move(given.findings);
  if (given)
    result.value = json::write(document.value, given->compact ? json::layout::compact : json::layout::indented);
  return result;
}

std::string findings_json(const std::vector<reported_finding>& findings) {
  return json::write(findings);
}

}  // namespace v1

namespace json {
format_list review_formats() {
  return {
      {"review-options", direction::read, info_of<review_options>},
      {"review", direction::written, info_of<review>},
      {"strategy-options", direction::read, info_of<read_options>},
      {"write-options", direction::read, info_of<write_options>},
      {"findings", direction::written, info_of<std::vector<reported_finding>>},
  };
}
}  // namespace json
}  // namespace senryaku
