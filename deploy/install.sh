#!/bin/sh
# Install the station from this folder, without internet: ./install.sh /opt/mail-station
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?"expected a folder to install into, such as /opt/mail-station"}
python=${PYTHON:-python3}
"$python" -m venv "$target"
pip="$target/bin/python -m pip install --quiet --disable-pip-version-check --no-index"
$pip --require-hashes --find-links "$here/wheels" -r "$here/requirements.lock"
$pip --no-deps "$here"/mail_station-*.whl
echo "installed; next: $target/bin/station doctor"
