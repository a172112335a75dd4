#include <senryaku/support_json.hpp>

#include <algorithm>
#include <array>
#include <cstring>

#include "json/describe_catalogue.hpp"
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

namespace {

constexpr std::size_t block = 32;

/// A piece of an explanation, padded to whole blocks: copies of a fixed size need no call.
class piece {
 public:
  piece() = default;
  explicit piece(std::string text) : text_(std::move(text)), length_(text_.size()) {
    text_.resize((length_ + block - 1) / block * block);
  }
  char* copy_to(char* at) const {
    for (std::size_t i = 0; i < text_.size(); i += block) std::memcpy(at + i, text_.data() + i, block);
    return at + length_;
  }
  std::size_t length() const { return length_; }

 private:
  std::string text_;
  std::size_t length_ = 0;
};

}  // namespace

void append_explanations(const std::vector<std::string>& tests, const std::uint8_t* verdicts,
                         const std::uint8_t* results, std::int64_t rows, std::string_view separator, std::string& out) {
  std::array<piece, every_verdict.size()> heads;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    heads[i] = piece("{\"verdict\":\"" + std::string(name_of(every_verdict[i])) + "\",\"tests\":{");
    longest = std::max(longest, heads[i].length());
  }
  // By test and truth, with what parts it from the test before.
  std::vector<std::array<piece, 3>> parts(tests.size());
  for (std::size_t t = 0; t < tests.size(); ++t) {
    std::string name = t == 0 ? "" : ",";
    json::append_quoted(name, tests[t]);
    parts[t] = {piece(name + ":false"), piece(name + ":null"), piece(name + ":true")};
    longest += parts[t][0].length();
  }
  const piece tail("}}" + std::string(separator));
  longest += tail.length();
  const std::size_t needed = out.size() + static_cast<std::size_t>(rows) * longest;
  if (out.capacity() < needed) out.reserve(std::max(needed, 2 * out.capacity()));
  std::vector<char> row_text(longest + 2 * block);
  for (std::int64_t row = 0; row < rows; ++row) {
    char* at = heads[verdicts[row]].copy_to(row_text.data());
    for (std::size_t t = 0; t < tests.size(); ++t) {
      at = parts[t][results[static_cast<std::int64_t>(t) * rows + row]].copy_to(at);
    }
    at = tail.copy_to(at);
    out.append(row_text.data(), at);
  }
  if (rows > 0) out.resize(out.size() - separator.size());
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
