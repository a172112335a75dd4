/// How the strategy is drafted (策定体制・手続).
#pragma once

#include <senryaku/model/document.hpp>

namespace senryaku {
inline namespace v1 {

/// What a milestone is about; decides the order that the schedule has to keep.
enum class milestone_kind {
  working_group,  ///< 職員ワーキンググループ
  headquarters,   ///< 本部会議
  draft,          ///< 素案
  kpi_setting,
  expert_meeting,      ///< 有識者会議
  assembly,            ///< 議会
  residents,           ///< 住民懇談会
  public_comment,      ///< パブリックコメント
  adoption,            ///< 策定
  plan_application,    ///< 地域再生計画の認定申請
  plan_certification,  ///< 認定
  period_start,
  other
};

/// One step of the drafting schedule (策定スケジュール). Planned within `from`…`to`.
struct milestone {
  std::string id;
  std::string name;
  std::optional<milestone_kind> kind;
  std::optional<int> fiscal_year;
  std::optional<civil_day> from;
  std::optional<civil_day> to;
  std::optional<civil_day> done_on;
  std::string body;
  std::vector<std::string> after;  ///< ids of steps that have to come first
  std::string printed;
  std::string note;
  extra_members extras;
};

struct meeting {
  std::string id;
  std::string body;
  std::optional<int> number;
  std::optional<int> fiscal_year;
  std::optional<civil_day> from;
  std::optional<civil_day> to;
  std::optional<civil_day> held_on;
  std::string subject;
  extra_members extras;
};

struct committee {
  std::string name;
  std::optional<int> from_fiscal_year;
  std::optional<int> to_fiscal_year;
  std::string term;
  std::string note;
  extra_members extras;
};

/// 産官学金労言 and residents.
enum class sector { residents, industry, government, academia, finance, labour, media };

struct participation {
  std::optional<senryaku::sector> sector;
  std::string how;
  std::string who;
  std::optional<civil_day> day;
  extra_members extras;
};

/// 職員ワーキンググループ.
struct working_group {
  std::string purpose;
  std::optional<int> members;
  std::vector<std::string> classes;
  std::optional<int> rounds;
  std::string note;
  extra_members extras;
};

/// How the strategy is drafted (策定体制・手続).
struct drafting_procedure {
  std::vector<milestone> milestones;
  std::vector<meeting> meetings;
  std::vector<committee> committees;
  std::vector<senryaku::participation> participation;
  std::optional<senryaku::working_group> working_group;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
