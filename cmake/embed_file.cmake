file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REPEAT "0x[0-9a-f][0-9a-f]," 16 one_line)
string(REGEX REPLACE "(${one_line})" "\\1\n" bytes "${bytes}")
file(WRITE "${OUTPUT}.tmp"
"#include <cstddef>
namespace senryaku::data {
extern const unsigned char ${SYMBOL}[];
extern const std::size_t ${SYMBOL}_size;
const unsigned char ${SYMBOL}[] = {${bytes}0x00};
const std::size_t ${SYMBOL}_size = sizeof(${SYMBOL}) - 1;
}
")
file(RENAME "${OUTPUT}.tmp" "${OUTPUT}")
