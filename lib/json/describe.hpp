/// How a plain struct becomes JSON and back. Each struct's members are listed once, in a specialisation of `describe`;
/// reading (with positions and errors) and canonical writing both follow that list.
///
///   template <> struct describe<citation> {
///     static constexpr member_info members[] = {
///         member<&citation::title>("title", presence::required),
///         member<&citation::url>("url")};
///   };
///
/// Members may be: std::string, bool, int, std::int64_t, double, decimal, civil_day, enums with `enum_names`, described
/// structs, std::optional and std::vector of these, and std::map<std::string, T>. A struct with `extra_members extras`
/// named in `describe<T>::extras` keeps members that the format does not know.
#pragma once

#include <senryaku/base.hpp>
#include <senryaku/calendar.hpp>
#include <senryaku/model/document.hpp>

#include <array>
#include <charconv>
#include <map>
#include <type_traits>

namespace senryaku::json {

enum class shape : std::uint8_t { text, number, boolean, scalar, object, map, array };

/// `required`: must be there. `nullable`: must be there, null says "unknown". `optional`: absent says "not stated".
enum class presence : std::uint8_t { required, nullable, optional };

/// Why a scalar was refused: the finding's code and what was expected, in both languages.
struct scalar_problem {
  std::string_view code;
  std::string expected_ja;
  std::string expected_en;
};

struct type_info;

struct member_info {
  std::string_view name;
  presence need = presence::optional;
  const type_info& (*type)() = nullptr;
  void* (*address)(void* object) = nullptr;
  std::uint32_t name_hash = 0;
};

/// FNV-1a; keys of the position table.
constexpr std::uint32_t hash_name(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

using write_item = void (*)(void* context, std::string_view key, const void* value);

/// The erased operations of one C++ type. Only the ones of its shape are set.
struct type_info {
  shape kind;
  std::string_view name_ja;
  std::string_view name_en;
  /// The place of the value inside a member: opens an optional, is the identity otherwise.
  void* (*open)(void* slot) = nullptr;
  /// The value inside a member, or nullptr when it is absent (an empty text, list or optional).
  const void* (*peek)(const void* slot) = nullptr;

  bool (*assign_text)(void* value, std::string_view text, scalar_problem& problem) = nullptr;
  bool (*assign_number)(void* value, std::string_view text, scalar_problem& problem) = nullptr;
  bool (*assign_boolean)(void* value, bool given) = nullptr;
  void (*write_scalar)(const void* value, std::string& out) = nullptr;
  /// Scalars that may also be a list of strings: opens that list.
  std::vector<std::string>* (*open_list)(void* value) = nullptr;

  const member_info* members = nullptr;
  std::size_t member_count = 0;
  std::uint64_t required = 0;  ///< bit i: member i must be there
  extra_members* (*extras)(void* object) = nullptr;

  const type_info& (*element)() = nullptr;  // of arrays and maps
  void* (*append)(void* array) = nullptr;
  void (*reserve)(void* array, std::size_t count) = nullptr;
  void* (*insert)(void* map, std::string_view key) = nullptr;
  void (*each)(const void* container, void* context, write_item item) = nullptr;

  /// For schemas: a name (of objects and enums the C++ one); of scalars what a reader accepts as a JSON Schema 2020-12,
  /// as far as a schema can say it; of enums the words.
  std::string_view type_name = {};
  std::string_view schema = {};
  std::vector<std::string_view> (*words)() = nullptr;
  bool is_optional = false;
};

/// Appends a JSON string literal.
void append_quoted(std::string& out, std::string_view text);

template <class T>
struct describe;  // to be specialised for each struct

/// To be specialised for each enum: `static constexpr std::pair<E, std::string_view> table[]`.
template <class E>
struct enum_names;

/// Lists the words of an enum in the document: SENRYAKU_ENUM(colour, {red, "red"}, {blue, "blue"});
#define SENRYAKU_ENUM(type, ...)                                                \
  template <>                                                                   \
  struct enum_names<type> {                                                     \
    using enum type;                                                            \
    static constexpr std::pair<type, std::string_view> table[] = {__VA_ARGS__}; \
  }

/// To be specialised for scalar types of a room: `static constexpr type_info make()`.
template <class T>
struct scalar_type;

namespace detail {

template <class T>
void* open_plain(void* slot) {
  return slot;
}
template <class T>
const void* peek_plain(const void* slot) {
  return slot;
}
template <class T>
const void* peek_container(const void* slot) {
  return static_cast<const T*>(slot)->empty() ? nullptr : slot;
}

/// The name of `T` without its namespaces, which GCC and Clang tell within the function's name.
template <class T>
constexpr std::string_view short_name() {
  const std::string_view text = __PRETTY_FUNCTION__;
  const std::size_t begin = text.find("T = ") + 4;
  const std::string_view name = text.substr(begin, text.find_first_of(";]", begin) - begin);
  return name.substr(name.rfind(':') + 1);
}
/// The name alone, so that the library does not carry the text around it.
template <class T>
inline constexpr auto stored_name = [] {
  std::array<char, short_name<T>().size()> letters{};
  for (std::size_t i = 0; i < letters.size(); ++i) letters[i] = short_name<T>()[i];
  return letters;
}();
template <class T>
constexpr std::string_view type_name() {
  return {stored_name<T>.data(), stored_name<T>.size()};
}

template <class T>
bool assign_integer(void* value, std::string_view text, scalar_problem& problem) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *static_cast<T*>(value));
  if (error == std::errc{} && end == text.data() + text.size()) return true;
  problem = {"format.number.integer", "整数", "an integer"};
  return false;
}
template <class T>
void write_integer(const void* value, std::string& out) {
  out += std::to_string(*static_cast<const T*>(value));
}

template <class E>
std::vector<std::string_view> enum_words() {
  std::vector<std::string_view> words;
  for (const auto& entry : enum_names<E>::table) words.push_back(entry.second);
  return words;
}
template <class E>
std::string enum_choices() {
  std::string text;
  for (const std::string_view word : enum_words<E>()) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}
template <class E>
bool assign_enum(void* value, std::string_view text, scalar_problem& problem) {
  for (const auto& entry : enum_names<E>::table) {
    if (entry.second == text) {
      *static_cast<E*>(value) = entry.first;
      return true;
    }
  }
  const std::string choices = enum_choices<E>();
  problem = {"format.value.choice", choices, choices};
  return false;
}
template <class E>
void write_enum(const void* value, std::string& out) {
  for (const auto& entry : enum_names<E>::table) {
    if (entry.first == *static_cast<const E*>(value)) {
      append_quoted(out, entry.second);
      return;
    }
  }
  out += "null";
}

bool assign_string(void* value, std::string_view text, scalar_problem& problem);
bool assign_day(void* value, std::string_view text, scalar_problem& problem);
bool assign_decimal(void* value, std::string_view text, scalar_problem& problem);
bool assign_double(void* value, std::string_view text, scalar_problem& problem);
bool assign_bool(void* value, bool given);
void write_string(const void* value, std::string& out);
void write_day(const void* value, std::string& out);
void write_decimal(const void* value, std::string& out);
void write_double(const void* value, std::string& out);
void write_bool(const void* value, std::string& out);

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
/// An optional of something whose description may be compiled in another translation unit (described.hpp).
template <class T>
struct is_optional_description : std::false_type {};
template <class T>
struct is_optional_description<std::optional<T>>
    : std::bool_constant<std::is_enum_v<T> || (std::is_class_v<T> && !std::is_same_v<T, decimal> &&
                                               !std::is_same_v<T, civil_day> && !std::is_same_v<T, std::string>)> {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_string_map : std::false_type {};
template <class T>
struct is_string_map<std::map<std::string, T>> : std::true_type {};

template <class T>
concept has_scalar_type = requires {
  scalar_type<T>::make();
};
template <class T>
concept keeps_extras = requires {
  describe<T>::extras;
};

}  // namespace detail

template <class T>
const type_info& info_of();

namespace detail {

template <class T>
constexpr type_info plain_scalar(shape kind, std::string_view ja, std::string_view en) {
  type_info info{kind, ja, en};
  info.open = open_plain<T>;
  info.peek = peek_plain<T>;
  return info;
}

template <class T>
constexpr type_info text_info() {
  type_info info = plain_scalar<T>(shape::text, "文字列", "a string");
  info.peek = peek_container<T>;
  info.assign_text = assign_string;
  info.schema = R"({"type": "string", "minLength": 1})";
  info.write_scalar = write_string;
  return info;
}
constexpr type_info day_info() {
  type_info info = plain_scalar<civil_day>(shape::text, "日付 YYYY-MM-DD", "a day YYYY-MM-DD");
  info.assign_text = assign_day;
  info.type_name = "day";
  info.schema =
      R"({"type": "string", "pattern": "^(1[4-9]|[2-9][0-9])[0-9]{2}-)"
      R"(((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"})";
  info.write_scalar = write_day;
  return info;
}
constexpr type_info decimal_info() {
  type_info info = plain_scalar<decimal>(shape::number, "数値", "a number");
  info.assign_number = assign_decimal;
  info.schema =
      R"({"type": "number", "exclusiveMinimum": -1000000000000000000, "exclusiveMaximum": 1000000000000000000})";
  info.write_scalar = write_decimal;
  return info;
}
constexpr type_info double_info() {
  type_info info = plain_scalar<double>(shape::number, "数値", "a number");
  info.assign_number = assign_double;
  info.schema = R"({"type": "number"})";
  info.write_scalar = write_double;
  return info;
}
constexpr type_info bool_info() {
  type_info info = plain_scalar<bool>(shape::boolean, "true または false", "true or false");
  info.assign_boolean = assign_bool;
  info.schema = R"({"type": "boolean"})";
  info.write_scalar = write_bool;
  return info;
}
template <class T>
constexpr type_info integer_info() {
  type_info info = plain_scalar<T>(shape::number, "整数", "an integer");
  info.assign_number = assign_integer<T>;
  static_assert(std::is_same_v<T, std::int32_t> || std::is_same_v<T, std::int64_t>);
  info.schema = sizeof(T) == 4
                    ? R"({"type": "integer", "minimum": -2147483648, "maximum": 2147483647})"
                    : R"({"type": "integer", "minimum": -9223372036854775808, "maximum": 9223372036854775807})";
  info.write_scalar = write_integer<T>;
  return info;
}
template <class E>
constexpr type_info enum_info() {
  type_info info = plain_scalar<E>(shape::text, "文字列", "a string");
  info.assign_text = assign_enum<E>;
  info.type_name = type_name<E>();
  info.words = enum_words<E>;
  info.write_scalar = write_enum<E>;
  return info;
}
template <class T>
constexpr type_info object_info() {
  type_info info = plain_scalar<T>(shape::object, "オブジェクト {…}", "an object {…}");
  info.type_name = type_name<T>();
  info.members = describe<T>::members;
  info.member_count = std::size(describe<T>::members);
  static_assert(std::size(describe<T>::members) <= 64, "the reader keeps the members it has seen in 64 bits");
  for (std::size_t i = 0; i < info.member_count; ++i) {
    if (info.members[i].need != presence::optional) info.required |= std::uint64_t{1} << i;
  }
  if constexpr (keeps_extras<T>) {
    info.extras = [](void* object) -> extra_members* { return &(static_cast<T*>(object)->*describe<T>::extras); };
  }
  return info;
}
template <class T>
constexpr type_info vector_info() {
  using element_type = typename T::value_type;
  type_info info = plain_scalar<T>(shape::array, "配列 […]", "an array […]");
  info.peek = peek_container<T>;
  info.element = info_of<element_type>;
  info.append = [](void* array) -> void* { return &static_cast<T*>(array)->emplace_back(); };
  info.reserve = [](void* array, std::size_t count) { static_cast<T*>(array)->reserve(count); };
  info.each = [](const void* array, void* context, write_item item) {
    for (const auto& value : *static_cast<const T*>(array)) item(context, {}, &value);
  };
  return info;
}
template <class T>
constexpr type_info map_info() {
  using mapped_type = typename T::mapped_type;
  type_info info = plain_scalar<T>(shape::map, "オブジェクト {…}", "an object {…}");
  info.peek = peek_container<T>;
  info.element = info_of<mapped_type>;
  info.insert = [](void* map, std::string_view key) -> void* {
    const auto [at, fresh] = static_cast<T*>(map)->try_emplace(std::string(key));
    return fresh ? &at->second : nullptr;
  };
  info.each = [](const void* map, void* context, write_item item) {
    for (const auto& [key, value] : *static_cast<const T*>(map)) item(context, key, &value);
  };
  return info;
}
template <class T>
constexpr type_info optional_info(type_info info) {
  info.is_optional = true;
  info.open = [](void* slot) -> void* { return &static_cast<std::optional<T>*>(slot)->emplace(); };
  info.peek = [](const void* slot) -> const void* {
    const auto& held = *static_cast<const std::optional<T>*>(slot);
    return held ? &*held : nullptr;
  };
  return info;
}

