# Install tree: headers, libraries, a CMake package with the components c and cpp, pkg-config, the Python package.
# Pure C consumers need neither Boost nor a C++ compiler, so the two components have export sets of their own.
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/senryaku")

if(TARGET senryaku_c)
  install(TARGETS senryaku_c EXPORT senryaku-c
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT dev
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT library
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
  install(FILES capi/include/senryaku.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)
  install(EXPORT senryaku-c NAMESPACE senryaku:: FILE senryaku-c-targets.cmake DESTINATION "${package_dir}" COMPONENT dev)
  # Relative to the .pc file, so that the tree may be moved after installation.
  file(RELATIVE_PATH includedir_from_pkgconfig "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
  configure_file(cmake/senryaku.pc.in "${PROJECT_BINARY_DIR}/senryaku.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/senryaku.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
  if(WIN32)  # for linkers that cannot read MinGW's import library: lib /def:senryaku.def
    install(FILES "${PROJECT_BINARY_DIR}/capi/senryaku.def" DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
  endif()
  install(DIRECTORY bindings/python/senryaku DESTINATION lib/python3/dist-packages COMPONENT python
    PATTERN __pycache__ EXCLUDE)
endif()

if(TARGET senryaku)  # not on Windows: there only the C library is made
  install(TARGETS senryaku EXPORT senryaku-cpp ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
  install(DIRECTORY include/senryaku DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)
  install(EXPORT senryaku-cpp NAMESPACE senryaku:: FILE senryaku-cpp-targets.cmake DESTINATION "${package_dir}" COMPONENT dev)
endif()
install(DIRECTORY lib/schema/v1 DESTINATION ${CMAKE_INSTALL_DATADIR}/senryaku/schema COMPONENT dev FILES_MATCHING PATTERN "*.json")

configure_package_config_file(cmake/senryaku-config.cmake.in "${PROJECT_BINARY_DIR}/senryaku-config.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/senryaku-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/senryaku-config.cmake" "${PROJECT_BINARY_DIR}/senryaku-config-version.cmake"
  cmake/FindUtf8proc.cmake DESTINATION "${package_dir}" COMPONENT dev)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME senryaku)
set(CPACK_PACKAGE_CONTACT "senryaku maintainers <maintainers@senryaku.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libsenryaku1)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libsenryaku-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libsenryaku1 (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-senryaku)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "python3 (>= 3.8), libsenryaku1 (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_PYTHON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
