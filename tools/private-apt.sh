# Sourced. Gives apt a state of its own, so that packages and sources of another Debian suite can be had
# without root and without touching the machine's packages.

article_cache=${XDG_CACHE_HOME:-$HOME/.cache}/article-viewer

# Runs a command up to three times; mirrors sometimes answer the second time.
with_retries() {
  for pause in 2 5 0; do
    "$@" && return 0
    [ "$pause" = 0 ] || sleep "$pause"
  done
  return 1
}

# The machine's own Debian mirror, or nothing.
debian_mirror() {
  command -v apt-get >/dev/null || return 0
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v release="$codename" '$1 == release && $2 == "main" { print $3; exit }'
}

# private_apt_config SUITE: prints the path of an apt configuration that knows SUITE alone, with its lists
# fetched. Fails, with what was tried on standard error, where the machine's mirror has no such suite.
private_apt_config() {
  suite=$1
  home=$article_cache/apt/$suite
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || { echo "no Debian mirror among this machine's apt sources" >&2; return 1; }
  mkdir -p "$home/state/lists/partial" "$home/cache/archives/partial"
  : >"$home/status"
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  signed=
  [ ! -f "$keyring" ] || signed=" signed-by=$keyring"
  {
    echo "deb [arch=$(dpkg --print-architecture)$signed] $mirror $suite main"
    echo "deb-src [arch=$(dpkg --print-architecture)$signed] $mirror $suite main"
  } >"$home/sources.list"
  cat >"$home/apt.conf" <<CONF
Dir::State "$home/state";
Dir::State::status "$home/status";
Dir::Cache "$home/cache";
Dir::Etc::sourcelist "$home/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
  # A day-old list is good enough; a missing or older one is fetched again.
  if [ -z "$(find "$home/fetched" -mtime -1 2>/dev/null)" ]; then
    echo "fetching the package lists of Debian $suite" >&2
    with_retries apt-get -qq -c "$home/apt.conf" -o APT::Update::Error-Mode=any update >"$home/update.log" 2>&1 || {
      echo "the lists of Debian $suite could not be fetched from this machine's mirror:" >&2
      tail -n 5 "$home/update.log" >&2
      return 1
    }
    touch "$home/fetched"
  fi
  echo "$home/apt.conf"
}
