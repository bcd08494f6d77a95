"""Sums that prose claims: a whole with the parts that are said to make it up (annotation guide, part 5).

The model: each way of telling a sum (``ways``) gives candidates, a whole with a list of parts. Only what words claim is a candidate; that
numbers fit makes no sum of them. But among candidates agreement is evidence: those that add up are taken first, so that one that
does not cannot take their parts; where words leave open how far a list goes, it goes as far as it fits. One that does not
add up is taken only if it is meant to be complete (``weigh``): its words say so, or it comes near and nothing explains what is missing.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice, product
from typing import Final

from nianbao.audit.lists import Candidate, possible
from nianbao.audit.nodes import Node, read_nodes
from nianbao.audit.ways import TIED, WAYS, Way
from nianbao.audit.weigh import EXACT, TOLD, weigh
from nianbao.facts.clauses import Numeral, Reading
from nianbao.records import Entity

#: How sure a candidate must be to be taken, round after round: those that add up, those that words tell, the others that may be meant;
#: at last those that add up once the parts of the others are known.
ROUNDS: Final = (EXACT, TOLD, 0.1, EXACT)


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts in order of place, and how sure it is that they are meant to be all.

    A numeral that several names share is a part for each of them.
    """

    whole: Numeral
    parts: tuple[Numeral, ...]
    confidence: float


def find_sums(text: str, entities: list[Entity]) -> list[Sum]:
    """Return the sums that the prose claims, in order of the places of their wholes."""
    reading = Reading(text, [], entities)
    found = [one for money in (False, True) for one in _choose(read_nodes(text, reading, money=money))]
    return sorted(found, key=lambda one: (one.whole.start, one.parts[0].start))


def _choose(nodes: Sequence[Node]) -> Iterator[Sum]:
    """Yield the candidates that are taken, each numeral as a part of one whole."""
    taken: set[int] = set()
    known: list[Candidate] = []
    read = cache(partial(_weighed, nodes, frozenset()))
    for least in ROUNDS:
        for way, node in product(WAYS, nodes):
            candidates = _weighed(nodes, taken, way, node) if way in TIED else read(way, node)
            free = (one for one, sure in candidates if sure >= least and not any(part.index in taken for part in one.parts))
            for chosen in islice(free, 1):
                known += [chosen] * _is_new(chosen, known)
                taken |= {part.index for part in chosen.parts}
    for one in known:
        yield Sum(one.whole.numeral, tuple(part.numeral for part in one.parts for _ in range(part.times)), weigh(one))


def _weighed(nodes: Sequence[Node], taken: Collection[int], way: Way, node: Node) -> list[tuple[Candidate, float]]:
    """Return the candidates that one way finds at a numeral, and how sure each is."""
    return [(one, weigh(one)) for one in way(nodes, node, taken) if possible(one)]


def _is_new(candidate: Candidate, known: Sequence[Candidate]) -> bool:
    """Tell whether a candidate says what no other one does; one that repeats another uses up its parts all the same."""
    numbers = _numbers(candidate)
    return all(numbers != _numbers(other) for other in known)


def _numbers(candidate: Candidate) -> tuple[float, ...]:
    return (candidate.whole.value, *(part.value for part in candidate.parts))
