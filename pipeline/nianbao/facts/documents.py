"""Documents that a report names, each once: title, number, issuer, date and kind; 《条例》 stands for what it abbreviates there."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nianbao.facts.tie import tie
from nianbao.labels import DOCUMENT_KINDS, NUMBERED_BY
from nianbao.records import Entity, Fact

_ABBREVIATED = re.compile(r"(?:简称|下称)[为：:]?\s*[“\"]?[《〈<]\s*$")
#: What can stand between a title and its number: 《…》（国办发〔2014〕32号）, 《…》的通知(…).
_TO_NUMBER = re.compile(r"[》〉>”\"\s]*(?:的通知|文件)?[（(〔\[【,，]?\s*(?:以下)?")
#: What can stand between a number and its title: 国办发〔2014〕32号《…》, 国办发〔2014〕32号文件《…》.
_TO_TITLE = re.compile(r"[）)]?(?:文件?|号文)?[（(]?[《〈<]")
_ISSUING = r"(?:印发|制发|下发|发布|公布|颁布|颁发|出台|制[定订]|修[订改]|转发|编制|编印|发出|通过)"
#: What can stand between the body that issues and the title: 县政府办印发了《…》, 县政府办《…》.
_BY = re.compile(rf"(?:先后|联合|共同|牵头|及时|重新|统一|已|新|再次|又)*(?:{_ISSUING}|、|并)*(?:了|的)?\s*[《〈<]?\s*")
#: A date tells when a document came out only where the words between say so.
_WHEN = re.compile(rf"[，,]?\s*(?:由|经)?(?:联合|先后|已|新|正式|重新|共同)*{_ISSUING}+(?:实施|施行)?(?:了|的)?\s*[《〈<]?\s*")
_BEFORE_BODY = re.compile(r"[，,]?\s*(?:由|经)?\s*")
_DATED = re.compile(r"[》〉>]?\s*[（(]\s*")
_TITLED_BY = re.compile(r"^(.{2,30}?(?:政府|办公[室厅]|委员会|领导小组|局|厅|部|委|院|办))(?:关于|印发|转发)")
_NOTE = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]$|[》〉>”\s]+$")
_JOINED = re.compile(r"\s*[、和与]\s*")
_NUMBER_OF = re.compile(r"^(?:中华人民共和国)?([^〔\[（(第\d]+)")
_ENDINGS = {ending: kind for kind, endings in DOCUMENT_KINDS.items() for ending in endings}
_LONGEST_ENDING = max(map(len, _ENDINGS))


def documents(text: str, entities: list[Entity]) -> Iterator[Fact]:
    """Yield each document at its first mention, with what any mention tells of it."""
    known: list[Fact] = []
    for fact in _mentioned(text, entities):
        same = next((i for i, other in enumerate(known) if _same(other.attributes, fact.attributes)), None)
        if same is None:
            known.append(fact)
        else:
            known[same] = replace(known[same], attributes={**fact.attributes, **known[same].attributes})
    yield from known


def _same(one: dict[str, str], other: dict[str, str]) -> bool:
    """Tell whether two mentions name one document: the same number, or the same title and no other number."""
    numbers, titles = [{attributes.get(key, "") for attributes in (one, other)} for key in ("number", "title")]
    return (len(numbers) == 1 and numbers != {""}) or (len(titles) == 1 and titles != {""} and "" in numbers)


def _mentioned(text: str, entities: list[Entity]) -> Iterator[Fact]:
    """Yield each mention of a document: a title with the number beside it, or one of both alone."""
    named = [entity for entity in entities if entity.label in ("DOC_TITLE", "DOC_NO")]
    full = full_titles(text, [entity for entity in named if entity.label == "DOC_TITLE"])
    at = 0
    while at < len(named):
        group = named[at : at + 2] if _beside(text, named, at) else named[at : at + 1]
        at += len(group)
        title = next((one for one in group if one.label == "DOC_TITLE"), None)
        number = next((one for one in group if one.label == "DOC_NO"), None)
        yield _told(text, entities, title, number, full[title.start] if title else "")


def _beside(text: str, named: list[Entity], at: int) -> bool:
    """Tell whether the mention at ``at`` and the next one are title and number, or number and title, of one document."""
    if at + 1 == len(named) or named[at].label == named[at + 1].label:
        return False
    between = _TO_NUMBER if named[at].label == "DOC_TITLE" else _TO_TITLE
    return between.fullmatch(text, named[at].end, named[at + 1].start) is not None


def _told(text: str, entities: list[Entity], title: Entity | None, number: Entity | None, full: str) -> Fact:
    """Return what one mention tells."""
    mentions = [one for one in (title, number) if one]
    first, last = min(mentions, key=lambda one: one.start), max(mentions, key=lambda one: one.start)
    bodies = _bodies(text, entities, first)
    attributes = {
        "title": full,
        "short": title.text if title and title.text != full else "",
        "number": number.text if number else "",
        "issuer": _issuer(full, number, bodies),
        "date": _date(text, entities, [*bodies, first], last),
        "kind": kind_of(full),
    }
    return tie("document", text, mentions, attributes)


def full_titles(text: str, titles: list[Entity]) -> dict[int, str]:
    """Return for the place of each title what it stands for in this report.

    That is what 以下简称 makes it stand for, else the only longer title that ends with the same words, else itself.
    """
    defined: dict[str, str] = {}
    for long, short in pairwise(titles):
        if _ABBREVIATED.search(text[max(0, short.start - 10) : short.start]):
            defined.setdefault(short.text, long.text)
    texts = {title.text for title in titles}
    return {title.start: defined.get(title.text) or _only_longer(title.text, texts) for title in titles}


def _only_longer(short: str, texts: set[str]) -> str:
    """Return the one title of a report that ends with a short one; titles that end alike count once."""
    longer = [text for text in texts if text != short and text.endswith(short)]
    outermost = [text for text in longer if not any(other != text and other.endswith(text) for other in longer)]
    return outermost[0] if len(outermost) == 1 else short


def kind_of(title: str) -> str:
    """Return the kind of a document by the last words of its title, empty where they tell none."""
    while (shorter := _NOTE.sub("", title)) != title:
        title = shorter
    return next((_ENDINGS[title[-n:]] for n in range(_LONGEST_ENDING, 0, -1) if title[-n:] in _ENDINGS), "")


def _bodies(text: str, entities: list[Entity], document: Entity) -> list[Entity]:
    """Return the bodies right before a document that issue it, alone or together (县委办、县政府办印发《…》)."""
    bodies: list[Entity] = []
    for entity in reversed([one for one in entities if one.label == "ORG" and one.end <= document.start]):
        border = bodies[0].start if bodies else document.start
        if not (_JOINED if bodies else _BY).fullmatch(text, entity.end, border):
            break
        bodies.insert(0, entity)
    return bodies


def _issuer(title: str, number: Entity | None, bodies: list[Entity]) -> str:
    """Return who issued a document: as its title begins, as the bodies before it say, or as its number tells."""
    titled = _TITLED_BY.match(title)
    if titled:
        return titled.group(1)
    if bodies:
        return "、".join(body.text for body in bodies)
    prefix = _NUMBER_OF.match(number.text) if number else None
    series = prefix.group(1) if prefix else ""
    return NUMBERED_BY.get(series) or (series.removesuffix("令") if series.endswith("令") else "")


def _date(text: str, entities: list[Entity], issued: list[Entity], last: Entity) -> str:
    """Return the day, month or year of issue: right before, with a word of issuing, or in brackets right after.

    ``issued`` are the bodies that issue and the first mention of the document, ``last`` is its last mention.
    """
    start = issued[0].start
    by_body = len(issued) > 1 and _WHEN.fullmatch(text, issued[-2].end, issued[-1].start)
    for entity in entities:
        if entity.label == "DATE" and isinstance(entity.value, str) and not entity.text.endswith("度"):
            if entity.end <= start and (_BEFORE_BODY if by_body else _WHEN).fullmatch(text, entity.end, start):
                return entity.value
            if entity.start >= last.end and _DATED.fullmatch(text, last.end, entity.start):
                return entity.value
    return ""
