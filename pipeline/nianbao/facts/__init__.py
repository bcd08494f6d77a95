"""Facts: indicators of the official statistics, documents, officials and contacts that the prose states."""

from collections.abc import Iterator
from itertools import chain

from nianbao.facts.absences import deny
from nianbao.facts.claims import claim
from nianbao.facts.clauses import Reading
from nianbao.facts.relations import contacts, documents, officials
from nianbao.labels import INDICATORS
from nianbao.records import Entity, Fact, Number, Report, Section

#: How sure a negation is, on the scale of the cues.
_DENIAL_STRENGTH = 2

#: What goes first among statements of one indicator: surer words, an exact number, the earlier place.
Rank = tuple[int, bool, int]


def find_facts(text: str, sections: list[Section], entities: list[Entity], report: Report) -> list[Fact]:
    """Return the facts of the prose; entities are in order of place, offsets count characters of ``text``."""
    reading = Reading(text, sections, entities)
    best: dict[str, tuple[Rank, Fact]] = {}
    for rank, fact in _statements(text, reading, report.year):
        indicator = fact.indicator or ""
        if indicator not in best or rank < best[indicator][0]:
            best[indicator] = rank, fact
    related = (documents(text, entities), officials(text, entities), contacts(text, entities))
    return sorted([*(fact for _, fact in best.values()), *(fact for facts in related for fact in facts)], key=lambda fact: fact.start)


def _statements(text: str, reading: Reading, year: int | None) -> Iterator[tuple[Rank, Fact]]:
    """Yield every statement of an indicator with its rank."""
    for known in chain.from_iterable(claim(reading, list(reading.numerals()), year)):
        numeral = known.numeral
        rank = (-known.strength, numeral.rounded, numeral.start)
        yield rank, _fact(text, known.indicator, numeral.start, numeral.end, numeral.value, year)
    for denied in deny(reading, year):
        start, end = reading.span(denied.start, denied.end)
        yield (-_DENIAL_STRENGTH, False, start), _fact(text, denied.indicator, start, end, 0, year)


def _fact(text: str, indicator: str, start: int, end: int, value: Number, year: int | None) -> Fact:
    return Fact("indicator", start, end, text[start:end], value, "prose", indicator, INDICATORS[indicator][1], year)
