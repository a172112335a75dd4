/// The reader of days, years and periods. Input: the text.
#include <senryaku/rules.hpp>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace senryaku;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const rules& built_in = built_in_rules();
  const auto read = read_period(text, built_in.eras);
  for (const auto& found : read.findings) {
    if (built_in.messages.find(found.code) == nullptr) std::abort();
  }
  if (!read) {
    if (read.findings.empty()) std::abort();  // a refusal says why
    return 0;
  }
  if (read->first.has_value() != read->last.has_value()) std::abort();
  if (!read->first) return 0;
  if (*read->last < *read->first) std::abort();
  for (const day_form form :
       {day_form::era, day_form::era_short, day_form::western, day_form::slashes, day_form::iso}) {
    const auto written = write_day(*read->first, form, built_in.eras);
    if (!written) continue;  // no era
    const auto again = read_day(*written, built_in.eras);
    if (!again || *again != *read->first) std::abort();
  }
  return 0;
}
