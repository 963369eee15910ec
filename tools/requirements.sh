# Sourced. What the machine must have, by kind; installed on a Debian family machine, named elsewhere.

packages_for() {
  case $1 in
    build) echo cmake ninja-build ccache g++ pkg-config git ca-certificates xz-utils python3 nlohmann-json3-dev ;;
    web) ;;
    native)
      echo libpango1.0-dev libglfw3-dev libgdk-pixbuf-2.0-dev libcurl4-openssl-dev libicu-dev libopengl-dev libegl-dev
      echo libgumbo-dev libbenchmark-dev webp-pixbuf-loader libavif-gdk-pixbuf libgl1-mesa-dri
      echo fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
      ;;
    test) echo libgtest-dev unicode-data ;;
    coverage) echo clang-14 llvm-14 libclang-rt-14-dev libicu-dev ;;
    fuzz) echo clang-14 libclang-rt-14-dev llvm-14 libicu-dev ;;
    windows) echo xvfb xauth xdotool ;;
    format) echo clang-format-14 clang-tidy-14 ;;
    validator) echo default-jre-headless ;;
    wordpress) echo php-cli php-mysql mariadb-server-core ;;
    aloud) echo orca at-spi2-core dbus openbox procps xdotool ;;
    browsers)
      echo chromium chromium-headless-shell firefox-esr webkit2gtk-driver xvfb xauth xdotool
      echo fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
      ;;
  esac
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# require KIND…: installs the packages that are missing.
require() {
  if ! command -v dpkg-query >/dev/null; then
    require_node
    return 0
  fi
  missing=
  # Node.js may come from elsewhere than Debian.
  if ! command -v node >/dev/null; then missing=" nodejs"; fi
  if ! command -v npm >/dev/null; then missing="$missing npm"; fi
  for kind in "$@"; do
    for package in $(packages_for "$kind"); do
      case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
        installed) ;;
        *) missing="$missing $package" ;;
      esac
    done
  done
  if [ -n "$missing" ]; then install_packages; fi
  require_node
}

# Installs the packages of $missing.
install_packages() {
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "dev: missing, and no right to install them:$missing" >&2
    exit 1
  fi
  echo "dev: installing$missing" >&2
  # Lists may be absent or stale: fetched where a first attempt fails.
  export DEBIAN_FRONTEND=noninteractive
  apt_install() {
    # shellcheck disable=SC2086  # a list
    as_root apt-get -qq -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 install -y \
      --no-install-recommends $missing </dev/null >&2
  }
  apt_install 2>/dev/null || {
    as_root apt-get -qq -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 update </dev/null >&2 || true
    apt_install
  } || {
    echo "dev: apt-get could not install$missing" >&2
    exit 1
  }
}

require_node() {
  version=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
  if [ "$version" -lt 18 ]; then
    echo "dev: Node.js 18 or later is needed (found: $version)" >&2
    exit 1
  fi
}

# require_node_modules [FOLDER [NODE]]: the npm packages of its lock file, those that are for this Node.js.
require_node_modules() {
  project=${1:-$root}
  modules=$project/node_modules
  if ! cmp -s "$project/package-lock.json" "$modules/.installed-lock.json"; then
    echo "dev: npm ci${1:+ in ${1#"$root/"}}" >&2
    npm=$(readlink -f "$(command -v npm)")
    (cd "$project" && "${2:-node}" "$npm" ci --no-audit --no-fund --loglevel=error </dev/null >&2)
    cp "$project/package-lock.json" "$modules/.installed-lock.json"
  fi
}

# Tools ask for a later Node.js than the project does: prints this one's path, or that of one in build/node/.
node_for_projects() {
  if node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || major === 20 && minor >= 19 ? 0 : 1)'; then
    command -v node
    return 0
  fi
  name=$(node -p '`node-${process.platform}-${process.arch}`')
  own=$root/build/node/node_modules/$name/bin/node
  if ! [ -x "$own" ]; then
    echo "dev: installing a later Node.js into build/node/, for tools that need it" >&2
    mkdir -p "$root/build/node"
    echo '{}' >"$root/build/node/package.json"
    (cd "$root/build/node" && npm install --no-save --no-audit --no-fund --loglevel=error "$name@22.23.3" </dev/null >&2)
  fi
  echo "$own"
}

# The npm packages of the projects that tests make with other tools.
require_projects() {
  node_of_projects=$(node_for_projects)
  for lock in "$root"/tests/slow/*/package-lock.json "$root"/examples/*/package-lock.json; do
    [ ! -f "$lock" ] || require_node_modules "${lock%/*}" "$node_of_projects"
  done
}
