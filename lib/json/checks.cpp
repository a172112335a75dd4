#include <senryaku/check_json.hpp>

#include "json/describe_review.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"

namespace senryaku {
inline namespace v1 {

struct check_item {
  senryaku::kpi kpi;
  std::optional<plan_period> period;
  std::string context;
};
struct check_request {
  std::vector<check_item> items;
};
struct check_answer {
  kpi_check check;
  std::vector<reported_finding> findings;
};
struct check_answers {
  std::string format = "senryaku.checks/1";
  std::vector<check_answer> answers;
};

}  // namespace v1

namespace json {
template <>
struct describe<check_item> {
  static constexpr member_info members[] = {
      member<&check_item::kpi>("kpi", presence::required),
      member<&check_item::period>("period"),
      member<&check_item::context>("context"),
  };
};
template <>
struct describe<check_request> {
  static constexpr member_info members[] = {member<&check_request::items>("items", presence::required)};
};
template <>
struct describe<check_answer> {
  static constexpr member_info members[] = {
      member<&check_answer::check>("check", presence::required),
      member<&check_answer::findings>("findings"),
  };
};
template <>
struct describe<check_answers> {
  static constexpr member_info members[] = {
      member<&check_answers::format>("format", presence::required),
      member<&check_answers::answers>("answers", presence::required),
  };
};
}  // namespace json

inline namespace v1 {

outcome<std::string> indicator_checks_json(const rules& data, std::string_view request) {
  return json::answer<check_request>(request, [&](const check_request& given) {
    check_answers answers;
    for (const auto& item : given.items) {
      strategy plan;
      if (item.period) plan.period = *item.period;
      check_answer answer;
      answer.check = check_kpi(item.kpi, plan, data.stages, data.checks, item.context, "");
      for (const auto& entry : answer.check.findings) answer.findings.push_back(report(entry, data.messages));
      answers.answers.push_back(std::move(answer));
    }
    return answers;
  });
}

}  // namespace v1

namespace json {
format_list check_formats() {
  return {
      {"checks-request", direction::read, info_of<check_request>},
      {"checks", direction::written, info_of<check_answers>},
  };
}
}  // namespace json
}  // namespace senryaku
