# Boost 1.81 (headers, and Boost.JSON for the static C++ library) and NFKC. On Windows the system normalises, and the DLL
# takes Boost.JSON from the headers, so no built library is needed there.
if(WIN32)
  find_path(SENRYAKU_BOOST_HEADERS boost/json/src.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH
    DOC "Folder that holds boost/")
  if(NOT SENRYAKU_BOOST_HEADERS)
    message(FATAL_ERROR "Boost's headers were not found: set SENRYAKU_BOOST_HEADERS")
  endif()
  # A folder of its own: the build machine's other headers must not be seen by the cross compiler.
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/boost-headers")
  file(CREATE_LINK "${SENRYAKU_BOOST_HEADERS}/boost" "${PROJECT_BINARY_DIR}/boost-headers/boost" SYMBOLIC COPY_ON_ERROR)
  add_library(Boost::headers INTERFACE IMPORTED)
  set_target_properties(Boost::headers PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${PROJECT_BINARY_DIR}/boost-headers")
  add_library(senryaku_nfkc INTERFACE)
  target_link_libraries(senryaku_nfkc INTERFACE normaliz)
else()
  find_package(Boost 1.81 REQUIRED COMPONENTS json)
  find_package(Utf8proc REQUIRED)
  add_library(senryaku_nfkc INTERFACE)
  target_link_libraries(senryaku_nfkc INTERFACE Utf8proc::utf8proc)
endif()
