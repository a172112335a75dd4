#include "json/describe_support.hpp"

#include "json/described.hpp"

namespace senryaku::json {

#define SENRYAKU_COMPILED_HERE(type) template const type_info& info_of<type>();
SENRYAKU_DESCRIBED_SUPPORT(SENRYAKU_COMPILED_HERE)

}  // namespace senryaku::json
