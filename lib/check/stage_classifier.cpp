#include <algorithm>

#include "check/cue_texts.hpp"
#include "check/stage_reading.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

using check::placed_word;
using check::reading;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// Adds up a reading's cues. `Receive(kind of part, what it is, weight)` sees each part once; parts that a pair of
/// things makes together are counted with the one named first.
enum class part { last, act, before, earlier, head, unit, link, aside, context };

template <class Receive>
void visit_words(const stage_tables& t, const reading& r, const Receive& receive) {
  const placed_word& last = r.words.back();
  const auto& word = t.word_of[at(last.number)];
  receive(part::last, last,
          t.last[word.name] + t.last_near.at(word.name, r.near) + t.last_head.at(word.name, r.head) +
              t.last_unit.at(word.name, r.unit) + t.last_act.at(word.name, r.act) + word.weight);
  const bool alone = r.words.size() == 1;
  const int before = alone ? t.none : t.word_of[at(r.words[r.words.size() - 2].number)].name;
  receive(part::before, alone ? last : r.words[r.words.size() - 2],
          t.before[at(before)] + t.last_before.at(word.name, before));
  std::uint64_t seen = 0;  // a class counts once; there are fewer than 64
  for (std::size_t i = 0; i + 1 < r.words.size(); ++i) {
    const auto& earlier = t.word_of[at(r.words[i].number)];
    if (seen >> earlier.name & 1) continue;
    seen |= std::uint64_t{1} << earlier.name;
    receive(part::earlier, r.words[i], t.earlier[earlier.name]);
  }
  const auto place =
      std::find_if(r.every.begin(), r.every.end(), [&](const placed_word& w) { return w.begin == last.begin; });
  const auto next = std::next(place);
  if (next != r.every.end()) receive(part::link, *next, t.word_of[at(next->number)].after);
  if (place == r.every.begin()) return;
  const auto& link = t.word_of[at(std::prev(place)->number)];
  if (link.kind == stage_word_kind::link) receive(part::link, *std::prev(place), link.weight);
}

/// A name without a known word: its ending and unit alone, and the act that its project is named by.
template <class Receive>
void visit_bare(const stage_tables& t, const reading& r, const Receive& receive) {
  const placed_word nothing;
  receive(part::unit, nothing, t.bare_unit[at(r.unit)]);
  receive(part::head, nothing, t.bare_head[at(r.head)] + t.bare_head_unit.at(r.head, r.unit));
  if (r.context_act >= 0) receive(part::context, nothing, t.context[at(r.context_act)]);
}

template <class Receive>
void visit(const stage_tables& t, const reading& r, const Receive& receive) {
  if (r.words.empty()) return visit_bare(t, r, receive);
  const placed_word nothing;
  const std::int32_t text_weight = r.unit_text < 0 ? 0 : t.unit_text_weight[at(r.unit_text)];
  receive(part::unit, nothing, t.unit[at(r.unit)] + text_weight);
  receive(part::head, nothing, t.head[at(r.head)] + t.head_unit.at(r.head, r.unit));
  receive(part::act, nothing, t.act[at(r.act)] + t.act_head.at(r.act, r.head) + t.act_unit.at(r.act, r.unit));
  visit_words(t, r, receive);
  std::uint64_t seen = 0;
  for (const auto& word : r.asides) {
    const auto name = t.word_of[at(word.number)].name;
    if (seen >> name & 1) continue;
    seen |= std::uint64_t{1} << name;
    receive(part::aside, word, t.aside[name]);
  }
}

std::int64_t score_of(const stage_tables& t, const reading& r) {
  std::int64_t score = t.start;
  visit(t, r, [&](part, const placed_word&, std::int32_t weight) { score += weight; });
  return score;
}

std::int64_t confidence_of(const stage_tables& t, std::int64_t score) {
  const std::int64_t distance = score < 0 ? -score : score;
  for (std::size_t i = 1; i < t.knots.size(); ++i) {
    const stage_knot& low = t.knots[i - 1];
    const stage_knot& high = t.knots[i];
    if (distance >= high.distance) continue;
    return low.confidence +
           (high.confidence - low.confidence) * (distance - low.distance) / (high.distance - low.distance);
  }
  return t.knots.empty() ? 0 : t.knots.back().confidence;
}

/// Turns the parts of a reading into cues with their texts; parts that rest on the same piece become one.
class explanation {
 public:
  explanation(const stage_tables& t, const stage_reader& reader, const reading& r) : t_(t), reader_(reader), r_(r) {}

  std::vector<stage_cue> run() {
    visit(t_, r_, [&](part kind, const placed_word& word, std::int32_t weight) { add(kind, word, weight); });
    cues_.erase(std::remove_if(cues_.begin(), cues_.end(), [](const stage_cue& c) { return c.weight == 0; }),
                cues_.end());
    std::stable_sort(cues_.begin(), cues_.end(), [](const stage_cue& a, const stage_cue& b) {
      return std::max(a.weight, -a.weight) > std::max(b.weight, -b.weight);
    });
    return std::move(cues_);
  }

 private:
  void add(part kind, const placed_word& word, std::int32_t weight) {
    switch (kind) {
      case part::unit:
        return put(std::string(reader_.unit().piece(0, reader_.unit().text.size())), stage_cue_kind::unit,
                   "unit." + t_.units[at(r_.unit)], weight);
      case part::head:
        return put(piece(r_.core, r_.counted), stage_cue_kind::ending, "head." + t_.heads[at(r_.head)], weight);
      case part::act:
        return add_act(weight);
      case part::context:
        return put(std::string(reader_.context().piece(0, reader_.context().text.size())), stage_cue_kind::context,
                   "context", weight);
      default:
        break;
    }
    const std::string& means = t_.classes[t_.word_of[at(word.number)].name];
    if (kind == part::aside) return put(aside_piece(word), stage_cue_kind::aside, means, weight);
    put(piece(word.begin, word.end), kind == part::link ? stage_cue_kind::link : stage_cue_kind::word, means, weight);
  }

