// 1,741 areas × 2 sexes × 20 ages × 6 steps, and the four scenarios with all outputs for the same areas.
// Peer: bench/peers/population_numpy.py; compare with bench/compare.py.
#include <benchmark/benchmark.h>
#include <senryaku/rules.hpp>

#include <random>

namespace {

constexpr std::size_t areas = 1741, groups = 20, steps = 6;

struct country {
  std::vector<double> base, survival, migration, ratio, share, out;
  std::vector<senryaku::projection_input> inputs;

  country() : out(areas * steps * 2 * groups) {
    std::mt19937 random(2015);
    const auto between = [&](double low, double high) { return std::uniform_real_distribution<>(low, high)(random); };
    for (std::size_t a = 0; a < areas; ++a) {
      senryaku::projection_input input;
      input.base_year = 2015;
      for (auto* sex : {&input.base.male, &input.base.female}) {
        for (std::size_t x = 0; x < groups; ++x) sex->push_back(between(50, 5000));
        base.insert(base.end(), sex->begin(), sex->end());
      }
      for (std::size_t s = 0; s < steps; ++s) {
        senryaku::projection_step step;
        for (auto* sex : {&step.survival.male, &step.survival.female}) {
          for (std::size_t x = 0; x + 1 < groups; ++x) sex->push_back(between(0.5, 1));
          survival.insert(survival.end(), sex->begin(), sex->end());
        }
        for (auto* sex : {&step.net_migration.male, &step.net_migration.female}) {
          for (std::size_t x = 0; x + 1 < groups; ++x) sex->push_back(between(-0.1, 0.1));
          migration.insert(migration.end(), sex->begin(), sex->end());
        }
        step.births.child_woman_ratio = between(0.15, 0.3);
        step.births.male_share = 0.51;
        ratio.push_back(*step.births.child_woman_ratio);
        share.push_back(0.51);
        input.steps.push_back(std::move(step));
      }
      inputs.push_back(std::move(input));
    }
  }
};

const country& data() {
  static country all;
  return all;
}

void all_areas(benchmark::State& state) {
  country all = data();
  for (auto _ : state) {
    senryaku::project_areas(areas, groups, steps, all.base.data(), all.survival.data(), all.migration.data(),
                            all.ratio.data(), all.share.data(), all.out.data());
    benchmark::DoNotOptimize(all.out.data());
    benchmark::ClobberMemory();
  }
}
BENCHMARK(all_areas)->Unit(benchmark::kMillisecond);

void one_town_four_scenarios(benchmark::State& state) {
  const auto& parameters = senryaku::built_in_rules().population;
  for (auto _ : state) {
    auto set = senryaku::run_scenarios(data().inputs.front(), parameters, {}, std::nullopt);
    for (const auto& scenario : set->scenarios) benchmark::DoNotOptimize(senryaku::summarise(scenario, parameters));
  }
}
BENCHMARK(one_town_four_scenarios)->Unit(benchmark::kMicrosecond);

void all_areas_four_scenarios(benchmark::State& state) {
  const auto& parameters = senryaku::built_in_rules().population;
  const country& all = data();
  std::vector<double> out(areas * 4 * (steps + 1) * senryaku::scenario_columns);
  for (auto _ : state) {
    senryaku::project_area_scenarios(areas, groups, steps, 2015, all.base.data(), all.survival.data(),
                                     all.migration.data(), all.ratio.data(), all.share.data(), parameters, out.data());
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
}
BENCHMARK(all_areas_four_scenarios)->Unit(benchmark::kMillisecond);

}  // namespace
