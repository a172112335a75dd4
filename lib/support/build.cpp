#include <algorithm>

#include "support/amount.hpp"
#include "support/program.hpp"

namespace senryaku::support {

namespace {

fact_value number_value(std::int64_t value) {
  fact_value result;
  result.held = fact_value::kind::number;
  result.number = decimal(value);
  return result;
}
fact_value text_value(std::string value) {
  fact_value result;
  result.held = fact_value::kind::text;
  result.text = std::move(value);
  return result;
}
fact_value true_value() {
  fact_value result;
  result.held = fact_value::kind::boolean;
  result.boolean = true;
  return result;
}

constexpr int max_depth = 16;  // a person has to be able to read a rule

}  // namespace

/// Flattens the trees of a programme. Conditions made of caps, rates and the period join those of the catalogue.
class program_builder {
 public:
  explicit program_builder(program& target) : target_(target) {}

  void run() {
    const support_programme& p = *target_.programme_;
    const question_kind kind = target_.kind_;
    // A case that states only what is at issue may touch any rule; a procedure question is about the filing alone.
    const bool everything = target_.absent_ == absent_facts::met && kind != question_kind::procedure;
    add_period(p.period);
    if (!target_.in_force_) return;
    if (everything || kind != question_kind::procedure) add_rules(p.requirements, rule_group::requirement);
    if (everything || kind == question_kind::expense) add_rules(p.expenses, rule_group::expense);
    if (everything || kind == question_kind::amount) {
      add_rules(p.amounts, rule_group::amount);
      for (const auto& cap : p.caps) add_cap(cap);
      for (const auto& rate : p.rates) add_rate(rate);
    }
    if (everything || kind == question_kind::procedure) {
      add_rules(p.procedure, rule_group::procedure);
      if (!p.law_item.empty()) add_round_windows();
    }
  }

 private:
  rule_condition& make(std::string id) {
    target_.made_.push_back(std::make_unique<rule_condition>());
    target_.made_.back()->id = std::move(id);
    return *target_.made_.back();
  }

  using placeholders = std::vector<std::pair<const char*, std::string>>;

  /// A rule that the builder makes, with its text from the catalogue's shared condition `text_of`.
  rule_condition& make_worded(std::string id, std::string_view text_of, const placeholders& values) {
    rule_condition& rule = make(std::move(id));
    const rule_condition* text = target_.catalogue_->shared(text_of);
    if (text == nullptr) return rule;
    rule.cite = text->cite;
    rule.ja = filled(text->ja, values);
    rule.en = filled(text->en, values);
    return rule;
  }

  /// A rule about the period.
  rule_condition& make_period(const std::string& id, std::optional<int> year) {
    return make_worded(id, id, year ? placeholders{{"{year}", std::to_string(*year)}} : placeholders{});
  }

  static std::string filled(std::string text, const placeholders& values) {
    for (const auto& [name, value] : values) {
      const auto place = text.find(name);
      if (place != std::string::npos) text.replace(place, std::string_view(name).size(), value);
    }
    return text;
  }

  void add_rules(const std::vector<rule_condition>& rules, rule_group group) {
    for (const auto& rule : rules) {
      const auto strength = rule.strength.value_or(rule_strength::compulsory);
      group_ = group;
      decides_ = strength == rule_strength::compulsory || strength == rule_strength::as_a_rule;
      add_root(rule);
    }
  }

  void add_root(const rule_condition& rule) {
    const int root = add(rule, true, false, 0);
    if (root >= 0) target_.roots_.push_back(root);
  }

  /// The node of `rule`, or −1 when it does not apply in the year.
  int add(const rule_condition& rule, bool favourable, bool guard, int depth) {
    if (depth > max_depth || !in_years(rule.from_fy, rule.to_fy, target_.fiscal_year_)) return -1;
    if (!rule.when.empty()) {
      const int body = add_body(rule, favourable, guard, depth);
      if (body < 0) return -1;
      const int limits = add_group(flat_node::form::all, rule.when, !favourable, true, depth + 1);
      if (limits < 0) return body;
      const int outside = finish(flat_node::form::none, {limits}, rule, favourable, guard);
      const int node = finish(flat_node::form::any, {outside, body}, rule, favourable, guard);
      at(node).limited = true;
      return node;
    }
    return add_body(rule, favourable, guard, depth);
  }

