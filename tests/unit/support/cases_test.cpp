/// Published cases (tests/cases/eligibility, each with its source), answered by the rules.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "facts.hpp"
#include "json/described.hpp"
#include "json/model/goal.hpp"
#include "json/reader.hpp"

namespace senryaku {
inline namespace v1 {
struct published_case {
  std::string id;
  std::string programme;
  int fiscal_year = 0;
  question_kind kind = question_kind::eligibility;
  std::string question;
  fact_map facts;
  std::string answer;
  std::vector<std::string> conditions;
  std::string reason;
  std::string basis;
  std::vector<std::string> source_urls;
  std::string confidence;
};
struct published_cases {
  int schema_version = 0;
  std::vector<std::string> answers;
  std::map<std::string, std::string> conventions;
  std::vector<published_case> cases;
};
}  // namespace v1

namespace json {
template <>
struct describe<published_case> {
  static constexpr member_info members[] = {
      member<&published_case::id>("id"),
      member<&published_case::programme>("programme"),
      member<&published_case::fiscal_year>("fiscal_year"),
      member<&published_case::kind>("kind"),
      member<&published_case::question>("question"),
      member<&published_case::facts>("facts"),
      member<&published_case::answer>("answer"),
      member<&published_case::conditions>("conditions"),
      member<&published_case::reason>("reason"),
      member<&published_case::basis>("basis"),
      member<&published_case::source_urls>("source_urls"),
      member<&published_case::confidence>("confidence"),
  };
};
template <>
struct describe<published_cases> {
  static constexpr member_info members[] = {
      member<&published_cases::schema_version>("schema_version"),
      member<&published_cases::answers>("answers"),
      member<&published_cases::conventions>("conventions"),
      member<&published_cases::cases>("cases"),
  };
};
}  // namespace json
}  // namespace senryaku

using namespace senryaku;
using namespace senryaku::testing;

namespace {

std::string file_text(const std::string& path) {
  std::ifstream in(path);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string shown(const fact_value& value) {
  std::string text;
  json::scalar_type<fact_value>::write(&value, text);
  return text;
}

/// The conditions of the form "KEY must be VALUE"; others are prose.
std::set<std::string> formal(const std::vector<std::string>& conditions) {
  std::set<std::string> found;
  for (const auto& text : conditions) {
    const auto place = text.find(" must be ");
    if (place != std::string::npos && text.find(' ') == place) found.insert(text);
  }
  return found;
}

}  // namespace

TEST(PublishedCases, AreAnsweredByTheRules) {
  const auto document =
      json::read<published_cases>(file_text(SENRYAKU_SOURCE_DIR "/tests/cases/eligibility/published-cases.json"));
  ASSERT_TRUE(document.value);
  ASSERT_GT(document.value->cases.size(), 60u);
  for (const auto& example : document.value->cases) {
    auto asked = question(example.programme.c_str(), example.fiscal_year, example.kind);
    asked.absent = absent_facts::met;
    const auto answer = ask(asked, example.facts);
    std::string given = "eligible";
    if (answer.verdict == support_verdict::conditional) given = "conditional";
    if (answer.verdict == support_verdict::ineligible || answer.verdict == support_verdict::not_in_force)
      given = "ineligible";
    EXPECT_EQ(given, example.answer) << example.id << ' ' << example.question;
    std::set<std::string> conditions;
    for (const auto& demand : answer.conditions) {
      if (demand.origin != fact_origin::officer) conditions.insert(demand.fact + " must be " + shown(demand.value));
    }
    EXPECT_EQ(conditions, formal(example.conditions)) << example.id;
  }
}
