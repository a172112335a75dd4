#include <gtest/gtest.h>
#include <senryaku/review.hpp>

#include <fstream>
#include <sstream>

using namespace senryaku;

TEST(review, says_what_the_population_vision_has_to_say) {
  std::ifstream file(std::string(SENRYAKU_TEST_DATA) + "/strategies/aizumisato-2025.json");
  std::stringstream text;
  text << file.rdbuf();
  auto document = read_strategy(text.str());
  ASSERT_TRUE(document);
  document->value.population_vision->targets.push_back({2040, decimal(12500), {}, {}});
  review_options options;
  options.as_of = *civil_day::parse("2026-06-01");
  const auto answer = make_review(*document, {}, built_in_rules(), options);
  ASSERT_TRUE(answer);
  const reported_finding* found = nullptr;
  for (const auto& one : answer->findings) {
    if (one.code == "population.target.above-projection") found = &one;
  }
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->pointer,
            "/population_vision/targets/" + std::to_string(document->value.population_vision->targets.size() - 1));
  EXPECT_NE(found->ja.find("12,033"), std::string::npos);  // the cohort-change reference of 2040
}
