#!/bin/sh
# Prints the folder that holds emcc: the one on PATH if it is of version 4 or later, else one that is
# fetched, without root, from the packages of Debian's suite forky into the cache shared by all checkouts.
set -eu
. "$(dirname "$0")/private-apt.sh"

suite=forky
root=$article_cache/emscripten
least=4

if command -v emcc >/dev/null; then
  version=$(emcc -dumpversion 2>/dev/null || echo 0)
  if [ "${version%%.*}" -ge "$least" ] 2>/dev/null; then
    em-config EMSCRIPTEN_ROOT
    exit 0
  fi
fi

emcc_folder=$root/usr/share/emscripten
if [ -f "$root/complete" ]; then
  echo "$emcc_folder"
  exit 0
fi

mkdir -p "$article_cache"
exec 9>"$article_cache/emscripten.lock"
flock 9
if [ -f "$root/complete" ]; then # another checkout was faster
  echo "$emcc_folder"
  exit 0
fi

say() { echo "emscripten: $*" >&2; }
fail() {
  say "$*"
  say "tried: emcc $least or later on PATH; the packages of Debian $suite"
  say "install emsdk (emscripten.org) and put emcc on PATH"
  exit 1
}

config=$(private_apt_config "$suite") || fail "Debian $suite can't be read"
say "downloading from Debian $suite (160 MB)"
with_retries apt-get -qq -c "$config" install -y --download-only emscripten patchelf >&2 9>&- ||
  fail "the download failed"

# The machine's own python3 and node serve; compilers and headers for the machine itself are not needed.
rm -rf "$root"
mkdir -p "$root"
say "unpacking into $root"
for package in "$(dirname "$config")"/cache/archives/*.deb; do
  case ${package##*/} in
    libc6-dev_* | libc-dev-bin_* | linux-libc-dev_* | libgcc-*-dev_* | libstdc++-*-dev_* | libobjc*) ;;
    gcc* | g++* | cpp* | binutils* | libbinutils* | python3* | libpython3* | nodejs_* | libnode*) ;;
    *) dpkg -x "$package" "$root" ;;
  esac
done

# The unpacked programs were linked for a newer system: each is told to use the unpacked loader and
# libraries. patchelf, one of them, is started through that loader.
libc=$(find "$root/usr/lib" -name libc.so.6 | head -n 1)
libraries=${libc%/*}
loader=$(find "$libraries" -maxdepth 1 -name 'ld-linux*.so.*' | head -n 1)
llvm=$(find "$root/usr/lib" -maxdepth 1 -name 'llvm-*' | sort -V | tail -n 1)
[ -n "$loader" ] && [ -n "$llvm" ] || fail "the packages hold no loader or no LLVM"
patchelf() { "$loader" --library-path "$libraries" "$root/usr/bin/patchelf" "$@"; }
is_elf() { [ "$(dd if="$1" bs=4 count=1 2>/dev/null | tr -d '\177')" = ELF ]; }

for program in "$llvm"/bin/* "$root"/usr/bin/wasm-*; do
  if [ -f "$program" ] && [ ! -L "$program" ] && is_elf "$program"; then
    patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$libraries:$llvm/lib" "$program" ||
      fail "$program can't be changed"
  fi
done
find "$libraries" "$llvm/lib" -type f \( -name 'libLLVM*.so*' -o -name 'libclang-cpp*.so*' -o -name 'libbinaryen*.so*' \) |
  while read -r library; do
    patchelf --force-rpath --set-rpath "$libraries:$llvm/lib" "$library"
  done

# Emscripten's JavaScript optimiser asks for acorn where npm would have put it.
ln -sfn nodejs "$root/usr/share/node_modules"

# Beside emcc this file is read without being named in the environment.
cat >"$emcc_folder/.emscripten" <<CONFIG
LLVM_ROOT = '$llvm/bin'
BINARYEN_ROOT = '$root/usr'
NODE_JS = '$(command -v node || echo node)'
CACHE = '$article_cache/emscripten-cache'
CONFIG

say "checking"
"$emcc_folder/emcc" --version >"$root/version.txt" 2>&1 || {
  cat "$root/version.txt" >&2
  fail "the unpacked emcc does not run"
}
say "$(head -n 1 "$root/version.txt")"
rm -f "$(dirname "$config")"/cache/archives/*.deb
touch "$root/complete"
echo "$emcc_folder"
