"""Glued rows of one table read together: the readings that fulfil the sums of the columns, or all but those of one misprinted figure.

Each row has a domain: the readings of its figures, one where separators tell them. Readings that no column can hold go out by the
bounds of the others until nothing changes; what is left is searched, and a reading stays if some solution has it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nianbao.tables.reread import reread
from nianbao.tables.split import Reading

#: n readings × columns.
Domain = NDArray[np.int64]
Domains = Mapping[str, Domain]
Vector = tuple[int, ...]
#: The digits of a row, and the ways to read them.
Run = tuple[str, list[Reading]]
#: The sign of each row in a sum that is zero in every column.
Equation = Mapping[str, int]

#: Steps of the search for one table: where they do not suffice, nothing is excluded that was not excluded before.
MOST_STEPS = 1500


class _Budget:
    """The steps that are left."""

    def __init__(self) -> None:
        self.left = MOST_STEPS

    @property
    def spent(self) -> bool:
        return self.left <= 0


def combine(runs: Mapping[str, Run], told: Mapping[str, Sequence[int]], equations: Sequence[Equation]) -> dict[str, list[Reading]]:
    """Return the readings of each run that remain possible; ``told`` are the figures of the rows that were read already."""
    fixed = {row: np.array([values], dtype=np.int64) for row, values in told.items()}
    possible = {row: readings for row, (_, readings) in runs.items()}
    unread = [row for row, readings in possible.items() if not readings]
    if not equations or len(unread) > 1:
        return possible
    if not unread and (kept := _supported(fixed | {row: _domain(one) for row, one in possible.items()}, equations)):
        return {row: [one for one in readings if tuple(map(int, one)) in kept[row]] for row, readings in possible.items()}
    return _misprinted(runs, fixed, equations, unread or runs) or possible


def narrowed(domains: Domains, equations: Sequence[Equation]) -> dict[str, Domain] | None:
    """Return the domains without the readings that the bounds of the other rows exclude; None if a row has none left."""
    left, changed = dict(domains), True
    while changed:
        changed = False
        for equation in equations:
            low, high = _bounds(left, equation)
            for row, sign in equation.items():
                terms = sign * left[row]
                most, least = high - terms.max(axis=0), low - terms.min(axis=0)
                kept = ((terms + least <= 0) & (terms + most >= 0)).all(axis=1)
                if not kept.any():
                    return None
                if not kept.all():
                    left[row], changed = left[row][kept], True
                    low, high = _bounds(left, equation)
    return left


def _bounds(domains: Domains, equation: Equation) -> tuple[Domain, Domain]:
    """Return the least and the greatest sum in each column."""
    terms = [sign * domains[row] for row, sign in equation.items()]
    return np.sum([one.min(axis=0) for one in terms], axis=0), np.sum([one.max(axis=0) for one in terms], axis=0)


def _domain(found: Sequence[Reading]) -> Domain:
    return np.array([[int(figure) for figure in one] for one in found], dtype=np.int64)


def _vectors(domain: Domain) -> Iterator[Vector]:
    return map(tuple, domain.tolist())


def _solutions(domains: Domains, equations: Sequence[Equation], budget: _Budget) -> Iterator[dict[str, Domain]]:
    """Yield the choices of one reading for each row that fulfil all equations."""
    budget.left -= 1
    left = None if budget.spent else narrowed(domains, equations)
    if left is None:
        return
    open_rows = [row for row, domain in left.items() if len(domain) > 1]
    if not open_rows:
        yield left
        return
    row = min(open_rows, key=lambda row: len(left[row]))
    for one in left[row]:
        yield from _solutions({**left, row: one[None]}, equations, budget)


def _supported(domains: Domains, equations: Sequence[Equation]) -> dict[str, set[Vector]] | None:
    """Return the readings that some solution has, those too that the search did not reach; None if there is no solution."""
    left, budget = narrowed(domains, equations), _Budget()
    if left is None:
        return None
    kept: dict[str, set[Vector]] = {row: set() for row in left}
    for row, domain in left.items():
        for one in _vectors(domain):
            if one not in kept[row]:
                for other, chosen in next(_solutions({**left, row: np.array([one])}, equations, budget), {}).items():
                    kept[other].update(_vectors(chosen))
                kept[row].update([one] if budget.spent else [])
    return kept if all(kept.values()) else None


def _misprinted(
    runs: Mapping[str, Run], fixed: Domains, equations: Sequence[Equation], suspects: Iterable[str]
) -> dict[str, list[Reading]] | None:
    """Return the readings of all solutions in which one figure of a suspected run is not what the other rows make it."""
    found: dict[str, set[Reading]] = {row: set() for row in runs}
    budget = _Budget()
    for wrong in suspects:
        domains = dict(fixed) | {row: _domain(readings) for row, (_, readings) in runs.items() if row != wrong}
        if all(map(len, domains.values())) and any(wrong in equation for equation in equations):
            for solution in _solutions(domains, _without(wrong, equations), budget):
                for printed in _printed(runs[wrong][0], _needed(wrong, solution, equations)):
                    for row in runs:
                        found[row].add(printed if row == wrong else tuple(map(str, solution[row][0].tolist())))
    return None if budget.spent or not all(found.values()) else {row: sorted(one) for row, one in found.items()}


def _without(wrong: str, equations: Sequence[Equation]) -> list[Equation]:
    """Return the equations that do not have a row, and the difference of two that have it."""
    having = [equation for equation in equations if wrong in equation]
    rest: list[Equation] = [equation for equation in equations if wrong not in equation]
    for one, other in pairwise(having):
        factor = -one[wrong] * other[wrong]
        joint = {row: one.get(row, 0) + factor * other.get(row, 0) for row in {**one, **other}}
        rest.append({row: sign for row, sign in joint.items() if sign})
    return rest


def _needed(wrong: str, solution: Domains, equations: Sequence[Equation]) -> list[int]:
    """Return the figures that the other rows ask of a row."""
    equation = next(equation for equation in equations if wrong in equation)
    rest = sum(sign * solution[row][0] for row, sign in equation.items() if row != wrong)
    return [int(value) for value in np.asarray(rest) * -equation[wrong]]


def _printed(run: str, needed: Sequence[int]) -> Iterator[Reading]:
    """Yield the readings of a run that have the needed figures but for one."""
    if min(needed) < 0 or needed[-1] != sum(needed[:-1]):
        return
    figures = tuple(map(str, needed))
    for index, _, printed in reread(run, needed) or ():
        yield (*figures[:index], printed, *figures[index + 1 :])
