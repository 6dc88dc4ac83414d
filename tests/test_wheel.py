"""The wheel has everything that the station reads from its own folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_wheel_has_every_file_of_the_package_and_the_demos_pictures(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = {*packed.namelist()}
    files = [path for path in (ROOT / "station").rglob("*") if path.is_file()]
    wanted = {str(path.relative_to(ROOT)) for path in files if "__pycache__" not in path.parts}
    pictures = {f"station/demo/images/{path.name}" for path in (ROOT / "fixtures/images").iterdir()}
    assert len(pictures) > 20
    assert {name for name in wanted | pictures if "__pycache__" not in name} - names == set()
