"""Processes of their own, without each of them loading the same libraries anew.

`python -m station` loads for more than a second before it does anything.  A nursery has loaded all
of it already and forks a process for each that is asked for: with arguments, environment, folder
and files of its own, and one that can be killed like any other.  That the station loads where it is
started as users start it is seen in tests/cli/test_init.py and tests/web/test_tls.py.
"""

import atexit
import gc
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).parents[2]
MESSAGE_BYTES_MAX = 1 << 20
RUN_S_MAX = 240.0


class Nursery:
    """The process that others are forked from; `station` and its pages are loaded in it."""

    def __init__(self) -> None:
        self.door, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with inner:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.nursery", str(inner.fileno())],
                pass_fds=[inner.fileno()],
                stdin=subprocess.DEVNULL,
                cwd=ROOT,
            )
        atexit.register(self.close)

    def close(self) -> None:
        """End it; whom it forked goes on."""
        self.door.close()
        self._process.wait()


@cache
def nursery() -> Nursery:
    """One for all tests of this process, begun when the first asks for it."""
    return Nursery()


class Process:
    """A module that runs as `python -m module arguments` does; as much of Popen as tests need."""

    def __init__(
        self,
        module: str,
        *arguments: object,
        env: Mapping[str, str],
        stdout: int | None = None,
        stderr: int | None = None,
    ) -> None:
        order = {
            "module": module,
            "arguments": [*map(str, arguments)],
            "environment": dict(env),
            "folder": str(Path.cwd()),
        }
        self._told, tells = os.pipe()
        with open(os.devnull) as nothing:  # noqa: PTH123 - no path of the tests'
            files = [nothing.fileno(), 1 if stdout is None else stdout]
            files += [2 if stderr is None else stderr, tells]
            socket.send_fds(nursery().door, [json.dumps(order).encode()], files)
        os.close(tells)
        self.pid = int(self._line(RUN_S_MAX))
        self.returncode: int | None = None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; a negative code is the signal that ended it."""
        if self.returncode is None:
            try:
                self.returncode = int(self._line(timeout))
            except TimeoutError:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0) from None
            os.close(self._told)
        return self.returncode

    def poll(self) -> int | None:
        """Return its code; None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def _line(self, timeout: float | None) -> str:
        """What the keeper says next: the process's id, then its code."""
        until = None if timeout is None else time.monotonic() + timeout
        line = b""
        while not line.endswith(b"\n"):
            left = None if until is None else max(0.0, until - time.monotonic())
            if not select.select([self._told], [], [], left)[0]:
                raise TimeoutError
            part = os.read(self._told, 1)
            assert part, "the nursery ended"
            line += part
        return line.decode()


class Recorded(Process):
    """The same, and what it writes is kept."""

    def __init__(self, module: str, *arguments: object, env: Mapping[str, str]) -> None:
        self._command = [module, *map(str, arguments)]
        self._files = [os.memfd_create(name) for name in ("stdout", "stderr")]
        out, err = self._files
        super().__init__(module, *arguments, env=env, stdout=out, stderr=err)

    def finish(self) -> "subprocess.CompletedProcess[str]":
        """Wait for its end, and return what it wrote."""
        try:
            code = self.wait(RUN_S_MAX)
        finally:
            self.kill()
            texts = [_text(file) for file in self._files]
        return subprocess.CompletedProcess(self._command, code, *texts)


def run(
    module: str, *arguments: object, env: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    """Run a module to its end; what it wrote comes back."""
    return Recorded(module, *arguments, env=env).finish()


def station(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run one of the station's commands, with those of its settings alone that are given."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("STATION_")}
    return run("station", *arguments, env={**clean, **environment})


def _text(file: int) -> str:
    with open(file, encoding="utf-8") as opened:
        opened.seek(0)
        return opened.read()


# -- inside ----------------------------------------------------------------------------------------


def main() -> None:
    """Load everything, then fork for each order until nobody can order any more."""
    _load()
    with socket.socket(fileno=int(sys.argv[1])) as door:
        order, files = _ordered(door)
    if order is None:
        _end(0)
    _become(order, files)
    _end(_code_of(order["module"]))


def _load() -> None:
    from station.cli import app  # noqa: F401, PLC0415 - loaded in the nursery alone
    from station.web.pages import ENVIRONMENTS  # noqa: PLC0415
    from tests.support import hall  # noqa: F401, PLC0415

    for environment in ENVIRONMENTS.values():
        for name in environment.list_templates(["html"]):
            environment.get_template(name)
    gc.collect()
    gc.freeze()


def _ordered(door: socket.socket) -> tuple[dict[str, Any] | None, list[int]]:
    """Return an order in the process that is to follow it; None at the end of the nursery."""
    while True:
        message, files, _, _ = socket.recv_fds(door, MESSAGE_BYTES_MAX, 4)
        if not message:
            return None, []
        if not os.fork():
            *standard, tells = files
            _keep(standard, tells)
            return json.loads(message), standard
        for file in files:
            os.close(file)
        _bury()


def _keep(standard: list[int], tells: int) -> None:
    """Go on as a child of this process, which says how it ends."""
    child = os.fork()
    if not child:
        os.close(tells)
        return
    for file in (0, 1, 2, *standard):
        os.close(file)
    os.write(tells, f"{child}\n".encode())
    _, status = os.waitpid(child, 0)
    os.write(tells, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _bury() -> None:
    """Let keepers go that have said what they had to say."""
    try:
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass
    except ChildProcessError:
        return


def _become(order: dict[str, Any], standard: list[int]) -> None:
    for place, file in enumerate(standard):
        os.dup2(file, place)
        os.close(file)
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    sys.argv = [order["module"], *order["arguments"]]


def _code_of(module: str) -> int:
    """Run a module; return what Python would end with."""
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - the interpreter's own last resort
        traceback.print_exc()
        return 1
    return 0


def _end(code: int) -> NoReturn:
    """End as the interpreter does, but for taking apart what all processes here share."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
