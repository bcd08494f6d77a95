"""Officials: name, position and body, and the role that they have in a leading group."""

import re
from collections.abc import Iterator, Sequence

from nianbao.facts.tie import tie
from nianbao.records import Entity, Fact

#: What can stand between an office and the name of its holder: 镇长同志, 局长（王某）.
_TO_NAME = re.compile(r"\s*(?:同志)?\s*(?:[（(][^（）()]{1,12}[）)])?\s*")
#: What can stand between a name and the office after it: 李某（县长）, 李某 副县长.
_FROM_NAME = re.compile(r"\s*(?:同志)?\s*[（(，,]?\s*")
_OFFICES = re.compile(r"\s*[、，,兼]\s*")
#: What can stand between a role and the name that has it: 组长：李某, 办公室主任由李某担任.
_ROLE_TO_NAME = re.compile(r"\s*(?:[:：为是]|由)?\s*")
_GIVES = re.compile(r"(?:任|为|兼|担任)\s*$")
_NEXT_HOLDER = re.compile(r"(?:同志)?(?:[（(][^（）()]{1,12}[）)])?[、，,和及与\s]*(?:同志)?[为任兼担出]*")
#: From one name of a list to the next: what the list's head (副组长：) says holds for all.
_LISTED = re.compile(r"[\s、，,；;（）()和及]*")
_OF_GROUP = re.compile(r"(?<!纪检)(?<!监察)组长$|^顾问$|成员$|召集人$|总指挥$|指挥长$|联络员$|领导小组.*主任$")
_GROUP = re.compile(r"(?:小组|领导组|委员会|专班|指挥部|协调组|工作组)$")
#: A position that is written together with its body: 市教育局|局长, 县委|书记.
_BODY = re.compile(
    r"^(.+(?:政府|办公室|办公厅|政府办|党政办|局|厅|委员会|党委|党组|委|部|院|中心|站|所|科|股|处|校|公司|大队|社区|村|政协|人大|法院|检察院))"
    r"(?:党委|党组)?(?:第一|常务)?副?(?:书记|主任|[局厅部院站所科股处校队组镇乡县市]长|秘书长|主席|检察长|经理|科员|干事|主任科员|专干|负责人)$"
)
#: No list gives one role to more names.
MOST_HOLDERS = 60
_AT_BODY = re.compile(r"\s*的?\s*")


def officials(text: str, entities: list[Entity]) -> Iterator[Fact]:
    """Yield each official by name with the offices beside it, and each office that is given a role without a name."""
    people = [entity for entity in entities if entity.label in ("OFFICIAL", "POSITION")]
    groups = [entity for entity in entities if entity.label == "ORG" and _GROUP.search(entity.text)]
    bodies = [entity for entity in entities if entity.label == "ORG"]
    head: Entity | None = None
    for i, person in enumerate(people):
        if i and not _LISTED.fullmatch(text, people[i - 1].end, person.start):
            head = None
        if person.label == "OFFICIAL":
            before, after = _offices_before(text, people, i), _offices_after(text, people, i)
            head = _head(text, people, i) or head
            role = head or _role(text, people, i)
            offices = [office for office in before if office != role] or [office for office in after if office != role]
            yield _told(text, person, offices, role, (groups, bodies))
        elif not _held(text, people, i) and (role := _given(text, people, i)):
            yield _told(text, person, [person], role, (groups, bodies))


def _told(text: str, person: Entity, offices: list[Entity], role: Entity | None, named: tuple[list[Entity], list[Entity]]) -> Fact:
    """Return what is known of one official; ``named`` are the groups and all bodies of the report."""
    groups, bodies = named
    group = _group(text, groups, person) if role and _OF_GROUP.search(role.text) else None
    attributes = {
        "name": person.text if person.label == "OFFICIAL" else "",
        "position": "、".join(office.text for office in offices),
        "body": _body(text, bodies, offices),
        "role": role.text if role else "",
        "group": group.text if group else "",
    }
    others = [one for one in (*offices, *((role,) if role else ()), *((group,) if group else ())) if one != person]
    return tie("official", text, [person, *others], attributes)


