/// What stands behind the opaque handles. Each begins with a tag, so that a handle of another type is an error.
#pragma once

#include <senryaku.h>
#include <senryaku/json.hpp>
#include <senryaku/review.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/table.hpp>

#include <string>

namespace senryaku::capi {

enum class tag : std::uint64_t {
  strategy = 0x7374726174656779,
  rules = 0x72756c6573202020,
  result = 0x726573756c742020,
  error = 0x6572726f72202020,
  freed = 0
};

}  // namespace senryaku::capi

struct senryaku_strategy {
  senryaku::capi::tag kind = senryaku::capi::tag::strategy;
  senryaku::strategy_document document;
  std::vector<senryaku::finding> warnings;
};

struct senryaku_rules {
  senryaku::capi::tag kind = senryaku::capi::tag::rules;
  senryaku::rules value;
};

struct senryaku_result {
  senryaku::capi::tag kind = senryaku::capi::tag::result;
  std::string json;
  std::vector<senryaku::result_table> tables;
};

struct senryaku_error {
  senryaku::capi::tag kind = senryaku::capi::tag::error;
  std::vector<senryaku::reported_finding> problems;
  std::string json;
};

namespace senryaku::capi {

template <class Handle>
inline constexpr tag tag_of = tag::freed;
template <>
inline constexpr tag tag_of<senryaku_strategy> = tag::strategy;
template <>
inline constexpr tag tag_of<senryaku_rules> = tag::rules;
template <>
inline constexpr tag tag_of<senryaku_result> = tag::result;
template <>
inline constexpr tag tag_of<senryaku_error> = tag::error;

template <class Handle>
bool is_handle(const Handle* handle) {
  return handle != nullptr && handle->kind == tag_of<Handle>;
}

template <class Handle>
void release(Handle* handle) {
  if (!is_handle(handle)) return;
  handle->kind = tag::freed;  // a second free is then likely to be noticed instead of crashing
  delete handle;
}

}  // namespace senryaku::capi
