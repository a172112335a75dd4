#include "check/stage_tables.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace senryaku::check {

int word_trie::add(std::u32string_view word, int number) {
  std::size_t node = 0;
  for (const char32_t c : word) {
    auto& edges = drafts_[node].edges;
    const auto found = std::find_if(edges.begin(), edges.end(), [&](const edge& e) { return e.c == c; });
    if (found != edges.end()) {
      node = static_cast<std::size_t>(found->to);
      continue;
    }
    const auto fresh = drafts_.size();
    edges.push_back({c, static_cast<int>(fresh)});
    drafts_.emplace_back();
    node = fresh;
  }
  return std::exchange(drafts_[node].number, number);
}

void word_trie::freeze() {
  nodes_.clear();
  edges_.clear();
  std::size_t reach = 0;
  for (const edge& e : drafts_.front().edges) reach = std::max<std::size_t>(reach, e.c + 1);
  first_.assign(reach, nowhere);
  for (const edge& e : drafts_.front().edges) first_[e.c] = e.to;
  for (const draft& d : drafts_) {
    node_type node;
    node.number = d.number;
    node.begin = static_cast<std::uint32_t>(edges_.size());
    edges_.insert(edges_.end(), d.edges.begin(), d.edges.end());
    node.end = static_cast<std::uint32_t>(edges_.size());
    nodes_.push_back(node);
  }
  drafts_.clear();
  drafts_.shrink_to_fit();
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  if (!is_utf8(text)) return out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned lead = byte(i);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) c = c << 6 | (byte(i + k) & 0x3F);
    out += c;
    i += length;
  }
  return out;
}

}  // namespace senryaku::check

