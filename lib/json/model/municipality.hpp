/// The members of the municipality, in canonical order.
#pragma once

#include <senryaku/model/municipality.hpp>

#include "json/model/document.hpp"

namespace senryaku::json {

SENRYAKU_ENUM(municipality_kind, {prefecture, "prefecture"}, {designated_city, "designated-city"},
              {core_city, "core-city"}, {city, "city"}, {special_ward, "special-ward"}, {town, "town"},
              {village, "village"});

template <>
struct describe<municipality> {
  static constexpr auto extras = &municipality::extras;
  static constexpr member_info members[] = {member<&municipality::code>("code", presence::required),
                                            member<&municipality::name>("name", presence::required),
                                            member<&municipality::kana>("kana"),
                                            member<&municipality::prefecture>("prefecture"),
                                            member<&municipality::county>("county"),
                                            member<&municipality::kind>("kind"),
                                            member<&municipality::office_address>("office_address"),
                                            member<&municipality::formation>("formation"),
                                            member<&municipality::area_km2>("area_km2"),
                                            member<&municipality::designations>("designations"),
                                            member<&municipality::catchphrase>("catchphrase"),
                                            member<&municipality::note>("note")};
};

}  // namespace senryaku::json