template <class T>
constexpr type_info make_info() {
  if constexpr (has_scalar_type<T>) {
    return scalar_type<T>::make();
  } else if constexpr (std::is_same_v<T, std::string>) {
    return text_info<T>();
  } else if constexpr (std::is_same_v<T, civil_day>) {
    return day_info();
  } else if constexpr (std::is_same_v<T, decimal>) {
    return decimal_info();
  } else if constexpr (std::is_same_v<T, double>) {
    return double_info();
  } else if constexpr (std::is_same_v<T, bool>) {
    return bool_info();
  } else if constexpr (std::is_integral_v<T>) {
    return integer_info<T>();
  } else if constexpr (std::is_enum_v<T>) {
    return enum_info<T>();
  } else if constexpr (is_optional<T>::value) {
    return optional_info<typename T::value_type>(make_info<typename T::value_type>());
  } else if constexpr (is_vector<T>::value) {
    return vector_info<T>();
  } else if constexpr (is_string_map<T>::value) {
    return map_info<T>();
  } else {
    return object_info<T>();
  }
}

template <class C, class M>
M member_type(M C::*);
template <class C, class M>
C class_type(M C::*);

}  // namespace detail

template <class T>
const type_info& info_of() {
  if constexpr (detail::is_optional_description<T>::value) {
    using held = typename T::value_type;
    static const type_info info = detail::optional_info<held>(info_of<held>());
    return info;
  } else {
    static constexpr type_info info = detail::make_info<T>();
    return info;
  }
}

template <auto Pointer>
constexpr member_info member(std::string_view name, presence need = presence::optional) {
  using owner = decltype(detail::class_type(Pointer));
  using value = decltype(detail::member_type(Pointer));
  return {name, need, info_of<value>, [](void* object) -> void* { return &(static_cast<owner*>(object)->*Pointer); },
          hash_name(name)};
}

}  // namespace senryaku::json
