"""The cells of one row to its columns: by separators, by their number, or by the sums of the form; what nothing tells is undecided."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from nianbao import forms

Span = tuple[int, int]

#: The place of a cell, and its status (``records.STATUSES``).
Placed = tuple[Span, str]
Cells = list[Placed]

#: So many rows must have their empty cells where rows without doubt have them, and none on the other side, to show the side.
LEAST_ALIKE = 3

_SIDES = ("left", "right")
_CELL = rf"(?:{forms.FIGURE}|{forms.BLANK}|{forms.RUN}){forms.CELL_END}"
_TOKEN = re.compile(rf"{forms.PAGE_NUMBER}|(?P<cell>{_CELL})")
_PIECE = re.compile(rf"(?:{forms.PAGE_NUMBER}|[ \t\n|])*+(.*?)(?:{forms.PAGE_NUMBER}|[ \t\n|])*", re.DOTALL)
_PAGE_NUMBER = re.compile(forms.PAGE_NUMBER)
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


def tokens_of(text: str) -> list[Span]:
    """Return all that can be a cell in a text."""
    return Zone(text, 0, len(text)).tokens()


def zone_at(text: str, start: int, limit: int) -> Zone:
    """Return the stretch from ``start`` that holds nothing but cells and separators."""
    match = _ZONE.match(text, start, limit)
    return Zone(text, start, match.end() if match else start)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table parts its cells: ``side`` on which spanned columns leave empty ones ("left", "right", or "" where it does not show).

    With ``narrow`` single blanks part the cells, two side by side holding an empty one.
    """

    side: str = ""
    narrow: bool = False


def layout_of(rows: Collection[tuple[Zone, int]]) -> Layout:
    """Return the layout of the rows of a table, each with its number of columns."""
    wide = [(zone, count) for zone, count in rows if count > 1]
    narrow = any(_is_narrow(*row) for row in wide) or all(len(_slots(zone, True)) == count for zone, count in wide)
    return Layout(_side(rows, narrow), narrow)


def _side(rows: Collection[tuple[Zone, int]], narrow: bool) -> str:
    """Return the side on which empty slots stand: figures beyond the columns show it, or more rows that add up or look like others."""
    if any(_leans_right(*row) for row in rows):
        return "right"
    if any(_leans_left(*row) for row in rows):
        return "left"
    slots = [(zone, _slots(zone, narrow), count) for zone, count in rows]
    known = {_pattern(one[:count]) for _, one, count in slots if one and len(one) - _is_empty(one[-1]) == count}
    windows = {side: [(zone, _fitting(zone, one, count, side)) for zone, one, count in slots] for side in _SIDES}
    sums = {side: sum(_adds_up(*row) for row in windows[side]) for side in _SIDES}
    alike = {side: sum(_pattern(spans) in known for _, spans in windows[side]) for side in _SIDES}
    if sums["left"] != sums["right"]:
        return max(_SIDES, key=lambda side: sums[side])
    decided = min(alike.values()) == 0 and max(alike.values()) >= LEAST_ALIKE
    return max(_SIDES, key=lambda side: alike[side]) if decided else ""


def _pattern(spans: list[Span]) -> tuple[bool, ...]:
    """Return which cells of a row are empty."""
    return tuple(map(_is_empty, spans))


def _adds_up(zone: Zone, spans: list[Span]) -> bool:
    """Tell whether the last of several cells is the sum of the others, and not 0."""
    *parts, total = (int(re.sub(r"\D", "", zone.text[slice(*span)]) or 0) for span in spans or [(0, 0)])
    return len(parts) > 1 and total == sum(parts) > 0


def align(zone: Zone, blocks: tuple[int, ...], layout: Layout) -> Cells:
    """Return the cells of a row by separators or number; ``blocks`` are its columns, each block of several ending with their sum.

    Of a row that is one run of digits, or that nothing tells, all cells are undecided.
    """
    count, tokens = sum(blocks), zone.tokens()
    for spans in (_window(zone, count, layout), tokens, _first_line(zone.text, tokens), _cell_lines(zone, count)):
        if len(spans) == count and all(is_cell(zone.text, span) for span in spans):
            return [(span, status_of(zone.text[slice(*span)])) for span in spans]
    if not tokens:
        empty = "blank" if "|" in zone.text[zone.start : zone.end] else "missing"
        return [((zone.start, zone.start), empty)] * count
    return _total_only(zone, tokens, blocks)


