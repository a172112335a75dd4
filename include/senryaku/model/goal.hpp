/// Goals, directions, measures and projects (基本目標・基本的方向・具体的な施策・事業).
#pragma once

#include <senryaku/model/kpi.hpp>

#include <map>

namespace senryaku {
inline namespace v1 {

/// A value in the vocabulary of the programme catalogue. `unknown`: asked and not known.
struct fact_value {
  enum class kind { unknown, boolean, number, text, list };
  kind held = kind::unknown;
  bool boolean = false;
  decimal number;
  std::string text;  ///< also days, as YYYY-MM-DD
  std::vector<std::string> list;

  friend bool operator==(const fact_value& a, const fact_value& b) {
    return a.held == b.held && a.boolean == b.boolean && a.number == b.number && a.text == b.text && a.list == b.list;
  }
};

/// Where the money of a year comes from (財源内訳).
enum class funding_source { national, prefecture, bond, donation, general, other };

struct funding {
  std::optional<funding_source> source;
  std::optional<std::int64_t> amount_yen;
  std::string programme;  ///< id in the programme catalogue
  extra_members extras;
};

struct project_budget {
  std::optional<int> fiscal_year;
  std::optional<std::int64_t> amount_yen;
  std::optional<std::int64_t> spent_yen;  ///< 決算額・執行額, once the year is over
  std::vector<senryaku::funding> funding;
  std::string printed;
  extra_members extras;
};

/// 新規・拡充・継続 …
enum class project_status { added, expanded, continued, improved, reduced, ended };

/// 事業.
struct project {
  std::string id;
  std::string number;  ///< as numbered in the document
  std::string name;
  std::string description;
  std::vector<std::string> departments;
  std::optional<project_status> status;
  std::string group;  ///< heading under which the document lists it
  std::optional<int> start_year;
  std::optional<int> end_year;
  std::vector<project_budget> budgets;
  std::optional<bool> digital;  ///< uses digital technology
  std::string digital_use;
  std::vector<std::string> goal_types;      ///< further goal classes it serves
  std::vector<std::string> support_sought;  ///< programme ids
  std::map<std::string, fact_value> facts;  ///< in the catalogue's vocabulary
  std::string note;
  extra_members extras;
};

/// 基本的方向.
struct direction {
  std::string id;
  std::string text;
  extra_members extras;
};

/// 具体的な施策.
struct measure {
  std::string id;
  std::string name;
  std::string description;
  std::string number;                   ///< as numbered in the document
  std::vector<std::string> directions;  ///< ids; published strategies often list both without the tie
  std::string field;                    ///< 分野
  std::optional<bool> digital;
  std::string digital_use;
  std::vector<kpi> kpis;
  std::vector<project> projects;
  std::vector<std::string> idea_sheets;  ///< ids it came from
  std::string note;
  extra_members extras;
};

/// The neutral type of a goal; the framework's wording is data of the framework.
enum class goal_type { work, flow, family, place, cross, other };

/// 基本目標, and cross-cutting goals (横断的目標) and foundations (基礎条件) of the frameworks that have them.
struct goal {
  std::string id;
  std::optional<goal_type> type;
  std::string framework_class;               ///< class id in the national framework
  std::vector<std::string> further_classes;  ///< other classes it serves, of that or another national framework
  std::string number;
  std::string name;
  std::string description;
  std::vector<kpi> numeric_targets;
  std::vector<direction> directions;
  std::vector<measure> measures;
  std::string note;
  extra_members extras;
};

}  // namespace v1
}  // namespace senryaku
