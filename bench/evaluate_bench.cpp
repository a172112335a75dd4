// 1,000,000 indicator-years: exact rate, rounded percentage and class. Peer: bench/peers/rating_numpy.py, the same rule
// in doubles over the same data.
#include <benchmark/benchmark.h>
#include <senryaku/rating_batch.hpp>

namespace {

using namespace senryaku;

constexpr std::int64_t rows = 1000000;

/// splitmix64 of the row: the peer draws the same data.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

/// Progress from the baseline in percent with one decimal, half up; five classes (100, 80, 50, 0).
rating_scheme scheme() {
  rating_scheme s;
  s.id = "bench";
  s.formula = rate_formula::progress;
  s.rounding.decimals = 1;
  const auto band = [&](const char* symbol, std::optional<decimal> min, std::optional<decimal> max) {
    s.bands.emplace_back();
    s.bands.back().symbol = symbol;
    s.bands.back().min = min;
    s.bands.back().max = max;
  };
  band("S", decimal(100), std::nullopt);
  band("A", decimal(80), decimal(100));
  band("B", decimal(50), decimal(80));
  band("C", decimal(0), decimal(50));
  band("D", std::nullopt, decimal(0));
  return s;
}

struct table {
  std::vector<std::int64_t> actual, target, baseline, numerator, denominator, rate;
  std::vector<std::uint8_t> known, state;
  std::vector<std::int32_t> rating;

  table() : numerator(rows), denominator(rows), rate(rows), state(rows), rating(rows) {
    for (std::int64_t i = 0; i < rows; ++i) {
      const std::uint64_t x = mixed(static_cast<std::uint64_t>(i));
      baseline.push_back(static_cast<std::int64_t>(x % 100000));
      target.push_back(baseline.back() + 1 + static_cast<std::int64_t>((x >> 20) % 20000));
      actual.push_back(baseline.back() - 2000 + static_cast<std::int64_t>((x >> 40) % 24000));
      known.push_back((x >> 60) != 0 ? 1 : 0);
    }
  }
};

void rate_columns(benchmark::State& state) {
  static table t;
  const column_rater rater(scheme());
  rating_columns columns;
  columns.actual = {t.actual.data(), t.known.data(), 1};
  columns.target = {t.target.data(), nullptr, 1};
  columns.baseline = {t.baseline.data(), nullptr, 1};
  for (auto _ : state) {
    rater.rate(columns, rows,
               {t.numerator.data(), t.denominator.data(), t.rate.data(), t.rating.data(), t.state.data()});
    benchmark::DoNotOptimize(t.rating.data());
  }
  double counts[6] = {};
  for (const auto rating : t.rating) ++counts[rating + 1];
  const char* names[] = {"none", "S", "A", "B", "C", "D"};
  for (int i = 0; i < 6; ++i) state.counters[names[i]] = counts[i];
}
BENCHMARK(rate_columns)->Unit(benchmark::kMillisecond);

}  // namespace
