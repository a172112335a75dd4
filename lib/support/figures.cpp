#include <senryaku/coverage.hpp>

namespace senryaku {
inline namespace v1 {
namespace {

void check_percent(const stated_change& entry, std::vector<finding>& findings) {
  const auto difference = subtract(*entry.to, *entry.from);
  const auto share = difference ? ratio::divide(ratio(*difference), ratio(*entry.from)) : std::nullopt;
  const auto percent = share ? ratio::multiply(*share, ratio(decimal(100))) : std::nullopt;
  if (!percent) return;
  const int scale = entry.percent->scale();
  const auto rounded = percent->round(scale, rounding_mode::half_up);
  const auto cut = percent->round(scale, rounding_mode::truncate);
  if (!rounded || *rounded == *entry.percent) return;
  const bool truncated = cut && *cut == *entry.percent;
  const auto exact = percent->round(std::min(scale + 1, decimal::max_scale), rounding_mode::half_up);
  findings.push_back({truncated ? "figures.percent-cut" : "figures.percent",
                      {},
                      {},
                      {{"subject", entry.subject},
                       {"exact", exact ? exact->to_string() : rounded->to_string()},
                       {"expected", rounded->to_string()},
                       {"stated", entry.percent->to_string()}},
                      {}});
}

std::string text(const decimal& value) {
  return value.to_string();
}

void check_change(const stated_change& entry, std::vector<finding>& findings) {
  if (entry.to_year && entry.stated_to_year && *entry.to_year != *entry.stated_to_year) {
    findings.push_back({"figures.year",
                        {},
                        {},
                        {{"subject", entry.subject},
                         {"stated", std::to_string(*entry.stated_to_year)},
                         {"expected", std::to_string(*entry.to_year)}},
                        {}});
  }
  if (!entry.from || !entry.to) return;
  const auto difference = subtract(*entry.to, *entry.from);
  if (entry.change && difference && *entry.change != *difference) {
    findings.push_back({"figures.change",
                        {},
                        {},
                        {{"subject", entry.subject}, {"expected", text(*difference)}, {"stated", text(*entry.change)}},
                        {}});
  }
  if (entry.percent && !entry.from->is_zero()) check_percent(entry, findings);
}

void check_sum(const stated_sum& entry, const std::string& pointer, std::vector<finding>& findings) {
  if (!entry.total || entry.parts.empty()) return;
  std::optional<decimal> sum = decimal();
  for (const auto& part : entry.parts) sum = sum ? add(*sum, part) : std::nullopt;
  if (!sum || *sum == *entry.total) return;
  findings.push_back({"figures.sum",
                      {},
                      pointer,
                      {{"subject", entry.subject}, {"sum", text(*sum)}, {"total", text(*entry.total)}},
                      {}});
}

void check_records(const std::vector<population_record>& records, const std::string& at,
                   std::vector<finding>& findings) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const population_record& record = records[i];
    if (!record.total || !record.under_15 || !record.aged_15_to_64 || !record.over_65) continue;
    stated_sum sum;
    sum.subject = record.source + (record.year ? " " + std::to_string(*record.year) : std::string());
    sum.parts = {*record.under_15, *record.aged_15_to_64, *record.over_65};
    sum.total = record.total;
    // Census totals hold people of unknown age (年齢不詳): the groups may fall short of the total, never exceed it.
    const auto two = add(sum.parts[0], sum.parts[1]);
    const auto all = two ? add(*two, sum.parts[2]) : std::nullopt;
    if (!all || *all < *record.total) continue;
    check_sum(sum, at + "/" + std::to_string(i), findings);
  }
}

}  // namespace

std::vector<finding> check_figures(const std::vector<stated_change>& changes, const std::vector<stated_sum>& sums) {
  std::vector<finding> findings;
  for (const auto& entry : changes) check_change(entry, findings);
  for (const auto& entry : sums) check_sum(entry, {}, findings);
  return findings;
}

std::vector<finding> check_population_figures(const strategy& plan) {
  std::vector<finding> findings;
  if (!plan.population_vision) return findings;
  check_records(plan.population_vision->records, "/population_vision/records", findings);
  check_records(plan.population_vision->projections, "/population_vision/projections", findings);
  return findings;
}

}  // namespace v1
}  // namespace senryaku
