/// What a name says about being one measurable thing. Texts are NFKC.
#pragma once

#include <senryaku/check.hpp>

namespace senryaku {
inline namespace v1 {

/// The first of `terms` that `text` ends with, brackets at its end left aside; or nullptr.
const std::string* ends_with_any(std::string_view text, const std::vector<std::string>& terms);
const std::string* contains_any(std::string_view text, const std::vector<std::string>& terms);
/// What stands in brackets at the end of `text`; empty without them.
std::string_view remark_of(std::string_view text);
bool is_any(std::string_view text, const std::vector<std::string>& terms);

/// 登録件数・成約件数, 設置数及び修繕個数, 作成・配布数: two quantities under one name.
bool names_two_quantities(std::string_view name, const kpi_check_rules& rules);

/// The sample that a method states ("19人の標本調査"), in persons. Methods are NFKC as well.
std::optional<int> stated_sample(std::string_view method);

/// The highest mark of a scale that a method states (5段階評価, 10点満点).
std::optional<int> stated_scale(std::string_view method);

}  // namespace v1
}  // namespace senryaku