  void add_act(std::int32_t weight) {
    for (auto word = r_.words.rbegin(); word != r_.words.rend(); ++word) {
      const auto& known = t_.word_of[at(word->number)];
      if (known.name != r_.act) continue;
      return put(piece(word->begin, word->end), stage_cue_kind::word, t_.classes[known.name], weight);
    }
    put(piece(0, r_.core), stage_cue_kind::word, "none", weight);
  }

  void put(std::string text, stage_cue_kind kind, std::string means, std::int32_t weight) {
    for (auto& cue : cues_) {
      if (cue.text != text || cue.means != means) continue;
      cue.weight += weight;
      return;
    }
    stage_cue cue;
    cue.text = std::move(text);
    cue.kind = kind;
    cue.means = std::move(means);
    cue.weight = weight;
    cues_.push_back(std::move(cue));
  }

  std::string piece(std::size_t begin, std::size_t end) const { return cut(reader_.parts().main_place, begin, end); }
  std::string aside_piece(const placed_word& word) const {
    return cut(reader_.parts().aside_place, word.begin, word.end);
  }
  std::string cut(const std::vector<std::uint32_t>& places, std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return std::string(reader_.name().piece(places[begin], std::size_t{places[end - 1]} + 1));
  }

  const stage_tables& t_;
  const stage_reader& reader_;
  const reading& r_;
  std::vector<stage_cue> cues_;
};

/// Marks the heaviest cues towards the answer until they outweigh the start and all cues against it; one at least.
void mark_deciding(stage_verdict& verdict, std::int64_t start) {
  const std::int64_t side = verdict.label == indicator_stage::outcome ? 1 : -1;
  std::int64_t lead = start * side;
  for (const auto& cue : verdict.cues) lead += std::min<std::int64_t>(cue.weight * side, 0);
  for (auto& cue : verdict.cues) {
    if (cue.weight * side <= 0) continue;
    cue.decides = true;
    lead += cue.weight * side;
    if (lead > 0) return;
  }
}

}  // namespace

stage_classifier::stage_classifier() = default;

stage_classifier stage_classifier::explained_by(const stage_glossary& glossary) const {
  stage_classifier result = *this;
  result.texts_ = std::make_shared<cue_texts>(glossary);
  return result;
}

stage_classifier stage_classifier::explained_as(const stage_classifier& other) const {
  stage_classifier result = *this;
  result.texts_ = other.texts_;
  return result;
}

stage_verdict stage_classifier::classify(std::string_view name, std::string_view unit, std::string_view context,
                                         std::optional<indicator_stage> declared,
                                         std::optional<std::int64_t> sure_from) const {
  stage_verdict verdict;
  if (!tables_) return verdict;
  const stage_tables& t = *tables_;
  stage_reader reader(t);
  const reading& r = reader.read(name, unit, context);
  if (r.is_input) {
    verdict.label = indicator_stage::input;
    verdict.confidence = t.input_confidence;
    const bool wordless = r.words.empty();
    const auto& places = reader.parts().main_place;
    const std::size_t begin = places[wordless ? 0 : r.words.back().begin];
    stage_cue cue;
    cue.text = reader.name().piece(begin, std::size_t{places[r.counted - 1]} + 1);
    cue.kind = wordless ? stage_cue_kind::ending : stage_cue_kind::word;
    cue.means = wordless ? "head." + t.heads[at(r.head)] : t.classes[t.word_of[at(r.words.back().number)].name];
    cue.decides = true;
    verdict.cues.push_back(std::move(cue));
  } else {
    verdict.score = score_of(t, r);
    verdict.label = verdict.score > 0 ? indicator_stage::outcome : indicator_stage::output;
    verdict.confidence = confidence_of(t, verdict.score);
    verdict.cues = explanation(t, reader, r).run();
    mark_deciding(verdict, t.start);
  }
  if (texts_) {
    for (auto& cue : verdict.cues) texts_->explain(cue);
  }
  verdict.unsure = verdict.confidence < sure_from.value_or(t.sure_from);
  if (!verdict.unsure) verdict.stage = verdict.label;
  verdict.contradicts_declared = declared && verdict.stage && *declared != *verdict.stage;
  return verdict;
}

void stage_classifier::classify_batch(const stage_columns& columns, const stage_results& results,
                                      std::optional<std::int64_t> sure_from) const {
  const stage_tables none;
  const stage_tables& t = tables_ ? *tables_ : none;
  const std::int64_t threshold = sure_from.value_or(t.sure_from);
  stage_reader reader(t);
  for (std::int64_t i = 0; i < columns.count; ++i) {
    indicator_stage label = indicator_stage::output;
    std::int64_t confidence = 0;
    std::int64_t score = 0;
    if (tables_) {
      const reading& r = reader.read(columns.names.at(i), columns.units.at(i), columns.contexts.at(i));
      score = r.is_input ? 0 : score_of(t, r);
      label = r.is_input ? indicator_stage::input : score > 0 ? indicator_stage::outcome : indicator_stage::output;
      confidence = r.is_input ? t.input_confidence : confidence_of(t, score);
    }
    results.labels[i] = static_cast<std::uint8_t>(label);
    if (results.confidences) results.confidences[i] = static_cast<std::int32_t>(confidence);
    if (results.unsure) results.unsure[i] = !tables_ || confidence < threshold;
    if (results.scores) results.scores[i] = score;
  }
}

}  // namespace v1
}  // namespace senryaku
