"""Arithmetic: every whole with its parts, in prose and in tables, checked as printed."""

from collections.abc import Iterator
from dataclasses import replace

from nianbao.audit.sums import Sum, find_sums
from nianbao.facts.clauses import Numeral
from nianbao.forms import APPLICANTS, NOT_OUTCOMES, OUTCOMES
from nianbao.records import Cell, Check, Entity, Figure, Number, Table

Grid = dict[tuple[str, str], Cell]


def audit(text: str, entities: list[Entity], tables: list[Table]) -> list[Check]:
    """Return the checks of prose (entities in order of place) and of tables."""
    checks = [_prose_check(text, one) for one in find_sums(text, entities)]
    for table in tables:
        grid = {(cell.row, cell.column): cell for cell in table.cells}
        if table.kind == "requests":
            checks += [*_balances(grid), *_outcomes(grid), *_totals(grid, "J3", APPLICANTS)]
        elif table.kind == "remedies":
            checks += _totals(grid, "J4", OUTCOMES)
    return checks


def _prose_check(text: str, claimed: Sum) -> Check:
    """Return the check of a sum that the prose claims."""
    whole, *parts = (_figure(text, numeral) for numeral in (claimed.whole, *claimed.parts))
    check = _check("prose-sum", "prose", whole, parts, sum(part.value for part in parts))
    return replace(check, confidence=claimed.confidence)


def _figure(text: str, numeral: Numeral) -> Figure:
    return Figure(numeral.value, numeral.start, numeral.end, text[numeral.start : numeral.end])


def _balances(grid: Grid) -> Iterator[Check]:
    """Yield J1 of each column: new + carried_in = total + carried_out, told as new = total + carried_out - carried_in."""
    for column in APPLICANTS:
        figures = _figures(grid, [(row, column) for row in ("new", "carried_in", "total", "carried_out")])
        if figures:
            new, carried_in, total, carried_out = figures
            computed = total.value + carried_out.value - carried_in.value
            yield _check("J1", "table", new, [carried_in, total, carried_out], computed)


def _outcomes(grid: Grid) -> Iterator[Check]:
    """Yield J2 of each column: the total is the sum of the outcomes."""
    rows = dict.fromkeys(row for row, _ in grid if row not in NOT_OUTCOMES)
    for column in APPLICANTS:
        yield from _sum_check("J2", grid, [("total", column), *((row, column) for row in rows)])


def _totals(grid: Grid, rule: str, columns: tuple[str, ...]) -> Iterator[Check]:
    """Yield the check of each row: its total, the last column, is the sum of the others."""
    for row in dict.fromkeys(row for row, _ in grid):
        yield from _sum_check(rule, grid, [(row, columns[-1]), *((row, column) for column in columns[:-1])])


def _sum_check(rule: str, grid: Grid, keys: list[tuple[str, str]]) -> Iterator[Check]:
    """Yield the check that the first cell is the sum of the others, if all of them are told."""
    if len(keys) > 1 and (figures := _figures(grid, keys)):
        whole, *parts = figures
        yield _check(rule, "table", whole, parts, sum(part.value for part in parts))


def _figures(grid: Grid, keys: list[tuple[str, str]]) -> list[Figure]:
    """Return the cells as figures; none if one of them is missing or empty."""
    cells = [grid[key] for key in keys if key in grid]
    figures = [Figure(cell.value, cell.start, cell.end, cell.raw) for cell in cells if cell.value is not None]
    return figures if len(figures) == len(keys) else []


def _check(rule: str, origin: str, whole: Figure, parts: list[Figure], computed: Number) -> Check:
    return Check(rule, origin, whole, tuple(parts), computed, abs(whole.value - computed) < 1e-6)
