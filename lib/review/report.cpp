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

}  // namespace v1
}  // namespace senryaku
