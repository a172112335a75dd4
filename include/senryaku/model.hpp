/// The domain model of a regional strategy (地方版総合戦略): plain values, one struct per concept.
///
/// Conventions
/// - `id`s are unique in the document; other elements refer to them by id.
/// - An absent optional, or an empty text or list, means "not stated". It is never read as zero or as "no".
/// - Years are western; which twelve months they mean is the indicator's `year_kind`. Money is integer yen.
/// - `printed…` keeps the source's own wording beside the value that was read from it.
/// - `extras` keeps members of the document that this version of the format does not know.
/// Values may be copied and shared freely; nothing here holds a reference to anything else.
#pragma once

#include <senryaku/model/framework.hpp>
#include <senryaku/model/strategy.hpp>
