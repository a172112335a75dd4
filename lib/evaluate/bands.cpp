#include "evaluate/bands.hpp"

#include "evaluate/formula.hpp"

#include <algorithm>

namespace senryaku {
inline namespace v1 {
namespace {

/// Three-valued: a comparison with something unknown is unknown and gives no class.
using answer = std::optional<bool>;

class band_choice {
 public:
  band_choice(const rating_scheme& scheme, const band_question& question) : scheme_(scheme), asked_(question) {}

  bool fits(const rating_band& band) const {
    const bool rated = asked_.gap == rate_gap::none;
    // What people judge has a rating, only not here.
    if (band.when == rating_condition::not_rated) return !rated && asked_.gap != rate_gap::judged;
    if (!rated || band.when == rating_condition::judged) return false;
    const bool bounded = band.when == rating_condition::band || band.min || band.max;
    if (bounded && !(asked_.rate && within(band))) return false;
    if (band.and_when && !condition(*band.and_when).value_or(false)) return false;
    return band.when == rating_condition::band || condition(band.when).value_or(false);
  }

 private:
  bool falling() const { return asked_.indicator->aim && falls(*asked_.indicator->aim); }

  /// +1 better, 0 equal, −1 worse than `reference`, seen in the direction of the aim.
  std::optional<int> against(const std::optional<ratio>& reference) const {
    if (!asked_.indicator->aim || !asked_.actual || !reference) return std::nullopt;
    return (falling() ? -1 : 1) * ratio::compare(*asked_.actual, *reference);
  }

  template <class Test>
  answer test(const std::optional<ratio>& reference, Test holds) const {
    const auto order = against(reference);
    if (!order) return std::nullopt;
    return holds(*order);
  }

  answer condition(rating_condition when) const {
    const auto better = [](int order) { return order > 0; };
    const auto not_worse = [](int order) { return order >= 0; };
    const auto equal = [](int order) { return order == 0; };
    const auto not_better = [](int order) { return order <= 0; };
    const auto worse = [](int order) { return order < 0; };
    switch (when) {
      case rating_condition::target_exceeded:
        return test(asked_.level, better);
      case rating_condition::target_met:
        return test(asked_.level, not_worse);
      case rating_condition::target_equal:
        return test(asked_.level, equal);
      case rating_condition::target_missed:
        return test(asked_.level, worse);
      case rating_condition::better_than_baseline:
        return test(asked_.baseline, better);
      case rating_condition::equal_to_baseline:
        return test(asked_.baseline, equal);
      case rating_condition::not_better_than_baseline:
        return test(asked_.baseline, not_better);
      case rating_condition::worse_than_baseline:
        return test(asked_.baseline, worse);
      case rating_condition::within_tolerance_of_baseline:
        return unchanged();
      case rating_condition::improved_or_unchanged: {
        const answer improved = test(asked_.baseline, better);
        return improved.value_or(false) ? improved : unchanged();
      }
      case rating_condition::on_pace:
        return on_pace();
      case rating_condition::better_than_previous:
        return test(asked_.previous, better);
      case rating_condition::not_better_than_previous:
        return test(asked_.previous, not_better);
      case rating_condition::text_target_met:
        return text_met();
      default:
        return std::nullopt;
    }
  }

  answer unchanged() const {
    if (!asked_.actual || !asked_.baseline) return std::nullopt;
    auto distance = ratio::subtract(*asked_.actual, *asked_.baseline);
    if (!distance) return std::nullopt;
    if (distance->sign() < 0) distance = ratio::subtract(ratio{}, *distance);
    if (!scheme_.tolerance) return distance->sign() == 0;
    std::optional<ratio> limit = ratio(scheme_.tolerance->value);
    if (scheme_.tolerance->kind == tolerance_kind::relative) {
      auto base = asked_.baseline;
      if (base->sign() < 0) base = ratio::subtract(ratio{}, *base);
      const auto share = ratio::divide(*limit, decimal(100));
      limit = base && share ? ratio::multiply(*base, *share) : std::nullopt;
    }
    if (!limit) return std::nullopt;
    return *distance <= *limit;
  }

  answer on_pace() const {
    if (!asked_.level) return std::nullopt;
    const auto point = point_on_line(*asked_.indicator, *asked_.level, asked_.year);
    return test(point ? point : asked_.level, [](int order) { return order >= 0; });
  }

  answer text_met() const {
    if (asked_.target_text.empty() || !asked_.actual || !asked_.previous) return std::nullopt;
    const int order = ratio::compare(*asked_.actual, *asked_.previous);
    const auto says = [&](const char* word) { return asked_.target_text.find(word) != std::string::npos; };
    if (says("増加")) return order > 0;
    if (says("減少")) return order < 0;
    if (says("維持")) return falling() ? order <= 0 : order >= 0;
    return std::nullopt;
  }

  bool within(const rating_band& band) const {
    std::optional<ratio> figure = ratio::multiply(*asked_.rate, decimal(units_of(asked_.formula)));
    if (scheme_.rounding.before_rating) {
      const auto rounded = percentage(*asked_.rate, scheme_.rounding, asked_.formula);
      figure = rounded ? std::optional<ratio>(*rounded) : std::nullopt;
    }
    return figure && within_bounds(band, *figure);
  }

  const rating_scheme& scheme_;
  const band_question& asked_;
};

}  // namespace

const rating_band* choose_band(const rating_scheme& scheme, const band_question& question) {
  const band_choice choice(scheme, question);
  const auto at = std::find_if(scheme.bands.begin(), scheme.bands.end(),
                               [&](const rating_band& band) { return choice.fits(band); });
  return at == scheme.bands.end() ? nullptr : &*at;
}

std::optional<decimal> percentage(const ratio& rate, const rate_rounding& rounding, rate_formula formula) {
  const auto percent = ratio::multiply(rate, decimal(units_of(formula)));
  return percent ? percent->round(rounding.decimals, rounding.mode) : std::nullopt;
}

std::string printed_rate(const computed_rate& computed, const rating_scheme& scheme, rate_formula formula) {
  if (!computed.rate) return {};
  const auto percent = percentage(computed.excess ? *computed.excess : *computed.rate, scheme.rounding, formula);
  if (!percent) return {};
  const bool sign = scheme.rounding.percent_sign && units_of(formula) == 100;
  std::string text = percent->to_string() + (sign ? "%" : "");
  if (computed.excess) text += "超過";
  return text;
}

std::optional<ratio> point_on_line(const kpi& indicator, const ratio& final_level, int year) {
  const bool known = indicator.baseline && indicator.baseline->value && indicator.baseline->year && indicator.target &&
                     indicator.target->year && *indicator.target->year > *indicator.baseline->year;
  if (!known) return std::nullopt;
  const ratio start(*indicator.baseline->value);
  const int first = *indicator.baseline->year;
  const int last = *indicator.target->year;
  const auto share = ratio::make(std::min(year, last) - first, last - first);
  const auto way = ratio::subtract(final_level, start);
  const auto part = share && way ? ratio::multiply(*way, *share) : std::nullopt;
  return part ? ratio::add(start, *part) : std::nullopt;
}

}  // namespace v1
}  // namespace senryaku