  int add_body(const rule_condition& rule, bool favourable, bool guard, int depth) {
    if (!rule.use.empty()) {
      const rule_condition* shared = target_.catalogue_->shared(rule.use);
      return shared == nullptr ? -1 : add(*shared, favourable, guard, depth + 1);
    }
    if (!rule.all.empty()) return add_group(flat_node::form::all, rule.all, favourable, guard, depth + 1, &rule);
    if (!rule.any.empty()) return add_group(flat_node::form::any, rule.any, favourable, guard, depth + 1, &rule);
    if (!rule.none.empty()) return add_group(flat_node::form::none, rule.none, !favourable, guard, depth + 1, &rule);
    if (!rule.of.empty()) {
      const int node = add_group(flat_node::form::at_least, rule.of, favourable, guard, depth + 1, &rule);
      if (node >= 0) at(node).count = rule.at_least.value_or(1);
      return node;
    }
    return add_test(rule, favourable, guard);
  }

  int add_group(flat_node::form form, const std::vector<rule_condition>& parts, bool favourable, bool guard, int depth,
                const rule_condition* source = nullptr) {
    std::vector<int> children;
    for (const auto& part : parts) {
      const int child = add(part, favourable, guard, depth);
      if (child >= 0) children.push_back(child);
    }
    if (children.empty()) return -1;
    const bool outer = form == flat_node::form::none ? !favourable : favourable;
    return finish(form, children, source == nullptr ? nowhere_ : *source, outer, guard);
  }

  int finish(flat_node::form form, const std::vector<int>& children, const rule_condition& source, bool favourable,
             bool guard) {
    flat_node node;
    node.favourable = favourable;
    node.kind = form;
    node.group = group_;
    node.decides = decides_;
    node.guard = guard;
    node.source = &source == &nowhere_ ? nullptr : &source;
    node.first = children.front();
    const int self = static_cast<int>(target_.nodes_.size());
    for (std::size_t i = 0; i < children.size(); ++i) {
      at(children[i]).parent = self;
      at(children[i]).next = i + 1 < children.size() ? children[i + 1] : -1;
    }
    target_.nodes_.push_back(std::move(node));
    return self;
  }

  int add_test(const rule_condition& rule, bool favourable, bool guard) {
    const int column = add_column(rule.fact);
    if (column < 0) return -1;
    flat_node node;
    node.group = group_;
    node.decides = decides_;
    node.guard = guard;
    node.source = &rule;
    node.test.column = column;
    node.test.favourable = favourable;
    const fact_definition& fact = *target_.columns_[static_cast<std::size_t>(column)];
    node.test.optional = optional_ && fact.origin != fact_origin::officer;
    node.test.never_assumed = fact.origin == fact_origin::officer && asked_for(group_);
    if (!about_.empty() && fact.origin == fact_origin::officer) node.test.about = add_column(about_);
    fill_test(rule, fact.type.value_or(fact_type::text), node.test);
    target_.nodes_.push_back(std::move(node));
    return static_cast<int>(target_.nodes_.size()) - 1;
  }

  bool asked_for(rule_group group) const {
    switch (target_.kind_) {
      case question_kind::eligibility:
        return group == rule_group::requirement || group == rule_group::period;
      case question_kind::expense:
        return group == rule_group::expense;
      case question_kind::amount:
        return group == rule_group::amount;
      case question_kind::procedure:
        return group == rule_group::procedure;
    }
    return false;
  }

  void fill_test(const rule_condition& rule, fact_type type, leaf_test& test) {
    if (!rule.not_before.empty()) {
      test.kind = leaf_test::form::not_before;
      test.other_column = add_column(rule.not_before);
      test.count = rule.plus_years.value_or(0);
    } else if (!rule.not_above.empty()) {
      test.kind = leaf_test::form::not_above;
      test.other_column = add_column(rule.not_above);
    } else if (!rule.includes_any.empty()) {
      test.kind = leaf_test::form::list_intersects;
      test.set = set_of(test.column, rule.includes_any);
    } else if (!rule.only.empty()) {
      test.kind = leaf_test::form::list_only;
      test.set = set_of(test.column, rule.only);
    } else if (rule.min_items) {
      test.kind = leaf_test::form::list_count;
      test.count = *rule.min_items;
    } else if (type == fact_type::text || type == fact_type::list) {
      fill_text(rule, test);
    } else {
      fill_interval(rule, type, test);
    }
  }

