#include <gtest/gtest.h>
#include <senryaku/model.hpp>

using namespace senryaku;

namespace {

strategy sound() {
  strategy s;
  s.municipality.code = "074471";
  goal g;
  g.id = "g1";
  g.numeric_targets.emplace_back().id = "t1";
  measure m;
  m.id = "m1";
  m.kpis.emplace_back().id = "k1";
  m.kpis[0].contributes_to.push_back({"t1", {}, {}});
  m.projects.emplace_back().id = "p1";
  g.measures.push_back(m);
  s.goals.push_back(g);
  return s;
}

}  // namespace

TEST(integrity, a_sound_document_has_nothing_to_report) { EXPECT_TRUE(check_integrity(sound()).empty()); }

TEST(integrity, references_have_to_exist_and_be_of_the_right_kind) {
  strategy s = sound();
  s.goals[0].measures[0].kpis[0].contributes_to[0].to = "p1";
  s.regional_plans.emplace_back().id = "rp";
  s.regional_plans[0].projects.emplace_back().project = "nowhere";
  const auto findings = check_integrity(s);
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].code, "format.reference.kind");
  EXPECT_EQ(findings[0].pointer, "/goals/0/measures/0/kpis/0/contributes_to/0/to");
  EXPECT_EQ(findings[1].code, "format.reference.unknown");
  EXPECT_EQ(findings[1].pointer, "/regional_plans/0/projects/0/project");
}

TEST(integrity, an_id_stands_once) {
  strategy s = sound();
  s.goals[0].measures[0].projects[0].id = "t1";
  const auto findings = check_integrity(s);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "format.id.duplicate");
  EXPECT_EQ(findings[0].value("first"), "/goals/0/numeric_targets/0");
}

TEST(model, the_last_day_follows_extensions) {
  strategy s;
  EXPECT_FALSE(last_day(s));
  s.period.end = civil_day::make(2020, 3, 31);
  s.revisions.emplace_back().extended_to = civil_day::make(2021, 3, 31);
  EXPECT_EQ(last_day(s), civil_day::make(2021, 3, 31));
}
