"""Counts, sums of money and percentages of a text, each with the range of numbers that its print can stand for."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nianbao.audit.divisions import ITEM, PERIOD
from nianbao.audit.proportions import VAGUE, VAGUE_AFTER, VAGUE_BEFORE
from nianbao.facts.clauses import Reading, unit_of
from nianbao.records import Entity

#: The least and the most that a number can be.
Interval = tuple[float, float]

_AFTER: Final = 24
_UNITS: Final = {"MONEY": "元", "PERCENT": "%"}
_PRINT: Final = re.compile(r"[\d,，]+(?:\.(\d+))?\s*([万亿]?)")
_MULTIPLIERS: Final = {"": 1.0, "万": 1e4, "亿": 1e8}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit (% and 元 among them), the words since the one before and behind it, its sentence, and whether it is exact."""

    entity: Entity
    unit: str
    gap: str
    after: str
    period: int
    value: Interval
    exact: bool

    @property
    def printed(self) -> float:
        """Return the number as printed."""
        return float(self.entity.value) if isinstance(self.entity.value, int | float) else 0.0

    @property
    def label(self) -> str:
        """Return the words of its clause."""
        return ITEM.split(self.gap)[-1]


def read_amounts(text: str, entities: list[Entity]) -> Iterator[Amount]:
    """Yield the amounts of a text in order of place; entities are in that order."""
    reading = Reading(text, [], entities)
    periods = [match.end() for match in PERIOD.finditer(reading.letters)]
    last = 0
    for entity in entities:
        if entity.label in ("COUNT", "MONEY", "PERCENT"):
            start, end = reading.place(entity.start), reading.place(entity.end)
            gap = reading.letters[last:start]
            vague = VAGUE.search(entity.text) or VAGUE_BEFORE.search(gap) or VAGUE_AFTER.match(reading.letters, end)
            exact = not vague and isinstance(entity.value, int | float)
            unit = _UNITS.get(entity.label) or unit_of(entity.text)
            after = reading.letters[end : end + _AFTER]
            yield Amount(entity, unit, gap, after, bisect_right(periods, start), _interval(entity), exact)
            last = end


def _interval(entity: Entity) -> Interval:
    """Return what a printed number can stand for: 1.26万 was rounded, a percentage rounded or cut off."""
    value = float(entity.value) if isinstance(entity.value, int | float) else 0.0
    match = _PRINT.search(entity.text)
    step = 10 ** -len(match[1] or "") * _MULTIPLIERS[match[2]] if match else 1.0
    if entity.label == "PERCENT":
        return value - step / 2, value + step
    return (value - step / 2, value + step / 2) if match and match[2] else (value, value)


def difference(one: Interval, other: Interval) -> Interval:
    """Return the range of one amount less another."""
    return one[0] - other[1], one[1] - other[0]


def percentage(part: Interval, whole: Interval) -> Interval:
    """Return the range of per cent that one amount is of another, which is not zero."""
    return tuple(sorted((100 * part[0] / whole[1], 100 * part[1] / whole[0])))  # type: ignore[return-value]


def meet(one: Interval, other: Interval) -> bool:
    """Tell whether two ranges have a number in common."""
    return one[0] - 1e-9 <= other[1] and other[0] <= one[1] + 1e-9
