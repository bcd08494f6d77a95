"""The cells of one row to its columns: by separators, by their number, or by the sums of the form; what nothing tells is undecided."""

import re
from dataclasses import dataclass
from itertools import pairwise

from nianbao import forms

Span = tuple[int, int]

#: The place of a cell, and its status (``records.STATUSES``).
Placed = tuple[Span, str]
Cells = list[Placed]

_CELL = rf"(?:{forms.FIGURE}|{forms.BLANK}|{forms.RUN}){forms.CELL_END}"
_TOKEN = re.compile(rf"{forms.PAGE_NUMBER}|(?P<cell>{_CELL})")
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


def align(zone: Zone, blocks: tuple[int, ...], right: bool = False, narrow: bool = False) -> Cells:
    """Return the cells of a row by separators or number; ``blocks`` are its columns, each block of several ending with their sum.

    ``right`` says that the empty slots which spanned columns leave stand before the cells and not after them; ``narrow`` that single
    blanks part the cells of the table. Of a row that is one run of digits, or that nothing tells, all cells are undecided.
    """
    count, tokens = sum(blocks), zone.tokens()
    for spans in (_window(zone.text, _slots(zone, narrow), count, right), tokens, _first_line(zone.text, tokens), _cell_lines(zone, count)):
        if len(spans) == count and all(_is_cell(zone.text, span) for span in spans):
            return [(span, _status(zone.text[slice(*span)])) for span in spans]
    if not tokens:
        empty = "blank" if "|" in zone.text[zone.start : zone.end] else "missing"
        return [((zone.start, zone.start), empty)] * count
    return _total_only(zone, tokens, blocks)


def _status(raw: str) -> str:
    """Return the status of a cell that stands by itself."""
    return "printed" if any(sign.isdecimal() for sign in raw) else "dash" if raw else "blank"


def is_narrow(zone: Zone, count: int) -> bool:
    """Tell whether single blanks part the cells of a row, two side by side holding an empty one."""
    return bool(_window(zone.text, _slots(zone), count, False)) and "|" not in zone.text[zone.start : zone.end]


def leans_right(zone: Zone, count: int) -> bool:
    """Tell whether a row of ``count`` columns has its empty slots before its cells, which shows in figures beyond the last column."""
    slots = _slots(zone)
    return not all(map(_is_empty, slots[count:])) and bool(_window(zone.text, slots, count, True))


def _slots(zone: Zone, narrow: bool = False) -> list[Span]:
    """Return what stands between the separators after a label, in its line if its cells are there."""
    text, start, end = zone.text, zone.start, zone.end
    line = text.find("\n", start, end)
    if line > 0 and (text.count("|", start, line) > 1 or not _TOKEN.search(text, line, end)):
        end = line
    # Tabs are blanks in a normalised text: two blanks side by side hold an empty cell where others are divided by one.
    sign = "|" if "|" in text[start:end] else " "
    if sign == " " and not narrow and not re.search(r"\S \S", text[start - 1 : end]):
        return []
    slots = _pieces(text, start, end, sign)
    return slots[1:] if zone.labelled and _is_empty(slots[0]) else slots


def _cell_lines(zone: Zone, count: int) -> list[Span]:
    """Return the lines below the label, an empty one being an empty cell, if they are as many as the columns."""
    lines = _pieces(zone.text, zone.start, zone.end, "\n")[zone.labelled :]
    return lines[:count] if len(lines) == count + 1 and _is_empty(lines[-1]) else lines


def _pieces(text: str, start: int, end: int, sign: str) -> list[Span]:
    """Return what a sign divides, without the blanks around it."""
    cuts = [start, *(match.end() for match in re.compile(re.escape(sign)).finditer(text, start, end)), end]
    return [_trimmed(text, *piece) for piece in pairwise(cuts)]


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a piece without the blanks and separators at its ends."""
    piece = text[start:end]
    if not piece.strip(" \t\n|"):
        return start, start
    return start + len(piece) - len(piece.lstrip(" \t\n|")), end - len(piece) + len(piece.rstrip(" \t\n|"))


def _is_empty(span: Span) -> bool:
    return span[0] == span[1]


def _is_cell(text: str, span: Span) -> bool:
    return _is_empty(span) or re.fullmatch(_CELL, text[slice(*span)]) is not None


def _window(text: str, slots: list[Span], count: int, right: bool) -> list[Span]:
    """Return the slots that are the columns; spanned columns leave empty ones after them, or before them (``right``)."""
    if right and len(slots) > count and _is_empty(slots[-1]):
        slots = slots[:-1]
    window, outside = (slots[-count:], slots[:-count]) if right else (slots[:count], slots[count:])
    fits = len(window) == count and all(_is_cell(text, slot) for slot in window)
    return window if fits and all(map(_is_empty, outside)) else []


def _first_line(text: str, tokens: list[Span]) -> list[Span]:
    """Return the cells that stand in one line with the first one."""
    line = text.find("\n", tokens[0][0]) if tokens else -1
    return [token for token in tokens if token[1] <= line]


def _total_only(zone: Zone, tokens: list[Span], blocks: tuple[int, ...]) -> Cells:
    """Return undecided cells, each with the stretch of all figures, and the total where figures that lack some prove it by their sum."""
    stretch = (tokens[0][0], tokens[-1][1])
    undecided: Cells = [(stretch, "undecided")] * sum(blocks)
    *parts, total = (int(re.sub(r"\D", "", zone.text[slice(*token)]) or 0) for token in tokens)
    if len(blocks) == 1 < sum(blocks) and parts and len(tokens) < sum(blocks) and total == sum(parts) > 0:
        return [*[((stretch[0], tokens[-2][1]), "undecided")] * (sum(blocks) - 1), (tokens[-1], "printed")]
    return undecided
