/// The review and the shapes that every verb shares: reported findings and options.
#pragma once

#include <senryaku/review.hpp>

#include "json/described.hpp"

namespace senryaku::json {

template <>
struct describe<reported_finding> {
  static constexpr member_info members[] = {
      member<&reported_finding::code>("code", presence::required),
      member<&reported_finding::severity>("severity", presence::required),
      member<&reported_finding::element>("element"),
      member<&reported_finding::element_name>("element_name"),
      member<&reported_finding::pointer>("pointer", presence::required),
      member<&reported_finding::offset>("offset"),
      member<&reported_finding::line>("line"),
      member<&reported_finding::column>("column"),
      member<&reported_finding::ja>("ja", presence::required),
      member<&reported_finding::en>("en", presence::required),
      member<&reported_finding::values>("values"),
      member<&reported_finding::basis>("basis"),
  };
};

template <>
struct describe<headline> {
  static constexpr member_info members[] = {
      member<&headline::code>("code", presence::required),
      member<&headline::severity>("severity", presence::required),
      member<&headline::count>("count", presence::required),
      member<&headline::element_name>("element_name"),
      member<&headline::pointer>("pointer"),
      member<&headline::ja>("ja", presence::required),
      member<&headline::en>("en", presence::required),
  };
};

template <>
struct describe<strategy_summary> {
  static constexpr member_info members[] = {
      member<&strategy_summary::name>("name", presence::required),
      member<&strategy_summary::municipality>("municipality", presence::required),
      member<&strategy_summary::municipality_code>("municipality_code", presence::required),
      member<&strategy_summary::prefecture>("prefecture"),
      member<&strategy_summary::framework>("framework"),
      member<&strategy_summary::framework_name>("framework_name"),
      member<&strategy_summary::first_day>("first_day"),
      member<&strategy_summary::last_day>("last_day"),
      member<&strategy_summary::goals>("goals", presence::required),
      member<&strategy_summary::numeric_targets>("numeric_targets", presence::required),
      member<&strategy_summary::measures>("measures", presence::required),
      member<&strategy_summary::kpis>("kpis", presence::required),
      member<&strategy_summary::projects>("projects", presence::required),
      member<&strategy_summary::idea_sheets>("idea_sheets", presence::required),
      member<&strategy_summary::regional_plans>("regional_plans", presence::required),
  };
};

template <>
struct describe<support_line> {
  static constexpr member_info members[] = {
      member<&support_line::programme>("programme", presence::required),
      member<&support_line::name_ja>("name_ja", presence::required),
      member<&support_line::name_en>("name_en", presence::required),
      member<&support_line::project>("project"),
      member<&support_line::project_name>("project_name"),
      member<&support_line::verdict>("verdict", presence::required),
      member<&support_line::successors>("successors"),
      member<&support_line::successor_names_ja>("successor_names_ja"),
      member<&support_line::successor_names_en>("successor_names_en"),
      member<&support_line::conditions>("conditions", presence::required),
      member<&support_line::ja>("ja", presence::required),
      member<&support_line::en>("en", presence::required),
  };
};

template <>
struct describe<review> {
  static constexpr member_info members[] = {
      member<&review::format>("format", presence::required),
      member<&review::library_version>("library_version", presence::required),
      member<&review::as_of>("as_of", presence::required),
      member<&review::fiscal_year>("fiscal_year", presence::required),
      member<&review::strategy>("strategy", presence::required),
      member<&review::headlines>("headlines", presence::required),
      member<&review::checks>("checks", presence::required),
      member<&review::evaluation>("evaluation"),
      member<&review::outlook>("outlook"),
      member<&review::cycle>("cycle"),
      member<&review::support>("support", presence::required),
      member<&review::schedule>("schedule", presence::required),
      member<&review::ideas>("ideas", presence::required),
      member<&review::findings>("findings", presence::required),
  };
};

template <>
struct describe<review_options> {
  static constexpr member_info members[] = {
      member<&review_options::as_of>("as_of", presence::required),
      member<&review_options::scheme>("scheme"),
  };
};

template <>
struct describe<write_options> {
  static constexpr member_info members[] = {member<&write_options::compact>("compact")};
};

template <>
struct describe<read_options> {
  static constexpr member_info members[] = {
      member<&read_options::max_bytes>("max_bytes"),
      member<&read_options::max_depth>("max_depth"),
      member<&read_options::max_findings>("max_findings"),
      member<&read_options::strict>("strict"),
  };
};

}  // namespace senryaku::json
