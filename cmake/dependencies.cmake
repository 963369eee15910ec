# Other projects' code. Sources that ./dev fetched are handed over as FETCHCONTENT_SOURCE_DIR_<NAME>;
# without them, CMake fetches the same versions itself.
include(FetchContent)
set(FETCHCONTENT_QUIET OFF)

# --- nlohmann/json: headers -------------------------------------------------------------------
FetchContent_Declare(nlohmann_json
  GIT_REPOSITORY https://github.com/nlohmann/json.git
  GIT_TAG v3.11.2
  GIT_SHALLOW TRUE
  FIND_PACKAGE_ARGS 3.11)
if(EMSCRIPTEN)
  # The system's headers serve the web build too, but its folder is full of headers that do not: a
  # folder of our own links to this library alone.
  find_path(ARTICLE_JSON_HEADERS nlohmann/json.hpp
    PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH)
  if(ARTICLE_JSON_HEADERS)
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/headers")
    file(CREATE_LINK "${ARTICLE_JSON_HEADERS}/nlohmann" "${CMAKE_BINARY_DIR}/headers/nlohmann" SYMBOLIC)
    add_library(nlohmann_json INTERFACE)
    target_include_directories(nlohmann_json SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/headers")
    add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
  endif()
endif()
if(NOT TARGET nlohmann_json::nlohmann_json)
  FetchContent_MakeAvailable(nlohmann_json)
endif()
# Parsing reports errors by value (`parse(text, nullptr, false)`).
add_library(article_json INTERFACE)
target_link_libraries(article_json INTERFACE nlohmann_json::nlohmann_json)
target_compile_definitions(article_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)

# --- Sources that we compile ourselves ----------------------------------------------------------
# Populated, not added: we list what we compile, in the sources' own words.
function(article_fetch name repository tag)
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW TRUE
    # There is no such folder: the project's own build files are not wanted.
    SOURCE_SUBDIR article-viewer-lists-the-sources)
  FetchContent_MakeAvailable(${name})
  set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# libunibreak: line breaks (UAX #14) and widths (UAX #11); tests compare our grapheme clusters with its own.
article_fetch(unibreak https://github.com/adah1972/libunibreak.git libunibreak_6_1)
set(unibreak "${unibreak_SOURCE_DIR}/src")
add_library(unibreak STATIC
  "${unibreak}/emojidef.c"
  "${unibreak}/graphemebreak.c"
  "${unibreak}/linebreak.c"
  "${unibreak}/linebreakdata.c"
  "${unibreak}/linebreakdef.c"
  "${unibreak}/unibreakbase.c"
  "${unibreak}/unibreakdef.c")
# Of its data, two tables are ours, which take less room.
target_sources(unibreak PRIVATE "${PROJECT_SOURCE_DIR}/src/text/unicode_tables.cpp")
set_source_files_properties("${unibreak}/linebreakdata.c" PROPERTIES COMPILE_DEFINITIONS
  "lb_prop_supplementary=lb_prop_supplementary_original;lb_prop_supplementary_len=lb_prop_supplementary_original_len")
target_include_directories(unibreak SYSTEM PUBLIC "${unibreak}" PRIVATE "${PROJECT_SOURCE_DIR}/src")
target_link_libraries(unibreak PRIVATE article_foreign)

# SheenBidi: the bidirectional algorithm (UAX #9).
article_fetch(sheenbidi https://github.com/Tehreer/SheenBidi.git v3.0.0)
file(GLOB_RECURSE sheenbidi "${sheenbidi_SOURCE_DIR}/Source/*.c")
# Of its data, one table is ours, which takes less room.
list(FILTER sheenbidi EXCLUDE REGEX "/BidiTypeLookup\\.c$")
add_library(sheenbidi STATIC ${sheenbidi} "${PROJECT_SOURCE_DIR}/src/text/bidi_types.cpp")
target_include_directories(sheenbidi SYSTEM
  PUBLIC "${sheenbidi_SOURCE_DIR}/Headers" "${sheenbidi_SOURCE_DIR}/Source"
  PRIVATE "${PROJECT_SOURCE_DIR}/src")
target_link_libraries(sheenbidi PRIVATE article_foreign)

# Dear ImGui. The web build uses its draw lists without a context, so most of it is left out; the
# linker drops what remains unused. The native preview has all of it.
article_fetch(imgui https://github.com/ocornut/imgui.git v1.92.2b)
add_library(imgui STATIC
  "${imgui_SOURCE_DIR}/imgui.cpp"
  "${imgui_SOURCE_DIR}/imgui_draw.cpp"
  "${imgui_SOURCE_DIR}/imgui_tables.cpp"
  "${imgui_SOURCE_DIR}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
# imgui_config.h, read by every includer.
target_include_directories(imgui PUBLIC "${CMAKE_SOURCE_DIR}/cmake/imgui")
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="imgui_config.h")
target_link_libraries(imgui PRIVATE article_foreign)

# --- Native only --------------------------------------------------------------------------------
if(NOT EMSCRIPTEN AND (ARTICLE_PREVIEW OR ARTICLE_TESTS OR ARTICLE_FUZZ))
  # ada: URLs (the URL Standard), which in a browser are the browser's. It is what Node.js has, passes the
  # standard's own tests, brings its IDNA with it, and Debian has it as a source package.
  article_fetch(ada https://github.com/ada-url/ada.git v3.4.4)
  add_library(ada STATIC "${ada_SOURCE_DIR}/src/ada.cpp")
  target_include_directories(ada SYSTEM PUBLIC "${ada_SOURCE_DIR}/include")
  target_compile_definitions(ada PUBLIC ADA_INCLUDE_URL_PATTERN=0)
  target_link_libraries(ada PRIVATE article_foreign)
endif()

if(NOT EMSCRIPTEN AND ARTICLE_PREVIEW)
  # ImGui's own window and renderer; the preview finds GLFW and OpenGL through pkg-config.
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(glfw3 REQUIRED IMPORTED_TARGET glfw3)
  add_library(imgui_backends STATIC
    "${imgui_SOURCE_DIR}/backends/imgui_impl_glfw.cpp"
    "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui_backends SYSTEM PUBLIC "${imgui_SOURCE_DIR}/backends")
  target_link_libraries(imgui_backends
    PUBLIC imgui PkgConfig::glfw3 ${CMAKE_DL_LIBS}
    PRIVATE article_foreign)
endif()

if(NOT EMSCRIPTEN AND ARTICLE_TESTS)
  FetchContent_Declare(GTest
    GIT_REPOSITORY https://github.com/google/googletest.git
    GIT_TAG v1.14.0
    GIT_SHALLOW TRUE
    FIND_PACKAGE_ARGS NAMES GTest)
  FetchContent_MakeAvailable(GTest)
  include(GoogleTest)
endif()

if(NOT EMSCRIPTEN AND ARTICLE_BENCHMARKS)
  set(BENCHMARK_ENABLE_TESTING OFF)
  FetchContent_Declare(benchmark
    GIT_REPOSITORY https://github.com/google/benchmark.git
    GIT_TAG v1.8.3
    GIT_SHALLOW TRUE
    FIND_PACKAGE_ARGS NAMES benchmark)
  FetchContent_MakeAvailable(benchmark)
endif()
