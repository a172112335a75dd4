#include <senryaku/json.hpp>

#include <algorithm>

#include "json/described.hpp"
#include "json/formats.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr std::string_view strategy_format = "senryaku.strategy/1";

}  // namespace

outcome<strategy_document> read_strategy(std::string_view text, const read_options& options) {
  outcome<strategy_document> result;
  strategy_document document;
  const bool readable =
      json::read(text, json::info_of<strategy>(), &document.value, options, result.findings, &document.positions);
  bool sound = readable;
  const std::string& format = document.value.format;
  if (!format.empty() && format != strategy_format) {
    result.findings.push_back({"format.version.unsupported",
                               {},
                               "/format",
                               {{"expected", std::string(strategy_format)}, {"found", format}},
                               document.positions.find("/format")});
    sound = false;
  }
  if (readable) {  // references of a half-read document would only repeat its errors
    for (auto& problem : check_integrity(document.value)) {
      if (result.findings.size() >= static_cast<std::size_t>(options.max_findings)) break;
      problem.position = document.positions.find(problem.pointer);
      result.findings.push_back(std::move(problem));
      sound = false;
    }
  }
  if (sound) result.value = std::move(document);
  return result;
}

std::string write_strategy(const strategy& value) {
  std::string text;
  text.reserve(std::size_t{1} << 19);  // most strategies fit: the text need not be moved while it grows
  json::write(json::info_of<strategy>(), &value, json::layout::indented, text);
  text += '\n';
  if (text.size() < text.capacity() / 2) text.shrink_to_fit();
  return text;
}

}  // namespace v1

namespace json {
format_list strategy_formats() {
  return {
      {"strategy", direction::read, info_of<strategy>},
  };
}
}  // namespace json
}  // namespace senryaku
