"""What a form makes one expect of a table: its rows, and the sums over its columns."""

from collections.abc import Collection, Iterable

from nianbao import forms
from nianbao.tables.combine import Equation

_OUTCOMES_2019 = frozenset(row.key for row in forms.REQUESTS_2019) - forms.NOT_OUTCOMES


def rows_of(kind: str, present: Collection[str]) -> tuple[str, ...]:
    """Return the keys of the rows of a form; the table of requests is that of 2019 unless it has a row that came in 2021."""
    if kind == "requests":
        form_2021 = any(row.key in present for row in forms.REQUESTS_2021 if row.key.startswith("other_"))
        return tuple(row.key for row in (forms.REQUESTS_2021 if form_2021 else forms.REQUESTS_2019))
    if kind in forms.ACTIVE:
        return tuple(row.key for part in forms.ACTIVE[kind] for row in part.rows)
    return tuple(row.key for rows in forms.STATISTICS_2014.values() for row in rows)


def sums_of(kind: str, rows: Iterable[str]) -> list[Equation]:
    """Return the sums over the columns of a table of requests that has these rows (J1, J2)."""
    present = dict.fromkeys(rows)
    sums: list[Equation] = []
    if kind == "requests" and present.keys() >= forms.NOT_OUTCOMES:
        sums.append({"new": 1, "carried_in": 1, "total": -1, "carried_out": -1})
    if kind == "requests" and present.keys() >= _OUTCOMES_2019 | {"total"}:
        sums.append({row: -1 if row == "total" else 1 for row in present if row == "total" or row not in forms.NOT_OUTCOMES})
    return sums
