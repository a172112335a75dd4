#include <senryaku/elements.hpp>
#include <senryaku/review.hpp>

namespace senryaku {
inline namespace v1 {

reported_finding report(const finding& f, const message_catalogue& texts) {
  reported_finding shown;
  shown.code = f.code;
  shown.severity = texts.level(f);
  shown.element = f.element;
  shown.pointer = f.pointer;
  if (f.position) {
    shown.offset = f.position->offset;
    shown.line = f.position->line;
    shown.column = f.position->column;
  }
  shown.ja = texts.render(f, language::ja);
  shown.en = texts.render(f, language::en);
  for (const auto& entry : f.values) shown.values.emplace(entry.name, entry.value);
  if (const message* known = texts.find(f.code)) shown.basis = known->basis;
  return shown;
}

std::vector<reported_finding> report_all(const std::vector<finding>& findings, const strategy_document& document,
                                         const message_catalogue& texts) {
  const auto elements = elements_of(document.value);
  std::vector<reported_finding> list;
  for (finding entry : findings) {
    if (!entry.position) entry.position = document.positions.find(entry.pointer);
    list.push_back(report(entry, texts));
    const auto named = elements.find(entry.element);
    if (named != elements.end()) list.back().element_name = named->second.name;
  }
  return list;
}

}  // namespace v1
}  // namespace senryaku
