/// Types whose description is compiled once, in a translation unit of its own (describe_*.cpp): whoever includes this
/// header instead of the descriptions links to it. A type that is not listed is compiled wherever it is used.
#pragma once

#include <senryaku/comparison.hpp>
#include <senryaku/coverage.hpp>
#include <senryaku/review.hpp>

#include "json/describe.hpp"

#define SENRYAKU_DESCRIBED_MODEL(X) \
  X(citation)                       \
  X(plan_period)                    \
  X(milestone_kind)                 \
  X(goal_type)                      \
  X(fact_value)                     \
  X(kpi)                            \
  X(project)                        \
  X(indicator_stage)                \
  X(indicator_aim)                  \
  X(unknown_reason)                 \
  X(target_bound)                   \
  X(target_basis)                   \
  X(plan_increment)                 \
  X(plan_style)                     \
  X(strategy)                       \
  X(decision)

#define SENRYAKU_DESCRIBED_RULES(X) \
  X(message)                        \
  X(era)                            \
  X(framework)                      \
  X(severity)

#define SENRYAKU_DESCRIBED_CATALOGUE(X) \
  X(support_obligation)                 \
  X(stacking_rule)                      \
  X(programme_catalogue)                \
  X(rule_confidence)                    \
  X(rule_strength)                      \
  X(question_kind)                      \
  X(support_verdict)                    \
  X(fact_origin)

#define SENRYAKU_DESCRIBED_CHECK(X) \
  X(stage_model)                    \
  X(stage_glossary)                 \
  X(stage_verdict)                  \
  X(indicator_field)                \
  X(goal_stages)                    \
  X(kpi_check_rules)                \
  X(kpi_check)

#define SENRYAKU_DESCRIBED_COMPARISON(X) \
  X(element_change)                      \
  X(change_count)                        \
  X(indicator_years)                     \
  X(strategy_comparison)                 \
  X(year_comparison)

#define SENRYAKU_DESCRIBED_EVALUATE(X) \
  X(evaluation_checks)                 \
  X(rating_scheme)                     \
  X(kpi_evaluation)                    \
  X(group_evaluation)                  \
  X(strategy_evaluation)

#define SENRYAKU_DESCRIBED_OUTLOOK(X) \
  X(kpi_outlook)                      \
  X(outlook_rules)                    \
  X(strategy_outlook)                 \
  X(calendar_step)                    \
  X(pdca_cycle)

#define SENRYAKU_DESCRIBED_POPULATION(X) \
  X(projection_input)                    \
  X(population_at)                       \
  X(population_parameters)               \
  X(population_summary)                  \
  X(outlook)                             \
  X(needed_answer)                       \
  X(projection_band)                     \
  X(census)                              \
  X(census_total)                        \
  X(desired_fertility_factors)           \
  X(backtest)

#define SENRYAKU_DESCRIBED_PROCEDURE(X) \
  X(schedule_rule)                      \
  X(expected_step)                      \
  X(schedule_review)                    \
  X(idea_field)                         \
  X(idea_review)

#define SENRYAKU_DESCRIBED_REVIEW(X) \
  X(headline)                        \
  X(support_line)                    \
  X(reported_finding)                \
  X(review)                          \
  X(review_options)                  \
  X(write_options)                   \
  X(read_options)

#define SENRYAKU_DESCRIBED_SUPPORT(X) \
  X(fact_demand)                      \
  X(support_answer)                   \
  X(answer_change)                    \
  X(application_step)                 \
  X(catalogue_counts)                 \
  X(rule_witness)                     \
  X(stated_change)                    \
  X(stated_sum)                       \
  X(digest_row)                       \
  X(digest_group)                     \
  X(digest_section)                   \
  X(absent_facts)

namespace senryaku::json {

#define SENRYAKU_COMPILED_ELSEWHERE(type) extern template const type_info& info_of<type>();
SENRYAKU_DESCRIBED_MODEL(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_RULES(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_CATALOGUE(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_CHECK(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_COMPARISON(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_EVALUATE(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_OUTLOOK(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_POPULATION(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_PROCEDURE(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_REVIEW(SENRYAKU_COMPILED_ELSEWHERE)
SENRYAKU_DESCRIBED_SUPPORT(SENRYAKU_COMPILED_ELSEWHERE)
#undef SENRYAKU_COMPILED_ELSEWHERE

}  // namespace senryaku::json
