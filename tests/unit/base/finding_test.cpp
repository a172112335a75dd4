#include <gtest/gtest.h>
#include <senryaku/base.hpp>

using namespace senryaku;

TEST(message_catalogue, fills_placeholders_and_keeps_unknown_ones_visible) {
  message entry;
  entry.code = "kpi.target.wrong-side";
  entry.ja = "目標値{target}は基準値{baseline}より{other}";
  entry.en = "target {target} against {baseline}";
  const message_catalogue texts({entry});
  const finding f{
      "kpi.target.wrong-side", "k1", "/goals/0", {{"target", "13,000"}, {"baseline", "13,182"}}, std::nullopt};
  EXPECT_EQ(texts.render(f, language::ja), "目標値13,000は基準値13,182より{other}");
  EXPECT_EQ(texts.render(f, language::en), "target 13,000 against 13,182");
  EXPECT_EQ(texts.render(finding{"no.such.code", {}, {}, {}, std::nullopt}, language::en), "no.such.code");
}

TEST(message_catalogue, groups_numbers_where_the_template_asks_for_it) {
  message entry;
  entry.code = "a";
  entry.en = "{#big} {#small} {#negative} {#word} {big}";
  const message_catalogue texts({entry});
  const finding f{"a", {}, {}, {{"big", "1234567.25"}, {"small", "999"}, {"negative", "-1000"}, {"word", "R7"}}, std::nullopt};
  EXPECT_EQ(texts.render(f, language::en), "1,234,567.25 999 -1,000 R7 1234567.25");
}

TEST(message_catalogue, later_entries_replace_earlier_ones) {
  message first;
  first.code = "a";
  first.en = "first";
  message second = first;
  second.en = "second";
  const message_catalogue texts({first, second});
  EXPECT_EQ(texts.messages().size(), 1u);
  EXPECT_EQ(texts.find("a")->en, "second");
}

TEST(pointer_builder, escapes_and_unwinds) {
  pointer_builder at;
  {
    const pointer_builder::step goals(at, "goals", 2);
    EXPECT_EQ(at.member("a/b~c"), "/goals/2/a~1b~0c");
  }
  EXPECT_EQ(at.text(), "");
}
