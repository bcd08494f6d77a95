"""What figures and equations are called in sentences for people, in Chinese and English."""

from collections.abc import Mapping
from itertools import chain
from typing import Final

from nianbao import forms
from nianbao.audit.equate import Equation, Key, System
from nianbao.labels import INDICATORS
from nianbao.records import Number

Names = tuple[str, str]

_ROWS: Final = {
    "requests": {row.key: row.label.partition("（区分")[0] for row in (*forms.REQUESTS_2019, *forms.REQUESTS_2021)},
    "remedies": dict(zip(forms.REMEDIES, forms.REMEDY_NAMES, strict=True)),
}
_COLUMNS: Final[dict[str, Mapping[str, str]]] = {
    "requests": dict(zip(forms.APPLICANTS, forms.APPLICANT_NAMES, strict=True)),
    "remedies": dict(zip(forms.OUTCOMES, forms.OUTCOME_NAMES, strict=True)),
}
for _kind, _parts in forms.ACTIVE.items():
    _ROWS[_kind] = {row.key: row.label for part in _parts for row in part.rows}
    _COLUMNS[_kind] = dict(chain.from_iterable(zip(row.columns, part.headers[1:], strict=False) for part in _parts for row in part.rows))


def call(kind: str, key: Key) -> Names:
    """Return the names of a cell of a table of this kind, or of a figure of the prose."""
    row, column = key
    if kind == "prose":
        return f"“{row}”", f"“{row}”"
    if kind == "statistics_2014":
        return f"“{INDICATORS[row][0]}”", row
    return f"“{_ROWS[kind][row]}”行“{_COLUMNS[kind][column]}”列", f"{row} × {column}"


def figure(value: Number | None) -> Names:
    """Return a printed figure in words: an empty cell is told as empty."""
    return ("空白", "empty") if value is None else (f"{value:.10g}",) * 2


def state(system: System, equation: Equation) -> Names:
    """Return how an equation fails: both of its sides as printed."""
    index = equation.terms[0][0]
    zh, en = call(system.kind, system.variables[index].key)
    if equation.summed:
        parts = f"{sum(system.values[i] for i, _ in equation.terms[1:]):.10g}"
        whole = figure(system.variables[index].value)
        return f"{zh}印作{whole[0]}，各项之和为{parts}", f"{en}: printed {whole[1]}, its parts add up to {parts}"
    left, right = ("＋".join(f"{system.values[i]:.10g}" for i, sign in equation.terms if sign == side) for side in (1, -1))
    column = system.variables[index].key[1]
    zh = f"“{_COLUMNS[system.kind][column]}”列：新收＋上年结转={left}，总计＋结转下年={right}"
    return zh, f"{column}: new + carried_in is {left}, total + carried_out is {right}"
