/// What changed between two versions of a strategy, or between two years of one, and whether the figures before and
/// after may be compared.
#pragma once

#include <senryaku/elements.hpp>
#include <senryaku/evaluate.hpp>
#include <senryaku/series.hpp>

namespace senryaku {
inline namespace v1 {

/// How an element of one version was found in the other: by id, by name (`comparison_key`), or by an id that both use
/// for differently named things where the versions otherwise share their ids (a new name).
enum class matched_by { id, name, renamed };

enum class change_kind { added, removed, changed, unchanged };

/// What a change of one member means.
enum class member_meaning {
  other,
  renamed,
  redefined,  ///< definition, kind, kind of year, method, source or start of counting
  unit_changed,
  target_raised,   ///< harder to reach, seen in the direction of the aim
  target_lowered,  ///< easier to reach
  target_changed,  ///< the aim is unknown, or the units differ
  target_later,    ///< the target year was put off
  target_earlier,
  baseline_changed,
  restated,  ///< both versions give a value for one year, and they differ
  aim_changed,
  first_stated,  ///< was not stated before
  no_longer_stated,
  moved  ///< to another goal or measure
};

/// One member before and after, as text, with its places in both documents. An empty text: not stated.
struct member_change {
  std::string member;  ///< "target.value", "unit", "definition" …
  member_meaning meaning = member_meaning::other;
  std::string before;
  std::string after;
  std::string pointer_before;
  std::string pointer_after;
  std::string level_before;  ///< of target values: the exact level they stand for, where it is known
  std::string level_after;
};

/// Whether figures before and after are figures of one thing. `unknown`: a side does not say what it counts.
enum class comparability { comparable, not_comparable, unknown };

/// One element of either version.
struct element_change {
  element_kind kind = element_kind::goal;
  change_kind change = change_kind::unchanged;
  std::optional<senryaku::matched_by> matched;  ///< absent for what was added or removed
  std::string id_before;
  std::string id_after;
  std::string name_before;
  std::string name_after;
  std::string pointer_before;
  std::string pointer_after;
  std::vector<member_change> members;
  /// Of indicators found in both versions.
  std::optional<comparability> comparable;
  std::string comparable_because;            ///< members that break the comparison or leave it open, joined by ", "
  std::optional<bool> comparable_as_stated;  ///< by the town, in the newer version's revisions
  std::optional<bool> stated;                ///< the newer version's revisions name the element
  /// Of removed indicators: the newest result had not reached the target. Unknown without result or target.
  std::optional<bool> dropped_unreached;
};

struct change_count {
  element_kind kind = element_kind::goal;
  std::int64_t added = 0;
  std::int64_t removed = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
};

struct strategy_comparison {
  std::string name_before;
  std::string name_after;
  /// Ids count as identity only when most of the ids in both versions carry the same name; numbers given anew in each
  /// version (g1-t1) do not.
  bool ids_trusted = false;
  std::int64_t common_ids = 0;
  std::int64_t common_ids_same_name = 0;
  std::vector<member_change> plan;       ///< name, framework, period, rating scheme
  std::vector<element_change> elements;  ///< in the order of the newer version, then what was removed
  std::vector<change_count> counts;
  std::vector<finding> findings;         ///< codes `compare.*`; pointers into the newer version
  std::vector<finding> findings_before;  ///< about what only the older version has; pointers into that
};

/// Compares two versions. Neither is changed; every element of both is accounted for once.
strategy_comparison compare_strategies(const strategy& before, const strategy& after);

// ---- Two years -----------------------------------------------------------------------------------------------------

enum class year_movement { better, same, worse, unknown };

/// One indicator in two years.
struct indicator_years {
  std::string kpi;
  std::string name;
  std::string pointer;
  std::string unit;
  std::optional<decimal> value_before;
  std::optional<decimal> value_after;
  std::string difference;                        ///< exact
  year_movement value = year_movement::unknown;  ///< in the direction of the aim
  std::string rate_before;                       ///< by the scheme, as printed
  std::string rate_after;
  std::string rating_before;  ///< as decided by people, or by the scheme
  std::string rating_after;
  year_movement rating = year_movement::unknown;  ///< by the order of the scheme's classes, the best first
  comparability comparable = comparability::comparable;
  std::string comparable_because;  ///< ids of revisions in between that changed the indicator
};

struct year_comparison {
  std::int64_t year_before = 0;
  std::int64_t year_after = 0;
  std::string scheme;
  std::vector<indicator_years> indicators;
  std::int64_t better = 0;
  std::int64_t same = 0;
  std::int64_t worse = 0;
  std::int64_t unknown = 0;  ///< of their values
};

/// Compares the values of exactly these two years (a value of another year is no substitute), with the ratings as of
/// their ends. Revisions that were decided between the ends of the two years make an indicator they name incomparable
/// unless they state that it is comparable.
year_comparison compare_years(const strategy& plan, const rating_scheme& scheme, int year_before, int year_after);

}  // namespace v1
}  // namespace senryaku
