/// National support for projects: what a project can get from the dated catalogue in a fiscal year, and why.
///
/// The catalogue is data (lib/data/programmes, replaceable by id). A programme's rules are closed trees of tests over
/// named facts; there is no expression language. Every test is three-valued (strong Kleene): a test whose fact is
/// unknown is unknown, for every operator, and a decided exclusion wins over an unknown.
///
/// Sources: 地域再生法 (平成17年法律第24号) Arts. 5, 13–18, まち・ひと・しごと創生法 Arts. 9, 10, and for each rule the
/// citation that stands with it in the catalogue. Values are plain; any number of threads may read a catalogue.
#pragma once

#include <senryaku/catalogue.hpp>

namespace senryaku {
inline namespace v1 {

// ---- Asking --------------------------------------------------------------------------------------------------------

/// What an absent fact means. In the library it is unknown. `met` reads it as "not at issue": a convention of case
/// collections, in which every prerequisite that is not mentioned is fulfilled.
enum class absent_facts { unknown, met };

struct support_question {
  std::string programme;
  int fiscal_year = 0;  ///< in which the application, cost or donation falls
  std::optional<civil_day> as_of;
  question_kind kind = question_kind::eligibility;
  absent_facts absent = absent_facts::unknown;
  bool explain = true;  ///< build the tree of reasons
};

enum class test_operator {
  is,
  is_not,
  one_of,
  not_one_of,
  min,
  max,
  above,
  below,
  between,
  outside,
  includes_any,
  excludes_all,
  only,
  not_only,
  min_items,
  fewer_items,
  not_before,
  before,
  not_above,
  more_than,
  not_below,
  less_than,
  not_after,  ///< plus years
  after
};

/// A demand on one fact: what has to be found out or changed.
struct fact_demand {
  std::string fact;
  test_operator op = test_operator::is;
  fact_value value;                 ///< the value, the lower bound, the list, or the key of the other fact
  std::optional<fact_value> upper;  ///< of `between` and `outside`; years of `not_before`
  std::string rule;                 ///< the test that asks for it
  fact_origin origin = fact_origin::caller;
  std::string ja;
  std::string en;
};

/// A rule that is not met. `alone`: meeting this one would change the refusal.
struct failed_rule {
  fact_demand demand;
  std::optional<fact_value> found;
  bool alone = false;
};

struct cited_source {
  std::string rule;
  std::string title;
  std::string article;
  std::string url;
  std::string note;
};

/// A node of the explanation; it mirrors the rule tree, nothing is left out.
struct rule_reason {
  std::string rule;
  std::string form;  ///< all, any, none, at-least, when, test
  truth result = truth::unknown;
  bool decisive = false;  ///< the verdict rests on it
  rule_strength strength = rule_strength::compulsory;
  rule_confidence confidence = rule_confidence::high;
  std::string fact;
  std::optional<fact_value> found;
  std::optional<fact_demand> demand;
  std::vector<std::string> cite;
  std::string ja;
  std::string en;
  std::vector<rule_reason> parts;
};

/// A rule that does not decide: 加点 and 努力義務.
struct rule_advisory {
  std::string rule;
  rule_strength strength = rule_strength::gives_points;
  truth result = truth::unknown;
  std::string ja;
  std::string en;
};

struct cap_in_force {
  std::string cap;
  std::string basis;
  std::string per;
  std::optional<std::int64_t> amount_yen;  ///< unknown: not stated by any source seen
  bool floor = false;
  truth applies = truth::unknown;
  bool binds = false;
  std::string ja;
  std::string en;
};

/// What it pays, in whole yen; parts of a yen are cut off.
struct support_amount {
  std::string rate;              ///< id
  std::string base;              ///< what the rate is a share of
  std::optional<int> numerator;  ///< of the share, exact
  std::optional<int> denominator;
  std::optional<std::int64_t> cost_yen;  ///< what it was computed from
  std::optional<std::int64_t> payable_yen;
  std::optional<std::int64_t> local_yen;  ///< 地方負担: cost less payable
  std::string binding_cap;                ///< id
  std::vector<cap_in_force> caps;
};

struct support_answer {
  std::string programme;
  std::string name_ja;
  std::string name_en;
  std::string catalogue_version;
  int fiscal_year = 0;
  std::optional<civil_day> as_of;
  question_kind kind = question_kind::eligibility;
  support_verdict verdict = support_verdict::conditional;
  rule_confidence confidence = rule_confidence::high;  ///< of the weakest rule that decided
  std::vector<fact_demand> conditions;                 ///< a smallest set: each is needed, all together decide
  std::vector<fact_demand> open_facts;                 ///< every unknown fact that can still change the verdict
  std::vector<failed_rule> failed;
  std::vector<std::string> successors;  ///< in force in that year, or the next in line
  std::vector<std::string> predecessors;
  std::vector<std::string> alternatives;
  std::optional<support_amount> amount;
  std::vector<support_obligation> obligations;
  std::vector<stacking_rule> stacking;
  std::vector<rule_advisory> advisories;
  std::vector<cited_source> citations;
  std::vector<std::string> unconfirmed;
  std::vector<std::string> unknown_keys;  ///< given facts that the vocabulary does not have, or of the wrong type
  std::vector<rule_reason> reasons;
};

/// The verdict as a finding: `support.answer.eligible`, `.ineligible`, `.conditional`, `.not-in-force`.
finding verdict_finding(const support_answer& answer);

/// Answers `question` from `facts`. A programme that the catalogue does not have gives no value and the finding
/// `support.programme.unknown`; a fact of the wrong type gives `support.fact.type` and counts as unknown.
outcome<support_answer> match_support(const programme_catalogue& catalogue, const support_question& question,
                                      const fact_map& facts);

/// The facts about `subject` that `plan` states by itself on `as_of`, in the catalogue's vocabulary. The project's own
/// `facts` come on top of them.
fact_map project_facts(const strategy& plan, const project& subject, civil_day as_of);

/// A project that an answer is about.
struct answered_project {
  std::string project;
  std::string project_name;
  std::string pointer;
  bool sought = false;  ///< the project names this programme
};

struct project_answer : answered_project {
  support_answer answer;
  std::vector<answered_project> also;  ///< `match_options::together`: later projects with the same answer
};

struct match_options {
  int fiscal_year = 0;
  std::optional<civil_day> as_of;
  std::vector<std::string> programmes;  ///< empty: all
  std::vector<std::string> projects;    ///< empty: all
  question_kind kind = question_kind::eligibility;
  bool only_sought = false;
  bool explain = false;
  bool together =
      false;  ///< equal answers of several projects to one programme once: most projects differ in few facts
};

/// Every project × programme of `options`, in document and catalogue order; with `together` at the first of the
/// projects.
std::vector<project_answer> match_projects(const programme_catalogue& catalogue, const strategy& plan,
                                           const match_options& options);

// ---- What changed --------------------------------------------------------------------------------------------------

/// Why a test counts differently in the second answer.
enum class change_cause {
  added,           ///< the rule applies only there
  removed,         ///< the rule no longer applies
  demand_changed,  ///< it asks for something else
  fact_changed     ///< the fact is another
};

struct rule_change {
  std::string rule;
  change_cause cause = change_cause::added;
  std::optional<truth> before;
  std::optional<truth> after;
  std::optional<fact_demand> demand_before;
  std::optional<fact_demand> demand_after;
  std::string ja;
  std::string en;
};

/// The same question at two dates or under two catalogues.
struct answer_change {
  std::string programme;
  support_verdict before = support_verdict::conditional;
  support_verdict after = support_verdict::conditional;
  std::string version_before;
  std::string version_after;
  int fiscal_year_before = 0;
  int fiscal_year_after = 0;
  std::vector<rule_change> rules;
  std::vector<std::string> caps_before;  ///< ids in force there and not here
  std::vector<std::string> caps_after;
  std::string rate_before;  ///< ids, where they differ
  std::string rate_after;
  std::vector<std::string> successors;
};

/// Both answers need their reasons (`support_question::explain`).
answer_change compare_answers(const support_answer& before, const support_answer& after);

// ---- Portfolio -----------------------------------------------------------------------------------------------------

/// A step of the plan of applications. Days are those of the usual round where the round itself is not known.
struct application_step {
  std::string programme;
  std::vector<std::string> projects;
  std::string step;          ///< plan-application, plan-certification, grant-start
  std::optional<int> round;  ///< number within the fiscal year
  std::optional<civil_day> from;
  std::optional<civil_day> to;
  bool usual = false;  ///< from the usual pattern: the actual days are announced each time
  std::string url;
};

/// All projects × programmes of a fiscal year, what stands against each other, and when to apply.
struct support_portfolio {
  int fiscal_year = 0;
  std::vector<project_answer> answers;
  std::vector<finding> conflicts;  ///< `support.conflict.*`
  std::vector<application_step> steps;
};

support_portfolio plan_portfolio(const programme_catalogue& catalogue, const strategy& plan,
                                 const match_options& options);

}  // namespace v1
}  // namespace senryaku
