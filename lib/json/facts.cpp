#include "json/describe_model.hpp"

namespace senryaku::json {

bool scalar_type<fact_value>::text(void* value, std::string_view given, scalar_problem&) {
  auto& fact = *static_cast<fact_value*>(value);
  fact.held = fact_value::kind::text;
  fact.text.assign(given);
  return true;
}

bool scalar_type<fact_value>::number(void* value, std::string_view given, scalar_problem& problem) {
  auto& fact = *static_cast<fact_value*>(value);
  fact.held = fact_value::kind::number;
  return detail::assign_decimal(&fact.number, given, problem);
}

bool scalar_type<fact_value>::boolean(void* value, bool given) {
  auto& fact = *static_cast<fact_value*>(value);
  fact.held = fact_value::kind::boolean;
  fact.boolean = given;
  return true;
}

std::vector<std::string>* scalar_type<fact_value>::list(void* value) {
  auto& fact = *static_cast<fact_value*>(value);
  fact.held = fact_value::kind::list;
  return &fact.list;
}

void scalar_type<fact_value>::write(const void* value, std::string& out) {
  const auto& fact = *static_cast<const fact_value*>(value);
  switch (fact.held) {
    case fact_value::kind::unknown:
      out += "null";
      break;
    case fact_value::kind::boolean:
      out += fact.boolean ? "true" : "false";
      break;
    case fact_value::kind::number:
      out += fact.number.to_string();
      break;
    case fact_value::kind::text:
      append_quoted(out, fact.text);
      break;
    case fact_value::kind::list: {
      out += '[';
      for (std::size_t i = 0; i < fact.list.size(); ++i) {
        if (i != 0) out += ", ";
        append_quoted(out, fact.list[i]);
      }
      out += ']';
    }
  }
}

}  // namespace senryaku::json
