"""Sums that prose claims: a whole with the parts that are said to make it up (annotation guide, part 5).

Only what the words claim counts; that numbers fit makes no sum of them. Where words leave open how far a list goes,
the number of its members that makes it fit is taken for what was meant.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, takewhile

from nianbao.audit.divisions import (
    ALSO_COUNTED,
    BRACKETS,
    CARRIED_OUT,
    CLAIMED,
    COUNTED_ONCE,
    DIVISION,
    ENDS_NESTED,
    FAMILIES,
    GROUPS,
    ITEM,
    LIST,
    LONE,
    LONGEST_LABEL,
    MARK,
    MEMBER,
    NEAR,
    NEAR_PAIR,
    NEW,
    PARENTS,
    PERIOD,
    REACH,
    REST,
    REST_CHANNELS,
    SEMICOLON,
    SUBSET,
    TOTAL_AFTER,
    WIDE,
)
from nianbao.facts.claims import Claim, claim
from nianbao.facts.clauses import Numeral, Reading
from nianbao.records import Entity, Number


@dataclass(frozen=True, slots=True)
class Node:
    """A numeral in the run of a text: its kinds, the words since the numeral before, its bracket (0 for none), sentence and name."""

    index: int
    numeral: Numeral
    kinds: frozenset[str]
    gap: str
    bracket: int
    period: int
    label: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts in order of place."""

    whole: Numeral
    parts: tuple[Numeral, ...]


Search = Callable[[Sequence[Node], Node], tuple[Node, list[Node]] | None]


def find_sums(text: str, entities: list[Entity]) -> list[Sum]:
    """Return the sums that the prose claims, in order of the places of their wholes."""
    nodes = list(_nodes(text, entities))
    parts_of: dict[int, int] = {}
    found: list[Sum] = []
    for search in (_by_form, _by_mark, _by_division, _by_list, _by_carrying):
        for node in nodes:
            if node.index not in parts_of and (claimed := search(nodes, node)) and not _leaves_rest(nodes, claimed[1][-1]):
                _keep(claimed, parts_of, found)
    for node in nodes:
        if claimed := _by_total(nodes, node, parts_of):
            _keep(claimed, {}, found)
    return sorted(found, key=lambda one: (one.whole.start, one.parts[0].start))


def _keep(claimed: tuple[Node, list[Node]], parts_of: dict[int, int], found: list[Sum]) -> None:
    """Add a sum unless it says the same numbers again; its parts belong to it alone."""
    whole, parts = claimed
    parts_of.update((part.index, whole.index) for part in parts)
    numbers = (whole.numeral.value, [part.numeral.value for part in parts])
    if all(numbers != (known.whole.value, [part.value for part in known.parts]) for known in found):
        found.append(Sum(whole.numeral, tuple(part.numeral for part in parts)))


def _nodes(text: str, entities: list[Entity]) -> Iterator[Node]:
    """Yield the numerals with what the search for sums asks about them."""
    reading = Reading(text, [], entities)
    numerals = [numeral for numeral in reading.numerals() if numeral.unit != "元" and not numeral.difference]
    brackets = [(match.start(), match.end()) for match in BRACKETS.finditer(reading.letters)]
    periods = [match.end() for match in PERIOD.finditer(reading.letters)]
    claimed = claim(reading, numerals, None)
    surest = {known.indicator: known.strength for known in sorted(chain.from_iterable(claimed), key=lambda known: known.strength)}
    last = bracket = period = 0
    seen: set[tuple[str, Number]] = set()
    for index, (numeral, claims) in enumerate(zip(numerals, claimed, strict=True)):
        place = reading.place(numeral.start)
        while bracket < len(brackets) and brackets[bracket][1] <= place:
            bracket += 1
        while period < len(periods) and periods[period] <= place:
            period += 1
        inside = bracket + 1 if bracket < len(brackets) and brackets[bracket][0] < place else 0
        gap = reading.letters[last:place]
        label = ITEM.split(BRACKETS.sub("", gap))[-1]
        kinds = _kinds(claims, surest) | {kind for kind, words in ALSO_COUNTED if words.search(label)}
        again = {kind for kind in kinds - PARENTS if (kind, numeral.value) in seen}
        seen |= {(kind, numeral.value) for kind in kinds}
        yield Node(index, numeral, frozenset(kinds - again), gap, inside, period, label)
        last = reading.place(numeral.end)


