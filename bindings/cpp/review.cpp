// Reviews a strategy with the C++ library: review FILE AS_OF prints the review as JSON.
#include <senryaku/senryaku.hpp>

#include <fstream>
#include <iostream>
#include <sstream>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: review FILE YYYY-MM-DD\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  const auto& rules = senryaku::built_in_rules();
  const auto document = senryaku::read_strategy(text.str());
  if (!document) {
    for (const auto& problem : document.findings) {
      std::cerr << problem.pointer << ": " << rules.messages.render(problem, senryaku::language::ja) << " ["
                << problem.code << "]\n";
    }
    return 1;
  }
  const auto review = senryaku::review_json(*document, document.findings, rules,
                                            std::string("{\"as_of\": \"") + argv[2] + "\"}");
  if (!review) return 1;
  std::cout << *review;
}
