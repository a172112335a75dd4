#include "check/cue_texts.hpp"

#include <algorithm>

#include "check/stage_reading.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr int verbatim = -1;

/// The best way to read a text from one place to its end.
struct way {
  std::size_t words = 0;
  std::size_t next = 0;  ///< where the first of them ends; 0: there is no way
  int number = verbatim;
};

bool is_ascii(char32_t c) {
  return c < 0x80;
}

}  // namespace

cue_texts::cue_texts(const stage_glossary& glossary) {
  for (const auto& entry : glossary.meanings) meanings.emplace(entry.id, entry);
  check::normal_text normal;
  const auto add = [&](const std::string& japanese, std::string in_english) {
    normal.assign(japanese);
    words.add(normal.text, static_cast<int>(english.size()));
    english.push_back(std::move(in_english));
  };
  for (const auto& word : glossary.left_out) add(word, {});
  for (const auto& [japanese, in_english] : glossary.words) add(japanese, in_english);
  words.freeze();
}

std::string cue_texts::gloss(std::string_view text) const {
  check::normal_text normal;
  normal.assign(text);
  const std::u32string& all = normal.text;
  std::vector<way> ways(all.size() + 1);
  ways.back().next = all.size();
  for (std::size_t begin = all.size(); begin-- > 0;) {
    way& best = ways[begin];
    const auto offer = [&](std::size_t end, int number) {
      if (end < all.size() && ways[end].next == 0) return;
      const std::size_t count = ways[end].words + 1;
      if (best.next == 0 || count <= best.words) best = {count, end, number};  // the longer word wins a tie
    };
    const auto ascii_end = std::find_if_not(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(), is_ascii);
    const auto end_of_ascii = static_cast<std::size_t>(ascii_end - all.begin());
    if (end_of_ascii > begin) offer(end_of_ascii, verbatim);
    int node = check::word_trie::root;
    for (std::size_t i = begin; i < all.size(); ++i) {
      node = words.step(node, all[i]);
      if (node == check::word_trie::nowhere) break;
      if (words.number(node) >= 0) offer(i + 1, words.number(node));
    }
  }
  std::string out;
  for (std::size_t at = 0; at < all.size(); at = ways[at].next) {
    if (ways[at].next == 0) return {};
    const std::string word = ways[at].number == verbatim ? std::string(normal.piece(at, ways[at].next))
                                                         : english[static_cast<std::size_t>(ways[at].number)];
    if (!word.empty()) out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

void cue_texts::explain(stage_cue& cue) const {
  cue.gloss = gloss(cue.text);
  const auto found = meanings.find(cue.means);
  if (found == meanings.end()) return;
  cue.ja = found->second.ja;
  cue.en = found->second.en;
}

}  // namespace v1
}  // namespace senryaku
