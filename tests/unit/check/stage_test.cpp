#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>

using namespace senryaku;

namespace {

const stage_classifier& stages() {
  return built_in_rules().stages;
}

/// Texts one after the other, with their offsets.
class column {
 public:
  explicit column(const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
      bytes_ += text;
      offsets_.push_back(static_cast<std::int64_t>(bytes_.size()));
    }
  }
  text_column view() const { return {bytes_.data(), offsets_.data()}; }

 private:
  std::string bytes_;
  std::vector<std::int64_t> offsets_{0};
};

const char* name_of(indicator_stage stage) {
  return stage == indicator_stage::input ? "input" : stage == indicator_stage::output ? "output" : "outcome";
}

}  // namespace

TEST(stage, decides_the_founding_slides_examples) {
  // 資料1 (令和5年度第2回 会津美里町地域創生・人口減少対策有識者会議): pairs of output and outcome, and the worked
  // example.
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
    const auto verdict = stages().classify(example.name, example.unit);
    ASSERT_TRUE(verdict.stage) << example.name;
    EXPECT_EQ(*verdict.stage, example.stage) << example.name;
    EXPECT_FALSE(verdict.cues.empty()) << example.name;
    EXPECT_EQ(stages().classify(example.name).label, example.stage) << example.name << " without its unit";
  }
}

TEST(stage, the_last_act_decides) {
  // kpi-names.jsonl: 西宮市 and 加古川市; the same words with another one at the end.
  EXPECT_EQ(stages().classify("交通安全教室の開催参加者数", "人").label, indicator_stage::outcome);
  EXPECT_EQ(stages().classify("交通安全教室の参加者募集回数", "回").label, indicator_stage::output);
}

TEST(stage, people_counted_by_what_the_office_gives_are_output) {
  // 北本市 declares it an activity although it counts persons.
  EXPECT_EQ(stages().classify("敬老祝金贈呈者数", "人").label, indicator_stage::output);
}

TEST(stage, money_put_in_is_an_input) {
  const auto verdict = stages().classify("移住支援補助金の予算額", "千円");
  EXPECT_EQ(verdict.label, indicator_stage::input);
  EXPECT_EQ(verdict.cues.front().means, "money.in");
  EXPECT_EQ(stages().classify("桜国屋の売上額", "億円").label, indicator_stage::outcome);
  EXPECT_EQ(stages().classify("移住フェアへの出展費用", "千円").label, indicator_stage::input);
}

TEST(stage, the_offices_own_staff_is_an_input) {
  // 福島市 (unseen-075, -076).
  EXPECT_EQ(stages().classify("職員数", "人").label, indicator_stage::input);
  EXPECT_EQ(stages().classify("平成27年度の職員数", "人").label, indicator_stage::input);
  EXPECT_NE(stages().classify("市民活動団体職員数", "人").label, indicator_stage::input);
}

TEST(stage, what_is_counted_stands_before_the_stroke_or_in_the_brackets) {
  EXPECT_EQ(stages().classify("研修の受講者数/職員数", "％").label, stages().classify("研修の受講者数", "％").label);
  EXPECT_EQ(stages().classify("参加者の評価（満足度）", "％").label, indicator_stage::outcome);
}

TEST(stage, cues_add_up_to_the_score_and_stand_in_the_name) {
  // The start value is the score of what no cue touches.
  const auto base = [](const stage_verdict& v) {
    std::int64_t rest = v.score;
    for (const auto& cue : v.cues) rest -= cue.weight;
    return rest;
  };
  const std::string name = "農林水産物のＰＲ・販売イベント（春）開催回数";
  const auto verdict = stages().classify(name, "回");
  EXPECT_EQ(base(verdict), base(stages().classify("移住者数", "人")));
  EXPECT_THAT(verdict.cues.front().text, testing::AnyOf("開催", "回数"));
  for (const auto& cue : verdict.cues) {
    EXPECT_TRUE(comparison_key(name + "回").find(cue.text) != std::string::npos) << cue.text;
  }
}

