"""CodaraScan as a process of its own, because it brings another OpenCV.  Imports nothing of ours.

usage: PYTHON codarascan_worker.py fast|robust

Reads pictures from standard input (a line of JSON {"height", "width"}, then the grey bytes) and
answers each with a line of JSON {"texts": [...], "ms": time of the reading alone}.
"""

import json
import sys
import time

import cv2
import numpy as np
from codarascan import CodaraScanError, Scanner


def main() -> None:
    """Answer until the input ends."""
    cv2.setNumThreads(1)
    scanner = Scanner(mode=sys.argv[1], symbols="linear")
    for line in sys.stdin.buffer:
        size = json.loads(line)
        data = sys.stdin.buffer.read(size["height"] * size["width"])
        grey = np.frombuffer(data, np.uint8).reshape(size["height"], size["width"])
        colour = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)
        began = time.perf_counter()
        texts = []
        try:
            symbols = scanner.scan_image(colour).symbols  # those it only located have no text
            texts = [symbol.text for symbol in symbols if getattr(symbol, "text", None)]
        except (ValueError, CodaraScanError) as error:  # it refuses its own outlines: nothing read
            print(f"CodaraScan: {error}", file=sys.stderr)
        took_ms = 1000 * (time.perf_counter() - began)
        print(json.dumps({"texts": texts, "ms": took_ms}), flush=True)


if __name__ == "__main__":
    main()
