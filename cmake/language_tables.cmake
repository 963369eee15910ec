# The tables of assets/languages/, as C++ initialisers without their outer braces: what "languages/words.inc" holds is
# included between braces. A name in an object is that of a member.
foreach(table IN ITEMS aliases fonts kinds status-words words)
  set(source "${CMAKE_SOURCE_DIR}/assets/languages/${table}.json")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  file(READ "${source}" text)
  string(REGEX REPLACE "^[[{]|[]}]\n$" "" text "${text}")
  string(REGEX REPLACE "\"([A-Za-z]+)\": " ".\\1 = " text "${text}")
  string(REPLACE "[" "{" text "${text}")
  string(REPLACE "]" "}" text "${text}")
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/tables/languages/${table}.inc" CONTENT "${text}" @ONLY)
endforeach()
