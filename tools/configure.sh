#!/bin/sh
# configure.sh PRESET: gets what the preset needs and configures build/PRESET. Does nothing where
# that is done already; CMake itself sees later changes.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
preset=$1
build=$tools/../build/$preset
stamp=$build/configured-by

# What the answer depends on, apart from CMake's own files.
key=$(cat "$tools/sources.txt" "$tools/configure.sh" | cksum)
if [ -f "$build/build.ninja" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$key" ]; then
  exit 0
fi

if [ "$preset" = web ]; then
  EMSCRIPTEN_ROOT=$("$tools/fetch-emscripten.sh")
  export EMSCRIPTEN_ROOT
fi
# What was compiled once is not compiled again in the next clone, wherever that is.
if command -v ccache >/dev/null; then
  launcher="env;CCACHE_BASEDIR=$(cd "$tools/.." && pwd);CCACHE_NOHASHDIR=1;ccache"
  export CMAKE_C_COMPILER_LAUNCHER="$launcher" CMAKE_CXX_COMPILER_LAUNCHER="$launcher"
fi
sources=$("$tools/fetch-sources.sh")
# Some sources are of the native builds alone.
# shellcheck disable=SC2086  # one option a line, without spaces
(cd "$tools/.." && IFS='
' && cmake --no-warn-unused-cli --preset "$preset" $sources)
echo "$key" >"$stamp"
