/// Figures and periods as Japanese papers print them, as JSON in and out: what the bindings read forms and tables with.
#pragma once

#include <senryaku/japanese_number.hpp>
#include <senryaku/rules.hpp>

namespace senryaku {
inline namespace v1 {

/// Reads printed texts by `read_number` and `read_period`. Request: `{"items": [{"number", "unit", "period"}]}`; `unit`
/// is the unit that the figure is wanted in. Result: `{"format": "senryaku.printed/1", "answers": [{"number",
/// "value_in_unit", "unit_agrees", "period", "findings"}]}` in the order of the items: the members of `printed_number`
/// and `printed_period`, absent where nothing was read; `unit_agrees` where both units are stated. Findings are those
/// of the readers.
outcome<std::string> printed_json(const rules& data, std::string_view request);

}  // namespace v1
}  // namespace senryaku
