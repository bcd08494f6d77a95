"""How sure it is that parts are meant to make up their whole: many lists (其中甲3件、乙2件) leave something out.

Measured on the written corpus: the 32 sums that its writers made fail on purpose miss the whole by less than a twelfth; of 22 others
that fail, because the list was not meant to be complete, 13 miss it by more or stand where the report says that it counts once.
"""

from typing import Final

from nianbao.audit.diagnose import slip
from nianbao.audit.divisions import AMONG_OTHERS, AND_OTHERS, CHANNELS, COUNTED_ONCE, GENERIC, NEAR, NEAR_PAIR, REST_CHANNELS, UNFINISHED
from nianbao.audit.lists import Candidate

EXACT: Final = 0.99
#: Words leave no doubt; it nearly fits, or one slip of the pen would make it fit; it might be meant.
TOLD, MEANT, POSSIBLE = 0.9, 0.85, 0.4
_NEARLY: Final = 1 / 12


def weigh(candidate: Candidate) -> float:
    """Return how sure it is that a list is meant to be complete; 0 where the words rather say that it is not."""
    if not candidate.missing:
        return EXACT
    if _is_loose(candidate) or (not candidate.told and _is_open(candidate)):
        return 0.0
    if candidate.told:
        return TOLD
    whole, total = candidate.whole.value, candidate.whole.value - candidate.missing
    share = NEAR if len(candidate.parts) > 2 else NEAR_PAIR
    if not share * whole <= total <= whole / share:
        return 0.0
    return MEANT if abs(candidate.missing) <= max(1, _NEARLY * whole) or _is_slip(candidate) else POSSIBLE


def _is_loose(candidate: Candidate) -> bool:
    """Tell whether figures are rounded, shared by names that were not counted, counted once on several channels, or not all (……等)."""
    figures = (candidate.whole, *candidate.parts)
    shared = any(part.label.endswith("各") and part.times == 1 for part in candidate.parts)
    once = any(COUNTED_ONCE.search(one.after) for one in (candidate.whole, candidate.parts[-1]))
    more = AMONG_OTHERS.search(candidate.parts[0].gap) or AND_OTHERS.match(candidate.parts[-1].after)
    return shared or once or more is not None or any(one.rounded for one in figures)


def _is_open(candidate: Candidate) -> bool:
    """Tell whether members may be missing: other things are counted, channels told apart from the total without a rest, cases pending."""
    whole, parts = candidate.whole, candidate.parts
    if any(part.numeral.unit != whole.numeral.unit for part in parts) and whole.numeral.unit not in GENERIC:
        return True
    kinds = frozenset().union(*(part.kinds for part in parts))
    apart = whole.period != parts[0].period and bool(kinds & CHANNELS) and REST_CHANNELS not in kinds
    return candidate.missing > 0 and (apart or bool(kinds & UNFINISHED))


def _is_slip(candidate: Candidate) -> bool:
    """Tell whether one slip of the pen explains what is missing; among short figures almost any two are one digit apart."""
    whole, missing = candidate.whole.value, candidate.missing
    figures = ((whole, whole - missing), *((part.value, part.value + missing) for part in candidate.parts))
    return any(right > 0 and _slipped(f"{wrong:.10g}", f"{right:.10g}") for wrong, right in figures)


def _slipped(wrong: str, right: str) -> bool:
    return max(len(wrong), len(right)) >= 4 and slip(wrong, right) != ""