def _kinds(claims: list[Claim], surest: dict[str, int]) -> set[str]:
    """Return what a numeral counts; beside something else, a hint at what surer words count elsewhere is none."""
    kinds = {known.indicator for known in claims if not known.carried}
    if len(kinds) > 1:
        kinds -= {known.indicator for known in claims if known.strength < min(2, surest[known.indicator])}
    return kinds


def _by_form(nodes: Sequence[Node], first: Node) -> tuple[Node, list[Node]] | None:
    """Find the whole of a list whose members are those that the official form asks for."""
    family = next((family for family in FAMILIES if first.kinds & family[1]), None)
    in_aside = first.bracket and not (first.index and nodes[first.index - 1].kinds & PARENTS)
    if family is None or first.kinds & PARENTS or in_aside or COUNTED_ONCE.search(first.gap):
        return None
    whole, members = _before(nodes, first, family[0]), _list(nodes, first, family[1])
    if whole is None or (whole.period != first.period and len(members) < 3 and REST_CHANNELS in family[1]):
        return None
    return _claimed(whole, members, told=False)


def _by_mark(nodes: Sequence[Node], first: Node) -> tuple[Node, list[Node]] | None:
    """Find the whole before 其中, a colon or a bracket."""
    if not first.index or not MARK.search(first.gap):
        return None
    before = nodes[first.index - 1]
    if LONE.search(first.label) and "proactive.total" in before.kinds:
        return None
    crosses = before.period != first.period and not SUBSET.search(first.gap)
    if crosses or not _near(before, first) or not _alike(before, first):
        return None
    members = _list(nodes, first)
    if not WIDE.search(first.gap):
        members = [first, *takewhile(lambda member: not SEMICOLON.search(member.gap), members[1:])]
    return _claimed(before, members, told=CLAIMED.search(first.gap) is not None)


def _by_division(nodes: Sequence[Node], first: Node) -> tuple[Node, list[Node]] | None:
    """Find the whole that 按渠道分 or 从内容看 divides: the numeral before it in its sentence, or else one told earlier."""
    if not first.index or not DIVISION.search(first.gap):
        return None
    before = nodes[first.index - 1]
    members = _list(nodes, first)
    if before.period == first.period and _alike(before, first):
        return _claimed(before, members, told=True)
    earlier = [node for node in nodes[max(0, first.index - 8) : first.index] if _alike(node, first) and _near(node, first)]
    wholes = [found for node in reversed(earlier) if node.kinds and (found := _claimed(node, members, told=False))]
    return next((found for found in wholes if _fits(*found)), next((found for found in wholes if found[0].kinds & PARENTS), None))


def _by_list(nodes: Sequence[Node], first: Node) -> tuple[Node, list[Node]] | None:
    """Find the whole before a bare list of short names: 站点36个，关停21个、整改9个、保留6个."""
    if not first.index or not LIST.fullmatch(first.gap):
        return None
    before = nodes[first.index - 1]
    if before.numeral.unit != first.numeral.unit or before.period != first.period or _begins_something(first, frozenset()):
        return None
    further = MEMBER.fullmatch if before.kinds & PARENTS else _follows_closely
    return _claimed(before, [first, *takewhile(lambda member: further(member.gap), _list(nodes, first)[1:])], told=False)


def _follows_closely(gap: str) -> bool:
    return gap.startswith("、")


