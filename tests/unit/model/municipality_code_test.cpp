#include <gtest/gtest.h>
#include <senryaku/model.hpp>

using namespace senryaku;

TEST(municipality_code, check_digits_of_the_published_list) {
  // https://citycode.fmd4.com/chigai; remainders 0, 1, 10 and sums below 11 included.
  for (const char* code : {"074471", "070009", "072028", "012050", "012131", "010006", "020001", "130001", "131016", "011002",
                           "062057", "282103", "336238", "473502", "470007"}) {
    EXPECT_TRUE(is_municipality_code(code)) << code;
    std::string wrong = code;
    wrong[5] = static_cast<char>('0' + (wrong[5] - '0' + 1) % 10);
    EXPECT_FALSE(is_municipality_code(wrong)) << wrong;
  }
  for (const char* code : {"", "07447", "0744711", "07447X", "０７４４７１"}) EXPECT_FALSE(is_municipality_code(code)) << code;
}
