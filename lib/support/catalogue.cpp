#include <senryaku/support.hpp>

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

template <class T>
void merge(std::vector<T>& into, std::vector<T>&& more, std::string T::*key) {
  for (auto& entry : more) {
    const auto present =
        std::find_if(into.begin(), into.end(), [&](const T& known) { return known.*key == entry.*key; });
    if (present == into.end()) {
      into.push_back(std::move(entry));
    } else {
      *present = std::move(entry);
    }
  }
}

/// Citations may share an id: all of an id are replaced together.
void merge_citations(std::vector<dated_citation>& into, std::vector<dated_citation>&& more) {
  into.erase(std::remove_if(into.begin(), into.end(),
                            [&](const dated_citation& known) {
                              return std::any_of(more.begin(), more.end(),
                                                 [&](const dated_citation& c) { return c.id == known.id; });
                            }),
             into.end());
  for (auto& entry : more) into.push_back(std::move(entry));
}

}  // namespace

programme_catalogue extend_catalogue(const programme_catalogue& base, programme_catalogue more,
                                     const std::vector<std::string>& retire) {
  programme_catalogue result = base;
  if (!more.version.empty()) result.version = std::move(more.version);
  merge(result.facts, std::move(more.facts), &fact_definition::key);
  merge_citations(result.citations, std::move(more.citations));
  merge(result.conditions, std::move(more.conditions), &rule_condition::id);
  merge(result.programmes, std::move(more.programmes), &support_programme::id);
  merge(result.plan_forms, std::move(more.plan_forms), &plan_form::id);
  merge(result.cases, std::move(more.cases), &catalogue_case::id);
  if (!more.rounds.empty()) {
    for (auto& round : more.rounds) result.rounds.push_back(std::move(round));
  }
  if (!more.round_patterns.empty()) result.round_patterns = std::move(more.round_patterns);
  const auto retired = [&](const std::string& id) {
    return std::find(retire.begin(), retire.end(), id) != retire.end();
  };
  const auto gone = [&](const support_programme& p) { return retired(p.id); };
  result.programmes.erase(std::remove_if(result.programmes.begin(), result.programmes.end(), gone),
                          result.programmes.end());
  const auto tests_gone = [&](const catalogue_case& c) { return retired(c.programme); };
  result.cases.erase(std::remove_if(result.cases.begin(), result.cases.end(), tests_gone), result.cases.end());
  return result;
}

}  // namespace v1
}  // namespace senryaku