def _offices_before(text: str, people: Sequence[Entity], i: int) -> list[Entity]:
    """Return the offices directly before a name, in order."""
    first = i
    while first and people[first - 1].label == "POSITION" and _joins(text, people, first, i):
        first -= 1
    return list(people[first:i])


def _joins(text: str, people: Sequence[Entity], first: int, name: int) -> bool:
    """Tell whether the office before ``first`` belongs to the name: beside it, or beside another office of it."""
    between = _TO_NAME if first == name else _OFFICES
    office = people[first - 1]
    return bool(between.fullmatch(text, office.end, people[first].start)) and not _GIVES.search(
        text, max(0, office.start - 3), office.start
    )


def _offices_after(text: str, people: Sequence[Entity], i: int) -> list[Entity]:
    """Return the offices directly after a name: 李某（县委常委、副县长）; not those of the next name."""
    last = i
    while last + 1 < len(people) and people[last + 1].label == "POSITION":
        between = _FROM_NAME if last == i else _OFFICES
        if not between.fullmatch(text, people[last].end, people[last + 1].start):
            break
        last += 1
    held = (
        last + 1 < len(people)
        and people[last + 1].label == "OFFICIAL"
        and _TO_NAME.fullmatch(text, people[last].end, people[last + 1].start)
    )
    return [] if held and "，" in text[people[i].end : people[i + 1].start] else list(people[i + 1 : last + 1])


def _head(text: str, people: Sequence[Entity], i: int) -> Entity | None:
    """Return the role that stands before a name: 组长：李某, 组长李某, 办公室主任由李某担任."""
    role = people[i - 1] if i else None
    if not role or role.label != "POSITION":
        return None
    between = text[role.end : people[i].start]
    introduces = _ROLE_TO_NAME.fullmatch(between) and (between.strip() or _OF_GROUP.search(role.text))
    return role if introduces and not _GIVES.search(text, max(0, role.start - 3), role.start) else None


def _role(text: str, people: Sequence[Entity], i: int) -> Entity | None:
    """Return the role that 任 or 为 gives to a name, alone or as one of a list (甲、乙任副组长)."""
    for j in range(i, min(i + MOST_HOLDERS, len(people) - 1)):
        before, after = people[j], people[j + 1]
        between = text[before.end : after.start]
        if after.label == "POSITION" and _GIVES.search(between) and len(between) <= 8:
            return after
        if not _NEXT_HOLDER.fullmatch(between):
            return None
    return None


def _held(text: str, people: Sequence[Entity], i: int) -> bool:
    """Tell whether a name stands beside an office, or beside an office that is joined to it."""
    j = i
    while j + 1 < len(people) and people[j + 1].label == "POSITION" and _OFFICES.fullmatch(text, people[j].end, people[j + 1].start):
        j += 1
    after = people[j + 1] if j + 1 < len(people) else None
    before = people[i - 1] if i else None
    follows = after and after.label == "OFFICIAL" and _TO_NAME.fullmatch(text, people[j].end, after.start)
    return bool(follows or (before and before.label == "OFFICIAL" and _FROM_NAME.fullmatch(text, before.end, people[i].start)))


def _given(text: str, people: Sequence[Entity], i: int) -> Entity | None:
    """Return the role that is given to an office without a name: 镇长任组长."""
    if _GIVES.search(text, max(0, people[i].start - 3), people[i].start):
        return None
    role = _role(text, people, i)
    return role if role and _OF_GROUP.search(role.text) else None


def _group(text: str, groups: list[Entity], person: Entity) -> Entity | None:
    """Return the leading group that a role is in: the last one named before it in the sentence or list, else the next one."""
    before = [group for group in groups if group.end <= person.start and "。" not in text[group.end : person.start]]
    after = [group for group in groups if group.start >= person.end and not re.search(r"[。\n]", text[person.end : group.start])]
    return before[-1] if before else after[0] if after else None


def _body(text: str, bodies: list[Entity], offices: list[Entity]) -> str:
    """Return the body of the first office: written together with it, or right before it."""
    if not offices:
        return ""
    written = _BODY.match(offices[0].text)
    if written:
        return written.group(1)
    beside = [body for body in bodies if body.end <= offices[0].start and _AT_BODY.fullmatch(text, body.end, offices[0].start)]
    return beside[-1].text if beside else ""
