"""What the reader of a format hands over, lines and tables in reading order, and how they become one text with offsets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise

from nianbao.read.limits import MOST_COLUMNS
from nianbao.records import Furniture, Grid, GridCell, Page

BAR = " | "
#: Between two of these no line end and no blank belongs when lines are joined: Chinese is written without spaces.
CJK = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
CHINESE = re.compile(f"[{CJK}]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell before it has its place: its text and how many rows and columns it spans."""

    text: str
    rows: int = 1
    columns: int = 1


Rows = list[list[Slot]]
#: A line of text, or a table as its rows.
Part = str | Rows


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins: a line of the composed text and a character in it; and what stands on it beside the text."""

    line: int
    character: int
    furniture: tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its parts, what it states about itself (keys are fields of ``Source``), what there is to say, its pages."""

    parts: list[Part]
    stated: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    pages: tuple[PageStart, ...] = ()


def compose(parts: Iterable[Part]) -> tuple[str, tuple[Grid, ...]]:
    """Return the text, one line for each line and each row of a table, and the grids with offsets into it."""
    lines: list[str] = []
    grids: list[Grid] = []
    at = 0
    for part in parts:
        # A row that cells from above cover wholly has no line.
        rows = [[part]] if isinstance(part, str) else [[slot.text for slot in row] for row in part if row]
        if not isinstance(part, str) and (cells := list(_cells(part, at))):
            grids.append(_grid(cells))
        for row in rows:
            lines.append(BAR.join(row))
            at += len(lines[-1]) + 1
    return "\n".join(lines), tuple(grids)


def place(text: str, pages: Iterable[PageStart]) -> tuple[Page, ...]:
    """Return the pages of a composed text, which they cover."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    starts = [(lines[page.line] + page.character if page.line < len(lines) else len(text), page.furniture) for page in pages]
    return tuple(Page(start, end, furniture) for (start, furniture), (end, _) in pairwise([*starts, (len(text), ())]))


def join(*pieces: str) -> str:
    """Return the pieces of one paragraph or cell as one, with a blank only where neither side of a seam is Chinese."""
    shown = [piece for piece in pieces if piece]
    seams = ("" if CHINESE.match(first[-1]) or CHINESE.match(second) else " " for first, second in pairwise(shown))
    return "".join(chain.from_iterable(zip(shown, chain(seams, [""]), strict=False)))


def _cells(rows: Rows, at: int) -> Iterator[GridCell]:
    """Yield the cells in order with their places; none if the table is too wide to be one.

    ``open_until`` holds, for each column, the first row that no cell from above covers.
    """
    if max((sum(slot.columns for slot in row) for row in rows), default=0) > MOST_COLUMNS:
        return
    open_until = [0] * (2 * MOST_COLUMNS)
    for number, row in enumerate(rows):
        column = 0
        for slot in row:
            while column < MOST_COLUMNS and open_until[column] > number:
                column += 1
            height = max(1, min(slot.rows, len(rows) - number))
            width = max(1, _free(open_until[column : column + slot.columns], number))
            open_until[column : column + width] = [number + height] * width
            yield GridCell(number, column, height, width, at, at + len(slot.text))
            column += width
            at += len(slot.text) + len(BAR)
        at += 1 - len(BAR) if row else 0


def _free(open_until: list[int], row: int) -> int:
    """Return how many of the columns that a cell would span are free in a row: where it runs into another cell it ends."""
    return next((i for i, until in enumerate(open_until) if until > row), len(open_until))


def _grid(cells: list[GridCell]) -> Grid:
    rows, columns = max(cell.row + cell.rows for cell in cells), max(cell.column + cell.columns for cell in cells)
    return Grid(cells[0].start, cells[-1].end, rows, columns, tuple(cells))
