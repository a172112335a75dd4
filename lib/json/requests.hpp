/// The common form of a verb's JSON: options in, a described result out.
#pragma once

#include "json/reader.hpp"
#include "json/writer.hpp"

namespace senryaku::json {

/// Reads `options` and writes what `work(options)` returns. Findings of the options are errors of the request.
template <class Options, class Work>
outcome<std::string> answer(std::string_view options, Work&& work) {
  outcome<std::string> result;
  auto given = read<Options>(options);
  result.findings = std::move(given.findings);
  if (given) result.value = write(work(*given), layout::compact);
  return result;
}

}  // namespace senryaku::json
