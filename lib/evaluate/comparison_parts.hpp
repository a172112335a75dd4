/// Parts of the comparison of two versions: matching of elements, and the members of one element.
#pragma once

#include <senryaku/comparison.hpp>

namespace senryaku {
inline namespace v1 {

/// An element of one version, as the matching sees it.
struct compared_element {
  element_kind kind = element_kind::goal;
  std::string id;
  std::string name;
  std::string key;  ///< `comparison_key` of the name
  std::string pointer;
  std::string parent;  ///< name of the element that holds it
  std::string parent_key;
  std::string unit_key;
  const goal* as_goal = nullptr;
  const direction* as_direction = nullptr;
  const measure* as_measure = nullptr;
  const kpi* as_indicator = nullptr;
  const project* as_project = nullptr;
};

/// Every element of `plan`, in document order.
std::vector<compared_element> elements_to_compare(const strategy& plan);

struct element_match {
  std::size_t before = 0;
  std::size_t after = 0;
  matched_by how = matched_by::id;
};

struct element_matching {
  std::vector<element_match> pairs;  ///< in the order of `after`
  bool ids_trusted = false;
  std::int64_t common_ids = 0;
  std::int64_t common_ids_same_name = 0;
};

/// Pairs each element with at most one of the other version: first by id and name together, then by name (the one under
/// the same parent and in the same unit first), then, where ids are trusted, by id alone. Numeric targets and KPIs may
/// be paired with each other.
element_matching match_elements(const std::vector<compared_element>& before,
                                const std::vector<compared_element>& after);

/// Collects the members that differ.
class member_list {
 public:
  member_list(std::string pointer_before, std::string pointer_after)
      : at_before_(std::move(pointer_before)), at_after_(std::move(pointer_after)) {}

  /// `path`: as in a pointer ("target/value"). Texts that have one comparison key are no change. A text that only one
  /// side has is `first_stated` or `no_longer_stated`.
  /// The change, or nullptr when there is none; valid until the next call.
  member_change* compare(const std::string& path, const std::string& before, const std::string& after,
                         member_meaning meaning);

  /// A change that is known to be one.
  member_change* add(const std::string& path, const std::string& before, const std::string& after,
                     member_meaning meaning);

  std::vector<member_change> take() { return std::move(changes_); }
  const std::vector<member_change>& changes() const { return changes_; }

 private:
  std::string at_before_;
  std::string at_after_;
  std::vector<member_change> changes_;
};

/// The members of an indicator that changed, and what that means for its figures.
void compare_indicators(const kpi& before, const kpi& after, member_list& members);
comparability comparability_of(const std::vector<member_change>& members, matched_by how, std::string& because);

}  // namespace v1
}  // namespace senryaku
