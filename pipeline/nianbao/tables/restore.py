"""Rows of the table of requests that lost their labels, given back by the order of the form where their number fits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nianbao import forms
from nianbao.forms import Row
from nianbao.tables.zones import Zone, zone_at

WIDTH = len(forms.APPLICANTS)
#: Rows that the form of 2019 does not have.
_ONLY_2021 = frozenset(row.key for row in forms.REQUESTS_2021) - {row.key for row in forms.REQUESTS_2019}
_GROUP = re.compile(rf"(?:[\s|]*(?:[（(]\s*[三四五六]\s*[)）]\s*)?(?:{forms.REQUEST_GROUP}))+(?:[ |]*\n)?")
_LINE_END, _PAGE_NUMBER = re.compile(r"\n"), re.compile(forms.PAGE_NUMBER)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row with a label, its rank in the form and its cells; the header over all rows has the rank -1."""

    rank: int
    start: int
    zone: Zone


def restore(anchors: Sequence[Anchor], rows: Sequence[Row]) -> dict[str, Zone]:
    """Return the cells of all rows if figures without labels are as many as the rows missing between two anchors; else {}."""
    restored: dict[str, Zone] = {}
    lost = False
    end = len(anchors[0].zone.text)
    for anchor, following in pairwise([*anchors, Anchor(len(rows), end, Zone("", end, end))]):
        own = [row.key for row in rows[max(anchor.rank, 0) : anchor.rank + 1]]
        between = [row.key for row in rows[anchor.rank + 1 : following.rank]]
        found = list(_rows(anchor.zone, following.start))
        choices = (own, own + between, own + [key for key in between if key not in _ONLY_2021])
        keys = next((keys for keys in choices if len(keys) == len(found)), [])
        restored |= dict(zip(keys, found, strict=True)) if keys else dict.fromkeys(own, anchor.zone)
        lost |= len(keys) > len(own)
    return restored if lost else {}


def above(text: str, start: int) -> tuple[int, Zone]:
    """Return the lines of nothing but cells above the first label of a table, which may be rows that lost theirs, with their start."""
    while _GROUP.fullmatch(text, line := text.rfind("\n", 0, max(start - 1, 0)) + 1, start) and line < start:
        start = line
    first = start
    while first and text[first - 1] == "\n" and zone_at(text, line := text.rfind("\n", 0, first - 1) + 1, first).end == first:
        first = line
    return first, Zone(text, first, start, labelled=False)


def _rows(zone: Zone, limit: int) -> Iterator[Zone]:
    """Yield what can be rows of figures from a label on: lines, or as many cells as the form has columns."""
    for piece in _pieces(zone, limit):
        lines = [Zone(piece.text, *line, line[0] == piece.start and zone.labelled) for line in _lines(piece)]
        if all(len(line.tokens()) < 2 and not _is_row(line) for line in lines):
            yield from _barred(piece) or _chunks(piece)
        else:
            for line in lines:
                yield from _chunks(line) if len(line.tokens()) > WIDTH else [line]


def _pieces(zone: Zone, limit: int) -> Iterator[Zone]:
    """Yield the stretches of cells from a label on, over the headings of groups."""
    yield zone
    end = zone.end
    while group := _GROUP.match(zone.text, end, limit):
        piece = zone_at(zone.text, group.end(), limit)
        end = piece.end
        yield replace(piece, labelled=not group[0].endswith("\n"))


def _lines(zone: Zone) -> Iterator[tuple[int, int]]:
    """Yield the lines of a stretch that have cells."""
    cuts = [zone.start, *(match.end() for match in _LINE_END.finditer(zone.text, zone.start, zone.end)), zone.end]
    for start, end in pairwise(cuts):
        figures = Zone(zone.text, start, end).tokens() and not _PAGE_NUMBER.fullmatch(zone.text, max(start - 1, 0), end - 1)
        if figures or zone.text.count("|", start, end) >= WIDTH - 1:
            yield start, end


def _is_row(line: Zone) -> bool:
    """Tell whether a line can hold all cells of a row: glued, or between bars."""
    text = line.text[line.start : line.end].strip()
    return len(text) >= WIDTH and (text.isdecimal() or text.count("|") >= WIDTH - 1)


def _barred(zone: Zone) -> list[Zone]:
    """Return the rows of a stretch that has one cell a line, each with a bar; [] where they do not come out even."""
    bars = [match.end() for match in re.compile(r"\|").finditer(zone.text, zone.start, zone.end)]
    cuts = bars if zone.labelled else [zone.start, *bars]
    if len(cuts) < 2 or (len(cuts) - 1) % WIDTH:
        return []
    return [Zone(zone.text, *span, labelled=False) for span in pairwise(cuts[::WIDTH])]


def _chunks(zone: Zone) -> Iterator[Zone]:
    """Yield the cells of a stretch in lots of the width of the form; the whole stretch where they do not come out even."""
    tokens = zone.tokens()
    if not tokens or len(tokens) % WIDTH:
        yield from [zone] * bool(tokens)
    else:
        yield from (Zone(zone.text, lot[0][0], lot[-1][1], labelled=False) for lot in zip(*[iter(tokens)] * WIDTH, strict=True))
