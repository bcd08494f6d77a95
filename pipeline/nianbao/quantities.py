"""Normalised words to values: counts, money, percentages, dates and document numbers (annotation guide, part 1)."""

import re
from datetime import date

from nianbao.records import Number

DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0, "两": 2, "俩": 2}
DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
NUMERAL = "".join([*DIGITS, *UNITS, *MYRIADS])
_NUMBER = re.compile(rf"\d[\d,，]*(?:\.\d+)?|[{NUMERAL}]+")
_VAGUE = re.compile(r"[余多几来近约]")
_CHINESE_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}(?=年|$)")
_DATE = re.compile(r"(?:(\d{4}|\d{2})[年./-])?(?:度)?(?:(\d{1,2})(?:月份?|[./-]))?(?:(\d{1,2})[日号]?)?")
_DOC_NO = re.compile(r"[〔\[（(﹝【［]*((?:19|20)\d\d)\s*[年〕\]）)﹞】］]*\s*(第?)\s*0*(\d+)\s*号?$")


def squeeze(text: str) -> str:
    """Drop blanks and line breaks, which no normalised entity has between Chinese characters and digits."""
    return re.sub(r"\s+", "", text)


def chinese_number(text: str) -> int:
    """Return the value of a numeral in Chinese characters: 三十五 → 35, 二〇一九 → 2019, 一万二千 → 12000."""
    if not set(text) & (UNITS.keys() | MYRIADS.keys()):
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in UNITS:
            section += (digit or 1) * UNITS[c]
            digit = 0
        else:
            total = (total + section + digit or 1) * MYRIADS[c]
            section = digit = 0
    return total + section + digit


def number(text: str) -> Number | None:
    """Return the first number of ``text`` in its base unit: 3万余份 → 30000, 8.9亿余元 → 890000000, 五个 → 5."""
    match = _NUMBER.search(text)
    if match is None:
        return None
    figure = match.group()
    if not figure[0].isdigit():
        return chinese_number(figure)
    value = float(figure.replace(",", "").replace("，", ""))
    for sign in re.sub(_VAGUE, "", text[match.end() :])[:3]:
        if sign not in "百千万亿":
            break
        value *= MYRIADS.get(sign) or UNITS[sign]
    return _plain(value)


def _plain(value: float) -> Number:
    """Return whole numbers as int and others without the dust of binary fractions."""
    value = round(value, 6)
    return int(value) if value.is_integer() else value


def percent(text: str) -> Number | None:
    """Return the number of one percentage; a range has none."""
    figures = re.findall(r"\d+(?:\.\d+)?", text)
    if len(figures) == 1:
        return _plain(float(figures[0]))
    named = re.fullmatch(rf"百分之([{NUMERAL}]+)", text)
    return chinese_number(named.group(1)) if named else None


def date_value(text: str) -> str | None:
    """Return a date as ISO 8601: 2018, 2018-05, 2018-05-11, --12-31 and --10 where the year is not told."""
    plain = _arabic_date(text)
    match = _DATE.match(plain)
    year, month, day = match.groups() if match else (None, None, None)
    if not year and not month and day:
        return _bare_number(plain)
    if year and len(year) == 2:
        year = f"20{year}"
    return iso(year, month, day)


def _bare_number(text: str) -> str | None:
    """Read a numeral without 年月日: a year, or a calendar day written in one run."""
    digits = re.match(r"\d+", text)
    if digits and len(digits.group()) == 4 and 1949 <= int(digits.group()) <= 2100:
        return digits.group()
    return None


def iso(year: str | None, month: str | None, day: str | None) -> str | None:
    """Join what is known of a date; None where nothing is."""
    if month and not day:
        return f"{year or '-'}-{int(month):02d}"
    if month and day:
        return f"{year or '-'}-{int(month):02d}-{int(day):02d}"
    return year


def _arabic_date(text: str) -> str:
    """Write the Chinese numerals of a date in digits: 二〇一九年一月十日 → 2019年1月10日."""
    text = _CHINESE_YEAR.sub(lambda m: str(chinese_number(m.group())), text)
    return re.sub(rf"[{NUMERAL}]+", lambda m: str(chinese_number(m.group())), text)


def repair_document_number(text: str) -> str:
    """Give a 文号 its brackets and 号 back: 永政办函〔201848号 → 永政办函〔2018〕48号; other shapes stay as they are."""
    match = _DOC_NO.search(text)
    if not match or not match.start() or text[: match.start()].endswith("第") or "年第" in match.group():
        return text
    year, ordinal, serial = match.groups()
    return f"{text[: match.start()]}〔{year}〕{ordinal}{serial}号"


def repair_date(text: str, *, day_follows: bool) -> str:
    """Give a date that is one run of digits its 年月日 back: 227 → 2月27日, 20181231 → 2018年12月31日.

    ``day_follows`` says that another date comes right after, so that 201811 begins a period and means 1 January.
    """
    if not re.fullmatch(r"\d{3,8}", text) or (_bare_number(text) and not _days(text)):
        return text
    year = text[:4] if len(text) > 4 and text[:2] in ("19", "20") else ""
    rest = text[len(year) :]
    if len(rest) <= 2 and not day_follows:
        return f"{year}年{int(rest)}月" if 1 <= int(rest) <= 12 else text
    readings = _days(rest)
    if not readings:
        return text
    month, day = readings[0]
    return f"{year}年{month}月{day}日" if year else f"{month}月{day}日"


def split_period(digits: str) -> int | None:
    """Return where the second date of a period begins that is one run of digits: 2018111231 → 6 (1 January to 31 December)."""
    if not re.fullmatch(r"(?:19|20)\d{7,14}", digits):
        return None
    for end in (6, 7, 8):
        first, last = digits[4:end], digits[end:]
        last = last.removeprefix(digits[:4]) if len(last) > 4 else last
        if len(last) in (2, 3, 4) and _days(first) and (1, 1) in _days(first) and _days(last):
            return end
    return None


def _days(digits: str) -> list[tuple[int, int]]:
    """Return the calendar days that a run of digits can mean, the first of a month and the likelier split first."""
    splits = [(digits[:i], digits[i:]) for i in (1, 2) if 0 < len(digits) - i <= 2]
    days = [(int(m), int(d)) for m, d in splits if not (m.startswith("0") and len(m) == 1) and _is_day(m, d)]
    return sorted(days, key=lambda day: (day[1] not in (1, 30, 31), day[0]))


def _is_day(month: str, day: str) -> bool:
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True
