#include <gtest/gtest.h>
#include <senryaku/japanese_number.hpp>

using namespace senryaku;

namespace {

struct reading {
  const char* printed;
  const char* value;
  const char* unit;
};

std::string code_of(std::string_view printed) {
  const auto read = read_number(printed);
  return read ? "read" : read.findings.at(0).code;
}

}  // namespace

// Forms printed in published strategies (tests/data/strategies and their sources); values by hand.
TEST(japanese_number, reads_the_forms_that_plans_print) {
  const reading cases[] = {
      {"2億7,500万円/年", "275000000", "円/年"},
      {"27,500万円", "275000000", "円"},
      {"275,000,000円", "275000000", "円"},
      {"1,000", "1000", ""},
      {"１，０００人", "1000", "人"},
      {"1,000千円", "1000000", "円"},
      {"61百万円", "61000000", "円"},
      {"34千人", "34000", "人"},
      {"1.5億円", "150000000", "円"},
      {"3十億円", "3000000000", "円"},
      {"1兆2,000億円", "1200000000000", "円"},
      {"5千500円", "5500", "円"},
      {"３万８，８５０人", "38850", "人"},
      {"1.4人/年", "1.4", "人/年"},
      {"33,503t-CO2", "33503", "t-CO2"},
      {"931g/人日", "931", "g/人日"},
      {"10件/5年", "10", "件/5年"},
      {"100㎡", "100", "m2"},
      {"100m²", "100", "m2"},
      {"３百貨店", "3", "百貨店"},
      {"98．50％", "98.50", "%"},
      {"0", "0", ""},
      {"61 百万円", "61000000", "円"},
      {"2億7,500万 円", "275000000", "円"},
      {"0.000000001", "0.000000001", ""},
      {"999999999999999999", "999999999999999999", ""},
  };
  for (const auto& wanted : cases) {
    const auto read = read_number(wanted.printed);
    ASSERT_TRUE(read && read->value) << wanted.printed;
    EXPECT_EQ(read->value->to_string(), wanted.value) << wanted.printed;
    EXPECT_EQ(read->unit, wanted.unit) << wanted.printed;
  }
}

TEST(japanese_number, every_minus_sign_is_minus) {
  for (const char* printed : {"▲172", "△172", "▼172", "−172", "-172", "－172", "‐172", "–172", "ー172", "△ 172"}) {
    const auto read = read_number(printed);
    ASSERT_TRUE(read && read->value) << printed;
    EXPECT_EQ(read->value->to_string(), "-172") << printed;
  }
}

TEST(japanese_number, keeps_the_figure_beside_its_multiplier) {
  const auto read = read_number("27,500万円/年");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->figure->to_string(), "27500");
  EXPECT_EQ(read->figure_unit, "万円/年");
  EXPECT_FALSE(read_number("2億7,500万円")->figure);
}

// 浦河町地方創生総合戦略 prints 4億3,0000万円: 4億3,000万円 or 7億円 cannot be known.
TEST(japanese_number, misprints_are_reported_and_not_read) {
  const auto misprint = read_number("4億3,0000万円");
  ASSERT_FALSE(misprint);
  EXPECT_EQ(misprint.findings.at(0).code, "number.grouping.misprint");
  EXPECT_EQ(misprint.findings.at(0).value("found"), "3,0000");
  for (const char* printed : {"1,2345", "12,34", "1,,000", "1234,567", "1,234,56", "0,1"}) {
    EXPECT_EQ(code_of(printed), "number.grouping.misprint") << printed;
  }
  for (const char* printed : {"4億30000万円", "7500万2億", "1.5億2000万", "3万4万", "2千5000"}) {
    EXPECT_EQ(code_of(printed), "number.myriad.order") << printed;
  }
}

TEST(japanese_number, what_is_not_one_figure_is_refused_with_its_reason) {
  EXPECT_EQ(code_of("5～10人"), "number.range.given");
  EXPECT_EQ(code_of("5-10人"), "number.range.given");
  EXPECT_EQ(code_of("1.4人/年→4組/年"), "number.figures.several");
  EXPECT_EQ(code_of("10人2組"), "number.figures.several");
  EXPECT_EQ(code_of("1 000"), "number.figures.several");
  EXPECT_EQ(code_of("3万 5人"), "number.figures.several");
  EXPECT_EQ(code_of("①5件"), "number.text.unread");
  EXPECT_EQ(code_of("10²"), "number.text.unread");
  EXPECT_EQ(code_of("令和7年度"), "number.text.unread");
  EXPECT_EQ(code_of("全国平均以上"), "number.digits.missing");
  EXPECT_EQ(code_of("▲"), "number.digits.missing");
  EXPECT_EQ(code_of("1.2.3"), "number.point.misplaced");
  EXPECT_EQ(code_of("5."), "number.point.misplaced");
  EXPECT_EQ(code_of("9999999999999999999"), "number.size.exceeded");
  EXPECT_EQ(code_of("9999999兆円"), "number.size.exceeded");
  EXPECT_EQ(code_of("\xFF\xFE"), "number.text.unread");
}

