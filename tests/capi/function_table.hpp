/// The functions of senryaku.h as a table, written by function_table.py: what each is called with, and how to call it.
#pragma once

#include <senryaku.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace boundary {

/// One argument; the member that counts is decided by `passing`.
struct slot {
  std::int64_t integer = 0;
  double real = 0;
  void* pointer = nullptr;
};

enum class passing {
  integer,
  real,
  handle,
  text,      ///< UTF-8, its length is the next parameter
  length,    ///< of the text before it
  c_string,  ///< ends with NUL
  array_in,
  arrays_in,     ///< an array of pointers to arrays
  array_out,     ///< an array that the function fills, or one number such as a length
  borrowed_out,  ///< a pointer into a handle's memory
  handle_out,
  error_out
};
enum class handle_type { none, strategy, rules, result, error };
enum class result { nothing, status, number, text, array };

struct parameter {
  const char* name;
  passing how;
  handle_type handle;
  bool may_be_null;  ///< by the rules of the interface, or by the function's comment
  // The example call:
  const char* text;  ///< nullptr: none
  std::size_t text_size;
  double number;
  const void* array;
  std::size_t array_bytes;
};

struct returned {
  std::int64_t number = 0;
  const void* pointer = nullptr;
};

struct function {
  const char* name;
  result returns;
  bool lacks_example;
  std::vector<parameter> parameters;
  returned (*call)(const slot* given);
};

const std::vector<function>& functions();

/// The document that the tests read.
std::string_view strategy_text();

}  // namespace boundary
