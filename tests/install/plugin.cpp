#include <senryaku/senryaku.hpp>

extern "C" __attribute__((visibility("default"))) int plugin_code_is_valid(const char* code) {
  return senryaku::is_municipality_code(code) && !senryaku::built_in_rules().frameworks.empty() ? 1 : 0;
}
