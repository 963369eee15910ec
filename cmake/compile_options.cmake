# How code is compiled, each kind of options an INTERFACE target.

# Sanitizers: for everything of a build, other projects' code included.
add_library(article_sanitizers INTERFACE)
if(ARTICLE_SANITIZE)
  # vptr needs run-time types, which our code has none of.
  set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr)
  target_compile_options(article_sanitizers INTERFACE
    ${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(article_sanitizers INTERFACE ${sanitizers})
endif()
if(ARTICLE_FUZZ)
  # Fuzzing is the faster the better, and finds each index that is out of a container's range.
  target_compile_options(article_sanitizers INTERFACE -O1 -fsanitize=fuzzer-no-link)
  target_compile_definitions(article_sanitizers INTERFACE $<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
endif()
# Coverage: for everything of a build, as some of our tables are parts of other projects' libraries.
add_library(article_coverage INTERFACE)
if(ARTICLE_COVERAGE)
  target_compile_options(article_coverage INTERFACE
    -fprofile-instr-generate -fcoverage-mapping
    # ccache may hand over what another clone compiled: no path of it.
    -fcoverage-compilation-dir=.)
  # An assertion is for our mistakes: a test can't reach the branch where it fails.
  target_compile_definitions(article_coverage INTERFACE NDEBUG)
  target_link_options(article_coverage INTERFACE -fprofile-instr-generate)
endif()

# Size: the web build's.
add_library(article_size INTERFACE)
if(EMSCRIPTEN)
  target_compile_options(article_size INTERFACE
    -Oz -flto -ffunction-sections -fdata-sections
    # Virtual functions that no one calls are left out, those with one body called directly.
    -fwhole-program-vtables -fvirtual-function-elimination
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti;-fno-threadsafe-statics>)
  target_link_options(article_size INTERFACE -Oz -flto -fno-exceptions -fno-rtti)
endif()

# Other projects' code: as it is, without their warnings.
add_library(article_foreign INTERFACE)
target_link_libraries(article_foreign INTERFACE article_sanitizers article_coverage article_size)
target_compile_options(article_foreign INTERFACE -w)
if(EMSCRIPTEN)
  target_compile_options(article_foreign INTERFACE
    "SHELL:-include \"${PROJECT_SOURCE_DIR}/cmake/refused_memory.h\"")
endif()

# Our code.
add_library(article_strict INTERFACE)
target_link_libraries(article_strict INTERFACE article_sanitizers article_coverage article_size)
target_compile_options(article_strict INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor;-Woverloaded-virtual;-fno-exceptions;-fno-rtti>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Warnings of GCC 12 that are wrong about the standard library when it optimises (GCC bugs 105329,
  # 107852, 109224).
  target_compile_options(article_strict INTERFACE
    $<$<CONFIG:Release>:-Wno-restrict;-Wno-stringop-overflow;-Wno-array-bounds;-Wno-maybe-uninitialized>)
endif()

# What links the WebAssembly module. The library of imports and the exported functions are
# src/web/CMakeLists.txt's.
add_library(article_web_link INTERFACE)
if(EMSCRIPTEN)
  target_link_libraries(article_web_link INTERFACE article_size)
  target_link_options(article_web_link INTERFACE
    -sFILESYSTEM=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH -sINITIAL_HEAP=1048576
    -sSTACK_SIZE=131072 -sJS_MATH -sSUPPORT_LONGJMP=0 -sASSERTIONS=0 --no-entry
    # What is undefined here is imported; a test compares the imports with what web/core/core.js gives.
    -sERROR_ON_UNDEFINED_SYMBOLS=0 -sWARN_ON_UNDEFINED_SYMBOLS=0
    # Linking inlines only what gets smaller by it (0.7 KB brotli), a second round of wasm-opt begins
    # from flat code, where it finds more (0.8 KB), and so does a third (0.1 KB), and what is alike stands
    # together (0.4 KB).
    -Wl,-mllvm,-inline-threshold=-25
    -sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,--zero-filled-memory,-Oz,-Oz,--flatten,--rereloop,-Oz,-Oz,--reorder-functions-by-name
    # Which function is whose, for ./dev size; the module itself stays without names.
    --emit-symbol-map)
endif()
