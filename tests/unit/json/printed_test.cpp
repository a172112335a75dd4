#include <gtest/gtest.h>
#include <senryaku/printed_json.hpp>

using namespace senryaku;

namespace {

std::string answer(const std::string& items) {
  const auto result = printed_json(built_in_rules(), R"({"items": [)" + items + "]}");
  return result ? *result : result.findings.at(0).code;
}

}  // namespace

TEST(printed_json, a_figure_is_answered_in_the_unit_asked_for) {
  const std::string text = answer(R"({"number": "2億7,500万円", "unit": "万円"})");
  EXPECT_NE(text.find(R"("value":275000000)"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("value_in_unit":27500,)"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("unit_agrees":true)"), std::string::npos) << text;
  EXPECT_NE(answer(R"({"number": "10件", "unit": "人"})").find(R"("unit_agrees":false)"), std::string::npos);
}

TEST(printed_json, years_are_fiscal_years) {
  // 令和8年度 runs from 1 April 2026 to 31 March 2027.
  for (const char* year : {"R8", "令和8年度", "Ｒ８"}) {
    const std::string text = answer(R"({"period": ")" + std::string(year) + R"("})");
    EXPECT_NE(text.find(R"("year":2026)"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("last":"2027-03-31")"), std::string::npos) << text;
  }
}

TEST(printed_json, what_cannot_be_read_is_answered_with_the_reason) {
  EXPECT_NE(answer(R"({"number": "4億3,0000万円"})").find("number.grouping.misprint"), std::string::npos);
  EXPECT_NE(answer(R"({"period": "平成32年13月"})").find("calendar.month.nonexistent"), std::string::npos);
  EXPECT_NE(answer(R"({"number": "集計中"})").find(R"("unknown":"not-collected")"), std::string::npos);
  EXPECT_NE(answer("{}").find(R"("answers":[{}])"), std::string::npos);
  EXPECT_EQ(answer(R"({"figure": "1"})"), "format.member.not-allowed");
}

TEST(explain_json, rule_data_are_shown_when_asked_for) {
  const auto shown = explain_json(built_in_rules(), R"({"rules": ["idea-form", "frameworks", "eras"]})");
  ASSERT_TRUE(shown);
  EXPECT_NE(shown->find("2019-05-01"), std::string::npos);  // 令和: 元号を改める政令（平成31年政令第143号）
  EXPECT_NE(shown->find("課・係名"), std::string::npos);
  EXPECT_NE(shown->find("デジタル田園都市国家構想総合戦略"), std::string::npos);
  EXPECT_EQ(shown->find("number.grouping.misprint"), std::string::npos);  // messages only for codes
}
