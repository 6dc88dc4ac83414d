"""The servers that are measured: processes of their own, with what the system says of them."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS_MAX = 60
KIB = 1024
STAT_STATE = 2
"""/proc/PID/stat from its third field on, behind the name, which may hold spaces; see proc(5)."""

STAT_UTIME, STAT_STIME = 13 - STAT_STATE, 14 - STAT_STATE


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    port: int
    process: "subprocess.Popen[bytes]"

    def cpu_seconds(self) -> float:
        """How long it has kept a core busy, for itself and in the system."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        fields = stat.rpartition(")")[2].split()
        return (int(fields[STAT_UTIME]) + int(fields[STAT_STIME])) / os.sysconf("SC_CLK_TCK")

    def resident_mb(self) -> float:
        """How much memory it has now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="utf-8").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / KIB**2


@contextmanager
def running(arguments: list[str], port: int, settings: dict[str, str]) -> Iterator[Server]:
    """Run a Python module that serves at a port until the block ends."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("STATION_")}
    log = Path(settings["STATION_LOG"]).with_suffix(f".{port}.err")
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments], env=clean | settings, stdout=errors, stderr=errors
        )
    try:
        give_up = time.monotonic() + START_SECONDS_MAX
        while not _answers(port):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < give_up, "expected a server that answers, got none"
            time.sleep(0.05)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
