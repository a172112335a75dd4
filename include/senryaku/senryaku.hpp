/// The whole C++ library.
#pragma once

#include <senryaku/base.hpp>
#include <senryaku/calendar.hpp>
#include <senryaku/comparison.hpp>
#include <senryaku/elements.hpp>
#include <senryaku/japanese_number.hpp>
#include <senryaku/json.hpp>
#include <senryaku/model.hpp>
#include <senryaku/review.hpp>
#include <senryaku/rules.hpp>
#include <senryaku/series.hpp>
#include <senryaku/structure.hpp>
#include <senryaku/version.hpp>