  void fill_text(const rule_condition& rule, leaf_test& test) {
    test.kind = leaf_test::form::text_in;
    test.negated = rule.is_not.has_value() || !rule.not_one_of.empty();
    std::vector<std::string> values = rule.one_of.empty() ? rule.not_one_of : rule.one_of;
    if (rule.is) values.push_back(rule.is->text);
    if (rule.is_not) values.push_back(rule.is_not->text);
    test.set = set_of(test.column, values);
  }

  static void fill_interval(const rule_condition& rule, fact_type type, leaf_test& test) {
    test.kind = leaf_test::form::interval;
    const auto bound = [&](const std::optional<fact_value>& value) {
      return value ? encode_number(type, *value) : std::nullopt;
    };
    if (const auto exact = bound(rule.is ? rule.is : rule.is_not)) {
      test.low = test.high = *exact;
      test.negated = rule.is_not.has_value();
      return;
    }
    if (const auto low = bound(rule.min)) test.low = *low;
    if (const auto high = bound(rule.max)) test.high = *high;
    if (const auto low = bound(rule.above)) test.low = *low + 1;
    if (const auto high = bound(rule.below)) test.high = *high - 1;
  }

  int add_column(const std::string& key) {
    const int present = target_.column_of(key);
    if (present >= 0) return present;
    const fact_definition* definition = target_.catalogue_->fact(key);
    if (definition == nullptr) return -1;
    target_.columns_.push_back(definition);
    target_.text_values_.push_back(definition->values);
    return static_cast<int>(target_.columns_.size()) - 1;
  }

  std::uint64_t set_of(int column, const std::vector<std::string>& values) {
    auto& known = target_.text_values_[static_cast<std::size_t>(column)];
    std::uint64_t set = 0;
    for (const auto& value : values) {
      auto place = std::find(known.begin(), known.end(), value);
      if (place == known.end() && known.size() < 63) place = known.insert(known.end(), value);
      if (place != known.end()) set |= std::uint64_t{1} << (place - known.begin());
    }
    return set;
  }

  flat_node& at(int index) { return target_.nodes_[static_cast<std::size_t>(index)]; }

  // ---- The period ----------------------------------------------------------------------------------------------

  void add_period(const programme_period& period) {
    group_ = rule_group::period;
    decides_ = true;
    const int year = target_.fiscal_year_;
    const auto first = earliest(period);
    const auto last = last_execution(period);
    if (first && year < *first) target_.in_force_ = false;
    if (last && year > *last) {
      if (!period.continuing_to_fy || year > *period.continuing_to_fy) target_.in_force_ = false;
      if (target_.in_force_) add_tail(period);
    } else if (target_.in_force_ && period.new_applications_to_fy && year > *period.new_applications_to_fy) {
      add_continuing(*period.new_applications_to_fy);
    } else if (target_.in_force_) {
      add_application_window(period, first);
    }
    if (target_.in_force_) add_days(period, year);
    if (target_.in_force_) add_types();
  }

  /// A type that the programme does not have in the year is not supported. Where no source lists the types in full, a
  /// type beyond the list has to be confirmed.
  void add_types() {
    const support_programme& programme = *target_.programme_;
    if (programme.types.empty()) return;
    const auto last = last_execution(programme.period);  // a continuing project has a type of its time
    const int year = last ? std::min(*last, target_.fiscal_year_) : target_.fiscal_year_;
    rule_condition& exists = make_period("period.type", year);
    rule_condition listed;
    listed.id = "period.type.listed";
    listed.fact = "project.type";
    listed.ja = exists.ja;
    listed.en = exists.en;
    for (const auto& type : programme.types) {
      if (in_years(type.from_fy, type.to_fy, year)) listed.one_of.push_back(type.id);
    }
    if (listed.one_of.empty()) return;
    exists.any.push_back(std::move(listed));
    if (programme.types_open.value_or(false)) {
      rule_condition confirmed;
      confirmed.id = "period.type.confirmed";
      confirmed.fact = "officer.type_confirmed";
      confirmed.is = true_value();
      exists.any.push_back(std::move(confirmed));
    }
    group_ = rule_group::requirement;
    optional_ = true;
    add_root(exists);
    optional_ = false;
  }

