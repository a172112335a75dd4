// Runs one of the boundary tests: boundary arguments | threads | allocations | first-use | cycles | locale
#include "boundary.hpp"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace boundary {
namespace {

std::atomic<int> failure_count{0};
thread_local const char* current_function = "";
thread_local char current_case[160] = "";

/// Says where the crash happened; what printf would do is not safe here, but the process ends anyway.
void report_crash(int signal) {
  std::printf("CRASHED (signal %d) in %s: %s\n", signal, current_function, current_case);
  std::fflush(stdout);
  std::_Exit(3);
}

void* parsed_strategy() {
  senryaku_strategy* made = nullptr;
  const std::string_view text = strategy_text();
  senryaku_error* error = nullptr;
  if (senryaku_strategy_parse(text.data(), static_cast<std::int64_t>(text.size()), nullptr, 0, &made, &error) != 0) {
    std::printf("the example strategy is refused: %s\n", senryaku_error_json(error, nullptr));
    std::exit(1);
  }
  return made;
}

}  // namespace

void expect(bool condition, const std::string& what) {
  if (condition) return;
  if (++failure_count <= 50) std::printf("FAILED: %s: %s: %s\n", current_function, current_case, what.c_str());
}

int failures() {
  return failure_count;
}

void enter(const char* function_name, const std::string& what) {
  current_function = function_name;
  std::snprintf(current_case, sizeof current_case, "%s", what.c_str());
}

handles::handles() {
  enter("handles", "making");
  const auto keep = [this](handle_type type, void* made) { kept_[static_cast<std::size_t>(type)] = made; };
  auto* strategy = static_cast<senryaku_strategy*>(parsed_strategy());
  keep(handle_type::strategy, strategy);
  senryaku_rules* rules = nullptr;
  expect(senryaku_rules_extend(nullptr, "{}", 2, &rules, nullptr) == SENRYAKU_OK, "rules are extended by nothing");
  keep(handle_type::rules, rules);
  senryaku_result* result = nullptr;
  constexpr std::string_view options = "{\"fiscal_year\":2025}";
  expect(senryaku_evaluate(strategy, nullptr, options.data(), static_cast<std::int64_t>(options.size()), &result,
                           nullptr) == SENRYAKU_OK,
         "the example strategy is evaluated, with tables");
  keep(handle_type::result, result);
  senryaku_error* error = nullptr;
  senryaku_strategy* none = nullptr;
  expect(senryaku_strategy_parse("[", 1, nullptr, 0, &none, &error) == SENRYAKU_E_DOCUMENT, "a bracket is refused");
  keep(handle_type::error, error);
}

handles::~handles() {
  for (std::size_t i = 0; i < kept_.size(); ++i) free_handle(static_cast<handle_type>(i), kept_[i]);
}

void free_handle(handle_type type, void* handle) {
  switch (type) {
    case handle_type::none:
      break;
    case handle_type::strategy:
      senryaku_strategy_free(static_cast<senryaku_strategy*>(handle));
      break;
    case handle_type::rules:
      senryaku_rules_free(static_cast<senryaku_rules*>(handle));
      break;
    case handle_type::result:
      senryaku_result_free(static_cast<senryaku_result*>(handle));
      break;
    case handle_type::error:
      senryaku_error_free(static_cast<senryaku_error*>(handle));
      break;
  }
}

bool frees(const function& subject) {
  const std::string_view name = subject.name;
  return name.size() > 5 && name.substr(name.size() - 5) == "_free";
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t more = lead < 0x80                   ? 0
                             : lead >= 0xC2 && lead < 0xE0 ? 1
                             : lead >= 0xE0 && lead < 0xF0 ? 2
                             : lead >= 0xF0 && lead < 0xF5 ? 3
                                                           : 9;
    if (more == 9 || i + more >= text.size()) return false;
    for (std::size_t k = 1; k <= more; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    }
    i += more + 1;
  }
  return true;
}

call::call(const function& subject, const handles& given)
    : subject_(subject), slots_(subject.parameters.size()), texts_(slots_.size()), arrays_(slots_.size()) {
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const parameter& wanted = subject.parameters[i];
    switch (wanted.how) {
      case passing::integer:
        slots_[i].integer = static_cast<std::int64_t>(wanted.number);
        break;
      case passing::real:
        slots_[i].real = wanted.number;
        break;
      case passing::handle:
        slots_[i].pointer = given.get(wanted.handle);
        break;
      case passing::text:
      case passing::c_string:
        if (wanted.text != nullptr) set_text(i, std::string(wanted.text, wanted.text_size));
        break;
      case passing::length:
        break;  // with its text
      case passing::array_in:
      case passing::arrays_in:
      case passing::array_out:
      case passing::borrowed_out:
        arrays_[i] = std::make_unique<double[]>(room);
        if (wanted.array != nullptr) std::memcpy(arrays_[i].get(), wanted.array, wanted.array_bytes);
        slots_[i].pointer = arrays_[i].get();
        break;
      case passing::handle_out:
        slots_[i].pointer = &output_;
        output_type_ = wanted.handle;
        break;
      case passing::error_out:
        slots_[i].pointer = &error_;
    }
  }
}

