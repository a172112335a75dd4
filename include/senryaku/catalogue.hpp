/// The catalogue of national support programmes: fact vocabulary, conditions, programmes, rounds, forms, and its
/// linter.
///
/// The catalogue is data (lib/data/programmes, replaceable by id). A programme's rules are closed trees of tests over
/// named facts; there is no expression language. Every test is three-valued (strong Kleene): a test whose fact is
/// unknown is unknown, for every operator, and a decided exclusion wins over an unknown.
///
/// Sources: 地域再生法 (平成17年法律第24号) Arts. 5, 13–18, まち・ひと・しごと創生法 Arts. 9, 10, and for each rule the
/// citation that stands with it in the catalogue. Values are plain; any number of threads may read a catalogue.
#pragma once

#include <senryaku/model.hpp>

#include <memory>

namespace senryaku {
inline namespace v1 {

/// Kleene's three values, ordered: `all` is the least, `any` the greatest of its parts.
enum class truth : std::uint8_t { no, unknown, yes };

/// How well a rule is known. `high`: official text or data seen. `medium`: official content retold by a public body or
/// a specialist, or inferred from a seen rule. `low`: general knowledge.
enum class rule_confidence { high, medium, low };

/// 必須・原則・加点・努力. Only `compulsory` and `as_a_rule` decide a verdict.
enum class rule_strength { compulsory, as_a_rule, gives_points, best_effort };

/// What is asked: can the project get it, may this cost be charged, is this amount within the limits, may it be filed.
enum class question_kind { eligibility, expense, amount, procedure };

enum class support_verdict {
  eligible,
  ineligible,
  conditional,   ///< it depends on facts that are unknown; the answer lists them
  not_in_force,  ///< no programme of that name takes it in that year; the answer names the successor
};

/// Facts by key.
using fact_map = std::map<std::string, fact_value>;

// ---- The fact vocabulary -------------------------------------------------------------------------------------------

enum class fact_type { boolean, integer, number, fraction, text, day, list };

/// Where a fact comes from: the strategy document itself, the person who asks, or a decision of the officer in charge
/// (an accepted reason, a rule of the year that no source seen states). Only the last is never taken for granted.
enum class fact_origin { document, caller, officer };

/// "When this fact is known (or has the value `when`), `fact` is `value`." A closed kind of inference, one step deep.
struct fact_implication {
  std::optional<fact_value> when;
  std::string fact;
  fact_value value;
};

/// One key of the vocabulary.
struct fact_definition {
  std::string key;  ///< dotted, e.g. "project.uses_digital"
  std::optional<fact_type> type;
  std::string unit;                 ///< yen, percent, fiscal year, years, months …
  std::vector<std::string> values;  ///< of texts and lists: the values that rules know
  std::string ja;                   ///< what it says
  std::string en;
  std::optional<fact_origin> origin;  ///< `caller` when not stated
  std::vector<fact_implication> implies;
};

// ---- Conditions ----------------------------------------------------------------------------------------------------

/// A node of a rule: a group (`all`, `any`, `none`, `at_least` of `of`), a reference to a shared condition (`use`), or
/// a test of one fact. `when` limits it: where any part of `when` is not met the node is not at issue and holds.
/// Exactly one of the forms is used. Fiscal years and days are inclusive.
struct rule_condition {
  std::string id;   ///< unique in the catalogue; every test has one
  std::string use;  ///< id of a shared condition

  std::optional<int> from_fy;  ///< years asked about in which it applies
  std::optional<int> to_fy;

  std::vector<rule_condition> when;
  std::vector<rule_condition> all;
  std::vector<rule_condition> any;
  std::vector<rule_condition> none;
  std::optional<int> at_least;  ///< how many of `of` must hold
  std::vector<rule_condition> of;

  std::string fact;
  std::optional<fact_value> is;
  std::optional<fact_value> is_not;
  std::optional<fact_value> min;    ///< inclusive
  std::optional<fact_value> max;    ///< inclusive
  std::optional<fact_value> above;  ///< exclusive
  std::optional<fact_value> below;  ///< exclusive
  std::vector<std::string> one_of;
  std::vector<std::string> not_one_of;
  std::vector<std::string> includes_any;  ///< of lists
  std::vector<std::string> only;          ///< of lists: nothing else is in it
  std::optional<int> min_items;           ///< of lists: number of different items
  std::string not_before;                 ///< key of a day: this day is that day plus `plus_years`, or later
  std::optional<int> plus_years;          ///< 29 February plus a year is 28 February
  std::string not_above;                  ///< key of a number: this one is not above that one

  std::optional<rule_strength> strength;      ///< `compulsory` when not stated
  std::optional<rule_confidence> confidence;  ///< the programme's when not stated
  std::vector<std::string> cite;              ///< ids of the programme's citations
  std::string ja;                             ///< the rule as a sentence
  std::string en;
};

// ---- Programmes ----------------------------------------------------------------------------------------------------

/// A source with the period in which the article had that number. Several may share an id; the one of the day is cited.
struct dated_citation {
  std::string id;
  std::string title;
  std::string article;
  std::string url;
  std::optional<civil_day> from;
  std::optional<civil_day> to;
  std::string note;
};

/// When a programme exists. A supplementary budget is mostly carried out in the next year, and projects that were
/// adopted run on after the last new application.
struct programme_period {
  std::optional<int> budget_from_fy;
  std::optional<int> budget_to_fy;
  std::optional<int> executed_from_fy;
  std::optional<int> executed_to_fy;
  std::optional<int> new_applications_to_fy;
  std::optional<int> continuing_to_fy;  ///< last year in which a project adopted in time may still run
  std::optional<civil_day> from;
  std::optional<civil_day> to;
  std::vector<std::string> day_facts;  ///< the day that has to lie in `from`–`to`: of the donation, of the bond …
};

/// Share of the cost or of another base that is supported. A fraction, or percentage points, or an amount.
struct support_rate {
  std::string id;
  std::optional<int> from_fy;
  std::optional<int> to_fy;
  std::vector<std::string> types;  ///< values of `type_fact`; empty: all
  std::string type_fact;           ///< project.type when not stated
  std::vector<std::string> kinds;  ///< values of project.kind; empty: all
  std::string base;                ///< project-cost, tax-credit, bond-allotment, allocation-tax, interest, depreciation
  std::optional<int> numerator;
  std::optional<int> denominator;
  std::optional<std::int64_t> fixed_yen;
  std::optional<bool> up_to;  ///< 以内
  std::string fact;           ///< what must not exceed it: grant.rate, bond.allotment_percent
  std::string exception;      ///< key of an officer's decision that lifts it
  std::optional<rule_confidence> confidence;
  std::vector<std::string> cite;
  std::string ja;
  std::string en;
};

/// An upper limit, or with `floor` a lower one, in yen. Without an amount: a limit exists, or may exist, that no source
/// seen states; it stays unknown.
struct support_cap {
  std::string id;
  std::optional<int> from_fy;
  std::optional<int> to_fy;
  std::vector<std::string> types;   ///< values of `type_fact`; empty: all
  std::string type_fact;            ///< project.type when not stated
  std::vector<std::string> kinds;   ///< values of project.kind; empty: all
  std::vector<std::string> bodies;  ///< values of applicant.body; empty: all
  std::string basis;                ///< project-cost, national-grant, payment
  std::string per;                  ///< project, project-year, body-year, plan-total, facility, body, case
  std::optional<std::int64_t> amount_yen;
  std::optional<bool> floor;
  std::string fact;       ///< what is compared with it
  std::string exception;  ///< key of an officer's decision that lifts it
  std::optional<rule_confidence> confidence;
  std::vector<std::string> cite;
  std::string ja;
  std::string en;
};

/// A type inside a programme and the years asked about in which it exists.
struct programme_type {
  std::string id;
  std::string ja;
  std::string en;
  std::optional<int> from_fy;
  std::optional<int> to_fy;
};

/// What follows from getting the support: KPIs, yearly verification, publication, reports.
struct support_obligation {
  std::string id;
  std::optional<int> from_fy;
  std::optional<int> to_fy;
  std::optional<rule_strength> strength;
  std::vector<std::string> cite;
  std::string ja;
  std::string en;
};

/// How a programme stands to another support of the same project: "combinable", "local-share" (may pay the local share)
/// or "exclusive".
struct stacking_rule {
  std::string programme;  ///< id, or "other-national-subsidy"
  std::string relation;
  std::optional<int> from_fy;
  std::optional<int> to_fy;
  std::vector<std::string> cite;
  std::string ja;
  std::string en;
};

/// Where a line of the published rules went in the model: the ids that carry it, or why none does.
struct source_line {
  std::string
      of;  ///< prerequisites, bodies, exclusions, requirements, expense_eligible, expense_ineligible, verification
  int number = 0;  ///< from 1
  std::vector<std::string> rules;
  std::string not_modelled;
};

struct support_programme {
  std::string id;
  std::string name_ja;
  std::string name_en;
  std::string family;  ///< grant-soft, grant-facility, grant-digital, tax-donation, finance, bond, regulatory …
  std::string administered_by;
  std::string law_item;      ///< item of 地域再生法 Art. 5(4) that the plan names; empty: it rests on no plan
  std::string measure_code;  ///< 支援措置の番号 in the plan, A2007 …
  std::optional<rule_confidence> confidence;
  programme_period period;
  std::vector<std::string> predecessors;
  std::vector<std::string> successors;
  std::vector<std::string> alternatives;  ///< what may fit when this one refuses
  std::vector<dated_citation> citations;
  std::vector<programme_type> types;
  std::optional<bool> types_open;            ///< no source lists the types in full
  std::vector<rule_condition> requirements;  ///< project eligibility
  std::vector<rule_condition> expenses;
  std::vector<rule_condition> amounts;
  std::vector<rule_condition> procedure;
  std::vector<support_rate> rates;
  std::vector<support_cap> caps;
  std::vector<support_obligation> obligations;
  std::vector<stacking_rule> stacking;
  std::vector<source_line> lines;
  std::vector<std::string> unconfirmed;  ///< what no source seen states
  std::vector<std::string> notes;
};

/// 認定申請の回. What a round did not take is a condition (`filing.round-…`).
struct application_round {
  std::optional<int> number;
  std::optional<int> fiscal_year;
  std::optional<civil_day> apply_from;
  std::optional<civil_day> apply_to;
  std::optional<civil_day> certified_on;
  std::optional<rule_confidence> confidence;
  std::string url;
  std::string ja;
  std::string en;
};

/// The months of the usual rounds: 申請 and 認定.
struct round_pattern {
  int number = 0;  ///< in the fiscal year
  int apply_month = 0;
  int certified_month = 0;
  std::optional<int> from_fy;
  std::optional<int> to_fy;
  std::string url;
};

/// A case that the catalogue carries as its own test.
struct catalogue_case {
  std::string id;
  std::string programme;
  int fiscal_year = 0;
  std::optional<question_kind> kind;
  std::optional<civil_day> as_of;
  std::map<std::string, fact_value> facts;
  std::optional<support_verdict> verdict;
  std::vector<std::string> conditions;  ///< keys that have to be found out
  std::string basis;
  std::string url;
};

/// A section of the form of a regional plan. `content` says what fills it: name, author, area, population, issues,
/// goals, kpi-table, overview, measure, project-names, projects, kpi-reference, donation, evaluation, evaluation-time,
/// publication, period, leading, cost, text. Titles are data: published plans number and name them differently.
struct plan_form_section {
  std::string number;
  std::string title;
  std::string content;
  std::string text;  ///< with {placeholders}
};

/// The form of a regional plan (地域再生計画の様式) in one style.
struct plan_form {
  std::string id;
  std::optional<plan_style> style;
  std::string measure_code;
  std::string name_pattern;
  std::vector<plan_form_section> sections;
  std::map<std::string, std::string> texts;  ///< sentences with {placeholders}, by name
  std::vector<citation> sources;
};

struct programme_catalogue {
  std::string version;
  std::vector<fact_definition> facts;
  std::vector<dated_citation> citations;   ///< shared by all programmes
  std::vector<rule_condition> conditions;  ///< shared by name
  std::vector<support_programme> programmes;
  std::vector<application_round> rounds;
  std::vector<round_pattern> round_patterns;
  std::vector<plan_form> plan_forms;
  std::vector<catalogue_case> cases;

  const support_programme* find(std::string_view id) const;
  const fact_definition* fact(std::string_view key) const;
  const rule_condition* shared(std::string_view id) const;
};

/// `base` with the entries of `more` replaced by id or added; programmes named in `retire` are taken out.
programme_catalogue extend_catalogue(const programme_catalogue& base, programme_catalogue more,
                                     const std::vector<std::string>& retire);

// ---- Linting -------------------------------------------------------------------------------------------------------

/// Facts under which a rule of a programme is met, and facts that differ only in what the rule asks and under which it
/// fails. `meeting` makes the programme eligible where no rule outside contradicts.
struct rule_witness {
  std::string programme;
  int fiscal_year = 0;
  question_kind kind = question_kind::eligibility;
  std::string rule;
  fact_map meeting;
  fact_map failing;
  std::vector<std::string> asked;  ///< keys of the facts that the rule asks for
};

struct catalogue_counts {
  int programmes = 0;
  int facts = 0;
  int rules = 0;  ///< roots that decide, each counted once
  int tests = 0;  ///< leaves
  int caps = 0;
  int rates = 0;
  int citations = 0;
  int lines_modelled = 0;
  int lines_not_modelled = 0;
  int cases = 0;
  int cases_passed = 0;
  int witnesses = 0;
};

struct catalogue_report {
  catalogue_counts counts;
  std::vector<finding> findings;  ///< `catalogue.*`; none for a sound catalogue
  std::vector<rule_witness> witnesses;
};

/// Checks a catalogue: forms, names, types, references, citations, periods without gap or overlap unless said, that
/// each rule can be met and can fail, that every published line is accounted for, and its own cases.
catalogue_report lint_catalogue(const programme_catalogue& catalogue);

}  // namespace v1
}  // namespace senryaku
