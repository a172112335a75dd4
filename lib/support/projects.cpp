#include "support/projects.hpp"

#include <algorithm>
#include <unordered_map>

#include "support/answer.hpp"

namespace senryaku::support {
namespace {

void append_part(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
}

/// A value as a text that only an equal value, written the same way, has.
void append_value(std::string& out, const fact_value& value) {
  switch (value.held) {
    case fact_value::kind::unknown:
      out += '?';
      break;
    case fact_value::kind::boolean:
      out += value.boolean ? 'y' : 'n';
      break;
    case fact_value::kind::number:
      append_part(out += '#', value.number.to_string());
      break;
    case fact_value::kind::text:
      append_part(out += '"', value.text);
      break;
    case fact_value::kind::list:
      append_part(out += '[', std::to_string(value.list.size()));
      for (const auto& item : value.list) append_part(out, item);
      break;
  }
}

void append_fact(std::string& out, const std::string& key, const fact_value& value) {
  append_part(out, key);
  append_value(out, value);
}

/// What one project states.
struct stated_facts {
  fact_map facts;
  fact_map completed;    ///< with what follows from them
  std::string stranger;  ///< facts outside the vocabulary, which every answer reports
};

/// Projects by the facts they state.
class fact_classes {
 public:
  explicit fact_classes(const programme_catalogue& catalogue) : catalogue_(catalogue) {}

  std::size_t of(fact_map facts) {
    std::string signature;
    for (const auto& [key, value] : facts) append_fact(signature, key, value);
    const auto [known, added] = places_.try_emplace(std::move(signature), classes_.size());
    if (added) {
      stated_facts stated;
      stated.completed = with_implications(catalogue_, facts);
      for (const auto& [key, value] : facts) {
        if (catalogue_.fact(key) == nullptr) append_fact(stated.stranger, key, value);
      }
      stated.facts = std::move(facts);
      classes_.push_back(std::move(stated));
    }
    return known->second;
  }

  const std::vector<stated_facts>& all() const { return classes_; }

 private:
  const programme_catalogue& catalogue_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<stated_facts> classes_;
};

/// The answers of one programme.
class programme_answers {
 public:
  programme_answers(const programme_catalogue& catalogue, const support_programme& programme,
                    const match_options& options, std::vector<support_answer>& answers)
      : rules_(catalogue, programme, options.fiscal_year, options.kind, absent_facts::unknown),
        used_(facts_used(rules_)),
        answers_(answers) {
    question_.programme = programme.id;
    question_.fiscal_year = options.fiscal_year;
    question_.as_of = options.as_of;
    question_.kind = options.kind;
    question_.explain = options.explain;
  }

  const std::string& programme() const { return question_.programme; }

  /// The place of the answer to what class `place` states.
  std::size_t answer(std::size_t place, const stated_facts& stated) {
    const auto asked = by_class_.find(place);
    if (asked != by_class_.end()) return asked->second;
    std::string signature = stated.stranger;
    for (const auto& key : used_) {
      const auto given = stated.completed.find(key);
      if (given != stated.completed.end()) append_fact(signature, key, given->second);
    }
    const auto [known, added] = by_facts_.try_emplace(std::move(signature), answers_.size());
    if (added) answers_.push_back(std::move(*answer_by(rules_, question_, stated.facts).value));
    return by_class_[place] = known->second;
  }

 private:
  program rules_;
  std::vector<std::string> used_;
  support_question question_;
  std::unordered_map<std::size_t, std::size_t> by_class_;
  std::unordered_map<std::string, std::size_t> by_facts_;
  std::vector<support_answer>& answers_;
};

bool wanted(const std::vector<std::string>& list, const std::string& id) {
  return list.empty() || std::find(list.begin(), list.end(), id) != list.end();
}

}  // namespace

matched_projects match(const programme_catalogue& catalogue, const strategy& plan, const match_options& options) {
  matched_projects result;
  fact_classes classes(catalogue);
  std::vector<programme_answers> programmes;
  for (const auto& programme : catalogue.programmes) {
    if (!wanted(options.programmes, programme.id)) continue;
    programmes.emplace_back(catalogue, programme, options, result.answers);
  }
  const civil_day day = options.as_of.value_or(fiscal_year(options.fiscal_year).first_day());
  for_each_project(plan, [&](const project& p, const goal*, const measure*, const std::string& pointer) {
    if (!wanted(options.projects, p.id)) return;
    const std::size_t place = classes.of(project_facts(plan, p, day));
    for (auto& programme : programmes) {
      const auto& seeks = p.support_sought;
      const bool sought = std::find(seeks.begin(), seeks.end(), programme.programme()) != seeks.end();
      if (options.only_sought && !sought) continue;
      const std::size_t answer = programme.answer(place, classes.all()[place]);
      result.pairs.push_back({{p.id, p.name, pointer, sought}, answer});
    }
  });
  return result;
}

std::vector<project_answer> listed(matched_projects&& matched, bool together) {
  std::vector<project_answer> list;
  if (!together) {
    for (auto& pair : matched.pairs) list.push_back({std::move(pair.who), matched.answers[pair.answer], {}});
    return list;
  }
  std::unordered_map<std::size_t, std::size_t> places;
  for (auto& pair : matched.pairs) {
    const auto [known, added] = places.try_emplace(pair.answer, list.size());
    if (added) {
      list.push_back({std::move(pair.who), std::move(matched.answers[pair.answer]), {}});
    } else {
      list[known->second].also.push_back(std::move(pair.who));
    }
  }
  return list;
}

}  // namespace senryaku::support

namespace senryaku {
inline namespace v1 {

std::vector<project_answer> match_projects(const programme_catalogue& catalogue, const strategy& plan,
                                           const match_options& options) {
  return support::listed(support::match(catalogue, plan, options), options.together);
}

}  // namespace v1
}  // namespace senryaku
