"""Read dates that have lost signs: every way to put 年月日 back, weighed by how often dates of that kind occur.

log P = shape + year + month and day + LOST for each sign put back (+ STRAY, PAIR, ORDER); the shares of shapes, years, months
and days are counts of the written corpus (``counts.json``, by ``nianbao.learn.count_readings``), by the part of a date in a period.
"""

import calendar
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from nianbao.quantities import chinese_number
from nianbao.repair.readings import Choice, Evidence, Reading, choose, log_share

#: Weights that no corpus of whole texts can tell.
LOST = math.log(0.7)  # a sign put back
STRAY = math.log(0.02)  # a 1 between two dates that was a dash
PAIR = math.log(0.3)  # two dates in one run of signs
ORDER = math.log(0.001)  # an end before its beginning
UNEVEN = math.log(0.01)  # one of month and day with a leading zero, the other without
NOISE = math.log(1e-9)  # no date at all
#: How many counts of calendar days the product of month and day shares is worth.
BACK_OFF = 20.0

_TENS = ("", "十", "二十", "三十")
_CHINESE = {f"{_TENS[n // 10]}{'一二三四五六七八九'[n % 10 - 1] if n % 10 else ''}": n for n in range(1, 32)}
#: What a month and a day can be written as.
DAYS = {str(n): n for n in range(1, 32)} | {f"0{n}": n for n in range(1, 10)} | _CHINESE
MONTHS = {figure: n for figure, n in DAYS.items() if n <= 12} | {"元": 1}
_M, _D = (rf"(?:{'|'.join(sorted(table, key=len, reverse=True))})" for table in (MONTHS, DAYS))
_Y = r"(?:(?:19|20)?\d\d|(?:[一二][九〇○零0])?[〇○零一二九][一二三四五六七八九〇○零0])"
_WHOLE = re.compile(
    rf"{_Y}年(?:{_M}月(?:{_D}[日号])?)?|{_M}月(?:{_D}[日号])?|{_D}[日号]|[一二][一二三四五六七八九〇○零0]{{3}}"
    rf"|(?:19|20)\d\d(?:([-/.])(?:0?[1-9]|1[0-2])(?:\1(?:0?[1-9]|[12]\d|3[01]))?)?|\d|1[0-2]"
)
#: The last figure waits for a sign that comes later: 2018年1 to 6月, 5月1 to 3日.
_OPEN = re.compile(rf"{_Y}年{_M}|(?:{_Y}年)?{_M}月{_D}")
_SIGNS = re.compile(r"[\d一二三四五六七八九十〇○零元年月日号至到—－~-]{2,24}")
_RUN = re.compile(r"^\d\d$|\d{3,}|\d年|\d月\d|-\d+月|[一二三四五六七八九十〇○零]{3,}|年[一二三四五六七八九十元]")
_TAIL = re.compile(r"(?<=月)(?:份|底|初|末|[上中下]旬)$")
_SEPARATOR = re.compile(r"[至到—－~-]")
_YEAR = re.compile(r"(19[4-9]\d|20[0-4]\d|(?:一九|二[〇○零])[一二三四五六七八九〇○零]{2})([年-]?)")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as read: numbers (0 where not told), its figures as printed, where it ends in the text, the score of its signs."""

    year: int
    month: int
    day: int
    text: str
    end: int
    signs: float

    @property
    def shape(self) -> str:
        """Return what is told: YMD, YM, MD or M."""
        return "Y" * bool(self.year) + "M" + "D" * bool(self.day)


def is_damaged(text: str) -> bool:
    """Say whether a date (without blanks) consists of digits and signs but is none that anyone would write."""
    return bool(_SIGNS.fullmatch(text) and not _WHOLE.fullmatch(text) and _RUN.search(text))


def read_date(text: str, evidence: Evidence) -> Choice | None:
    """Return the likeliest reading of a damaged date without blanks, as one date or two; None for a whole one."""
    tail = _TAIL.search(text)
    body = text[: tail.start()] if tail else text
    if not is_damaged(body) or (evidence.role == "begins" and _OPEN.fullmatch(body)):
        return None
    readings = [*_single(body, evidence), *(() if tail else _pairs(body, evidence))]
    ends = tail.group() if tail else ""
    return choose(text, (replace(one, texts=(*one.texts[:-1], one.texts[-1] + ends)) for one in readings), NOISE)


def _single(text: str, evidence: Evidence) -> Iterator[Reading]:
    """Yield the readings as one date."""
    for date in _dates_at(text, 0):
        if date.end == len(text):
            yield Reading((date.text,), _score(date, evidence))


def _pairs(text: str, evidence: Evidence) -> Iterator[Reading]:
    """Yield the readings as beginning and end of a period."""
    begins = Evidence(evidence.year, "begins")
    for first in _dates_at(text, 0):
        ends = Evidence(first.year or evidence.year, "ends", (first.year, first.month, first.day))
        for start, between in _second_starts(text, first.end):
            for last in _dates_at(text, start):
                glued = start == first.end and not first.day  # months alone are not run together
                if last.end == len(text) and not glued and bool(last.day) == bool(first.day) and bool(last.year) <= bool(first.year):
                    score = PAIR + between + _score(first, begins) + _score(last, ends)
                    yield Reading((first.text, last.text), score, (first.end, start))


def _second_starts(text: str, end: int) -> Iterator[tuple[int, float]]:
    """Yield where a second date can begin after the first, with the score of what lies between."""
    separator = _SEPARATOR.match(text, end)
    yield (separator.end() if separator else end), 0.0
    if text[end : end + 1] == "1":
        yield end + 1, STRAY


def _dates_at(text: str, start: int) -> Iterator[Date]:
    """Yield every date that can begin at ``start``, with or without its signs; each has a month."""
    yield from _months_at(text, Date(0, 0, 0, "", start, 0.0))
    year = _YEAR.match(text, start)
    if year:
        value = int(year[1]) if year[1].isdecimal() else chinese_number(year[1].replace("○", "〇"))
        yield from _months_at(text, Date(value, 0, 0, f"{year[1]}年", year.end(), 0.0 if year[2] == "年" else LOST))


def _months_at(text: str, date: Date) -> Iterator[Date]:
    """Yield the dates whose month follows what is read of ``date``."""
    for figure, month in _figures(text, date.end, MONTHS):
        end = date.end + len(figure)
        kept = text[end : end + 1] == "月"
        signs = date.signs + LOST * (not kept)
        with_month = Date(date.year, month, 0, f"{date.text}{figure.lstrip('0')}月", end + kept, signs)
        yield with_month
        yield from _days_at(text, with_month, figure)


def _days_at(text: str, date: Date, month: str) -> Iterator[Date]:
    """Yield the dates whose day follows what is read of ``date``."""
    for figure, day in _figures(text, date.end, DAYS):
        mixed = month != "元" and figure.isdecimal() != month.isdecimal()
        if mixed or day > calendar.monthrange(date.year or 2000, date.month)[1]:
            continue
        end = date.end + len(figure)
        kept = text[end : end + 1] in {"日", "号"}
        uneven = date.month < 10 and day < 10 and month.startswith("0") != figure.startswith("0")
        signs = date.signs + LOST * (not kept) + UNEVEN * uneven
        yield Date(date.year, date.month, day, f"{date.text}{figure.lstrip('0')}日", end + kept, signs)


def _figures(text: str, start: int, table: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield what can be read as a figure at ``start``, with its value."""
    for size in (1, 2, 3):
        figure = text[start : start + size]
        if len(figure) == size and figure in table:
            yield figure, table[figure]