  static std::optional<int> earliest(const programme_period& period) {
    if (!period.budget_from_fy) return period.executed_from_fy;
    if (!period.executed_from_fy) return period.budget_from_fy;
    return std::min(*period.budget_from_fy, *period.executed_from_fy);
  }
  /// The last year of execution; budgets carried over beyond it take nothing new.
  static std::optional<int> last_execution(const programme_period& period) {
    return period.executed_to_fy ? period.executed_to_fy : period.budget_to_fy;
  }

  /// After the last new application only projects that were adopted in time go on.
  void add_tail(const programme_period& period) {
    const int last = period.new_applications_to_fy.value_or(last_execution(period).value_or(target_.fiscal_year_));
    const int continuing = add_continuing(last);
    rule_condition& started = make_period("period.started", last);
    started.fact = "project.started_fy";
    started.max = number_value(last);
    add_root(started);
    at(continuing).test.favourable = false;  // an application that says nothing is a new one
    at(continuing).test.optional = true;
  }

  int add_continuing(int last) {
    rule_condition& continuing = make_period("period.continuing", last);
    continuing.fact = "project.status";
    continuing.is = text_value("continuing");
    add_root(continuing);
    return target_.roots_.back();
  }

  void add_application_window(const programme_period& period, std::optional<int> first) {
    const auto last = period.new_applications_to_fy ? period.new_applications_to_fy : last_execution(period);
    if (!first && !last) return;
    optional_ = true;
    rule_condition& filed = make_period("period.application-year", last);
    filed.when.emplace_back();
    filed.when.back().id = "period.application-year.new";
    filed.when.back().fact = "project.status";
    filed.when.back().is_not = text_value("continuing");
    filed.fact = "application.fiscal_year";
    if (first) filed.min = number_value(*first);
    if (last) filed.max = number_value(*last);
    add_root(filed);
    // An application without a stated status is a new one: the guard holds.
    for (auto& node : target_.nodes_) {
      if (node.source == &filed.when.back()) node.test.favourable = true;
    }
    optional_ = false;
  }

  void add_days(const programme_period& period, int year) {
    if (!period.from && !period.to) return;
    const fiscal_year asked(year);
    const bool wholly =
        (!period.from || *period.from <= asked.first_day()) && (!period.to || *period.to >= asked.last_day());
    for (const auto& key : period.day_facts) {
      rule_condition& day = make_period("period.day", std::nullopt);
      day.fact = key;
      if (period.from) day.min = text_value(period.from->to_string());
      if (period.to) day.max = text_value(period.to->to_string());
      optional_ = wholly;
      add_root(day);
      optional_ = false;
    }
  }

  /// The days on which a round takes applications, where they are known.
  void add_round_windows() {
    group_ = rule_group::procedure;
    decides_ = true;
    for (const auto& round : target_.catalogue_->rounds) {
      if (!round.number || !round.apply_from || !round.apply_to) continue;
      const std::string number = std::to_string(*round.number);
      const std::string from = round.apply_from->to_string();
      const std::string to = round.apply_to->to_string();
      rule_condition& window = make_worded("filing.window-" + number, "filing.window",
                                           {{"{round}", number}, {"{from}", from}, {"{to}", to}});
      rule_condition& guard = window.when.emplace_back();
      guard.id = window.id + ".number";
      guard.fact = "application.round";
      guard.is = number_value(*round.number);
      window.fact = "application.date";
      window.min = text_value(from);
      window.max = text_value(to);
      add_root(window);
    }
  }

  // ---- Amounts -------------------------------------------------------------------------------------------------

