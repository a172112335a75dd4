// Every function with every kind of wrong argument, one argument at a time: a status and a reason, never a crash.
#include <cstdio>
#include <limits>

#include "boundary.hpp"

namespace boundary {
namespace {

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

/// Texts that no function may stumble over. Those that begin with '!' (not passed on) may be good ones.
const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {
      "",
      "{",
      "null",
      "[]",
      "\"\"",
      "!{}",
      "{}{}",
      std::string("{\0}", 3),
      std::string("{\"\0\":1}", 7),
      "\xEF\xBB\xBF",                                                 // a byte order mark alone
      "\xFF\xFE{\0}\0",                                               // UTF-16
      "{\"\xFF\":1}",                                                 // no UTF-8
      "{\"a\":\"\xC0\x80\"}",                                         // overlong
      "{\"a\":\"\xED\xA0\x80\"}",                                     // a surrogate
      "{\"a\":\"\xF4\x90\x80\x80\"}",                                 // beyond U+10FFFF
      "{\"\x96\xBC\x8F\xCC\":\"\x89\xEF\x92\xC3\x94\xFC\x97\xA2\"}",  // cp932
      "{\"a\":1e999}",
      "{\"a\":" + std::string(2000, '9') + "}",
      std::string(100000, '['),
      std::string(20000, '{'),
      "{\"" + std::string(1 << 20, 'x') + "\":1}",
  };
  return texts;
}

/// A function that returns no status answers a wrong handle with NULL or 0.
void expect_nothing(const function& subject, const returned& given) {
  if (subject.returns == result::nothing) return;
  expect(given.number == 0 && given.pointer == nullptr, "an answer in spite of a wrong handle");
}

void wrong_handles(const function& subject, const handles& given, std::size_t i) {
  const parameter& wanted = subject.parameters[i];
  std::int64_t junk[8] = {};
  const auto refused = [&](void* handle, const std::string& what, std::int64_t status) {
    enter(subject.name, std::string(wanted.name) + ": " + what);
    call wrong(subject, given);
    wrong[i].pointer = handle;
    if (subject.returns != result::status) return expect_nothing(subject, wrong.run_unchecked());
    const std::int64_t found = wrong.run();
    expect(found == status, "status " + std::to_string(found));
    wrong.release();
  };
  refused(junk, "memory that is no handle", SENRYAKU_E_HANDLE);
  for (const auto other : {handle_type::strategy, handle_type::rules, handle_type::result, handle_type::error}) {
    if (other != wanted.handle) refused(given.get(other), "a handle of another type", SENRYAKU_E_HANDLE);
  }
  if (!wanted.may_be_null) refused(nullptr, "NULL", SENRYAKU_E_ARGUMENT);
}

void null_pointer(const function& subject, const handles& given, std::size_t i) {
  const parameter& wanted = subject.parameters[i];
  enter(subject.name, std::string(wanted.name) + ": NULL");
  call changed(subject, given);
  changed[i].pointer = nullptr;
  if (wanted.how == passing::text) changed[i + 1].integer = 0;
  const std::int64_t found = changed.run();
  if (subject.returns == result::status) {
    // Whether a column may be left out is the function's own matter; what counts is that it is not followed.
    const bool optional = wanted.may_be_null || (wanted.how != passing::text && wanted.how != passing::handle_out);
    expect(found == SENRYAKU_E_ARGUMENT || optional, "status " + std::to_string(found));
    expect(found == SENRYAKU_OK || wanted.how != passing::error_out, "*error is not optional");
  }
  changed.release();
  if (wanted.how != passing::text) return;
  enter(subject.name, std::string(wanted.name) + ": NULL with a length");
  call contradiction(subject, given);
  contradiction[i].pointer = nullptr;
  contradiction[i + 1].integer = 5;
  expect(contradiction.run() == SENRYAKU_E_ARGUMENT, "a length without a text");
  contradiction.release();
}

void wrong_lengths(const function& subject, const handles& given, std::size_t i) {
  for (const std::int64_t length : {std::int64_t{-1}, smallest, largest, std::int64_t{1} << 40}) {
    enter(subject.name, std::string(subject.parameters[i].name) + " " + std::to_string(length));
    call wrong(subject, given);
    if (wrong[i - 1].pointer == nullptr) wrong.set_text(i - 1, "{}");
    wrong[i].integer = length;
    expect(wrong.run() != SENRYAKU_OK, "a length that cannot be is accepted");
    wrong.release();
  }
}

void wrong_numbers(const function& subject, const handles& given, std::size_t i) {
  for (const std::int64_t number : {std::int64_t{-1}, std::int64_t{-1} << 40, smallest, largest}) {
    enter(subject.name, std::string(subject.parameters[i].name) + " " + std::to_string(number));
    call wrong(subject, given);
    wrong[i].integer = number;
    wrong.run();
    wrong.release();
  }
}

void run_with_text(const function& subject, const handles& given, std::size_t i, std::string text, bool may_be_good) {
  call changed(subject, given);
  changed.set_text(i, std::move(text));
  const std::int64_t status = changed.run();
  if (subject.returns == result::status) {
    expect(may_be_good || status != SENRYAKU_OK, "accepted");
    expect(status == SENRYAKU_OK || status == SENRYAKU_E_DOCUMENT || status == SENRYAKU_E_OPTIONS ||
               status == SENRYAKU_E_NOT_FOUND,
           "status " + std::to_string(status));
    expect(status == SENRYAKU_OK || changed.error() != nullptr, "refused without a reason");
  }
  changed.release();
}

void hostile_text(const function& subject, const handles& given, std::size_t i) {
  const parameter& wanted = subject.parameters[i];
  for (const auto& text : hostile_texts()) {
    enter(subject.name, std::string(wanted.name) + ": " + text.substr(0, 30));
    const bool may_be_good = text[0] == '!';
    run_with_text(subject, given, i, may_be_good ? text.substr(1) : text, may_be_good);
  }
  if (wanted.text == nullptr) return;
  const std::string good(wanted.text, wanted.text_size);
  const std::size_t step = good.size() / 400 + 1;  // every byte of a short text
  for (std::size_t cut = 1; cut < good.size(); cut += step) {
    enter(subject.name, std::string(wanted.name) + " cut after byte " + std::to_string(cut));
    run_with_text(subject, given, i, good.substr(0, cut), false);
    enter(subject.name, std::string(wanted.name) + " with 0xFF at byte " + std::to_string(cut));
    std::string spoilt = good;
    spoilt[cut] = '\xFF';
    run_with_text(subject, given, i, spoilt, false);
  }
}

void hostile_c_string(const function& subject, const handles& given, std::size_t i) {
  for (const char* text : {"", "\xFF\xFE", "no such name", "\xF0\xA0\xAE\xB7"}) {
    enter(subject.name, std::string(subject.parameters[i].name) + ": " + text);
    call changed(subject, given);
    changed.set_text(i, text);
    changed.run();
    changed.release();
  }
}

}  // namespace

void refuse_hostile_arguments() {
  const handles given;
  for (const auto& subject : functions()) {
    enter(subject.name, "example");
    const int before = failures();
    if (!frees(subject)) {
      call good(subject, given);
      const std::int64_t status = good.run();
      expect(status == SENRYAKU_OK || subject.returns != result::status,
             "the example fails: " + std::string(good.error() ? senryaku_error_json(good.error(), nullptr) : ""));
      good.release();
    }
    for (std::size_t i = 0; i < subject.parameters.size(); ++i) {
      const passing how = subject.parameters[i].how;
      if (how == passing::handle) wrong_handles(subject, given, i);
      if (how == passing::length) wrong_lengths(subject, given, i);
      if (how == passing::integer) wrong_numbers(subject, given, i);
      if (how == passing::text) hostile_text(subject, given, i);
      if (how == passing::c_string) hostile_c_string(subject, given, i);
      const bool is_pointer =
          how != passing::handle && how != passing::length && how != passing::integer && how != passing::real;
      if (is_pointer) null_pointer(subject, given, i);
    }
    std::printf("%s %s\n", failures() == before ? "ok    " : "FAILED", subject.name);
  }
}

}  // namespace boundary
