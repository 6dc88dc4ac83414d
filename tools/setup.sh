#!/bin/sh
# Set up what the station needs: Debian packages where they are missing, and a virtual environment
# with the pinned packages.  usage: tools/setup.sh run|test
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
python=${PYTHON:-python3}
venv=.venv

say() { printf '%s\n' "station: $*"; }

missing=
need() { missing="$missing $1"; }

# What each purpose needs of the system, asked for by what it does and not by who installed it.
"$python" -c 'import ctypes.util, sys; sys.exit(not ctypes.util.find_library("zbar"))' || need libzbar0
"$python" -c 'import ctypes; ctypes.CDLL("libGL.so.1")' 2>/dev/null || need libgl1
"$python" -c 'import ctypes; ctypes.CDLL("libglib-2.0.so.0")' 2>/dev/null || need libglib2.0-0
"$python" -c 'import venv, ensurepip' 2>/dev/null || need python3-venv
if [ "$purpose" = test ]; then
    command -v chromium >/dev/null || need chromium
    # Playwright's own driver links to it, and no Python package can say so.
    "$python" -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null || need libatomic1
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need postgresql
    command -v strace >/dev/null || need strace
fi
# For papers, where it is embedded: Noto's CJK fonts have outlines that cannot be.
[ -n "$(find /usr/share/fonts -iname '*ipaexg*' 2>/dev/null | head -n 1)" ] || need fonts-ipaexfont-gothic

if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root=sudo; else
        say "these Debian packages are missing, and this user may not install them."
        say "As an administrator, run: apt-get install$missing"
        exit 1
    fi
    say "installing Debian packages:$missing"
    # shellcheck disable=SC2086 # the list is meant to fall into words
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

[ -x "$venv/bin/python" ] || { say "making a virtual environment in $venv"; "$python" -m venv "$venv"; }
lock=requirements.lock
[ "$purpose" = test ] && lock=requirements-dev.lock
say "installing the pinned packages of $lock (about a minute the first time)"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
say "installing the station itself"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
say "ready"
