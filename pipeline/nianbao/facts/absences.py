"""Stated absences: what a report says did not happen, as the value 0."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nianbao.facts.clauses import SENTENCE_END, Reading
from nianbao.indicators import (
    ABSENCES,
    AFTERWARDS,
    ASKED,
    ASKED_BY_SECTION,
    BEYOND,
    DENIAL,
    FEE_SECTIONS,
    FREE,
    FREE_OF_CHARGE,
    NEGATION,
    SILENT_SECTIONS,
)
from nianbao.indicators.cues import Absence

#: A clause goes on over a comma when the next one begins so: 未被申请行政复议，或提起行政诉讼.
_CLAUSE_END = re.compile(r"[，,](?!(?:或|以及|及|和|被?提起|被?申请|行政诉讼))|[：:（）()]|" + SENTENCE_END.pattern)
_LONGEST = 60
#: What has no sign for so long is a run of words, not a clause that denies anything.
_LONGEST_CLAUSE = 500
_HEADING = 40


@dataclass(frozen=True, slots=True)
class Denied:
    """An indicator that is said to be zero, and the places of the words that say so."""

    indicator: str
    start: int
    end: int


def deny(reading: Reading, year: int | None) -> Iterator[Denied]:
    """Yield the absences that the text states for the report year, in order of place."""
    for start, end in _clauses(reading.letters):
        _, label = reading.section(start)
        other_year = reading.year(start, end)
        if label not in SILENT_SECTIONS and (year is None or other_year in (None, year)):
            yield from _denied(reading, start, end, label)


def _clauses(letters: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses in which something is denied."""
    start = 0
    for border in _CLAUSE_END.finditer(letters):
        if _hint(letters, start, border.start()):
            yield start, border.start()
        start = border.end()
    if _hint(letters, start, len(letters)):
        yield start, len(letters)


def _hint(letters: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_CLAUSE and any(
        words.search(letters, start, end) for words in (NEGATION, AFTERWARDS, FREE, FREE_OF_CHARGE)
    )


def _denied(reading: Reading, start: int, end: int, label: str) -> Iterator[Denied]:
    """Yield what one clause denies: a section's whole matter, what follows a negation, or what stands before one."""
    clause = reading.letters[start:end]
    if DENIAL.fullmatch(clause):
        yield from (Denied(indicator, start, end) for indicator in _asked(reading, start, label))
        return
    if (label == "fees" and FREE.search(clause)) or (label in FEE_SECTIONS and FREE_OF_CHARGE.fullmatch(clause)):
        yield Denied("fees.amount", start, end)
    negation, afterwards = NEGATION.search(clause), AFTERWARDS.search(clause)
    if negation and (
        _quoted(clause, negation.start()) or BEYOND.search(reading.letters[reading.sentence(start) : start + negation.start()])
    ):
        return
    for absence in ABSENCES:
        if absence.sections and label not in absence.sections:
            continue
        if absence.topics and reading.topic(end) not in absence.topics:
            continue
        if negation and (target := _target(absence, clause[negation.end() :][:_LONGEST])):
            yield Denied(absence.indicator, start + negation.start(), start + negation.end() + target.end())
        elif afterwards and (target := _target(absence, clause[: afterwards.start()])):
            yield Denied(absence.indicator, start + target.start(), end)


def _quoted(clause: str, place: int) -> bool:
    """Tell whether a place stands inside quotation marks: what others say is not denied."""
    return clause.count("“", 0, place) > clause.count("”", 0, place) or clause.count("”", place) > clause.count("“", place)


def _target(absence: Absence, words: str) -> re.Match[str] | None:
    """Return what of an absence's words is denied, unless other words rule it out."""
    return None if absence.ruled_out.search(words) else absence.target.search(words)


def _asked(reading: Reading, place: int, label: str) -> Sequence[str]:
    """Return the indicators that the words before a bare 没有 ask for: its lead (信息处理费：), a heading, or the section."""
    begin, _ = reading.section(place)
    sentence = reading.sentence(place)
    lead = reading.letters[sentence:place] or reading.letters[max(begin, sentence - _HEADING) : place]
    named = [indicator for words, indicator in ASKED if words.search(lead)]
    usual = ASKED_BY_SECTION.get(label, ())
    return named if not usual or (label == "remedies" and named) or set(named) & set(usual) else usual
