// Boost.JSON's sources for the shared library, compiled once and hidden by visibility and version script.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#endif
#include <boost/json/src.hpp>
