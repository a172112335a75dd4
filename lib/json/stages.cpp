#include <senryaku/check_json.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"

namespace senryaku {
inline namespace v1 {

struct stage_item {
  std::string id;
  std::string name;
  std::string unit;
  std::string context;
  std::optional<indicator_stage> declared;
};
struct stage_request {
  std::vector<stage_item> items;
  std::optional<std::int64_t> sure_from;
};
struct stage_answer {
  std::string id;
  stage_verdict verdict;
};
struct stage_answers {
  std::string format = "senryaku.stages/1";
  std::vector<stage_answer> answers;
};

}  // namespace v1

namespace json {
template <>
struct describe<stage_item> {
  static constexpr member_info members[] = {
      member<&stage_item::id>("id"),
      member<&stage_item::name>("name", presence::required),
      member<&stage_item::unit>("unit"),
      member<&stage_item::context>("context"),
      member<&stage_item::declared>("declared"),
  };
};
template <>
struct describe<stage_request> {
  static constexpr member_info members[] = {
      member<&stage_request::items>("items", presence::required),
      member<&stage_request::sure_from>("sure_from"),
  };
};
template <>
struct describe<stage_answer> {
  static constexpr member_info members[] = {
      member<&stage_answer::id>("id"),
      member<&stage_answer::verdict>("verdict", presence::required),
  };
};
template <>
struct describe<stage_answers> {
  static constexpr member_info members[] = {
      member<&stage_answers::format>("format", presence::required),
      member<&stage_answers::answers>("answers", presence::required),
  };
};
}  // namespace json

inline namespace v1 {

outcome<std::string> stages_json(const rules& data, std::string_view request) {
  return json::answer<stage_request>(request, [&](const stage_request& given) {
    stage_answers answers;
    for (const auto& item : given.items) {
      answers.answers.push_back(
          {item.id, data.stages.classify(item.name, item.unit, item.context, item.declared, given.sure_from)});
    }
    return answers;
  });
}

}  // namespace v1

namespace json {
format_list stage_formats() {
  return {
      {"stages-request", direction::read, info_of<stage_request>},
      {"stages", direction::written, info_of<stage_answers>},
  };
}
}  // namespace json
}  // namespace senryaku
