#include <senryaku/check.hpp>

#include <algorithm>
#include <cstdlib>

namespace senryaku {
inline namespace v1 {
namespace {

struct occurrence {
  std::size_t end;
  std::size_t length;
  std::int64_t weight;
  const stage_cue* cue;
};

/// The last place where each cue stands in the name; a cue inside a longer one that ends there too does not count.
std::vector<occurrence> find_cues(const std::string& name, const stage_lexicon& lexicon) {
  std::vector<occurrence> found;
  for (const auto& cue : lexicon.cues) {
    if (cue.place == cue_place::unit || cue.text.size() > name.size()) continue;
    const std::size_t at = name.rfind(cue.text);
    if (at == std::string::npos) continue;
    const std::size_t end = at + cue.text.size();
    if (cue.place == cue_place::name_end && end != name.size()) continue;
    found.push_back({end, cue.text.size(), cue.weight, &cue});
  }
  const auto inside_longer = [&](const occurrence& inner) {
    return std::any_of(found.begin(), found.end(), [&](const occurrence& outer) {
      return outer.length > inner.length && outer.end >= inner.end && outer.end - outer.length <= inner.end - inner.length;
    });
  };
  std::vector<occurrence> kept;
  std::copy_if(found.begin(), found.end(), std::back_inserter(kept), [&](const occurrence& o) { return !inside_longer(o); });
  std::sort(kept.begin(), kept.end(), [](const occurrence& a, const occurrence& b) { return a.end < b.end; });
  return kept;
}

}  // namespace

stage_decision decide_stage(std::string_view name, std::string_view unit, const stage_lexicon& lexicon) {
  stage_decision decision;
  const auto found = find_cues(comparison_key(name), lexicon);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::int64_t weight = found[i].weight * (i + 1 == found.size() ? 2 : 1);
    decision.score += weight;
    decision.cues.push_back({found[i].cue->text, weight});
  }
  const std::string unit_key = comparison_key(unit);
  for (const auto& cue : lexicon.cues) {
    if (cue.place != cue_place::unit || cue.text != unit_key) continue;
    decision.score += cue.weight;
    decision.cues.push_back({cue.text, cue.weight});
  }
  if (std::llabs(decision.score) >= lexicon.decided_from) {
    decision.stage = decision.score > 0 ? indicator_stage::outcome : indicator_stage::output;
  }
  return decision;
}

}  // namespace v1
}  // namespace senryaku