def _by_carrying(nodes: Sequence[Node], first: Node) -> tuple[Node, list[Node]] | None:
    """Find what 办结 and 结转 together make up: all that had to be done."""
    following = nodes[first.index + 1 : first.index + 2]
    if not (first.kinds & {"requests.closed", "requests.answered"} and following and CARRIED_OUT.search(following[0].label)):
        return None
    whole = _before(nodes, first, frozenset(("due", "carried in", "requests.received")))
    return (whole, [first, *following]) if whole and "carried in" not in whole.kinds else None


def _by_total(nodes: Sequence[Node], whole: Node, parts_of: dict[int, int]) -> tuple[Node, list[Node]] | None:
    """Find the parts before a total: 新收37件，上年结转2件，合计39件."""
    if not TOTAL_AFTER.search(whole.label) or whole.index in parts_of:
        return None
    parts: list[Node] = []
    for index in range(whole.index - 1, -1, -1):
        node = nodes[index]
        if node.period != whole.period or node.bracket != whole.bracket:
            break
        if node.index in parts_of:
            continue
        if not _alike(node, whole) or sum(part.numeral.value for part in parts) >= whole.numeral.value:
            break
        parts.insert(0, node)
    return _claimed(whole, parts, told=False)


def _before(nodes: Sequence[Node], first: Node, kinds: frozenset[str]) -> Node | None:
    """Return the nearest numeral of certain kinds before another."""
    for index in range(first.index - 1, -1, -1):
        node = nodes[index]
        if not _near(node, first):
            return None
        if node.kinds & kinds and _alike(node, first):
            return node
    return None


def _list(nodes: Sequence[Node], first: Node, children: frozenset[str] = frozenset()) -> list[Node]:
    """Return the members of the list that begins with ``first``; a list of known children can go on over sentences."""
    members = [first]
    period, nested, aside = first.period, False, False
    for node in nodes[first.index + 1 :]:
        if node.bracket != first.bracket:
            if first.bracket:
                break
            continue
        if node.period != period:
            nested, aside, period = False, SUBSET.search(node.gap) is not None, node.period
            if not children or (not aside and not children & node.kinds):
                break
        nested = "其中" in node.gap or (nested and not ENDS_NESTED.search(node.gap))
        if nested or aside or not _alike(first, node) or (children and LONE.search(node.label)):
            continue
        if not children & node.kinds and _begins_something(node, children):
            break
        members.append(node)
    return members


def _begins_something(node: Node, children: frozenset[str]) -> bool:
    """Tell whether a numeral is no further member of a list."""
    other_family = bool(children) and any(node.kinds & family for _, family in FAMILIES)
    return other_family or bool(node.kinds & PARENTS) or NEW.search(node.label) is not None or len(node.label) > LONGEST_LABEL


def _claimed(whole: Node, members: list[Node], *, told: bool) -> tuple[Node, list[Node]] | None:
    """Return whole and parts if the list claims to exhaust it: the words tell so, or it comes near enough to be meant so."""
    total = whole.numeral.value
    fits = [size for size, value in enumerate(accumulate(m.numeral.value for m in members), 1) if value == total and size > 1]
    parts = members[: fits[-1]] if fits else members
    if len(parts) < 2 or max(part.numeral.value for part in parts) > total:
        return None
    near = NEAR if len(parts) > 2 else NEAR_PAIR
    return (whole, parts) if fits or told or near * total <= sum(p.numeral.value for p in parts) <= total / near else None


def _alike(one: Node, other: Node) -> bool:
    """Tell whether two numerals count the same kind of thing."""
    units = {one.numeral.unit, other.numeral.unit}
    return len(units) == 1 or any(units <= group for group in GROUPS)


def _leaves_rest(nodes: Sequence[Node], last: Node) -> bool:
    """Tell whether a list ends in 其余 without a number."""
    return REST.match(nodes[last.index + 1].gap) is not None if last.index + 1 < len(nodes) else False


def _near(one: Node, other: Node) -> bool:
    return other.numeral.start - one.numeral.end <= REACH


def _fits(whole: Node, parts: list[Node]) -> bool:
    return sum(part.numeral.value for part in parts) == whole.numeral.value
