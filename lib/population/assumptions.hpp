/// Changes of a projection's assumptions: what scenarios and the questions for what is needed are made of.
#pragma once

#include <senryaku/population.hpp>

namespace senryaku {
inline namespace v1 {

/// The input with its last step repeated up to the horizon, so that each step can be changed on its own.
projection_input unrolled(const projection_input& input);

/// All migration of the step times `factor`.
void scale_migration(projection_step& step, double factor);

/// Sets the births of the step (by ratio or by age) to a total fertility rate. False where rates by age are all zero.
bool set_fertility(projection_step& step, int year, double rate, const population_parameters& parameters);

/// Equivalent total fertility rate of the base population; unknown without women 15–49.
std::optional<double> base_fertility(const projection_input& input, const population_parameters& parameters);

/// `per_year` times the pattern, over five years, added to the migrants in numbers. A pattern with an older open group
/// puts its oldest persons into that of the area.
void add_movers(projection_step& step, const by_sex& pattern, double per_year, std::size_t groups);

}  // namespace v1
}  // namespace senryaku
