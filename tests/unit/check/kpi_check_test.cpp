#include <gtest/gtest.h>
#include <senryaku/rules.hpp>

#include <functional>

using namespace senryaku;

namespace {

/// 加古川市 2015 「新規求人数」 13,182 (H26) → 13,000 (H31), and a plan of FY2015–2019.
strategy plan() {
  strategy s;
  s.period.start = civil_day::make(2015, 4, 1);
  s.period.end = civil_day::make(2020, 3, 31);
  return s;
}

kpi job_offers() {
  kpi k;
  k.id = "k1";
  k.name = "新規求人数";
  k.unit = "件";
  k.aim = indicator_aim::increase;
  k.baseline.emplace();
  k.baseline->year = 2014;
  k.baseline->value = decimal(13182);
  k.target.emplace();
  k.target->year = 2019;
  k.target->value = decimal(13000);
  k.measurement.emplace();
  k.measurement->method = "ハローワークの月報を集計";
  return k;
}

kpi_check check(const kpi& k) { return check_kpi(k, plan(), built_in_rules().stages, built_in_rules().checks, {}, "/k"); }

bool has(const kpi_check& result, std::string_view code) {
  for (const auto& f : result.findings) {
    if (f.code == code) return true;
  }
  return false;
}

}  // namespace

TEST(kpi_check, finds_the_target_on_the_wrong_side) {
  const auto result = check(job_offers());
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].code, "kpi.target.wrong-side");
  EXPECT_EQ(result.findings[0].value("baseline"), "13182");
  EXPECT_EQ(result.findings[0].value("target"), "13000");
  EXPECT_EQ(result.achievable, verdict::fail);
  EXPECT_EQ(result.adequate_level, verdict::fail);
}

TEST(kpi_check, a_falling_indicator_may_fall) {
  kpi k = job_offers();
  k.name = "転出者数";
  k.aim = indicator_aim::decrease;
  EXPECT_TRUE(check(k).findings.empty());
  k.target->value = decimal(13500);
  EXPECT_TRUE(has(check(k), "kpi.target.wrong-side"));
}

TEST(kpi_check, without_an_aim_the_level_stays_unknown) {
  kpi k = job_offers();
  k.aim.reset();
  const auto result = check(k);
  EXPECT_EQ(result.achievable, verdict::unknown);
  EXPECT_FALSE(has(result, "kpi.target.wrong-side"));
}

TEST(kpi_check, each_missing_part_has_its_own_code) {
  const struct {
    std::function<void(kpi&)> spoil;
    const char* code;
  } cases[] = {
      {[](kpi& k) { k.unit.clear(); }, "kpi.unit.missing"},
      {[](kpi& k) { k.baseline->value.reset(); }, "kpi.baseline.missing"},
      {[](kpi& k) { k.target.reset(); }, "kpi.target.missing"},
      {[](kpi& k) { k.target.reset(); }, "kpi.deadline.missing"},
      {[](kpi& k) { k.target->value.reset(), k.target->unknown = unknown_reason::not_set; }, "kpi.target.not-set"},
      {[](kpi& k) { k.target->year.reset(); }, "kpi.deadline.missing"},
      {[](kpi& k) { k.target->year = 2020; }, "kpi.deadline.year-after-period"},
      {[](kpi& k) { k.target->year = 2021; }, "kpi.deadline.after-period"},
      {[](kpi& k) { k.target->year = 2014; }, "kpi.deadline.before-period"},
      {[](kpi& k) { k.target->value = decimal(13182); }, "kpi.target.no-change"},
      {[](kpi& k) { k.target->unit = "人"; }, "kpi.unit.changed"},
      {[](kpi& k) { k.name = "説明会の開催回数"; }, "kpi.stage.output"},
      {[](kpi& k) { k.name = "説明会の開催回数", k.stage = indicator_stage::outcome; }, "kpi.stage.contradicted"},
  };
  for (const auto& one : cases) {
    kpi k = job_offers();
    one.spoil(k);
    EXPECT_TRUE(has(check(k), one.code)) << one.code;
    EXPECT_NE(built_in_rules().messages.find(one.code), nullptr) << one.code;
  }
}

TEST(kpi_check, a_target_reached_before_the_plan_began_is_too_easy) {
  // 加古川市 2020 「児童1000人あたりの暴力行為発生件数」: 1.2 (2016) → 1.0, results 0.6 (2017), 0.8 (2018).
  kpi k = job_offers();
  k.aim = indicator_aim::decrease;
  k.baseline->value = decimal::parse("1.2");
  k.target->value = decimal::parse("1.0");
  observation newest;
  newest.year = 2014;
  newest.value = decimal::parse("0.8");
  k.actuals = {newest};
  EXPECT_TRUE(has(check(k), "kpi.target.already-reached"));
  k.actuals[0].year = 2015;  // a result of the plan itself is success, not a low target
  EXPECT_FALSE(has(check(k), "kpi.target.already-reached"));
}
