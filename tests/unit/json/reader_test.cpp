#include <gtest/gtest.h>
#include <senryaku/json.hpp>
#include <senryaku/review.hpp>
#include <senryaku/rules.hpp>

#include "json/describe.hpp"

using namespace senryaku;

namespace {

const char* const minimal = R"({
  "format": "senryaku.strategy/1",
  "municipality": { "code": "074471", "name": "会津美里町" },
  "name": "試験戦略",
  "period": { "start": "2025-04-01", "end": "2030-03-31" },
  "goals": [
    { "id": "g1", "type": "work", "name": "仕事をつくる",
      "numeric_targets": [ { "id": "k1", "name": "就業者数", "unit": "人", "aim": "increase",
        "baseline": { "year": 2023, "value": 12.30 }, "unheard_of": { "a" : [1, "x y"] } } ] }
  ]
}
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

const finding* find_code(const std::vector<finding>& findings, std::string_view code) {
  for (const auto& entry : findings) {
    if (entry.code == code) return &entry;
  }
  return nullptr;
}

}  // namespace

TEST(reader, reads_a_strategy_and_keeps_unknown_members) {
  const auto document = read_strategy(minimal);
  ASSERT_TRUE(document) << (document.findings.empty() ? "" : document.findings[0].code + document.findings[0].pointer);
  const kpi& indicator = document->value.goals.at(0).numeric_targets.at(0);
  EXPECT_EQ(indicator.baseline->value->to_string(), "12.30");
  ASSERT_EQ(indicator.extras.size(), 1u);
  EXPECT_EQ(indicator.extras[0].json, R"({"a":[1,"x y"]})");
  const finding* unknown = find_code(document.findings, "format.member.unknown");
  ASSERT_NE(unknown, nullptr);
  EXPECT_EQ(unknown->pointer, "/goals/0/numeric_targets/0/unheard_of");
  ASSERT_TRUE(unknown->position);
  EXPECT_EQ(unknown->position->line, 9u);
  EXPECT_EQ(unknown->position->column, 55u);  // the key begins at the 55th code point of the line
}

TEST(reader, read_write_read_is_the_identity) {
  const auto first = read_strategy(minimal);
  ASSERT_TRUE(first);
  const std::string text = write_strategy(first->value);
  const auto second = read_strategy(text);
  ASSERT_TRUE(second);
  EXPECT_EQ(write_strategy(second->value), text);
  EXPECT_NE(text.find("12.30"), std::string::npos);
}

TEST(reader, positions_are_found_by_pointer) {
  const auto document = read_strategy(minimal);
  ASSERT_TRUE(document);
  const auto place = document->positions.find("/goals/0/numeric_targets/0/baseline/value");
  ASSERT_TRUE(place);
  EXPECT_EQ(std::string_view(minimal).substr(place->offset, 5), "12.30");
  EXPECT_EQ(place->line, 9u);
}

struct refusal {
  const char* from;
  const char* to;
  const char* code;
  const char* pointer;
};

TEST(reader, says_what_is_wrong_and_where) {
  const refusal cases[] = {
      {"\"074471\"", "\"074472\"", "format.municipality.check-digit", "/municipality/code"},
      {"\"074471\"", "\"07447\"", "format.municipality.code", "/municipality/code"},
      {"\"074471\"", "74471", "format.type.mismatch", "/municipality/code"},
      {"\"2025-04-01\"", "\"2025-02-30\"", "format.value.day", "/period/start"},
      {"12.30", "\"12.30\"", "format.type.mismatch", "/goals/0/numeric_targets/0/baseline/value"},
      {"12.30", "1e400", "format.number.decimal", "/goals/0/numeric_targets/0/baseline/value"},
      {"12.30", "12345678901234567890", "format.number.decimal", "/goals/0/numeric_targets/0/baseline/value"},
      {"2023", "2023.5", "format.number.integer", "/goals/0/numeric_targets/0/baseline/year"},
      {"2023", "null", "format.type.mismatch", "/goals/0/numeric_targets/0/baseline/year"},
      {"\"increase\"", "\"up\"", "format.value.choice", "/goals/0/numeric_targets/0/aim"},
      {"\"name\": \"試験戦略\",", "", "format.member.missing", "/name"},
      {"\"unit\": \"人\"", "\"unit\": \"人\", \"unit\": \"件\"", "format.json.duplicate-key",
       "/goals/0/numeric_targets/0/unit"},
      {"\"人\"", "\"\"", "format.text.empty", "/goals/0/numeric_targets/0/unit"},
      {"strategy/1", "strategy/9", "format.version.unsupported", "/format"},
      {"\"k1\"", "\"g1\"", "format.id.duplicate", "/goals/0/numeric_targets/0/id"},
      {"\"unheard_of\": { \"a\" : [1, \"x y\"] }", "\"contributes_to\": [{\"to\": \"zz\"}]", "format.reference.unknown",
       "/goals/0/numeric_targets/0/contributes_to/0/to"},
      {"\"goals\": [", "\"goals\": [,", "format.json.syntax", "/goals"},
      {"人", "\xFF", "format.json.utf8", "/goals/0/numeric_targets/0/unit"},
  };
  for (const auto& wrong : cases) {
    const auto document = read_strategy(with(minimal, wrong.from, wrong.to));
    EXPECT_FALSE(document) << wrong.code;
    const finding* found = find_code(document.findings, wrong.code);
    ASSERT_NE(found, nullptr) << wrong.code << " got " << (document.findings.empty() ? "-" : document.findings[0].code);
    EXPECT_EQ(found->pointer, wrong.pointer) << wrong.code;
    EXPECT_TRUE(found->position) << wrong.code;
    EXPECT_NE(built_in_rules().messages.find(wrong.code), nullptr) << wrong.code;
  }
}

