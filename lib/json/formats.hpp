/// The published formats: what lib/schema is made of. Each file that reads or writes formats lists its own.
#pragma once

#include "json/describe.hpp"

namespace senryaku::json {

/// `read`: documents and options that come in. `written`: results.
enum class direction { read, written };

struct format_info {
  std::string_view name;  ///< of the schema file, e.g. "strategy"
  direction way;
  const type_info& (*type)();
};
using format_list = std::vector<format_info>;

format_list strategy_formats();
format_list rule_formats();
format_list review_formats();
format_list message_formats();
format_list check_formats();
format_list stage_formats();
format_list evaluation_formats();
format_list rating_column_formats();
format_list support_formats();
format_list support_column_formats();
format_list plan_formats();
format_list population_formats();
format_list comparison_formats();
format_list printed_formats();

}  // namespace senryaku::json
