"""The rules of a table, or the sums of the prose, as a linear system over their figures.

Every equation reads Σ sign·figure = 0, with signs +1 and -1. An empty cell counts as 0. What was printed but could not be read, and
totals left empty beside figures that are not, are unknown: an unknown is solved for with one equation and goes out of the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nianbao import forms
from nianbao.records import Check, Number, Table

Matrix = NDArray[np.float64]
Key = tuple[str, str]

_OUTCOMES_2019: Final = frozenset(row.key for row in forms.REQUESTS_2019) - forms.NOT_OUTCOMES


@dataclass(frozen=True, slots=True)
class Variable:
    """A figure of the system: where it stands, what it is called, and what is printed (None: empty or not read).

    One that could not be told from its neighbours (``unread``) stands where the figures do that hold it.
    """

    key: Key
    start: int
    end: int
    raw: str
    value: Number | None
    unknown: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Equation:
    """A rule that ties figures: their indices and signs; with ``summed`` the first is a whole and the others are its parts.

    ``sure`` is how sure it is that it has to hold.
    """

    rule: str
    terms: tuple[tuple[int, int], ...]
    summed: bool = True
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class System:
    """A system of equations: as the rules state them, and as a matrix from which the unknowns are eliminated.

    ``matrix`` has one row for each equation that is left and one column for each variable; ``values`` holds a figure for each
    variable, 0 for empty and unknown ones.
    """

    kind: str
    variables: tuple[Variable, ...]
    equations: tuple[Equation, ...]
    matrix: Matrix
    values: Matrix

    @property
    def residual(self) -> Matrix:
        """Return by how much each equation fails; zeros where all hold."""
        return np.asarray(self.matrix @ self.values)

    def fails(self, equation: Equation) -> bool:
        """Tell whether an equation fails as printed; one with an unknown neither holds nor fails."""
        known = not any(self.variables[i].unknown for i, _ in equation.terms)
        return known and abs(sum(sign * self.values[i] for i, sign in equation.terms)) > 1e-6

    def whole(self, index: int) -> bool:
        """Tell whether a variable is the sum of others."""
        return any(equation.summed and equation.terms[0][0] == index for equation in self.equations)


def system_of(table: Table) -> System:
    """Return the equations of a table: J1–J4 of the official forms, or the sums that the statistics form numbers."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    variables = [Variable(key, c.start, c.end, c.raw, c.value, *[c.status == "undecided"] * 2) for key, c in cells.items()]
    index = {key: i for i, key in enumerate(cells)}
    equations = [
        Equation(rule, tuple((index[key], sign) for key, sign in terms), rule != "J1")
        for rule, terms in _rules(table.kind, list(dict.fromkeys(row for row, _ in cells)))
        if all(key in index for key, _ in terms)
    ]
    if table.kind == "requests" and not cells.keys() >= {(row, "total") for row in _OUTCOMES_2019}:
        equations = _without_lost_rows(equations, variables)
    return solve(table.kind, _empty_totals(variables, equations), equations)


def system_of_prose(checks: Sequence[Check]) -> System:
    """Return the sums that the prose claims; a figure that is part of one and whole of another ties them."""
    figures = {figure.start: figure for check in checks for figure in (check.whole, *check.parts)}
    index = {start: i for i, start in enumerate(figures)}
    variables = [Variable((f.raw, ""), f.start, f.end, f.raw, f.value) for f in figures.values()]
    equations = []
    for check in checks:
        terms = ((index[check.whole.start], 1), *((index[part.start], -1) for part in check.parts))
        equations.append(Equation("prose-sum", terms, sure=check.confidence))
    return solve("prose", variables, equations)


def solve(kind: str, variables: Sequence[Variable], equations: Sequence[Equation]) -> System:
    """Return the system with each unknown taken out by the shortest equation that has it."""
    matrix = np.zeros((len(equations), len(variables)))
    for row, equation in enumerate(equations):
        for i, sign in equation.terms:
            matrix[row, i] += sign
    for i in (i for i, variable in enumerate(variables) if variable.unknown):
        having = np.flatnonzero(matrix[:, i])
        if len(having):
            pivot = min(having, key=lambda row: np.count_nonzero(matrix[row]))
            given = matrix[pivot] / matrix[pivot, i]
            matrix = np.delete(matrix - np.outer(matrix[:, i], given), pivot, axis=0)
    values = np.array([0 if variable.unknown else variable.value or 0 for variable in variables], dtype=float)
    return System(kind, tuple(variables), tuple(equations), matrix, values)


def split(system: System) -> Iterator[System]:
    """Yield the systems that share no figure: errors in one say nothing of another."""
    left = list(system.equations)
    while left:
        tied = {i for i, _ in left[0].terms}
        while grown := [one for one in left if 0 < sum(i in tied for i, _ in one.terms) < len(one.terms)]:
            tied |= {i for one in grown for i, _ in one.terms}
        own = tuple(one for one in left if one.terms[0][0] in tied)
        yield replace(system, equations=own, matrix=system.matrix[system.matrix[:, sorted(tied)].any(axis=1)])
        left = [one for one in left if one not in own]


def _rules(kind: str, rows: list[str]) -> Iterator[tuple[str, list[tuple[Key, int]]]]:
    """Yield the equations of a form as signed cells."""
    if kind == "requests":
        outcomes = [row for row in rows if row not in forms.NOT_OUTCOMES]
        for column in forms.APPLICANTS:
            yield "J1", [(("new", column), 1), (("carried_in", column), 1), (("total", column), -1), (("carried_out", column), -1)]
            yield "J2", [(("total", column), 1), *(((row, column), -1) for row in outcomes)]
    if kind in ("requests", "remedies"):
        rule, columns = ("J3", forms.APPLICANTS) if kind == "requests" else ("J4", forms.OUTCOMES)
        for row in rows:
            yield rule, [((row, columns[-1]), 1), *(((row, column), -1) for column in columns[:-1])]
    if kind == "statistics_2014":
        for whole, parts in forms.STATISTIC_SUMS.items():
            yield "S1", [((whole, "value"), 1), *(((f"{whole.split('.')[0]}.{part}", "value"), -1) for part in parts)]


def _without_lost_rows(equations: list[Equation], variables: list[Variable]) -> list[Equation]:
    """Leave J2 out where rows of the form are missing and the rows that are there do not make up the total."""

    def holds(equation: Equation) -> bool:
        return sum(sign * (variables[i].value or 0) for i, sign in equation.terms) == 0

    return [equation for equation in equations if equation.rule != "J2" or all(holds(e) for e in equations if e.rule == "J2")]


def _empty_totals(variables: list[Variable], equations: list[Equation]) -> list[Variable]:
    """Return the variables with empty totals beside parts that are not zero marked as unknown: many issuers fill in some only."""
    unstated = {
        equation.terms[0][0]
        for equation in equations
        if equation.summed and variables[equation.terms[0][0]].value is None and any(variables[i].value for i, _ in equation.terms[1:])
    }
    return [replace(variable, unknown=variable.unknown or i in unstated) for i, variable in enumerate(variables)]