namespace senryaku {
inline namespace v1 {
namespace {

using check::decode;
using check::weight_grid;

std::u32string backwards(std::u32string word) {
  std::reverse(word.begin(), word.end());
  return word;
}

int index_of(const std::vector<std::string>& ids, std::string_view id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

/// Builds the tables of one model and collects what is wrong with it.
class builder {
 public:
  builder(stage_tables& out, std::vector<finding>& findings) : out_(out), findings_(findings) {}

  void run(const stage_model& model) {
    out_.sure_from = model.sure_from;
    out_.start = model.start;
    out_.input_confidence = model.input_confidence;
    out_.knots = model.calibration;
    read_ids(model);
    read_words(model);
    size_tables();
    for (const auto& weight : model.weights) {
      if (!place(weight.cue, static_cast<std::int32_t>(weight.weight))) {
        findings_.push_back(
            {"rules.stage.cue-unknown", {}, "/stage_model/weights", {{"cue", weight.cue}}, std::nullopt});
      }
    }
    out_.words.freeze();
    out_.heads_backwards.freeze();
    out_.tails_backwards.freeze();
    out_.units_forwards.freeze();
  }

 private:
  /// The office's acts, and what it provides.
  static bool is_office(std::string_view id) {
    constexpr std::string_view acts = "office.";
    return id.substr(0, acts.size()) == acts || id == "event" || id == "place" || id == "staff" || id == "field";
  }

  void read_ids(const stage_model& model) {
    for (const auto& group : model.classes) out_.classes.push_back(group.id);
    for (const auto& group : model.heads) out_.heads.push_back(group.id);
    for (const auto& group : model.units) out_.units.push_back(group.id);
    out_.light = index_of(out_.classes, "light");
    out_.money_in = index_of(out_.classes, "money.in");
    out_.staff_in = index_of(out_.classes, "staff.in");
    out_.cost_head = index_of(out_.heads, "cost");
    out_.money_unit = index_of(out_.units, "money");
    out_.person_unit = index_of(out_.units, "person");
    for (const auto& id : out_.classes) out_.office.push_back(is_office(id));
    out_.none = static_cast<int>(out_.classes.size());
    out_.no_head = static_cast<int>(out_.heads.size());
    out_.other_unit = static_cast<int>(out_.units.size());
    out_.no_unit = out_.other_unit + 1;
    if (out_.light < 0) out_.light = out_.none;
    out_.classes.emplace_back("none");
    out_.heads.emplace_back("none");
    out_.units.emplace_back("other");
    out_.units.emplace_back("none");
  }

  void read_words(const stage_model& model) {
    for (std::size_t i = 0; i < model.classes.size(); ++i) {
      for (const auto& text : model.classes[i].words) {
        const auto word = decode(text);
        words_.emplace(word, out_.word_of.size());
        out_.longest_word = std::max(out_.longest_word, word.size());
        add_once(out_.words, word, static_cast<int>(out_.word_of.size()), text);
        out_.word_of.push_back({static_cast<std::uint8_t>(i), model.classes[i].kind, 0, 0});
      }
    }
    for (std::size_t i = 0; i < model.heads.size(); ++i) {
      for (const auto& text : model.heads[i].words) {
        add_once(out_.heads_backwards, backwards(decode(text)), static_cast<int>(i), text);
      }
    }
    for (std::size_t i = 0; i < model.tails.size(); ++i) {
      add_once(out_.tails_backwards, backwards(decode(model.tails[i])), static_cast<int>(i), model.tails[i]);
    }
    for (std::size_t i = 0; i < model.units.size(); ++i) {
      for (const auto& text : model.units[i].words) {
        add_once(out_.units_forwards, decode(text), static_cast<int>(out_.unit_class.size()), text);
        add_unit(text, static_cast<int>(i));
      }
    }
  }

  void add_once(check::word_trie& trie, const std::u32string& word, int number, const std::string& text) {
    if (word.empty() || trie.add(word, number) >= 0) {
      findings_.push_back({"rules.stage.word-twice", {}, "/stage_model", {{"word", text}}, std::nullopt});
    }
  }

  void add_unit(const std::string& text, int unit) {
    unit_texts_.push_back(text);
    out_.unit_class.push_back(static_cast<std::uint8_t>(unit));
    out_.unit_text_weight.push_back(0);
  }

  void size_tables() {
    const std::size_t classes = out_.classes.size();
    const std::size_t heads = out_.heads.size();
    const std::size_t units = out_.units.size();
    out_.unit.assign(units, 0);
    out_.head.assign(heads, 0);
    for (auto* list : {&out_.act, &out_.last, &out_.before, &out_.earlier, &out_.aside, &out_.context})
      list->assign(classes, 0);
    out_.bare_head.assign(heads, 0);
    out_.bare_unit.assign(units, 0);
    out_.head_unit = out_.bare_head_unit = weight_grid(heads, units);
    out_.act_head = out_.last_head = weight_grid(classes, heads);
    out_.act_unit = out_.last_unit = weight_grid(classes, units);
    out_.last_near = weight_grid(classes, distances_.size());
    out_.last_act = out_.last_before = weight_grid(classes, classes);
  }

  bool place(const std::string& cue, std::int32_t weight) {
    const auto sign = cue.find('=');
    if (sign == std::string::npos) return false;
    const std::string_view family = std::string_view(cue).substr(0, sign);
    const std::string value = cue.substr(sign + 1);
    if (family == "word" || family == "link" || family == "after") return place_word(family, value, weight);
    if (family == "unit.text") return place_unit_text(value, weight);
    const auto bar = value.find('|');
    if (bar == std::string::npos) return place_single(family, value, weight);
    return place_pair(family, value.substr(0, bar), value.substr(bar + 1), weight);
  }

  bool place_word(std::string_view family, const std::string& text, std::int32_t weight) {
    const auto found = words_.find(decode(text));
    if (found == words_.end()) return false;
    auto& word = out_.word_of[found->second];
    if ((word.kind == stage_word_kind::link) != (family != "word")) return false;
    (family == "after" ? word.after : word.weight) = weight;
    return true;
  }

  bool place_unit_text(const std::string& text, std::int32_t weight) {
    auto number = index_of(unit_texts_, text);
    if (number < 0) {
      number = static_cast<int>(unit_texts_.size());
      out_.units_forwards.add(decode(text), number);
      add_unit(text, out_.other_unit);
    }
    out_.unit_text_weight[static_cast<std::size_t>(number)] = weight;
    return true;
  }

  bool place_single(std::string_view family, const std::string& value, std::int32_t weight) {
    const std::pair<std::string_view, std::vector<std::int32_t>*> of_classes[] = {
        {"act", &out_.act},         {"last", &out_.last},   {"before", &out_.before},
        {"earlier", &out_.earlier}, {"aside", &out_.aside}, {"context", &out_.context}};
    for (const auto& [name, list] : of_classes) {
      if (name == family) return set(*list, index_of(out_.classes, value), weight);
    }
    if (family == "unit") return set(out_.unit, index_of(out_.units, value), weight);
    if (family == "head") return set(out_.head, index_of(out_.heads, value), weight);
    if (family == "bare.unit") return set(out_.bare_unit, index_of(out_.units, value), weight);
    if (family == "bare.head") return set(out_.bare_head, index_of(out_.heads, value), weight);
    return false;
  }

  bool place_pair(std::string_view family, const std::string& a, const std::string& b, std::int32_t weight) {
    const struct {
      std::string_view family;
      weight_grid* grid;
      const std::vector<std::string>* rows;
      const std::vector<std::string>* columns;
    } grids[] = {{"head|unit", &out_.head_unit, &out_.heads, &out_.units},
                 {"bare.head|unit", &out_.bare_head_unit, &out_.heads, &out_.units},
                 {"act|head", &out_.act_head, &out_.classes, &out_.heads},
                 {"act|unit", &out_.act_unit, &out_.classes, &out_.units},
                 {"last|near", &out_.last_near, &out_.classes, &distances_},
                 {"last|head", &out_.last_head, &out_.classes, &out_.heads},
                 {"last|unit", &out_.last_unit, &out_.classes, &out_.units},
                 {"last|act", &out_.last_act, &out_.classes, &out_.classes},
                 {"last|before", &out_.last_before, &out_.classes, &out_.classes}};
    for (const auto& entry : grids) {
      if (entry.family != family) continue;
      const int row = index_of(*entry.rows, a);
      const int column = index_of(*entry.columns, b);
      if (row < 0 || column < 0) return false;
      entry.grid->at(static_cast<std::size_t>(row), static_cast<std::size_t>(column)) = weight;
      return true;
    }
    return false;
  }

  static bool set(std::vector<std::int32_t>& list, int index, std::int32_t weight) {
    if (index < 0) return false;
    list[static_cast<std::size_t>(index)] = weight;
    return true;
  }

  stage_tables& out_;
  std::vector<finding>& findings_;
  std::map<std::u32string, std::size_t> words_;
  std::vector<std::string> unit_texts_;
  const std::vector<std::string> distances_{"at", "near", "far"};  ///< columns of `last_near`, in its order
};

}  // namespace

outcome<stage_classifier> stage_classifier::make(const stage_model& model) {
  outcome<stage_classifier> result;
  auto made = std::make_shared<stage_tables>();
  builder(*made, result.findings).run(model);
  if (result.findings.empty()) {
    result.value.emplace();
    result.value->tables_ = std::move(made);
  }
  return result;
}

}  // namespace v1
}  // namespace senryaku
