# The tables of assets/languages/ and assets/themes/, as C++ initialisers without their outer braces: what
# "languages/words.inc" holds is included between braces. A name in an object is that of a member, "0x1f" is a number. A
# row of words is one string, its parts ended by U+0000: pointers to each would be as long as they are.
foreach(table IN ITEMS languages/aliases languages/fonts languages/further languages/kinds languages/status-words
        languages/words themes/palettes themes/properties)
  set(source "${CMAKE_SOURCE_DIR}/assets/${table}.json")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  file(READ "${source}" text)
  string(REGEX REPLACE "^[[{]|[]}]\n$" "" text "${text}")
  string(REGEX REPLACE "\"([A-Za-z]+)\": " ".\\1 = " text "${text}")
  string(REGEX REPLACE "\"(0x[0-9a-f]+)\"" "\\1" text "${text}")
  if(table MATCHES "words$")
    string(REGEX REPLACE "\", \\[?\"" "\" \"\\\\0\" \"" text "${text}")
    string(REGEX REPLACE "[][]" "" text "${text}")
  endif()
  string(REPLACE "[" "{" text "${text}")
  string(REPLACE "]" "}" text "${text}")
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/tables/${table}.inc" CONTENT "${text}" @ONLY)
endforeach()

# Words of further languages, a row each: name, then all words in the order of the enumeration, without their keys. A
# page fetches the one it needs, and so does what prerenders in WebAssembly: there the table is empty.
file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/languages/words/*.json")
set(rows "")
foreach(source IN LISTS sources)
  if(NOT EMSCRIPTEN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
    get_filename_component(language "${source}" NAME_WE)
    file(READ "${source}" text)
    string(REGEX REPLACE "\"[A-Za-z]+\": " "" text "${text}")
    string(APPEND rows "{\"${language}\", ${text}},\n")
  endif()
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/tables/languages/further-words.inc" CONTENT "${rows}" @ONLY)

# Models that tell phrases apart, of the npm package `budoux`: "phrases/ja.inc" is a string literal. A page fetches the one it
# needs.
if(NOT EMSCRIPTEN)
  find_program(ARTICLE_NODE node REQUIRED)
  set(pack "${CMAKE_SOURCE_DIR}/tools/pack-phrases.mjs")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${pack}" "${CMAKE_SOURCE_DIR}/package-lock.json")
  execute_process(COMMAND "${ARTICLE_NODE}" "${pack}" "${CMAKE_BINARY_DIR}/tables/phrases" RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "The models of phrases can't be packed: `npm ci` brings the package that has them.")
  endif()
endif()
