"""Where the error is: the fewest changes to printed figures that make all equations hold, as a parity code is decoded.

A figure that is wrong by e makes each of its equations fail by its sign times e: its column of the matrix times e. So the residuals are
compared with each column, with the effect of each exchange of neighbours and of each row moved by one column, and then with pairs and
triples of these. All explanations of the smallest number of changes are returned: more than one of them is an undecidable case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from nianbao import forms
from nianbao.audit.equate import Key, Matrix, System

#: More than three changes explain almost anything; where so many equations fail it is not single figures that are wrong.
MOST_CHANGES: Final = 3
MOST_FAILING: Final = 12
#: A cell of the row of totals stands in J1, J2 and J3.
MOST_OF_ONE: Final = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One mistake: its kind (cell, swap or shift) and the figures it touches with what should stand there."""

    kind: str
    repairs: tuple[tuple[int, float], ...]


Explanation = frozenset[Change]


def locate(system: System) -> list[Explanation]:
    """Return all smallest explanations of the failing equations; [] where none fails or none of few changes explains it."""
    residual = system.residual
    failing = np.count_nonzero(residual)
    if not failing:
        return []
    fixed = [(change, _effect(system, change)) for change in _moves(system)]
    fixed = [(change, effect) for change, effect in fixed if effect.any()]
    for count in range(1, MOST_CHANGES + 1):
        if count == 1 or failing <= MOST_FAILING:
            found = set(_search(system, fixed, residual, count))
            if found:
                return sorted(found, key=lambda one: sorted(change.repairs for change in one))
    return []


Moves = list[tuple[Change, Matrix]]


def _search(system: System, fixed: Moves, residual: Matrix, count: int, used: frozenset[int] = frozenset()) -> Iterator[Explanation]:
    """Yield the explanations of ``residual`` by ``count`` changes of figures not yet ``used``."""
    for change, rest in _last(system, fixed, residual) if count == 1 else _steps(system, fixed, residual):
        touched = {i for i, _ in change.repairs}
        if touched & used:
            continue
        if count == 1:
            yield frozenset((change,))
        elif rest.any():
            yield from (one | {change} for one in _search(system, fixed, rest, count - 1, used | touched))


def _last(system: System, fixed: Moves, residual: Matrix) -> Iterator[tuple[Change, Matrix]]:
    """Yield the single changes that explain all."""
    norms = (system.matrix**2).sum(axis=0)
    errors = system.matrix.T @ residual / np.maximum(norms, 1)
    exact = (np.abs(residual[:, None] - system.matrix * errors).max(axis=0, initial=0) < 1e-6) & (norms > 0)
    nothing = np.zeros_like(residual)
    for i in np.flatnonzero(exact):
        if change := _cell(system, int(i), errors[i]):
            yield change, nothing
    yield from ((change, nothing) for change, effect in fixed if np.array_equal(effect, residual))


def _steps(system: System, fixed: Moves, residual: Matrix) -> Iterator[tuple[Change, Matrix]]:
    """Yield the changes that mend the shortest failing equation, or have part in it, and leave no more failing than before."""
    failing = np.flatnonzero(residual)
    most = max(len(failing), MOST_OF_ONE)
    chosen = min(failing, key=lambda row: np.count_nonzero(system.matrix[row]))
    for i in np.flatnonzero(system.matrix[chosen]):
        column = system.matrix[:, i]
        for error in {residual[row] / column[row] for row in failing if column[row]}:
            rest = residual - column * error
            if np.count_nonzero(rest) <= most and (change := _cell(system, int(i), error)):
                yield change, rest
    for change, effect in fixed:
        if effect[chosen] and np.count_nonzero(residual - effect) <= most:
            yield change, residual - effect


def _cell(system: System, i: int, error: float) -> Change | None:
    """Return the repair of one figure, if what should stand there is a count (J9); prose does not list what is zero among parts."""
    value = system.values[i] - error
    least = 1 if system.kind == "prose" else 0
    possible = not system.variables[i].unknown and value >= least and value == round(value)
    return Change("cell", ((i, value),)) if possible and error else None


def _effect(system: System, change: Change) -> Matrix:
    """Return by how much each equation fails because of a change."""
    return sum((system.matrix[:, i] * (system.values[i] - value) for i, value in change.repairs), np.zeros(len(system.matrix)))


def _moves(system: System) -> Iterator[Change]:
    """Yield the exchanges of neighbours, side by side or one above the other, and the rows moved by one column."""
    index = {variable.key: i for i, variable in enumerate(system.variables) if not variable.unknown}
    columns = {"requests": forms.APPLICANTS, "remedies": forms.OUTCOMES}.get(system.kind, ())
    rows = list(dict.fromkeys(row for row, _ in index))
    pairs: list[tuple[Key, Key]] = [((row, a), (row, b)) for row in rows for a, b in pairwise(columns)]
    pairs += [((a, column), (b, column)) for a, b in pairwise(rows) for column in columns]
    for one, other in pairs:
        if one in index and other in index:
            i, j = index[one], index[other]
            yield Change("swap", ((i, system.values[j]), (j, system.values[i])))
    for row in rows:
        places = [index[row, column] for column in columns if (row, column) in index]
        if len(places) == len(columns) > 0:
            yield from _shifts(places, [float(system.values[i]) for i in places])


def _shifts(places: list[int], printed: list[float]) -> Iterator[Change]:
    """Yield the row moved back by one column, to the left and to the right; what fell out is what its sum asks for."""
    if sum(1 for value in printed if value) < 2:
        return
    left = [*printed[1:], sum(printed[1:])]
    right = [printed[-2] - sum(printed[:-2]), *printed[:-1]]
    for moved in (left, right):
        if min(moved) >= 0:
            yield Change("shift", tuple(zip(places, moved, strict=True)))