TEST(reader, reports_several_errors_at_once) {
  std::string text = with(minimal, "\"increase\"", "\"up\"");
  text = with(text, "\"2025-04-01\"", "\"令和7年\"");
  text = with(text, "2023", "\"H35\"");
  const auto document = read_strategy(text);
  EXPECT_FALSE(document);
  EXPECT_NE(find_code(document.findings, "format.value.choice"), nullptr);
  EXPECT_NE(find_code(document.findings, "format.value.day"), nullptr);
  EXPECT_NE(find_code(document.findings, "format.type.mismatch"), nullptr);
}

TEST(reader, refuses_deep_large_and_hopeless_documents) {
  const std::string deep(10000, '[');
  const auto nested = read_strategy(deep);
  EXPECT_FALSE(nested);
  EXPECT_NE(find_code(nested.findings, "format.json.depth"), nullptr);

  read_options small;
  small.max_bytes = 10;
  EXPECT_NE(find_code(read_strategy(minimal, small).findings, "format.json.size"), nullptr);

  std::string many = "{";
  for (int i = 0; i < 5000; ++i) many += "\"m" + std::to_string(i) + "\": 1,";
  many += "\"name\": \"x\"}";
  const auto hopeless = read_strategy(many);
  EXPECT_FALSE(hopeless);
  EXPECT_EQ(hopeless.findings.size(), 1000u);
  EXPECT_EQ(hopeless.findings.back().code, "format.findings.limit");
}

TEST(reader, byte_order_mark_trailing_data_and_empty_text) {
  EXPECT_TRUE(read_strategy("\xEF\xBB\xBF" + std::string(minimal)));
  EXPECT_NE(find_code(read_strategy(std::string(minimal) + " x").findings, "format.json.syntax"), nullptr);
  EXPECT_NE(find_code(read_strategy("").findings, "format.json.syntax"), nullptr);
  EXPECT_FALSE(read_strategy("[]"));
  EXPECT_FALSE(read_strategy("null"));
}

TEST(reader, strict_mode_refuses_unknown_members) {
  read_options strict;
  strict.strict = true;
  EXPECT_NE(find_code(read_strategy(minimal, strict).findings, "format.member.not-allowed"), nullptr);
}

TEST(reader, doubles_have_a_range) {
  const auto answer = projection_json(built_in_rules(), R"({"needed": {"year": 2045, "target": 1e999}})");
  ASSERT_FALSE(answer);
  const finding* found = find_code(answer.findings, "format.number.range");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->pointer, "/needed/target");
}

TEST(writer, escapes_wherever_the_character_stands) {
  // RFC 8259 section 7: quotation mark, backslash and control characters have to be escaped, nothing else.
  const std::pair<std::string, std::string> characters[] = {{"\"", "\\\""},      {"\\", "\\\\"},      {"\n", "\\n"},
                                                            {"\x01", "\\u0001"}, {"\x1f", "\\u001f"}, {" ", " "},
                                                            {"\x7f", "\x7f"},    {"𠮷", "𠮷"}};
  for (const auto& [written, escaped] : characters) {
    for (std::size_t before = 0; before < 18; ++before) {
      for (std::size_t after = 0; after < 10; ++after) {
        std::string out;
        json::append_quoted(out, std::string(before, 'a') + written + "県" + written + std::string(after, 'z'));
        EXPECT_EQ(out, '"' + std::string(before, 'a') + escaped + "県" + escaped + std::string(after, 'z') + '"');
      }
    }
  }
}
