#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

using namespace senryaku;

namespace {

const stage_lexicon& lexicon() { return built_in_rules().stage_lexicon; }

}  // namespace

TEST(stage, decides_the_founding_slides_examples) {
  // 資料1 (令和5年度第2回 会津美里町地域創生・人口減少対策有識者会議): pairs of output and outcome, and the worked example.
  const struct {
    const char* name;
    const char* unit;
    indicator_stage stage;
  } examples[] = {
      {"スマート農業導入補助金交付件数", "件", indicator_stage::output},
      {"スマート農業導入経営体数", "経営体", indicator_stage::outcome},
      {"サテライトオフィスの整備件数", "件", indicator_stage::output},
      {"サテライトオフィス利用者数", "人", indicator_stage::outcome},
      {"オンラインで予約可能な公共施設の数", "施設", indicator_stage::output},
      {"予約システム利用者向け説明会の開催件数", "件", indicator_stage::output},
      {"オンライン予約システムの利用件数", "件", indicator_stage::outcome},
  };
  for (const auto& example : examples) {
    const auto decision = decide_stage(example.name, example.unit, lexicon());
    ASSERT_TRUE(decision.stage) << example.name;
    EXPECT_EQ(*decision.stage, example.stage) << example.name;
    EXPECT_FALSE(decision.cues.empty()) << example.name;
  }
}

TEST(stage, compares_in_nfkc) {
  EXPECT_EQ(decide_stage("ｾﾐﾅｰの開催回数", "回", lexicon()).stage, indicator_stage::output);
  EXPECT_EQ(decide_stage("受診率", "％", lexicon()).score, decide_stage("受診率", "%", lexicon()).score);
}

TEST(stage, stays_undecided_without_cues) {
  const auto decision = decide_stage("件数", "件", lexicon());
  EXPECT_FALSE(decision.stage);
  EXPECT_EQ(decision.score, 0);
}
