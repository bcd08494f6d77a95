"""J8: what the prose says of requests, reviews and lawsuits, beside what the tables say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nianbao.audit.bound import place_of
from nianbao.audit.equate import Key
from nianbao.audit.rules import RULES
from nianbao.forms import OUTCOMES
from nianbao.labels import INDICATORS
from nianbao.records import Cell, Fact, Finding, Number, Place, Table

Grid = Mapping[Key, Cell]

#: Indicator of the prose → the kind of table, and the sums of its cells that the words can mean.
MEANINGS: Final[dict[str, tuple[str, tuple[tuple[Key, ...], ...]]]] = {
    "requests.received": ("requests", ((("new", "total"),), (("new", "total"), ("carried_in", "total")))),
    "requests.closed": ("requests", ((("total", "total"),),)),
    "requests.answered": ("requests", ((("total", "total"),),)),
    "requests.granted": ("requests", ((("granted", "total"),),)),
    "requests.partly_granted": ("requests", ((("partly_granted", "total"),),)),
} | {
    f"{way}.{outcome}": ("remedies", (tuple((row, outcome) for row in rows),))
    for way, rows in (("review", ("review",)), ("litigation", ("litigation_direct", "litigation_after_review")))
    for outcome in OUTCOMES
    if outcome not in ("pending", "other")
}


def reconcile(facts: Sequence[Fact], tables: Sequence[Table]) -> Iterator[Finding]:
    """Yield the figures of the prose that no table of the report bears out; of a blank cell nothing is said."""
    for fact in facts:
        kind, meanings = MEANINGS.get(fact.indicator or "", ("", ()))
        grids = [{(cell.row, cell.column): cell for cell in table.cells} for table in tables if table.kind == kind]
        sums = [_sum(grid, keys) for grid in grids for keys in meanings]
        if sums and None not in sums and fact.value not in sums:
            yield _finding(fact, [grids[0][key] for key in meanings[0]], sums[0])


def _sum(grid: Grid, keys: Sequence[Key]) -> Number | None:
    values = [grid[key].value if key in grid else None for key in keys]
    return None if None in values else sum(value for value in values if value is not None)


def _finding(fact: Fact, cells: Sequence[Cell], value: Number | None) -> Finding:
    name, place = INDICATORS[fact.indicator or ""][0], place_of(fact)
    zh = f"正文“{fact.raw}”（{name}{fact.value}）与表中{value}不符"
    en = f"the prose says {fact.value} ({fact.indicator}), the table {value}"
    in_table = (Place(f"{cell.row} × {cell.column}", cell.start, cell.end, cell.raw, cell.value) for cell in cells)
    return Finding("J8", RULES["J8"].severity, zh, en, (place, *in_table), "contradiction", "report", 0.7)


def stated(facts: Sequence[Fact], kind: str) -> dict[Key, Number]:
    """Return the cells of a kind of table that the prose states in words that mean that cell alone."""
    found = {MEANINGS[fact.indicator]: fact.value for fact in facts if fact.indicator in MEANINGS}
    return {
        meanings[0][0]: value
        for (of, meanings), value in found.items()
        if of == kind and len(meanings[0]) == 1 and isinstance(value, int | float)
    }
