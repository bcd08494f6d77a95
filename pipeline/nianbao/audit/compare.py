"""Two annual reports of one body beside each other: J5–J7, jumps, sentences kept from the year before."""

import re
from collections.abc import Iterator
from typing import Final

from nianbao.audit.bound import place_of
from nianbao.audit.call import call
from nianbao.audit.equate import Key
from nianbao.audit.rules import RULES
from nianbao.forms import APPLICANTS
from nianbao.labels import INDICATORS
from nianbao.records import Cell, Finding, Number, Place, Record

#: A ratio that is worth a look, of figures that are no small numbers.
JUMP: Final = 10
LEAST: Final = 10
#: Shorter sentences are phrases that every report has.
SHORTEST_SENTENCE: Final = 10
_SENTENCE: Final = re.compile(r"[^。！？；\n]+")
#: Years in titles and document numbers, and what began in a year, are meant as they stand.
_FIXED: Final = re.compile(r"《[^》]*》|[〔\[（(][^〕\]）)]*[〕\]）)]|自\d{4}年|\d{4}年(?:度)?(?:以来|至|底|末)")


def compare(one: Record, other: Record) -> list[Finding]:
    """Return what two reports say against each other; the places are in the later one (:func:`in_order`)."""
    before, after = in_order(one, other)
    findings = [*_jumps(before, after), *_copied(before, after)]
    if None in (before.report.year, after.report.year) or after.report.year == (before.report.year or 0) + 1:
        findings += [*_carried(before, after), *_in_force(before, after), *_previous(before, after)]
    return sorted(findings, key=lambda finding: finding.places[0].start)


def in_order(one: Record, other: Record) -> tuple[Record, Record]:
    """Return the earlier and the later report; as they are given where a year is not known."""
    years = (one.report.year, other.report.year)
    return (other, one) if years[0] and years[1] and years[0] > years[1] else (one, other)


def _carried(before: Record, after: Record) -> Iterator[Finding]:
    """Yield J5: what the one carries out the other carries in."""
    out, carried_in = _cells(before, "requests"), _cells(after, "requests")
    for column in APPLICANTS:
        yield from _unlike("J5", "requests", carried_in.get(("carried_in", column)), _value(out, "carried_out", column))


def _in_force(before: Record, after: Record) -> Iterator[Finding]:
    """Yield J6 of rules and of normative documents."""
    old, new = _cells(before, "active_2021"), _cells(after, "active_2021")
    for row in ("rules", "normative_documents"):
        had, issued, repealed = _value(old, row, "in_force"), _value(new, row, "issued"), _value(new, row, "repealed")
        if had is not None and issued is not None and repealed is not None:
            yield from _unlike("J6", "active_2021", new.get((row, "in_force")), had + issued - repealed)


def _previous(before: Record, after: Record) -> Iterator[Finding]:
    """Yield J7 of each item of the form of 2019."""
    old, new = _cells(before, "active_2019"), _cells(after, "active_2019")
    for row in dict.fromkeys(row for row, column in new if column == "previous"):
        had, change = _value(old, row, "previous"), _value(old, row, "change")
        if had is not None and change is not None:
            yield from _unlike("J7", "active_2019", new.get((row, "previous")), had + change)


def _unlike(rule: str, kind: str, cell: Cell | None, computed: Number | None) -> Iterator[Finding]:
    """Yield the finding that a cell is not what the year before makes it; which of the two is wrong stays open."""
    if cell is not None and cell.value is not None and computed is not None and cell.value != computed:
        zh, en = call(kind, (cell.row, cell.column))
        words = (f"{zh}印作{cell.value}，按上年报告应为{computed}", f"{en}: printed {cell.value}, the year before makes it {computed}")
        place = Place(f"{cell.row} × {cell.column}", cell.start, cell.end, cell.raw, cell.value, computed)
        yield Finding(rule, RULES[rule].severity, *words, (place,), "undecidable", "report", 0.9)


def _jumps(before: Record, after: Record) -> Iterator[Finding]:
    """Yield the indicators of the prose, and the totals of requests, that changed by an order of magnitude."""
    old = {fact.indicator: fact.value for fact in before.facts if fact.indicator}
    for fact in after.facts:
        if fact.indicator and _jumped(old.get(fact.indicator), fact.value):
            yield _jump(INDICATORS[fact.indicator][0], fact.indicator, place_of(fact), old[fact.indicator])
    figures = _cells(before, "requests")
    for key, cell in _cells(after, "requests").items():
        if key in (("new", "total"), ("total", "total")) and _jumped(_value(figures, *key), cell.value):
            zh, en = call("requests", key)
            yield _jump(zh, en, Place(en, cell.start, cell.end, cell.raw, cell.value), figures[key].value)


def _jumped(old: object, new: object) -> bool:
    if not isinstance(old, int | float) or not isinstance(new, int | float):
        return False
    low, high = sorted((abs(old), abs(new)))
    return low > 0 and high >= LEAST * JUMP and high / low >= JUMP


def _jump(zh: str, en: str, place: Place, old: object) -> Finding:
    zh = f"{zh}由{old}变为{place.printed}，相差十倍以上，请核对"
    en = f"{en}: {old} a year before, {place.printed} now: ten times or more; check it"
    return Finding("jump", RULES["jump"].severity, zh, en, (place,), "jump", "unknown", 0.5)


def _copied(before: Record, after: Record) -> Iterator[Finding]:
    """Yield the sentences of the later report that stand in the earlier one and name its year."""
    year = f"{before.report.year}年"
    if before.report.year is None or before.report.year == after.report.year:
        return
    told = {_bare(match[0]) for match in _SENTENCE.finditer(before.source.text)}
    for match in _SENTENCE.finditer(after.source.text):
        bare = _bare(match[0])
        if year in _FIXED.sub("", bare) and len(bare) >= SHORTEST_SENTENCE and bare in told:
            words = (
                f"“{bare[:30]}”与上年报告相同，年份{year}未改",
                f"“{bare[:30]}” stands in the report of the year before; {before.report.year} was kept",
            )
            place = Place("sentence", match.start(), match.end(), match[0])
            yield Finding("copied", RULES["copied"].severity, *words, (place,), "copied", "report", 0.8)


def _bare(sentence: str) -> str:
    return re.sub(r"\s", "", sentence)


def _cells(record: Record, kind: str) -> dict[Key, Cell]:
    """Return the cells of the first table of a kind."""
    table = next((table for table in record.tables if table.kind == kind), None)
    return {(cell.row, cell.column): cell for cell in table.cells} if table else {}


def _value(cells: dict[Key, Cell], row: str, column: str) -> Number | None:
    return cells[row, column].value if (row, column) in cells else None
