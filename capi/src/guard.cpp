#include "guard.hpp"

#include <limits>
#include <memory>

namespace senryaku::capi {

senryaku_status report_failure(senryaku_error** error, failure&& why) noexcept {
  if (error == nullptr) return why.status;
  try {
    auto owned = std::make_unique<senryaku_error>();
    const message_catalogue& texts = built_in_rules().messages;
    for (const finding& problem : why.problems) owned->problems.push_back(report(problem, texts));
    owned->json = findings_json(owned->problems);
    *error = owned.release();
  } catch (...) {
    *error = nullptr;
  }
  return why.status;
}

std::string_view given_text(const char* text, std::int64_t length, const char* argument) {
  if (length < 0 || (text == nullptr && length != 0)) {
    throw failure{SENRYAKU_E_ARGUMENT,
                  {finding{"capi.argument.length", {}, {}, {{"argument", argument}}, std::nullopt}}};
  }
  return text == nullptr ? std::string_view() : std::string_view(text, static_cast<std::size_t>(length));
}

void check_extents(std::initializer_list<std::int64_t> extents, const char* argument) {
  std::int64_t room = std::numeric_limits<std::int64_t>::max() / std::int64_t{sizeof(double)};
  for (const std::int64_t extent : extents) {
    if (extent < 0 || extent > room) fail_argument("capi.argument.length", argument);
    if (extent > 0) room /= extent;
  }
}

std::string_view options_text(const char* options, std::int64_t length) {
  const std::string_view text = given_text(options, length, "options");
  return options == nullptr ? "{}" : text;
}

const rules& rules_or_built_in(const senryaku_rules* handle) {
  return handle == nullptr ? built_in_rules() : checked(handle, "rules").value;
}

}  // namespace senryaku::capi
