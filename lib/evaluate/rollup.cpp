#include <senryaku/evaluate.hpp>

#include <algorithm>

#include "evaluate/bands.hpp"

namespace senryaku {
inline namespace v1 {
namespace {

constexpr int no_place = 1 << 20;

/// A class of the scheme or of the roll-up, as far as gathering looks at it.
struct known_class {
  std::string_view symbol;
  std::string_view meaning;
  bool good = false;
  std::optional<decimal> points;
  const std::vector<std::string>* includes = nullptr;
};

const rollup_rule* rule_of(const rating_scheme& scheme, rollup_level level) {
  for (const auto& rule : scheme.rollups) {
    if (std::find(rule.levels.begin(), rule.levels.end(), level) != rule.levels.end()) return &rule;
  }
  return nullptr;
}

class gathering {
 public:
  gathering(const rating_scheme& scheme, rollup_level level, const std::vector<rated_item>& items)
      : scheme_(scheme), rule_(rule_of(scheme, level)), items_(items) {
    result_.scheme = scheme.id;
    result_.level = level;
    for (const auto& band : scheme.bands) classes_.push_back({band.symbol, band.meaning, band.good, band.points, &band.includes});
    if (rule_ == nullptr) return;
    for (const auto& entry : rule_->classes) {
      if (place(entry.symbol) == no_place)
        classes_.push_back({entry.symbol, entry.meaning, entry.good, entry.points, nullptr});
    }
  }

  group_evaluation run() {
    count();
    if (rule_ == nullptr) return std::move(result_);
    result_.method = rule_->method;
    add_shares();
    if (rule_->method == rollup_method::count) return std::move(result_);
    result_.gap = gather();
    return std::move(result_);
  }

 private:
  int place(std::string_view symbol) const {
    const auto at =
        std::find_if(classes_.begin(), classes_.end(), [&](const known_class& c) { return c.symbol == symbol; });
    return at == classes_.end() ? no_place : static_cast<int>(at - classes_.begin());
  }

  std::int64_t& counter(const std::string& symbol) {
    const auto known = std::find_if(result_.counts.begin(), result_.counts.end(),
                                    [&](const rating_count& c) { return c.symbol == symbol; });
    if (known != result_.counts.end()) return known->count;
    result_.counts.push_back({symbol, 0, {}});
    return result_.counts.back().count;
  }

  void count() {
    for (const auto& item : items_) {
      if (item.left_out) {
        ++result_.left_out;
        continue;
      }
      ++result_.total;
      result_.rated += item.rated ? 1 : 0;
      if (!item.rated && item.symbol.empty()) continue;
      ++counter(item.symbol);
      for (const auto& entry : classes_) {
        const bool includes = entry.includes != nullptr && item.rated &&
                              std::find(entry.includes->begin(), entry.includes->end(), item.symbol) !=
                                  entry.includes->end();
        if (includes) ++counter(std::string(entry.symbol));
      }
    }
    std::stable_sort(result_.counts.begin(), result_.counts.end(), [&](const rating_count& a, const rating_count& b) {
      return place(a.symbol) < place(b.symbol);
    });
  }

  std::int64_t denominator() const {
    return rule_->denominator == rollup_denominator::all ? result_.total : result_.rated;
  }

  /// Printed shares of the classes; where the scheme makes them fill 100, the largest takes the difference.
  void add_shares() {
    if (denominator() == 0) return;
    const auto shown = [&](const decimal& value) {
      return value.to_string() + (rule_->rounding.percent_sign ? "%" : "");
    };
    std::optional<decimal> rest = decimal(100);
    rating_count* largest = nullptr;
    for (auto& entry : result_.counts) {
      const auto share = ratio::make(entry.count, denominator());
      const auto percent = share ? percentage(*share, rule_->rounding) : std::nullopt;
      if (!percent) continue;
      entry.share = shown(*percent);
      if (largest == nullptr || entry.count > largest->count) {
        largest = &entry;
      }
    }
    if (!rule_->shares_fill_100 || largest == nullptr) return;
    for (auto& entry : result_.counts) {
      const auto share = ratio::make(entry.count, denominator());
      const auto percent = share ? percentage(*share, rule_->rounding) : std::nullopt;
      if (&entry != largest && percent && rest) rest = subtract(*rest, *percent);
    }
    if (rest) largest->share = shown(*rest);
  }

  group_gap gather() {
    if (rule_->method == rollup_method::judgement) return group_gap::judged;
    if (result_.rated == 0) return group_gap::nothing_rated;
    if (rule_->min_coverage) {
      const auto coverage = ratio::make(100 * result_.rated, result_.total);
      if (coverage && *coverage < *rule_->min_coverage) return group_gap::low_coverage;
    }
    switch (rule_->method) {
      case rollup_method::majority:
        return take(most_frequent());
      case rollup_method::worst:
        return take(worst());
      case rollup_method::share:
        return by_figure(share());
      case rollup_method::mean_rate:
        return by_figure(mean([](const rated_item& item) { return item.rate; }));
      case rollup_method::mean_points:
        return by_figure(mean([](const rated_item& item) { return points(item); }));
      default:
        return by_figure(sum());
    }
  }

  static std::optional<ratio> points(const rated_item& item) {
    return item.points ? std::optional<ratio>(*item.points) : std::nullopt;
  }

  group_gap take(const std::string& symbol) {
    result_.rating = symbol;
    const int at = place(symbol);
    if (at != no_place) {
      const known_class& found = classes_[static_cast<std::size_t>(at)];
      result_.rating_meaning = found.meaning;
      result_.good = found.good;
      result_.points = found.points;
    }
    return group_gap::none;
  }

  std::string most_frequent() {
    std::vector<rating_count> own;  // without what classes count that include others
    for (const auto& item : items_) {
      if (!item.rated || item.left_out) continue;
      const auto known =
          std::find_if(own.begin(), own.end(), [&](const rating_count& c) { return c.symbol == item.symbol; });
      if (known != own.end()) {
        ++known->count;
      } else {
        own.push_back({item.symbol, 1, {}});
      }
    }
    std::stable_sort(own.begin(), own.end(), [&](const rating_count& a, const rating_count& b) {
      if (a.count != b.count) return a.count > b.count;
      return rule_->tie == tie_rule::worse ? place(a.symbol) > place(b.symbol) : place(a.symbol) < place(b.symbol);
    });
    for (const auto& entry : own) {
      result_.rule += (result_.rule.empty() ? "" : " ≥ ") + entry.symbol + " " + std::to_string(entry.count);
    }
    return own.front().symbol;
  }

  std::string worst() {
    const rated_item* last = nullptr;
    for (const auto& item : items_) {
      if (!item.rated || item.left_out) continue;
      if (last == nullptr || place(item.symbol) > place(last->symbol)) last = &item;
    }
    result_.rule = last->element.empty() ? last->symbol : last->symbol + " (" + last->element + ")";
    return last->symbol;
  }

  std::optional<ratio> share() {
    const auto good = std::count_if(items_.begin(), items_.end(), [](const rated_item& item) {
      return item.rated && item.good && !item.left_out;
    });
    result_.rule = std::to_string(good) + " ÷ " + std::to_string(denominator());
    return ratio::make(good, denominator());
  }

  decimal weight_of(const rated_item& item) const {
    for (const auto& entry : rule_->weights) {
      if (entry.element == item.element) return entry.weight;
    }
    return 1;
  }

  /// Σ weight × value ÷ Σ weight; no value when a rated item has none.
  template <class Value>
  std::optional<ratio> mean(Value value) {
    std::optional<ratio> total = ratio{}, weights = ratio{};
    std::string terms;
    for (const auto& item : items_) {
      if (!item.rated || item.left_out) continue;
      const std::optional<ratio> own = value(item);
      const decimal weight = weight_of(item);
      const auto part = own ? ratio::multiply(*own, weight) : std::nullopt;
      total = total && part ? ratio::add(*total, *part) : std::nullopt;
      weights = weights ? ratio::add(*weights, weight) : std::nullopt;
      if (own) {
        terms += (terms.empty() ? "" : " + ") + own->to_string();
        if (weight != decimal(1)) terms += "×" + weight.to_string();
      }
    }
    if (!total || !weights) return std::nullopt;
    result_.rule = "(" + terms + ") ÷ " + weights->to_string();
    return ratio::divide(*total, *weights);
  }

  std::optional<ratio> sum() {
    std::optional<ratio> total = ratio{};
    for (const auto& item : items_) {
      if (!item.rated || item.left_out) continue;
      const auto own = points(item);
      const auto part = own ? ratio::multiply(*own, weight_of(item)) : std::nullopt;
      total = total && part ? ratio::add(*total, *part) : std::nullopt;
      if (part) result_.rule += (result_.rule.empty() ? "" : " + ") + part->to_string();
    }
    return total;
  }

  /// Prints the figure and finds its class.
  group_gap by_figure(const std::optional<ratio>& figure) {
    const bool of_points = rule_->method == rollup_method::mean_points || rule_->method == rollup_method::sum_points;
    if (!figure) return of_points ? group_gap::no_points : group_gap::too_large;
    const auto formula = of_points ? rate_formula::difference : rate_formula::ratio;  // for its unit only
    const auto printed = percentage(*figure, rule_->rounding, formula);
    auto compared = of_points ? figure : ratio::multiply(*figure, decimal(100));
    if (!printed || !compared) return group_gap::too_large;
    if (rule_->rounding.before_rating) compared = ratio(*printed);
    result_.figure_numerator = to_string(figure->numerator());
    result_.figure_denominator = to_string(figure->denominator());
    result_.figure = printed->to_string() + (of_points || !rule_->rounding.percent_sign ? "" : "%");
    if (!rule_->judged_part.empty()) return group_gap::judged;
    if (!rule_->classes.empty()) return fit(rule_->classes, *compared);
    if (rule_->method != rollup_method::mean_rate) return group_gap::counted_only;
    std::vector<rating_band> by_rate;
    std::copy_if(scheme_.bands.begin(), scheme_.bands.end(), std::back_inserter(by_rate),
                 [](const rating_band& band) { return band.when == rating_condition::band && !band.and_when; });
    return by_rate.empty() ? group_gap::counted_only : fit(by_rate, *compared);
  }

  template <class Class>
  group_gap fit(const std::vector<Class>& classes, const ratio& figure) {
    for (const auto& entry : classes) {
      if (!within_bounds(entry, figure)) continue;
      result_.rating = entry.symbol;
      result_.rating_meaning = entry.meaning;
      result_.good = entry.good;
      result_.points = entry.points;
      return group_gap::none;
    }
    return group_gap::no_class;
  }

  const rating_scheme& scheme_;
  const rollup_rule* rule_;
  const std::vector<rated_item>& items_;
  std::vector<known_class> classes_;
  group_evaluation result_;
};

}  // namespace

group_evaluation roll_up(const rating_scheme& scheme, rollup_level level, const std::vector<rated_item>& items) {
  return gathering(scheme, level, items).run();
}

}  // namespace v1
}  // namespace senryaku
