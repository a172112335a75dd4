/// Input, output or outcome: what an indicator's name counts. インプット・アウトプット・アウトカム.
///
/// Definition (資料1, 令和5年度第2回 会津美里町地域創生・人口減少対策有識者会議, after the national grant guideline of
/// April 2018): an output (活動量) is what the office does; an outcome (成果) is what residents, businesses or visitors
/// came to do or to be; use of a service by them is an outcome. An input is money, hours or hands put in.
///
/// The name is read from its end, as Japanese puts the head last: the head (件数, 者数, 率) and the words before it are
/// looked up in a lexicon of classes (the office gives, residents act, a state of the world ...), and whole-number
/// weights of the classes in their places are added up: below zero an output, above an outcome. Words, classes and
/// weights are data (lib/data/check/stage.json, made by lib/check/training/train.py, described in
/// lib/check/training/README.md). The same input gives the same whole numbers on every machine.
#pragma once

#include <senryaku/model.hpp>

#include <map>
#include <memory>

namespace senryaku {
inline namespace v1 {

/// `verb`: an act or a state. `light`: an act that takes its sense from the word before it (実施). `noun`. `link`:
/// grammar between words (に関する).
enum class stage_word_kind { verb, light, noun, link };

/// Words that answer alike who acts or what is counted.
struct stage_word_class {
  std::string id;  ///< e.g. "office.give"
  stage_word_kind kind = stage_word_kind::noun;
  std::string reason;
  std::vector<std::string> words;  ///< NFKC, lower case, no white space, every number written 0
};

/// A class of heads or units, and the words in it.
struct stage_word_group {
  std::string id;
  std::vector<std::string> words;
};

/// What one cue adds, in thousandths of the natural logarithm of the odds for an outcome.
struct stage_weight {
  std::string cue;  ///< "family=value" or "family|family=value|value", as lib/check/training/README.md lists them
  std::int64_t weight = 0;
};

/// A score that lies `distance` from zero deserves this confidence (thousandths); between knots it is interpolated.
struct stage_knot {
  std::int64_t distance = 0;
  std::int64_t confidence = 0;
};

/// The classifier as data.
struct stage_model {
  std::vector<citation> sources;
  std::int64_t sure_from = 0;         ///< confidence (thousandths) from which an answer is not unsure
  std::int64_t start = 0;             ///< the score before any cue
  std::int64_t input_confidence = 0;  ///< thousandths; inputs are found by rule, not by score
  std::vector<stage_knot> calibration;
  std::vector<stage_word_class> classes;
  std::vector<stage_word_group> heads;
  std::vector<std::string> tails;  ///< words after or before the head that do not say what is counted (累計, 延べ)
  std::vector<stage_word_group> units;
  std::vector<stage_weight> weights;
};

/// Where a cue stands. `word`: a word before the ending; `aside`: a word in brackets; `context`: the project's name.
enum class stage_cue_kind { word, link, ending, unit, aside, context };

/// What a class of cues says, for people.
struct stage_meaning {
  std::string id;  ///< as stage_cue::means
  std::string ja;
  std::string en;
};

/// Makes cues readable in both languages. A text is put into English word for word, in the order of the Japanese: both
/// languages put the head of a noun last. With an unknown word in it there is none.
struct stage_glossary {
  std::vector<stage_meaning> meanings;
  std::vector<std::string> left_out;         ///< words without a counterpart (の)
  std::map<std::string, std::string> words;  ///< Japanese to English
};

/// A piece of the name, unit or context, and what it brought.
struct stage_cue {
  std::string text;  ///< as it stands in the NFKC form
  stage_cue_kind kind = stage_cue_kind::word;
  std::string means;  ///< its class: "office.give", "head.case", "unit.person"
  std::string ja;     ///< what the class says
  std::string en;     ///< the same in English
  std::string gloss;  ///< the text in English; empty: the glossary does not know it
  std::int64_t weight = 0;
  bool decides = false;  ///< one of the fewest heaviest cues that carry the answer against all that speaks otherwise
};

/// The answer for one indicator. start + the weights of the cues = score.
struct stage_verdict {
  indicator_stage label = indicator_stage::output;  ///< the likelier one, also when unsure
  std::optional<indicator_stage> stage;             ///< the label, absent when unsure
  std::int64_t confidence = 0;                      ///< thousandths; that of bodies the model was not trained on
  bool unsure = true;                               ///< confidence below the threshold
  bool contradicts_declared = false;                ///< sure, and another one than declared
  std::int64_t score = 0;                           ///< 0 for an input, which is found by rule
  std::vector<stage_cue> cues;                      ///< the heaviest first; zero weights are left out
};

/// A column of texts in the caller's memory, in Arrow's layout: text i is bytes[offsets[i], offsets[i + 1]). Offsets do
/// not fall. Without offsets no text is stated.
struct text_column {
  const char* bytes = nullptr;
  const std::int64_t* offsets = nullptr;  ///< one more than there are texts

  std::string_view at(std::int64_t i) const {
    if (offsets == nullptr) return {};
    return {bytes + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
  }
};

/// `count` indicators. Empty texts say "not stated".
struct stage_columns {
  text_column names;
  text_column units;
  text_column contexts;  ///< the project or measure (事業名)
  std::int64_t count = 0;
};

/// Where a batch writes, in the caller's memory: `count` items each.
struct stage_results {
  std::uint8_t* labels = nullptr;       ///< 0 input, 1 output, 2 outcome, as indicator_stage
  std::int32_t* confidences = nullptr;  ///< thousandths, or nullptr
  std::uint8_t* unsure = nullptr;       ///< 0 or 1, or nullptr
  std::int64_t* scores = nullptr;       ///< or nullptr
};

struct stage_tables;  // the model as it is looked up; not part of the interface
struct cue_texts;     // the glossary as it is looked up; not part of the interface

/// Reads names with one model. Immutable and cheap to copy; any number of threads may use it.
class stage_classifier {
 public:
  /// No model: every answer is an unsure output of confidence 0.
  stage_classifier();
  /// Findings `rules.stage.cue-unknown` (a weight for a cue that cannot occur) and `rules.stage.word-twice`.
  static outcome<stage_classifier> make(const stage_model& model);
  /// The same answers, their cues explained by the glossary, or by that of another classifier.
  stage_classifier explained_by(const stage_glossary& glossary) const;
  stage_classifier explained_as(const stage_classifier& other) const;

  /// `context` counts only for a name without a known word. `sure_from` replaces the model's threshold (thousandths).
  /// Text that is not UTF-8 counts as empty.
  stage_verdict classify(std::string_view name, std::string_view unit = {}, std::string_view context = {},
                         std::optional<indicator_stage> declared = std::nullopt,
                         std::optional<std::int64_t> sure_from = std::nullopt) const;

  /// The same answers for a column, without cues. Allocates a little once per call, nothing per name.
  void classify_batch(const stage_columns& columns, const stage_results& results,
                      std::optional<std::int64_t> sure_from = std::nullopt) const;

 private:
  std::shared_ptr<const stage_tables> tables_;
  std::shared_ptr<const cue_texts> texts_;
};

}  // namespace v1
}  // namespace senryaku
