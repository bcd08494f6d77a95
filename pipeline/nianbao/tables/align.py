"""The cells of one row to its columns: by separators, by their number, or by the sums of the form; what nothing tells stays empty."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise

from nianbao import forms

Span = tuple[int, int]

LONGEST_FIGURE = 7
#: A longer run of digits is no row of a form, and has too many readings to try.
LONGEST_RUN = 45

_CELL = rf"(?:{forms.FIGURE}|{forms.BLANK}){forms.CELL_END}"
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


def align(zone: Zone, blocks: tuple[int, ...], right: bool = False) -> list[Span]:
    """Return the place of each cell of a row; ``blocks`` are its columns, each block of several ending with their sum.

    ``right`` says that the empty slots which spanned columns leave stand before the cells and not after them.
    """
    count, tokens = sum(blocks), zone.tokens()
    if window := _window(zone.text, _slots(zone), count, right):
        return window
    for reading in (tokens, _first_line(zone.text, tokens), _cell_lines(zone, count)):
        if len(reading) == count and all(_is_cell(zone.text, span) for span in reading):
            return reading
    if len(tokens) == 1 and (figures := unglue(zone.text[slice(*tokens[0])], blocks)):
        return list(pairwise(accumulate(map(len, figures), initial=tokens[0][0])))
    return _total_only(zone, tokens, blocks)


def leans_right(zone: Zone, count: int) -> bool:
    """Tell whether a row of ``count`` columns has its empty slots before its cells, which shows in figures beyond the last column."""
    slots = _slots(zone)
    return not all(map(_is_empty, slots[count:])) and bool(_window(zone.text, slots, count, True))


def unglue(digits: str, blocks: tuple[int, ...]) -> tuple[str, ...]:
    """Return the figures of a row whose columns form ``blocks``, each with its sum last; () unless exactly one reading adds up.

    A block of one column has no sum. ``unglue("640020470", (7,))`` is 64 0 0 2 0 4 70.
    """
    if not digits.isdecimal() or not sum(blocks) <= len(digits) <= LONGEST_RUN:
        return ()
    readings = list(islice(_readings(digits, blocks), 2))
    return readings[0] if len(readings) == 1 else ()


def _slots(zone: Zone) -> list[Span]:
    """Return what stands between the separators after a label, in its line if its cells are there."""
    text, start, end = zone.text, zone.start, zone.end
    line = text.find("\n", start, end)
    if line > 0 and (text.count("|", start, line) > 1 or not _TOKEN.search(text, line, end)):
        end = line
    # Tabs are blanks in a normalised text: two blanks side by side hold an empty cell where others are divided by one.
    sign = "|" if "|" in text[start:end] else " "
    if sign == " " and not re.search(r"\S \S", text[start - 1 : end]):
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


def _total_only(zone: Zone, tokens: list[Span], blocks: tuple[int, ...]) -> list[Span]:
    """Return empty cells, and the total where the figures of a row that lacks some prove it by their sum."""
    empty: list[Span] = [(zone.start, zone.start)] * sum(blocks)
    figures = [re.sub(r"\D", "", zone.text[slice(*token)]) for token in tokens]
    *parts, total = (int(figure or 0) for figure in figures or "0")
    if len(blocks) == 1 < sum(blocks) and parts and len(tokens) < sum(blocks) and total == sum(parts) > 0:
        return [*empty[:-1], tokens[-1]]
    return empty


def _readings(digits: str, blocks: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to cut all of ``digits`` into blocks."""
    if not blocks:
        yield from [()] if not digits else []
    elif len(digits) >= sum(blocks):
        for block in _summed(digits, blocks[0], 0) if blocks[0] > 1 else ((figure,) for figure in _figures(digits)):
            for rest in _readings(digits[len("".join(block)) :], blocks[1:]):
                yield (*block, *rest)


def _summed(digits: str, width: int, total: int) -> Iterator[tuple[str, ...]]:
    """Yield the figures at the head of ``digits`` that add up with ``total`` to the last of them."""
    if width == 1:
        yield from [(str(total),)] if digits.startswith(str(total)) else []
    elif len(str(total)) <= len(digits) - width + 1:
        for figure in _figures(digits):
            for rest in _summed(digits[len(figure) :], width - 1, total + int(figure)):
                yield (figure, *rest)


def _figures(digits: str) -> Iterator[str]:
    """Yield the figures that digits can begin with; only zero begins with 0."""
    longest = 1 if digits.startswith("0") else LONGEST_FIGURE
    yield from (digits[:end] for end in range(1, min(longest, len(digits)) + 1))
