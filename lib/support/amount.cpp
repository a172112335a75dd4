#include "support/amount.hpp"

#include <algorithm>

namespace senryaku::support {
namespace {

constexpr const char* kind_key = "project.kind";
constexpr const char* body_key = "applicant.body";
constexpr const char* yearly_cost_key = "project.cost_yen_per_year";
constexpr const char* cost_key = "project.cost_yen";
constexpr const char* donation_key = "donation.amount_yen";
constexpr const char* grant_key = "grant.national_yen";

const fact_value* known(const fact_map& facts, const std::string& key) {
  const auto found = facts.find(key);
  return found == facts.end() || found->second.held == fact_value::kind::unknown ? nullptr : &found->second;
}

std::optional<std::int64_t> yen(const fact_map& facts, const std::string& key) {
  const fact_value* value = known(facts, key);
  if (value == nullptr || value->held != fact_value::kind::number) return std::nullopt;
  const auto whole = ratio(value->number).round(0, rounding_mode::truncate);
  return whole ? std::optional(whole->digits()) : std::nullopt;
}

/// Whether `values` (empty: all) hold for the text fact `key`.
truth among(const fact_map& facts, const std::string& key, const std::vector<std::string>& values) {
  if (values.empty()) return truth::yes;
  const fact_value* value = known(facts, key);
  if (value == nullptr) return truth::unknown;
  if (value->held == fact_value::kind::list && value->list.size() == 1) {
    return std::find(values.begin(), values.end(), value->list.front()) != values.end() ? truth::yes : truth::no;
  }
  if (value->held != fact_value::kind::text) return truth::unknown;
  return std::find(values.begin(), values.end(), value->text) != values.end() ? truth::yes : truth::no;
}

/// The rate in force; null where it depends on a type that is not known. Where a programme pays on several bases, the
/// first one counts.
const support_rate* rate_of(const support_programme& programme, int fiscal_year, const fact_map& facts) {
  const support_rate* only = nullptr;
  const std::string* base = nullptr;
  for (const auto& rate : programme.rates) {
    if (!in_years(rate.from_fy, rate.to_fy, fiscal_year)) continue;
    if (base != nullptr && rate.base != *base) continue;
    base = &rate.base;
    const truth applies = std::min(among(facts, type_fact_of(rate), rate.types), among(facts, kind_key, rate.kinds));
    if (applies == truth::yes) return &rate;
    if (applies == truth::no) continue;
    if (only != nullptr) return nullptr;
    only = rate.types.empty() && rate.kinds.empty() ? &rate : only;
  }
  return only;
}

std::optional<std::int64_t> share_of(std::int64_t cost, const support_rate& rate) {
  if (!rate.numerator || !rate.denominator || *rate.denominator <= 0) return std::nullopt;
  const auto share = ratio::make(int128{cost} * *rate.numerator, *rate.denominator);
  const auto whole = share ? share->round(0, rounding_mode::truncate) : std::nullopt;
  return whole ? std::optional(whole->digits()) : std::nullopt;
}

std::optional<std::int64_t> cost_of(const fact_map& facts) {
  const auto per_year = yen(facts, yearly_cost_key);
  return per_year ? per_year : yen(facts, cost_key);
}

/// Applies one cap to the amount; keeps the binding one.
void apply_cap(const support_cap& cap, const fact_map& facts, const support_rate* rate, support_amount& amount) {
  cap_in_force entry;
  entry.cap = cap.id;
  entry.basis = cap.basis;
  entry.per = cap.per;
  entry.amount_yen = cap.amount_yen;
  entry.floor = cap.floor.value_or(false);
  entry.ja = cap.ja;
  entry.en = cap.en;
  entry.applies = std::min({among(facts, type_fact_of(cap), cap.types), among(facts, kind_key, cap.kinds),
                            among(facts, body_key, cap.bodies)});
  if (entry.applies == truth::no) return;
  if (entry.applies == truth::yes && entry.amount_yen && !entry.floor && amount.payable_yen) {
    std::optional<std::int64_t> most = *entry.amount_yen;
    if (cap.basis == "project-cost" && rate != nullptr) most = share_of(*most, *rate);
    if (most && *most < *amount.payable_yen) {
      for (auto& other : amount.caps) other.binds = false;
      entry.binds = true;
      amount.payable_yen = *most;
      amount.binding_cap = cap.id;
    }
  }
  amount.caps.push_back(std::move(entry));
}

}  // namespace

std::optional<support_amount> amount_of(const support_programme& programme, int fiscal_year, const fact_map& facts) {
  if (programme.rates.empty() && programme.caps.empty()) return std::nullopt;
  support_amount amount;
  const support_rate* rate = rate_of(programme, fiscal_year, facts);
  if (rate != nullptr) {
    amount.rate = rate->id;
    amount.base = rate->base;
    amount.numerator = rate->numerator;
    amount.denominator = rate->denominator;
    amount.payable_yen = rate->fixed_yen;
    if (rate->base == "project-cost" || rate->base == "bond-allotment") {
      amount.cost_yen = cost_of(facts);
      if (amount.cost_yen) amount.payable_yen = share_of(*amount.cost_yen, *rate);
    } else if (rate->base == "tax-credit") {
      amount.cost_yen = yen(facts, donation_key);
      if (amount.cost_yen) amount.payable_yen = share_of(*amount.cost_yen, *rate);
    }
  }
  for (const auto& cap : programme.caps) {
    if (in_years(cap.from_fy, cap.to_fy, fiscal_year)) apply_cap(cap, facts, rate, amount);
  }
  if (amount.cost_yen && amount.payable_yen && amount.base != "tax-credit") {
    amount.local_yen = *amount.cost_yen - *amount.payable_yen;
  }
  return amount;
}

void add_requested_grant(const support_programme& programme, int fiscal_year, fact_map& facts) {
  if (facts.count(grant_key) != 0) return;
  const auto cost = yen(facts, cost_key);
  const support_rate* rate = rate_of(programme, fiscal_year, facts);
  if (!cost || rate == nullptr || rate->base != "project-cost") return;
  const auto share = share_of(*cost, *rate);
  if (!share) return;
  fact_value& grant = facts[grant_key];
  grant.held = fact_value::kind::number;
  grant.number = decimal(*share);
}

std::vector<std::string> amount_facts(const support_programme& programme) {
  std::vector<std::string> keys;
  if (programme.rates.empty() && programme.caps.empty()) return keys;
  keys = {kind_key, body_key, yearly_cost_key, cost_key, donation_key, grant_key};
  for (const auto& rate : programme.rates) keys.push_back(type_fact_of(rate));
  for (const auto& cap : programme.caps) keys.push_back(type_fact_of(cap));
  return keys;
}

}  // namespace senryaku::support
