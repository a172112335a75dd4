#include <algorithm>

#include "check/examined.hpp"
#include "check/wording.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

/// The field that the most characters of `text` point to; nullptr when no word does. The earlier one wins a tie.
const indicator_field* field_of(std::string_view text, const kpi_check_rules& rules) {
  const indicator_field* best = nullptr;
  std::size_t most = 0;
  for (const auto& field : rules.fields) {
    std::size_t found = 0;
    for (const auto& word : field.words) {
      if (text.find(word) != std::string_view::npos) found += word.size();
    }
    if (found <= most) continue;
    most = found;
    best = &field;
  }
  return best;
}

/// Pairs of neighbouring characters (of three bytes each, as kana and kanji have) that both texts have.
std::size_t shared_pairs(std::string_view a, std::string_view b) {
  constexpr std::size_t pair = 6;
  std::size_t shared = 0;
  for (std::size_t i = 0; i + pair <= a.size(); ++i) {
    const auto lead = static_cast<unsigned char>(a[i]);
    if (lead >= 0xE0 && lead < 0xF0 && b.find(a.substr(i, pair)) != std::string_view::npos) ++shared;
  }
  return shared;
}

/// The field's outcome indicators, those first that speak of the same things.
std::vector<outcome_example> propose(const indicator_field& field, std::string_view about, int count) {
  std::vector<const outcome_example*> ranked;
  for (const auto& example : field.outcomes) ranked.push_back(&example);
  std::stable_sort(ranked.begin(), ranked.end(), [&](const outcome_example* a, const outcome_example* b) {
    return shared_pairs(comparison_key(a->name), about) > shared_pairs(comparison_key(b->name), about);
  });
  std::vector<outcome_example> proposals;
  for (const auto* example : ranked) {
    if (proposals.size() < static_cast<std::size_t>(count)) proposals.push_back(*example);
  }
  return proposals;
}

bool holds(const std::vector<std::string>& list, const std::string& entry) {
  return std::find(list.begin(), list.end(), entry) != list.end();
}

/// Does `text` name one of the fields with these ids?
bool names_field(std::string_view text, const std::vector<std::string>& ids, const kpi_check_rules& rules) {
  return std::any_of(rules.fields.begin(), rules.fields.end(), [&](const indicator_field& field) {
    return holds(ids, field.id) && contains_any(text, field.words) != nullptr;
  });
}

/// 防犯灯のLED化による出生数の増加: what is named as the cause, in the name itself, or the measure's title.
std::string_view cause_of(const examined& subject) {
  constexpr std::string_view by = "による";
  const std::string_view name = subject.name;
  const std::size_t at = name.find(by);
  return at == std::string_view::npos ? std::string_view(subject.context) : name.substr(0, at);
}

/// Can the measure move this figure at all?
void check_cause(examined& subject) {
  const auto& links = subject.indicator.contributes_to;
  const bool explained =
      std::any_of(links.begin(), links.end(), [](const causal_link& l) { return !l.reason.empty(); });
  if (explained) return;
  verdict& letter = subject.result.relevant;
  if (const auto* term = contains_any(subject.name, subject.rules.many_causes_terms)) {
    subject.fail(letter, "kpi.cause.too-many", "name", {{"term", *term}});
    subject.result.directness = verdict::fail;
    return;
  }
  const std::string_view cause = cause_of(subject);
  if (field_of(cause, subject.rules) == nullptr) return;
  const std::string_view effect =
      std::string_view(subject.name).substr(cause.data() == subject.name.data() ? cause.size() : 0);
  for (const auto& far : subject.rules.far_outcomes) {
    const auto* word = contains_any(effect, far.words);
    if (word == nullptr || names_field(cause, far.fields, subject.rules)) continue;
    subject.fail(letter, "kpi.cause.none", "name", {{"cause", std::string(cause)}, {"effect", *word}});
    subject.result.directness = verdict::fail;
    return;
  }
}

/// The chain KPI → numeric target of the goal, with its reason.
void check_chain(examined& subject) {
  const auto& links = subject.indicator.contributes_to;
  if (links.empty()) {
    if (subject.place.belongs_to_goal) subject.add("kpi.chain.missing", "");
    return;
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!links[i].reason.empty()) continue;
    subject.add("kpi.chain.reason-missing", "contributes_to/" + std::to_string(i), {{"to", links[i].to}});
    return;
  }
  if (subject.result.directness == verdict::unknown) subject.result.directness = verdict::pass;
}

/// 開催＝役場が開く・行う; in English with the gloss as well, 開催 “holding” (the office holds or runs it).
std::string in_japanese(const stage_cue& cue) {
  return cue.ja.empty() ? cue.text : cue.text + "＝" + cue.ja;
}

