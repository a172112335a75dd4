#include "calendar/scanner.hpp"

namespace senryaku::calendar {
namespace {

int kanji_digit(char32_t c) {
  if (c == U'零') return 0;
  const std::size_t at = std::u32string_view(U"〇一二三四五六七八九").find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int kanji_power(char32_t c) {
  return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

}  // namespace

std::optional<scanner::number> scanner::take_number() {
  const std::size_t start = at_;
  skip_spaces();
  if (take(U"元")) return number{1, 0};
  number found;
  while (base::is_digit(peek())) {
    if (++found.digits > 9) {
      at_ = start;
      return std::nullopt;
    }
    found.value = found.value * 10 + static_cast<int>(peek() - U'0');
    ++at_;
  }
  if (found.digits > 0) return found;
  const auto kanji = take_kanji();
  if (!kanji) at_ = start;
  return kanji;
}

std::optional<scanner::number> scanner::take_kanji() {
  int total = 0;
  int pending = -1;
  int length = 0;
  bool powers = false;
  for (; length < 8; ++length, ++at_) {
    const int digit = kanji_digit(peek());
    const int power = kanji_power(peek());
    if (digit >= 0) {
      pending = pending < 0 ? digit : pending * 10 + digit;
    } else if (power > 0) {
      total += (pending < 0 ? 1 : pending) * power;
      pending = -1;
      powers = true;
    } else {
      break;
    }
  }
  if (length == 0) return std::nullopt;
  const int value = total + (pending < 0 ? 0 : pending);
  if (value > 9999 || (powers && pending > 9)) return std::nullopt;
  return number{value, 0};
}

}  // namespace senryaku::calendar
