/// The digest of a strategy in one form.
#pragma once

#include <senryaku/coverage.hpp>

namespace senryaku::support {

plan_digest derive(const strategy& plan, const plan_form& form, const digest_options& options);

}  // namespace senryaku::support
