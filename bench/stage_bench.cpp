// Input, output or outcome for a column of real names, and a plain scan of the same bytes beside it.
// Names: lib/check/training/kpi-names.jsonl, repeated; items are names.
#include <benchmark/benchmark.h>
#include <senryaku/rules.hpp>

#include <cstdlib>
#include <fstream>

#include "counting_new.hpp"

namespace {

/// The value of a string member in one line of JSON without escapes, as the file has.
std::string member(const std::string& line, const std::string& name) {
  const auto begin = line.find("\"" + name + "\": \"");
  if (begin == std::string::npos) return {};
  const auto from = begin + name.size() + 5;
  return line.substr(from, line.find('"', from) - from);
}

struct column {
  std::string bytes;
  std::vector<std::int64_t> offsets{0};

  void add(const std::string& text) {
    bytes += text;
    offsets.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  senryaku::text_column view() const { return {bytes.data(), offsets.data()}; }
};

struct columns {
  column names, units, contexts;
  std::int64_t count = 0;

  explicit columns(std::int64_t wanted) : count(wanted) {
    std::ifstream file(SENRYAKU_SOURCE_DIR "/lib/check/training/kpi-names.jsonl");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    if (lines.empty()) std::abort();
    for (std::int64_t i = 0; i < count; ++i) {
      const std::string& line = lines[static_cast<std::size_t>(i) % lines.size()];
      names.add(member(line, "name"));
      units.add(member(line, "unit"));
      contexts.add(member(line, "context"));
    }
  }
  std::int64_t bytes() const {
    return static_cast<std::int64_t>(names.bytes.size() + units.bytes.size() + contexts.bytes.size());
  }
};

const columns& data() {
  static const columns all(100'000);
  return all;
}

void classify_column(benchmark::State& state) {
  const auto& all = data();
  const auto& stages = senryaku::built_in_rules().stages;
  std::vector<std::uint8_t> labels(static_cast<std::size_t>(all.count));
  std::vector<std::int32_t> confidences(static_cast<std::size_t>(all.count));
  const auto classify = [&] {
    stages.classify_batch({all.names.view(), all.units.view(), all.contexts.view(), all.count},
                          {labels.data(), confidences.data(), nullptr, nullptr});
    benchmark::DoNotOptimize(labels.data());
  };
  for (auto _ : state) classify();
  const counted memory;
  classify();
  state.SetItemsProcessed(state.iterations() * all.count);
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
    for (const auto* texts : {&all.names, &all.units, &all.contexts}) {
      for (const char c : texts->bytes) sum += static_cast<unsigned char>(c);
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * all.count);
  state.SetBytesProcessed(state.iterations() * all.bytes());
}
BENCHMARK(scan_the_same_bytes)->Unit(benchmark::kMillisecond);

}  // namespace
