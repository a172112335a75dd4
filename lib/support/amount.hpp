/// What a programme pays.
#pragma once

#include <senryaku/support.hpp>

namespace senryaku::support {

/// Whether a fiscal year lies between two, of which either may be open.
inline bool in_years(std::optional<int> from, std::optional<int> to, int year) {
  return (!from || year >= *from) && (!to || year <= *to);
}

/// The fact that says which type a rate or cap is for.
template <class T>
std::string type_fact_of(const T& entry) {
  return entry.type_fact.empty() ? "project.type" : entry.type_fact;
}

/// Rate, caps and local share for the cost that `facts` state; nothing when the programme pays by no rate or amount.
std::optional<support_amount> amount_of(const support_programme& programme, int fiscal_year, const fact_map& facts);

/// An amount question that states the cost alone asks for the rate's share of it: adds that as "grant.national_yen".
void add_requested_grant(const support_programme& programme, int fiscal_year, fact_map& facts);

/// Keys of the facts that the two functions above read; some may be listed twice.
std::vector<std::string> amount_facts(const support_programme& programme);

}  // namespace senryaku::support
