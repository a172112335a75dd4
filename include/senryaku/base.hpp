/// Exact numbers and findings: what every room of the library is built on.
#pragma once

#include <senryaku/int128.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace senryaku {
inline namespace v1 {

/// How a figure is rounded. Half-way cases go away from zero (`half_up`, 四捨五入), to the even neighbour
/// (`half_even`), towards zero (`truncate`, 切捨て), or every remainder away from zero (`ceiling`, 切上げ).
enum class rounding_mode { half_up, half_even, truncate, ceiling };

/// An exact decimal as it was written: `digits` × 10^−`scale`. 12.30 keeps its scale of 2.
/// Range: at most 18 significant digits, scale 0–9. Comparison is by value (12.3 equals 12.30).
class decimal {
 public:
  static constexpr int max_scale = 9;
  static constexpr int max_digits = 18;

  constexpr decimal() = default;
  constexpr decimal(std::int64_t whole) : digits_(whole) {}  // NOLINT(google-explicit-constructor): exact
  /// Precondition: 0 ≤ scale ≤ 9 and |digits| < 10^18.
  constexpr decimal(std::int64_t digits, int scale) : digits_(digits), scale_(static_cast<std::uint8_t>(scale)) {}

  /// Reads `-?digits[.digits]` (JSON's form without exponent). Nothing else is accepted; no value is rounded.
  static std::optional<decimal> parse(std::string_view text);

  constexpr std::int64_t digits() const { return digits_; }
  constexpr int scale() const { return scale_; }
  constexpr bool is_zero() const { return digits_ == 0; }
  constexpr int sign() const { return (digits_ > 0) - (digits_ < 0); }
  /// Same digits and scale, so written alike.
  constexpr bool identical(const decimal& other) const { return digits_ == other.digits_ && scale_ == other.scale_; }

  /// As written: never an exponent, never grouping.
  std::string to_string() const;
  /// For statistics only; every comparison with a threshold stays exact.
  double to_double() const;

  friend bool operator==(const decimal& a, const decimal& b) { return compare(a, b) == 0; }
  friend bool operator!=(const decimal& a, const decimal& b) { return compare(a, b) != 0; }
  friend bool operator<(const decimal& a, const decimal& b) { return compare(a, b) < 0; }
  friend bool operator>(const decimal& a, const decimal& b) { return compare(a, b) > 0; }
  friend bool operator<=(const decimal& a, const decimal& b) { return compare(a, b) <= 0; }
  friend bool operator>=(const decimal& a, const decimal& b) { return compare(a, b) >= 0; }

 private:
  static int compare(const decimal& a, const decimal& b);

  std::int64_t digits_ = 0;
  std::uint8_t scale_ = 0;
};

/// An exact fraction in lowest terms with a positive denominator. Made from decimals, so that a rate is never rounded
/// before it is compared. An operation whose exact result does not fit 128 bits gives no value instead of a wrong one.
class ratio {
 public:
  constexpr ratio() = default;
  ratio(const decimal& value);  // NOLINT(google-explicit-constructor): exact

  /// `numerator` ÷ `denominator`; no value when the denominator is zero.
  static std::optional<ratio> make(int128 numerator, int128 denominator);
  static std::optional<ratio> divide(const ratio& a, const ratio& b);
  static std::optional<ratio> add(const ratio& a, const ratio& b);
  static std::optional<ratio> subtract(const ratio& a, const ratio& b);
  static std::optional<ratio> multiply(const ratio& a, const ratio& b);

  constexpr int128 numerator() const { return numerator_; }
  constexpr int128 denominator() const { return denominator_; }
  constexpr int sign() const { return (numerator_ > 0) - (numerator_ < 0); }

  /// −1, 0, 1; exact for all values.
  static int compare(const ratio& a, const ratio& b);
  friend bool operator==(const ratio& a, const ratio& b) { return compare(a, b) == 0; }
  friend bool operator!=(const ratio& a, const ratio& b) { return compare(a, b) != 0; }
  friend bool operator<(const ratio& a, const ratio& b) { return compare(a, b) < 0; }
  friend bool operator>(const ratio& a, const ratio& b) { return compare(a, b) > 0; }
  friend bool operator<=(const ratio& a, const ratio& b) { return compare(a, b) <= 0; }
  friend bool operator>=(const ratio& a, const ratio& b) { return compare(a, b) >= 0; }

  /// Rounded once to `scale` decimals (0–9); no value when it has more than 18 digits.
  std::optional<decimal> round(int scale, rounding_mode mode) const;
  /// "numerator/denominator", or the whole number alone.
  std::string to_string() const;
  double to_double() const;

 private:
  int128 numerator_ = 0;
  int128 denominator_ = 1;
};

/// Exact decimal of a 128-bit integer.
std::string to_string(int128 value);

/// a − b and a + b, exact; no value when the result leaves the range of `decimal`.
std::optional<decimal> subtract(const decimal& a, const decimal& b);
std::optional<decimal> add(const decimal& a, const decimal& b);

// ---- Values that are not plain numbers ------------------------------------------------------------------------------

/// Why there is no value. Unknown is a value of its own, never zero.
enum class unknown_reason {
  not_surveyed,   ///< 調査なし, e.g. a survey every second year
  not_collected,  ///< 集計中・未集計
  suspended,      ///< 中止, e.g. an event that was not held
  not_set,        ///< 未設定・別途設定
  not_published,  ///< 非公表, or the source could not be read
  not_applicable  ///< 新規: nothing existed to be counted
};

/// 以上・以下・未満・程度.
enum class target_bound { at_least, at_most, less_than, more_than, about };

// ---- Findings ------------------------------------------------------------------------------------------------------

/// How much a finding weighs. `error`: the document cannot be used as it stands. `warning`: something is wrong that a
/// council or an officer will point at. `advice`: it could be better.
enum class severity { error, warning, advice };

/// One figure or name behind a finding, under the placeholder's name in the message ("target" → "13,000").
struct finding_value {
  std::string name;
  std::string value;
};

/// A place in the text of a document: byte offset from 0; line and column from 1, columns in code points.
struct text_position {
  std::uint32_t offset = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// Something a reader of the strategy should know: a stable code with the values behind it. The texts, the severity and
/// the basis belong to the code and come from the message catalogue (`message_catalogue`).
struct finding {
  std::string code;                       ///< stable, e.g. "kpi.unit.missing"
  std::string element;                    ///< id of the element concerned, empty for the document
  std::string pointer;                    ///< JSON Pointer (RFC 6901) into the document
  std::vector<finding_value> values;      ///< in the order in which the message uses them
  std::optional<text_position> position;  ///< known when the document came from text

  /// The value under `name`, or empty.
  std::string_view value(std::string_view name) const;
};

/// A source: law, guide, page.
struct citation {
  std::string title;
  std::string url;
};

enum class language { ja, en };

/// What is known about one finding code, in both languages. Templates hold {name} placeholders for the finding's
/// values.
struct message {
  std::string code;
  severity level = severity::error;
  int weight = 0;  ///< among findings of one severity, the heavier ones are named first
  std::string ja;
  std::string en;
  std::string explanation_ja;  ///< why it matters and how to mend it
  std::string explanation_en;
  std::string example;  ///< one real or plain example
  std::vector<citation> basis;
};

/// The texts of all finding codes. Immutable after construction; any number of threads may read it.
class message_catalogue {
 public:
  message_catalogue() = default;
  /// Later entries replace earlier ones with the same code.
  explicit message_catalogue(std::vector<message> messages);

  const message* find(std::string_view code) const;
  /// The sentence for `f`: placeholders filled in, unknown placeholders left visible. The code itself when it is
  /// unknown.
  std::string render(const finding& f, language lang) const;
  severity level(const finding& f) const;
  const std::vector<message>& messages() const { return messages_; }

 private:
  std::vector<message> messages_;  // sorted by code
};

/// A value, or the findings that say why there is none. With a value the findings are warnings and advice.
template <class T>
struct outcome {
  std::optional<T> value;
  std::vector<finding> findings;

  explicit operator bool() const { return value.has_value(); }
  T& operator*() { return *value; }
  const T& operator*() const { return *value; }
  T* operator->() { return &*value; }
  const T* operator->() const { return &*value; }
};

/// Builds the JSON Pointer of the element that is being looked at.
class pointer_builder {
 public:
  /// Appends one step and takes it back at the end of the scope. `member` has to live as long as the step.
  class step {
   public:
    step(pointer_builder& owner, std::string_view member) : owner_(owner) { owner_.steps_.push_back({member, {}}); }
    step(pointer_builder& owner, std::string_view member, std::size_t index) : owner_(owner) {
      owner_.steps_.push_back({member, index});
    }
    ~step() { owner_.steps_.pop_back(); }
    step(const step&) = delete;
    step& operator=(const step&) = delete;

   private:
    pointer_builder& owner_;
  };
  std::string text() const;
  /// The pointer of a member of the current element.
  std::string member(std::string_view name) const;

 private:
  struct piece {
    std::string_view member;
    std::optional<std::size_t> index;
  };
  std::vector<piece> steps_;
};

// ---- Text ----------------------------------------------------------------------------------------------------------

/// NFKC form for comparison (full-width and half-width letters, ㋿ → 令和, ﾃﾞｼﾞﾀﾙ → デジタル),
/// with white space trimmed and runs of it joined. Stored text stays as written; only keys are made this way. Invalid
/// UTF-8 is returned unchanged.
std::string comparison_key(std::string_view text);

/// NFKC into `out` without allocating; the number of bytes, or −1 when it does not fit or the text is not UTF-8.
std::int64_t nfkc(std::string_view text, char* out, std::int64_t capacity);

/// True when all bytes form valid UTF-8.
bool is_utf8(std::string_view text);

}  // namespace v1
}  // namespace senryaku
