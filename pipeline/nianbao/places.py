"""Places of GB/T 2260: the division that a body's name names, by the names and codes in force since 2007 (``places.tsv``).

A table of our own: the libraries that are kept up hold today's codes only, and those that hold past ones ended in 2019 or need pandas.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

#: Peoples that the names of autonomous divisions list, with or without 族; daily use leaves them out (巍山彝族回族自治县 → 巍山县).
_PEOPLES: Final = (
    "各|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌"
    "|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
_AUTONOMOUS: Final = re.compile(rf"(?<=..)(?:(?:{_PEOPLES})族)*(?:(?:{_PEOPLES})族?)自治(?=[州县旗])")
#: Names of two signs (应县, 城区) also begin or end other words: they count only at the start of a name or right after another place.
_SHORT: Final = 2
_OPEN_START, _OPEN_END = 0, 9999


@dataclass(frozen=True, slots=True)
class Place:
    """A division: its code of six digits, its name, and the first and last year in which both held."""

    code: str
    name: str
    first: int
    last: int

    @property
    def level(self) -> str:
        """Province, city or county, as the code says."""
        return "province" if self.code.endswith("0000") else "city" if self.code.endswith("00") else "county"

    def lies_in(self, other: "Place") -> bool:
        """Tell whether this place is a part of another one."""
        return self.code != other.code and self.code.startswith(re.sub(r"(?:00)+$", "", other.code))


def find_place(name: str, year: int | None, text: str) -> Place | None:
    """Return the lowest division that the name of a body names; None where several bear its name and ``text`` names the parent of none.

    A report on ``year`` is written in the next one, so that names of both years are tried, then those of any.
    """
    named = list(_named(name))
    if not named:
        return None
    lowest = [place for place in named[-1] if all(any(place.lies_in(other) for other in others) for others in named[:-1])]
    in_force = _in_force(lowest, year)
    return in_force[0] if len({place.code for place in in_force}) == 1 else _decided(in_force, text)


def begins_with_place(name: str) -> bool:
    """Tell whether a name begins with that of a place: 镇江市民政局 does, 镇民政局 does not."""
    return any(name[:stop] in _places() for stop in range(_SHORT + 1, _longest() + 1))


def _named(name: str) -> Iterator[tuple[Place, ...]]:
    """Yield the places that each name of a division, from left to right, may stand for."""
    at = end = 0
    while at < len(name):
        found = next((name[at:stop] for stop in range(min(len(name), at + _longest()), at + 1, -1) if name[at:stop] in _places()), "")
        if len(found) > _SHORT or (found and at == end):
            yield _places()[found]
            at = end = at + len(found)
        else:
            at += 1


def _in_force(places: list[Place], year: int | None) -> list[Place]:
    """Return those in force in a year or, where none is, in the next one; all where none is then."""
    for when in (year, year + 1) if year else (_OPEN_END,):
        held = [place for place in places if place.first <= when <= place.last]
        if held:
            return held
    return places


def _decided(places: list[Place], text: str) -> Place | None:
    """Return the one place whose city, or whose province, the text names."""
    for digits in (4, 2):
        named = [place for place in places if any(parent.name in text for parent in _by_code().get(place.code[:digits].ljust(6, "0"), ()))]
        if len(named) == 1:
            return named[0]
    return None


@cache
def _all() -> tuple[Place, ...]:
    lines = files("nianbao").joinpath("places.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(Place(code, name, int(first or _OPEN_START), int(last or _OPEN_END)) for code, name, first, last in rows)


@cache
def _places() -> dict[str, tuple[Place, ...]]:
    """Return the places by name, full or as daily use shortens it."""
    table: dict[str, tuple[Place, ...]] = {}
    for place in _all():
        for name in {place.name, _AUTONOMOUS.sub("", place.name)}:
            table[name] = (*table.get(name, ()), place)
    return table


@cache
def _by_code() -> dict[str, tuple[Place, ...]]:
    table: dict[str, tuple[Place, ...]] = {}
    for place in _all():
        table[place.code] = (*table.get(place.code, ()), place)
    return table


@cache
def _longest() -> int:
    return max(map(len, _places()))
