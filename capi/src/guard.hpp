/// The only way from C into C++: nothing throws past it, and every failure becomes a status and an error.
#pragma once

#include <initializer_list>
#include <new>
#include <string_view>
#include <utility>

#include "handles.hpp"

namespace senryaku::capi {

/// A failure on its way to the caller: thrown inside a guard, never outside.
struct failure {
  senryaku_status status;
  std::vector<finding> problems;
};

/// Stores the reasons in `*error` (when asked for) and returns the status. Out of memory leaves `*error` NULL.
senryaku_status report_failure(senryaku_error** error, failure&& why) noexcept;

template <class Body>
senryaku_status guard(senryaku_error** error, Body&& body) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    std::forward<Body>(body)();
    return SENRYAKU_OK;
  } catch (failure& why) {
    return report_failure(error, std::move(why));
  } catch (const std::bad_alloc&) {
    return SENRYAKU_E_MEMORY;
  } catch (...) {  // never what(): it may hold paths of the build
    try {
      return report_failure(error, {SENRYAKU_E_INTERNAL, {finding{"capi.internal", {}, {}, {}, std::nullopt}}});
    } catch (...) {
      return SENRYAKU_E_INTERNAL;
    }
  }
}

/// Throws `failure` for a wrong argument.
[[noreturn]] inline void fail_argument(const char* code, const char* argument) {
  throw failure{SENRYAKU_E_ARGUMENT, {finding{code, {}, {}, {{"argument", argument}}, std::nullopt}}};
}

/// Text given by the caller. Throws `failure` when the pointer and the length contradict each other.
std::string_view given_text(const char* text, std::int64_t length, const char* argument);

/// Throws `failure` when an array of these extents cannot exist: a negative one, or more elements of 8 bytes than an
/// address space holds.
void check_extents(std::initializer_list<std::int64_t> extents, const char* argument);

/// Throws `failure` when an output pointer is missing; sets it to NULL otherwise.
template <class Handle>
void prepare_output(Handle** out) {
  if (out == nullptr) fail_argument("capi.argument.null", "out");
  *out = nullptr;
}

/// The handle's object. Throws `failure` for NULL and for a handle of another type.
template <class Handle>
const Handle& checked(const Handle* handle, const char* argument) {
  if (handle == nullptr) fail_argument("capi.argument.null", argument);
  if (!is_handle(handle)) {
    throw failure{SENRYAKU_E_HANDLE, {finding{"capi.handle.type", {}, {}, {{"argument", argument}}, std::nullopt}}};
  }
  return *handle;
}

/// Options as text; NULL stands for an empty object.
std::string_view options_text(const char* options, std::int64_t length);

/// The rules behind `handle`; NULL stands for the built-in ones.
const rules& rules_or_built_in(const senryaku_rules* handle);

}  // namespace senryaku::capi
