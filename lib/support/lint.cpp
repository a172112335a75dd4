#include <algorithm>
#include <set>

#include "support/amount.hpp"
#include "support/lint.hpp"

namespace senryaku::support {
namespace {

bool is_number(fact_type type) {
  return type != fact_type::text && type != fact_type::list;
}

/// Forms, names and types of the conditions of one place.
class condition_lint {
 public:
  condition_lint(const programme_catalogue& catalogue, std::vector<finding>& findings)
      : catalogue_(catalogue), findings_(findings) {}

  void start(const std::string& owner, const support_programme* programme) {
    owner_ = owner;
    programme_ = programme;
  }

  void check(const rule_condition& rule, bool root, int depth) {
    if (depth > 16) return report("catalogue.condition.depth", rule.id);
    const int forms = !rule.use.empty() + !rule.all.empty() + !rule.any.empty() + !rule.none.empty() +
                      !rule.of.empty() + !rule.fact.empty();
    if (forms != 1) report("catalogue.condition.form", rule.id);
    if (rule.of.empty() != !rule.at_least) report("catalogue.condition.at-least", rule.id);
    if (rule.at_least && (*rule.at_least < 1 || *rule.at_least > static_cast<int>(rule.of.size()))) {
      report("catalogue.condition.at-least", rule.id);
    }
    if (rule.use.empty()) name(rule.id);
    if (!rule.use.empty() && catalogue_.shared(rule.use) == nullptr) report("catalogue.reference.unknown", rule.use);
    if (rule.from_fy && rule.to_fy && *rule.from_fy > *rule.to_fy) report("catalogue.period.order", rule.id);
    if (!root && rule.strength) report("catalogue.condition.strength", rule.id);
    if (!rule.fact.empty()) test(rule);
    for (const auto& id : rule.cite) cite(id, rule.id);
    if (root && rule.use.empty()) texts(rule);
    for (const auto* parts : {&rule.when, &rule.all, &rule.any, &rule.none, &rule.of}) {
      for (const auto& part : *parts) check(part, false, depth + 1);
    }
  }

  void name(const std::string& id) {
    if (id.empty() || !names_.insert(id).second) report("catalogue.id.twice", id);
  }
  void cite(const std::string& id, const std::string& rule) {
    const auto has = [&](const std::vector<dated_citation>& list) {
      return std::any_of(list.begin(), list.end(), [&](const dated_citation& c) { return c.id == id; });
    };
    if (!has(catalogue_.citations) && (programme_ == nullptr || !has(programme_->citations))) {
      report("catalogue.citation.unknown", rule);
    }
  }
  void report(const char* code, const std::string& subject) {
    findings_.push_back({code, owner_, {}, {{"owner", owner_}, {"subject", subject}}, {}});
  }
  int tests() const { return tests_; }

 private:
  void texts(const rule_condition& rule) {
    if (rule.ja.empty() || rule.en.empty()) report("catalogue.text.missing", rule.id);
    if (programme_ != nullptr && rule.cite.empty()) report("catalogue.citation.missing", rule.id);
  }

  void test(const rule_condition& rule) {
    ++tests_;
    const fact_definition* fact = catalogue_.fact(rule.fact);
    if (fact == nullptr) return report("catalogue.fact.unknown", rule.fact);
    const fact_type type = fact->type.value_or(fact_type::text);
    const int bounds = rule.min.has_value() + rule.max.has_value() + rule.above.has_value() + rule.below.has_value();
    const int kinds = rule.is.has_value() + rule.is_not.has_value() + (bounds > 0) + !rule.one_of.empty() +
                      !rule.not_one_of.empty() + !rule.includes_any.empty() + !rule.only.empty() +
                      rule.min_items.has_value() + !rule.not_before.empty() + !rule.not_above.empty();
    if (kinds != 1) report("catalogue.test.form", rule.id);
    for (const auto* bound : {&rule.is, &rule.is_not, &rule.min, &rule.max, &rule.above, &rule.below}) {
      if (*bound) value(**bound, *fact, rule.id);
    }
    if (bounds > 0 && (!is_number(type) || type == fact_type::boolean)) report("catalogue.test.type", rule.id);
    const bool lists = !rule.includes_any.empty() || !rule.only.empty() || rule.min_items;
    if (lists != (type == fact_type::list)) report("catalogue.test.type", rule.id);
    for (const auto* values : {&rule.one_of, &rule.not_one_of, &rule.includes_any, &rule.only}) {
      for (const auto& text : *values) known_value(text, *fact, rule.id);
      if (!values->empty() && is_number(type)) report("catalogue.test.type", rule.id);
    }
    for (const auto* other : {&rule.not_before, &rule.not_above}) {
      if (!other->empty() && (catalogue_.fact(*other) == nullptr || catalogue_.fact(*other)->type != type)) {
        report("catalogue.test.type", rule.id);
      }
    }
  }

