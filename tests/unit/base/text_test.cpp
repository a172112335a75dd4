#include <gtest/gtest.h>
#include <senryaku/base.hpp>

#include "base/nfkc.hpp"

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

TEST(text, the_short_way_of_nfkc_agrees_with_the_long_one) {
  // Every character of the basic plane, alone and before a mark that might join it.
  for (char32_t c = 1; c < 0x10000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0 | c >> 6);
      text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      text += static_cast<char>(0xE0 | c >> 12);
      text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
      text += static_cast<char>(0x80 | (c & 0x3F));
    }
    for (const char* after : {"", "数", "\u3099", "\u0301"}) {
      const std::string whole = text + after;
      char ours[128], theirs[128];
      const auto size = senryaku::nfkc(whole, ours, sizeof ours);
      ASSERT_EQ(size, senryaku::platform::nfkc(whole, theirs, sizeof theirs)) << std::hex << static_cast<unsigned>(c);
      if (size > 0) {
        ASSERT_EQ(std::string(ours, static_cast<std::size_t>(size)),
                  std::string(theirs, static_cast<std::size_t>(size)));
      }
    }
  }
}
