"""Facts: indicators of the official statistics, other counts, documents, officials and contacts that the prose states."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from nianbao.facts.absences import deny
from nianbao.facts.claims import claim
from nianbao.facts.clauses import Reading
from nianbao.facts.contacts import contacts
from nianbao.facts.counts import counts
from nianbao.facts.documents import documents
from nianbao.facts.officials import officials
from nianbao.indicators import SUMMED_UP
from nianbao.labels import INDICATORS
from nianbao.records import Entity, Fact, Number, Report, Section

#: How sure a negation is, on the scale of the cues.
_DENIAL_STRENGTH: Final = 2
#: How often words of a strength name the right indicator, numerals being right: less than the shares on the 362 reports of training and
#: development sets (4905 of 4940, 488 of 498, 365 of 391; negations 986 of 992), since those who wrote the words had seen these.
#: Of the 34 test reports 645 of 650, 24 of 24, 9 of 11 and 92 of 93 are right.
CERTAINTY: Final = {3: 0.98, 2: 0.95, 1: 0.85}
DENIAL_CERTAINTY: Final = 0.97

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
    stated = [fact for _, fact in best.values()]
    others = counts(text, reading, report.year, {fact.start for fact in stated})
    related = (documents(text, entities), officials(text, entities), contacts(text, entities))
    return sorted([*stated, *chain(others, *related)], key=lambda fact: fact.start)


def _statements(text: str, reading: Reading, year: int | None) -> Iterator[tuple[Rank, Fact]]:
    """Yield every statement of an indicator with its rank."""
    for known in chain.from_iterable(claim(reading, list(reading.numerals()), year)):
        numeral = known.numeral
        rank = (-1 if SUMMED_UP.search(numeral.own) else -known.strength, numeral.rounded, numeral.start)
        sure = CERTAINTY[known.strength] * numeral.confidence
        yield rank, _fact(text, known.indicator, (numeral.start, numeral.end), numeral.value, year, sure)
    for denied in deny(reading, year):
        start, end = reading.span(denied.start, denied.end)
        yield (-_DENIAL_STRENGTH, False, start), _fact(text, denied.indicator, (start, end), 0, year, DENIAL_CERTAINTY)


def _fact(text: str, indicator: str, span: tuple[int, int], value: Number, year: int | None, sure: float) -> Fact:
    start, end = span
    unit = INDICATORS[indicator][1]
    return Fact("indicator", start, end, text[start:end], value, "prose", indicator, unit, year, confidence=round(sure, 4))
