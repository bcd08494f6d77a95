"""Facts that tie mentions together: documents, officials and contacts."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from nianbao.records import Entity, Fact

CONTACTS: Final = frozenset(("PHONE", "EMAIL", "POSTCODE", "ADDRESS", "URL", "ACCOUNT"))
#: What can stand between a title and its number: 《…》（国办发〔2014〕32号）.
_TITLE_TO_NUMBER = re.compile(r"[》〉>\s]*[（(〔\[【]?\s*")
#: What can stand between an office and the name of its holder: 镇长同志, 镇长、王某.
_OFFICE_TO_NAME = re.compile(r"\s*(?:同志)?\s*(?:[（(][^（）()]{1,12}[）)])?\s*")
_OFFICES = re.compile(r"\s*[、，,兼]\s*")
_ROLE = re.compile(r"(?:任|为|兼|担任)\s*$")
_NEXT_HOLDER = re.compile(r"(?:同志)?(?:[（(][^（）()]{1,12}[）)])?[、，,和及与\s]*(?:同志)?[为任兼担出]*")
_SENTENCE = re.compile(r"[。！？!?\n]")


def documents(text: str, entities: list[Entity]) -> Iterator[Fact]:
    """Yield each document number with the title directly before it."""
    for title, number in pairwise(entity for entity in entities if entity.label in ("DOC_TITLE", "DOC_NO")):
        if (title.label, number.label) == ("DOC_TITLE", "DOC_NO") and _TITLE_TO_NUMBER.fullmatch(text, title.end, number.start):
            yield _fact("document", text, number, {"number": number.text, "title": title.text})


def contacts(text: str, entities: list[Entity]) -> Iterator[Fact]:
    """Yield each way to reach a body, with the body named last in its sentence."""
    body: Entity | None = None
    for entity in entities:
        if body and _SENTENCE.search(text, body.end, entity.start):
            body = None
        if entity.label == "ORG":
            body = entity
        elif entity.label in CONTACTS:
            named = {"body": body.text} if body else {}
            yield _fact("contact", text, entity, {"type": entity.label, "value": entity.text} | named)


def officials(text: str, entities: list[Entity]) -> Iterator[Fact]:
    """Yield each official with the office named beside and the role that 任, 担任 or 为 gives."""
    people = [entity for entity in entities if entity.label in ("OFFICIAL", "POSITION")]
    for i, person in enumerate(people):
        if person.label == "OFFICIAL":
            attributes = {"name": person.text, "position": _office(text, people, i), "role": _role(text, people, i)}
            yield _fact("official", text, person, {key: value for key, value in attributes.items() if value})


def _office(text: str, people: list[Entity], i: int) -> str:
    """Return the offices directly before a name, or the one directly after it."""
    first = i
    while first and people[first - 1].label == "POSITION" and _joins(text, people, first, i):
        first -= 1
    if first < i:
        return "、".join(office.text for office in people[first:i])
    after = people[i + 1] if i + 1 < len(people) else None
    return after.text if after and after.label == "POSITION" and not text[people[i].end : after.start].strip() else ""


def _joins(text: str, people: list[Entity], first: int, name: int) -> bool:
    """Tell whether the office before ``first`` belongs to the name: beside it, or beside another office of it."""
    between = _OFFICE_TO_NAME if first == name else _OFFICES
    office = people[first - 1]
    return bool(between.fullmatch(text, office.end, people[first].start)) and not _ROLE.search(text, max(0, office.start - 3), office.start)


def _role(text: str, people: list[Entity], i: int) -> str:
    """Return the role that 任 or 为 gives to a name, alone or as one of a list (甲、乙任副组长)."""
    for j in range(i, len(people) - 1):
        before, after = people[j], people[j + 1]
        between = text[before.end : after.start]
        if after.label == "POSITION" and _ROLE.search(between) and len(between) <= 8:
            return after.text
        if not _NEXT_HOLDER.fullmatch(between):
            return ""
    return ""


def _fact(kind: str, text: str, entity: Entity, attributes: dict[str, str]) -> Fact:
    return Fact(kind, entity.start, entity.end, text[entity.start : entity.end], None, "prose", attributes=attributes)
