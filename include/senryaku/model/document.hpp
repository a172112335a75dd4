/// What every part of the document shares: members kept unread, sources, periods.
#pragma once

#include <senryaku/base.hpp>
#include <senryaku/calendar.hpp>

#include <optional>
#include <string>
#include <vector>

namespace senryaku {
inline namespace v1 {

/// A member that the format does not know: its name and its JSON text.
struct extra_member {
  std::string name;
  std::string json;
};
using extra_members = std::vector<extra_member>;

/// Where a figure or a sentence was published.
struct source {
  std::string url;
  std::string title;
  std::string note;
  extra_members extras;
};

/// First and last day of the plan (計画期間) and how it was printed.
struct plan_period {
  std::optional<civil_day> start;
  std::optional<civil_day> end;
  std::string printed;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
