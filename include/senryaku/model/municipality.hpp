/// The municipality (地方公共団体) and its code.
#pragma once

#include <senryaku/model/document.hpp>

namespace senryaku {
inline namespace v1 {

/// 地方公共団体の種類. Decides thresholds and the form of the author line of a regional plan.
enum class municipality_kind { prefecture, designated_city, core_city, city, special_ward, town, village };

/// 地方公共団体.
struct municipality {
  std::string code;  ///< 全国地方公共団体コード, six digits with check digit
  std::string name;  ///< 会津美里町
  std::string kana;
  std::string prefecture;  ///< 福島県
  std::string county;      ///< 郡; named in the author line of towns and villages
  std::optional<municipality_kind> kind;
  std::string office_address;
  std::string formation;  ///< mergers
  std::optional<decimal> area_km2;
  std::vector<std::string> designations;  ///< 地域指定: 過疎, 辺地, 豪雪 …
  std::string catchphrase;
  std::string note;
  extra_members extras;
};

/// True when `code` is six digits whose last is the check digit of the first five (総務省 全国地方公共団体コード仕様).
bool is_municipality_code(std::string_view code);
/// The check digit for five digits; −1 when `five_digits` is not that.
int municipality_check_digit(std::string_view five_digits);

}  // namespace v1
}  // namespace senryaku
