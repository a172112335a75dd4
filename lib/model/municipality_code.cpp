#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

// 総務省「全国地方公共団体コード仕様」: weights 6..2, modulus 11, last digit of 11 − remainder.
int municipality_check_digit(std::string_view five_digits) {
  if (five_digits.size() != 5) return -1;
  int sum = 0;
  int weight = 6;
  for (const char c : five_digits) {
    if (c < '0' || c > '9') return -1;
    sum += weight-- * (c - '0');
  }
  return (11 - sum % 11) % 10;
}

bool is_municipality_code(std::string_view code) {
  if (code.size() != 6) return false;
  const int check = municipality_check_digit(code.substr(0, 5));
  return check >= 0 && code[5] == '0' + check;
}

}  // namespace v1
}  // namespace senryaku
