#!/bin/sh
# Puts Debian's WordPress into build/wordpress/, without the web server that its package asks for: a test runs it.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
to=$root/build/wordpress
[ ! -f "$to/usr/share/wordpress/wp-load.php" ] || exit 0
command -v apt-get >/dev/null || { echo "wordpress: only from Debian's packages; its test is passed over" >&2; exit 0; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
echo "dev: fetching WordPress" >&2
# The last three hold files that it links to.
(cd "$scratch" && apt-get -qq -o Acquire::Retries=3 -o APT::Sandbox::User=root download wordpress \
  wordpress-theme-twentytwentythree libjs-underscore libjs-cropper php-getid3 >&2)
mkdir -p "$to"
for package in "$scratch"/*.deb; do dpkg-deb -x "$package" "$to"; done
