"""J8: what the prose says of requests, reviews and lawsuits, beside what the tables say; the balance of the requests that it states."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nianbao.audit.bound import is_sure, place_of
from nianbao.audit.call import Names
from nianbao.audit.divisions import CARRIED_OVER
from nianbao.audit.equate import Key
from nianbao.audit.nodes import Node, read_nodes
from nianbao.audit.rules import RULES
from nianbao.facts.clauses import Reading
from nianbao.forms import OUTCOMES, REQUESTS_2021
from nianbao.labels import INDICATORS
from nianbao.records import Cell, Check, Entity, Fact, Finding, Number, Place, Table

Grid = Mapping[Key, Cell]
#: The kind of table, and the sums of its cells that words can mean.
Meaning = tuple[str, tuple[tuple[Key, ...], ...]]


def _rows(start: str) -> tuple[Key, ...]:
    """Return the totals of the rows of the form whose keys begin alike; those of refusals are the same in either form."""
    return tuple((row.key, "total") for row in REQUESTS_2021 if row.key.startswith(start))


def _remedy(way: str, outcome: str) -> Meaning:
    """Return an outcome of reviews or lawsuits; what is pending may be told with the other outcomes."""
    rows = {"review": ("review",), "litigation": ("litigation_direct", "litigation_after_review")}[way]
    plain = tuple((row, outcome) for row in rows)
    return "remedies", (plain, (*plain, *((row, "pending") for row in rows))) if outcome == "other" else (plain,)


#: Indicator of the prose → what it can mean.
MEANINGS: Final[dict[str, Meaning]] = {
    "requests.received": ("requests", ((("new", "total"),), (("new", "total"), ("carried_in", "total")))),
    "requests.closed": ("requests", ((("total", "total"),),)),
    "requests.answered": ("requests", ((("total", "total"),),)),
    "requests.granted": ("requests", ((("granted", "total"),),)),
    "requests.partly_granted": ("requests", ((("partly_granted", "total"),),)),
    "requests.refused": ("requests", (_rows("refused_"),)),
} | {f"{way}.{outcome}": _remedy(way, outcome) for way in ("review", "litigation") for outcome in OUTCOMES if outcome != "pending"}
#: Words of the prose that are no indicator → what they can mean: of requests carried over, and outcomes that the form of 2014 has not.
WORDS: Final[tuple[tuple[re.Pattern[str], Names, Meaning], ...]] = (
    (re.compile(CARRIED_OVER["in"]), ("上年结转", "carried in"), ("requests", ((("carried_in", "total"),),))),
    (re.compile(CARRIED_OVER["out"]), ("结转下年度", "carried out"), ("requests", ((("carried_out", "total"),),))),
    (re.compile(r"无法提供(?:的|类)?$"), ("无法提供", "unable to provide"), ("requests", (_rows("unable_"),))),
    (re.compile(r"不予处理(?:的|类)?$"), ("不予处理", "not processed"), ("requests", (_rows("rejected_"),))),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of the prose, what it is called, what it can mean, and the other figures that are called so."""

    names: Names
    place: Place
    meaning: Meaning
    others: frozenset[Number] = frozenset()


def read_statements(text: str, entities: list[Entity], facts: Sequence[Fact]) -> list[Statement]:
    """Return what the prose says that a table says too; words that stand with several figures say nothing."""
    reading = Reading(text, [], entities)
    nodes = read_nodes(text, reading, money=False)
    earlier = {node for node in nodes if _is_of_earlier_year(reading, node, facts)}
    found = [
        Statement((INDICATORS[name][0], name), place_of(fact), MEANINGS[name], frozenset(one.value for one in nodes if name in one.kinds))
        for fact in facts
        if (name := fact.indicator or "") in MEANINGS and is_sure(fact)
    ]
    for words, names, meaning in WORDS:
        named = [node.numeral for node in nodes if words.search(node.label) and node not in earlier]
        if len({numeral.value for numeral in named}) == 1:
            one = named[0]
            place = Place(names[1], one.start, one.end, text[one.start : one.end], one.value)
            found.append(Statement(names, place, meaning))
    return found


def _is_of_earlier_year(reading: Reading, node: Node, facts: Sequence[Fact]) -> bool:
    """Tell whether the sentence of a numeral opens with a year before that of the facts (2018年：新收25件，结转2件)."""
    opening = reading.year(node.numeral.sentence, node.numeral.sentence + 1)
    return opening is not None and "□" not in node.label and any(fact.year and opening < fact.year for fact in facts)


def reconcile(statements: Sequence[Statement], tables: Sequence[Table]) -> Iterator[Finding]:
    """Yield the figures of the prose that no table of the report bears out; of a blank cell nothing is said.

    Where the prose tells several figures by one name (县政府办收到5件，全县收到24件), one that the table has is enough.
    """
    for statement in statements:
        kind, meanings = statement.meaning
        grids = [{(cell.row, cell.column): cell for cell in table.cells} for table in tables if table.kind == kind]
        sums = [_sum(grid, keys) for grid in grids for keys in meanings]
        if sums and None not in sums and not {statement.place.printed, *statement.others} & set(sums):
            cells = [grids[0][key] for key in meanings[0] if key in grids[0]]
            yield _finding(statement, cells, sums[0])


def _sum(grid: Grid, keys: Sequence[Key]) -> Number | None:
    """Return the sum of cells; a cell that is blank or missing leaves it open."""
    values = [grid[key].value if key in grid else None for key in keys]
    return None if None in values else sum(value for value in values if value is not None)


def _finding(statement: Statement, cells: Sequence[Cell], value: Number | None) -> Finding:
    (zh_name, en_name), place = statement.names, statement.place
    zh = f"正文“{place.raw}”（{zh_name}{place.printed}）与表中{value}不符"
    en = f"the prose says {place.printed} ({en_name}), the table {value}"
    in_table = (Place(f"{cell.row} × {cell.column}", cell.start, cell.end, cell.raw, cell.value) for cell in cells)
    return Finding("J8", RULES["J8"].severity, zh, en, (place, *in_table), "contradiction", "report", 0.7)


def balance(statements: Sequence[Statement], checks: Sequence[Check]) -> Iterator[Finding]:
    """Yield the finding that requests new and carried in are not those closed and carried out, where the prose states all four.

    Where a sum of the prose has those carried out among its parts, its check says the same.
    """
    places = {statement.place.name: statement.place for statement in statements}
    closed = places.get("requests.closed") or places.get("requests.answered")
    four = [places.get("requests.received"), places.get("carried in"), closed, places.get("carried out")]
    told = [place for place in four if place is not None and place.printed is not None]
    summed = {part.start for check in checks for part in check.parts}
    if len(told) == len(four) and told[-1].start not in summed:
        new, carried_in, done, carried_out = (place.printed or 0 for place in told)
        if done + carried_out not in (new, new + carried_in):
            zh = f"正文：新收{new}＋上年结转{carried_in}不等于办结{done}＋结转下年{carried_out}"
            en = f"in the prose {new} new and {carried_in} carried in are not {done} closed and {carried_out} carried out"
            yield Finding("balance", RULES["balance"].severity, zh, en, tuple(told), "undecidable", "report", 0.7)


def stated(statements: Sequence[Statement], kind: str) -> dict[Key, Number]:
    """Return the cells of a kind of table that the prose states in words that mean that cell alone."""
    return {
        meanings[0][0]: statement.place.printed
        for statement in statements
        for of, meanings in (statement.meaning,)
        if of == kind and len(meanings[0]) == 1 and statement.place.printed is not None
    }
