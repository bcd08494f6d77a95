"""Normalised words to values: counts, money, percentages, dates and document numbers (annotation guide, part 1)."""

import re

from nianbao.records import Number

DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0, "两": 2, "俩": 2}
DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
NUMERAL = "".join([*DIGITS, *UNITS, *MYRIADS])
_NUMBER = re.compile(rf"\d[\d,，]*(?:\.\d+)?|[{NUMERAL}]+")
#: The largest whole number that every reader of JSON keeps exactly; what is larger is no figure of a report.
LARGEST = 2**53
_VAGUE = re.compile(r"[余多几来近约]")
_CHINESE_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}(?=年|$)")
_DATE = re.compile(r"(?:(\d{4}|\d{2})[年./-])?(?:度)?(?:(\d{1,2})(?:月份?|[./-]))?(?:(\d{1,2})[日号]?)?")
_LOST_SIGN = re.compile(r"\d[?？\ufffd□]\d")


def squeeze(text: str, *, everywhere: bool = False) -> str:
    """Drop blanks and line breaks, which no normalised entity has, ``everywhere`` or except between two Latin words."""
    return re.sub(r"\s+" if everywhere else r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", text)


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
    """Return the first number of ``text`` in its base unit: 3万余份 → 30000; None for 1?234, which lost a sign, and beyond ``LARGEST``."""
    match = _NUMBER.search(text)
    if match is None or _LOST_SIGN.search(text):
        return None
    figure = match.group()
    if not figure[0].isdigit():
        return _plain(chinese_number(figure))
    value = float(figure.replace(",", "").replace("，", ""))
    for sign in re.sub(_VAGUE, "", text[match.end() :])[:3]:
        if sign not in "百千万亿":
            break
        value *= MYRIADS.get(sign) or UNITS[sign]
    return _plain(value)


def _plain(value: float) -> Number | None:
    """Return whole numbers as int and others without the dust of binary fractions; None beyond ``LARGEST``."""
    if value > LARGEST:
        return None
    value = round(value, 6)
    return int(value) if float(value).is_integer() else value


def percent(text: str) -> Number | None:
    """Return the number of one percentage; a range has none."""
    figures = re.findall(r"\d+(?:\.\d+)?", text)
    if len(figures) == 1:
        return _plain(float(figures[0]))
    named = re.fullmatch(rf"百分之([{NUMERAL}]+)", text)
    return _plain(chinese_number(named.group(1))) if named else None


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
