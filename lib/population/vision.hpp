/// What the steps over a population vision share.
#pragma once

#include <senryaku/population.hpp>

namespace senryaku {
inline namespace v1 {

/// The vision's own outlooks as figures. A point without a year or a value is NaN, with which no outlook is drawn up.
std::vector<outlook> outlooks_of(const population_vision& vision);

/// The latest census that the vision knows of, with or without ages.
std::optional<int> latest_census_year(const population_vision& vision);

/// Compares each target population with the scenarios, and says what it needs.
void answer_targets(const population_vision& vision, const population_parameters& parameters,
                    vision_projection& result);

}  // namespace v1
}  // namespace senryaku
