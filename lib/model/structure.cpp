#include <senryaku/structure.hpp>

#include <algorithm>

#include "model/findings.hpp"

namespace senryaku {
namespace structure {
namespace {

// ---- Frame ---------------------------------------------------------------------------------------------------------

class frame_check {
 public:
  frame_check(const strategy& plan, const std::vector<framework>& frameworks, collector& out)
      : plan_(plan), frameworks_(frameworks), frame_(find_framework(frameworks, plan.framework)), out_(out) {}

  void run() {
    check_framework();
    check_takes_account();
    check_publication();
    check_period();
    if (frame_ != nullptr) {
      check_against_frame();
      check_vision();
    }
    if (!plan_.population_vision) add("structure.population-vision.missing", "");
    check_participation();
    check_verification_body();
  }

 private:
  void add(std::string_view code, std::string pointer, std::vector<finding_value> values = {}) {
    out_.add(code, {}, std::move(pointer), std::move(values));
  }

  void check_framework() {
    if (plan_.framework.empty()) {
      add("structure.framework.missing", "");
    } else if (frame_ == nullptr && plan_.framework != "other") {
      add("structure.framework.unknown", "/framework", {{"found", plan_.framework}});
    }
  }

  void check_takes_account() {
    if (plan_.takes_account_of.empty()) add("structure.takes-account.missing", "");
  }

  void check_publication() {
    const bool in_force = plan_.adopted_on || (plan_.status && *plan_.status != strategy_status::drafting);
    if (in_force && !plan_.published_on) add("structure.publication.missing", "");
    if (plan_.adopted_on && plan_.published_on && *plan_.published_on < *plan_.adopted_on) {
      add("structure.publication.before-adoption", "/published_on",
          {{"published_on", plan_.published_on->to_string()}, {"adopted_on", plan_.adopted_on->to_string()}});
    }
  }

  void check_period() {
    const auto& start = plan_.period.start;
    const auto end = plan_.period.end;
    if (!start) add("structure.period.start-missing", "/period");
    if (!end) add("structure.period.end-missing", "/period");
    if (start && *start != fiscal_year::of(*start).first_day()) {
      add("structure.period.start-day", "/period/start", {{"found", start->to_string()}});
    }
    if (end && *end != fiscal_year::of(*end).last_day()) {
      add("structure.period.end-day", "/period/end", {{"found", end->to_string()}});
    }
    if (!start || !end) return;
    if (*end < *start) {
      add("structure.period.reversed", "/period/end", {{"start", start->to_string()}, {"end", end->to_string()}});
      return;
    }
    constexpr int guide_years = 5;  // guide of January 2015: five years
    const int years = fiscal_year::of(*end).value() - fiscal_year::of(*start).value() + 1;
    if (years != guide_years) add("structure.period.length", "/period", {{"years", std::to_string(years)}});
  }

  void check_against_frame() {
    const auto last = last_day(plan_);
    const std::vector<finding_value> frame_years{
        {"framework", frame_->name},
        {"first_year", frame_->first_year ? std::to_string(*frame_->first_year) : ""},
        {"last_year", frame_->last_year ? std::to_string(*frame_->last_year) : ""}};
    if (plan_.period.start && last) {
      const int first_year = fiscal_year::of(*plan_.period.start).value();
      const int last_year = fiscal_year::of(*last).value();
      const bool after = frame_->last_year && first_year > *frame_->last_year;
      const bool before = frame_->first_year && last_year < *frame_->first_year;
      if (after || before) {
        add("structure.framework.apart", "/framework", frame_years);
      } else if (frame_->last_year && last_year > *frame_->last_year) {
        add("structure.framework.ends-first", "/framework", frame_years);
      }
    }
    if (!plan_.adopted_on) return;
    if (frame_->decided_on && *plan_.adopted_on < *frame_->decided_on) {
      add("structure.framework.not-yet-decided", "/adopted_on",
          {{"framework", frame_->name}, {"decided_on", frame_->decided_on->to_string()}});
    }
    if (frame_->replaced_on && *plan_.adopted_on >= *frame_->replaced_on) {
      const framework* next = find_framework(frameworks_, frame_->successor);
      add("structure.framework.replaced", "/framework",
          {{"framework", frame_->name},
           {"replaced_on", frame_->replaced_on->to_string()},
           {"successor", next != nullptr ? next->name : frame_->successor}});
    }
  }

