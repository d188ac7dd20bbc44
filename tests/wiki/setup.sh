#!/bin/bash
# Makes a real MediaWiki, for tests and for rendering the sample pages. Not for serving it: see serve.ts.
#
#   setup.sh DIR RELEASE [PAGES...]
#
# DIR      where the wiki goes (program, SQLite database, caches); nothing is installed system-wide but PHP
# RELEASE  the Debian release whose package is taken: bullseye = MediaWiki 1.35, bookworm = 1.39, trixie = 1.43
# PAGES    folders of wikitext to import beside the project's own, one file a page: the name is the title with "/" as
#          %2F and ":" as %3A. A folder's siblings history/<title>/NN.wiki + NN.meta (user, summary) and images/ come too.
#
# Run it again at any time: what is there stays, and nothing is imported while no file has changed.
# MEDIAWIKI_DEBS=FOLDER   take mediawiki_*.deb and mediawiki-classes_*.deb from there instead of Debian's mirror
# DEBIAN_MIRROR=URL       the mirror to use where the machine's own apt sources are not Debian's
set -euo pipefail

usage() { echo "usage: setup.sh DIR bullseye|bookworm|trixie [PAGES...]" >&2; exit 2; }
fail() { echo "setup.sh: $*" >&2; exit 1; }

[ $# -ge 2 ] || usage
RELEASE=$2
case "$RELEASE" in bullseye | bookworm | trixie) ;; *) usage ;; esac
HERE=$(cd "$(dirname "$0")" && pwd)
OWN_PAGES=$(cd "$HERE/../pages/wikitext" && pwd)
mkdir -p "$1"
DIR=$(cd "$1" && pwd)
shift 2
FOLDERS=("$OWN_PAGES")
for folder in "$@"; do
  [ -d "$folder" ] || fail "there is no folder of pages $folder"
  FOLDERS+=("$(cd "$folder" && pwd)")
done

# --- PHP ------------------------------------------------------------------------------------------------------------
PHP_PACKAGES=(php-cli php-sqlite3 php-xml php-mbstring php-intl php-apcu php-gd php-curl)
missing_php() {
  command -v php >/dev/null || { echo "php-cli"; return; }
  local have module
  have=$(php -m)
  for module in pdo_sqlite xml mbstring intl apcu gd curl; do
    grep -qix "$module" <<<"$have" || printf '%s ' "$module"
  done
}
if [ -n "$(missing_php)" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing PHP (missing: $(missing_php))"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${PHP_PACKAGES[@]}" >"$DIR/php.log" 2>&1 ||
      fail "apt could not install ${PHP_PACKAGES[*]}: see $DIR/php.log"
  fi
  [ -z "$(missing_php)" ] ||
    fail "PHP is not complete (missing: $(missing_php)); as root: apt-get install --no-install-recommends ${PHP_PACKAGES[*]}"
fi

# --- the program ----------------------------------------------------------------------------------------------------
download() {
  local debs=$1 apt=$DIR/apt mirror
  command -v apt-get >/dev/null || fail "MediaWiki comes as a Debian package and apt-get is not here: set MEDIAWIKI_DEBS"
  if [ -n "${DEBIAN_MIRROR:-}" ]; then
    mirror=$DEBIAN_MIRROR
  else
    grep -qx 'ID=debian' /etc/os-release || fail "this is no Debian machine: set DEBIAN_MIRROR or MEDIAWIKI_DEBS"
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | sort -u | grep -v security | head -1)
    [ -n "$mirror" ] || { apt-get update -qq; mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -1); }
  fi
  mkdir -p "$debs" "$apt/lists/partial" "$apt/cache/archives/partial"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$mirror" "$RELEASE" >"$apt/sources.list"
  local options=(-o "Dir::State::Lists=$apt/lists" -o "Dir::Etc::SourceList=$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" -qq update >"$DIR/apt.log" 2>&1 &&
    (cd "$debs" && apt-get "${options[@]}" -qq download mediawiki mediawiki-classes >>"$DIR/apt.log" 2>&1) ||
    fail "MediaWiki's package of Debian $RELEASE could not be downloaded: see $DIR/apt.log"
  rm -rf "$apt"
}

unpack() {
  local debs=${MEDIAWIKI_DEBS:-$DIR/debs} deb tree=$DIR/unpacked
  compgen -G "$debs/mediawiki_*.deb" >/dev/null || { [ -z "${MEDIAWIKI_DEBS:-}" ] || fail "there is no mediawiki_*.deb in $debs"; download "$debs"; }
  rm -rf "$tree" "$DIR/mw"
  for deb in "$debs"/mediawiki*.deb; do dpkg -x "$deb" "$tree"; done
  # Debian links some folders to /var/lib; one plain tree is wanted.
  local program=$tree/usr/share/mediawiki
  rm -f "$program/extensions" "$program/images" "$program/config" "$program/LocalSettings.php"
  mv "$program/extensions-core" "$program/extensions"
  mkdir -p "$program/images" "$program/cache"
  mv "$program" "$DIR/mw"
  rm -rf "$tree" "$DIR/debs"
}

