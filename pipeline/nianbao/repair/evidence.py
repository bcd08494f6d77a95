"""Gather the evidence on damaged mentions: the report's year, the years of its 文号, and which dates begin or end a period."""

import re
from collections import Counter

from nianbao.records import Entity
from nianbao.repair.readings import Evidence

#: Two dates with at most so many characters between them are the ends of one period.
PERIOD_GAP = 3
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?\s*度?[^\n。，,]{0,16}(?:年\s*度?\s*报\s*告|年报|信息公开)")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_NUMBER_YEAR = re.compile(r"[〔\[（(﹝【［]((?:19|20)\d\d)[〕\]）)﹞】］]")
_BEGINS, _ENDS = re.compile(r"[自从由]\s*$"), re.compile(r"[至到]\s*$")
_STARTING, _STOPPING = re.compile(r"\s*(?:起|开始|至|到|[-—－~、]{1,2}\d)"), re.compile(r"\s*[，,]?止")


def report_year(text: str) -> int | None:
    """Return the year reported on as the text names it first with the report, else the year named most."""
    named = _TITLE_YEAR.search(text)
    if named:
        return int(named[1])
    years = Counter(_ANY_YEAR.findall(text))
    return int(years.most_common(1)[0][0]) if years else None


def number_years(text: str) -> frozenset[int]:
    """Return the years of the document numbers whose brackets are whole."""
    return frozenset(map(int, _NUMBER_YEAR.findall(text)))


def roles(text: str, mentions: list[Entity]) -> list[str]:
    """Return for each mention the part it has in a period: begins, ends, or alone."""
    return [_role(text, mentions, i) for i in range(len(mentions))]


def _role(text: str, mentions: list[Entity], i: int) -> str:
    """Return the part of mention ``i``: from the date beside it, else from the words around it."""
    own = mentions[i]
    if i + 1 < len(mentions) and _joined(text, own, mentions[i + 1]):
        return "begins"
    if i and _joined(text, mentions[i - 1], own):
        return "ends"
    before, after = text[max(own.start - 3, 0) : own.start], text[own.end : own.end + 4]
    if _STOPPING.match(after) or _ENDS.search(before):
        return "ends"
    return "begins" if _STARTING.match(after) or _BEGINS.search(before) else "alone"


def _joined(text: str, first: Entity, second: Entity) -> bool:
    """Say whether two mentions are dates that stand side by side."""
    between = text[first.end : second.start]
    return first.label == second.label == "DATE" and len(between) <= PERIOD_GAP and not re.search(r"[、，,。；;]", between)


def evidence_for(role: str, year: int | None, before: str | None, years: frozenset[int]) -> Evidence:
    """Return the evidence on one mention; ``before`` is the ISO value of the date that begins its period."""
    match = re.fullmatch(r"(\d{4}|-)-(\d\d)-(\d\d)", before or "") if role == "ends" else None
    known = (0 if match[1] == "-" else int(match[1]), int(match[2]), int(match[3])) if match else None
    return Evidence(year, role, known, years)
