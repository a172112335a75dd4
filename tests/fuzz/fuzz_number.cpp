/// The reader of figures as printed. Input: the text.
#include <senryaku/japanese_number.hpp>
#include <senryaku/rules.hpp>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace senryaku;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = read_number(text);
  if (!read) {
    if (read.findings.empty() || built_in_rules().messages.find(read.findings[0].code) == nullptr) std::abort();
    return 0;
  }
  split_unit(text);
  if (read->no_value && read->value) std::abort();
  if (!read->value) return 0;
  const auto again = read_number(read->value->to_string());  // plain digits are read as they are
  if (!again || !again->value || *again->value != *read->value) std::abort();
  if (!read->figure) return 0;
  const int exponent = split_unit(read->figure_unit).exponent;
  if (read->figure->sign() != read->value->sign()) std::abort();
  if (exponent != 0 && shift(*read->figure, exponent) != read->value) std::abort();
  return 0;
}
