#include "evaluate/jumps.hpp"

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

/// What the other values say about one year.
struct expectation {
  ratio value;
  ratio spread;
};

std::optional<expectation> expect(const std::vector<yearly_value>& others, int year) {
  const auto line = robust_trend(others, ratio(decimal(1)));
  const auto value = line ? trend_at(*line, year) : std::nullopt;
  if (!value) return std::nullopt;
  std::vector<ratio> deviations;
  std::vector<ratio> steps;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const auto on_line = trend_at(*line, others[i].year);
    const auto off = on_line ? ratio::subtract(others[i].value, *on_line) : std::nullopt;
    if (!off) return std::nullopt;
    deviations.push_back(absolute(*off));
    const auto step = i > 0 ? yearly_pace(others[i - 1], others[i]) : std::nullopt;
    if (step) steps.push_back(absolute(*step));
  }
  const auto deviation = median_of(std::move(deviations));
  const auto step = median_of(std::move(steps));
  if (!deviation || !step) return std::nullopt;
  return expectation{*value, std::max(*deviation, *step)};
}

/// 0.6745 × distance ÷ spread (Iglewicz & Hoaglin 1993).
std::optional<ratio> score_of(const decimal& value, const expectation& expected, const outlook_rules& rules) {
  const auto off = ratio::subtract(value, expected.value);
  const auto scaled = off ? ratio::multiply(absolute(*off), rules.jump_factor) : std::nullopt;
  return scaled ? ratio::divide(*scaled, expected.spread) : std::nullopt;
}

/// What may have been meant: the decimal point moved by up to three places (thousands for units), one digit too many,
/// or two neighbours swapped.
std::vector<decimal> slips_of(const decimal& typed) {
  std::vector<decimal> slips;
  std::int64_t factor = 1;
  for (int places = 1; places <= 3; ++places) {
    factor *= 10;
    if (typed.scale() + places <= decimal::max_scale) slips.emplace_back(typed.digits(), typed.scale() + places);
    const auto more = ratio::multiply(typed, decimal(factor));
    const auto whole = more ? more->round(typed.scale(), rounding_mode::truncate) : std::nullopt;
    if (whole) slips.push_back(*whole);
  }
  const std::string digits = std::to_string(typed.digits());
  const std::size_t first = typed.sign() < 0 ? 1 : 0;
  const auto add = [&](const std::string& text) { slips.emplace_back(std::stoll(text), typed.scale()); };
  for (std::size_t i = first; i < digits.size() && digits.size() > first + 1; ++i) {
    std::string text = digits;
    add(text.erase(i, 1));
    if (i + 1 == digits.size()) break;
    text = digits;
    std::swap(text[i], text[i + 1]);
    add(text);
  }
  return slips;
}

/// The slip that lies nearest to the expected value, when it is no outlier itself.
std::optional<decimal> likely_value(const decimal& typed, const expectation& expected, const outlook_rules& rules) {
  std::optional<decimal> best;
  ratio best_score(rules.jump_score);
  for (const auto& slip : slips_of(typed)) {
    const auto score = score_of(slip, expected, rules);
    if (!score || *score >= best_score) continue;
    best = slip;
    best_score = *score;
  }
  return best;
}

outlook_figure figure(const ratio& value, int decimals, std::string formula) {
  return {value.to_string(), value.round(decimals, rounding_mode::half_up), std::move(formula)};
}

}  // namespace

std::vector<value_jump> find_jumps(const std::vector<yearly_value>& history, const outlook_rules& rules, int decimals) {
  std::vector<value_jump> jumps;
  if (history.size() < static_cast<std::size_t>(std::max(rules.smallest_jump, 3))) return jumps;
  for (std::size_t i = 0; i < history.size(); ++i) {
    std::vector<yearly_value> others = history;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const auto expected = expect(others, history[i].year);
    const auto score = expected ? score_of(history[i].value, *expected, rules) : std::nullopt;
    if (!score || *score <= ratio(rules.jump_score)) continue;
    value_jump jump;
    jump.year = history[i].year;
    jump.value = history[i].value;
    jump.expected = figure(expected->value, decimals, "theil-sen, n = " + std::to_string(others.size()));
    const auto spread = expected->spread.round(decimals, rounding_mode::half_up);
    jump.score = figure(*score, 2,
                        rules.jump_factor.to_string() + " × |" + jump.value.to_string() + " − " +
                            (jump.expected.value ? jump.expected.value->to_string() : jump.expected.exact) + "| ÷ " +
                            (spread ? spread->to_string() : expected->spread.to_string()));
    jump.likely = likely_value(jump.value, *expected, rules);
    jumps.push_back(std::move(jump));
  }
  return jumps;
}

}  // namespace v1
}  // namespace senryaku
