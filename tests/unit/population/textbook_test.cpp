// Preston, Heuveline & Guillot (2001), boxes 6.1 and 6.2: Sweden 1993. Figures in
// tests/data/population/sweden1993_*.csv.
#include <gtest/gtest.h>
#include <senryaku/population.hpp>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

using namespace senryaku;

namespace {

std::map<std::string, std::vector<double>> columns(const std::string& name) {
  std::ifstream file(std::string(SENRYAKU_TEST_DATA) + "/population/" + name);
  std::string line;
  std::getline(file, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> titles;
  std::stringstream head(line);
  for (std::string title; std::getline(head, title, ',');) titles.push_back(title);
  std::map<std::string, std::vector<double>> table;
  while (std::getline(file, line)) {
    std::stringstream row(line);
    std::string cell;
    for (const auto& title : titles) {
      std::getline(row, cell, ',');
      if (title != "age_group") table[title].push_back(std::stod(cell));
    }
  }
  EXPECT_FALSE(table.empty()) << name;
  return table;
}

/// 5L(x+5) ÷ 5L(x); for the open group T(85) ÷ T(80).
std::vector<double> survival(const std::vector<double>& person_years) {
  std::vector<double> ratios;
  for (std::size_t x = 0; x + 2 < person_years.size(); ++x) ratios.push_back(person_years[x + 1] / person_years[x]);
  const double open = person_years.back();
  ratios.push_back(open / (open + person_years[person_years.size() - 2]));
  return ratios;
}

projection_step textbook_step(const std::vector<double>& person_years, const std::vector<double>& fertility) {
  projection_step step;
  step.survival = {survival(person_years), survival(person_years)};
  step.births.fertility_by_age.assign(fertility.begin() + 3, fertility.begin() + 10);
  step.births.sex_ratio_at_birth = 1.05;
  step.births.male_birth_survival = person_years[0] / 500000;
  step.births.female_birth_survival = person_years[0] / 500000;
  return step;
}

}  // namespace

TEST(textbook, closed_females_of_sweden) {
  const auto table = columns("sweden1993_females_closed.csv");
  projection_input input;
  input.base_year = 1993;
  input.base.female = table.at("pop_1993");
  input.base.male = input.base.female;
  input.steps = {textbook_step(table.at("nLx_radix_100000"), table.at("asfr"))};
  input.horizon_year = 2003;
  const auto result = run_projection(input);
  ASSERT_TRUE(result);
  double totals[3] = {};
  for (std::size_t x = 0; x < 18; ++x) {
    EXPECT_EQ(std::llround(result->years[1].population.female[x]), std::llround(table.at("projected_1998")[x])) << x;
    EXPECT_EQ(std::llround(result->years[2].population.female[x]), std::llround(table.at("projected_2003")[x])) << x;
    for (int i : {1, 2}) totals[i] += result->years[static_cast<std::size_t>(i)].population.female[x];
  }
  EXPECT_EQ(std::llround(totals[1]), 4449570);
  EXPECT_EQ(std::llround(totals[2]), 4478712);
}

TEST(textbook, births_of_the_steps) {
  // 604,866 and 577,148 births (the same source as the cells); 5L0 ÷ (5 · l0) of them reach 0–4.
  const auto table = columns("sweden1993_females_closed.csv");
  projection_input input;
  input.base_year = 1993;
  input.base = {table.at("pop_1993"), table.at("pop_1993")};
  input.steps = {textbook_step(table.at("nLx_radix_100000"), table.at("asfr"))};
  input.horizon_year = 2003;
  const auto result = run_projection(input);
  ASSERT_TRUE(result);
  const double survival_from_birth = table.at("nLx_radix_100000")[0] / 500000;
  EXPECT_EQ(std::llround(*result->years[1].births_surviving / survival_from_birth), 604866);
  EXPECT_EQ(std::llround(*result->years[2].births_surviving / survival_from_birth), 577148);
}

TEST(textbook, a_long_projection_comes_to_the_stable_population) {
  // λ1 = 1.00111253 per five years, and the printed shares by age: eigenvalue and eigenvector of the same rates.
  const auto table = columns("sweden1993_females_closed.csv");
  projection_input input;
  input.base_year = 1993;
  input.base = {table.at("pop_1993"), table.at("pop_1993")};
  input.steps = {textbook_step(table.at("nLx_radix_100000"), table.at("asfr"))};
  // The second root is 0.868 of the first: after 500 years, the longest projection, 7e-7 of its part is left. Twice
  // that.
  input.horizon_year = 1993 + 500;
  const auto first = run_projection(input);
  ASSERT_TRUE(first);
  input.base = first->years.back().population;
  const auto result = run_projection(input);
  ASSERT_TRUE(result);
  const auto sum = [](const std::vector<double>& cells) {
    double total = 0;
    for (const double value : cells) total += value;
    return total;
  };
  const auto& last = result->years.back().population.female;
  const auto& before = result->years[result->years.size() - 2].population.female;
  EXPECT_NEAR(sum(last) / sum(before), 1.00111253, 5e-9);
  for (std::size_t x = 0; x < last.size(); ++x)
    EXPECT_NEAR(last[x] / sum(last), table.at("stable_share")[x], 5.1e-9) << x;
}

TEST(textbook, two_sexes_with_migration_in_numbers) {
  const auto table = columns("sweden1993_two_sex_migration.csv");
  projection_input input;
  input.base_year = 1993;
  input.base = {table.at("pop_1993_male"), table.at("pop_1993_female")};
  auto step = textbook_step(table.at("nLx_both_sexes_radix_100000"), table.at("asfr"));
  step.net_migrants = {table.at("net_migrants_male_5yr"), table.at("net_migrants_female_5yr")};
  input.steps = {step};
  const auto result = run_projection(input);
  ASSERT_TRUE(result);
  for (std::size_t x = 0; x < 18; ++x) {
    EXPECT_EQ(std::llround(result->years[1].population.female[x]), std::llround(table.at("projected_1998_female")[x]))
        << x;
    EXPECT_EQ(std::llround(result->years[1].population.male[x]), std::llround(table.at("projected_1998_male")[x])) << x;
  }
}
