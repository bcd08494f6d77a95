"""Who reports on which period, and when: issuer with level and place, year, period, title, from title, preamble and signature."""

import re
from collections import Counter
from itertools import pairwise

from nianbao.labels import LEVELS
from nianbao.places import Place, begins_with_place, find_place
from nianbao.records import Entity, Report, Section

_REPORT = re.compile(r"年\s*度?\s*报\s*告|年\s*报|信息公开工作(?:情况)?(?:的)?(?:年度)?(?:报告|总结)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\s*年|年度|\s*(?:政府)?信息公开)")
_OWN_LEVEL = re.compile(r"^(?:省|自治区|市|州|县|区|旗|镇|乡|街道|局|厅|委|地区|行署)")
_WRITTEN_BY = re.compile(r"由\s*$|编制|公布\s*$|公开\s*$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LEVELS = {level: re.compile(ending) for level, ending in LEVELS.items()}
#: How far apart the two dates of a period can stand.
PERIOD_GAP = 6
#: What a mention counts for as the issuer by where it stands.
TITLE, SIGNATURE, PREAMBLE, ELSEWHERE = 4, 4, 2, 1
HEAD = ("title", "preamble")


def identify(text: str, sections: list[Section], entities: list[Entity], published: str | None = None) -> Report:
    """Return what the report says of itself; ``published`` is the day (ISO) that its page states, if any."""
    title = _title(text, sections)
    start, end = _period(_within(entities, sections, (*HEAD, "overview")))
    issuer, year = _issuer(text, sections, entities), _year(title, start, entities)
    place = find_place(issuer, year, text) if issuer else None
    level, code = _level(issuer, place) if issuer else None, place.code if place else None
    return Report(issuer, year, start, end, title, level, code, published or _signed(entities, sections))


def _signed(entities: list[Entity], sections: list[Section]) -> str | None:
    """Return the last calendar day in the signature, else in the title."""
    for label in ("signature", "title"):
        days = [str(entity.value) for entity in _within(entities, sections, (label,)) if entity.label == "DATE"]
        if whole := [day for day in days if _DAY.fullmatch(day)]:
            return whole[-1]
    return None


def _level(issuer: str, place: Place | None) -> str:
    """Return the administrative level of a body: that of its name's ending or, of a government, of the place it governs."""
    level = next(level for level, ending in _LEVELS.items() if ending.search(issuer))
    return place.level if place and level in ("province", "city", "county") else level


def _title(text: str, sections: list[Section]) -> str | None:
    """Return the first line of the title that names an annual report."""
    lines = [line.strip() for s in sections if s.label == "title" for line in text[s.start : s.end].split("\n") if line.strip()]
    named = [line for line in lines if _REPORT.search(line) and len(line) <= 60]
    return min(named, key=len) if named else None


def _within(entities: list[Entity], sections: list[Section], labels: tuple[str, ...]) -> list[Entity]:
    """Return the entities in the sections with these labels."""
    spans = [(section.start, section.end) for section in sections if section.label in labels]
    return [entity for entity in entities if any(start <= entity.start < end for start, end in spans)]


def _issuer(text: str, sections: list[Section], entities: list[Entity]) -> str | None:
    """Return the body that title, signature and preamble speak of most, by its full name."""
    votes: Counter[str] = Counter()
    for labels, weight in ((("title",), TITLE), (("signature",), SIGNATURE), (("preamble",), PREAMBLE), (("overview",), ELSEWHERE)):
        for entity in _within(entities, sections, labels):
            if entity.label == "ORG" and (begins_with_place(entity.text) or not _OWN_LEVEL.match(entity.text)):
                votes[entity.text] += weight + _speaks(text, entity)
    if not votes:
        return None
    best = max(votes, key=lambda name: votes[name])
    return max((name for name in votes if name.endswith(best)), key=len)  # the same body with the place that it belongs to


def _speaks(text: str, entity: Entity) -> int:
    """Return what the words around a mention add: 由…编制, or the year of the report right after it."""
    before, after = text[max(entity.start - 8, 0) : entity.start], text[entity.end : entity.end + 6]
    return 2 * bool(_WRITTEN_BY.search(before) or after.startswith("编制")) + 3 * bool(_YEAR.match(after))


def _year(title: str | None, period_start: str | None, entities: list[Entity]) -> int | None:
    """Return the year reported on: that of the title, of the period, or the one named most."""
    named = _YEAR.search(title or "")
    if named:
        return int(named.group(1))
    if period_start:
        return int(period_start[:4])
    years = Counter(str(e.value)[:4] for e in entities if e.label == "DATE" and re.match(r"\d{4}", str(e.value)))
    return int(years.most_common(1)[0][0]) if years else None


def _period(entities: list[Entity]) -> tuple[str | None, str | None]:
    """Return first and last day of the period: two calendar days that stand side by side."""
    dates = [entity for entity in entities if entity.label == "DATE"]
    for first, last in pairwise(dates):
        start, end = str(first.value or ""), str(last.value or "")
        if _DAY.fullmatch(start) and last.start - first.end <= PERIOD_GAP:
            end = end if end[:1].isdigit() else start[:4] + end.removeprefix("-")
            if _DAY.fullmatch(end) and end > start:
                return start, end
    return None, None
