# senryaku_embed_data(target file...): embeds rule data as byte arrays. Each file is reachable at run time by its path
# below lib/data, through lib/data/embedded.hpp.
set(SENRYAKU_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_file.cmake")
function(senryaku_embed_data target)
  set(declarations "")
  set(entries "")
  foreach(file IN LISTS ARGN)
    string(MAKE_C_IDENTIFIER "${file}" symbol)
    set(source "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp")
    add_custom_command(OUTPUT "${generated}"
      COMMAND "${CMAKE_COMMAND}" -DINPUT=${source} -DOUTPUT=${generated} -DSYMBOL=${symbol} -P "${SENRYAKU_EMBED_SCRIPT}"
      DEPENDS "${source}" "${SENRYAKU_EMBED_SCRIPT}" VERBATIM)
    target_sources(${target} PRIVATE "${generated}")
    string(APPEND declarations "extern const unsigned char ${symbol}[];\nextern const std::size_t ${symbol}_size;\n")
    string(APPEND entries "    {\"${file}\", {reinterpret_cast<const char*>(${symbol}), ${symbol}_size}},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/embedded/index.cpp" CONTENT
"#include \"data/embedded.hpp\"

namespace senryaku::data {
@declarations@
std::vector<embedded_file> embedded_files() {
  return {
@entries@  };
}
}  // namespace senryaku::data
" @ONLY)
  target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/embedded/index.cpp")
endfunction()
