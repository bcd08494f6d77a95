"""The official tables, from grids and from flattened text: figures go to rows by labels and to columns by separators or arithmetic.

A form is looked for in the text without blanks, because pages break labels anywhere; figures are read from the text itself, where
blanks and bars tell the cells apart. What no separator and no sum can prove is undecided, never a guess.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from nianbao import forms
from nianbao.forms import Form, Row
from nianbao.records import Cell, Grid, Table
from nianbao.tables.align import Cells
from nianbao.tables.expect import rows_of, sums_of
from nianbao.tables.grids import HEADERS, cells_of
from nianbao.tables.labels import Label, chains, is_heading, labels
from nianbao.tables.page import Page, applicants, head_of
from nianbao.tables.place import place, proves
from nianbao.tables.remedies import read_remedies
from nianbao.tables.restore import Anchor, above, restore
from nianbao.tables.values import cell_of, unit_of
from nianbao.tables.zones import Zone

Chain = list[tuple[Row, Label]]
Header = tuple[int, Zone]
Columns = Mapping[str, tuple[str, ...]]


def read_tables(text: str, grids: Sequence[Grid] = ()) -> list[Table]:
    """Return the official tables of a normalised text in order of place; ``grids`` have their offsets in it."""
    page = Page.of(text, grids)
    tables = [*(table for form in forms.FORMS for table in _tables(page, form)), *read_remedies(page)]
    return sorted(tables, key=lambda table: table.start)


def _tables(page: Page, form: Form) -> list[Table]:
    """Return the tables of a form: those with labels, and those of which only a header is left."""
    headers = list(applicants(page, form)) if form.kind == "requests" else []
    tables = [table for chain in chains(labels(page, form), form) for table in _table(page, form, chain, headers)]
    alone = [header for header in headers if not any(table.start <= header[1].start <= table.end for table in tables)]
    return [*tables, *(table for header in alone for table in _table(page, form, [], [header]))]


def _table(page: Page, form: Form, chain: Chain, headers: Sequence[Header]) -> Iterator[Table]:
    """Yield the table of a chain of rows below one of the headers."""
    kind, columns = form.kind, {row.key: row.columns for row in form.rows}
    start = head_of(page, form, chain[0][1].start) if chain else headers[0][0]
    if kind == "active":
        kind, columns = _active(page, start, chain)
    first, placed = _restored(page, chain, headers, form.rows) if kind == "requests" else (start, {})
    start = min(start, first)
    placed = placed or _labelled(page, kind, columns, {row.key: label for row, label in chain if row.key in columns})
    cells: list[Cell] = []
    for key, places in placed.items():
        unit = unit_of(page.text[start : places[0][0][0]], key, columns[key][-1])
        cells += [cell_of(page.text, key, *named, unit) for named in zip(columns[key], places, strict=True)]
    if cells:
        missing = tuple(row for row in rows_of(kind, placed) if row not in placed)
        yield Table(kind, start, max(cell.end for cell in cells), tuple(cells), missing)


def _labelled(page: Page, kind: str, columns: Columns, rows: Mapping[str, Label]) -> dict[str, Cells]:
    """Return the cells of the rows of a table, by its grid where it has one."""
    return _placed({key: label.zone for key, label in rows.items()}, kind, columns, _given(page, kind, rows))


def _given(page: Page, kind: str, rows: Mapping[str, Label]) -> dict[str, Cells]:
    """Return the cells that grids tell of labelled rows."""
    return cells_of(page.grids, page.text, {key: label.start for key, label in rows.items()}, HEADERS.get(kind, {}))


def _placed(zones: Mapping[str, Zone], kind: str, columns: Columns, given: Mapping[str, Cells]) -> dict[str, Cells]:
    """Return the cells of the rows of a table; ``given`` are those that a grid tells."""
    blocks = {key: (len(columns[key]),) if kind == "requests" else (1,) * len(columns[key]) for key in zones}
    return place(zones, blocks, sums_of(kind, zones), given)


def _restored(page: Page, chain: Chain, headers: Sequence[Header], rows: Sequence[Row]) -> tuple[int, dict[str, Cells]]:
    """Return where a table of requests begins of which rows lost their labels, and its cells if all its sums prove them; else {}."""
    ranks = {row.key: rank for rank, row in enumerate(rows)}
    anchors = [Anchor(ranks[row.key], label.start, label.zone) for row, label in chain]
    first = chain[0][1].start if chain else len(page.text)
    *_, (start, header) = (above(page.text, first), *(header for header in headers if header[1].start <= first))
    given = _given(page, "requests", {row.key: label for row, label in chain})
    # What looks like the row （六）其他处理 of 2019 may be the heading of the three rows of 2021.
    inner = [anchor for anchor, (_, label) in zip(anchors, chain, strict=True) if not is_heading(page, label)]
    for some in (anchors, inner):
        zones = restore([Anchor(-1, start, header), *some], rows)
        cells = _placed(zones, "requests", {row.key: row.columns for row in rows}, given) if zones else {}
        if cells and proves(zones, cells, sums_of("requests", cells)):
            return start, cells
    return first, {}


def _active(page: Page, start: int, chain: list[tuple[Row, Label]]) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return which form under article 20 the rows belong to, by its headers, else by its rows and the width of them, and its columns."""
    dense = re.sub(r"\s", "", page.text[start : chain[-1][1].end])
    signs = {kind: len(re.findall(words, dense)) for kind, words in forms.ACTIVE_SIGNS.items()}
    keys = {row.key for row, _ in chain}
    widths = [label.figures for row, label in chain if row.key in ("licensing", "penalties", "coercion")]
    signs["active_2019"] += not any(signs.values()) and (max(widths, default=0) > 1 or bool(keys & {"other_services", "procurement"}))
    kind = "active_2019" if signs["active_2019"] > signs["active_2021"] else "active_2021"
    return kind, {row.key: row.columns for part in forms.ACTIVE[kind] for row in part.rows}
