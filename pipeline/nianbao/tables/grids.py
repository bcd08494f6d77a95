"""Rows of which the format gives the cells: in their order where they are as many as the columns, else below the headers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nianbao import forms
from nianbao.records import Grid, GridCell
from nianbao.tables.align import Cells
from nianbao.tables.zones import is_cell, status_of

Headers = Mapping[str, tuple[str, ...]]

#: Column headers by the row of the form that stands below them, in the order of its columns.
_APPLICANTS = dict.fromkeys((row.key for row in forms.REQUESTS), forms.APPLICANT_NAMES)
HEADERS = {"requests": _APPLICANTS} | {
    kind: {row.key: part.headers[1:] for part in parts for row in part.rows} for kind, parts in forms.ACTIVE.items()
}


def from_raw(grid: Grid, starts: NDArray[np.int64]) -> Grid:
    """Return a grid with offsets into normalised characters, of which ``starts`` are the places in the source."""
    at = np.array([[grid.start, grid.end], *([cell.start, cell.end] for cell in grid.cells)])
    (start, end), *spans = np.searchsorted(starts, at).tolist()
    cells = (replace(cell, start=first, end=last) for cell, (first, last) in zip(grid.cells, spans, strict=True))
    return replace(grid, start=start, end=end, cells=tuple(cells))


def cells_of(grids: Sequence[Grid], text: str, labels: Mapping[str, int], headers: Headers) -> dict[str, Cells]:
    """Return the cells of rows by the places of their labels, as far as grids tell them.

    Rows of other spans than their header are not read by it: where a figure of one row stands below no header, none is.
    """
    rows = {key: row for key, start in labels.items() if key in headers and (row := _row(grids, start))}
    told = {key: cells for key, (_, cells) in rows.items() if len(cells) == len(headers[key])}
    below = {key: _below(grid, text, cells, headers[key]) for key, (grid, cells) in rows.items() if key not in told}
    strays = (cell for key, found in below.items() for cell in rows[key][1] if cell not in found and cell.end > cell.start)
    told |= {} if any(strays) else below
    return {key: cells for key, found in told.items() if (cells := _placed(text, found))}


def _row(grids: Sequence[Grid], start: int) -> tuple[Grid, list[GridCell]] | None:
    """Return the grid in which a label begins at ``start`` and the cells to its right; None outside of all grids."""
    for grid in grids:
        for label in grid.cells if grid.start <= start < grid.end else ():
            if label.start <= start < label.end:
                return grid, [cell for cell in grid.cells if cell.row == label.row and cell.column > label.column]
    return None


def _below(grid: Grid, text: str, row: Sequence[GridCell], headers: Sequence[str]) -> list[GridCell]:
    """Return the cells of a row that stand below its headers; [] if one is lacking or stands below two."""
    found: list[GridCell] = []
    for header in headers:
        above = [cell for cell in grid.cells if row and cell.row < row[0].row and _words(text, cell).startswith(header)]
        at = max(above, key=lambda cell: cell.row).column if above else -1
        found += [cell for cell in row if cell.column <= at < cell.column + cell.columns]
    return found if len({cell.column for cell in found}) == len(found) == len(headers) else []


def _placed(text: str, found: Sequence[GridCell]) -> Cells:
    """Return the cells with their status; [] if one of them holds anything but a figure."""
    spans = [(cell.start, cell.end) for cell in found]
    return [(span, status_of(text[slice(*span)])) for span in spans] if all(is_cell(text, span) for span in spans) else []


def _words(text: str, cell: GridCell) -> str:
    return "".join(text[cell.start : cell.end].split())
