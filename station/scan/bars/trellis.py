"""The best texts for what is seen: paths through a trellis whose steps are windows.

The score of a path is how much of the brightness' variation its waveform explains.  `best` finds
the one best path of many placements at once (Viterbi, IEEE Trans. Inf. Theory 13, 1967);
`list_best` keeps the best few hundred of one placement, because a margin needs the runners-up.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.scan.bars.layout import SAMPLES, Layout, Window
from station.scan.bars.waveform import Wave

Windows = Sequence[Window]


@dataclass(frozen=True, slots=True)
class Places:
    """Where bars begin and end in a profile, in samples; `bend` is how perspective bows between.

    Arrays of the same shape (placements,).
    """

    first: NDArray[np.float64]
    last: NDArray[np.float64]
    bend: NDArray[np.float64]

    def __len__(self) -> int:
        """Number of placements."""
        return int(self.first.size)

    def one(self, number: int) -> "Places":
        """Return one of them, as an array of one."""
        return self.some(np.array([number]))

    def some(self, numbers: NDArray[np.int_]) -> "Places":
        """Return some of them."""
        return Places(self.first[numbers], self.last[numbers], self.bend[numbers])


def joined(places: Sequence[Places]) -> Places:
    """Return several placements as one."""
    return Places(
        np.concatenate([one.first for one in places]),
        np.concatenate([one.last for one in places]),
        np.concatenate([one.bend for one in places]),
    )


def seen(profile: Wave, layout: Layout, places: Places) -> Wave:
    """Return what the windows show, shape (placements, windows, SAMPLES), means taken off."""
    along = layout.samples_at
    bowed = along + places.bend[:, None, None] * along * (1 - along)
    at = places.first[:, None, None] + (places.last - places.first)[:, None, None] * bowed
    at = np.clip(at, 0, profile.size - 1.001)
    whole = at.astype(np.int32)
    part = (at - whole).astype(np.float32)
    values = profile[whole] * (1 - part) + profile[whole + 1] * part
    return np.asarray(values - values.mean(axis=2, keepdims=True), dtype=np.float32)


def steps(shown: Wave, windows: Windows) -> list[Wave]:
    """Return the score of each pair in each window, shapes (placements, left, right)."""
    return [window.explained(shown[:, number]) for number, window in enumerate(windows)]


def typical_share(shown: Wave, windows: Windows) -> Wave:
    """Return how much of what each placement shows is what any text has in common, 0 to 1."""
    waves = np.stack([window.typical for window in windows])
    along = np.minimum(np.einsum("pws,ws->pw", shown, waves), 0)
    explained = (along * along / (np.square(waves).sum(axis=1) + 1e-6)).sum(axis=1)
    return np.asarray(explained / varying(shown), dtype=np.float32)


def varying(shown: Wave) -> Wave:
    """Return how much there is to explain in each placement."""
    return np.asarray(np.square(shown).sum(axis=(1, 2)) + 1e-6, dtype=np.float32)


def best_total(scores: list[Wave]) -> Wave:
    """Return each placement's best score, shape (placements,), without its path."""
    total = np.zeros((scores[0].shape[0], 1), np.float32)
    for score in scores:
        total = (total[:, :, None] + score).max(axis=1)
    return total[:, 0]


def best(scores: list[Wave]) -> tuple[Wave, NDArray[np.int_]]:
    """Return each placement's best score (placements,) and path (placements, symbols)."""
    total = np.zeros((scores[0].shape[0], 1), np.float32)
    came_from = []
    for score in scores:
        through = total[:, :, None] + score
        came_from.append(through.argmax(axis=1))
        total = through.max(axis=1)
    at = np.zeros(total.shape[0], dtype=np.int_)
    path = []
    for back in reversed(came_from):
        path.append(at)
        at = back[np.arange(at.size), at]
    return total[:, 0], np.stack(path[:0:-1], axis=1)


def list_best(scores: list[Wave], keep: int) -> tuple[Wave, NDArray[np.int_]]:
    """Return the best `keep` scores and paths of one placement, best first."""
    total = np.zeros(1, np.float32)
    paths = np.zeros((1, 0), dtype=np.int_)
    at = np.zeros(1, dtype=np.int_)
    for score in scores:
        through = (total[:, None] + score[0][at]).reshape(-1)
        kept = (
            np.argpartition(-through, keep - 1)[:keep]
            if through.size > keep
            else np.arange(through.size)
        )
        came, at = np.divmod(kept, score.shape[2])
        total = through[kept]
        paths = np.column_stack((paths[came], at))
    order = np.argsort(-total)
    return total[order], paths[order, :-1]


def explained_by(path: NDArray[np.int_], shown: Wave, windows: Windows) -> NDArray[np.float32]:
    """Return how much one path explains of what each placement shows, shape (placements,)."""
    return np.asarray(_by_window(path, shown, windows).sum(axis=1), dtype=np.float32)


def shares(path: NDArray[np.int_], shown: Wave, windows: Windows) -> Wave:
    """Return what share of each window of one placement a path explains, shape (windows,)."""
    varying = np.square(shown[0]).sum(axis=1) + 1e-6
    return np.asarray(_by_window(path, shown, windows)[0] / varying, dtype=np.float32)


def _by_window(path: NDArray[np.int_], shown: Wave, windows: Windows) -> Wave:
    left = np.concatenate(([0], path))
    right = np.concatenate((path, [0]))
    waves = np.empty((len(windows), SAMPLES), np.float32)
    per_energy = np.empty(len(windows), np.float32)
    for number, (window, a, b) in enumerate(zip(windows, left, right, strict=True)):
        waves[number] = window.left[a] + window.right[b]
        per_energy[number] = window.per_energy[a, b]
    along = np.minimum(np.einsum("pws,ws->pw", shown, waves), 0)
    return np.asarray(along * along * per_energy, dtype=np.float32)
