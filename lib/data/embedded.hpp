/// The rule data that were embedded at build time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace senryaku::data {

struct embedded_file {
  std::string_view path;  ///< below lib/data
  std::string_view text;
};

/// All embedded files, in the order of lib/data/CMakeLists.txt.
std::vector<embedded_file> embedded_files();

}  // namespace senryaku::data
