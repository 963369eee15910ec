#pragma once

// Read first by other projects' code in the web build, some of which writes on where no memory is to be had: in
// WebAssembly address 0 is memory like any other, and what lies there would be overwritten. A trap ends the core instead,
// as `operator new` does, and the page goes on with another one.
#include <stdlib.h>

static inline void* memory_or_trap(void* memory) {
  if (!memory) __builtin_trap();
  return memory;
}
#define malloc(size) memory_or_trap(malloc(size))
#define realloc(memory, size) memory_or_trap(realloc(memory, size))
