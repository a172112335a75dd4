#include <gtest/gtest.h>
#include <senryaku/review.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace senryaku;

namespace {

std::set<std::string> placeholders(const std::string& pattern) {
  std::set<std::string> names;
  for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1)) {
    const std::size_t end = pattern.find('}', at);
    if (end == std::string::npos) break;
    const std::size_t from = pattern[at + 1] == '#' ? at + 2 : at + 1;  // {#name}: shown with grouping
    names.insert(pattern.substr(from, end - from));
  }
  return names;
}

void expect_complete(const reported_finding& shown, const std::string& where) {
  const message* known = built_in_rules().messages.find(shown.code);
  ASSERT_NE(known, nullptr) << where << " " << shown.code;
  for (const auto* pattern : {&known->ja, &known->en}) {
    for (const auto& name : placeholders(*pattern)) {
      EXPECT_EQ(shown.values.count(name), 1u) << where << " " << shown.code << " {" << name << "}";
    }
  }
}

}  // namespace

// Whatever the real strategies are told can be shown: each placeholder of its message has a value.
TEST(messages, findings_about_real_strategies_fill_their_messages) {
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(SENRYAKU_TEST_DATA "/strategies")) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto document = read_strategy(text);
    ASSERT_TRUE(document) << entry.path();
    review_options options;
    options.as_of = *civil_day::make(2026, 10, 1);
    const auto review = make_review(*document, document.findings, built_in_rules(), options);
    ASSERT_TRUE(review) << entry.path();
    for (const auto& shown : review->findings) {
      expect_complete(shown, entry.path().filename().string());
      codes.insert(shown.code);
    }
  }
  EXPECT_GE(codes.size(), 20u);
}

TEST(messages, explain_shows_codes_and_fields) {
  const auto one = explain_json(built_in_rules(), R"({"codes": ["number.grouping.misprint"]})");
  ASSERT_TRUE(one);
  EXPECT_NE(one->find("4億3,0000万円"), std::string::npos);
  const auto field = explain_json(built_in_rules(), R"({"codes": ["calendar.era."]})");
  ASSERT_TRUE(field);
  EXPECT_NE(field->find("calendar.era.not-begun"), std::string::npos);
  EXPECT_EQ(field->find("calendar.day.nonexistent"), std::string::npos);
  EXPECT_TRUE(explain_json(built_in_rules(), "{}"));
  const auto unknown = explain_json(built_in_rules(), R"({"codes": ["kpi.unit.mising"]})");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.findings.at(0).code, "explain.code.unknown");
  EXPECT_EQ(unknown.findings.at(0).pointer, "/codes/0");
}
