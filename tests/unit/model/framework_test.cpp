#include <gmock/gmock.h>
#include <senryaku/rules.hpp>

using namespace senryaku;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::vector<std::string> corresponding(const std::vector<framework>& frames, const char* from, const char* wanted) {
  std::vector<std::string> ids;
  for (const framework_class* entry : corresponding_classes(frames, from, *find_framework(frames, wanted)))
    ids.push_back(entry->id);
  return ids;
}

framework frame(const char* id, std::vector<framework_class> classes) {
  framework made;
  made.id = id;
  made.goal_classes = std::move(classes);
  return made;
}

}  // namespace

TEST(framework, classes_correspond_many_to_many_over_generations) {
  const std::vector<framework> frames{
      frame("a", {{"a.1", {}, "A1"}, {"a.2", {}, "A2"}}),
      frame("b", {{"b.1", {}, "B1", {"a.1", "a.2"}}, {"b.2", {}, "B2", {"a.2"}}}),
      frame("c", {{"c.1", {}, "C1", {"b.1"}}, {"c.2", {}, "C2", {"b.1", "b.2"}}, {"c.3", {}, "C3"}})};
  EXPECT_THAT(corresponding(frames, "a.1", "b"), ElementsAre("b.1"));
  EXPECT_THAT(corresponding(frames, "a.2", "b"), ElementsAre("b.1", "b.2"));
  EXPECT_THAT(corresponding(frames, "a.1", "c"), ElementsAre("c.1", "c.2"));
  EXPECT_THAT(corresponding(frames, "c.1", "a"), ElementsAre("a.1", "a.2"));
  EXPECT_THAT(corresponding(frames, "c.3", "a"), IsEmpty());
  // b.2 shares an ancestor and a descendant with b.1, but is not the same thing.
  EXPECT_THAT(corresponding(frames, "b.1", "b"), ElementsAre("b.1"));
}

// The four classes of the first three frameworks map one to one by position; those of 2025 do not.
TEST(framework, shipped_frameworks_name_their_correspondence) {
  const auto& frames = built_in_rules().frameworks;
  for (const char* place : {"1", "2", "3", "4"}) {
    const std::string first = std::string("mhs-1.") + place;
    EXPECT_THAT(corresponding(frames, first.c_str(), "digital"), ElementsAre(std::string("digital.") + place));
  }
  EXPECT_THAT(corresponding(frames, "digital.3", "chihou-2025"), ElementsAre("chihou-2025.2", "chihou-2025.3"));
  EXPECT_THAT(corresponding(frames, "chihou-2025.2", "digital"), ElementsAre("digital.3", "digital.4"));
  for (const auto& later : frames) {
    for (const auto& entry : later.goal_classes) {
      for (const auto& earlier : entry.continues) {
        EXPECT_NE(framework_of_class(frames, earlier), nullptr) << entry.id << " continues " << earlier;
      }
    }
  }
}