TEST(stage, tells_in_both_languages_what_decided) {
  // The founding slides' examples (資料1, 会津美里町, as above): the piece, what its class says, its English.
  const struct {
    const char* name;
    const char* unit;
    const char* text;
    const char* means;
    const char* gloss;
  } examples[] = {
      {"スマート農業導入補助金交付件数", "件", "交付", "office.give", "issue"},
      {"スマート農業導入経営体数", "経営体", "導入経営体", "people.act", "farm that introduced it"},
      {"サテライトオフィスの整備件数", "件", "整備", "office.build", "provision"},
      {"サテライトオフィス利用者数", "人", "利用者", "people.act", "user"},
      {"オンラインで予約可能な公共施設の数", "施設", "公共施設", "place", "public facility"},
      {"予約システム利用者向け説明会の開催件数", "件", "開催", "office.hold", "holding"},
      {"オンライン予約システムの利用件数", "件", "利用件数", "people.act", "number of uses"},
  };
  for (const auto& example : examples) {
    const auto verdict = stages().classify(example.name, example.unit);
    const auto found = std::find_if(verdict.cues.begin(), verdict.cues.end(),
                                    [&](const stage_cue& cue) { return cue.decides && cue.text == example.text; });
    ASSERT_NE(found, verdict.cues.end()) << example.name;
    EXPECT_EQ(found->means, example.means);
    EXPECT_EQ(found->gloss, example.gloss);
    EXPECT_FALSE(found->ja.empty() || found->en.empty()) << example.name;
  }
}

TEST(stage, the_deciding_cues_outweigh_all_that_speaks_otherwise) {
  for (const char* name : {"オンラインで予約可能な公共施設の数", "移住者数", "講座の開催回数", "在宅療養支援病院数"}) {
    const auto verdict = stages().classify(name);
    const std::int64_t side = verdict.label == indicator_stage::outcome ? 1 : -1;
    std::int64_t lead = verdict.score * side;  // start and all cues; what supports without deciding is taken away
    std::int64_t deciding = 0;
    for (const auto& cue : verdict.cues) {
      if (!cue.decides && cue.weight * side > 0) lead -= cue.weight * side;
      deciding += cue.decides;
      EXPECT_FALSE(cue.decides && cue.weight * side < 0) << name;
    }
    EXPECT_GE(deciding, 1) << name;
    EXPECT_GT(lead, 0) << name;
  }
}

TEST(stage, what_the_glossary_does_not_know_has_no_english) {
  stage_glossary glossary;
  glossary.left_out = {"の"};
  glossary.words = {{"開催", "holding"}, {"講座", "course"}, {"講座の開催", "holding of courses"}};
  const auto cues = stages().explained_by(glossary).classify("講座の開催回数", "回").cues;
  for (const auto& cue : cues) {
    EXPECT_EQ(cue.gloss, cue.text == "開催" ? "holding" : cue.text == "講座" ? "course" : "") << cue.text;
    EXPECT_TRUE(cue.ja.empty());
  }
}

TEST(stage, compares_in_nfkc) {
  EXPECT_EQ(stages().classify("ｾﾐﾅｰの開催回数", "回").score, stages().classify("セミナーの開催回数", "回").score);
  EXPECT_EQ(stages().classify("受診率", "％").score, stages().classify("受 診 率", "%").score);
  EXPECT_EQ(stages().classify("65歳以上の事故件数", "件").score,
            stages().classify("１，０００歳以上の事故件数", "件").score);
}

TEST(stage, without_words_it_is_unsure) {
  for (const char* name : {"", "件数", "（）", "\xFF\xFE", "数"}) EXPECT_TRUE(stages().classify(name).unsure) << name;
}

TEST(stage, the_caller_sets_the_threshold) {
  const auto sure = stages().classify("観光客数", "人", {}, std::nullopt, 0);
  EXPECT_FALSE(sure.unsure);
  const auto unsure = stages().classify("観光客数", "人", {}, std::nullopt, 1001);
  EXPECT_TRUE(unsure.unsure);
  EXPECT_FALSE(unsure.stage);
  EXPECT_EQ(unsure.label, sure.label);
}

TEST(stage, contradicts_a_declared_stage) {
  EXPECT_TRUE(stages().classify("講座の開催回数", "回", {}, indicator_stage::outcome).contradicts_declared);
  EXPECT_FALSE(stages().classify("講座の開催回数", "回", {}, indicator_stage::output).contradicts_declared);
  EXPECT_FALSE(stages().classify("件数", "件", {}, indicator_stage::output).contradicts_declared);
}

