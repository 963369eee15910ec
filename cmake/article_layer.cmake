# The parts of the project as targets.

# A folder with a CMakeLists.txt of its own.
function(article_add_folder folder)
  if(EXISTS "${CMAKE_SOURCE_DIR}/${folder}/CMakeLists.txt")
    add_subdirectory("${folder}")
  endif()
endfunction()

# A source that is listed before it is written does not stop the other layers.
macro(article_existing_sources list)
  foreach(source IN LISTS ${list})
    if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
      message(WARNING "not there yet: ${CMAKE_CURRENT_SOURCE_DIR}/${source}")
      list(REMOVE_ITEM ${list} "${source}")
    endif()
  endforeach()
  if(NOT ${list})
    return()
  endif()
endmacro()

# article_layer(text DEPENDS document SOURCES a.cpp b.cpp [LIBRARIES unibreak sheenbidi])
#
# The static library article_text of src/text/. DEPENDS names the layers that its headers include;
# host comes by itself. LIBRARIES are other projects' targets, seen by this layer alone.
function(article_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "DEPENDS;SOURCES;LIBRARIES")
  article_existing_sources(layer_SOURCES)
  add_library(article_${name} STATIC ${layer_SOURCES})
  target_link_libraries(article_${name} PUBLIC article_host PRIVATE article_strict ${layer_LIBRARIES})
  foreach(dependency IN LISTS layer_DEPENDS)
    target_link_libraries(article_${name} PUBLIC article_${dependency})
  endforeach()
endfunction()

# article_test(text SOURCES line_breaker_test.cpp [LIBRARIES unibreak])
#
# The GoogleTest program article_text_test of tests/text/, known to ctest test by test.
# Test files may include from src/ and from tests/ ("fakes/fixed_width_text_host.h").
# ARTICLE_TEST_DATA is the path of tests/, ARTICLE_SOURCE_DIR the path of the project.
function(article_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "" "SOURCES;LIBRARIES")
  article_existing_sources(test_SOURCES)
  set(program article_${name}_test)
  add_executable(${program} ${test_SOURCES})
  target_include_directories(${program} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(${program} PRIVATE
    ARTICLE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests"
    ARTICLE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(${program} PRIVATE
    article_host article_strict ${test_LIBRARIES} GTest::gtest_main)
  if(TARGET article_${name})
    target_link_libraries(${program} PRIVATE article_${name})
  endif()
  gtest_discover_tests(${program}
    DISCOVERY_MODE PRE_TEST
    TEST_PREFIX "${name}/"
    PROPERTIES LABELS ${name})
endfunction()

# article_bench(SOURCES layout_bench.cpp LIBRARIES article_layout)
#
# Adds to the Google Benchmark program article_bench; one of the sources has its main().
function(article_bench)
  cmake_parse_arguments(PARSE_ARGV 0 bench "" "" "SOURCES;LIBRARIES")
  if(NOT TARGET article_bench)
    add_executable(article_bench)
    target_include_directories(article_bench PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_compile_definitions(article_bench PRIVATE
      ARTICLE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests"
      ARTICLE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(article_bench PRIVATE
      article_host article_strict benchmark::benchmark)
  endif()
  target_sources(article_bench PRIVATE ${bench_SOURCES})
  target_link_libraries(article_bench PRIVATE ${bench_LIBRARIES})
endfunction()
