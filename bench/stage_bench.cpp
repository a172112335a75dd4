// Input, output or outcome for a column of real names, and a plain scan of the same bytes beside it.
// Names: lib/check/training/kpi-names.jsonl, repeated; items are names.
#include <benchmark/benchmark.h>
#include <senryaku/rules.hpp>

#include <cstdlib>
#include <fstream>
#include <numeric>

#include "counting_new.hpp"

namespace {

/// The value of a string member in one line of JSON without escapes, as the file has.
std::string member(const std::string& line, const std::string& name) {
  const auto begin = line.find("\"" + name + "\": \"");
  if (begin == std::string::npos) return {};
  const auto from = begin + name.size() + 5;
  return line.substr(from, line.find('"', from) - from);
}

struct columns {
  std::vector<std::string> texts;
  std::vector<std::string_view> names, units, contexts;

  explicit columns(std::size_t count) {
    std::ifstream file(SENRYAKU_SOURCE_DIR "/lib/check/training/kpi-names.jsonl");
    for (std::string line; std::getline(file, line);) {
      for (const char* part : {"name", "unit", "context"}) texts.push_back(member(line, part));
    }
    if (texts.empty()) std::abort();
    const std::size_t rows = texts.size() / 3;
    for (std::size_t i = 0; i < count; ++i) {
      names.push_back(texts[i % rows * 3]);
      units.push_back(texts[i % rows * 3 + 1]);
      contexts.push_back(texts[i % rows * 3 + 2]);
    }
  }
  std::int64_t bytes() const {
    const auto sum = [](std::size_t n, std::string_view text) { return n + text.size(); };
    return static_cast<std::int64_t>(std::accumulate(names.begin(), names.end(), std::size_t{0}, sum) +
                                     std::accumulate(units.begin(), units.end(), std::size_t{0}, sum) +
                                     std::accumulate(contexts.begin(), contexts.end(), std::size_t{0}, sum));
  }
};

const columns& data() {
  static const columns all(100'000);
  return all;
}

void classify_column(benchmark::State& state) {
  const auto& all = data();
  const auto count = static_cast<std::int64_t>(all.names.size());
  const auto& stages = senryaku::built_in_rules().stages;
  std::vector<senryaku::indicator_stage> labels(all.names.size());
  std::vector<std::int32_t> confidences(all.names.size());
  const auto classify = [&] {
    stages.classify_batch({all.names.data(), all.units.data(), all.contexts.data(), count},
                          {labels.data(), confidences.data(), nullptr, nullptr});
    benchmark::DoNotOptimize(labels.data());
  };
  for (auto _ : state) classify();
  const counted memory;
  classify();
  state.SetItemsProcessed(state.iterations() * count);
  state.SetBytesProcessed(state.iterations() * all.bytes());
  state.counters["allocated_bytes_per_column"] = static_cast<double>(memory.allocated());
}
BENCHMARK(classify_column)->Unit(benchmark::kMillisecond);

void classify_one_with_cues(benchmark::State& state) {
  const auto& stages = senryaku::built_in_rules().stages;
  for (auto _ : state) benchmark::DoNotOptimize(stages.classify("スマート農業導入補助金交付件数", "件"));
}
BENCHMARK(classify_one_with_cues);

void scan_the_same_bytes(benchmark::State& state) {
  const auto& all = data();
  for (auto _ : state) {
    unsigned sum = 0;
    for (const auto* column : {&all.names, &all.units, &all.contexts}) {
      for (const auto text : *column) {
        for (const char c : text) sum += static_cast<unsigned char>(c);
      }
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.names.size()));
  state.SetBytesProcessed(state.iterations() * all.bytes());
}
BENCHMARK(scan_the_same_bytes)->Unit(benchmark::kMillisecond);

}  // namespace
