// Boost.JSON's sources for the benchmarks that compare with its DOM.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <boost/json/src.hpp>
