#include <senryaku/printed_json.hpp>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/requests.hpp"

namespace senryaku {
inline namespace v1 {

struct printed_item {
  std::optional<std::string> number;
  std::string unit;
  std::optional<std::string> period;
};
struct printed_request {
  std::vector<printed_item> items;
};
struct printed_answer {
  std::optional<printed_number> number;
  std::optional<decimal> value_in_unit;
  std::optional<bool> unit_agrees;
  std::optional<printed_period> period;
  std::vector<reported_finding> findings;
};
struct printed_answers {
  std::string format = "senryaku.printed/1";
  std::vector<printed_answer> answers;
};

}  // namespace v1

namespace json {
SENRYAKU_ENUM(figure_change, {rise, "rise"}, {fall, "fall"}, {hold, "hold"});
SENRYAKU_ENUM(period_unit, {day, "day"}, {month, "month"}, {calendar_year, "calendar-year"},
              {fiscal_year, "fiscal-year"}, {school_year, "school-year"});
SENRYAKU_ENUM(period_use, {plain, "plain"}, {total, "total"}, {average, "average"});
SENRYAKU_ENUM(relative_period, {present, "present"}, {years_later, "years-later"}, {final_year, "final-year"},
              {every_year, "every-year"}, {length, "length"});

template <>
struct describe<printed_number> {
  static constexpr member_info members[] = {
      member<&printed_number::value>("value"),     member<&printed_number::no_value>("no_value", presence::required),
      member<&printed_number::unknown>("unknown"), member<&printed_number::unit>("unit"),
      member<&printed_number::figure>("figure"),   member<&printed_number::figure_unit>("figure_unit"),
      member<&printed_number::bound>("bound"),     member<&printed_number::change>("change"),
      member<&printed_number::before>("before"),   member<&printed_number::after>("after"),
      member<&printed_number::note>("note"),
  };
};
template <>
struct describe<printed_period> {
  static constexpr member_info members[] = {
      member<&printed_period::unit>("unit"),
      member<&printed_period::unit_stated>("unit_stated", presence::required),
      member<&printed_period::is_range>("is_range", presence::required),
      member<&printed_period::from_year>("from_year"),
      member<&printed_period::year>("year"),
      member<&printed_period::first>("first"),
      member<&printed_period::last>("last"),
      member<&printed_period::use>("use", presence::required),
      member<&printed_period::years>("years"),
      member<&printed_period::relative>("relative"),
      member<&printed_period::until>("until", presence::required),
      member<&printed_period::onwards>("onwards", presence::required),
      member<&printed_period::rest>("rest"),
  };
};
template <>
struct describe<printed_item> {
  static constexpr member_info members[] = {
      member<&printed_item::number>("number"),
      member<&printed_item::unit>("unit"),
      member<&printed_item::period>("period"),
  };
};
template <>
struct describe<printed_request> {
  static constexpr member_info members[] = {member<&printed_request::items>("items", presence::required)};
};
template <>
struct describe<printed_answer> {
  static constexpr member_info members[] = {
      member<&printed_answer::number>("number"),           member<&printed_answer::value_in_unit>("value_in_unit"),
      member<&printed_answer::unit_agrees>("unit_agrees"), member<&printed_answer::period>("period"),
      member<&printed_answer::findings>("findings"),
  };
};
template <>
struct describe<printed_answers> {
  static constexpr member_info members[] = {
      member<&printed_answers::format>("format", presence::required),
      member<&printed_answers::answers>("answers", presence::required),
  };
};
}  // namespace json

inline namespace v1 {
namespace {

template <class T>
std::optional<T> keep(outcome<T>&& read, printed_answer& answer, const rules& data) {
  for (const auto& entry : read.findings) answer.findings.push_back(report(entry, data.messages));
  return std::move(read.value);
}

printed_answer read_item(const printed_item& item, const rules& data) {
  printed_answer answer;
  if (item.number) answer.number = keep(read_number(*item.number), answer, data);
  if (answer.number) {
    answer.value_in_unit = value_in_unit(*answer.number, item.unit);
    if (!item.unit.empty() && !answer.number->unit.empty())
      answer.unit_agrees = answer.number->unit == split_unit(item.unit).unit;
  }
  if (item.period) answer.period = keep(read_period(*item.period, data.eras), answer, data);
  return answer;
}

}  // namespace

outcome<std::string> printed_json(const rules& data, std::string_view request) {
  return json::answer<printed_request>(request, [&](const printed_request& given) {
    printed_answers answers;
    for (const auto& item : given.items) answers.answers.push_back(read_item(item, data));
    return answers;
  });
}

}  // namespace v1

namespace json {
format_list printed_formats() {
  return {
      {"printed-request", direction::read, info_of<printed_request>},
      {"printed", direction::written, info_of<printed_answers>},
  };
}
}  // namespace json
}  // namespace senryaku
