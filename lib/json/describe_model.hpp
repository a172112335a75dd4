/// The members of the strategy document, in canonical order. One place for reader and writer.
#pragma once

#include "json/model/strategy.hpp"
