#include <cstring>

#include "handles.hpp"

namespace {

using senryaku::reported_finding;
using senryaku::capi::is_handle;

const reported_finding* problem_at(const senryaku_error* error, int64_t index) {
  if (!is_handle(error) || index < 0 || index >= static_cast<int64_t>(error->problems.size())) return nullptr;
  return &error->problems[static_cast<std::size_t>(index)];
}

}  // namespace

int64_t senryaku_error_count(const senryaku_error* error) {
  return is_handle(error) ? static_cast<int64_t>(error->problems.size()) : 0;
}

const char* senryaku_error_code(const senryaku_error* error, int64_t index) {
  const reported_finding* problem = problem_at(error, index);
  return problem == nullptr ? nullptr : problem->code.c_str();
}

const char* senryaku_error_message(const senryaku_error* error, int64_t index, const char* language) {
  const reported_finding* problem = problem_at(error, index);
  if (problem == nullptr) return nullptr;
  const bool english = language != nullptr && std::strcmp(language, "en") == 0;
  return english ? problem->en.c_str() : problem->ja.c_str();
}

const char* senryaku_error_pointer(const senryaku_error* error, int64_t index) {
  const reported_finding* problem = problem_at(error, index);
  return problem == nullptr ? nullptr : problem->pointer.c_str();
}

int64_t senryaku_error_line(const senryaku_error* error, int64_t index) {
  const reported_finding* problem = problem_at(error, index);
  return problem == nullptr ? 0 : problem->line.value_or(0);
}

int64_t senryaku_error_column(const senryaku_error* error, int64_t index) {
  const reported_finding* problem = problem_at(error, index);
  return problem == nullptr ? 0 : problem->column.value_or(0);
}

const char* senryaku_error_json(const senryaku_error* error, int64_t* length) {
  if (length != nullptr) *length = 0;
  if (!is_handle(error)) return nullptr;
  if (length != nullptr) *length = static_cast<int64_t>(error->json.size());
  return error->json.c_str();
}

void senryaku_error_free(senryaku_error* error) {
  senryaku::capi::release(error);
}
