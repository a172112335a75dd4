/// Checks as JSON in and out, as the C interface and the bindings use them.
#pragma once

#include <senryaku/rules.hpp>

namespace senryaku {
inline namespace v1 {

/// Input, output or outcome of single names. Request: `{"items": [{"id", "name", "unit", "context", "declared"}],
/// "sure_from"}` (thousandths). Result: `{"format": "senryaku.stages/1", "answers": [{"id", "verdict": {"label", "stage",
/// "confidence", "unsure", "contradicts_declared", "score", "cues"}}]}`.
outcome<std::string> stages_json(const rules& data, std::string_view request);

}  // namespace v1
}  // namespace senryaku
