/// Reads one name: which words stand where, what is counted, in which unit. The twin of stage_features.py.
#pragma once

#include "check/stage_tables.hpp"

namespace senryaku::check {

/// A text in the form in which names are compared: NFKC, no white space, lower-case ASCII, every number one 0. Keeps
/// where each character came from in the NFKC text. Reused from name to name, so that nothing is allocated in a batch.
struct normal_text {
  std::string nfkc;
  std::u32string text;
  std::vector<std::uint32_t> origin;  ///< byte offset in nfkc of each character, and of the end

  void assign(std::string_view source);
  /// The piece of the NFKC text from which characters [begin, end) came.
  std::string_view piece(std::size_t begin, std::size_t end) const;
};

/// A text taken apart at its brackets. Where nothing stands outside them, the inside takes over.
struct bracketed_text {
  std::u32string main;
  std::u32string aside;                   ///< a space where a bracket opened
  std::vector<std::uint32_t> main_place;  ///< index in the whole text of each character
  std::vector<std::uint32_t> aside_place;

  void assign(std::u32string_view whole);
};

/// A word of the lexicon in a text.
struct placed_word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int number = 0;  ///< in stage_tables::word_of
};

/// What was read, as indices into the tables. Ids follow stage_tables.
struct reading {
  int unit = 0;
  int unit_text = -1;  ///< number in units_forwards, −1: a text without a weight of its own
  int head = 0;
  int act = 0;
  int near = 0;                     ///< nearness of the last word to the end of the core
  int context_act = -1;             ///< only for a name without a word
  std::size_t core = 0;             ///< the name's words are read up to here
  std::size_t counted = 0;          ///< end of what is counted; tails follow
  std::vector<placed_word> every;   ///< of the name, links included
  std::vector<placed_word> words;   ///< of the name, links left out
  std::vector<placed_word> asides;  ///< in brackets, links left out
  bool is_input = false;
};

}  // namespace senryaku::check

namespace senryaku {
inline namespace v1 {

/// Reads names one after the other; its buffers grow to the longest and stay.
class stage_reader {
 public:
  explicit stage_reader(const stage_tables& t) : t_(t) {}
  const check::reading& read(std::string_view name, std::string_view unit, std::string_view context);

  const check::normal_text& name() const { return name_; }
  const check::normal_text& unit() const { return unit_; }
  const check::normal_text& context() const { return context_; }
  const check::bracketed_text& parts() const { return parts_; }

 private:
  bool straddles(std::size_t cut, std::size_t end) const;
  std::size_t strip_tails(std::size_t end) const;
  void cut_head();
  void cut_denominator();
  void join_aside();
  bool is_input() const;
  void find_words(std::u32string_view text, std::size_t core, std::size_t counted,
                  std::vector<check::placed_word>& out) const;
  int last_act(const std::vector<check::placed_word>& words) const;
  void read_unit();
  int act_of_context(std::string_view context);
  void keep_words();

  const stage_tables& t_;
  check::normal_text name_, unit_, context_;
  check::bracketed_text parts_, context_parts_;
  std::u32string whole_;  ///< of the name, while a part of it is tried
  std::vector<check::placed_word> found_;
  check::reading out_;
};

}  // namespace v1
}  // namespace senryaku
