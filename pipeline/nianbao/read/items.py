"""What stands on a page of a PDF: characters, the lines that they form, and tables, each with its place in points, y upwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nianbao.read.content import Rows, Slot

Box = tuple[float, float, float, float]
#: Cells by the row and the column that they begin in.
Cells = dict[tuple[int, int], Slot]


class Glyph(NamedTuple):
    """A character and its box as the page is seen."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Line(NamedTuple):
    """A line of a page: its text, its box, and, where wide gaps divide it, the lines between them."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    between: tuple["Line", ...] = ()

    @property
    def height(self) -> float:
        """Return the height of its characters in points."""
        return self.top - self.bottom

    @property
    def pieces(self) -> tuple["Line", ...]:
        """Return what it consists of: itself, where no wide gap divides it."""
        return self.between or (self,)


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on a page: where its columns begin and the last one ends, its upper edge, how many rows it has, its cells, what shows it."""

    xs: tuple[float, ...]
    top: float
    height: int
    cells: Cells
    ruled: bool = True

    @property
    def left(self) -> float:
        """Return its left edge."""
        return self.xs[0]

    @property
    def right(self) -> float:
        """Return its right edge."""
        return self.xs[-1]

    @property
    def pieces(self) -> tuple["PageTable", ...]:
        """Return itself, since nothing divides it."""
        return (self,)

    def rows(self) -> Rows:
        """Return the cells row by row."""
        rows: Rows = [[] for _ in range(self.height)]
        for row, column in sorted(self.cells):
            rows[row].append(self.cells[row, column])
        return rows


Item = Line | PageTable


def line_of(pieces: Sequence[Line]) -> Line:
    """Return the line that pieces, from left to right, form."""
    if len(pieces) == 1:
        return pieces[0]
    text, right = " ".join(piece.text for piece in pieces), max(piece.right for piece in pieces)
    bottom, top = min(piece.bottom for piece in pieces), max(piece.top for piece in pieces)
    return Line(text, pieces[0].left, bottom, right, top, tuple(pieces))
