// A C++17 consumer of the installed headers and the static library.
#include <senryaku/senryaku.hpp>

int main() {
  const auto wrong = senryaku::read_strategy("{\"name\": 1}");
  const auto& rules = senryaku::built_in_rules();
  for (const auto& problem : wrong.findings) {
    if (rules.messages.render(problem, senryaku::language::ja).empty()) return 1;
  }
  return wrong || wrong.findings.empty() ? 1 : 0;
}
