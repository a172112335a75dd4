/// Counts what operator new gives out while a `counted` lives, in the programs that link counting_new.cpp. Outside of it
/// nothing is counted, so that counting takes no part in the times. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>

class counted {
 public:
  counted();
  ~counted();
  counted(const counted&) = delete;
  counted& operator=(const counted&) = delete;

  /// Bytes asked of operator new so far.
  std::int64_t allocated() const;
  /// Bytes given out and not got back (as the allocator rounds them).
  std::int64_t held() const;
};
