"""Pages in columns: where a gutter parts prose on both sides, the side at its left is read first."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from nianbao.patterns import HEADINGS
from nianbao.read.items import Item, Line, line_of

#: Lines begin at one place within this distance, in points.
NEAR = 3.0
#: A column has so many lines, is so wide in heights of its characters, and so full of text; so many of its lines have a mark of prose.
FEWEST, NARROWEST, DENSEST, MARKED = 3, 8.0, 0.45, 0.4
#: The space between columns is at least so wide, in heights.
GUTTER = 0.6
#: So many lines at most below the end of the other column a heading, or a gap of so many lines, ends a column.
BELOW, ANEW = 4.0, 1.4
#: So many places at which lines begin are tried as the edge of a column.
MOST_EDGES = 8
#: 电话：0856-5550123 stands in forms and contacts, which are read line by line.
KEYED = re.compile(r"\S{1,12}?\s*[：:]")
#: Marks that prose has and cells of tables do not have.
MARK = re.compile("[，。；、]")
LEFT, RIGHT = attrgetter("left"), attrgetter("right")
Side = list[Item]


class Stretch(NamedTuple):
    """Items of a page that are read from top to bottom, and whether they are a column beside others."""

    items: list[Item]
    is_column: bool


def in_columns(items: list[Item]) -> Iterator[Stretch]:
    """Yield the items of a page, given from top to bottom, in reading order."""
    bands = max((_bands(items, x) for x in _edges(items)), key=_size, default=[])
    if not _size(bands):
        yield Stretch(items, False)
        return
    for band in bands:
        for side in band:
            yield from (Stretch(part.items, part.is_column or len(band) > 1) for part in in_columns(side) if part.items)


def _edges(items: list[Item]) -> list[float]:
    """Return where many lines begin, the edge of the page apart."""
    lefts = [piece.left for item in items for piece in item.pieces]
    counts = Counter(round(left / NEAR) for left in lefts)
    counts.pop(round(min(lefts, default=0.0) / NEAR), None)
    return [NEAR * (place - 0.5) for place, count in counts.most_common(MOST_EDGES) if count >= FEWEST]


def _size(bands: list[list[Side]]) -> int:
    """Return how many items are in columns."""
    return sum(len(side) for band in bands for side in band if len(band) > 1)


def _bands(items: list[Item], x: float) -> list[list[Side]]:
    """Return the items in bands across the page: two sides where columns meet at ``x``, else one."""
    bands: list[list[Side]] = [[[]]]
    runs = [(crosses, list(run)) for crosses, run in groupby(items, key=lambda item: _crosses(item, x))]
    for place, (crosses, run) in enumerate(runs):
        first, second = _side(run, x, is_left=True), _side(run, x, is_left=False)
        start, end = _extent(first, second, is_last=place + 1 == len(runs))
        if not crosses and _are_columns(first[start:end], second):
            bands[-1][0].extend(first[:start])
            bands += [[first[start:end], second], [first[end:]]]
        else:
            bands[-1][0].extend(run)
    return bands


def _crosses(item: Item, x: float) -> bool:
    return any(piece.left < x < piece.right for piece in item.pieces)


def _extent(column: Side, other: Side, *, is_last: bool) -> tuple[int, int]:
    """Return where a column begins and ends beside the next one: what is above that, or begins anew below it, stands beside nothing.

    Where nothing across the page follows, only shortly below: the columns of a last page are filled one after the other.
    """
    if len(column) < FEWEST or not other:
        return 0, len(column)
    pitch = max(median(above.top - below.top for above, below in pairwise(column)), 1.0)
    start = sum(item.top > other[0].top + pitch / 2 for item in column)
    for place, (above, item) in enumerate(pairwise(column), 1):
        below = (other[-1].top - item.top) / pitch
        heading = isinstance(item, Line) and HEADINGS[0].match(item.text)
        if below > 0.5 and (below < BELOW or not is_last) and (heading or above.top - item.top > ANEW * pitch):
            return start, place
    return start, len(column)


def _side(items: list[Item], x: float, *, is_left: bool) -> Side:
    """Return what stands on one side of ``x``."""
    side: Side = []
    for item in items:
        if isinstance(item, Line):
            pieces = [piece for piece in item.pieces if (piece.left < x) == is_left]
            side += [line_of(pieces)] if pieces else []
        else:
            side += [item] if (item.left < x) == is_left else []
    return side


def _are_columns(first: Side, second: Side) -> bool:
    """Tell whether two sides are prose that stands side by side."""
    if not (_is_column(first) and _is_column(second)):
        return False
    height = next(item.height for item in first if isinstance(item, Line))
    tops, bottoms = [side[0].top for side in (first, second)], [side[-1].top for side in (first, second)]
    beside, shorter = min(tops) - max(bottoms), min(top - bottom for top, bottom in zip(tops, bottoms, strict=True))
    return beside > 0.5 * shorter and min(map(LEFT, second)) - max(map(RIGHT, first)) > GUTTER * height


def _is_column(side: Side) -> bool:
    """Tell whether lines are those of a column: wide, dense, of prose, few of them a name and its value."""
    lines = [item for item in side if isinstance(item, Line)]
    if len(lines) < FEWEST:
        return False
    left, right, height = min(map(LEFT, lines)), max(map(RIGHT, lines)), max(line.height for line in lines)
    ink = sum(piece.right - piece.left for line in lines for piece in line.pieces)
    keyed = sum(KEYED.match(line.text) is not None for line in lines)
    marked = sum(MARK.search(line.text) is not None for line in lines)
    return (
        right - left > NARROWEST * height
        and ink > DENSEST * len(lines) * (right - left)
        and marked > MARKED * len(lines)
        and 2 * keyed < len(lines)
    )