def is_run(zone: Zone, start: int, end: int) -> bool:
    """Tell whether nothing in the line of some digits shows other cells beside them."""
    after = zone.text[end : zone.end].partition("\n")[0]
    return re.fullmatch(r" ?\|? ?|\s*\n", zone.text[zone.start : start]) is not None and re.fullmatch(r"(?: ?\|)?", after) is not None


def status_of(raw: str) -> str:
    """Return the status of a cell that stands by itself."""
    return "printed" if any(sign.isdecimal() for sign in raw) else "dash" if raw else "blank"


def _is_narrow(zone: Zone, count: int) -> bool:
    """Tell whether a row shows that single blanks part the cells."""
    return bool(_fitting(zone, _slots(zone), count, "left")) and "|" not in zone.text[zone.start : zone.end]


def _leans_right(zone: Zone, count: int) -> bool:
    """Tell whether a row of ``count`` columns has its empty slots before its cells, which shows in figures beyond the last column."""
    slots = _slots(zone)
    return not all(map(_is_empty, slots[count:])) and bool(_fitting(zone, slots, count, "right"))


def _leans_left(zone: Zone, count: int) -> bool:
    """Tell whether a row of more slots than columns has a figure in the first one."""
    slots = _slots(zone)
    # The bar at the end of a line leaves one more empty slot.
    return len(slots) - (len(slots) > 0 and _is_empty(slots[-1])) > count and not _is_empty(slots[0])


def _slots(zone: Zone, narrow: bool = False) -> list[Span]:
    """Return what stands between the separators after a label, in its line if its cells are there."""
    text, start, end = zone.text, zone.start, zone.end
    line = text.find("\n", start, end)
    if line > 0 and (text.count("|", start, line) > 1 or not Zone(text, line, end).tokens()):
        end = line
    # Tabs are blanks in a normalised text: two blanks side by side hold an empty cell where others are divided by one.
    sign = "|" if "|" in text[start:end] else " "
    if sign == " " and not narrow and not re.search(r"\S \S", text[start - 1 : end]):
        return []
    slots = _pieces(text, start, end, sign)
    return slots[1:] if zone.labelled and _is_empty(slots[0]) else slots


def _cell_lines(zone: Zone, count: int) -> list[Span]:
    """Return the lines below the label, an empty one being an empty cell, if they are as many as the columns."""
    text = zone.text
    numbers = {number.end() for number in _PAGE_NUMBER.finditer(text, zone.start, zone.end)}
    lines = [line for line in _pieces(text, zone.start, zone.end, "\n") if line[1] not in numbers][zone.labelled :]
    return lines[:count] if len(lines) == count + 1 and _is_empty(lines[-1]) else lines


def _pieces(text: str, start: int, end: int, sign: str) -> list[Span]:
    """Return what a sign divides, without the blanks around it."""
    cuts = [start, *(match.end() for match in re.compile(re.escape(sign)).finditer(text, start, end)), end]
    return [_trimmed(text, *piece) for piece in pairwise(cuts)]


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a piece without the blanks, separators and page numbers at its ends."""
    piece = _PIECE.fullmatch(text, start, end)
    return piece.span(1) if piece and piece[1] else (start, start)


def _is_empty(span: Span) -> bool:
    return span[0] == span[1]


def is_cell(text: str, span: Span) -> bool:
    """Tell whether a place holds one figure, a sign of emptiness, or nothing."""
    return _is_empty(span) or re.fullmatch(_CELL, text[slice(*span)]) is not None


def _window(zone: Zone, count: int, layout: Layout) -> list[Span]:
    """Return the slots that are the columns; none where both sides are possible and give other cells."""
    slots = _slots(zone, layout.narrow)
    windows = {side: _fitting(zone, slots, count, side) for side in _SIDES}
    if not layout.side and windows["right"] and windows["left"] and not all(map(_is_empty, slots)):
        return windows["left"] if windows["left"] == windows["right"] else []
    return windows[layout.side or "left"]


def _fitting(zone: Zone, slots: list[Span], count: int, side: str) -> list[Span]:
    """Return the slots of a row on one side, if they are cells and all others empty."""
    if side == "right" and len(slots) > count and _is_empty(slots[-1]):
        slots = slots[:-1]
    window, outside = (slots[-count:], slots[:-count]) if side == "right" else (slots[:count], slots[count:])
    fits = len(window) == count and all(is_cell(zone.text, slot) for slot in window)
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
