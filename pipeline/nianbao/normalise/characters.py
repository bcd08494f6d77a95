"""Normalised characters: code points, each with the raw slice it came from; nothing of the source is lost."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Normalised:
    """Code points (n,) with the raw offsets [start, end) of each; the slices cover the source without gaps."""

    codes: Codes
    starts: Offsets
    ends: Offsets

    @property
    def text(self) -> str:
        """The normalised characters as a string of length n."""
        return to_text(self.codes)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of the characters [start, end); an empty span stays empty."""
        if start < end:
            return int(self.starts[start]), int(self.ends[end - 1])
        at = int(self.starts[start]) if start < len(self.starts) else int(self.ends[-1]) if len(self.ends) else 0
        return at, at

    def span_of(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """Return [start, end) of the characters that stand for any of the raw offsets [raw_start, raw_end); an empty span stays empty."""
        start = int(np.searchsorted(self.ends, raw_start, "right"))
        return start, max(start, int(np.searchsorted(self.starts, raw_end))) if raw_start < raw_end else start

    def written(self, codes: Codes) -> "Normalised":
        """Return the characters with other code points (n,) in the same places."""
        return replace(self, codes=codes)

    def folded(self, keep: Mask) -> "Normalised":
        """Return the kept characters; the slices of the others go to the one before, those before the first to the first."""
        places = np.flatnonzero(keep)
        if not len(places):
            return self
        starts = self.starts[places]
        starts[0] = self.starts[0]
        return Normalised(self.codes[places], starts, np.append(starts[1:], self.ends[-1:]))


def raw_characters(text: str) -> Normalised:
    """Return the characters of ``text`` as they are, each its own slice."""
    codes = to_codes(text)
    return Normalised(codes, np.arange(len(codes)), np.arange(1, len(codes) + 1))


def to_codes(text: str) -> Codes:
    """Return the code points of ``text`` as uint32."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def to_text(codes: Codes) -> str:
    """Return the string of the code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")
