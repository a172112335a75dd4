#include <senryaku/support_json.hpp>

#include <array>

#include "json/describe_support.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"

namespace senryaku {
inline namespace v1 {

/// How a column is to be read; its values stand in the caller's memory.
struct column_form {
  std::string fact;
  std::optional<int> scale;
  std::vector<std::string> names;
};
struct columns_request {
  std::string programme;
  int fiscal_year = 0;
  std::optional<question_kind> kind;
  std::vector<column_form> columns;
  std::optional<bool> explain;
};
struct columns_response {
  std::string format;
  std::string programme;
  int fiscal_year = 0;
  question_kind kind = question_kind::eligibility;
  std::string catalogue_version;
  std::vector<std::string> verdicts;
  std::vector<matched_test> tests;
};

}  // namespace v1

namespace json {

template <>
struct describe<column_form> {
  static constexpr member_info members[] = {
      member<&column_form::fact>("fact", presence::required),
      member<&column_form::scale>("scale"),
      member<&column_form::names>("names"),
  };
};
template <>
struct describe<columns_request> {
  static constexpr member_info members[] = {
      member<&columns_request::programme>("programme", presence::required),
      member<&columns_request::fiscal_year>("fiscal_year", presence::required),
      member<&columns_request::kind>("kind"),
      member<&columns_request::columns>("columns"),
      member<&columns_request::explain>("explain"),
  };
};
template <>
struct describe<matched_test> {
  static constexpr member_info members[] = {
      member<&matched_test::id>("id", presence::required),
      member<&matched_test::decides>("decides"),
      member<&matched_test::limits>("limits"),
      member<&matched_test::confidence>("confidence"),
      member<&matched_test::demand>("demand"),
      member<&matched_test::cite>("cite"),
  };
};
template <>
struct describe<columns_response> {
  static constexpr member_info members[] = {
      member<&columns_response::format>("format", presence::required),
      member<&columns_response::programme>("programme"),
      member<&columns_response::fiscal_year>("fiscal_year"),
      member<&columns_response::kind>("kind"),
      member<&columns_response::catalogue_version>("catalogue_version"),
      member<&columns_response::verdicts>("verdicts"),
      member<&columns_response::tests>("tests"),
  };
};

}  // namespace json

inline namespace v1 {
namespace {

constexpr std::array<support_verdict, 4> every_verdict = {support_verdict::eligible, support_verdict::ineligible,
                                                          support_verdict::conditional, support_verdict::not_in_force};

std::string_view name_of(support_verdict verdict) {
  for (const auto& [value, name] : json::enum_names<support_verdict>::table) {
    if (value == verdict) return name;
  }
  return {};
}

/// The columns of the request over the caller's memory; a column that cannot be read is a finding.
std::vector<fact_column> bind(const programme_catalogue& catalogue, const columns_request& given,
                              const column_memory& memory, std::vector<finding>& findings) {
  std::vector<fact_column> columns;
  for (std::size_t i = 0; i < given.columns.size(); ++i) {
    const column_form& form = given.columns[i];
    const fact_definition* fact = catalogue.fact(form.fact);
    const int scale = form.scale.value_or(0);
    if (fact == nullptr) {
      findings.push_back({"support.fact.unknown", {}, {}, {{"fact", form.fact}}, {}});
    } else if (fact->type == fact_type::list || scale < 0 || scale > decimal::max_scale ||
               (memory.rows > 0 && (memory.values == nullptr || memory.values[i] == nullptr))) {
      findings.push_back({"support.column.form", {}, {}, {{"fact", form.fact}}, {}});
    } else if (memory.rows > 0) {
      columns.push_back(
          {form.fact, memory.values[i], memory.known == nullptr ? nullptr : memory.known[i], scale, form.names});
    }
  }
  return columns;
}

}  // namespace

void append_explanations(const std::vector<std::string>& tests, const std::uint8_t* verdicts,
                         const std::uint8_t* results, std::int64_t rows, std::string_view separator, std::string& out) {
  std::array<std::string, every_verdict.size()> heads;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    heads[i].append("{\"verdict\":\"").append(name_of(every_verdict[i])).append("\",\"tests\":{");
  }
  // By test and truth, with what parts it from the test before.
  std::vector<std::array<std::string, 3>> parts(tests.size());
  std::size_t longest = heads.back().size() + separator.size() + 2;
  for (std::size_t t = 0; t < tests.size(); ++t) {
    std::string name = t == 0 ? "" : ",";
    json::append_quoted(name, tests[t]);
    parts[t] = {name + ":false", name + ":null", name + ":true"};
    longest += name.size() + 6;
  }
  out.reserve(out.size() + static_cast<std::size_t>(rows) * longest);
  for (std::int64_t row = 0; row < rows; ++row) {
    if (row > 0) out.append(separator);
    out.append(heads[verdicts[row]]);
    for (std::size_t t = 0; t < tests.size(); ++t) {
      out.append(parts[t][results[static_cast<std::int64_t>(t) * rows + row]]);
    }
    out.append("}}");
  }
}

outcome<std::string> support_columns_json(const rules& data, std::string_view request, const column_memory& memory) {
  outcome<std::string> result;
  auto read = json::read<columns_request>(request);
  result.findings = std::move(read.findings);
  if (!read) return result;
  const columns_request& given = *read;
  if (data.catalogue.find(given.programme) == nullptr) {
    result.findings.push_back({"support.programme.unknown", {}, {}, {{"programme", given.programme}}, {}});
    return result;
  }
  const auto columns = bind(data.catalogue, given, memory, result.findings);
  columns_response response{"senryaku.support-columns/1",
                            given.programme,
                            given.fiscal_year,
                            given.kind.value_or(question_kind::eligibility),
                            data.catalogue.version,
                            {},
                            {}};
  const support_matcher matcher(data.catalogue, given.programme, given.fiscal_year, response.kind);
  response.tests = matcher.tests();
  const std::int64_t needed = static_cast<std::int64_t>(response.tests.size()) * memory.rows;
  if (memory.results != nullptr && memory.results_length < needed) {
    result.findings.push_back({"support.column.results", {}, {}, {{"length", std::to_string(needed)}}, {}});
  }
  if (!result.findings.empty()) return result;

  const bool explain = given.explain.value_or(false);
  std::vector<std::uint8_t> own;
  std::uint8_t* results = memory.results;
  if (explain && results == nullptr) {
    own.resize(static_cast<std::size_t>(needed));
    results = own.data();
  }
  if (memory.rows > 0) matcher.results(columns, memory.rows, memory.verdicts, results);
  for (const auto verdict : every_verdict) response.verdicts.emplace_back(name_of(verdict));
  std::string text = json::write(response, json::layout::compact);
  if (explain) {
    std::vector<std::string> ids;
    for (const auto& test : response.tests) ids.push_back(test.id);
    text.replace(text.find_last_of('}'), std::string::npos, ",\"explanations\":[");
    append_explanations(ids, memory.verdicts, results, memory.rows, ",", text);
    text += "]}";
  }
  result.value = std::move(text);
  return result;
}

}  // namespace v1

namespace json {
format_list support_column_formats() {
  return {
      {"support-columns-request", direction::read, info_of<columns_request>},
      {"support-columns", direction::written, info_of<columns_response>},
  };
}
}  // namespace json
}  // namespace senryaku
