"""Tables that go on over a page break: columns fitted to one another, repeated headers dropped, torn cells and rows made whole."""

import re
from bisect import bisect_left
from dataclasses import replace

from nianbao.read.content import BAR, Slot, join
from nianbao.read.items import Cells, PageTable

#: Rules of two pages within this distance, in points, are the same, and columns without rules that begin within that one.
NEAR, NEAR_COLUMN = 6.0, 24.0
_ITEM = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
Row = dict[int, Slot]


def goes_on(first: PageTable, second: PageTable) -> bool:
    """Tell whether two tables have the same edges, and one of them all the columns of the other; without rules, the same columns."""
    if not (first.ruled and second.ruled):
        begins = list(zip(first.xs[1:-1], second.xs[1:-1], strict=False))
        same_number = len(first.xs) == len(second.xs) and first.ruled == second.ruled
        return same_number and all(abs(one - other) < NEAR_COLUMN for one, other in begins)
    few, many = sorted((first.xs, second.xs), key=len)
    same_edges = abs(few[0] - many[0]) < NEAR and abs(few[-1] - many[-1]) < NEAR
    return same_edges and all(any(abs(x - other) < NEAR for other in many) for x in few)


def joined(first: PageTable, second: PageTable) -> tuple[PageTable, list[str]]:
    """Return two tables as one, and the rows of the head of the first that the second prints again."""
    xs = max(first.xs, second.xs, key=len)
    above, below = _fitted(first, xs), _fitted(second if second.ruled else replace(second, xs=xs), xs)
    skipped = _repeated(above, below, min(first.height, second.height))
    head = [BAR.join(slot.text for slot in _row(below, row).values()) for row in range(skipped)]
    below = {(row - skipped, column): slot for (row, column), slot in below.items() if row >= skipped}
    height = second.height - skipped
    _continue_cells(above, below, first.height)
    torn = _is_torn(_row(above, first.height - 1), _row(below, 0))
    if torn:
        for column in _row(below, 0):
            upper, lower = above[first.height - 1, column], below.pop((0, column))
            above[first.height - 1, column] = replace(upper, text=join(upper.text, lower.text))
    at = first.height - torn
    cells = above | {(at + row, column): slot for (row, column), slot in below.items()}
    return PageTable(xs, first.top, at + height, cells, first.ruled), head


def _fitted(table: PageTable, xs: tuple[float, ...]) -> Cells:
    """Return the cells with columns counted by other rules, among which are those of the table."""
    places = [min(range(len(xs)), key=lambda i: abs(xs[i] - x)) for x in table.xs]
    return {
        (row, places[column]): replace(slot, columns=max(places[min(column + slot.columns, len(places) - 1)] - places[column], 1))
        for (row, column), slot in table.cells.items()
    }


def _row(cells: Cells, row: int) -> Row:
    """Return the cells that begin in a row, by column."""
    ordered = sorted(cells)
    found = ordered[bisect_left(ordered, (row, 0)) : bisect_left(ordered, (row + 1, 0))]
    return {column: cells[row, column] for _, column in found}


def _repeated(above: Cells, below: Cells, most: int) -> int:
    """Return how many rows without figures the second table repeats from the head of the first."""
    count = 0
    while count < most and _row(below, count) == _row(above, count) and not _has_figures(_row(below, count)):
        count += 1
    return count


def _continue_cells(above: Cells, below: Cells, height: int) -> None:
    """Lengthen cells that span rows and that the break cut: below it they go on without a number of their own, often without words."""
    for column, lower in _row(below, 0).items():
        row = max((row for row, place in above if place == column), default=-1)
        upper = above.get((row, column))
        if upper is None or row + upper.rows != height or upper.columns != lower.columns or max(upper.rows, lower.rows) == 1:
            continue
        if not _ITEM.match(lower.text) and not upper.text.isdecimal() and not lower.text.isdecimal():
            above[row, column] = Slot(join(upper.text, lower.text), upper.rows + lower.rows, upper.columns)
            del below[0, column]


def _is_torn(above: Row, below: Row) -> bool:
    """Tell whether two rows are one: the lower has words without a number of their own, and figures stand in one of them only."""
    if above.keys() != below.keys() or not below or _ITEM.match("".join(slot.text for slot in below.values())):
        return False
    words = any(slot.text and not slot.text.isdecimal() for slot in below.values())
    clash = any(above[column].text.isdecimal() and below[column].text for column in below)
    return words and _has_figures(above) != _has_figures(below) and not clash


def _has_figures(row: Row) -> bool:
    return any(slot.text.isdecimal() for slot in row.values())
