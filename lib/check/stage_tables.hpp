/// The stage model in the form in which it is looked up: tries over code points and dense tables of weights.
#pragma once

#include <senryaku/stage.hpp>

#include <array>

namespace senryaku::check {

/// Sets of words over code points, each word with a number. Characters that no word uses end every search at once.
class word_trie {
 public:
  /// Adds `word`; the number that it had before, or −1. Call `freeze` after the last one.
  int add(std::u32string_view word, int number);
  void freeze();

  static constexpr int root = 0;
  static constexpr int nowhere = -1;
  int step(int node, char32_t c) const {
    if (node == root) return c < first_.size() ? first_[c] : nowhere;
    const node_type& from = nodes_[static_cast<std::size_t>(node)];
    for (std::uint32_t i = from.begin; i < from.end; ++i) {
      if (edges_[i].c == c) return edges_[i].to;
    }
    return nowhere;
  }
  /// The number of the word that ends here, or −1.
  int number(int node) const { return nodes_[static_cast<std::size_t>(node)].number; }

 private:
  struct node_type {
    int number = -1;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct edge {
    char32_t c;
    int to;
  };
  struct draft {
    int number = -1;
    std::vector<edge> edges;
  };
  std::vector<draft> drafts_{1};
  std::vector<node_type> nodes_;
  std::vector<edge> edges_;
  std::vector<int> first_;  // edges of the root, by code point of the basic plane
};

/// A table of weights with two indices.
class weight_grid {
 public:
  weight_grid() = default;
  weight_grid(std::size_t rows, std::size_t columns) : columns_(columns), values_(rows * columns) {}
  std::int32_t& at(std::size_t row, std::size_t column) { return values_[row * columns_ + column]; }
  std::int32_t at(int row, int column) const {
    return values_[static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column)];
  }

 private:
  std::size_t columns_ = 0;
  std::vector<std::int32_t> values_;
};

enum nearness { at_the_core = 0, near_the_core = 1, far_from_the_core = 2 };

/// Decoded UTF-8; text that is not UTF-8 gives nothing.
std::u32string decode(std::string_view text);

}  // namespace senryaku::check

namespace senryaku {
inline namespace v1 {

struct stage_tables {
  struct word {
    std::uint8_t name = 0;  // class
    stage_word_kind kind = stage_word_kind::noun;
    std::int32_t weight = 0;  // as the last word, or as a link before it
    std::int32_t after = 0;   // as a link after it
  };

  std::int64_t sure_from = 0;
  std::int64_t start = 0;
  std::int64_t input_confidence = 0;
  std::vector<stage_knot> knots;

  // Ids with "none" last: none() of classes and heads; units also have "other" before it.
  std::vector<std::string> classes;
  std::vector<std::string> heads;
  std::vector<std::string> units;
  int none = 0;       // class
  int light = 0;      // class that the light words name as their act
  int money_in = -1;  // classes of inputs
  int staff_in = -1;
  int no_head = 0;
  int cost_head = -1;
  int other_unit = 0;
  int no_unit = 0;
  int money_unit = -1;
  int person_unit = -1;
  std::vector<bool> office;  ///< by class: what is spent on it is an input

  check::word_trie words;
  std::vector<word> word_of;
  check::word_trie heads_backwards;
  check::word_trie tails_backwards;
  check::word_trie units_forwards;
  std::vector<std::int32_t> unit_text_weight;  // by number in units_forwards
  std::vector<std::uint8_t> unit_class;        // by number in units_forwards; other_unit: known as a text only
  std::size_t longest_word = 0;

  std::vector<std::int32_t> unit, head, act, last, before, earlier, aside, context, bare_head, bare_unit;
  check::weight_grid head_unit, act_head, act_unit, last_near, last_head, last_unit, last_act, last_before,
      bare_head_unit;
};

}  // namespace v1
}  // namespace senryaku
