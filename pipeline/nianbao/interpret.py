"""Mentions to entities: the text the issuer meant and the value it stands for (annotation guide, part 1)."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from nianbao import quantities
from nianbao.records import Entity, Number

VALUES: Final[dict[str, Callable[[str], Number | str | None]]] = {
    "COUNT": quantities.number,
    "MONEY": quantities.number,
    "PERCENT": quantities.percent,
    "DATE": quantities.date_value,
}
#: Two dates with at most so many characters between them are the ends of one period.
PERIOD_GAP: Final = 3


def interpret(text: str, mentions: list[Entity]) -> list[Entity]:
    """Return the mentions (in order of place) with the text that was meant and, where the label has one, the value."""
    mentions = [part for mention in mentions for part in _single_dates(text, mention)]
    period_starts = {
        before.start
        for before, after in pairwise(mentions)
        if before.label == after.label == "DATE" and after.start - before.end <= PERIOD_GAP
    }
    return [_interpreted(text, mention, mention.start in period_starts) for mention in mentions]


def _single_dates(text: str, mention: Entity) -> list[Entity]:
    """Return the two dates of a period that lost all signs between them, else the mention itself."""
    at = quantities.split_period(text[mention.start : mention.end]) if mention.label == "DATE" else None
    if at is None:
        return [mention]
    return [replace(mention, end=mention.start + at), replace(mention, start=mention.start + at)]


def _interpreted(text: str, mention: Entity, begins_period: bool) -> Entity:
    """Return one mention with text and value."""
    meant = quantities.squeeze(text[mention.start : mention.end])
    if mention.label == "DOC_NO":
        meant = quantities.repair_document_number(meant)
    elif mention.label == "DATE":
        meant = quantities.repair_date(meant, day_follows=begins_period)
    read = VALUES.get(mention.label)
    value = read(meant) if read else None
    return replace(mention, text=meant, value=value)
