/// The one place that differs by platform: NFKC through utf8proc, or through the system on Windows.
#pragma once

#include <cstdint>
#include <string_view>

namespace senryaku::platform {

/// NFKC of UTF-8 `text` into `out`; the number of bytes, −1 when it does not fit or the text is not UTF-8.
std::int64_t nfkc(std::string_view text, char* out, std::int64_t capacity);

}  // namespace senryaku::platform
