# senryaku_add_reference(name title input for_c): the Doxyfile of one reference, and the target docs_<name> that writes it
# to docs/<name>/html of the build tree. Any warning fails.
find_package(Doxygen QUIET)
function(senryaku_add_reference name REFERENCE INPUT FOR_C)
  set(OUTPUT "${PROJECT_BINARY_DIR}/docs/${name}")
  if(FOR_C)
    set(EXTRACT_ALL NO)  # every function, type and constant has to be documented
    set(AUTOBRIEF YES)
  else()
    set(EXTRACT_ALL YES)  # members whose name says everything need no comment
    set(AUTOBRIEF NO)
  endif()
  configure_file("${PROJECT_SOURCE_DIR}/cmake/Doxyfile.in" "${PROJECT_BINARY_DIR}/docs/Doxyfile.${name}" @ONLY)
  file(MAKE_DIRECTORY "${OUTPUT}")
  add_custom_target(docs_${name} COMMAND Doxygen::doxygen "${PROJECT_BINARY_DIR}/docs/Doxyfile.${name}" VERBATIM)
endfunction()
if(DOXYGEN_FOUND)
  senryaku_add_reference(c "the C interface" "${PROJECT_SOURCE_DIR}/capi/include" YES)
  senryaku_add_reference(cpp "the C++ library" "${PROJECT_SOURCE_DIR}/include/senryaku" NO)
  add_custom_target(docs DEPENDS docs_c docs_cpp)
endif()
