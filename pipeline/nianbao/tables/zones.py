"""Where the cells of a row stand in a text, and what in it can be a cell."""

import re
from dataclasses import dataclass
from itertools import pairwise

from nianbao import forms

Span = tuple[int, int]

_CELL = rf"(?:{forms.FIGURE}|{forms.BLANK}|{forms.RUN}){forms.CELL_END}"
_TOKEN = re.compile(rf"{forms.PAGE_NUMBER}|(?P<cell>{_CELL})")
_PIECE = re.compile(rf"(?:{forms.PAGE_NUMBER}|[ \t\n|])*+(.*?)(?:{forms.PAGE_NUMBER}|[ \t\n|])*", re.DOTALL)
_ZONE = re.compile(rf"(?:{forms.PAGE_NUMBER}|[\s|]|{_CELL})*+")


@dataclass(frozen=True, slots=True)
class Zone:
    """Where the cells of a row stand: behind its label, or in a line of their own (``labelled`` is False)."""

    text: str
    start: int
    end: int
    labelled: bool = True

    def tokens(self) -> list[Span]:
        """Return the figures and the signs of emptiness; page numbers are neither."""
        return [token.span() for token in _TOKEN.finditer(self.text, self.start, self.end) if token["cell"]]


def zone_at(text: str, start: int, limit: int) -> Zone:
    """Return the stretch from ``start`` that holds nothing but cells and separators."""
    match = _ZONE.match(text, start, limit)
    return Zone(text, start, match.end() if match else start)


def pieces(text: str, start: int, end: int, sign: str) -> list[Span]:
    """Return what a sign divides, without the blanks around it."""
    cuts = [start, *(match.end() for match in re.compile(re.escape(sign)).finditer(text, start, end)), end]
    return [_trimmed(text, *piece) for piece in pairwise(cuts)]


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a piece without the blanks, separators and page numbers at its ends."""
    piece = _PIECE.fullmatch(text, start, end)
    return piece.span(1) if piece and piece[1] else (start, start)


def is_empty(span: Span) -> bool:
    """Tell whether nothing stands in a place."""
    return span[0] == span[1]


def is_cell(text: str, span: Span) -> bool:
    """Tell whether a place holds one figure, a sign of emptiness, or nothing."""
    return is_empty(span) or re.fullmatch(_CELL, text[slice(*span)]) is not None


def status_of(raw: str) -> str:
    """Return the status of a cell that stands by itself."""
    return "printed" if any(sign.isdecimal() for sign in raw) else "dash" if raw else "blank"
