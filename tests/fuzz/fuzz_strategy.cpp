/// The JSON reader, and every step that takes what it read. Input: the bytes of a strategy document.
#include <senryaku/procedure.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/structure.hpp>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace senryaku;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const rules& built_in = built_in_rules();
  const auto first = read_strategy(text);
  for (const auto& found : first.findings) {
    if (built_in.messages.find(found.code) == nullptr) std::abort();
  }
  if (!first) {
    if (first.findings.empty()) std::abort();  // a refusal says why
    return 0;
  }
  const std::string written = write_strategy(first->value);
  const auto second = read_strategy(written);
  if (!second || write_strategy(second->value) != written) std::abort();  // read, write, read is the identity
  check_structure(first->value, built_in.frameworks, built_in.eras);
  follow_schedule(first->value, built_in.schedule_rules, built_in.expected_steps, *civil_day::make(2026, 4, 1));
  follow_ideas(first->value, built_in.idea_form);
  return 0;
}