  void check_vision() {
    const bool stated = plan_.vision && (!plan_.vision->statement.empty() || !plan_.vision->catchphrase.empty());
    if (frame_->asks_vision && !stated) {
      add("structure.vision.missing", plan_.vision ? "/vision" : "", {{"framework", frame_->name}});
    }
    if (!plan_.vision || !plan_.vision->comprehensive_plan) return;
    const comprehensive_plan& whole = *plan_.vision->comprehensive_plan;
    if (frame_->asks_own_strategy && whole.relation == plan_relation::merged) {
      add("structure.comprehensive-plan.merged", "/vision/comprehensive_plan/relation", {{"framework", frame_->name}});
    }
    if (whole.aligned == false) {
      add("structure.vision.unaligned", "/vision/comprehensive_plan/aligned", {{"plan", whole.name}});
    }
  }

  /// Guide of January 2015: residents and 産官学金労言 take part in drafting.
  void check_participation() {
    if (!plan_.procedure || plan_.procedure->participation.empty()) {
      add("structure.participation.missing", plan_.procedure ? "/procedure" : "");
      return;
    }
    struct named_sector {
      sector which;
      const char* ja;
      const char* en;
    };
    constexpr named_sector all[] = {{sector::residents, "住民", "residents"},
                                    {sector::industry, "産（産業界）", "industry"},
                                    {sector::government, "官（行政）", "government"},
                                    {sector::academia, "学（教育機関）", "academia"},
                                    {sector::finance, "金（金融機関）", "finance"},
                                    {sector::labour, "労（労働団体）", "labour"},
                                    {sector::media, "言（報道）", "media"}};
    std::string ja;
    std::string en;
    for (const auto& entry : all) {
      const auto& list = plan_.procedure->participation;
      if (std::any_of(list.begin(), list.end(), [&](const participation& p) { return p.sector == entry.which; }))
        continue;
      ja += (ja.empty() ? "" : "、") + std::string(entry.ja);
      en += (en.empty() ? "" : ", ") + std::string(entry.en);
    }
    if (!ja.empty()) {
      add("structure.participation.sector-missing", "/procedure/participation",
          {{"sectors_ja", std::move(ja)}, {"sectors_en", std::move(en)}});
    }
  }

  void check_verification_body() {
    bool known = std::any_of(plan_.verifications.begin(), plan_.verifications.end(),
                             [](const verification& v) { return !v.body.empty(); });
    if (plan_.procedure) {
      const auto& steps = plan_.procedure->milestones;
      known = known || !plan_.procedure->committees.empty() ||
              std::any_of(steps.begin(), steps.end(),
                          [](const milestone& m) { return m.kind == milestone_kind::expert_meeting; });
    }
    if (!known) add("structure.verification-body.missing", plan_.procedure ? "/procedure" : "");
  }

  const strategy& plan_;
  const std::vector<framework>& frameworks_;
  const framework* frame_;
  collector& out_;
};

}  // namespace

void check_frame(const strategy& plan, const std::vector<framework>& frameworks, collector& out) {
  frame_check(plan, frameworks, out).run();
}

}  // namespace structure

inline namespace v1 {

std::vector<finding> check_structure(const strategy& plan, const std::vector<framework>& frameworks,
                                     const std::vector<era>& eras) {
  structure::collector out;
  structure::check_frame(plan, frameworks, out);
  structure::check_parts(plan, frameworks, out);
  structure::check_printed(plan, eras, out);
  return std::move(out.findings);
}

}  // namespace v1
}  // namespace senryaku
