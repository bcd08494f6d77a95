"""How far a list of parts goes, and whether it comes to its whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from nianbao.audit.divisions import (
    ENDS_NESTED,
    FAMILIES,
    LEFT_AFTER,
    LONE,
    LONGEST_LABEL,
    NEW,
    PARENTS,
    REST,
    REST_MEMBER,
    SUBSET,
)
from nianbao.audit.nodes import Node, ahead, alike, behind, near, number_of
from nianbao.records import Number


@dataclass(frozen=True, slots=True)
class Candidate:
    """A whole with the parts that words may claim to make it up; ``told`` where they leave no doubt that these are all."""

    whole: Node
    parts: tuple[Node, ...]
    told: bool = False

    @property
    def missing(self) -> Number:
        """Return what the parts lack to the whole, negative where they come to more."""
        return round(self.whole.value - sum(part.value for part in self.parts), 6)


def fit(whole: Node, members: Sequence[Node], *, told: bool = False) -> Iterator[Candidate]:
    """Yield the members that come to the whole, as many as can, those in its own unit first; then all of them."""
    for among in ([member for member in members if member.numeral.unit == whole.numeral.unit], members):
        sums = accumulate(member.value for member in among)
        sizes = [size for size, value in enumerate(sums, 1) if abs(value - whole.value) < 1e-6 and size > 1]
        yield from (Candidate(whole, tuple(among[:size]), told) for size in sizes[-1:])
    yield Candidate(whole, tuple(members), told)


def possible(candidate: Candidate) -> bool:
    """Tell whether parts can be those of a whole at all."""
    whole, parts = candidate.whole, candidate.parts
    enclosed = whole.bracket in (0, parts[0].bracket) if parts else False
    large = len(parts) > 1 or any(part.times > 1 for part in parts)
    small = bool(parts) and (candidate.told or max(part.value for part in parts) <= whole.value)
    return large and enclosed and small and not (REST.match(parts[-1].after) or _is_item_before(candidate) or _is_one_thing(candidate))


def _is_item_before(candidate: Candidate) -> bool:
    """Tell whether the whole is the numbered item before the first part: （一）公开4件；（二）不公开1件 stand side by side."""
    whole, first = candidate.whole, candidate.parts[0]
    return whole.period == first.period and 0 < number_of(whole) == number_of(first) - 1


def _is_one_thing(candidate: Candidate) -> bool:
    """Tell whether all parts but one are 0, and that one counts something else: 回应1次，发布会0次，解读稿1篇."""
    counted = [part for part in candidate.parts if part.value]
    return len(counted) == 1 and counted[0].numeral.unit != candidate.whole.numeral.unit


def before(nodes: Sequence[Node], first: Node, kinds: frozenset[str]) -> Node | None:
    """Return the nearest numeral of certain kinds before another."""
    for node in behind(nodes, first):
        if not near(node, first):
            return None
        if node.kinds & kinds and alike(node, first) and node.bracket in (0, first.bracket):
            return node
    return None


def members_from(nodes: Sequence[Node], first: Node, children: frozenset[str] = frozenset()) -> list[Node]:
    """Return the members of the list that begins with ``first``; a list of known children can go on over sentences."""
    if first.bracket:
        return [first, *takewhile(lambda node: node.bracket == first.bracket and alike(first, node), ahead(nodes, first))]
    members = [first]
    period, nested, aside = first.period, False, False
    for node in (node for node in ahead(nodes, first) if not node.bracket):
        if node.period != period:
            nested, aside, period = False, SUBSET.search(node.gap) is not None, node.period
            if not children or (not aside and not children & node.kinds):
                break
        nested = "其中" in node.gap or (nested and not ENDS_NESTED.search(node.gap))
        if nested or aside or not alike(first, node) or _is_nothing_left(node) or (children and LONE.search(node.label)):
            continue
        if not children & node.kinds and begins_something(node, children):
            break
        members.append(node)
    return members


def _is_nothing_left(node: Node) -> bool:
    """Tell whether a numeral says that nothing is left to do (0件结转)."""
    return node.value == 0 and LEFT_AFTER.match(node.after) is not None


def begins_something(node: Node, children: frozenset[str] = frozenset()) -> bool:
    """Tell whether a numeral is no further member of a list; what takes all that is left is one, whatever it counts."""
    if REST_MEMBER.search(node.label):
        return False
    other_family = bool(children) and any(node.kinds & family for _, family in FAMILIES)
    unnumbered = NEW.search(node.label) is not None and node.times == 1
    return other_family or bool(node.kinds & PARENTS) or unnumbered or len(node.label) > LONGEST_LABEL
