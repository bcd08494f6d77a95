"""One long table for researchers: one row a figure, out of indicators, open facts and the cells of the official tables."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields, replace
from itertools import chain
from typing import IO, Final

from nianbao.labels import INDICATORS
from nianbao.records import Cell, Fact, Number, Record, Table

#: Units of cells: by form and column, else by column, else 件; those of statistics_2014 are the indicators' own.
UNITS: Final = {
    ("active_2019", "amount"): "元",
    ("active_2021", "amount"): "万元",
    "projects": "个",
    "previous": "项",
    "change": "项",
}
BYTE_ORDER_MARK: Final = "\ufeff"
_ZERO = re.compile(r"[0０零〇○]")


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: who reports what on which year, as printed and as a number, in what unit and state, how surely, and where.

    ``form`` is the table's kind, ``prose`` for indicators that the prose states, or ``open``; ``indicator`` is a key (of a cell row.column)
    or, of an open figure, the words that name it; ``applicant`` is a column of the table of requests. ``status`` is that of a cell
    (printed, blank …), stated or denied of prose, what an open figure is to its quantity (change, share …), and doubted where a finding
    does not believe what is printed.
    """

    body: str | None
    code: str | None
    level: str | None
    year: int | None
    form: str
    indicator: str
    applicant: str | None
    printed: str
    value: Number | None
    unit: str | None
    status: str
    confidence: float | None
    start: int
    end: int
    path: str
    sha256: str


COLUMNS: Final = tuple(field.name for field in fields(Row))


def tidy(records: Iterable[Record]) -> Iterator[Row]:
    """Yield the figures of records, one after the other; a record that could not be read has none."""
    for record in records:
        places = (place for finding in record.findings for place in finding.places)
        doubted = {(place.start, place.end) for place in places if place.believed != place.printed}
        rows = chain(
            (_of_fact(record, fact) for fact in record.facts if fact.kind in ("indicator", "open")),
            (_of_cell(record, table, cell) for table in record.tables for cell in table.cells),
        )
        yield from (replace(row, status="doubted") if row.value is not None and (row.start, row.end) in doubted else row for row in rows)


def write(rows: Iterable[Row], file: IO[str], *, bom: bool = False) -> None:
    """Write rows as CSV with a header, one by one; with ``bom`` Excel takes the file for UTF-8."""
    file.write(BYTE_ORDER_MARK if bom else "")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(row) for row in rows)


def _of_fact(record: Record, fact: Fact) -> Row:
    """Return the row of a figure that the prose states."""
    if fact.indicator:
        denied = fact.value == 0 and not _ZERO.search(fact.raw)
        form, indicator, status = "prose", fact.indicator, "denied" if denied else "stated"
    else:
        form, indicator, status = "open", fact.attributes.get("what", ""), fact.attributes.get("relation", "stated")
    return Row(
        *_who(record),
        year=fact.year,
        form=form,
        indicator=indicator,
        applicant=None,
        printed=fact.raw,
        value=fact.value if isinstance(fact.value, int | float) else None,
        unit=fact.unit,
        status=status,
        confidence=fact.confidence,
        start=fact.start,
        end=fact.end,
        path=record.source.path,
        sha256=record.source.sha256,
    )


def _of_cell(record: Record, table: Table, cell: Cell) -> Row:
    """Return the row of a cell; of requests the column is the kind of applicant, of other forms a part of the indicator."""
    requests, statistics = table.kind == "requests", table.kind == "statistics_2014"
    return Row(
        *_who(record),
        year=record.report.year,
        form=table.kind,
        indicator=cell.row if requests or statistics else f"{cell.row}.{cell.column}",
        applicant=cell.column if requests else None,
        printed=cell.raw,
        value=cell.value,
        unit=INDICATORS[cell.row][1] if statistics else UNITS.get((table.kind, cell.column)) or UNITS.get(cell.column, "件"),
        status=cell.status,
        confidence=None,
        start=cell.start,
        end=cell.end,
        path=record.source.path,
        sha256=record.source.sha256,
    )


def _who(record: Record) -> tuple[str | None, str | None, str | None]:
    return record.report.issuer, record.report.code, record.report.level
