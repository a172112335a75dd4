// Columns in and out: batch functions over the caller's memory, and the tables of results.
#include <senryaku/evaluate_json.hpp>

#include "guard.hpp"

using namespace senryaku;
using namespace senryaku::capi;

namespace {

/// A column of texts whose offsets were looked at.
text_column checked_column(const char* bytes, const std::int64_t* offsets, std::int64_t rows, const char* argument) {
  if (offsets == nullptr) return {};
  for (std::int64_t i = 0; i < rows; ++i) {
    if (offsets[i] < 0 || offsets[i + 1] < offsets[i]) fail_argument("capi.argument.length", argument);
  }
  if (bytes == nullptr && offsets[rows] > 0) fail_argument("capi.argument.null", argument);
  return {bytes == nullptr ? "" : bytes, offsets};
}

const result_table* find_table(const senryaku_result* result, const char* name) {
  if (!is_handle(result) || name == nullptr) return nullptr;
  for (const auto& table : result->tables) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

/// The column when it is of `kind`; its mask goes to `known`.
const table_column* find_column(const senryaku_result* result, const char* table, const char* column, column_kind kind,
                                const uint8_t** known) {
  if (known != nullptr) *known = nullptr;
  const result_table* owner = find_table(result, table);
  const table_column* found = owner == nullptr || column == nullptr ? nullptr : owner->find(column);
  if (found == nullptr || found->kind != kind) return nullptr;
  if (known != nullptr) *known = found->known.data();
  return found;
}

}  // namespace

senryaku_status senryaku_rate_columns(const senryaku_rules* rules, const char* options, int64_t options_length,
                                      int64_t rows, const int64_t* actual, const uint8_t* actual_known,
                                      const int64_t* target, const uint8_t* target_known, const int64_t* baseline,
                                      const uint8_t* baseline_known, const int64_t* previous,
                                      const uint8_t* previous_known, const int64_t* aim, int64_t* numerator,
                                      int64_t* denominator, int64_t* rate, int32_t* rating, uint8_t* state,
                                      senryaku_error** error) {
  return guard(error, [&] {
    check_extents({rows}, "rows");
    rating_columns columns;
    columns.actual = {actual, actual_known, 0};
    columns.target = {target, target_known, 0};
    columns.baseline = {baseline, baseline_known, 0};
    columns.previous = {previous, previous_known, 0};
    columns.aim = {aim, nullptr, 0};
    auto problems = rate_columns(rules_or_built_in(rules), options_text(options, options_length), columns, rows,
                                 {numerator, denominator, rate, rating, state});
    if (!problems.empty()) throw failure{SENRYAKU_E_OPTIONS, std::move(problems)};
  });
}

senryaku_status senryaku_classify_names(const senryaku_rules* rules, int64_t count, const char* names,
                                        const int64_t* name_offsets, const char* units, const int64_t* unit_offsets,
                                        const char* contexts, const int64_t* context_offsets, int32_t sure_from,
                                        uint8_t* labels, int32_t* confidences, uint8_t* unsure,
                                        senryaku_error** error) {
  return guard(error, [&] {
    check_extents({count}, "count");
    if (count > 0 && name_offsets == nullptr) fail_argument("capi.argument.null", "name_offsets");
    if (count > 0 && labels == nullptr) fail_argument("capi.argument.null", "labels");
    const stage_columns columns{checked_column(names, name_offsets, count, "name_offsets"),
                                checked_column(units, unit_offsets, count, "unit_offsets"),
                                checked_column(contexts, context_offsets, count, "context_offsets"), count};
    const auto threshold = sure_from < 0 ? std::nullopt : std::optional<std::int64_t>(sure_from);
    rules_or_built_in(rules).stages.classify_batch(columns, {labels, confidences, unsure, nullptr}, threshold);
  });
}

senryaku_status senryaku_decimal_column(int64_t rows, const double* values, int32_t scale, int64_t* out, uint8_t* known,
                                        uint8_t* refused, int64_t* refused_count, senryaku_error** error) {
  if (refused_count != nullptr) *refused_count = 0;
  return guard(error, [&] {
    check_extents({rows}, "rows");
    if (rows > 0 && values == nullptr) fail_argument("capi.argument.null", "values");
    if (rows > 0 && out == nullptr) fail_argument("capi.argument.null", "out");
    if (rows > 0 && known == nullptr) fail_argument("capi.argument.null", "known");
    if (scale < 0 || scale > decimal::max_scale) fail_argument("capi.argument.length", "scale");
    const std::int64_t count = to_decimal_column(values, rows, scale, out, known, refused);
    if (refused_count != nullptr) *refused_count = count;
  });
}

const char* senryaku_result_table(const senryaku_result* result, int64_t index) {
  if (!is_handle(result) || index < 0 || index >= static_cast<int64_t>(result->tables.size())) return nullptr;
  return result->tables[static_cast<std::size_t>(index)].name.c_str();
}

const char* senryaku_result_column(const senryaku_result* result, const char* table, int64_t index, int32_t* kind,
                                   int64_t* rows) {
  if (kind != nullptr) *kind = 0;
  if (rows != nullptr) *rows = 0;
  const result_table* found = find_table(result, table);
  if (found == nullptr || index < 0 || index >= static_cast<int64_t>(found->columns.size())) return nullptr;
  const table_column& column = found->columns[static_cast<std::size_t>(index)];
  if (kind != nullptr) *kind = static_cast<int32_t>(column.kind);
  if (rows != nullptr) *rows = found->rows;
  return column.name.c_str();
}

const int64_t* senryaku_result_integers(const senryaku_result* result, const char* table, const char* column,
                                        int32_t* scale, const uint8_t** known) {
  if (scale != nullptr) *scale = 0;
  const table_column* found = find_column(result, table, column, column_kind::integer, known);
  if (found == nullptr) return nullptr;
  if (scale != nullptr) *scale = found->scale;
  return found->integers.data();
}

const double* senryaku_result_doubles(const senryaku_result* result, const char* table, const char* column,
                                      const uint8_t** known) {
  const table_column* found = find_column(result, table, column, column_kind::real, known);
  return found == nullptr ? nullptr : found->reals.data();
}

const char* senryaku_result_texts(const senryaku_result* result, const char* table, const char* column,
                                  const int64_t** offsets, const uint8_t** known) {
  if (offsets != nullptr) *offsets = nullptr;
  const table_column* found = find_column(result, table, column, column_kind::text, known);
  if (found == nullptr) return nullptr;
  if (offsets != nullptr) *offsets = found->offsets.data();
  return found->text.c_str();
}