maintenance() { (cd "$DIR/mw" && php -d variables_order=EGPCS "maintenance/$1.php" "${@:2}"); }

install_wiki() {
  mkdir -p "$DIR/data" "$DIR/l10n"
  maintenance install --dbtype sqlite --dbpath "$DIR/data" --dbname ideas --scriptpath "" --server http://127.0.0.1 \
    --pass "harbour-Pass-1" Lanternfish Admin >"$DIR/install.log" 2>&1 ||
    { tail -5 "$DIR/install.log" >&2; fail "MediaWiki could not be installed: see $DIR/install.log"; }
  # Skins and extensions are loaded by our own settings alone; and the folder may be moved as a whole.
  sed -i -E -e 's/^(wfLoadSkin|wfLoadExtension)/# \1/' -e 's#^\$wgSQLiteDataDir = .*#$wgSQLiteDataDir = __DIR__ . "/../data";#' \
    "$DIR/mw/LocalSettings.php"
  printf '\nrequire __DIR__ . "/LocalSettings.tests.php";\n' >>"$DIR/mw/LocalSettings.php"
  touch "$DIR/installed"
}

if [ ! -f "$DIR/mw/index.php" ]; then
  echo "getting MediaWiki of Debian $RELEASE"
  unpack
  rm -f "$DIR/installed"
fi
cp "$HERE/LocalSettings.tests.php" "$DIR/mw/LocalSettings.tests.php"
cp "$HERE/router.php" "$DIR/router.php"
cp "$HERE/logo.svg" "$DIR/mw/logo.svg"
if [ ! -f "$DIR/installed" ]; then
  echo "installing MediaWiki"
  rm -rf "$DIR/data" "$DIR/mw/LocalSettings.php" "$DIR/imported" "$DIR/history"
  install_wiki
fi

# --- pages ----------------------------------------------------------------------------------------------------------
fingerprint() {
  local folder part
  {
    sha256sum "$HERE/setup.sh" "$HERE"/images/*
    for folder in "${FOLDERS[@]}"; do
      for part in "$folder" "${folder%/*}/history" "${folder%/*}/images"; do
        [ ! -d "$part" ] || find "$part" -type f -exec sha256sum {} + | sort
      done
    done
  } | sha256sum
}
NOW=$(fingerprint)
if [ "$(cat "$DIR/imported" 2>/dev/null)" = "$NOW" ]; then
  echo "wiki is up to date: $DIR"
  exit 0
fi
: >"$DIR/import.log"
title() { local name=${1##*/}; name=${name%.wiki}; name=${name//%2F//}; printf '%s' "${name//%3A/:}"; }
save() { # FILE TITLE USER SUMMARY
  maintenance edit -u "$3" -s "$4" "$2" <"$1" >>"$DIR/import.log" 2>&1 ||
    { tail -3 "$DIR/import.log" >&2; fail "the page $2 could not be imported: see $DIR/import.log"; }
}
images() {
  [ ! -d "$1" ] || maintenance importImages --user=Admin --comment=icon "$1" >>"$DIR/import.log" 2>&1 ||
    fail "the pictures in $1 could not be imported: see $DIR/import.log"
}
history_of() { # the earlier revisions of one page, once
  local folder=$1 name version user summary
  name=$(title "$folder.wiki")
  mkdir -p "$DIR/history"
  [ ! -f "$DIR/history/$(basename "$folder")" ] || return 0
  for version in "$folder"/*.wiki; do
    { read -r user; read -r summary; } <"${version%.wiki}.meta"
    maintenance createAndPromote --force "$user" harbour-Pass-1 >>"$DIR/import.log" 2>&1 || true
    save "$version" "$name" "$user" "$summary"
  done
  touch "$DIR/history/$(basename "$folder")"
}

echo "importing pages"
shopt -s nullglob
images "$HERE/images"
for folder in "${FOLDERS[@]}"; do
  images "$(dirname "$folder")/images"
  # Templates first, so that the first rendering of a page has them.
  for file in "$folder"/Template%3A*.wiki; do save "$file" "$(title "$file")" Admin "Template"; done
done
for folder in "${FOLDERS[@]}"; do
  for old in "$(dirname "$folder")"/history/*/; do history_of "${old%/}"; done
  for file in "$folder"/*.wiki; do
    case "$file" in *Template%3A*) continue ;; esac
    save "$file" "$(title "$file")" Admin "Ideas"
  done
done
maintenance runJobs --maxjobs 500 >>"$DIR/import.log" 2>&1 || fail "the wiki's own jobs failed: see $DIR/import.log"
echo "$NOW" >"$DIR/imported"
echo "wiki is ready: $DIR"
