#!/bin/sh
# Installs the pinned package in a scratch folder, makes the list from it and removes the folder again.
# Options are handed on to build.mjs: --check compares with the committed file instead of writing it.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

# The tool is copied beside the package that it reads.
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$here/build.mjs" "$scratch"
cd "$scratch"

# No package runs a script of its own.
npm ci --ignore-scripts --silent

node build.mjs --repository "$here/../.." "$@"