  void value(const fact_value& given, const fact_definition& fact, const std::string& rule) {
    const fact_type type = fact.type.value_or(fact_type::text);
    if (is_number(type)) {
      if (!encode_number(type, given)) report("catalogue.test.type", rule);
    } else if (given.held != fact_value::kind::text) {
      report("catalogue.test.type", rule);
    } else {
      known_value(given.text, fact, rule);
    }
  }
  void known_value(const std::string& text, const fact_definition& fact, const std::string& rule) {
    if (std::find(fact.values.begin(), fact.values.end(), text) == fact.values.end()) {
      report("catalogue.value.unknown", rule + ": " + text);
    }
  }

  const programme_catalogue& catalogue_;
  std::vector<finding>& findings_;
  std::string owner_;
  const support_programme* programme_ = nullptr;
  std::set<std::string> names_;
  int tests_ = 0;
};

/// Years that a cap or a rate covers inside a programme.
template <class T>
bool covers(const T& entry, int year) {
  return in_years(entry.from_fy, entry.to_fy, year);
}

bool overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

class catalogue_lint {
 public:
  explicit catalogue_lint(const programme_catalogue& catalogue)
      : catalogue_(catalogue), conditions_(catalogue, report_.findings) {}

  catalogue_report run() {
    report_.counts.facts = static_cast<int>(catalogue_.facts.size());
    report_.counts.programmes = static_cast<int>(catalogue_.programmes.size());
    vocabulary();
    conditions_.start("conditions", nullptr);
    for (const auto& rule : catalogue_.conditions) conditions_.check(rule, true, 0);
    cycles();
    for (const auto& p : catalogue_.programmes) programme(p);
    report_.counts.tests = conditions_.tests();
    report_.counts.citations += static_cast<int>(catalogue_.citations.size());
    add_witnesses(catalogue_, report_);
    run_cases(catalogue_, report_);
    return std::move(report_);
  }

 private:
  void report(const char* code, const std::string& owner, const std::string& subject) {
    report_.findings.push_back({code, owner, {}, {{"owner", owner}, {"subject", subject}}, {}});
  }

  void vocabulary() {
    std::set<std::string> keys;
    for (const auto& fact : catalogue_.facts) {
      if (!keys.insert(fact.key).second) report("catalogue.id.twice", "facts", fact.key);
      if (fact.values.size() > 62) report("catalogue.value.many", "facts", fact.key);
      for (const auto& implied : fact.implies) {
        if (catalogue_.fact(implied.fact) == nullptr) report("catalogue.fact.unknown", fact.key, implied.fact);
      }
    }
  }

  void cycles() {
    for (const auto& rule : catalogue_.conditions) {
      std::vector<std::string> path;
      if (reaches(rule, rule.id, 0)) report("catalogue.reference.cycle", "conditions", rule.id);
    }
  }
  bool reaches(const rule_condition& rule, const std::string& target, int depth) const {
    if (depth > 16) return true;
    if (!rule.use.empty()) {
      if (rule.use == target) return true;
      const rule_condition* shared = catalogue_.shared(rule.use);
      if (shared != nullptr && reaches(*shared, target, depth + 1)) return true;
    }
    for (const auto* parts : {&rule.when, &rule.all, &rule.any, &rule.none, &rule.of}) {
      for (const auto& part : *parts) {
        if (reaches(part, target, depth + 1)) return true;
      }
    }
    return false;
  }

