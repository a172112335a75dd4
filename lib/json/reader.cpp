#include "json/reader.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include "json/builder.hpp"
#include "json/cursor.hpp"

namespace senryaku::json {
namespace {

using boost::json::error_code;

/// Boost.JSON's events, each given its place by the cursor. Returning false stops the parser.
class handler {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  handler(std::string_view text, builder& target) : target_(target), cursor_(text) {}

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }

  bool on_object_begin(error_code& ec) {
    target_.begin_object(enter());
    return proceed(ec);
  }
  bool on_object_end(std::size_t, error_code& ec) {
    target_.end_object(leave());
    return proceed(ec);
  }
  bool on_array_begin(error_code& ec) {
    target_.begin_array(enter());
    return proceed(ec);
  }
  bool on_array_end(std::size_t, error_code& ec) {
    target_.end_array(leave());
    return proceed(ec);
  }

  bool on_key_part(boost::json::string_view part, std::size_t, error_code&) { return collect(part); }
  bool on_key(boost::json::string_view part, std::size_t, error_code& ec) {
    const std::string_view name = whole(part);
    const auto [offset, in_text] = cursor_.pass_string(name);
    target_.key(offset, name, in_text);
    collected_.clear();
    return proceed(ec);
  }
  bool on_string_part(boost::json::string_view part, std::size_t, error_code&) { return collect(part); }
  bool on_string(boost::json::string_view part, std::size_t, error_code& ec) {
    const std::string_view text = whole(part);
    const std::uint32_t offset = cursor_.pass_string(text).offset;
    target_.text(offset, text, cursor_.after());
    collected_.clear();
    return proceed(ec);
  }

  bool on_number_part(boost::json::string_view, error_code&) { return true; }
  bool on_int64(std::int64_t, boost::json::string_view text, error_code& ec) { return on_number(text, ec); }
  bool on_uint64(std::uint64_t, boost::json::string_view text, error_code& ec) { return on_number(text, ec); }
  bool on_double(double, boost::json::string_view text, error_code& ec) { return on_number(text, ec); }

  bool on_bool(bool value, error_code& ec) {
    const std::uint32_t offset = cursor_.next();
    cursor_.skip(value ? 4 : 5);
    target_.boolean(offset, value);
    return proceed(ec);
  }
  bool on_null(error_code& ec) {
    const std::uint32_t offset = cursor_.next();
    cursor_.skip(4);
    target_.null(offset);
    return proceed(ec);
  }

  bool on_comment_part(boost::json::string_view, error_code&) { return true; }
  bool on_comment(boost::json::string_view, error_code&) { return true; }

  void start_at(std::size_t offset) { cursor_.start_at(offset); }

 private:
  /// Passes an opening bracket.
  std::uint32_t enter() {
    const std::uint32_t offset = cursor_.next();
    cursor_.skip(1);
    return offset;
  }
  /// Passes a closing bracket; the byte after it where the builder wants to know it.
  std::uint32_t leave() {
    cursor_.pass_closing();
    return target_.keeps_text() ? cursor_.after_closing() : 0;
  }
  bool on_number(boost::json::string_view text, error_code& ec) {
    const std::string_view number(text.data(), text.size());
    target_.number(cursor_.pass_number(number), number);
    return proceed(ec);
  }
  bool collect(boost::json::string_view part) {
    collected_.append(part.data(), part.size());
    return true;
  }
  std::string_view whole(boost::json::string_view part) {
    if (collected_.empty()) return {part.data(), part.size()};
    collected_.append(part.data(), part.size());
    return collected_;
  }
  bool proceed(error_code& ec) {
    if (!target_.stopped()) return true;
    ec = boost::json::error::incomplete;  // any error will do: the builder has said why
    return false;
  }

  builder& target_;
  cursor cursor_;
  std::string collected_;
};

std::string byte_name(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return "EOF";
  const auto c = static_cast<unsigned char>(text[offset]);
  if (c > 0x20 && c < 0x7F) return std::string(1, static_cast<char>(c));
  static constexpr char hex[] = "0123456789ABCDEF";
  return {'0', 'x', hex[c >> 4], hex[c & 15]};
}

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t valid = 0;
  std::size_t step = text.size();
  // The longest valid prefix, found by halving: is_utf8 of a prefix that cuts a character is not true, so step to
  // bytes.
  while (step > 0) {
    while (valid + step <= text.size() && is_utf8(text.substr(valid, step))) valid += step;
    step /= 2;
  }
  return valid;
}

/// The finding for a text that is not JSON: code and values by the parser's error.
void report_syntax(builder& target, std::string_view text, std::size_t offset, const error_code& ec) {
  using boost::json::error;
  std::string_view code = "format.json.syntax";
  std::string expected_ja = "JSONの構文";
  std::string expected_en = "JSON syntax";
  if (ec == error::too_deep) {
    code = "format.json.depth";
  } else if (ec == error::extra_data) {
    expected_ja = "文書の終わり";
    expected_en = "the end of the document";
  } else if (ec == error::incomplete) {
    expected_ja = "文書の続き";
    expected_en = "more text";
  } else if (!is_utf8(text)) {
    const std::size_t invalid = first_invalid_utf8(text);
    if (invalid <= offset + 4) {
      code = "format.json.utf8";
      offset = invalid;
    }
  }
  target.report(code, target.pointer(), static_cast<std::uint32_t>(offset),
                {{"expected_ja", expected_ja}, {"expected_en", expected_en}, {"found", byte_name(text, offset)}}, true);
}

}  // namespace

bool read(std::string_view text, const type_info& type, void* root, const read_options& options,
          std::vector<finding>& findings, source_map* positions) {
  source_map own_positions;
  source_map& map = positions == nullptr ? own_positions : *positions;
  builder target(text, type, root, options, findings, map);
  if (static_cast<std::int64_t>(text.size()) > options.max_bytes || text.size() > 0xFFFFFFF0u) {
    target.report("format.json.size", {}, {},
                  {{"limit", std::to_string(options.max_bytes)}, {"found", std::to_string(text.size())}}, true);
    return false;
  }
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t start = text.substr(0, 3) == byte_order_mark ? 3 : 0;
  map.index(text, start);
  map.nodes.reserve(text.size() / 24 + 8);

  boost::json::parse_options parser_options;
  parser_options.max_depth = static_cast<std::size_t>(options.max_depth);
  parser_options.allow_invalid_utf8 = is_utf8(text);  // then the parser need not look again; otherwise it says where
  boost::json::basic_parser<handler> parser(parser_options, text, target);
  parser.handler().start_at(start);
  error_code ec;
  const std::size_t used = parser.write_some(false, text.data() + start, text.size() - start, ec);
  if (!ec && start + used < text.size()) ec = boost::json::error::extra_data;
  if (!ec && !parser.done()) ec = boost::json::error::incomplete;
  if (ec && !target.stopped()) report_syntax(target, text, start + used, ec);
  return !target.failed();
}

}  // namespace senryaku::json
