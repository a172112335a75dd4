/// Yearly verification (効果検証) and revisions of the strategy (改訂・期間延長).
#pragma once

#include <senryaku/model/kpi.hpp>

namespace senryaku {
inline namespace v1 {

/// 今後の方針.
enum class decision { continue_as_is, expand, improve, shrink, stop, complete };

struct expert_opinion {
  std::string by;
  std::string text;
  std::string answer;
  extra_members extras;
};

struct follow_up {
  std::string action;
  std::optional<int> due_year;
  std::optional<bool> done;
  std::string result;
  extra_members extras;
};

/// The verification's result for one KPI, measure, goal or project.
struct verification_result {
  std::string subject;               ///< id
  std::optional<observation> value;  ///< the value that was rated; kept even when it is corrected later
  std::string proposed_rating;
  std::string printed_rate;  ///< the rate as published
  std::string rating;  ///< as decided by people
  std::string decided_by;
  std::string rating_reason;
  std::vector<expert_opinion> opinions;
  std::optional<senryaku::decision> decision;
  std::string decision_reason;
  std::optional<senryaku::follow_up> follow_up;
  extra_members extras;
};

/// 効果検証 of one fiscal year.
struct verification {
  std::string id;
  std::optional<int> fiscal_year;  ///< the year that is verified
  std::string scheme;              ///< id of the rating scheme
  std::string body;                ///< who verified
  std::optional<civil_day> held_on;
  std::vector<verification_result> results;
  std::optional<civil_day> reported_to_assembly_on;
  std::optional<civil_day> published_on;
  std::string published_at;  ///< address
  std::string note;
  extra_members extras;
};

enum class revision_kind { revision, extension };

/// One change, and whether figures before and after may be compared.
struct revision_change {
  std::string subject;  ///< id
  std::string member;   ///< "target", "unit", "definition" …
  std::string from;
  std::string to;
  std::optional<bool> comparable;
  std::string reason;
  extra_members extras;
};

/// 改訂・期間延長.
struct revision {
  std::string id;
  std::optional<revision_kind> kind;
  std::optional<civil_day> decided_on;
  std::optional<civil_day> extended_to;
  std::string rule;  ///< e.g. how targets are treated in the added years
  std::string reason;
  std::vector<revision_change> changes;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