def _score(date: Date, evidence: Evidence) -> float:
    """Return log P of a date at this place of the report."""
    counts = date_counts()
    offset = year_offset(date.year, evidence.year)
    score = date.signs + log_share(counts["shapes"][evidence.role], date.shape, 5)
    if date.year:
        # "other" stands for some sixty years, and where the report's year is unknown every year of the last decades is alike
        score += log_share(counts["years"], offset, 5) - (math.log(60) if offset == "other" else 0) if evidence.year else -math.log(40)
    score += _day_score(date, evidence.role, offset)
    return score + (ORDER if evidence.before and _is_before(date, evidence.before) else 0.0)


def _day_score(date: Date, role: str, offset: str) -> float:
    """Return log P of month and day: counted days of the role, backed off to the shares of months and of days."""
    counts = date_counts()
    month = log_share(counts["months"][offset], str(date.month), 12)
    if not date.day:
        return month
    alone = math.exp(month + log_share(counts["days"], str(date.day), 31))
    if role == "alone":
        return math.log(alone)
    known = counts["periods"][role]
    return math.log((known.get(f"{date.month}-{date.day}", 0) + BACK_OFF * alone) / (sum(known.values()) + BACK_OFF))


def year_offset(year: int, report_year: int | None) -> str:
    """Return how far a year is from that of the report: -1, 0, 1, other, or none where either is unknown."""
    if not year or report_year is None:
        return "none"
    return str(year - report_year) if abs(year - report_year) <= 1 else "other"


def _is_before(date: Date, other: tuple[int, int, int]) -> bool:
    """Say whether a date lies before another as far as both tell."""
    if date.year and other[0] and date.year != other[0]:
        return date.year < other[0]
    return (date.month, date.day or 31) < (other[1], other[2] or 1)


@lru_cache(maxsize=1)
def date_counts() -> dict[str, Any]:
    """Return the counts of dates in the written corpus."""
    counts: dict[str, Any] = json.loads(files("nianbao.repair").joinpath("counts.json").read_text(encoding="utf-8"))
    return counts
