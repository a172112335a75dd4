/// Puts parser events, each with its place in the text, into described structs.
#pragma once

#include <senryaku/json.hpp>

#include <array>
#include <deque>

#include "json/describe.hpp"

namespace senryaku::json {

class builder {
 public:
  builder(std::string_view text, const type_info& type, void* root, const read_options& options,
          std::vector<finding>& findings, source_map& positions);

  // Each event says at which byte its token begins, or which byte follows it.
  void begin_object(std::uint32_t offset);
  void end_object(std::uint32_t end);
  void begin_array(std::uint32_t offset);
  void end_array(std::uint32_t end);
  /// `in_text`: `name` is a part of the document and stays valid; otherwise it is copied where it is needed.
  void key(std::uint32_t offset, std::string_view name, bool in_text);
  void text(std::uint32_t offset, std::string_view value, std::uint32_t end);
  void number(std::uint32_t offset, std::string_view value);
  void boolean(std::uint32_t offset, bool value);
  void null(std::uint32_t offset);

  void report(std::string_view code, std::string pointer, std::uint32_t offset, std::vector<finding_value> values,
              bool is_error);
  /// JSON Pointer of the value being read.
  std::string pointer() const;

  /// The object or array that ends next is an unknown member, kept as its text.
  bool keeps_text() const { return stack_.back().keeps_raw; }

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
    std::uint32_t* length = nullptr;  ///< of arrays: how many elements the next of its kind is expected to have
    std::uint32_t key_hash = 0;
    std::uint32_t node = 0;
    std::uint32_t offset = 0;
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

  slot begin_value(std::uint32_t offset);
  void end_value(std::string_view raw, bool keeps_raw);
  void push(const slot& target, const type_info* type, void* at, std::uint32_t offset, bool is_array);
  void pop(std::uint32_t end);
  void known_member(frame& top, std::size_t index, std::uint32_t offset);
  void unknown_member(frame& top, std::string_view name, std::uint32_t offset);
  void report_missing(const frame& top);
  void mismatch(const type_info& type, std::string found, std::uint32_t offset);
  void refuse(const scalar_problem& problem, std::string_view found, std::uint32_t offset);
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }
  std::string_view kept(std::string_view name, bool in_text);

  /// Lists of one kind tend to be of one length (five yearly values a KPI), so each takes the room its predecessor
  /// needed. A wrong guess costs at most as much as the predecessor had.
  static constexpr std::size_t longest_expected = 16;
  std::uint32_t& expected_length(const type_info* type);
  std::array<std::uint32_t, 64> lengths_{};

  std::string_view text_;
  const read_options& options_;
  std::vector<finding>& findings_;
  source_map& positions_;
  slot next_;  ///< set by key() or by the enclosing array
  std::vector<frame> stack_;
  std::deque<std::string> names_;  ///< keys that are not in the text as such
  bool failed_ = false;
  bool stopped_ = false;
};

}  // namespace senryaku::json
