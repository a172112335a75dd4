// Prints the shapes of all published formats as JSON, for generate.py. A tool of the build; no part of the library.
#include <cstdio>
#include <map>
#include <stdexcept>

#include "json/formats.hpp"

namespace senryaku::json {
namespace {

/// Writes the types that the formats use, each once, with its members in canonical order.
class shape_writer {
 public:
  std::string all(const format_list& formats) {
    out_ = "{\"formats\": [";
    std::string_view between;
    for (const auto& format : formats) {
      out_ += between;
      out_ += "\n  {\"name\": ";
      append_quoted(out_, format.name);
      out_ += format.way == direction::read ? ", \"way\": \"read\", \"type\": " : ", \"way\": \"written\", \"type\": ";
      type(format.type());
      out_ += '}';
      between = ",";
    }
    out_ += "],\n \"types\": {";
    between = {};
    while (!waiting_.empty()) {
      const auto next = waiting_.extract(waiting_.begin());
      out_ += between;
      out_ += "\n  ";
      append_quoted(out_, next.key());
      out_ += ": ";
      definition(*next.mapped());
      between = ",";
    }
    out_ += "}}\n";
    return std::move(out_);
  }

 private:
  void type(const type_info& info) {
    out_ += '{';
    if (info.is_optional) out_ += "\"optional\": true, ";
    if (info.element != nullptr) {
      out_ += info.kind == shape::map ? "\"map\": " : "\"array\": ";
      type(info.element());
    } else if (!info.type_name.empty()) {
      out_ += "\"name\": ";
      append_quoted(out_, info.type_name);
      remember(info);
    } else {
      out_ += "\"schema\": ";
      out_ += info.schema;
    }
    out_ += '}';
  }

  void remember(const type_info& info) {
    const auto [known, fresh] = known_.emplace(info.type_name, &info);
    if (fresh) {
      waiting_.emplace(info.type_name, &info);
    } else if (known->second->members != info.members || known->second->words != info.words) {
      throw std::logic_error("two types are named " + std::string(info.type_name));
    }
  }

  void definition(const type_info& info) {
    if (info.words != nullptr) {
      out_ += "{\"words\": [";
      std::string_view between;
      for (const std::string_view word : info.words()) {
        out_ += between;
        append_quoted(out_, word);
        between = ", ";
      }
      out_ += "]}";
    } else if (info.kind != shape::object) {
      out_ += "{\"schema\": ";
      out_ += info.schema;
      out_ += '}';
    } else {
      out_ += "{\"members\": [";
      for (std::size_t i = 0; i < info.member_count; ++i) member(info.members[i], i == 0);
      out_ += "]}";
    }
  }

  void member(const member_info& entry, bool first) {
    static constexpr std::string_view needs[] = {"required", "nullable", "optional"};
    out_ += first ? "\n    {\"name\": " : ",\n    {\"name\": ";
    append_quoted(out_, entry.name);
    out_ += ", \"need\": ";
    append_quoted(out_, needs[static_cast<std::size_t>(entry.need)]);
    out_ += ", \"type\": ";
    type(entry.type());
    out_ += '}';
  }

  std::string out_;
  std::map<std::string_view, const type_info*> known_;
  std::map<std::string_view, const type_info*> waiting_;  ///< named, not yet written
};

}  // namespace
}  // namespace senryaku::json

int main() {
  using namespace senryaku::json;
  format_list formats;
  for (const auto list : {strategy_formats, rule_formats, review_formats, message_formats, check_formats, stage_formats,
                          evaluation_formats, rating_column_formats, support_formats, support_column_formats,
                          plan_formats, population_formats, comparison_formats, printed_formats}) {
    for (const auto& format : list()) formats.push_back(format);
  }
  const std::string text = shape_writer().all(formats);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