TEST(japanese_number, marks_say_no_value_and_why) {
  for (const char* printed : {"―", "−", "-", "－", "ー", "–", "", " ", "…", "なし", "(―)"}) {
    const auto read = read_number(printed);
    ASSERT_TRUE(read) << printed;
    EXPECT_TRUE(read->no_value && !read->value && !read->unknown) << printed;
  }
  EXPECT_EQ(read_number("新規")->unknown, unknown_reason::not_applicable);
  EXPECT_EQ(read_number("（新規）")->unknown, unknown_reason::not_applicable);
  EXPECT_EQ(read_number("未設定")->unknown, unknown_reason::not_set);
  EXPECT_EQ(read_number("未集計")->unknown, unknown_reason::not_collected);
  EXPECT_EQ(read_number("集計中")->unknown, unknown_reason::not_collected);
  EXPECT_EQ(read_number("中止")->unknown, unknown_reason::suspended);
}

TEST(japanese_number, words_around_the_figure_keep_their_meaning) {
  EXPECT_EQ(read_number("80％以上")->bound, target_bound::at_least);
  EXPECT_EQ(read_number("80％以下")->bound, target_bound::at_most);
  EXPECT_EQ(read_number("3位以内")->bound, target_bound::at_most);
  EXPECT_EQ(read_number("5件未満")->bound, target_bound::less_than);
  EXPECT_EQ(read_number("93%を超える")->bound, target_bound::more_than);
  EXPECT_EQ(read_number("約1,000件")->bound, target_bound::about);
  EXPECT_EQ(read_number("100人程度")->bound, target_bound::about);
  const auto fall = read_number("4.0%減少");
  EXPECT_EQ(fall->change, figure_change::fall);
  EXPECT_EQ(fall->value->to_string(), "4.0");  // the sign is in the word
  EXPECT_EQ(read_number("10％増")->change, figure_change::rise);
  EXPECT_EQ(read_number("10%増")->change, figure_change::rise);
  EXPECT_EQ(read_number("増加")->change, figure_change::rise);
  EXPECT_EQ(read_number("減少")->change, figure_change::fall);
  EXPECT_EQ(read_number("80%以上を維持")->change, figure_change::hold);
  const auto words = read_number("現状維持");
  EXPECT_TRUE(words && !words->value && !words->no_value);
  EXPECT_EQ(words->change, figure_change::hold);
  const auto noted = read_number("15,068人(R2国調)");
  EXPECT_EQ(noted->value->to_string(), "15068");
  EXPECT_EQ(noted->note, "R2国調");
  EXPECT_EQ(read_number("38,850人(2010)")->note, "2010");
  EXPECT_EQ(read_number("1,000万人")->value->to_string(), "10000000");
  EXPECT_EQ(read_number("年間10件")->before, "年間");
}

TEST(japanese_number, units_lose_their_multiplier) {
  EXPECT_EQ(split_unit("百万円").exponent, 6);
  EXPECT_EQ(split_unit("千円").exponent, 3);
  EXPECT_EQ(split_unit("億円").exponent, 8);
  EXPECT_EQ(split_unit("千人/年").unit, "人/年");
  EXPECT_EQ(split_unit("万尾").exponent, 4);
  EXPECT_EQ(split_unit("％").unit, "%");
  EXPECT_EQ(split_unit("人").exponent, 0);
}

TEST(value_in_unit, figures_are_turned_into_the_unit_of_the_indicator) {
  const auto in_unit = [](const char* printed, const char* unit) {
    const auto value = value_in_unit(*read_number(printed), unit);
    return value ? value->to_string() : std::string("none");
  };
  EXPECT_EQ(in_unit("4億3,000万円", "万円"), "43000");  // 43,000 × 10,000 yen
  EXPECT_EQ(in_unit("12万人", "千人"), "120");
  EXPECT_EQ(in_unit("1,250人", "千人"), "1.25");
  EXPECT_EQ(in_unit("1,200", "千人"), "1200");  // without a unit it is in the indicator's
  EXPECT_EQ(in_unit("12.30%", "%"), "12.30");
  EXPECT_EQ(in_unit("集計中", "人"), "none");
  EXPECT_EQ(in_unit("維持", "人"), "none");
}

TEST(japanese_number, shifts_exactly_or_not_at_all) {
  EXPECT_EQ(shift(*decimal::parse("1.234"), 4)->to_string(), "12340");
  EXPECT_EQ(shift(*decimal::parse("1.234"), 1)->to_string(), "12.34");
  EXPECT_EQ(shift(*decimal::parse("-5"), -3)->to_string(), "-0.005");
  EXPECT_FALSE(shift(*decimal::parse("999999999999999999"), 1));
  EXPECT_FALSE(shift(*decimal::parse("0.000000001"), -1));
}