  void programme(const support_programme& p) {
    conditions_.start(p.id, &p);
    conditions_.name(p.id);
    for (const auto* rules : {&p.requirements, &p.expenses, &p.amounts, &p.procedure}) {
      for (const auto& rule : *rules) conditions_.check(rule, true, 0);
    }
    report_.counts.caps += static_cast<int>(p.caps.size());
    report_.counts.rates += static_cast<int>(p.rates.size());
    report_.counts.citations += static_cast<int>(p.citations.size());
    if (p.citations.empty()) report("catalogue.citation.missing", p.id, p.id);
    if (!p.confidence) report("catalogue.confidence.missing", p.id, p.id);
    references(p);
    period(p);
    caps(p);
    rates(p);
    lines(p);
  }

  void references(const support_programme& p) {
    for (const auto* ids : {&p.predecessors, &p.successors, &p.alternatives}) {
      for (const auto& id : *ids) {
        if (catalogue_.find(id) == nullptr) report("catalogue.reference.unknown", p.id, id);
      }
    }
    for (const auto& id : p.successors) {
      const support_programme* next = catalogue_.find(id);
      if (next != nullptr &&
          std::find(next->predecessors.begin(), next->predecessors.end(), p.id) == next->predecessors.end()) {
        report("catalogue.reference.one-sided", p.id, id);
      }
    }
    for (const auto& rule : p.stacking) {
      if (catalogue_.find(rule.programme) == nullptr) report("catalogue.reference.unknown", p.id, rule.programme);
    }
  }

  void period(const support_programme& p) {
    const programme_period& t = p.period;
    const auto ordered = [](const auto& from, const auto& to) { return !from || !to || *from <= *to; };
    if (!ordered(t.budget_from_fy, t.budget_to_fy) || !ordered(t.executed_from_fy, t.executed_to_fy) ||
        !ordered(t.from, t.to) || !ordered(t.executed_to_fy, t.continuing_to_fy) || !t.executed_from_fy) {
      report("catalogue.period.order", p.id, p.id);
    }
    if ((t.from || t.to) && t.day_facts.empty()) report("catalogue.period.day-fact", p.id, p.id);
    for (const auto& key : t.day_facts) {
      const fact_definition* fact = catalogue_.fact(key);
      if (fact == nullptr || fact->type != fact_type::day) report("catalogue.fact.unknown", p.id, key);
    }
  }

  /// Two caps on the same thing for the same type and body may not both speak; where one type has a cap in one year,
  /// every other year says something too, if only that it is not confirmed.
  void caps(const support_programme& p) {
    for (std::size_t i = 0; i < p.caps.size(); ++i) {
      const support_cap& a = p.caps[i];
      conditions_.name(a.id);
      for (const auto& id : a.cite) conditions_.cite(id, a.id);
      if (catalogue_.fact(a.fact) == nullptr) report("catalogue.fact.unknown", p.id, a.fact);
      if (!a.exception.empty() && catalogue_.fact(a.exception) == nullptr)
        report("catalogue.fact.unknown", p.id, a.exception);
      for (std::size_t j = i + 1; j < p.caps.size(); ++j) {
        const support_cap& b = p.caps[j];
        const bool years = covers(a, b.from_fy.value_or(1900)) || covers(b, a.from_fy.value_or(1900));
        if (a.fact == b.fact && a.floor.value_or(false) == b.floor.value_or(false) && years &&
            overlap(a.types, b.types) && overlap(a.kinds, b.kinds) && overlap(a.bodies, b.bodies)) {
          report("catalogue.cap.overlap", p.id, a.id + ", " + b.id);
        }
      }
      if (!a.floor.value_or(false)) cap_gaps(p, a);
    }
  }

