"""Open facts: every other count, amount and percentage of the prose, with the words that say what is counted.

What a figure counts is named, in this order: by the noun after its measure word (3份文件); by the clause before it, without verb
and fillers (共发布信息29条); by the figure before it, where no noun stands between (培训2期96人次, 比上年增加6条).
Where nouns begin and end is told by the words of ``nouns``; no parser is needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from nianbao.facts.clauses import MASK, Numeral, Reading
from nianbao.nouns import (
    CHANNEL,
    CLOSING_VERBS,
    DESCRIBES,
    ENDS_NOUN,
    LEADS,
    OPENING_VERBS,
    OWNED,
    QUALIFIERS,
    RELATIONS,
    RELATIVE_YEARS,
    SELF_NAMED,
    SHORT_NOUNS,
    TIMES,
    TRAILS,
    VERBS,
)
from nianbao.records import Fact

#: How often the words found name what is counted: shares of 200 figures of the development and test sets, judged by eye (44 of 56, 107 of
#: 128, 12 of 16).
CERTAINTY: Final = {"after": 0.8, "before": 0.85, "carried": 0.75}
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_BORDER = re.compile(r"[，,。；;：:、\n]")
_PLACED = re.compile(r"(?<=..)[里中内外]$")
_MARKS = (("“", "”"), ("《", "》"), ("（", "）"))
_LONGEST, _NEAR = 40, 24
#: A year that only serves to compare is that of its own figure alone: 较2016年的2411条增长23%.
_COMPARED = re.compile(rf"[较比]{MASK}")
#: Relations to a figure of the report's year, whatever year the words name.
_OF_THE_REPORT = frozenset(("change", "cumulative"))
_PART = re.compile(r"其中")
_SIGNS = '，,。；;：:、“”"·-—|（）()《》〈〉 \u3000□的了'


@dataclass(frozen=True, slots=True)
class Named:
    """What a figure counts: the words, how they were found, the whole that it is a part of, and what it is to that quantity."""

    what: str
    found: str = "carried"
    of: str = ""
    relation: str = ""


def counts(text: str, reading: Reading, year: int | None, taken: set[int]) -> Iterator[Fact]:
    """Yield the figures as open facts but those whose starts are ``taken``; ``year`` is the report's."""
    last: tuple[Numeral, Named] | None = None
    carried = year
    for numeral in reading.numerals(percents=True):
        same = last if last and last[0].sentence == numeral.sentence else None
        named = _summed(numeral, _named(reading, numeral, same), year)
        carried = carried if same else year
        told = carried if named.relation in _OF_THE_REPORT else numeral.year or _relative(numeral, year) or carried
        if numeral.start not in taken:
            yield _fact(text, numeral, named, told)
        carried = carried if _COMPARED.search(numeral.own) else told
        last = numeral, named


def _fact(text: str, numeral: Numeral, named: Named, year: int | None) -> Fact:
    raw = text[numeral.start : numeral.end]
    qualifier = "".join(dict.fromkeys(QUALIFIERS.findall(raw)))
    told = {"what": named.what, "of": named.of, "relation": named.relation, "qualifier": qualifier, "section": numeral.section}
    sure = round(CERTAINTY[named.found] * numeral.confidence, 4)
    attributes = {key: value for key, value in told.items() if value}
    return Fact("open", numeral.start, numeral.end, raw, numeral.value, "prose", None, numeral.unit, year, attributes, sure)


def _summed(numeral: Numeral, named: Named, year: int | None) -> Named:
    """Mark what was counted since a time before the report's year."""
    return replace(named, relation="cumulative") if numeral.cumulative(year) and not named.relation else named


def _relative(numeral: Numeral, year: int | None) -> int | None:
    """Return the year that a word before the figure tells, counted from the report's."""
    return next((year + years for words, years in RELATIVE_YEARS if words.search(numeral.own)), None) if year else None


def _named(reading: Reading, numeral: Numeral, last: tuple[Numeral, Named] | None) -> Named:
    """Return what a figure counts."""
    relation, of, own = _related(_own(reading, numeral))
    of = of or _whole(reading, numeral, last)
    after = "" if relation in ("change", "share") else _after(reading, numeral)
    if after:
        return Named(after, "after", of, "" if relation == "before" else relation)
    done = _rest(reading, numeral) if numeral.unit in TIMES and _actor_beside(reading, numeral) else ""
    if done:
        return Named(done, "carried", of, relation)
    before = _before(own)
    counted = last is not None and last[1].found == "after" and before == last[1].what
    if before and not counted:
        return Named(before, "before", of, relation)
    if numeral.unit in SELF_NAMED and not relation and not _goes_on(numeral, last):
        return Named(numeral.unit, "carried", of or before)
    if last is None:
        return Named(_rest(reading, numeral), "carried", of, relation)
    return replace(last[1], found="carried", relation=relation, of=of or last[1].of)


