# Finds Emscripten and hands over to its own toolchain file. EMSCRIPTEN_ROOT, set by ./dev, names the
# folder that holds emcc; without it, the emcc on PATH is asked.
if(NOT DEFINED EMSCRIPTEN_ROOT_PATH)
  set(root "$ENV{EMSCRIPTEN_ROOT}")
  if(NOT root)
    execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE root
      OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
    message(FATAL_ERROR "Emscripten is not on PATH. Run ./dev build web, which fetches it on Debian, "
      "or install emsdk 4 or later.")
  endif()
  # Kept, so that CMake can run again by itself.
  set(EMSCRIPTEN_ROOT_PATH "${root}" CACHE PATH "The folder that holds emcc")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES EMSCRIPTEN_ROOT_PATH)
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
