/// Puts parser events, each with its place in the text, into described structs.
#pragma once

#include <senryaku/json.hpp>

#include <deque>

#include "json/describe.hpp"

namespace senryaku::json {

class builder {
 public:
  builder(const type_info& type, void* root, const read_options& options, std::vector<finding>& findings,
          source_map& positions);

  /// Each event says where its token begins; `code_points` is the same place in code points.
  struct place {
    std::uint32_t offset = 0;
    std::uint32_t code_points = 0;
  };

  void begin_object(place where);
  void end_object(std::uint32_t end_offset, std::string_view raw);
  void begin_array(place where);
  void end_array(std::uint32_t end_offset, std::string_view raw);
  /// `in_text`: `name` is a part of the document and stays valid; otherwise it is copied where it is needed.
  void key(place where, std::string_view name, bool in_text);
  void text(place where, std::string_view value, std::string_view raw);
  void number(place where, std::string_view value);
  void boolean(place where, bool value);
  void null(place where);

  /// Offset of the value that is being passed over into `extras`, or of the next token.
  std::uint32_t extra_offset() const { return extra_offset_; }

  void report(std::string_view code, std::string pointer, place where, std::vector<finding_value> values,
              bool is_error);
  /// JSON Pointer of the value being read.
  std::string pointer() const;

  bool failed() const { return failed_; }
  bool stopped() const { return stopped_; }

 private:
  struct frame {
    const type_info* type = nullptr;  ///< nullptr: the value is passed over
    void* at = nullptr;
    std::uint64_t seen = 0;           ///< members of `type` met so far
    std::size_t expected_member = 0;  ///< canonical order makes this the right guess
    std::size_t index = 0;            ///< of arrays: elements begun
    std::string_view key;             ///< of objects: the member being read
    std::uint32_t node = 0;
    place where;
    bool is_array = false;
    bool keeps_raw = false;  ///< an unknown member whose text is kept
  };
  /// Where the value that comes next goes to.
  struct slot {
    const type_info* type = nullptr;
    void* at = nullptr;
    presence need = presence::optional;
    bool keeps_raw = false;
  };

  slot begin_value(place where);
  void end_value(std::string_view raw, bool keeps_raw);
  void push(const slot& target, const type_info* type, void* at, place where, bool is_array);
  void pop(std::uint32_t end_offset, std::string_view raw);
  void known_member(frame& top, std::size_t index, place where);
  void unknown_member(frame& top, std::string_view name, place where);
  void report_missing(const frame& top);
  void mismatch(const type_info& type, std::string found, place where);
  void refuse(const scalar_problem& problem, std::string_view found, place where);
  std::string_view kept(std::string_view name, bool in_text);

  const read_options& options_;
  std::vector<finding>& findings_;
  source_map& positions_;
  slot next_;  ///< set by key() or by the enclosing array
  std::vector<frame> stack_;
  std::deque<std::string> names_;  ///< keys that are not in the text as such
  std::uint32_t extra_offset_ = 0;
  bool failed_ = false;
  bool stopped_ = false;
};

}  // namespace senryaku::json
