/// What a programme pays.
#pragma once

#include <senryaku/support.hpp>

namespace senryaku::support {

/// Rate, caps and local share for the cost that `facts` state; nothing when the programme pays by no rate or amount.
std::optional<support_amount> amount_of(const support_programme& programme, int fiscal_year, const fact_map& facts);

/// An amount question that states the cost alone asks for the rate's share of it: adds that as "grant.national_yen".
void add_requested_grant(const support_programme& programme, int fiscal_year, fact_map& facts);

/// Keys of the facts that the two functions above read; some may be listed twice.
std::vector<std::string> amount_facts(const support_programme& programme);

}  // namespace senryaku::support