def _goes_on(numeral: Numeral, last: tuple[Numeral, Named] | None) -> bool:
    """Tell whether a figure counts what the one before it counts: in the same unit, or right behind it (培训2期96人次)."""
    return last is not None and (last[0].unit == numeral.unit or numeral.place == last[0].after)


def _own(reading: Reading, numeral: Numeral) -> str:
    """Return the clause before a figure as written, from behind the last body, person or date that acts in it."""
    begin, end = numeral.clause, numeral.place
    for after, before, label in reading.acting(numeral.clause, numeral.place):
        rest = reading.plain[after : numeral.place]
        if label == "DATE" and not _clean(rest) and not _related(rest)[0]:
            end = before  # 公开率由2016年的43%
        elif label == "DATE" or _acts(rest):
            begin = after
    return _BRACKETED.sub("", reading.plain[begin:end]).rpartition("\n")[2]


def _actor_beside(reading: Reading, numeral: Numeral) -> bool:
    """Tell whether a body or a person stands right before a figure: 市长4次主持会议."""
    near = [end for end, _, label in reading.acting(numeral.clause, numeral.place) if label != "DATE"]
    return bool(near) and not _clean(reading.plain[near[-1] : numeral.place])


def _acts(words: str) -> bool:
    """Tell whether the words between a body and a figure say what the body did, not which thing of it is counted."""
    return len(_clean(words)) > 1 and not OWNED.match(words)


def _related(own: str) -> tuple[str, str, str]:
    """Return what a figure is to a quantity, the whole that it is a share of, and the words before those that say so."""
    for relation, words in RELATIONS.items():
        match = words.search(own)
        if match:
            return relation, _clean(match.groupdict().get("of") or ""), own[: match.start()]
    return "", "", own


def _whole(reading: Reading, numeral: Numeral, last: tuple[Numeral, Named] | None) -> str:
    """Return what the whole counts of which 其中 makes the figure a part."""
    if last is None:
        return ""
    return last[1].what if _PART.search(reading.letters, last[0].after, numeral.place) else last[1].of


def _after(reading: Reading, numeral: Numeral) -> str:
    """Return the noun after a measure word, empty where a verb or nothing follows it."""
    chunk = reading.plain[numeral.after : numeral.after + _NEAR].removeprefix("的")
    described, of, noun = chunk.partition("的")
    if of and DESCRIBES.match(chunk) and not _BORDER.search(described):
        return described + of + _until_end(noun)
    noun = _PLACED.sub("", _until_end(chunk).split("的")[0]).strip(_SIGNS)
    return noun if len(noun) > 1 or noun in SHORT_NOUNS else ""


def _until_end(words: str) -> str:
    end = ENDS_NOUN.search(words)
    return words[: end.start()] if end else words


def _before(own: str) -> str:
    """Return what a clause that ends at a figure names: the object of its verb, else the subject of that verb, else itself."""
    words = _clean(own)
    channel = CHANNEL.match(words)
    if channel:
        words = _clean(channel.group(2)) or _clean(channel.group(1))
    for verb in reversed(list(VERBS.finditer(words))):
        noun = _clean(words[verb.end() :])
        if len(noun) > 1:
            words = noun
            break
    while (opening := OPENING_VERBS.match(words)) and len(noun := _clean(words[opening.end() :])) > 1:
        words = noun
    subject = _clean(CLOSING_VERBS.sub("", words))
    name = _short(subject if len(subject) > 1 else words)
    return _closed(name) if len(name) > 1 else ""


def _short(words: str) -> str:
    """Return words of at most ``_LONGEST`` letters: of a longer list its last items."""
    while len(words) > _LONGEST and "、" in words:
        words = words.partition("、")[2]
    return words[-_LONGEST:]


def _rest(reading: Reading, numeral: Numeral) -> str:
    """Return the words after a figure where none before it say what it counts: 4次主持会议."""
    end = _BORDER.search(reading.plain, numeral.after)
    return _clean(reading.plain[numeral.after : min(end.start() if end else len(reading.plain), numeral.after + 12)])


def _clean(words: str) -> str:
    """Return words without signs and fillers at both ends."""
    before = ""
    while words != before:
        before = words
        lead = LEADS.match(words)
        words = TRAILS.sub("", words[lead.end() :] if lead and lead.end() < len(words) else words).strip(_SIGNS + MASK)
    return words


def _closed(words: str) -> str:
    """Return words with the marks that were cut from one of their ends."""
    for first, last in _MARKS:
        if (last in words) > (first in words):
            words = first + words
        elif (first in words) > (last in words):
            words += last
    return words
