// The typed, checked read of a 250 KB strategy beside Boost.JSON on the same bytes.
#include <benchmark/benchmark.h>
#include <senryaku/json.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/structure.hpp>

#include <boost/json.hpp>

#include "counting_new.hpp"

namespace {

using namespace senryaku;

kpi indicator(int number) {
  kpi k;
  k.id = "k" + std::to_string(number);
  k.name = "地域交流センターの利用者数（第" + std::to_string(number) + "地区）";
  k.definition = "年度中に施設を利用した人の延べ数。団体利用は人数で数える。";
  k.unit = "人";
  k.stage = indicator_stage::outcome;
  k.aim = indicator_aim::increase;
  k.kind = indicator_kind::point;
  k.year_kind = year_kind::fiscal;
  k.baseline.emplace();
  k.baseline->year = 2023;
  k.baseline->value = decimal(12345 + number, 1);
  k.target.emplace();
  k.target->year = 2029;
  k.target->value = decimal(15000 + number);
  for (int year = 2025; year < 2030; ++year) {
    observation actual;
    actual.year = year;
    actual.value = decimal(12900 + 11 * number + year, 1);
    k.actuals.push_back(actual);
  }
  k.measurement.emplace();
  k.measurement->method = "施設の受付簿を集計する";
  k.measurement->owner = "生涯学習課 生涯学習係";
  return k;
}

/// 4 goals, 12 directions, 40 measures, 124 KPIs with five years each, 150 projects; about 250 KB.
std::string document() {
  strategy s;
  s.format = "senryaku.strategy/1";
  s.municipality.code = "074471";
  s.municipality.name = "会津美里町";
  s.name = "試験のための総合戦略";
  s.framework = "digital";
  s.period.start = civil_day::make(2025, 4, 1);
  s.period.end = civil_day::make(2030, 3, 31);
  int kpis = 0, projects = 0;
  for (int g = 0; g < 4; ++g) {
    goal& aim = s.goals.emplace_back();
    aim.id = "g" + std::to_string(g);
    aim.type = goal_type::work;
    aim.name = "地域に仕事をつくり、安心して働けるようにする";
    for (int t = 0; t < 1; ++t) aim.numeric_targets.push_back(indicator(kpis++));
    for (int d = 0; d < 3; ++d) {
      aim.directions.push_back(
          {aim.id + "-d" + std::to_string(d), "地場産業の担い手を育て、事業の継続と拡大を後押しする。", {}});
    }
    for (int m = 0; m < 10; ++m) {
      measure& part = aim.measures.emplace_back();
      part.id = aim.id + "-m" + std::to_string(m);
      part.name = "空き店舗を活用した創業の支援とにぎわいの創出";
      part.directions = {aim.id + "-d" + std::to_string(m % 3)};
      for (int k = 0; k < 3; ++k) part.kpis.push_back(indicator(kpis++));
      const int share = (projects * 40 + 150 * 40 - 150) / (150 * 40) + 3 + (m % 4 == 0 ? 1 : 0);
      for (int p = 0; p < share && projects < 150; ++p, ++projects) {
        project& work = part.projects.emplace_back();
        work.id = "p" + std::to_string(projects);
        work.name = "デジタルを活用した商店街活性化事業（その" + std::to_string(projects) + "）";
        work.departments = {"産業振興課", "総合政策課"};
        work.description = "商店街の回遊を促すアプリを導入し、利用の状況を毎月確認して改善する。";
        work.budgets.emplace_back().fiscal_year = 2025;
        work.budgets.back().amount_yen = 12'000'000 + projects;
        work.facts["project.uses_digital"].held = fact_value::kind::boolean;
        work.facts["project.uses_digital"].boolean = true;
      }
    }
  }
  return write_strategy(s);
}

const std::string& text() {
  static const std::string shared = document();
  return shared;
}

/// "memory_per_byte": what the strategy and its positions hold, in bytes for each byte of the document.
void typed_checked_read(benchmark::State& state) {
  for (auto _ : state) {
    auto read = read_strategy(text());
    if (!read) state.SkipWithError("the document was refused");
    benchmark::DoNotOptimize(read);
  }
  const auto size = static_cast<double>(text().size());
  const counted memory;
  const auto read = read_strategy(text());
  state.counters["bytes"] = size;
  state.counters["memory_per_byte"] = static_cast<double>(memory.held()) / size;
}
BENCHMARK(typed_checked_read)->Unit(benchmark::kMicrosecond);

void read_and_structural_checks(benchmark::State& state) {
  const rules& data = built_in_rules();
  for (auto _ : state) {
    auto read = read_strategy(text());
    benchmark::DoNotOptimize(check_structure(read->value, data.frameworks, data.eras));
  }
}
BENCHMARK(read_and_structural_checks)->Unit(benchmark::kMicrosecond);

void canonical_write(benchmark::State& state) {
  const auto read = read_strategy(text());
  for (auto _ : state) benchmark::DoNotOptimize(write_strategy(read->value));
}
BENCHMARK(canonical_write)->Unit(benchmark::kMicrosecond);

void boost_parse_monotonic(benchmark::State& state) {
  for (auto _ : state) {
    boost::json::monotonic_resource memory;
    benchmark::DoNotOptimize(boost::json::parse(text(), &memory));
  }
}
BENCHMARK(boost_parse_monotonic)->Unit(benchmark::kMicrosecond);

void boost_parse(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(boost::json::parse(text()));
}
BENCHMARK(boost_parse)->Unit(benchmark::kMicrosecond);

}  // namespace
