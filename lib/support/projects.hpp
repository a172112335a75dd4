/// The answers of a strategy's projects, each different one worked out once.
#pragma once

#include <senryaku/support.hpp>

namespace senryaku::support {

/// A project × programme and the place of its answer.
struct matched_project {
  answered_project who;
  std::size_t answer = 0;
};

/// Projects with the same facts have the same answers: most strategies have some forty, however many projects.
struct matched_projects {
  std::vector<support_answer> answers;  ///< different ones
  std::vector<matched_project> pairs;   ///< in document and catalogue order
};

matched_projects match(const programme_catalogue& catalogue, const strategy& plan, const match_options& options);

/// One entry a pair, or with `together` one an answer.
std::vector<project_answer> listed(matched_projects&& matched, bool together);

}  // namespace senryaku::support
