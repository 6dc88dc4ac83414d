#!/bin/sh
# One archive with all that the station needs from a package index, for machines without internet.
# It fits machines like this one: the same system, processor and version of Python.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
version=$($python -c 'from importlib.metadata import version; print(version("mail-station"))')
name="mail-station-$version-offline"
rm -rf "dist/$name" && mkdir -p "dist/$name/wheels"
$python -m pip download --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    --dest "dist/$name/wheels" -r requirements.lock
$python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    --wheel-dir "dist/$name" .
cp requirements.lock LICENSE deploy/* "dist/$name/"
tar -C dist -czf "dist/$name.tar.gz" "$name"
echo "dist/$name.tar.gz: unpack it on the other machine and run ./install.sh FOLDER"
