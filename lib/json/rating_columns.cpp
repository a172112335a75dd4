#include <senryaku/evaluate_json.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/reader.hpp"

namespace senryaku {
inline namespace v1 {

struct column_options {
  std::string scheme;
  int actual_scale = 0;
  int target_scale = 0;
  int baseline_scale = 0;
  int previous_scale = 0;
  std::optional<indicator_aim> aim;
};

}  // namespace v1

namespace json {
template <>
struct describe<column_options> {
  static constexpr member_info members[] = {
      member<&column_options::scheme>("scheme"),
      member<&column_options::actual_scale>("actual_scale"),
      member<&column_options::target_scale>("target_scale"),
      member<&column_options::baseline_scale>("baseline_scale"),
      member<&column_options::previous_scale>("previous_scale"),
      member<&column_options::aim>("aim"),
  };
};
}  // namespace json

inline namespace v1 {

std::vector<finding> rate_columns(const rules& data, std::string_view options, rating_columns columns,
                                  std::int64_t rows, const rated_columns& out) {
  auto given = json::read<column_options>(options);
  if (!given) return std::move(given.findings);
  const rating_scheme* scheme = find_scheme(data.schemes, given->scheme);
  if (scheme == nullptr) return {{"evaluate.scheme.unknown", {}, "/scheme", {{"found", given->scheme}}, std::nullopt}};
  columns.actual.scale = given->actual_scale;
  columns.target.scale = given->target_scale;
  columns.baseline.scale = given->baseline_scale;
  columns.previous.scale = given->previous_scale;
  columns.same_aim = given->aim;
  if (column_rater(*scheme).rate(columns, rows, out)) return {};
  return {{"evaluate.scale.range", {}, "", {}, std::nullopt}};
}

}  // namespace v1

namespace json {
format_list rating_column_formats() {
  return {
      {"rating-columns-options", direction::read, info_of<column_options>},
  };
}
}  // namespace json
}  // namespace senryaku