void call::set_text(std::size_t parameter, std::string value) {
  texts_[parameter] = std::move(value);
  slots_[parameter].pointer = texts_[parameter].data();
  if (subject_.parameters[parameter].how == passing::text) {
    slots_[parameter + 1].integer = static_cast<std::int64_t>(texts_[parameter].size());
  }
}

returned call::run_unchecked() {
  returned_ = subject_.call(slots_.data());
  return returned_;
}

std::int64_t call::run() {
  texts_before_ = texts_;
  output_ = this;  // not NULL: a failure has to set it
  error_ = reinterpret_cast<senryaku_error*>(this);
  bool has_output = false;
  bool has_error = false;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    has_output = has_output || slots_[i].pointer == &output_;
    has_error = has_error || slots_[i].pointer == &error_;
  }
  if (!has_output) output_ = nullptr;
  if (!has_error) error_ = nullptr;
  run_unchecked();
  verify_inputs();
  if (subject_.returns != result::status) return returned_.number;
  if (returned_.number != SENRYAKU_OK) verify_failure(returned_.number);
  if (returned_.number == SENRYAKU_OK) {
    expect(!has_output || output_ != nullptr, "success without an output");
    expect(error_ == nullptr, "success with an error");
  }
  if (has_error) expect(error_ != reinterpret_cast<senryaku_error*>(this), "*error is left as it was");
  return returned_.number;
}

void call::verify_failure(std::int64_t status) const {
  expect(status >= SENRYAKU_E_ARGUMENT && status < SENRYAKU_E_INTERNAL, "status " + std::to_string(status));
  expect(output_ == nullptr, "failure with an output");
  if (error_ == nullptr || error_ == reinterpret_cast<const senryaku_error*>(this)) return;
  expect(senryaku_error_count(error_) >= 1, "an error without a reason");
  std::int64_t length = 0;
  const char* json = senryaku_error_json(error_, &length);
  expect(json != nullptr && std::strlen(json) == static_cast<std::size_t>(length) && is_utf8(json),
         "the error as JSON is no UTF-8 text of its length");
  for (std::int64_t i = 0; i < senryaku_error_count(error_); ++i) {
    expect(senryaku_error_code(error_, i)[0] != '\0', "a reason without a code");
    for (const char* language : {"ja", "en"}) {
      const char* message = senryaku_error_message(error_, i, language);
      expect(message != nullptr && message[0] != '\0' && is_utf8(message), "a reason without text");
    }
    expect(is_utf8(senryaku_error_pointer(error_, i)), "a pointer that is not UTF-8");
  }
}

void call::verify_inputs() const {
  expect(texts_ == texts_before_, "a text of the caller was changed");
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const parameter& wanted = subject_.parameters[i];
    if (wanted.array == nullptr) continue;
    expect(std::memcmp(arrays_[i].get(), wanted.array, wanted.array_bytes) == 0, "an array of the caller was changed");
  }
}

void call::release() {
  if (output_ != this) free_handle(output_type_, output_);
  if (error_ != reinterpret_cast<senryaku_error*>(this)) senryaku_error_free(error_);
  output_ = nullptr;
  error_ = nullptr;
}

std::string call::answer() const {
  std::string text;
  if (output_type_ == handle_type::result && output_ != nullptr) {
    std::int64_t length = 0;
    const char* json = senryaku_result_json(static_cast<const senryaku_result*>(output_), &length);
    text.assign(json, static_cast<std::size_t>(length));
  }
  if (subject_.returns == result::text && returned_.pointer != nullptr)
    text += static_cast<const char*>(returned_.pointer);
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (subject_.parameters[i].how != passing::array_out) continue;
    text.append(reinterpret_cast<const char*>(arrays_[i].get()), room * sizeof(double));
  }
  return text + std::to_string(subject_.returns == result::array ? 0 : returned_.number);
}

}  // namespace boundary

int main(int argc, char** argv) {
  using namespace boundary;
  for (const int signal : {SIGSEGV, SIGFPE, SIGILL, SIGABRT}) std::signal(signal, report_crash);
  const std::string_view wanted = argc == 2 ? argv[1] : "";
  const std::pair<std::string_view, void (*)()> tests[] = {
    {"arguments", refuse_hostile_arguments},
    {"threads", share_handles_between_threads},
#if !defined(_WIN32)  // there a program's operator new does not reach into a DLL
    {"allocations", survive_failing_allocations},
    {"first-use", build_rules_with_failing_allocations},
    {"cycles", make_and_free_without_growth},
    {"locale", ignore_the_locale},
#endif
  };
  for (const auto& [name, test] : tests) {
    if (name != wanted) continue;
    for (const auto& subject : functions()) {
      enter(subject.name, "table");
      expect(!subject.lacks_example, "has no example call: add one to tests/capi/calls.json");
    }
    test();
    std::printf("%zu functions, %d failures\n", functions().size(), failures());
    return failures() == 0 ? 0 : 1;
  }
  std::printf("usage: boundary arguments | threads | allocations | first-use | cycles | locale\n");
  return 2;
}
