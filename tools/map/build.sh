#!/bin/sh
# Installs the pinned packages in a scratch folder, makes the map from them and removes the folder again.
# Options are handed on to build.mjs: --check compares with the committed files instead of writing them.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

# The tool is copied beside the packages that it imports.
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$here/build.mjs" "$scratch"
cd "$scratch"

# No package runs a script of its own.
npm ci --ignore-scripts --silent

# The packed tarballs give the checksums in SOURCES.json.
mkdir tarballs
packages=$(node -p "
  Object.entries(require('./package.json').dependencies).map(([name, version]) => name + '@' + version).join(' ')
")
# shellcheck disable=SC2086 # one argument for each package
npm pack --ignore-scripts --silent --pack-destination tarballs $packages > tarballs/names.txt

node build.mjs --repository "$here/../.." "$@"
