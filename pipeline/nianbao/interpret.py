"""Mentions to entities: the text the issuer meant and the value it stands for (annotation guide, part 1)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from nianbao import quantities
from nianbao.records import Alternative, Entity, Number, Repair
from nianbao.repair import (
    Choice,
    Evidence,
    evidence_for,
    in_usual_form,
    number_years,
    read_date,
    read_document_number,
    report_year,
    roles,
)

VALUES: Final[dict[str, Callable[[str], Number | str | None]]] = {
    "COUNT": quantities.number,
    "MONEY": quantities.number,
    "PERCENT": quantities.percent,
    "DATE": quantities.date_value,
}
READERS: Final[dict[str, tuple[str, Callable[[str, Evidence], Choice | None]]]] = {
    "DATE": ("date", read_date),
    "DOC_NO": ("document number", read_document_number),
}
#: Labels of one word, in which no blank ever belongs.
UNBROKEN: Final = ("EMAIL", "URL", "PHONE", "POSTCODE")
#: What is one run of digits on the page, but for years told side by side (2024 2023 2022).
_RUN = re.compile(r"(?!(?:(?:19|20)\d\d\s?){2}$)\d+\s?\d+")
_INNER_BLANK = re.compile(r"(?<=\d)\s+(?=\d)|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])|\S\s*\n\s*\S")


@dataclass(frozen=True, slots=True)
class Interpreted:
    """The entities of a report and what was repaired in them, both with offsets of normalised characters."""

    entities: list[Entity]
    repairs: list[Repair]


def interpret(text: str, mentions: list[Entity]) -> Interpreted:
    """Return the mentions (in order of place) with the text that was meant and, where the label has one, the value."""
    mentions = _joined(text, mentions)
    found = Interpreted([], [])
    year, years = report_year(text), number_years(text)
    for mention, role in zip(mentions, roles(text, mentions), strict=True):
        before = found.entities[-1].value if found.entities else None
        _interpret(text, mention, evidence_for(role, year, str(before), years), found)
    return found


def _joined(text: str, mentions: list[Entity]) -> list[Entity]:
    """Join dates with nothing or a blank between them: what the recogniser cut there is one run of digits of the page."""
    joined: list[Entity] = []
    for mention in mentions:
        last = joined[-1] if joined else mention
        run = text[last.start : mention.end]
        if joined and last.label == mention.label == "DATE" and _RUN.fullmatch(run) and len(run) - mention.start + last.start < 12:
            joined[-1] = replace(last, end=mention.end, confidence=min(last.confidence, mention.confidence))
        else:
            joined.append(mention)
    return joined


def _interpret(text: str, mention: Entity, evidence: Evidence, found: Interpreted) -> None:
    """Add one mention, as one entity or two, and what was repaired in it."""
    printed = text[mention.start : mention.end]
    meant = quantities.squeeze(printed, everywhere=mention.label in UNBROKEN)
    if _INNER_BLANK.search(printed):
        found.repairs.append(Repair("inner blanks", mention.start, mention.end, "", meant, 1.0, reason="blank or line break inside a word"))
    step, read = READERS.get(mention.label, ("", None))
    choice = read(meant, evidence) if read else None
    if choice is None:
        found.entities.append(_valued(mention, in_usual_form(meant) if mention.label == "DOC_NO" else meant))
        return
    found.repairs.append(_told(step, mention, choice))
    found.entities.extend(_parts(printed, mention, choice))


def _parts(printed: str, mention: Entity, choice: Choice) -> list[Entity]:
    """Return the entity that was read, or the two dates of a period that had lost all signs between them."""
    texts, cut = choice.reading.texts, choice.reading.cut
    if cut is None:
        return [_valued(mention, texts[0])]
    visible = [i for i, sign in enumerate(printed) if not sign.isspace()]
    end, start = visible[cut[0] - 1] + 1, visible[cut[1]]
    first, second = replace(mention, end=mention.start + end), replace(mention, start=mention.start + start)
    return [_valued(first, texts[0]), _valued(second, texts[1])]


def _told(step: str, mention: Entity, choice: Choice) -> Repair:
    """Return the entry of a damaged mention."""
    others = tuple(Alternative(text, round(p, 4)) for text, p in choice.others)
    reason = "signs lost; no reading is certain, left as printed" if choice.unsure else "signs lost"
    repaired = "—".join(choice.reading.texts)
    return Repair(step, mention.start, mention.end, "", repaired, round(choice.probability, 4), 1, others, reason)


def _valued(mention: Entity, meant: str) -> Entity:
    """Return the mention with text and value."""
    read = VALUES.get(mention.label)
    return replace(mention, text=meant, value=read(meant) if read else None)
