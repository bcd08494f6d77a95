"""What each numeral counts: the indicators that the words around it name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from nianbao.facts.clauses import SENTENCE_END, Numeral, Reading
from nianbao.indicators import (
    ALL,
    ALL_OF_THEM,
    ASIDE_SECTIONS,
    CARRIERS,
    CUES,
    EVENTS,
    EXCLUSIVE,
    NOT_BY_ARTICLE,
    PRODUCED,
    REST,
    SHARED,
    SILENT_SECTIONS,
    SINCE,
    STATISTICS,
    TOLD_STATISTICS,
)
from nianbao.indicators.cues import UNITS, Cue

#: Letters within which an attachment says what it is.
_OPENING = 60
_CLAUSES = re.compile(r"[，,：:（）()]")


#: Sections in which anything can be told.
EVERYTHING: Final = ASIDE_SECTIONS | {TOLD_STATISTICS}


@dataclass(frozen=True, slots=True)
class Claim:
    """An indicator that a numeral may state, and how sure its words are (3 the form's own words, 1 a hint).

    It is ``carried`` where the words stand outside the clause of the numeral.
    """

    indicator: str
    strength: int
    numeral: Numeral
    carried: bool = False


#: The numerals of a sentence, each with what it may count.
Members = list[tuple[Numeral, list[Claim]]]


def claim(reading: Reading, numerals: Sequence[Numeral], year: int | None) -> list[list[Claim]]:
    """Return for each numeral what it counts in the report year; nothing for most."""
    numerals = [_in_statistics(reading, numeral) for numeral in numerals]
    claims = [_named(numeral) if _speaks(numeral, year) and not _summed_up(reading, numeral) else [] for numeral in numerals]
    for _, group in groupby(zip(numerals, claims, strict=True), key=lambda pair: pair[0].sentence):
        members = list(group)
        _drop_doubtful_rests(members)
        _drop_attributes(members)
        _drop_single_events(members)
    carrier: list[Claim] = []
    for i, found in enumerate(claims):
        if any(known.indicator in CARRIERS and (known.strength > 1 or numerals[i].value == 1) for known in found):
            carrier = found
        elif carrier and numerals[i].section != carrier[0].numeral.section:
            carrier = []
        if carrier:
            tail = _tail(reading, numerals[i], numerals[i + 1].start if i + 1 < len(numerals) else None)
            carrier += _carried(carrier, tail, alone=carrier is found and found[0].numeral.value == 1)
    return claims


def _speaks(numeral: Numeral, year: int | None) -> bool:
    """Tell whether a numeral stands where the report speaks of its own year."""
    other_year = numeral.year is not None and year is not None and numeral.year != year
    earlier = numeral.difference or numeral.cumulative(year)
    return not other_year and numeral.section not in SILENT_SECTIONS and not earlier


def _in_statistics(reading: Reading, numeral: Numeral) -> Numeral:
    """Return a numeral as one of the form's, if it stands in an attachment that tells these in words."""
    start, label = reading.section(numeral.place)
    told = label == "attachments" and STATISTICS.search(reading.letters, start, min(start + _OPENING, numeral.place))
    return replace(numeral, section=TOLD_STATISTICS) if told else numeral


def _summed_up(reading: Reading, numeral: Numeral) -> bool:
    """Tell whether a numeral was counted since a time that its sentence names before (自条例施行以来，累计公开15612条)."""
    return "累计" in numeral.own and SINCE.search(reading.letters, numeral.sentence, numeral.place) is not None


def _claims(numeral: Numeral) -> list[Claim]:
    best: dict[str, int] = {}
    for cue in _CUES.get(numeral.unit, ()):
        if _fits(cue, numeral) and not (numeral.article and cue.indicator in NOT_BY_ARTICLE):
            best[cue.indicator] = max(best.get(cue.indicator, 0), cue.strength)
    aside = numeral.section in ASIDE_SECTIONS
    shared = numeral.value == 0 or SHARED.search(numeral.own)
    kept = best if shared else _without_joined(best)
    return [Claim(indicator, strength - aside, numeral) for indicator, strength in kept.items() if strength > aside]


def _named(numeral: Numeral) -> list[Claim]:
    """Return what a numeral counts; where its own clause only hints at it, the name before that may say so: 微信公众号：发布动态90条."""
    found = _claims(numeral)
    if not numeral.lead or any(known.strength > 1 for known in found):
        return found
    told = _claims(replace(numeral, own=numeral.lead + numeral.own))
    own = {known.indicator for known in found}
    return [replace(known, carried=numeral.own != "" and known.indicator not in own) for known in told] or found


def _fits(cue: Cue, numeral: Numeral) -> bool:
    """Tell whether a cue's words stand where it wants them."""
    if (cue.topics and numeral.topic not in cue.topics) or (cue.sections and numeral.section not in cue.sections | EVERYTHING):
        return False
    if not (cue.before_numeral.search(numeral.own) and cue.after_numeral.match(numeral.right)) or cue.ruled_out_after.match(numeral.right):
        return False
    return not cue.ruled_out.search(numeral.own) and not (cue.after and cue.ruled_out.search(numeral.right))


def _without_joined(best: dict[str, int]) -> dict[str, int]:
    """Drop what one numeral would count together (网站、微信100条)."""
    for group in EXCLUSIVE:
        if len(group & best.keys()) > 1:
            best = {indicator: strength for indicator, strength in best.items() if indicator not in group}
    return best


def _drop_doubtful_rests(members: Members) -> None:
    """Keep 公开栏30条 as what other channels published only if it is the one item of its sentence that the form does not name."""
    rests = [found for _, found in members if any(known.indicator == REST and known.strength == 1 for known in found)]
    unnamed = [numeral for numeral, found in members if not found and numeral.unit in UNITS["information"]]
    named = any(known.indicator in EXCLUSIVE[0] - {REST} for _, found in members for known in found)
    if len(rests) > 1 or unnamed or not named:
        for found in rests:
            found[:] = [known for known in found if known.indicator != REST]


def _drop_attributes(members: Members) -> None:
    """Take 依申请公开2条 and 不予公开3条 behind 制作信息9条 for parts of what was written, not for requests."""
    written = [i for i, (numeral, _) in enumerate(members) if PRODUCED.search(numeral.own)]
    for _, found in members[written[0] + 1 :] if written else ():
        found[:] = [known for known in found if not known.indicator.startswith("requests.")]


def _drop_single_events(members: Members) -> None:
    """Drop 标准化培训2次 beside 窗口培训1次: neither is the number of all trainings."""
    for event in EVENTS:
        told = [(numeral, found) for numeral, found in members if any(known.indicator == event for known in found)]
        names = {numeral.own.strip("，、") for numeral, _ in told if not ALL.search(numeral.own)}
        if len(told) > 1 and len(names) == len(told):
            for _, found in told:
                found[:] = [known for known in found if known.indicator != event]


def _tail(reading: Reading, numeral: Numeral, following: int | None) -> str:
    """Return what stands between a numeral and the next one or the end of the line."""
    start = reading.place(numeral.end)
    end = reading.letters.find("\n", start)
    stop = end if end >= 0 else len(reading.letters)
    return reading.letters[start : min(stop, reading.place(following)) if following is not None else stop]


def _carried(carrier: list[Claim], tail: str, *, alone: bool) -> list[Claim]:
    """Return what clauses without a numeral say of the one before: 复议1件，…维持; 申请2件，均从网上提交."""
    numeral = carrier[0].numeral
    families = tuple({CARRIERS[known.indicator] for known in carrier if known.indicator in CARRIERS})
    known = {claim.indicator for claim in carrier}
    sentence, *further = SENTENCE_END.split(tail)
    clauses = [clause for clause in _CLAUSES.split(sentence) if alone or ALL_OF_THEM.search(clause)]
    clauses += [clause for part in further for clause in _CLAUSES.split(part)[:1] if ALL_OF_THEM.match(clause)]
    carried = {
        cue.indicator: Claim(cue.indicator, 1, numeral, carried=True)
        for clause in clauses
        for cue in _CUES.get(numeral.unit, ())
        if cue.indicator.startswith(families) and cue.words and cue.indicator not in known and _speaks_of(cue, clause)
    }
    return list(carried.values())


def _speaks_of(cue: Cue, clause: str) -> bool:
    return not cue.after and cue.anywhere.search(clause) is not None and not cue.ruled_out.search(clause)


def _by_unit() -> dict[str, tuple[Cue, ...]]:
    """Return the cues that go with each measure word, so that a numeral is tried on few of them."""
    units = {unit for words in UNITS.values() for unit in words}
    return {unit: tuple(cue for cue in CUES if unit in UNITS[cue.unit]) for unit in units}


_CUES = _by_unit()
