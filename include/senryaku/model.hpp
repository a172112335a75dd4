/// The domain model of a regional strategy (地方版総合戦略): plain values, one struct per concept.
///
/// Conventions
/// - `id`s are unique in the document; other elements refer to them by id.
/// - An absent optional, or an empty text or list, means "not stated". It is never read as zero or as "no".
/// - Years are western; which twelve months they mean is the indicator's `year_kind`. Money is integer yen.
/// - `printed…` keeps the source's own wording beside the value that was read from it.
/// - `extras` keeps members of the document that this version of the format does not know.
/// Values may be copied and shared freely; nothing here holds a reference to anything else.
#pragma once

#include <senryaku/base.hpp>
#include <senryaku/calendar.hpp>

#include <map>

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

/// 地方公共団体の種類. Decides thresholds and the form of the author line of a regional plan.
enum class municipality_kind { prefecture, designated_city, core_city, city, special_ward, town, village };

/// 地方公共団体.
struct municipality {
  std::string code;  ///< 全国地方公共団体コード, six digits with check digit
  std::string name;  ///< 会津美里町
  std::string kana;
  std::string prefecture;  ///< 福島県
  std::string county;      ///< 郡; named in the author line of towns and villages
  std::optional<municipality_kind> kind;
  std::string office_address;
  std::string formation;  ///< mergers
  std::optional<decimal> area_km2;
  std::vector<std::string> designations;  ///< 地域指定: 過疎, 辺地, 豪雪 …
  std::string catchphrase;
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

/// How the strategy stands to the comprehensive plan (総合計画).
enum class plan_relation { separate, merged };

struct comprehensive_plan {
  std::string name;
  std::optional<plan_relation> relation;
  std::optional<bool> aligned;  ///< the vision agrees with the town image of the plan
  extra_members extras;
};

/// 地域ビジョン: what the area wants to be.
struct regional_vision {
  std::string statement;
  std::string catchphrase;
  std::optional<struct comprehensive_plan> comprehensive_plan;
  std::vector<std::string> model_visions;  ///< モデル地域ビジョン of the digital framework
  extra_members extras;
};

// ---- Indicators ----------------------------------------------------------------------------------------------------

/// What an indicator counts: money or staff put in, what the office does, or what people gained.
enum class indicator_stage { input, output, outcome };
/// Which way is better. Never guessed from the numbers: real targets are looser than their baseline.
enum class indicator_aim { increase, decrease, maintain, at_least, at_most };
/// 住民 in the wide sense of the guides.
enum class beneficiary_kind { residents, businesses, related_population, other };
/// 時点・累計・平均・増減率・順位・定性.
enum class indicator_kind { point, cumulative, average, change_rate, rank, qualitative };

/// A figure for a year or a day. `value` null: unknown, and `unknown` says why where it is known.
struct observation {
  std::optional<int> year;
  std::optional<civil_day> day;
  std::optional<int> from_year;  ///< first year of a total or an average
  std::optional<decimal> value;
  std::optional<unknown_reason> unknown;
  std::optional<bool> provisional;  ///< 速報値
  std::string unit;                 ///< only where it differs from the indicator's unit
  std::string printed;              ///< the value as printed
  std::string printed_period;
  std::string note;
  extra_members extras;
};

/// What the number of a target says: the level to reach, a change against the baseline, or a total over years.
enum class target_basis { level, increment, change_rate, total };
/// A target value (目標値) for a year. Targets in words have `text` and a null value.
struct target {
  std::optional<int> year;
  std::optional<civil_day> day;
  std::optional<int> from_year;
  std::optional<decimal> value;
  std::optional<unknown_reason> unknown;
  std::optional<target_basis> basis;  ///< `level` when not stated
  std::optional<target_bound> bound;
  std::string text;  ///< 維持, 増加, 全国平均以上 …
  std::string unit;
  std::string printed;
  std::string printed_period;
  std::string note;
  extra_members extras;
};

/// How an indicator is measured (計測方法).
struct measurement {
  std::string method;
  std::string source;
  std::string frequency;
  std::string owner;  ///< the section that reports it
  extra_members extras;
};

/// The five data-quality statements of a goal (after the US GPRA Modernization Act).
struct data_quality {
  std::string verification;
  std::string source;
  std::string accuracy;
  std::string limits;
  std::string compensation;
  extra_members extras;
};

/// Why this indicator moves a goal's numeric target (因果関係).
struct causal_link {
  std::string to;  ///< id of the numeric target
  std::string reason;
  extra_members extras;
};

/// 重要業績評価指標, and the numeric target (数値目標) of a goal, which has the same attributes.
struct kpi {
  std::string id;
  std::string name;
  std::string definition;
  std::string unit;
  std::optional<indicator_stage> stage;  ///< as declared by the town
  std::optional<indicator_aim> aim;
  std::optional<beneficiary_kind> beneficiary;
  std::optional<indicator_kind> kind;
  std::optional<senryaku::year_kind> year_kind;
  std::optional<observation> baseline;     ///< 基準値・現状値
  std::vector<senryaku::target> targets;   ///< of single years, before the final one
  std::optional<senryaku::target> target;  ///< the final target
  std::vector<observation> actuals;        ///< 実績値
  std::optional<senryaku::measurement> measurement;
  std::vector<causal_link> contributes_to;
  std::optional<std::int64_t> cost_yen;  ///< what reaching the target is expected to cost
  std::string formula;                   ///< overrides the rating scheme's formula for this indicator
  std::string rationale;                 ///< 設定の考え方: why the target is set at this level
  std::optional<senryaku::data_quality> data_quality;
  std::string printed_result;  ///< verdict printed by the town, e.g. 達成
  std::string note;
  extra_members extras;
};

// ---- Goals, measures, projects -------------------------------------------------------------------------------------

/// A value in the vocabulary of the programme catalogue. `unknown`: asked and not known.
struct fact_value {
  enum class kind { unknown, boolean, number, text, list };
  kind held = kind::unknown;
  bool boolean = false;
  decimal number;
  std::string text;  ///< also days, as YYYY-MM-DD
  std::vector<std::string> list;
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
  std::string framework_class;  ///< class id in the national framework
  std::string number;
  std::string name;
  std::string description;
  std::vector<kpi> numeric_targets;
  std::vector<direction> directions;
  std::vector<measure> measures;
  std::string note;
  extra_members extras;
};

// ---- Regional revitalisation plan ----------------------------------------------------------------------------------

/// 地域再生計画の状態.
enum class plan_status { drafting, applied, certified, cancelled, expired };
/// 推進交付金型 or 寄附活用型.
enum class plan_style { grant, donation };

/// A project as the plan lists it.
struct plan_project {
  std::string project;  ///< id of the strategy's project, empty when it is not in the strategy
  std::string name;
  std::string label;  ///< ア, イ, ① …
  std::string goal;   ///< id of the basic goal it serves
  extra_members extras;
};

/// One year's increase in a plan of the grant style.
struct plan_increment {
  std::optional<int> year;
  std::optional<decimal> value;
  extra_members extras;
};

/// A KPI row of the plan.
struct plan_kpi {
  std::string kpi;  ///< id in the strategy
  std::string name;
  std::string unit;
  std::string label;
  std::string goal;
  std::optional<observation> baseline;
  std::optional<senryaku::target> target;
  std::vector<plan_increment> increments;
  std::optional<decimal> increments_total;  ///< as printed
  extra_members extras;
};

struct plan_section {
  std::string number;
  std::string title;
  std::string text;
  extra_members extras;
};

/// 地域再生計画: the digest of the strategy that the Prime Minister certifies (地域再生法 Art. 5).
struct regional_plan {
  std::string id;
  std::string name;
  std::optional<plan_status> status;
  std::optional<plan_style> style;
  std::string author;
  std::string area;
  std::optional<civil_day> applied_on;
  std::optional<civil_day> certified_on;
  std::optional<int> certification_round;  ///< 第N回認定
  std::optional<civil_day> change_certified_on;
  std::optional<civil_day> cancelled_on;
  std::optional<plan_period> period;
  std::vector<std::string> support_measures;  ///< A2007, A3007 …
  std::vector<plan_project> projects;
  std::vector<plan_kpi> kpis;
  std::optional<std::int64_t> donation_estimate_yen;  ///< 寄附の金額の目安
  std::string evaluation_method;
  std::string evaluation_time;
  std::string publication;
  std::vector<plan_section> sections;
  std::string note;
  extra_members extras;
};

// ---- Verification (PDCA) and revisions -----------------------------------------------------------------------------

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
  std::string rating;        ///< as decided by people
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

// ---- Population ----------------------------------------------------------------------------------------------------

/// A published count of people (人).
struct population_record {
  std::string source;  ///< 国勢調査, 住民基本台帳, 推計 …
  std::optional<int> year;
  std::optional<civil_day> day;
  std::optional<decimal> total;
  std::optional<decimal> under_15;
  std::optional<decimal> aged_15_to_64;
  std::optional<decimal> over_65;
  std::optional<decimal> households;
  std::optional<decimal> women_20_to_39;
  std::string note;
  extra_members extras;
};

/// A target population (目標人口).
struct population_target {
  std::optional<int> year;
  std::optional<decimal> total;
  std::string note;
  extra_members extras;
};

/// One sex, one figure for each five-year age group from 0–4 up, the last group open.
struct age_distribution {
  std::optional<int> year;
  std::vector<decimal> male;
  std::vector<decimal> female;
  std::string source;
  std::string note;
  extra_members extras;
};

/// One figure for each five-year age group, by sex.
struct figures_by_sex {
  std::vector<decimal> male;
  std::vector<decimal> female;
  extra_members extras;
};

/// Assumptions of one five-year step (将来推計の仮定値), by net migration ratios and child–woman ratio.
struct population_rates {
  std::optional<int> year;                        ///< the step leads from this year to year + 5
  std::optional<figures_by_sex> survival;         ///< 生残率: one figure less than there are groups
  std::optional<figures_by_sex> net_migration;    ///< 純移動率
  std::optional<decimal> child_woman_ratio;       ///< 子ども女性比, at the end of the step
  std::optional<decimal> male_share_of_children;  ///< of 0–4, 0 to 1
  std::string source;
  std::string note;
  extra_members extras;
};

/// A figure of one year.
struct yearly_figure {
  std::optional<int> year;
  std::optional<decimal> value;
  std::string note;
  extra_members extras;
};

/// The town's own assumptions (独自推計・将来展望).
struct population_outlook {
  std::string name;
  std::vector<yearly_figure> fertility;    ///< 合計特殊出生率; straight between the years, which ascend
  std::vector<decimal> migration_factors;  ///< by step of five years, the last one held; 1: as in the trend
  std::optional<decimal> families_per_year;
  std::string note;
  extra_members extras;
};

/// 人口ビジョン.
struct population_vision {
  std::string name;
  std::optional<civil_day> adopted_on;
  std::string base_data;  ///< what the projection stands on, e.g. 社人研 2018年推計
  std::optional<int> base_year;
  std::optional<int> horizon_year;
  std::optional<decimal> total_fertility_rate;
  std::string total_fertility_period;
  std::vector<population_record> records;
  std::vector<population_record> projections;
  std::vector<population_target> targets;
  std::vector<age_distribution> distributions;
  std::vector<population_rates> rates;  ///< by step; without them the change between two censuses is held
  std::vector<population_outlook> outlooks;
  std::string note;
  extra_members extras;
};

// ---- Procedure -----------------------------------------------------------------------------------------------------

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

// ---- Idea sheets ---------------------------------------------------------------------------------------------------

/// An indicator as an idea sheet proposes it.
struct idea_indicator {
  std::string name;
  std::string unit;
  std::string measurement;
  std::vector<senryaku::target> targets;
  std::string kpi;  ///< id of the KPI that it became
  extra_members extras;
};

struct idea_solution {
  std::string means;  ///< ①何をつかって
  std::string whom;   ///< ②誰を
  std::string state;  ///< ③どういう状態にするか
  extra_members extras;
};

struct smart_ticks {
  std::optional<bool> specific;
  std::optional<bool> measurable;
  std::optional<bool> achievable;
  std::optional<bool> relevant;
  std::optional<bool> time_bounded;
  extra_members extras;
};

/// アイデア抽出シート: one sheet, one idea.
struct idea_sheet {
  std::string id;
  std::string section;                     ///< 課・係名
  std::vector<std::string> plan_projects;  ///< 関連する総事業名称
  std::vector<std::string> goal_types;     ///< 総合戦略上の分類
  std::string issue;
  std::vector<std::string> background;
  std::string target_people;
  std::optional<idea_solution> solution;
  std::vector<std::string> digital_ideas;
  std::vector<std::string> timings;  ///< 実施時期; exactly one should be ticked
  std::string other_cases;
  std::string expected_effect;
  std::vector<std::string> side_effects;
  std::optional<smart_ticks> smart;
  std::vector<idea_indicator> outputs;
  std::vector<idea_indicator> outcomes;
  std::optional<int> round;
  std::string copied_from;
  std::string note;
  extra_members extras;
};

/// 施策間連携・地域間連携.
enum class linkage_kind { policy, regional };

struct linkage {
  std::optional<linkage_kind> kind;
  std::string name;
  std::vector<std::string> partners;
  std::string content;
  extra_members extras;
};

// ---- Strategy ------------------------------------------------------------------------------------------------------

/// A part of the published document (編・章) and the headings under it.
struct document_part {
  std::string number;
  std::string title;
  std::vector<std::string> chapters;
  extra_members extras;
};

enum class strategy_status { drafting, adopted, revised, ended };

/// 地方版総合戦略.
struct strategy {
  std::string format;  ///< "senryaku.strategy/1"
  std::string schema;  ///< "$schema", for editors
  senryaku::municipality municipality;
  std::string name;
  std::string generation;  ///< 第2期 …
  std::optional<strategy_status> status;
  std::string framework;  ///< id of the national strategy it takes account of
  std::vector<std::string> takes_account_of;
  std::optional<civil_day> adopted_on;
  std::optional<civil_day> published_on;
  std::string printed_adoption;
  plan_period period;
  std::optional<regional_vision> vision;
  std::vector<std::string> principles;       ///< 政策原則 the strategy names: 自立性, 将来性 …
  std::vector<std::string> priority_fields;  ///< 重要施策分野
  std::vector<linkage> linkages;
  std::vector<std::string> support_sought;  ///< programme ids that the drafting papers name for the strategy as a whole
  std::vector<kpi> overall_targets;         ///< numeric targets of the strategy as a whole
  std::vector<goal> goals;
  std::vector<goal> cross_cutting_goals;
  std::vector<goal> foundations;
  std::vector<project> unplaced_projects;  ///< published without a measure
  std::vector<regional_plan> regional_plans;
  std::optional<senryaku::population_vision> population_vision;
  std::optional<drafting_procedure> procedure;
  std::vector<idea_sheet> idea_sheets;
  std::string rating_scheme;  ///< id of the scheme by which the town verifies
  std::vector<verification> verifications;
  std::vector<revision> revisions;
  std::vector<document_part> outline;  ///< 章立て of the published document
  std::vector<source> sources;
  std::string note;
  extra_members extras;
};

// ---- National frameworks (rule data) -------------------------------------------------------------------------------

/// A goal class of a national strategy, in its wording.
struct framework_class {
  std::string id;
  std::optional<goal_type> type;
  std::string name;
};

/// 国の総合戦略 that a strategy takes account of. The frame has changed several times since 2014, so it is dated data.
struct framework {
  std::string id;
  std::string name;
  std::string name_en;
  std::optional<civil_day> decided_on;
  std::optional<int> first_year;  ///< fiscal years
  std::optional<int> last_year;
  std::vector<framework_class> goal_classes;
  std::vector<framework_class> cross_cutting_classes;
  std::vector<framework_class> foundation_classes;
  bool asks_vision = false;        ///< a 地域ビジョン is to be drawn up
  bool asks_digital_use = false;   ///< measures and projects are to state their use of digital technology
  bool asks_own_strategy = false;  ///< a strategy of its own, not one merged into the 総合計画
  std::string successor;
  std::optional<civil_day> replaced_on;  ///< the day the successor was decided
  std::vector<std::string> unconfirmed;  ///< members that no official source was seen for
  std::vector<citation> sources;
};

/// The last day the plan runs: the latest extension, or the period's end.
std::optional<civil_day> last_day(const strategy& plan);

/// Calls `visit(const kpi&, const goal*, const measure*, pointer)` for every numeric target (measure null; goal null
/// for the overall ones) and every KPI, in document order. The pointer is valid during the call.
template <class Visit>
void for_each_kpi(const strategy& plan, Visit&& visit);

/// Calls `visit(const project&, const goal*, const measure*, pointer)`; goal and measure are null for unplaced
/// projects.
template <class Visit>
void for_each_project(const strategy& plan, Visit&& visit);

/// Calls `visit(const goal&, pointer_builder&)` for goals, cross-cutting goals and foundations.
template <class Visit>
void for_each_goal(const strategy& plan, pointer_builder& at, Visit&& visit) {
  const std::pair<std::string_view, const std::vector<goal>*> lists[] = {
      {"goals", &plan.goals}, {"cross_cutting_goals", &plan.cross_cutting_goals}, {"foundations", &plan.foundations}};
  for (const auto& [name, list] : lists) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      const pointer_builder::step step(at, name, i);
      visit((*list)[i], at);
    }
  }
}

