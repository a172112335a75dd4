// Verdicts of 10,000 projects × 20 programmes in FY2024, half of them in force, 8 % of the facts unknown; and with
// every test's result, and as explanations. Peers: bench/peers/support_numpy.py and support_duckdb.py on the same data;
// the counters have to agree.
#include <benchmark/benchmark.h>
#include <senryaku/rules.hpp>
#include <senryaku/support_batch.hpp>
#include <senryaku/support_json.hpp>

#include <algorithm>
#include <array>

namespace {

constexpr std::int64_t rows = 10000;
constexpr int year = 2024;
constexpr const char* programmes[] = {"digiden-jisso-type",      "digiden-suishin-type",
                                      "digiden-kyoten-type",     "corporate-hometown-tax-secondment",
                                      "corporate-hometown-tax",  "chiho-2sedai-grant",
                                      "hq-relocation-tax",       "grant-facility-bond",
                                      "interest-subsidy",        "demolition-bond-special",
                                      "suishin-promotion-grant", "kyoten-facility-grant",
                                      "senko-advance-grant",     "kasokuka-acceleration-grant",
                                      "telework-grant",          "digiden-suishin-koufukin",
                                      "mirai-suishin-type",      "mirai-jisso-type",
                                      "mirai-infra-type",        "mirai-bousai-type"};

/// splitmix64 of the cell's place: the peer draws the same data.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

std::int64_t drawn(const senryaku::fact_definition& fact, std::uint64_t x) {
  using senryaku::fact_type;
  const std::uint64_t high = x >> 16;
  switch (fact.type.value_or(fact_type::text)) {
    case fact_type::boolean:
      return high % 100 < 90 ? 1 : 0;
    case fact_type::text:
      return high % 100 < 60 ? 0 : static_cast<std::int64_t>((high >> 8) % fact.values.size());
    case fact_type::day:
      return 19814 + static_cast<std::int64_t>(high % 365);  // 2024-04-01 and the year after
    case fact_type::integer:
      return fact.unit == "yen" ? static_cast<std::int64_t>(high % 40) * 10000000
                                : static_cast<std::int64_t>(high % 10);
    default:
      return static_cast<std::int64_t>(high % 100);
  }
}

struct table {
  std::vector<std::vector<std::int64_t>> values;
  std::vector<std::vector<std::uint8_t>> known;
  std::vector<senryaku::fact_column> columns;
  std::vector<senryaku::support_matcher> matchers;

  table() {
    const auto& catalogue = senryaku::built_in_rules().catalogue;
    for (std::size_t f = 0; f < catalogue.facts.size(); ++f) {
      const auto& fact = catalogue.facts[f];
      if (fact.type == senryaku::fact_type::list || fact.key == "application.fiscal_year") continue;
      std::vector<std::int64_t> column;
      std::vector<std::uint8_t> mask;
      for (std::int64_t row = 0; row < rows; ++row) {
        const std::uint64_t x = mixed(static_cast<std::uint64_t>(f) * 1000003u + static_cast<std::uint64_t>(row));
        mask.push_back(x % 100 >= 8 ? 1 : 0);
        column.push_back(drawn(fact, x));
      }
      values.push_back(std::move(column));
      known.push_back(std::move(mask));
      senryaku::fact_column view;
      view.fact = fact.key;
      view.names = fact.values;
      columns.push_back(view);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].values = values[i].data();
      columns[i].known = known[i].data();
    }
    for (const char* id : programmes) matchers.emplace_back(catalogue, id, year);
  }
};

const table& data() {
  static const table built;
  return built;
}

void count(benchmark::State& state, const std::vector<std::uint8_t>& verdicts) {
  std::array<double, 4> totals{};
  for (const auto verdict : verdicts) ++totals[static_cast<std::size_t>(verdict)];
  const char* names[] = {"eligible", "ineligible", "conditional", "not_in_force"};
  for (std::size_t i = 0; i < totals.size(); ++i) state.counters[names[i]] = totals[i];
}

void verdicts(benchmark::State& state) {
  const table& t = data();
  std::vector<std::uint8_t> out(rows * std::size(programmes));
  for (auto _ : state) {
    for (std::size_t p = 0; p < std::size(programmes); ++p) {
      t.matchers[p].verdicts(t.columns, rows, out.data() + static_cast<std::int64_t>(p) * rows);
    }
    benchmark::DoNotOptimize(out.data());
  }
  count(state, out);
}
BENCHMARK(verdicts)->Unit(benchmark::kMillisecond);

void verdicts_with_every_test(benchmark::State& state) {
  const table& t = data();
  std::vector<std::uint8_t> out(rows * std::size(programmes));
  std::vector<std::vector<std::uint8_t>> results;
  for (const auto& matcher : t.matchers) results.emplace_back(matcher.tests().size() * rows);
  for (auto _ : state) {
    for (std::size_t p = 0; p < std::size(programmes); ++p) {
      t.matchers[p].results(t.columns, rows, out.data() + static_cast<std::int64_t>(p) * rows, results[p].data());
    }
    benchmark::DoNotOptimize(out.data());
  }
  count(state, out);
}
BENCHMARK(verdicts_with_every_test)->Unit(benchmark::kMillisecond);

/// The whole explanation of every answer as JSON text: each test with its result, by name.
void explanations(benchmark::State& state) {
  const table& t = data();
  std::vector<std::uint8_t> out(rows);
  std::vector<std::uint8_t> results;
  std::vector<std::vector<std::string>> ids;
  for (const auto& matcher : t.matchers) {
    auto& names = ids.emplace_back();
    for (const auto& test : matcher.tests()) names.push_back(test.id);
    results.resize(std::max(results.size(), names.size() * rows));
  }
  std::string text;  // of one programme at a time
  std::size_t bytes = 0;
  for (auto _ : state) {
    bytes = 0;
    for (std::size_t p = 0; p < std::size(programmes); ++p) {
      text.clear();
      t.matchers[p].results(t.columns, rows, out.data(), results.data());
      senryaku::append_explanations(ids[p], out.data(), results.data(), rows, "\n", text);
      benchmark::DoNotOptimize(text.data());
      bytes += text.size();
    }
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(explanations)->Unit(benchmark::kMillisecond);

void one_explained_answer(benchmark::State& state) {
  const auto& catalogue = senryaku::built_in_rules().catalogue;
  senryaku::support_question question;
  question.programme = "chiho-2sedai-grant";
  question.fiscal_year = 2025;
  for (auto _ : state) benchmark::DoNotOptimize(senryaku::match_support(catalogue, question, {}));
}
BENCHMARK(one_explained_answer)->Unit(benchmark::kMicrosecond);

}  // namespace
