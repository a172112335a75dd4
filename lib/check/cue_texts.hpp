/// The glossary of cues in the form in which it is looked up.
#pragma once

#include "check/stage_tables.hpp"

namespace senryaku {
inline namespace v1 {

struct cue_texts {
  explicit cue_texts(const stage_glossary& glossary);

  /// Fills the meanings of a cue from its text and class.
  void explain(stage_cue& cue) const;

  /// `text` word for word in English; empty when a part of it is not in the glossary. Of several ways to take it apart
  /// the one with the fewest words; ASCII is left as it is.
  std::string gloss(std::string_view text) const;

  std::map<std::string, stage_meaning> meanings;
  check::word_trie words;
  std::vector<std::string> english;  ///< by number in words
};

}  // namespace v1
}  // namespace senryaku
