/// The answer of one programme's rules about one project.
#pragma once

#include "support/program.hpp"

namespace senryaku::support {

/// Answers `question`, for which `rules` were built, from `facts`. Findings as in `match_support`.
outcome<support_answer> answer_by(const program& rules, const support_question& question, const fact_map& facts);

/// Keys of the facts that an answer by `rules` can rest on. With equal values of these, and equal facts outside the
/// vocabulary, two answers are equal.
std::vector<std::string> facts_used(const program& rules);

}  // namespace senryaku::support
