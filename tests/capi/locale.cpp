// Text and figures come out as they went in, whatever the process's locale: characters beyond U+FFFF, ㋿, variation
// selectors, and a decimal point where the locale writes a comma.
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "boundary.hpp"

namespace boundary {
namespace {

std::map<std::string, std::string> answers_of_all() {
  const handles given;
  std::map<std::string, std::string> answers;
  for (const auto& subject : functions()) {
    if (frees(subject)) continue;
    enter(subject.name, "example");
    call example(subject, given);
    example.run();
    answers[subject.name] = example.answer();
    example.release();
  }
  return answers;
}

}  // namespace

void ignore_the_locale() {
  const auto before = answers_of_all();
  if (std::setlocale(LC_ALL, "") == nullptr || std::localeconv()->decimal_point[0] != ',') {
    std::printf("SKIPPED: no locale with a decimal comma (LC_ALL, LOCPATH)\n");
    std::exit(77);
  }
  const auto after = answers_of_all();
  for (const auto& [name, answer] : before) {
    enter(name.c_str(), "decimal comma");
    expect(after.at(name) == answer, "another answer than in the C locale");
  }
  enter("senryaku_write", "text");
  const std::string& written = after.at("senryaku_write");
  for (const char* text : {"\xF0\xA0\xAE\xB7\xE9\x87\x8E",              // 𠮷 U+20BB7, 野
                           "\xE8\x91\x9B\xF3\xA0\x84\x80\xE5\x9F\x8E",  // 葛 with the variation selector U+E0100, 城
                           "\xE3\x8B\xBF",                              // ㋿ U+32FF
                           "12.50"}) {
    expect(written.find(text) != std::string::npos, std::string(text) + " is not written as it was read");
  }
  std::printf("%zu functions answer alike with \"%s\"\n", after.size(), std::setlocale(LC_ALL, nullptr));
}

}  // namespace boundary