TEST(stage, without_a_model_nothing_is_decided) {
  const stage_classifier empty;
  EXPECT_TRUE(empty.classify("講座の開催回数", "回").unsure);
  const column names({"講座の開催回数"});
  std::uint8_t label = 0;
  std::uint8_t unsure = 0;
  empty.classify_batch({names.view(), {}, {}, 1}, {&label, nullptr, &unsure, nullptr});
  EXPECT_EQ(unsure, 1);
}

TEST(stage, refuses_a_model_that_contradicts_itself) {
  stage_model model;
  model.classes = {{"office.hold", stage_word_kind::verb, "", {"開催", "開催"}}};
  model.weights = {{"last=office.hold", -1000}, {"last=office.unknown", 5}, {"nonsense", 1}};
  const auto made = stage_classifier::make(model);
  EXPECT_FALSE(made);
  std::vector<std::string> codes;
  for (const auto& f : made.findings) codes.push_back(f.code + " " + f.values.front().value);
  EXPECT_THAT(
      codes, testing::UnorderedElementsAre("rules.stage.word-twice 開催", "rules.stage.cue-unknown last=office.unknown",
                                           "rules.stage.cue-unknown nonsense"));
}

TEST(stage, a_model_of_ones_own_by_hand) {
  // start 100; last word of class office −1000, head case +10: 100 − 1000 + 10 = −890, above its first knot 500 → 700.
  stage_model model;
  model.sure_from = 600;
  model.start = 100;
  model.calibration = {{0, 500}, {500, 700}};
  model.classes = {{"office", stage_word_kind::verb, "", {"開催"}}};
  model.heads = {{"case", {"件数"}}};
  model.weights = {{"last=office", -1000}, {"head=case", 10}, {"bare.head=case", 10}};
  const auto made = stage_classifier::make(model);
  ASSERT_TRUE(made);
  const auto verdict = made->classify("開催件数");
  EXPECT_EQ(verdict.score, -890);
  EXPECT_EQ(verdict.confidence, 700);
  EXPECT_EQ(verdict.stage, indicator_stage::output);
  EXPECT_EQ(made->classify("件数").score, 110);
  EXPECT_EQ(made->classify("件数").confidence, 544);  // 500 + 200 × 110 ÷ 500
}

// The trainer's own scores for every labelled name: the library must read each name alike.
TEST(stage, agrees_with_the_training_program) {
  const std::string file = testing::TempDir() + "stage_scores.tsv";
  const std::string command =
      "python3 \"" SENRYAKU_SOURCE_DIR "/lib/check/training/train.py\" --export \"" + file + "\"";
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ifstream lines(file);
  std::vector<std::string> names, units, contexts;
  std::vector<stage_verdict> expected;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells{""};
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    ASSERT_EQ(cells.size(), 5u) << line;
    const auto verdict = stages().classify(cells[0], cells[1], cells[2]);
    EXPECT_EQ(name_of(verdict.label), cells[3]) << line;
    EXPECT_EQ(verdict.score, cells[4].empty() ? 0 : std::stoll(cells[4])) << line;
    names.push_back(cells[0]);
    units.push_back(cells[1]);
    contexts.push_back(cells[2]);
    expected.push_back(verdict);
  }
  ASSERT_GT(names.size(), 900u);
  const column n(names), u(units), c(contexts);
  std::vector<std::uint8_t> labels(names.size());
  std::vector<std::int32_t> confidences(names.size());
  std::vector<std::uint8_t> unsure(names.size());
  std::vector<std::int64_t> scores(names.size());
  stages().classify_batch({n.view(), u.view(), c.view(), static_cast<std::int64_t>(names.size())},
                          {labels.data(), confidences.data(), unsure.data(), scores.data()});
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(labels[i], static_cast<std::uint8_t>(expected[i].label)) << names[i];
    EXPECT_EQ(confidences[i], expected[i].confidence) << names[i];
    EXPECT_EQ(unsure[i] != 0, expected[i].unsure) << names[i];
    EXPECT_EQ(scores[i], expected[i].score) << names[i];
  }
}
