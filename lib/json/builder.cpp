#include "json/builder.hpp"

namespace senryaku::json {
namespace {

std::string short_form(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return std::string(text);
  std::size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

void append_step(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

/// JSON text without the white space between its tokens.
std::string compact(std::string_view raw) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (!in_string && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
    out += c;
    if (in_string && c == '\\' && i + 1 < raw.size()) {
      out += raw[++i];
    } else if (c == '"') {
      in_string = !in_string;
    }
  }
  return out;
}

}  // namespace

builder::builder(std::string_view text, const type_info& type, void* root, const read_options& options,
                 std::vector<finding>& findings, source_map& positions)
    : text_(text), options_(options), findings_(findings), positions_(positions) {
  next_ = {&type, root, presence::required, false};
  stack_.reserve(32);
}

builder::slot builder::begin_value(std::uint32_t offset) {
  slot target = next_;
  std::uint32_t key_id = 0;
  if (!stack_.empty()) {
    frame& top = stack_.back();
    if (top.is_array) {
      key_id = static_cast<std::uint32_t>(top.index++);
      target = {};
      if (top.type != nullptr) target = {&top.type->element(), top.type->append(top.at), presence::required, false};
    } else {
      key_id = top.key_hash;
    }
  }
  positions_.nodes.push_back({offset, static_cast<std::uint32_t>(positions_.nodes.size() + 1), key_id});
  return target;
}

void builder::end_value(std::string_view raw, bool keeps_raw) {
  if (!keeps_raw || stack_.empty()) return;
  const frame& owner = stack_.back();
  owner.type->extras(owner.at)->push_back({std::string(owner.key), compact(raw)});
}

void builder::push(const slot& target, const type_info* type, void* at, std::uint32_t offset, bool is_array) {
  frame& entered = stack_.emplace_back();
  entered.type = type;
  entered.at = type == nullptr ? nullptr : type->open(at);
  entered.node = static_cast<std::uint32_t>(positions_.nodes.size() - 1);
  entered.offset = offset;
  entered.is_array = is_array;
  entered.keeps_raw = target.keeps_raw;
}

void builder::pop(std::uint32_t end) {
  const frame& left = stack_.back();
  positions_.nodes[left.node].end = static_cast<std::uint32_t>(positions_.nodes.size());
  const std::uint32_t begin = left.offset;
  const bool keeps_raw = left.keeps_raw;
  stack_.pop_back();
  if (keeps_raw) end_value(slice(begin, end), true);
}

void builder::begin_object(std::uint32_t offset) {
  const slot target = begin_value(offset);
  const type_info* type = target.type;
  if (type != nullptr && type->kind != shape::object && type->kind != shape::map) {
    mismatch(*type, "{…}", offset);
    type = nullptr;
  }
  push(target, type, target.at, offset, false);
}

void builder::end_object(std::uint32_t end) {
  const frame& top = stack_.back();
  if (top.type != nullptr && (top.seen & top.type->required) != top.type->required) {
    stack_.back().key = {};
    report_missing(stack_.back());
  }
  pop(end);
}

void builder::begin_array(std::uint32_t offset) {
  const slot target = begin_value(offset);
  const type_info* type = target.type;
  void* at = target.at;
  if (type != nullptr && type->open_list != nullptr) {
    at = type->open_list(type->open(at));
    type = &info_of<std::vector<std::string>>();
  } else if (type != nullptr && type->kind != shape::array) {
    mismatch(*type, "[…]", offset);
    type = nullptr;
  }
  push(target, type, at, offset, true);
  frame& entered = stack_.back();
  if (entered.type == nullptr) return;
  entered.length = &expected_length(target.type);
  if (*entered.length > 1) entered.type->reserve(entered.at, *entered.length);
}

std::uint32_t& builder::expected_length(const type_info* type) {
  return lengths_[(reinterpret_cast<std::uintptr_t>(type) / alignof(type_info)) % lengths_.size()];
}

void builder::end_array(std::uint32_t end) {
  const frame& top = stack_.back();
  if (top.length != nullptr)
    *top.length = static_cast<std::uint32_t>(std::min<std::size_t>(top.index, longest_expected));
  pop(end);
}

std::string_view builder::kept(std::string_view name, bool in_text) {
  return in_text ? name : std::string_view(names_.emplace_back(name));
}

void builder::key(std::uint32_t offset, std::string_view name, bool in_text) {
  frame& top = stack_.back();
  next_ = {};
  top.key = in_text ? name : std::string_view();
  if (top.type == nullptr) {
    if (!in_text) top.key = kept(name, false);
    top.key_hash = hash_name(name);
    return;
  }
  if (top.type->kind == shape::map) {
    top.key = kept(name, in_text);
    top.key_hash = hash_name(name);
    void* at = top.type->insert(top.at, name);
    if (at == nullptr) {
      report("format.json.duplicate-key", pointer(), offset, {{"found", short_form(name)}}, true);
    } else {
      next_ = {&top.type->element(), at, presence::nullable, false};
    }
    return;
  }
  const std::size_t count = top.type->member_count;
  for (std::size_t i = 0, candidate = top.expected_member; i < count; ++i, ++candidate) {
    if (candidate >= count) candidate = 0;
    if (top.type->members[candidate].name == name) {
      known_member(top, candidate, offset);
      return;
    }
  }
  unknown_member(top, kept(name, in_text), offset);
}

void builder::known_member(frame& top, std::size_t index, std::uint32_t offset) {
  const member_info& entry = top.type->members[index];
  const std::uint64_t bit = std::uint64_t{1} << index;
  top.key = entry.name;
  top.key_hash = entry.name_hash;
  top.expected_member = index + 1;
  if ((top.seen & bit) != 0) {
    report("format.json.duplicate-key", pointer(), offset, {{"found", std::string(entry.name)}}, true);
    return;
  }
  top.seen |= bit;
  next_ = {&entry.type(), entry.address(top.at), entry.need, false};
}

void builder::unknown_member(frame& top, std::string_view name, std::uint32_t offset) {
  top.key = name;
  top.key_hash = hash_name(name);
  const bool can_keep = top.type->extras != nullptr && !options_.strict;
  if (can_keep) {
    for (const auto& extra : *top.type->extras(top.at)) {
      if (extra.name != name) continue;
      report("format.json.duplicate-key", pointer(), offset, {{"found", short_form(name)}}, true);
      return;
    }
  }
  report(can_keep ? "format.member.unknown" : "format.member.not-allowed", pointer(), offset,
         {{"found", short_form(name)}}, !can_keep);
  next_.keeps_raw = can_keep;
}

void builder::report_missing(const frame& top) {
  for (std::size_t i = 0; i < top.type->member_count; ++i) {
    const member_info& entry = top.type->members[i];
    if (entry.need == presence::optional || (top.seen >> i & 1) != 0) continue;
    std::string at = pointer();
    append_step(at, entry.name);
    const type_info& type = entry.type();
    report("format.member.missing", std::move(at), top.offset,
           {{"member", std::string(entry.name)},
            {"expected_ja", std::string(type.name_ja)},
            {"expected_en", std::string(type.name_en)}},
           true);
  }
}

void builder::text(std::uint32_t offset, std::string_view value, std::uint32_t end) {
  const slot target = begin_value(offset);
  if (target.type != nullptr) {
    if (target.type->assign_text == nullptr) {
      mismatch(*target.type, short_form(slice(offset, end)), offset);
    } else {
      scalar_problem problem;
      if (!target.type->assign_text(target.type->open(target.at), value, problem))
        refuse(problem, short_form(value), offset);
    }
  }
  end_value(slice(offset, end), target.keeps_raw);
}

void builder::number(std::uint32_t offset, std::string_view value) {
  const slot target = begin_value(offset);
  if (target.type != nullptr) {
    if (target.type->assign_number == nullptr) {
      mismatch(*target.type, short_form(value), offset);
    } else {
      scalar_problem problem;
      if (!target.type->assign_number(target.type->open(target.at), value, problem))
        refuse(problem, short_form(value), offset);
    }
  }
  end_value(value, target.keeps_raw);
}

void builder::boolean(std::uint32_t offset, bool value) {
  const slot target = begin_value(offset);
  if (target.type != nullptr) {
    if (target.type->assign_boolean == nullptr) {
      mismatch(*target.type, value ? "true" : "false", offset);
    } else {
      target.type->assign_boolean(target.type->open(target.at), value);
    }
  }
  end_value(value ? "true" : "false", target.keeps_raw);
}

void builder::null(std::uint32_t offset) {
  const slot target = begin_value(offset);
  const bool allowed =
      target.need == presence::nullable || (target.type != nullptr && target.type->kind == shape::scalar);
  if (target.type != nullptr && !allowed) mismatch(*target.type, "null", offset);
  end_value("null", target.keeps_raw);
}

void builder::mismatch(const type_info& type, std::string found, std::uint32_t offset) {
  report("format.type.mismatch", pointer(), offset,
         {{"expected_ja", std::string(type.name_ja)},
          {"expected_en", std::string(type.name_en)},
          {"found", std::move(found)}},
         true);
}

void builder::refuse(const scalar_problem& problem, std::string_view found, std::uint32_t offset) {
  report(problem.code, pointer(), offset,
         {{"expected_ja", problem.expected_ja}, {"expected_en", problem.expected_en}, {"found", std::string(found)}},
         true);
}

void builder::report(std::string_view code, std::string pointer, std::uint32_t offset,
                     std::vector<finding_value> values, bool is_error) {
  if (stopped_) return;
  if (is_error) failed_ = true;
  finding entry{std::string(code), {}, std::move(pointer), std::move(values), positions_.at(offset)};
  if (findings_.size() + 1 >= static_cast<std::size_t>(options_.max_findings)) {
    stopped_ = true;
    failed_ = true;
    entry.code = "format.findings.limit";
    entry.values = {{"limit", std::to_string(options_.max_findings)}};
  }
  findings_.push_back(std::move(entry));
}

std::string builder::pointer() const {
  std::string text;
  for (const frame& level : stack_) {
    if (level.is_array) {
      if (level.index == 0) break;
      text += '/';
      text += std::to_string(level.index - 1);
    } else {
      if (level.key.data() == nullptr) break;
      append_step(text, level.key);
    }
  }
  return text;
}

}  // namespace senryaku::json
