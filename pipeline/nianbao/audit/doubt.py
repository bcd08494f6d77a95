"""Findings on figures of the prose that no sum ties: shares and changes that do not hold, parts above their wholes, broken counts."""

from collections.abc import Iterator, Sequence

from nianbao.audit.amounts import Amount, read_amounts
from nianbao.audit.proportions import AVERAGE, WHOLE_UNITS
from nianbao.audit.ratios import Claim, find_claims
from nianbao.audit.rules import RULES
from nianbao.records import Check, Entity, Finding, Number, Place


def find_doubts(text: str, entities: list[Entity], checks: Sequence[Check]) -> Iterator[Finding]:
    """Yield what is wrong with the amounts of the prose; ``checks`` tell which numbers are parts of which wholes."""
    yield from (_broken_claim(text, claim) for claim in find_claims(text, entities, checks) if not claim.ok)
    amounts = list(read_amounts(text, entities))
    for i, amount in enumerate(amounts):
        yield from _larger_than_whole(text, amounts[:i], amount)
        if amount.unit in WHOLE_UNITS and amount.exact and amount.printed % 1 and not AVERAGE.search(amount.gap):
            words = (f"“{amount.entity.text}”应为整数", f"“{amount.entity.text}” should be a whole number")
            yield _finding("J9", words, [_place(text, amount)], "impossible", 0.8)


def _broken_claim(text: str, claim: Claim) -> Finding:
    """Return the finding that a share or a change is not what its figures make it; which of the three is wrong stays open."""
    told, (one, other) = claim.told.entity.text, (amount.entity.text for amount in claim.of)
    computed = f"{claim.computed:.2f}".rstrip("0").rstrip(".") + ("%" if claim.told.unit == "%" else claim.told.unit)
    zh = f"“{told}”与“{one}”“{other}”不符，按后两者计算为{computed}"
    en = f"“{told}” does not follow from “{one}” and “{other}”, which make it {computed}"
    places = [_place(text, claim.told, round(claim.computed, 2)), *(_place(text, amount) for amount in claim.of)]
    return _finding(claim.rule, (zh, en), places, "undecidable", 0.85)


def _larger_than_whole(text: str, before: Sequence[Amount], part: Amount) -> Iterator[Finding]:
    """Yield the finding that a number behind 其中 is larger than all numbers of its sentence together that it can be a part of."""
    same = [one for one in before if one.unit == part.unit and one.period == part.period]
    tied = part.gap.lstrip("，,；;（(").startswith("其中") and bool(before) and before[-1] in same
    if tied and part.exact and part.unit != "%" and sum(one.value[1] for one in same) < part.value[0]:
        whole = same[-1].entity.text
        words = (f"其中“{part.entity.text}”大于其整体“{whole}”", f"“{part.entity.text}” is a part of “{whole}”, but larger")
        yield _finding("subset", words, [_place(text, part), _place(text, same[-1])], "contradiction", 0.85)


def _finding(rule: str, words: tuple[str, str], places: Sequence[Place], cause: str, sure: float) -> Finding:
    return Finding(rule, RULES[rule].severity, *words, tuple(places), cause, "report", sure)


def _place(text: str, amount: Amount, computed: Number | None = None) -> Place:
    start, end = amount.entity.start, amount.entity.end
    return Place("amount", start, end, text[start:end], amount.printed, computed)
