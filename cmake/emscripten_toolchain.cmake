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
  set(EMSCRIPTEN_ROOT_PATH "${root}")
endif()
set(CMAKE_EXE_LINKER_FLAGS_INIT "")
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
