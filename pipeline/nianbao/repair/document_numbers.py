"""Read document numbers (文号) that have lost signs: 永政办函〔201848号 → 永政办函〔2018〕48号.

log P = body + year + length of the serial + LOST for each sign put back; bodies, years and lengths are counts of the written corpus.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from nianbao.repair.dates import date_counts, year_offset
from nianbao.repair.readings import Choice, Evidence, Reading, choose, log_share

LOST = math.log(0.7)  # a sign put back
SEEN = 2.0  # another 文号 of the report has the year
ORDER_SHAPE = math.log(0.05)  # 第 in brackets' stead, or the reverse, against the habit of the body
NOISE = math.log(1e-7)  # no 文号 of this shape

_OPEN, _CLOSE = "〔[（(﹝【［", "〕]）)﹞】］"
_SHAPE = re.compile(rf"(.*?)([{re.escape(_OPEN)}]*)(19[4-9]\d|20[0-4]\d)([{re.escape(_CLOSE)}]*)(年?)(第?)(\d{{1,5}})(号?)")
#: Bodies whose numbers run 2019年第3号 rather than 〔2019〕3号.
_NUMBERED = re.compile(r"(?:公告|通告|令)$")


def read_document_number(text: str, evidence: Evidence) -> Choice | None:
    """Return the likeliest reading of a damaged 文号 without blanks; None for a whole one and for what has no year."""
    match = _SHAPE.fullmatch(text)
    if not match or not match[1] or match[1].endswith("第") or match[5]:
        return None
    if match[2] and match[4] and match[8]:
        return None
    return choose(text, _readings(match, evidence), NOISE)


def in_usual_form(text: str) -> str:
    """Write the brackets of a whole 文号 as 〔 〕: 川办发[2018]7号 → 川办发〔2018〕7号; other shapes stay as they are."""
    match = _SHAPE.fullmatch(text)
    if not match or not match[1] or not (match[2] and match[4] and match[8]) or match[5]:
        return text
    return f"{match[1]}〔{match[3]}〕{match[6]}{match[7]}号"


def _readings(match: re.Match[str], evidence: Evidence) -> Iterator[Reading]:
    """Yield the number in brackets and, for what is numbered within its year, as 年第."""
    body, opening, year, closing, _, ordinal, serial, end = match.groups()
    score = _body_score(body) + _year_score(int(year), evidence) + _serial_score(serial)
    score += LOST * ((not opening) + (not closing) + (not end))
    numbered = bool(_NUMBERED.search(body)) and not opening and not closing
    yield Reading((f"{body}〔{year}〕{ordinal}{serial}号",), score + ORDER_SHAPE * numbered)
    yield Reading((f"{body}{year}年第{serial}号",), score + ORDER_SHAPE * (not numbered) * 2)


def _body_score(body: str) -> float:
    """Return log P of the last sign of a body, the one that says what kind of document it is."""
    return log_share(date_counts()["bodies"], body[-1], 3000)


def _year_score(year: int, evidence: Evidence) -> float:
    """Return log P of the year of a number in a report on a year."""
    seen = SEEN if year in evidence.number_years else 0.0
    if evidence.year is None:
        return seen - math.log(30)
    offset = year_offset(year, evidence.year)
    rare = math.log(200 if year > evidence.year + 1 else 20) if offset == "other" else 0.0
    return seen + log_share(date_counts()["number_years"], offset, 5) - rare


def _serial_score(serial: str) -> float:
    """Return log P of the length of a serial number."""
    return log_share(_lengths(), str(len(serial)), 5)


@lru_cache(maxsize=1)
def _lengths() -> dict[str, int]:
    lengths: dict[str, int] = date_counts()["serial_lengths"]
    return lengths
