#!/bin/sh
# Fetches the sources listed in tools/sources.txt into the cache shared by all checkouts, and prints for
# each the CMake option that names its folder. A source that Debian does not give is left to CMake's
# FetchContent, which gets the same version from its project; that is said on standard error.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
. "$tools/private-apt.sh"

folder=$article_cache/sources
mkdir -p "$folder"
exec 9>"$folder/lock"
flock 9

# from_debian NAME PACKAGE VERSION SHA256 SUITES TARGET
from_debian() {
  command -v apt-get >/dev/null || { echo "no apt on this machine" >>"$tried"; return 1; }
  for suite in $(echo "$5" | tr , ' '); do
    config=$(private_apt_config "$suite" 2>>"$tried") || continue
    work=$folder/$1.download
    rm -rf "$work"
    mkdir -p "$work"
    # A mirror may list another version, or hold the tarball alone; the pin decides.
    if ! (cd "$work" && with_retries apt-get -qq -c "$config" source --tar-only --download-only \
      "$2=$3" >apt.log 2>&1 9>&-); then
      echo "Debian $suite, $2 $3: $(tail -n 1 "$work/apt.log")" >>"$tried"
      continue
    fi
    tarball=$(find "$work" -name '*.orig.tar.*' | head -n 1)
    if ! echo "$4  $tarball" | sha256sum --check --status 2>/dev/null; then
      echo "Debian $suite, $2 $3: the tarball is not the one that is pinned" >>"$tried"
      continue
    fi
    mkdir -p "$work/tree"
    tar -xf "$tarball" -C "$work/tree" --strip-components=1
    rm -rf "$6"
    mv "$work/tree" "$6"
    rm -rf "$work"
    return 0
  done
  return 1
}

tried=$folder/tried.txt
grep -v '^#' "$tools/sources.txt" | while read -r name package version pin suites; do
  [ -n "$name" ] || continue
  target=$folder/$name-$(echo "$pin" | cut -c1-12)
  if [ ! -d "$target" ]; then
    : >"$tried"
    echo "sources: $name $version" >&2
    if ! from_debian "$name" "$package" "$version" "$pin" "$suites" "$target"; then
      echo "sources: $name is left to CMake's FetchContent; tried before:" >&2
      sed 's/^/  /' "$tried" >&2
      continue
    fi
  fi
  echo "-DFETCHCONTENT_SOURCE_DIR_$(echo "$name" | tr a-z A-Z)=$target"
done
