"""The numbers that Word puts before paragraphs and that stand nowhere in the text: 一、 and （一） of most reports written in Word."""

import re
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = re.compile("(?:chinese|taiwanese|japanese)Count|ideographTraditional|chineseLegal")
_DIGITS = "零一二三四五六七八九"
#: Lists with more levels do not exist in Word.
LEVELS = 9


class Numbering:
    """The lists of a file and how far each has counted."""

    def __init__(self, numbers: etree._Element | None, styles: etree._Element | None) -> None:
        abstract = {one.get(f"{W}abstractNumId"): _levels(one) for one in _all(numbers, "abstractNum")}
        self.lists = {one.get(f"{W}numId"): abstract.get(_value(one, "abstractNumId"), {}) for one in _all(numbers, "num")}
        self.styles = {one.get(f"{W}styleId"): _reference(one) for one in _all(styles, "style")}
        self.counts: dict[str | None, list[int]] = {}

    def next(self, paragraph: etree._Element) -> str:
        """Return the number of a paragraph, counting it; empty where it has none or a mere bullet."""
        style = self.styles.get(_value(paragraph, "pPr", "pStyle"))
        own = _reference(paragraph)
        number, level = (own[0] or (style or own)[0], own[1] if own[0] else (style or own)[1])
        levels = self.lists.get(number)
        if not levels or level not in levels:
            return ""
        counts = self.counts.setdefault(number, [0] * LEVELS)
        start, form, text = levels[level]
        counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        if form == "bullet":
            return ""
        return re.sub(r"%([1-9])", lambda match: _numeral(counts[int(match[1]) - 1], levels.get(int(match[1]) - 1, (1, form, ""))[1]), text)


def _all(tree: etree._Element | None, tag: str) -> Iterator[etree._Element]:
    return iter(()) if tree is None else tree.iter(f"{W}{tag}")


def _value(element: etree._Element, *names: str) -> str | None:
    """Return the value of a property below an element."""
    value: str | None = None
    found = element.find("/".join(f"{W}{name}" for name in names))
    if found is not None:
        value = found.get(f"{W}val")
    return value


def _reference(element: etree._Element) -> tuple[str | None, int]:
    """Return the list that a paragraph or style belongs to, and the level in it."""
    level = _value(element, "pPr", "numPr", "ilvl") or "0"
    return _value(element, "pPr", "numPr", "numId"), min(int(level), LEVELS - 1) if level.isdecimal() else 0


def _levels(abstract: etree._Element) -> dict[int, tuple[int, str, str]]:
    """Return start, form of number and text around it of each level."""
    levels = {}
    for level in abstract.iter(f"{W}lvl"):
        place, start = level.get(f"{W}ilvl") or "", _value(level, "start") or "1"
        if place.isdecimal() and int(place) < LEVELS:
            number = int(start) if start.isdecimal() and len(start) < 6 else 1
            levels[int(place)] = number, _value(level, "numFmt") or "decimal", _value(level, "lvlText") or ""
    return levels


def _numeral(number: int, form: str) -> str:
    """Return a number as its form writes it: 12 → 十二, １２ or 12."""
    if _CHINESE.match(form) and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
    if form == "decimalFullWidth":
        return str(number).translate({ord("0") + i: ord("０") + i for i in range(10)})
    if form == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)