std::string in_english(const stage_cue& cue) {
  std::string text = cue.text;
  if (!cue.gloss.empty() && cue.gloss != cue.text) text += " “" + cue.gloss + "”";
  return cue.en.empty() ? text : text + " (" + cue.en + ")";
}

struct bilingual {
  std::string ja;
  std::string en;
};

/// The cues that `chosen` takes.
template <class Chosen>
bilingual cues_of(const stage_verdict& stage, const Chosen& chosen) {
  bilingual told;
  for (const auto& cue : stage.cues) {
    if (cue.text.empty() || !chosen(cue)) continue;
    told.ja += (told.ja.empty() ? "" : "、") + in_japanese(cue);
    told.en += (told.en.empty() ? "" : "; ") + in_english(cue);
  }
  if (told.ja.empty()) return {"なし", "none"};
  return told;
}

bilingual deciding_cues(const stage_verdict& stage) {
  return cues_of(stage, [](const stage_cue& cue) { return cue.decides; });
}

/// The heaviest cue towards an outcome (`side` 1) or an output (−1).
bilingual heaviest_cue(const stage_verdict& stage, std::int64_t side) {
  bool taken = false;
  return cues_of(stage, [&](const stage_cue& cue) {
    const bool first = !taken && cue.weight * side > 0;
    taken = taken || first;
    return first;
  });
}

bilingual name_of(indicator_stage stage) {
  if (stage == indicator_stage::input) return {"インプット（投入）", "an input"};
  if (stage == indicator_stage::output) return {"アウトプット（活動量）", "an output"};
  return {"アウトカム（成果）", "an outcome"};
}

/// A kind that bodies class both ways: whatever the wording says, the planner should know the question.
void ask_about_contested_kind(examined& subject) {
  if (subject.indicator.stage) return;  // the town has answered
  for (const auto& kind : subject.rules.contested_kinds) {
    const auto* ending = ends_with_any(subject.name, kind.endings);
    if (ending == nullptr) continue;
    subject.add("kpi.stage.contested", "name",
                {{"kind", *ending}, {"question", kind.question_ja}, {"question_en", kind.question_en}});
    return;
  }
}

void check_stage(examined& subject) {
  kpi_check& result = subject.result;
  if (result.stage.contradicts_declared) {  // the town and the wording disagree: a person has to decide
    const bilingual declared = name_of(*subject.indicator.stage);
    const bilingual wording = name_of(result.stage.label);
    const bilingual cues = deciding_cues(result.stage);
    subject.add("kpi.stage.contradicted", "stage",
                {{"declared", declared.ja},
                 {"declared_en", declared.en},
                 {"wording", wording.ja},
                 {"wording_en", wording.en},
                 {"cues", cues.ja},
                 {"cues_en", cues.en}});
    return;
  }
  const auto stage = subject.indicator.stage ? subject.indicator.stage : result.stage.stage;
  if (!stage) {
    const bilingual up = heaviest_cue(result.stage, 1);
    const bilingual down = heaviest_cue(result.stage, -1);
    subject.add(
        "kpi.stage.unsure", "name",
        {{"for_outcome", up.ja}, {"for_outcome_en", up.en}, {"for_output", down.ja}, {"for_output_en", down.en}});
    return;
  }
  result.relevant = *stage == indicator_stage::outcome ? verdict::pass : verdict::fail;
  if (*stage == indicator_stage::outcome) return;
  const bilingual cues =
      result.stage.label == *stage ? deciding_cues(result.stage) : bilingual{"区分の申告", "the stage as declared"};
  subject.add(*stage == indicator_stage::output ? "kpi.stage.output" : "kpi.stage.input", "name",
              {{"name", subject.indicator.name}, {"cues", cues.ja}, {"cues_en", cues.en}});
}

}  // namespace

void check_relevant(examined& subject) {
  // The name of a wish or a survey counts nothing, so it is neither output nor outcome.
  const kpi_check_rules& rules = subject.rules;
  if (ends_with_any(subject.name, rules.slogan_endings) != nullptr && subject.unit.empty()) return;
  if (ends_with_any(subject.name, rules.survey_endings) != nullptr && !says_what_is_counted(subject)) return;
  kpi_check& result = subject.result;
  check_stage(subject);
  ask_about_contested_kind(subject);
  check_cause(subject);
  check_chain(subject);
  const indicator_field* field = field_of(subject.name + subject.context, rules);
  if (field == nullptr) return;
  result.field = field->id;
  if (result.stage.label != indicator_stage::outcome) {
    result.proposals = propose(*field, subject.name + subject.context, rules.proposals);
  }
}

}  // namespace v1
}  // namespace senryaku
