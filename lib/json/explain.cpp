#include <senryaku/rules.hpp>

#include <algorithm>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"

namespace senryaku {
inline namespace v1 {
/// Rule data that bindings show beside the messages.
enum class shown_rules { frameworks, idea_form, eras };
struct explain_request {
  std::vector<std::string> codes;
  std::optional<std::vector<std::string>> schemes;
  std::vector<shown_rules> rules;
};
struct explained_messages {
  std::string format;
  std::vector<message> messages;
  std::vector<rating_scheme> schemes;
  std::vector<framework> frameworks;
  std::vector<idea_field> idea_form;
  std::vector<era> eras;
};
}  // namespace v1

namespace json {
SENRYAKU_ENUM(shown_rules, {frameworks, "frameworks"}, {idea_form, "idea-form"}, {eras, "eras"});
template <>
struct describe<explain_request> {
  static constexpr member_info members[] = {
      member<&explain_request::codes>("codes"),
      member<&explain_request::schemes>("schemes"),
      member<&explain_request::rules>("rules"),
  };
};
template <>
struct describe<explained_messages> {
  static constexpr member_info members[] = {
      member<&explained_messages::format>("format", presence::required),
      member<&explained_messages::messages>("messages", presence::required),
      member<&explained_messages::schemes>("schemes"),
      member<&explained_messages::frameworks>("frameworks"),
      member<&explained_messages::idea_form>("idea_form"),
      member<&explained_messages::eras>("eras"),
  };
};
}  // namespace json

inline namespace v1 {
namespace {

bool begins_with(std::string_view code, std::string_view first_part) {
  return code.substr(0, first_part.size()) == first_part;
}

/// One code, or all that begin with "kpi."; false when there is none.
bool add_matching(const rules& data, const std::string& wanted, std::vector<message>& out) {
  const bool part = !wanted.empty() && wanted.back() == '.';
  bool found = false;
  for (const auto& entry : data.messages.messages()) {
    if (part ? !begins_with(entry.code, wanted) : entry.code != wanted) continue;
    out.push_back(entry);
    found = true;
  }
  return found;
}

outcome<explained_messages> explain(const rules& data, const explain_request& request) {
  outcome<explained_messages> answer;
  explained_messages shown;
  shown.format = "senryaku.messages/1";
  if (request.schemes) {
    for (const auto& scheme : data.schemes) {
      const auto& wanted = *request.schemes;
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(), scheme.id) != wanted.end())
        shown.schemes.push_back(scheme);
    }
  }
  for (const auto wanted : request.rules) {
    if (wanted == shown_rules::frameworks) shown.frameworks = data.frameworks;
    if (wanted == shown_rules::idea_form) shown.idea_form = data.idea_form;
    if (wanted == shown_rules::eras) shown.eras = data.eras;
  }
  if (request.codes.empty() && request.rules.empty() && !request.schemes) shown.messages = data.messages.messages();
  for (std::size_t i = 0; i < request.codes.size(); ++i) {
    if (add_matching(data, request.codes[i], shown.messages)) continue;
    answer.findings.push_back(
        {"explain.code.unknown", {}, "/codes/" + std::to_string(i), {{"found", request.codes[i]}}, std::nullopt});
  }
  if (answer.findings.empty()) answer.value = std::move(shown);
  return answer;
}

}  // namespace

outcome<std::string> explain_json(const rules& data, std::string_view request) {
  return json::answer<explain_request>(request, [&](const explain_request& given) { return explain(data, given); });
}

}  // namespace v1

namespace json {
format_list message_formats() {
  return {
      {"messages-request", direction::read, info_of<explain_request>},
      {"messages", direction::written, info_of<explained_messages>},
  };
}
}  // namespace json
}  // namespace senryaku