template <class Visit>
void for_each_kpi(const strategy& plan, Visit&& visit) {
  pointer_builder at;
  const auto all = [&](const std::vector<kpi>& list, std::string_view name, const goal* g, const measure* m) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const pointer_builder::step step(at, name, i);
      visit(list[i], g, m, at.text());
    }
  };
  all(plan.overall_targets, "overall_targets", nullptr, nullptr);
  for_each_goal(plan, at, [&](const goal& g, pointer_builder&) {
    all(g.numeric_targets, "numeric_targets", &g, nullptr);
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(at, "measures", i);
      all(g.measures[i].kpis, "kpis", &g, &g.measures[i]);
    }
  });
}

template <class Visit>
void for_each_project(const strategy& plan, Visit&& visit) {
  pointer_builder at;
  const auto all = [&](const std::vector<project>& list, std::string_view name, const goal* g, const measure* m) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const pointer_builder::step step(at, name, i);
      visit(list[i], g, m, at.text());
    }
  };
  for_each_goal(plan, at, [&](const goal& g, pointer_builder&) {
    for (std::size_t i = 0; i < g.measures.size(); ++i) {
      const pointer_builder::step step(at, "measures", i);
      all(g.measures[i].projects, "projects", &g, &g.measures[i]);
    }
  });
  all(plan.unplaced_projects, "unplaced_projects", nullptr, nullptr);
}

/// True when `code` is six digits whose last is the check digit of the first five (総務省 全国地方公共団体コード仕様).
bool is_municipality_code(std::string_view code);
/// The check digit for five digits; −1 when `five_digits` is not that.
int municipality_check_digit(std::string_view five_digits);

/// What keeps a document from being used: identifiers missing or used twice, references to nothing, a municipality code
/// with a wrong check digit. Codes `format.id.*`, `format.reference.*`, `format.municipality.*`.
std::vector<finding> check_integrity(const strategy& plan);

}  // namespace v1
}  // namespace senryaku
