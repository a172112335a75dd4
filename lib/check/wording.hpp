/// What a name says about being one measurable thing. Texts are NFKC.
#pragma once

#include <senryaku/check.hpp>

namespace senryaku {
inline namespace v1 {

/// The comparison key of a name without spaces beside Japanese letters, without the bullet before it and without the
/// mark of a note (※1) or a year in brackets behind it.
std::string plain_name(std::string_view text);
/// The comparison key of a unit without brackets around it, a remark or a bound (%以上); empty for a dash.
std::string plain_unit(std::string_view text);
/// The comparison key of how something is measured; empty for a dash.
std::string plain_method(std::string_view text);

/// The first of `terms` that `text` ends with, remarks at its end left aside; or nullptr.
const std::string* ends_with_any(std::string_view text, const std::vector<std::string>& terms);
const std::string* contains_any(std::string_view text, const std::vector<std::string>& terms);
/// The remarks at the end of `text`, in brackets or of a sum (累計); empty without them.
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
