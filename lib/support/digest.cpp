#include <algorithm>

#include "support/digest.hpp"

namespace senryaku::support {
namespace {

std::string grouped(const decimal& value) {
  std::string text = value.to_string();
  const auto point = std::min(text.find('.'), text.size());
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t i = point; i > first + 3; i -= 3) text.insert(i - 3, ",");
  return text;
}

constexpr std::string_view letters[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ",
                                        "サ", "シ", "ス", "セ", "ソ", "タ", "チ", "ツ", "テ", "ト"};

std::string letter(std::size_t index) {
  return index < std::size(letters) ? std::string(letters[index]) : std::to_string(index + 1);
}

std::string fill(std::string text, const std::vector<finding_value>& values) {
  for (const auto& [name, value] : values) {
    const std::string mark = "{" + name + "}";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

std::string year_of(const population_record& record) {
  if (record.year) return std::to_string(*record.year);
  return record.day ? std::to_string(record.day->year()) : std::string("?");
}

int year_number(const population_record& record) {
  return record.year ? *record.year : record.day ? record.day->year() : 0;
}

bool has_ages(const population_record& r) {
  return r.under_15 && r.aged_15_to_64 && r.over_65;
}

class deriver {
 public:
  deriver(const strategy& plan, const plan_form& form, const digest_options& options)
      : plan_(plan), form_(form), options_(options) {}

  plan_digest run() {
    digest_.style = options_.style;
    digest_.form = form_.id;
    digest_.measure_code = form_.measure_code;
    set_author();
    digest_.name = options_.name;
    if (digest_.name.empty()) {
      const std::vector<finding_value> parts = {{"generation", plan_.generation},
                                                {"municipality", plan_.municipality.name}};
      digest_.name = fill(form_.name_pattern, parts);
    }
    set_end();
    for (std::size_t i = 0; i < plan_.goals.size(); ++i) add_goal(plan_.goals[i], letter(i));
    for (const auto& section : form_.sections) {
      auto lines = lines_of(section);
      digest_section& made = digest_.sections.emplace_back();
      made.number = section.number;
      made.title = section.title;
      made.lines = std::move(lines);
    }
    return std::move(digest_);
  }

 private:
  void ask(std::string code, std::vector<finding_value> values = {}, const std::string& element = {}) {
    for (const auto& known : digest_.asked) {
      if (known.code == code && known.element == element) return;
    }
    digest_.asked.push_back({std::move(code), element, {}, std::move(values), {}});
  }

  std::string sentence(const std::string& name, const std::vector<finding_value>& values) const {
    const auto found = form_.texts.find(name);
    return found == form_.texts.end() ? std::string() : fill(found->second, values);
  }

  void set_author() {
    const municipality& body = plan_.municipality;
    const bool small = !body.kind || body.kind == municipality_kind::town || body.kind == municipality_kind::village;
    if (small && (body.prefecture.empty() || body.county.empty())) {
      ask("plan.ask.county", {{"municipality", body.name}});
    }
    digest_.author = small ? body.prefecture + body.county + body.name : body.name;
    digest_.area = fill("{author}の全域", {{"author", digest_.author}});
  }

  /// The plan ends on 31 March of the strategy's last fiscal year.
  void set_end() {
    const auto last = last_day(plan_);
    if (!last) {
      ask("plan.ask.end");
      return;
    }
    const civil_day year_end = fiscal_year::of(*last).last_day();
    digest_.end = year_end <= *last ? year_end : fiscal_year(fiscal_year::of(*last).value() - 1).last_day();
  }

  // ---- Goals: projects and KPIs under one letter ---------------------------------------------------------------

  void add_goal(const goal& g, const std::string& label) {
    digest_group group;
    group.label = label;
    group.goal = g.id;
    group.goal_name = g.name;
    group.summary = g.description;
    const bool grant = options_.style == plan_style::grant;
    for (const auto& m : g.measures) {
      for (const auto& p : m.projects) {
        if (grant && p.support_sought.empty()) continue;
        group.projects.push_back(p.id);
        group.names.push_back(p.name);
      }
      if (m.projects.empty() && !grant && !m.name.empty()) group.names.push_back(m.name);
    }
    if (group.names.empty()) {
      if (grant) return;  // the grant's plan holds only the projects that it pays for
      ask("plan.ask.projects", {{"goal", g.name}}, g.id);
    }
    add_kpis(g, label);
    digest_.groups.push_back(std::move(group));
  }

  bool chosen(const kpi& k) const {
    return std::find(options_.kpis.begin(), options_.kpis.end(), k.id) != options_.kpis.end();
  }

  void add_kpis(const goal& g, const std::string& label) {
    const std::size_t before = digest_.kpis.size();
    const auto add = [&](const kpi& k, bool normally) {
      if (options_.kpis.empty() ? normally : chosen(k)) add_row(g, k, label);
    };
    for (const auto& k : g.numeric_targets) add(k, true);
    for (const auto& m : g.measures) {
      for (const auto& k : m.kpis) add(k, false);
    }
    constexpr std::size_t usual = 4;
    const std::size_t count = digest_.kpis.size() - before;
    if (count == 0) ask("plan.ask.kpi", {{"goal", g.name}}, g.id);
    if (count > usual) ask("plan.ask.kpi-many", {{"goal", g.name}, {"count", std::to_string(count)}}, g.id);
  }

  void add_row(const goal& g, const kpi& k, const std::string& label) {
    digest_row row;
    row.label = label;
    row.kpi = k.id;
    row.name = k.name;
    row.unit = k.unit;
    row.goal = g.id;
    row.goal_name = g.name;
    if (k.baseline) {
      row.baseline = k.baseline->value;
      row.baseline_year = k.baseline->year;
    }
    if (k.target) {
      row.target = k.target->value;
      row.target_year = k.target->year;
    }
    if (!row.baseline || !row.target) ask("plan.ask.target", {{"kpi", k.name}}, k.id);
    if (options_.style == plan_style::grant) add_increments(k, row);
    digest_.kpis.push_back(std::move(row));
  }

  static std::optional<decimal> level_in(const kpi& k, int year) {
    const auto level = [&](const target& t) { return t.year == year && (!t.basis || *t.basis == target_basis::level); };
    for (const auto& t : k.targets) {
      if (level(t)) return t.value;
    }
    return k.target && level(*k.target) ? k.target->value : std::nullopt;
  }

  /// The change from one year's level to the next; a year without a level leaves two increments open.
  void add_increments(const kpi& k, digest_row& row) {
    if (!plan_.period.start || !digest_.end) return;
    const int first = fiscal_year::of(*plan_.period.start).value();
    const int last = fiscal_year::of(*digest_.end).value();
    std::optional<decimal> before = row.baseline;
    std::optional<decimal> total = decimal();
    for (int year = first; year <= last; ++year) {
      const auto here = level_in(k, year);
      plan_increment increment;
      increment.year = year;
      if (before && here) increment.value = subtract(*here, *before);
      total = total && increment.value ? add(*total, *increment.value) : std::nullopt;
      before = here;
      row.increments.push_back(increment);
    }
    row.increments_total = total;
    if (!total) ask("plan.ask.increments", {{"kpi", k.name}}, k.id);
  }

  // ---- Sections ------------------------------------------------------------------------------------------------

  std::vector<std::string> lines_of(const plan_form_section& section) {
    const std::string& content = section.content;
    const std::vector<finding_value> basic = {{"author", digest_.author}, {"measure_code", digest_.measure_code}};
    if (content == "text" || content == "measure") return {fill(section.text, basic)};
    if (content == "area") return {digest_.area};
    if (content == "name") return {digest_.name};
    if (content == "author") return {digest_.author};
    if (content == "population") return population(section.number);
    if (content == "goals") return goals();
    if (content == "overview") return overview();
    if (content == "project-names") return project_names();
    if (content == "projects") return projects();
    if (content == "donation") return donation();
    if (content == "evaluation") return evaluation("evaluation");
    if (content == "evaluation-time") return evaluation("evaluation.time");
    if (content == "publication") return {sentence("publication", {{"municipality", plan_.municipality.name}})};
    if (content == "period") return period();
    if (content == "cost") return cost();
    if (content == "issues") ask("plan.ask.issues", {{"section", section.number}});
    if (content == "leading") ask("plan.ask.leading");
    return {};
  }

  std::vector<std::string> population(const std::string& number) {
    std::vector<std::string> lines;
    if (!plan_.population_vision || plan_.population_vision->records.empty()) {
      ask("plan.ask.population", {{"section", number}});
      ask("plan.ask.natural-change");
      return lines;
    }
    const population_vision& vision = *plan_.population_vision;
    add_totals(vision, lines);
    add_ages(vision, lines);
    ask("plan.ask.natural-change");
    return lines;
  }

  void add_totals(const population_vision& vision, std::vector<std::string>& lines) const {
    const population_record* peak = nullptr;
    const population_record* latest = nullptr;
    for (const auto& record : vision.records) {
      if (!record.total) continue;
      if (peak == nullptr || *record.total > *peak->total) peak = &record;
      if (latest == nullptr || year_number(record) > year_number(*latest)) latest = &record;
    }
    if (latest != nullptr) {
      const bool declined = peak != latest;
      lines.push_back(
          sentence(declined ? "population.peak" : "population.latest", {{"peak_year", year_of(*peak)},
                                                                        {"peak", grouped(*peak->total)},
                                                                        {"latest_year", year_of(*latest)},
                                                                        {"latest", grouped(*latest->total)},
                                                                        {"latest_source", latest->source}}));
    }
    const population_record* projected = nullptr;
    for (const auto& record : vision.projections) {
      if (record.total && (projected == nullptr || year_number(record) > year_number(*projected))) projected = &record;
    }
    if (projected != nullptr) {
      const std::string source = projected->source.empty() ? vision.base_data : projected->source;
      lines.push_back(
          sentence("population.projection",
                   {{"source", source}, {"year", year_of(*projected)}, {"total", grouped(*projected->total)}}));
    }
    for (const auto& aim : vision.targets) {
      if (!aim.total || !aim.year) continue;
      lines.push_back(
          sentence("population.target", {{"year", std::to_string(*aim.year)}, {"total", grouped(*aim.total)}}));
    }
  }

  void add_ages(const population_vision& vision, std::vector<std::string>& lines) const {
    const population_record* from = nullptr;
    const population_record* to = nullptr;
    for (const auto& record : vision.records) {
      if (!has_ages(record)) continue;
      if (from == nullptr || year_number(record) < year_number(*from)) from = &record;
      if (to == nullptr || year_number(record) > year_number(*to)) to = &record;
    }
    if (from == nullptr || from == to) return;
    lines.push_back(sentence("population.ages", {{"from_year", year_of(*from)},
                                                 {"to_year", year_of(*to)},
                                                 {"young_from", grouped(*from->under_15)},
                                                 {"young_to", grouped(*to->under_15)},
                                                 {"working_from", grouped(*from->aged_15_to_64)},
                                                 {"working_to", grouped(*to->aged_15_to_64)},
                                                 {"old_from", grouped(*from->over_65)},
                                                 {"old_to", grouped(*to->over_65)}}));
  }

  std::vector<std::string> goals() const {
    std::vector<std::string> lines = {sentence("goals.lead", {})};
    for (std::size_t i = 0; i < plan_.goals.size(); ++i) {
      const goal& g = plan_.goals[i];
      lines.push_back(
          sentence("goals.line", {{"number", g.number.empty() ? std::to_string(i + 1) : g.number}, {"name", g.name}}));
    }
    return lines;
  }

  std::vector<std::string> overview() const {
    std::vector<std::string> lines;
    for (const auto& g : plan_.goals) {
      std::string measures;
      for (const auto& m : g.measures) measures += (measures.empty() ? "" : "、") + m.name;
      lines.push_back(sentence("overview.line", {{"goal", g.name}, {"measures", measures}}));
    }
    return lines;
  }

  std::vector<std::string> project_names() const {
    std::vector<std::string> lines;
    for (const auto& group : digest_.groups) {
      lines.push_back(sentence("projects.title", {{"label", group.label}, {"name", group.goal_name}}));
    }
    return lines;
  }

  std::vector<std::string> projects() const {
    std::vector<std::string> lines;
    for (const auto& group : digest_.groups) {
      lines.push_back(sentence("projects.title", {{"label", group.label}, {"name", group.goal_name}}));
      if (!group.summary.empty()) lines.push_back(group.summary);
      for (const auto& name : group.names) lines.push_back(sentence("projects.line", {{"name", name}}));
    }
    lines.push_back(sentence("projects.detail", {{"strategy", plan_.name}}));
    return lines;
  }

  std::vector<finding_value> years() const {
    const std::string first = plan_.period.start ? std::to_string(fiscal_year::of(*plan_.period.start).value()) : "?";
    const std::string last = digest_.end ? std::to_string(fiscal_year::of(*digest_.end).value()) : "?";
    return {{"from", first}, {"to", last}};
  }

  std::vector<std::string> donation() {
    if (!options_.donation_estimate_yen) {
      ask("plan.ask.donation");
      return {};
    }
    auto values = years();
    values.push_back({"amount", grouped(decimal(*options_.donation_estimate_yen / 1000))});
    return {sentence("donation", values)};
  }

  std::vector<std::string> evaluation(const std::string& name) {
    std::string body;
    if (!plan_.verifications.empty()) body = plan_.verifications.back().body;
    if (body.empty() && plan_.procedure && !plan_.procedure->committees.empty()) {
      body = plan_.procedure->committees.back().name;
    }
    if (options_.evaluation_month.empty()) ask("plan.ask.evaluation-month");
    if (body.empty()) ask("plan.ask.evaluation-body");
    if (options_.evaluation_month.empty() || body.empty()) return {};
    return {sentence(
        name, {{"month", options_.evaluation_month}, {"body", body}, {"municipality", plan_.municipality.name}})};
  }

  std::vector<std::string> period() {
    if (!digest_.end) return {};
    const std::string year = std::to_string(digest_.end->year());
    if (!options_.certified_on) {
      ask("plan.ask.certified");
      return {sentence("period", {{"year", year}})};
    }
    return {sentence("period.certified", {{"certified", options_.certified_on->to_string()}, {"year", year}})};
  }

  /// The sum of the budgets of the plan's projects; unknown when a project states none.
  std::vector<std::string> cost() {
    std::optional<std::int64_t> total = 0;
    for_each_project(plan_, [&](const project& p, const goal*, const measure*, const std::string&) {
      if (p.support_sought.empty()) return;
      if (p.budgets.empty()) total.reset();
      for (const auto& budget : p.budgets) {
        total = total && budget.amount_yen ? std::optional(*total + *budget.amount_yen) : std::nullopt;
      }
    });
    if (!total || *total == 0) {
      ask("plan.ask.cost");
      return {};
    }
    auto values = years();
    values.push_back({"amount", grouped(decimal(*total / 1000))});
    return {sentence("cost", values)};
  }

  const strategy& plan_;
  const plan_form& form_;
  const digest_options& options_;
  plan_digest digest_;
};

}  // namespace

plan_digest derive(const strategy& plan, const plan_form& form, const digest_options& options) {
  return deriver(plan, form, options).run();
}

}  // namespace senryaku::support

namespace senryaku {
inline namespace v1 {

outcome<plan_digest> derive_plan(const strategy& plan, const programme_catalogue& catalogue,
                                 const digest_options& options) {
  outcome<plan_digest> result;
  for (const auto& form : catalogue.plan_forms) {
    if (options.form.empty() ? form.style != options.style : form.id != options.form) continue;
    result.value = support::derive(plan, form, options);
    return result;
  }
  result.findings.push_back({"plan.form.unknown", {}, {}, {{"form", options.form}}, {}});
  return result;
}

}  // namespace v1
}  // namespace senryaku