  void cap_gaps(const support_programme& p, const support_cap& a) {
    const int first = std::min(p.period.budget_from_fy.value_or(3000), p.period.executed_from_fy.value_or(3000));
    const int last = p.period.executed_to_fy.value_or(first);
    for (int year = first; year <= last; ++year) {
      const bool said = std::any_of(p.caps.begin(), p.caps.end(), [&](const support_cap& b) {
        return covers(b, year) && overlap(a.types, b.types) && overlap(a.kinds, b.kinds) && overlap(a.bodies, b.bodies);
      });
      if (!said && exists(p, a.types, year)) report("catalogue.cap.gap", p.id, a.id + " FY" + std::to_string(year));
    }
  }

  /// Whether one of the types exists in the year.
  static bool exists(const support_programme& p, const std::vector<std::string>& types, int year) {
    return types.empty() || std::any_of(types.begin(), types.end(), [&](const std::string& id) {
             const auto known =
                 std::find_if(p.types.begin(), p.types.end(), [&](const programme_type& t) { return t.id == id; });
             return known == p.types.end() || covers(*known, year);
           });
  }

  void rates(const support_programme& p) {
    for (std::size_t i = 0; i < p.rates.size(); ++i) {
      const support_rate& a = p.rates[i];
      for (const auto& id : a.cite) conditions_.cite(id, a.id);
      if (a.numerator.has_value() != a.denominator.has_value() || (!a.numerator && !a.fixed_yen)) {
        report("catalogue.rate.form", p.id, a.id);
      }
      for (std::size_t j = i + 1; j < p.rates.size(); ++j) {
        const support_rate& b = p.rates[j];
        const bool years = covers(a, b.from_fy.value_or(1900)) || covers(b, a.from_fy.value_or(1900));
        if (a.base == b.base && years && overlap(a.types, b.types) && overlap(a.kinds, b.kinds))
          report("catalogue.rate.overlap", p.id, a.id + ", " + b.id);
      }
    }
  }

  /// Every rule id that a line names exists; a line without a rule says why.
  void lines(const support_programme& p) {
    std::set<std::string> known;
    collect(p, known);
    for (const auto& line : p.lines) {
      ++(line.rules.empty() ? report_.counts.lines_not_modelled : report_.counts.lines_modelled);
      if (line.rules.empty() && line.not_modelled.empty()) {
        report("catalogue.line.silent", p.id, line.of + " " + std::to_string(line.number));
      }
      for (const auto& id : line.rules) {
        if (known.count(id) == 0) report("catalogue.line.unknown", p.id, id);
      }
    }
    if (p.lines.empty()) report("catalogue.line.silent", p.id, p.id);
  }

  void collect(const support_programme& p, std::set<std::string>& known) const {
    for (const auto* rules : {&p.requirements, &p.expenses, &p.amounts, &p.procedure}) {
      for (const auto& rule : *rules) collect(rule, known, 0);
    }
    for (const auto& cap : p.caps) known.insert(cap.id);
    for (const auto& rate : p.rates) known.insert(rate.id);
    for (const auto& duty : p.obligations) known.insert(duty.id);
    for (const auto& type : p.types) known.insert(type.id);
  }
  void collect(const rule_condition& rule, std::set<std::string>& known, int depth) const {
    if (depth > 16) return;
    known.insert(rule.id);
    if (!rule.use.empty()) {
      const rule_condition* shared = catalogue_.shared(rule.use);
      if (shared != nullptr) collect(*shared, known, depth + 1);
    }
    for (const auto* parts : {&rule.all, &rule.any, &rule.none, &rule.of}) {
      for (const auto& part : *parts) collect(part, known, depth + 1);
    }
  }

  const programme_catalogue& catalogue_;
  catalogue_report report_;
  condition_lint conditions_;
};

}  // namespace
}  // namespace senryaku::support

namespace senryaku {
inline namespace v1 {

catalogue_report lint_catalogue(const programme_catalogue& catalogue) {
  return support::catalogue_lint(catalogue).run();
}

}  // namespace v1
}  // namespace senryaku
