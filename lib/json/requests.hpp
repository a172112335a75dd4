/// The common form of a verb's JSON: options in, a described result out.
#pragma once

#include "json/reader.hpp"
#include "json/writer.hpp"

namespace senryaku::json {

template <class T>
struct is_outcome : std::false_type {};
template <class T>
struct is_outcome<outcome<T>> : std::true_type {};

/// Reads `options` and writes what `work(options)` returns: a value, or the value of an outcome. Findings that kept it from being
/// answered are errors of the request.
template <class Options, class Work>
outcome<std::string> answer(std::string_view options, Work&& work) {
  outcome<std::string> result;
  auto given = read<Options>(options);
  result.findings = std::move(given.findings);
  if (!given) return result;
  auto answered = work(*given);
  if constexpr (is_outcome<decltype(answered)>::value) {
    for (auto& problem : answered.findings) result.findings.push_back(std::move(problem));
    if (answered) result.value = write(*answered, layout::compact);
  } else {
    result.value = write(answered, layout::compact);
  }
  return result;
}

}  // namespace senryaku::json
