"""Bounds: what a count can be, and what follows from one count for another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nianbao.audit.call import call
from nianbao.audit.proportions import VAGUE, WIDER
from nianbao.audit.rules import RULES
from nianbao.forms import STATISTIC_SUMS
from nianbao.labels import INDICATORS
from nianbao.records import Cell, Fact, Finding, Place, Table

CHANNELS: Final = tuple(f"proactive.{name}" for name in ("gazette", "website", "weibo", "wechat", "other"))
#: A part and its whole, where the form says 其中 or counts the same thing on several ways once.
PARTS: Final = (
    ("proactive.normative", "proactive.total"),
    ("interpretation.press_conferences_principal", "interpretation.press_conferences"),
    ("interpretation.online_interviews_principal", "interpretation.online_interviews"),
    *((channel, "proactive.total") for channel in CHANNELS),
)
#: Items of the form and the whole that they make up: where the prose states both, a part is not larger. Not of staff, since
#: 工作的全职人员2人、兼职11人 names a part in the words of the whole.
ITEMS: Final = tuple(
    (f"{whole.split('.')[0]}.{part}", whole) for whole, parts in STATISTIC_SUMS.items() for part in parts if whole != "capacity.staff"
)

#: A fact less sure than this was told by a hint, which is no ground for an accusation.
SURE: Final = 0.86


def find_impossible(tables: Sequence[Table]) -> Iterator[Finding]:
    """Yield the cells that no count and no sum of money can be (J9)."""
    for table in tables:
        for cell in table.cells:
            if cell.value is not None and cell.column != "change" and (cell.value < 0 or not (_is_money(cell) or cell.value % 1 == 0)):
                zh, en = call(table.kind, (cell.row, cell.column))
                words = (f"{zh}印作{cell.raw}，应为非负整数", f"{en}: printed {cell.raw}, which no count can be")
                place = Place(f"{cell.row} × {cell.column}", cell.start, cell.end, cell.raw, cell.value)
                yield Finding("J9", RULES["J9"].severity, *words, (place,), "impossible", "report", 0.9)


def _is_money(cell: Cell) -> bool:
    return cell.column == "amount" or cell.row in ("fees.amount", "capacity.budget")


def find_out_of_bounds(text: str, tables: Sequence[Table], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield what contradicts itself among the indicators of the form of 2014, in its table or else in the prose."""
    forms = [table for table in tables if table.kind == "statistics_2014"]
    for form in forms:
        printed = {c.row: Place(c.row, c.start, c.end, c.raw, c.value) for c in form.cells if c.value is not None}
        yield from _breaches(printed)
        yield from _more_than_all_channels(printed)
    if not forms:
        sure = [fact for fact in facts if fact.indicator and is_sure(fact) and not WIDER.match(text, fact.end)]
        stated = {fact.indicator or "": place_of(fact) for fact in sure if isinstance(fact.value, int | float)}
        yield from _breaches(_without_misread(stated), (*PARTS, *ITEMS))


def _without_misread(places: Mapping[str, Place]) -> dict[str, Place]:
    """Return what the prose states without the wholes that several of their parts exceed: such a whole was read amiss."""
    exceeded = Counter(whole for part, whole in (*PARTS, *ITEMS) if _exceeds(places, part, whole))
    return {name: place for name, place in places.items() if exceeded[name] < 2}


def _exceeds(places: Mapping[str, Place], part: str, whole: str) -> bool:
    return part in places and whole in places and _value(places[part]) > _value(places[whole])


def is_sure(fact: Fact) -> bool:
    """Tell whether a fact can accuse another: its words leave no doubt what it counts, and it is no rounded figure."""
    return fact.confidence >= SURE and not VAGUE.search(fact.raw)


def place_of(fact: Fact) -> Place:
    """Return the place of an indicator that the prose states."""
    return Place(fact.indicator or fact.kind, fact.start, fact.end, fact.raw, fact.value if isinstance(fact.value, int | float) else None)


def _breaches(places: Mapping[str, Place], parts: Sequence[tuple[str, str]] = PARTS) -> Iterator[Finding]:
    for part, whole in parts:
        if _exceeds(places, part, whole):
            yield _finding("bound", "{}为{}，大于{}{}", "{} is {}, more than {} {}", places[part], places[whole])
    trained, held = places.get("capacity.trainees"), places.get("capacity.training_sessions")
    if trained and held and trained.printed and held.printed == 0:
        yield _finding("training", "{}为{}，而{}为{}", "{} is {}, but {} is {}", trained, held)


def _more_than_all_channels(places: Mapping[str, Place]) -> Iterator[Finding]:
    """Yield a total that is larger than all channels together, if the form states each of them."""
    total = places.get("proactive.total")
    if total and places.keys() >= set(CHANNELS) and _value(total) > sum(_value(places[channel]) for channel in CHANNELS) > 0:
        largest = max((places[channel] for channel in CHANNELS), key=_value)
        yield _finding(
            "bound",
            "{}为{}，大于各渠道之和（最大者{}{}）",
            "{} is {}, more than all channels together (the largest: {} {})",
            total,
            largest,
        )


def _finding(rule: str, zh: str, en: str, one: Place, other: Place) -> Finding:
    named = [(INDICATORS[place.name][0], f"{place.printed:.10g}") for place in (one, other)]
    words = (zh.format(*named[0], *named[1]), en.format(one.name, named[0][1], other.name, named[1][1]))
    return Finding(rule, RULES[rule].severity, *words, (one, other), "contradiction", "report", 0.8)


def _value(place: Place) -> float:
    return place.printed or 0
