"""Tables without rules: lines one below the other whose pieces stand in columns, with the same gaps between them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby, pairwise
from statistics import median

from nianbao.patterns import SENTENCE_END
from nianbao.read.columns import KEYED, MARK
from nianbao.read.content import Slot, join
from nianbao.read.items import Cells, Item, Line, PageTable

#: Rows with more than one cell that a table has at least; gaps between columns, in heights, and how many rows in ten may span one.
FEWEST, GAP, SPANNING = 3, 0.9, 2
#: Lines further apart than this, in heights, are not of one table; a lone piece wider than this share of the lines is prose.
APART, WIDEST = 2.6, 0.5
#: Cells of a table are short on the average; most pieces of a column begin, end or are centred at one place, within so many heights.
LONGEST, ALIGNED, LOOSE = 16, 0.7, 0.8
#: A lone piece nearer to a row than this share of the least distance of rows belongs to it.
NEAR = 0.9
#: 1. and 一、 before the lines of a list are no column.
MARKER = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]?|[●■◆•·*-]")


def with_tables(items: list[Item]) -> Iterator[Item]:
    """Yield the items of a stretch, lines that form tables made tables."""
    block: list[Line] = []
    width = max((item.right for item in items), default=0.0) - min((item.left for item in items), default=0.0)
    for item in items:
        fits = isinstance(item, Line) and _may_be_row(item, WIDEST * width)
        if block and not (fits and block[-1].bottom - item.top < APART * block[-1].height):
            yield from _tabled(block)
            block = []
        if isinstance(item, Line) and fits:
            block.append(item)
        else:
            yield item
    yield from _tabled(block)


def _may_be_row(line: Line, widest: float) -> bool:
    """Tell whether a line may be of a table: gaps divide it, or it is short; it is not of names with their values."""
    keyed = sum(KEYED.match(piece.text) is not None for piece in line.pieces)
    return (len(line.pieces) > 1 or line.right - line.left < widest) and 2 * keyed <= len(line.pieces)


def _tabled(block: list[Line]) -> Iterator[Item]:
    """Yield the lines of a block, those from the first to the last that gaps divide as a table if they are one."""
    places = [place for place, line in enumerate(block) if len(line.pieces) > 1]
    rows = [block[place] for place in places]
    starts = _starts(rows) if len(rows) >= FEWEST else []
    if not starts or not _is_table(rows, starts):
        yield from block
        return
    start, end = _extent(block, places, starts[0])
    xs = (min(row.left for row in rows), *starts, max(row.right for row in rows))
    cells, height = _cells(_rows(block[start:end]), starts)
    yield from block[:start]
    yield PageTable(xs, block[start].top, height, cells, ruled=False)
    yield from block[end:]


def _extent(block: list[Line], places: list[int], second: float) -> tuple[int, int]:
    """Return where a table begins and ends, with a line of a label above its first row, or below its last, left of ``second``."""
    start, end = places[0], places[-1] + 1
    first, last = block[places[0]], block[places[-1]]
    if start and block[start - 1].right < second and block[start - 1].top - first.top < first.height:
        start -= 1
    if end < len(block) and block[end].right < second and last.top - block[end].top < NEAR * _pitch(block, places):
        end += not SENTENCE_END.search(block[end].text)
    return start, end


def _pitch(block: list[Line], places: list[int]) -> float:
    """Return the least distance of rows."""
    return min(block[above].top - block[below].top for above, below in pairwise(places))


def _starts(rows: list[Line]) -> list[float]:
    """Return where the columns after the first begin: at the ends of the gaps that nearly all rows have."""
    pieces = [piece for row in rows for piece in row.pieces]
    size, most = median(row.height for row in rows), SPANNING * len(rows) // 10
    steps = Counter(piece.left for piece in pieces)
    steps.subtract(piece.right for piece in pieces)
    places = sorted(steps)
    counts = accumulate(steps[place] for place in places)
    spans = [(start, end, count) for (start, end), count in zip(pairwise(places), counts, strict=False)]
    starts: list[float] = []
    for is_gap, group in groupby(spans, key=lambda span: span[2] <= most):
        gap = list(group)
        if is_gap and gap[0] != spans[0] and gap[-1] != spans[-1]:
            starts += _ends(gap, GAP * size)
    return starts


def _ends(gap: list[tuple[float, float, int]], least: float) -> list[float]:
    """Return where a gap ends, given as its parts with the pieces that reach into each: at each empty part, else at the emptiest one."""
    empty = [end for start, end, count in gap if not count and end - start > least]
    emptiest = min(gap, key=lambda part: (part[2], part[0] - part[1]))
    return empty or ([emptiest[1]] if gap[-1][1] - gap[0][0] > least else [])


def _column(place: float, starts: list[float]) -> int:
    return bisect_right(starts, place + 1)


def _is_table(rows: list[Line], starts: list[float]) -> bool:
    """Tell whether rows are those of a table: short cells in place, and neither a list nor names with their values."""
    columns: list[list[Line]] = [[] for _ in range(len(starts) + 1)]
    for row in rows:
        for piece in row.pieces:
            columns[_column(piece.left, starts)].append(piece)
    pieces = [piece for column in columns for piece in column]
    lone = sum(len(piece.text) == 1 and not piece.text.isdecimal() for piece in pieces)
    keyed = sum(KEYED.match(piece.text) is not None for piece in pieces)
    marked = sum(MARK.search(piece.text) is not None for piece in pieces)
    listed = len(columns) == 2 and 2 * sum(MARKER.fullmatch(piece.text) is not None for piece in columns[0]) > len(columns[0])
    return (
        sum(len({_column(piece.left, starts) for piece in row.pieces}) > 1 for row in rows) >= max(FEWEST, ALIGNED * len(rows))
        and sum(len(piece.text) for piece in pieces) < LONGEST * len(pieces)
        and all(len(column) > 1 and _is_aligned(column) for column in columns)
        and 2 * lone < len(pieces)
        and 4 * keyed < len(pieces)
        and 3 * marked < len(pieces)
        and not listed
    )


def _is_aligned(column: list[Line]) -> bool:
    """Tell whether most pieces of a column begin, end or are centred at one place."""
    slack = LOOSE * median(piece.height for piece in column)
    for places in zip(*((piece.left, piece.right, (piece.left + piece.right) / 2) for piece in column), strict=True):
        usual = median(places)
        if sum(abs(place - usual) < slack for place in places) >= ALIGNED * len(column):
            return True
    return False


def _rows(block: list[Line]) -> list[list[Line]]:
    """Return the lines by rows: a lone piece goes with the row that is nearer to it than rows are to one another."""
    anchors = [place for place, line in enumerate(block) if len(line.pieces) > 1]
    pitch = _pitch(block, anchors)
    rows: dict[int, list[Line]] = {}
    for place, line in enumerate(block):
        nearest = min(anchors, key=lambda anchor: abs(block[anchor].top - line.top))
        is_near = abs(block[nearest].top - line.top) < NEAR * pitch
        rows.setdefault(nearest if is_near else place, []).append(line)
    return [rows[place] for place in sorted(rows)]


def _cells(rows: list[list[Line]], starts: list[float]) -> tuple[Cells, int]:
    """Return the cells, empty ones too, and how many rows there are."""
    cells: Cells = {}
    for number, lines in enumerate(rows):
        row: dict[int, Slot] = {}
        for piece in sorted(
            (piece for line in lines for piece in line.pieces), key=lambda piece: (_column(piece.left, starts), -piece.top)
        ):
            column = _column(piece.left, starts)
            text = join(row[column].text, piece.text) if column in row else piece.text
            row[column] = Slot(text.replace("|", "｜"), 1, _column(piece.right - 2, starts) - column + 1)
        cells |= {(number, column): slot for column, slot in _filled(row, len(starts) + 1)}
    return cells, len(rows)


def _filled(row: dict[int, Slot], columns: int) -> Iterable[tuple[int, Slot]]:
    """Yield the cells of a row that has one in each column; a wide one ends where the next one begins."""
    column = 0
    while column < columns:
        slot = row.get(column, Slot(""))
        after = min((other for other in row if other > column), default=columns)
        yield column, Slot(slot.text, 1, min(slot.columns, after - column))
        column += min(slot.columns, after - column)
