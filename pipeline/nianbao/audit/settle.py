"""Empty cells told apart: those that the sums prove to be 0 say so."""

from collections.abc import Iterable
from dataclasses import replace

from nianbao.records import Cell, Finding, Table


def settle(tables: Iterable[Table], findings: Iterable[Finding]) -> list[Table]:
    """Return the tables with the status of each empty cell that a finding on blanks believes to be 0; its value stays as printed."""
    zeros = {(place.start, place.name) for one in findings if one.id == "blank" for place in one.places if place.believed == 0}

    def settled(cell: Cell) -> Cell:
        return replace(cell, status="blank_zero") if (cell.start, f"{cell.row} × {cell.column}") in zeros else cell

    return [replace(table, cells=tuple(map(settled, table.cells))) for table in tables]
