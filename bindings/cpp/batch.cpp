// A batch over columns: projects two towns at once and prints the persons of each after each step of five years.
#include <senryaku/senryaku.hpp>

#include <cmath>
#include <iostream>
#include <numeric>
#include <vector>

int main() {
  constexpr std::int64_t areas = 2, groups = 18, steps = 3, town = 2 * groups;
  std::vector<double> base(areas * town, 100.0);                      // the first town: 100 persons in each group
  for (int i = 0; i < town; ++i) base[town + i] = 40.0 + i % groups;  // the second: older than that
  const std::vector<double> survival(areas * steps * 2 * (groups - 1), 0.9375);
  const std::vector<double> migration(survival.size(), -0.03125);
  const std::vector<double> child_woman_ratio(areas * steps, 0.1875);
  const std::vector<double> male_share(areas * steps, 0.5);
  std::vector<double> out(areas * steps * town);
  senryaku::project_areas(areas, groups, steps, base.data(), survival.data(), migration.data(),
                          child_woman_ratio.data(), male_share.data(), out.data());
  for (int area = 0; area < areas; ++area) {
    for (int step = 0; step < steps; ++step) {
      const auto first = out.begin() + (area * steps + step) * town;
      std::cout << area << ' ' << step << ' ' << std::lround(std::accumulate(first, first + town, 0.0)) << '\n';
    }
  }
}
