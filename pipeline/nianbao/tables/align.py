"""The cells of one row to its columns: by separators, by their number, or by the sums of the form; what nothing tells is undecided."""

import re

from nianbao import forms
from nianbao.tables.layout import Layout, window
from nianbao.tables.zones import Span, Zone, is_cell, is_empty, pieces, status_of

#: The place of a cell, and its status (``records.STATUSES``).
Placed = tuple[Span, str]
Cells = list[Placed]

_PAGE_NUMBER = re.compile(forms.PAGE_NUMBER)


def align(zone: Zone, blocks: tuple[int, ...], layout: Layout) -> Cells:
    """Return the cells of a row by separators or number; ``blocks`` are its columns, each block of several ending with their sum.

    Of a row that is one run of digits, or that nothing tells, all cells are undecided.
    """
    count, tokens = sum(blocks), zone.tokens()
    for spans in (window(zone, count, layout), tokens, _first_line(zone.text, tokens), _cell_lines(zone, count)):
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


def _cell_lines(zone: Zone, count: int) -> list[Span]:
    """Return the lines below the label, an empty one being an empty cell, if they are as many as the columns."""
    text = zone.text
    numbers = {number.end() for number in _PAGE_NUMBER.finditer(text, zone.start, zone.end)}
    lines = [line for line in pieces(text, zone.start, zone.end, "\n") if line[1] not in numbers][zone.labelled :]
    return lines[:count] if len(lines) == count + 1 and is_empty(lines[-1]) else lines


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
