# The parts of the project as targets.

# article_layer(text DEPENDS document SOURCES a.cpp b.cpp [LIBRARIES unibreak sheenbidi])
#
# The static library article_text of src/text/. DEPENDS names the layers that its headers include;
# host comes by itself. LIBRARIES are other projects' targets, seen by this layer alone.
function(article_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "DEPENDS;SOURCES;LIBRARIES")
  add_library(article_${name} STATIC ${layer_SOURCES})
  target_link_libraries(article_${name} PUBLIC article_host PRIVATE article_strict ${layer_LIBRARIES})
  foreach(dependency IN LISTS layer_DEPENDS)
    target_link_libraries(article_${name} PUBLIC article_${dependency})
  endforeach()
endfunction()

# article_test(text SOURCES line_breaker_test.cpp [LIBRARIES unibreak])
#
# The GoogleTest program article_text_test of tests/text/ for the library article_text, known to ctest
# test by test.
# Test files may include from src/ and from tests/ ("fakes/fixed_width_text_host.h").
function(article_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "" "SOURCES;LIBRARIES")
  set(program article_${name}_test)
  add_executable(${program} ${test_SOURCES})
  target_include_directories(${program} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_link_libraries(${program} PRIVATE
    article_${name} article_host article_strict ${test_LIBRARIES} GTest::gtest_main)
  gtest_discover_tests(${program}
    DISCOVERY_MODE PRE_TEST
    TEST_PREFIX "${name}/"
    PROPERTIES LABELS ${name})
endfunction()
