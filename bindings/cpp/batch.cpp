// A batch over columns: rates six indicators at once by a scheme; prints of each the exact rate, the percentage as the
// scheme rounds it, the index of its class (-1: none) and why there is no rate (0: there is one).
#include <senryaku/rating_batch.hpp>
#include <senryaku/senryaku.hpp>

#include <algorithm>
#include <iostream>

int main() {
  constexpr std::int64_t rows = 6;
  const std::int64_t actual[rows] = {125, 100, 99, 0, 35, 12};  // 12.5, 10.0, 9.9 …
  const std::uint8_t known[rows] = {1, 1, 1, 0, 1, 1};          // the fourth was not surveyed: unknown, not zero
  const std::int64_t target[rows] = {10, 10, 10, 10, 5, 0};
  const std::int64_t aim[rows] = {};  // indicator_aim::increase
  std::int64_t numerator[rows], denominator[rows], rate[rows];
  std::int32_t rating[rows];
  std::uint8_t state[rows];

  const auto& schemes = senryaku::built_in_rules().schemes;
  const auto scheme = std::find_if(schemes.begin(), schemes.end(),
                                   [](const auto& entry) { return entry.id == "hyogo-strategy-2023"; });
  if (scheme == schemes.end()) return 1;
  const senryaku::column_rater rater(*scheme);
  senryaku::rating_columns columns;
  columns.actual = {actual, known, 1};
  columns.target = {target, nullptr, 0};
  columns.aim = {aim, nullptr, 0};
  if (!rater.rate(columns, rows, {numerator, denominator, rate, rating, state})) return 1;
  for (int i = 0; i < rows; ++i) {
    std::cout << numerator[i] << '/' << denominator[i] << ' ' << rate[i] << ' ' << rating[i] << ' ' << int{state[i]} << '\n';
  }
}