  void add_guard(rule_condition& rule, const std::string& fact, const std::vector<std::string>& values) {
    if (values.empty()) return;
    rule_condition& guard = rule.when.emplace_back();
    guard.id = rule.id + "." + fact;
    guard.fact = fact;
    const fact_definition* definition = target_.catalogue_->fact(fact);
    const bool list = definition != nullptr && definition->type == fact_type::list;
    (list ? guard.only : guard.one_of) = values;
  }

  void describe(rule_condition& rule, const std::vector<std::string>& cite, const std::string& ja,
                const std::string& en, std::optional<rule_confidence> confidence) {
    rule.cite = cite;
    rule.ja = ja;
    rule.en = en;
    rule.confidence = confidence;
  }

  void add_cap(const support_cap& cap) {
    if (!in_years(cap.from_fy, cap.to_fy, target_.fiscal_year_)) return;
    rule_condition& rule = make(cap.id);
    describe(rule, cap.cite, cap.ja, cap.en, cap.confidence);
    add_guard(rule, type_fact_of(cap), cap.types);
    add_guard(rule, "project.kind", cap.kinds);
    add_guard(rule, "applicant.body", cap.bodies);
    rule_condition test;
    test.id = cap.id + ".limit";
    describe(test, cap.cite, cap.ja, cap.en, cap.confidence);
    if (cap.amount_yen) {
      test.fact = cap.fact;
      (cap.floor.value_or(false) ? test.min : test.max) = number_value(*cap.amount_yen);
    } else {
      test.fact = "officer.limit_confirmed";
      test.is = true_value();
    }
    rule.any.push_back(std::move(test));
    add_exception(rule, cap.exception);
    about_ = cap.amount_yen ? std::string() : cap.fact;
    add_amount_root(rule);
    about_.clear();
  }

  void add_exception(rule_condition& rule, const std::string& exception) {
    if (exception.empty()) return;
    rule_condition& lifted = rule.any.emplace_back();
    lifted.id = rule.id + ".exception";
    lifted.fact = exception;
    lifted.is = true_value();
    lifted.cite = rule.cite;
    lifted.ja = rule.ja;
    lifted.en = rule.en;
  }

  void add_amount_root(const rule_condition& rule) {
    group_ = rule_group::amount;
    decides_ = true;
    add_root(rule);
  }

  void add_rate(const support_rate& rate) {
    if (rate.fact.empty() || !in_years(rate.from_fy, rate.to_fy, target_.fiscal_year_)) return;
    if (!rate.numerator || !rate.denominator) return;
    rule_condition& rule = make("rate." + rate.id);
    describe(rule, rate.cite, rate.ja, rate.en, rate.confidence);
    add_guard(rule, type_fact_of(rate), rate.types);
    add_guard(rule, "project.kind", rate.kinds);
    rule_condition limit;
    limit.id = rule.id + ".limit";
    describe(limit, rate.cite, rate.ja, rate.en, rate.confidence);
    limit.fact = rate.fact;
    const fact_definition* fact = target_.catalogue_->fact(rate.fact);
    if (fact != nullptr && fact->type == fact_type::fraction) {
      limit.max = text_value(std::to_string(*rate.numerator) + "/" + std::to_string(*rate.denominator));
    } else {
      limit.max = number_value(std::int64_t{*rate.numerator} * 100 / *rate.denominator);  // percent
    }
    rule.any.push_back(std::move(limit));
    add_exception(rule, rate.exception);
    optional_ = true;  // asking for less than the rate needs no statement
    add_amount_root(rule);
    optional_ = false;
  }

  program& target_;
  rule_group group_ = rule_group::requirement;
  bool decides_ = true;
  bool optional_ = false;
  std::string about_;  ///< key of the fact that the limit being added is about
  rule_condition nowhere_;
};

program::program(const programme_catalogue& catalogue, const support_programme& programme, int fiscal_year,
                 question_kind kind, absent_facts absent)
    : catalogue_(&catalogue), programme_(&programme), fiscal_year_(fiscal_year), kind_(kind), absent_(absent) {
  program_builder(*this).run();
}

}  // namespace senryaku::support
