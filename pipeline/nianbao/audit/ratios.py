"""Shares, rates and changes against the year before that prose tells beside the counts they are made of.

A claim is read only where words and neighbourhood leave one meaning: 占 directly behind its part, a rate named like its part (办结30件，
办结率100%), a change directly behind what changed. Where what stands nearest does not bear it out but another figure before it does,
that one is taken to be meant: a claim fails only if nothing that it can mean bears it out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nianbao.audit.amounts import Amount, Interval, difference, meet, percentage, read_amounts
from nianbao.audit.divisions import CARRIED_OUT, LEFT, LEFT_AFTER
from nianbao.audit.proportions import AT_ONCE, BASE, CHANGED, GROWN, IN_TIME, NARROWER, RATE, REACH, SET_OUT, SHARE
from nianbao.records import Check, Entity


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that is told (``told``) and follows from two others: what they make it, and whether that is what is printed."""

    rule: str
    told: Amount
    of: tuple[Amount, Amount]
    computed: float
    ok: bool


def find_claims(text: str, entities: list[Entity], checks: Sequence[Check]) -> list[Claim]:
    """Return the claims of the prose on exact figures; ``checks`` tell which numbers are parts of which wholes."""
    amounts = list(read_amounts(text, entities))
    starts = {amount.entity.start: amount for amount in amounts}
    wholes = {
        part.start: starts[check.whole.start]
        for check in checks
        for part in check.parts
        if check.origin == "prose" and check.whole.start in starts
    }
    found = [claim for i in range(1, len(amounts)) for claim in (*_shares(amounts, i, wholes), *_changes(amounts, i, wholes))]
    return [claim for claim in found if claim.told.exact and all(amount.exact for amount in claim.of)]


def _shares(amounts: Sequence[Amount], i: int, wholes: Mapping[int, Amount]) -> Iterator[Claim]:
    """Yield the share or rate that amount ``i`` is, if its part and its whole are told."""
    percent, part = amounts[i], amounts[i - 1]
    if percent.unit != "%" or part.unit == "%" or part.period != percent.period:
        return
    named = _is_named(percent, part)
    if named and percent.printed == 100 and (IN_TIME.search(percent.gap) or any(map(_is_left, amounts[i - 1 : i + 2]))):
        return
    if not named and not SHARE.fullmatch(percent.gap):
        return
    others = [one for one in reversed(amounts[: i - 1]) if one.unit == part.unit and part.entity.start - one.entity.end <= REACH]
    others = [one for one in others if one.printed >= part.printed > 0 and (one.period == part.period or not named)]
    whole = wholes.get(part.entity.start) or (others[0] if others and (named or "其中" in part.gap) else None)
    if whole and whole.printed:
        meant = next((one for one in (whole, *others) if meet(percent.value, percentage(part.value, one.value))), None)
        computed = 100 * part.printed / (meant or whole).printed
        yield Claim("share", percent, (part, meant or whole), computed, meant is not None)


def _is_left(amount: Amount) -> bool:
    """Tell whether an amount counts what is not done yet: then a rate of 100% is that of what was due."""
    return bool(LEFT.search(amount.label) or CARRIED_OUT.search(amount.gap) or LEFT_AFTER.match(amount.after))


def _is_named(percent: Amount, part: Amount) -> bool:
    """Tell whether a percentage is a rate named like its part; where some are pending, all may mean all that were due."""
    rate = RATE.fullmatch(percent.gap)
    return rate is not None and re.search(NARROWER + rate[1], part.label) is not None and not CARRIED_OUT.search(percent.gap)


def _changes(amounts: Sequence[Amount], i: int, wholes: Mapping[int, Amount]) -> Iterator[Claim]:
    """Yield what amounts ``i - 1`` to ``i + 1`` tell of a change, if two of them determine the third."""
    triple = amounts[i - 1 : i + 2]
    if len(triple) < 3 or len({one.period for one in triple}) > 1 or triple[0].unit != triple[1].unit or triple[0].unit == "%":
        return
    now, other, told = triple
    earlier = [one for one in reversed(amounts[: i - 1]) if one.unit == now.unit and one.period == now.period]
    sign = _direction(AT_ONCE, told)
    if sign and BASE.fullmatch(other.gap):
        yield from _against(told, [now, *earlier], other, sign)
    elif sign and SET_OUT.search(now.gap) and GROWN.fullmatch(other.gap):
        yield from _against(told, [other], now, sign)
    elif (sign := _direction(CHANGED, other) or _direction(AT_ONCE, other)) and told.unit == "%" and _direction(CHANGED, told):
        if BASE.fullmatch(now.gap) and now.printed:
            share = percentage(other.value, now.value)
            yield Claim("change", told, (now, other), 100 * other.printed / now.printed, meet(told.value, share))
        else:
            whole = wholes.get(now.entity.start)
            yield from _in_per_cent(told, [now, *([whole] if whole else []), *earlier], other, sign)


def _direction(words: re.Pattern[str], amount: Amount) -> int:
    """Return 1 for more, -1 for less, 0 if the words before an amount tell no change."""
    match = words.fullmatch(amount.gap)
    return 0 if match is None else -1 if match["down"] else 1


def _in_per_cent(percent: Amount, candidates: Sequence[Amount], change: Amount, sign: int) -> Iterator[Claim]:
    """Yield the claim that a change is so many per cent of what was there before it."""

    def before(now: Amount) -> Interval:
        moved = change.value if sign > 0 else (-change.value[1], -change.value[0])
        return difference(now.value, moved)

    possible = [now for now in candidates if before(now)[0] > 0]
    meant = next((now for now in possible if meet(percent.value, percentage(change.value, before(now)))), None)
    for now in possible[:1]:
        computed = 100 * change.printed / ((meant or now).printed - sign * change.printed)
        yield Claim("change", percent, (meant or now, change), computed, meant is not None)


def _against(told: Amount, candidates: Sequence[Amount], before: Amount, sign: int) -> Iterator[Claim]:
    """Yield the claim that a figure is so much, or so many per cent, more or less than that of the year before."""
    claims = [claim for now in candidates for claim in _held_against(told, now, before, sign)]
    yield from ([claim for claim in claims if claim.ok] or claims)[:1]


def _held_against(told: Amount, now: Amount, before: Amount, sign: int) -> Iterator[Claim]:
    moved = difference(now.value, before.value) if sign > 0 else difference(before.value, now.value)
    printed = sign * (now.printed - before.printed)
    if told.unit == "%" and before.printed:
        share = percentage(moved, before.value)
        yield Claim("change", told, (now, before), 100 * printed / before.printed, meet(told.value, share))
    elif told.unit == now.unit:
        yield Claim("change", told, (now, before), printed, meet(told.value, moved))
