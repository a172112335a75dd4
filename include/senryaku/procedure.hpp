/// The drafting schedule (策定スケジュール): where it stands on a day, and whether its steps come in the right order.
#pragma once

#include <senryaku/model.hpp>

namespace senryaku {
inline namespace v1 {

/// Rule data: every step of the kind `earlier` has to lie before every step of the kind `later`.
struct schedule_rule {
  std::string id;
  milestone_kind earlier = milestone_kind::other;
  milestone_kind later = milestone_kind::other;
  bool same_day = false;  ///< the later step may begin on the day on which the earlier one ends
  std::string ja;
  std::string en;
  std::vector<citation> sources;
};

enum class milestone_state {
  done,        ///< a day is recorded
  unrecorded,  ///< its time is over and nothing is recorded
  current,     ///< its time is now
  ahead,
  undated
};

struct milestone_progress {
  std::string id;
  std::string name;
  std::optional<civil_day> from;
  std::optional<civil_day> to;
  std::optional<civil_day> done_on;
  milestone_state state = milestone_state::undated;
};

/// `unknown`: a day is missing, or the planned spans overlap.
enum class order_state { kept, broken, unknown };

/// One rule applied to the schedule: the pair of steps that decided.
struct order_check {
  std::string rule;
  order_state state = order_state::unknown;
  std::string ja;
  std::string en;
  std::string earlier;  ///< id of the step that has to come first, where both are there
  std::string later;
  std::optional<civil_day> earlier_ends;
  std::optional<civil_day> later_begins;
};

struct schedule_review {
  std::vector<milestone_progress> milestones;
  std::vector<order_check> order;  ///< rules whose two kinds of steps are both in the schedule
  std::vector<finding> findings;
};

/// Compares the schedule of `plan` with `rules` as of a day. No schedule: everything is empty.
schedule_review follow_schedule(const strategy& plan, const std::vector<schedule_rule>& rules, civil_day as_of);

}  // namespace v1
}  // namespace senryaku
