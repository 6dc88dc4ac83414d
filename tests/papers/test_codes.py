"""What is drawn as a QR code is read again by our own reader."""

import numpy as np
import pytest

from station.ledger.chain import Head
from station.ledger.checkpoints import Checkpoint
from station.papers.codes import qr_picture, qr_svg
from station.scan.engines import zxing_matrix
from tests.support.keys import fresh_signer
from tests.support.play import START

NOTE = fresh_signer().sign(Checkpoint("office", Head(123_456, "ab" * 32, START)).text())


@pytest.mark.parametrize("text", ["x", "大阪狭山市役所", NOTE])
def test_a_code_says_what_it_was_given(text: str) -> None:
    picture = np.asarray(qr_picture(text).convert("L"), dtype=np.uint8)
    assert [seen.text for seen in zxing_matrix(picture)] == [text]


def test_a_code_on_a_page_is_one_element_that_fits_its_room() -> None:
    drawn = qr_svg(NOTE)
    assert drawn.startswith('<svg viewBox="0 0 ')
    assert drawn.rstrip().endswith("</svg>")
    assert "mail-station" not in drawn
