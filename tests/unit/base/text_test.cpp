#include <gtest/gtest.h>
#include <senryaku/base.hpp>

using namespace senryaku;

TEST(text, comparison_key_is_nfkc_with_plain_spaces) {
  // NFKC mappings by the Unicode Standard Annex #15 tables.
  EXPECT_EQ(comparison_key("　ＫＰＩ１　　件数 "), "KPI1 件数");
  EXPECT_EQ(comparison_key("ﾃﾞｼﾞﾀﾙ"), "デジタル");
  EXPECT_EQ(comparison_key("㋿元年"), "令和元年");  // U+32FF
  EXPECT_EQ(comparison_key("𠮷野家"), "𠮷野家");       // U+20BB7 stays
}

TEST(text, utf8_check_refuses_overlong_and_surrogates) {
  EXPECT_TRUE(is_utf8("会津美里町𠮷"));
  EXPECT_FALSE(is_utf8("\xC0\x80"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xF5\x80\x80\x80"));
  EXPECT_FALSE(is_utf8("\x89\xEF"));
}

TEST(text, invalid_utf8_is_returned_unchanged) {
  EXPECT_EQ(comparison_key("a\xFF"), "a\xFF");
}
