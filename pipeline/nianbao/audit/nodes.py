"""The numerals of a text as what the search for sums walks over: what each counts, where it stands, what is said before and after it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from nianbao.audit.divisions import (
    ALSO_COUNTED,
    BRACKETS,
    EACH,
    FAMILIES,
    GROUPS,
    ITEM,
    MYRIAD,
    NAMES,
    NUMBERED,
    OF_PARTS,
    PARENTS,
    PART_ADDED,
    PERIOD,
    REACH,
    SCORE,
    SHARE_ASIDE,
    YEAR_BEFORE,
)
from nianbao.facts.claims import Claim, claim
from nianbao.facts.clauses import Numeral, Reading
from nianbao.quantities import chinese_number
from nianbao.records import Number

AFTER = 40
#: A whole and its parts stand within so many numerals, so that an endless list costs no more than its length; the form has 80 in all.
FAR = 200


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A numeral in the run of a text; two are the same only if they are one.

    ``gap`` is what stands since the numeral before, ``label`` the last item of it without brackets, ``after`` what follows;
    ``bracket`` and ``period`` number brackets (0: none) and sentences; ``times`` is how many names share the numeral (甲、乙各2件).
    """

    index: int
    numeral: Numeral
    kinds: frozenset[str]
    gap: str
    bracket: int
    period: int
    label: str
    after: str
    times: int
    rounded: bool

    @property
    def value(self) -> Number:
        """Return what the numeral adds to a sum."""
        return self.numeral.value * self.times


def read_nodes(text: str, reading: Reading, *, money: bool) -> list[Node]:
    """Return the counts of a text, or its amounts of money, in order of place; what tells a change is left out."""
    numerals = [numeral for numeral in _of_one_year(reading) if _adds_up(numeral) and (numeral.unit == "元") is money]
    claimed = claim(reading, numerals, None)
    surest = {known.indicator: known.strength for known in sorted(chain.from_iterable(claimed), key=lambda known: known.strength)}
    brackets, periods = _Borders(BRACKETS, reading.letters), _Borders(PERIOD, reading.letters)
    nodes: list[Node] = []
    last = 0
    seen: set[tuple[str, Number]] = set()
    for numeral, claims in zip(numerals, claimed, strict=True):
        start, end = reading.place(numeral.start), reading.place(numeral.end)
        gap = SHARE_ASIDE.sub("", reading.letters[last:start])
        label = ITEM.split(BRACKETS.sub("", gap))[-1]
        kinds = _kinds(claims, surest) | {kind for kind, words in ALSO_COUNTED if words.search(label)}
        again = {kind for kind in kinds - PARENTS if (kind, numeral.value) in seen}
        seen |= {(kind, numeral.value) for kind in kinds}
        places = brackets.inside(start), periods.before(start)
        after = reading.letters[end : end + AFTER]
        rounded = numeral.rounded or MYRIAD.search(text, numeral.start, numeral.end) is not None
        nodes.append(Node(len(nodes), numeral, frozenset(kinds - again), gap, *places, label, after, _times(gap), rounded))
        last = end
    return nodes


def _adds_up(numeral: Numeral) -> bool:
    """Tell whether a numeral can be in a sum: it is no change (but 其中新增31项 is a part), no score, no number of parts (以上三项)."""
    changed = numeral.difference and not PART_ADDED.search(numeral.own)
    return not (changed or numeral.unit in SCORE or OF_PARTS.search(numeral.own))


def _of_one_year(reading: Reading) -> Iterator[Numeral]:
    """Yield the numerals without those of an earlier year that a whole is held against (2012年受理208件，2011年受理163件)."""
    last: Numeral | None = None
    for numeral in reading.numerals():
        opens = last is None or last.sentence != numeral.sentence
        earlier = last is not None and not opens and None is not numeral.year and None is not last.year and numeral.year < last.year
        if not earlier and not _is_held_against(reading, numeral):
            yield numeral
        last = numeral if opens else None


def _is_held_against(reading: Reading, numeral: Numeral) -> bool:
    """Tell whether a numeral is that of the year before, by the words before it (比2011年的52986条), or in a bracket of its own."""
    told = YEAR_BEFORE.search(reading.letters, max(0, numeral.place - AFTER), numeral.place) if numeral.year else None
    return told is not None and (told["aside"] is None or reading.letters[numeral.after : numeral.after + 1] in "）)")


class _Borders:
    """The places of brackets or of the ends of sentences, asked for in order."""

    def __init__(self, sign: re.Pattern[str], letters: str) -> None:
        self.spans = [match.span() for match in sign.finditer(letters)]
        self.at = 0

    def before(self, place: int) -> int:
        """Return how many of them end at or before a place."""
        while self.at < len(self.spans) and self.spans[self.at][1] <= place:
            self.at += 1
        return self.at

    def inside(self, place: int) -> int:
        """Return the number of the one that a place is inside of, counted from 1; 0 for none."""
        at = self.before(place)
        return at + 1 if at < len(self.spans) and self.spans[at][0] < place else 0


def _kinds(claims: list[Claim], surest: dict[str, int]) -> set[str]:
    """Return what a numeral counts; beside something else, a hint at what surer words count elsewhere is none."""
    kinds = {known.indicator for known in claims if not known.carried}
    if len(kinds) > 1:
        kinds -= {known.indicator for known in claims if known.strength < min(2, surest[known.indicator])}
    return kinds


def _times(gap: str) -> int:
    """Return how many names share a numeral (县民政局、县教育局各1件)."""
    shared = EACH.search(gap)
    return len(NAMES.split(shared[1])) if shared else 1


def alike(one: Node, other: Node) -> bool:
    """Tell whether two numerals count the same kind of thing."""
    units = {one.numeral.unit, other.numeral.unit}
    return len(units) == 1 or any(units <= group for group in GROUPS)


def near(one: Node, other: Node) -> bool:
    """Tell whether two numerals stand close enough to belong together."""
    return other.numeral.start - one.numeral.end <= REACH


def ahead(nodes: Sequence[Node], node: Node) -> Sequence[Node]:
    """Return the numerals after another, as far as its parts can stand."""
    return nodes[node.index + 1 : node.index + 1 + FAR]


def behind(nodes: Sequence[Node], node: Node) -> Iterator[Node]:
    """Yield the numerals before another, the nearest first, as far as its whole can stand."""
    return reversed(nodes[max(node.index - FAR, 0) : node.index])


def following(nodes: Sequence[Node], last: Node) -> Iterator[Node]:
    """Yield the numeral after another, if there is one."""
    yield from nodes[last.index + 1 : last.index + 2]


def family_of(kinds: frozenset[str]) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return parents and children of the first family of the form that has one of these kinds as a child."""
    return next((family for family in FAMILIES if kinds & family[1]), None)


def number_of(node: Node) -> int:
    """Return the number of the item that a numeral is the first one of; 0 where it is not."""
    numbers = [next(filter(None, groups)) for groups in NUMBERED.findall(node.gap)]
    return 0 if not numbers else int(numbers[-1]) if numbers[-1].isdigit() else chinese_number(numbers[-1])
