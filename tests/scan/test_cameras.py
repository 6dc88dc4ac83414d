"""Video files, a network camera that dies and comes back, and devices that are not there."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest

from station.scan.cameras import Frame, frames, is_file
from station.scan.pictures import Grey
from station.scan.sources import Back, Lost
from tests.support import video


def test_every_frame_of_a_file_comes_in_order_with_its_time(tmp_path: Path) -> None:
    pictures = [np.full((720, 1280), 20 * n, np.uint8) for n in range(8)]
    seen = list(frames(str(video.save(pictures, tmp_path / "desk.avi"))))
    assert [round(f.at_s, 3) for f in seen if isinstance(f, Frame)] == [n / 10 for n in range(8)]
    greys = [float(f.grey.mean()) for f in seen if isinstance(f, Frame)]
    assert greys == sorted(greys)


def test_a_file_that_is_missing_or_no_video_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(frames(str(tmp_path / "none.avi")))
    (tmp_path / "text.avi").write_text("no video")
    with pytest.raises(ValueError, match=r"text\.avi"):
        list(frames(str(tmp_path / "text.avi")))


@pytest.mark.parametrize(
    ("source", "file"),
    [("0", False), ("rtsp://10.0.0.5/live", False), ("/dev/video2", False), ("day.mp4", True)],
)
def test_what_ends_and_what_comes_back(source: str, file: bool) -> None:
    assert is_file(source) is file


class Unplugged:
    """A camera that gives so many frames, then none."""

    def __init__(self, count: int) -> None:
        self.left = count

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name
        return self.left > 0

    def read(self) -> tuple[bool, object]:
        self.left -= 1
        return self.left >= 0, np.zeros((4, 4, 3), np.uint8)

    def get(self, _prop: int) -> float:
        return 0.0

    def release(self) -> None:
        pass


def test_a_lost_camera_is_said_once_and_comes_back_by_itself() -> None:
    cameras = iter([1, 0, 0, 0, 1, 0])
    came = frames("0", opening=lambda _: Unplugged(next(cameras)), sleep=lambda _: None)
    kinds = [type(one) for one in islice(came, 5)]
    assert kinds == [Frame, Lost, Back, Frame, Lost]


def test_a_camera_that_never_opened_is_told_apart() -> None:
    came = frames("7", opening=lambda _: Unplugged(0), sleep=lambda _: None)
    assert next(came) == Lost(opened=False)


class Stream:
    """A network camera: Motion-JPEG over HTTP on loopback."""

    def __init__(self, grey: Grey, port: int = 0) -> None:
        data = cv2.imencode(".jpg", grey)[1].tobytes()
        self.running = True

        class Handler(BaseHTTPRequestHandler):
            def do_GET(handler) -> None:  # noqa: N805 - the library's name
                handler.send_response(200)
                kind = "multipart/x-mixed-replace; boundary=frame"
                handler.send_header("Content-Type", kind)
                handler.end_headers()
                head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
                while self.running:
                    try:
                        handler.wfile.write(head.encode() + data + b"\r\n")
                    except OSError:
                        return

            def log_message(handler, *_: object) -> None:  # noqa: N805
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.running = False
        self.server.shutdown()
        self.server.server_close()


@pytest.mark.slow
def test_a_network_camera_that_dies_is_lost_and_comes_back() -> None:
    camera = Stream(video.with_labels("A13112383852B"))
    port = camera.port
    came: Iterator[Frame | Lost | Back] = frames(f"http://127.0.0.1:{port}/live.mjpg")
    first = next(came)
    assert isinstance(first, Frame)
    assert first.grey.shape == (720, 1280)
    camera.stop()
    while not isinstance(one := next(came), Lost):
        assert isinstance(one, Frame)
    again = Stream(video.with_labels("A13112383852B"), port)
    assert next(came) == Back()
    assert isinstance(next(came), Frame)
    again.stop()


@pytest.mark.parametrize("nowhere", ["99", "rtsp://127.0.0.1:9/x"])
def test_libraries_do_not_talk_over_what_is_said_once(nowhere: str) -> None:
    code = f"from station.scan.cameras import frames; print(next(frames({nowhere!r})))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == str(Lost(opened=False))
    assert said.stderr == ""
