"""Ways to reach a body: address, postcode, telephone, fax, e-mail, site and accounts."""

import re
from collections.abc import Iterator

from nianbao.facts.tie import tie
from nianbao.labels import CONTACTS
from nianbao.records import Entity, Fact

_SENTENCE = re.compile(r"[。！？!?\n]")
#: Words that only lead from one way to reach a body to the next, over the ends of lines and sentences.
_LEADS = re.compile(
    r"(?:[\s，,；;。：:（）()、/|“”\"＂—\-]|联系|办公|通讯|通信|单位|地\s*址|地点|邮\s*编|邮政|编码|电\s*话|号码|传\s*真|电子|邮箱|邮件|信箱|网址|网站|E-?mail|工作时间|监督"
    r"|举报|咨询|投诉|受理|及|和|或|为|是|可|请)*",
    re.IGNORECASE,
)
#: An account belongs to a body of its own clause only: 县政府网站发布12条，“青山应急”发布3条.
_CLAUSE = re.compile(r"[，,；;。：:]")
_FAX = re.compile(r"传\s*真")
#: A number is also a telephone where both words introduce it: 电话（传真）：0555-1234567.
_PHONE = re.compile(r"电\s*话|热\s*线|手\s*机")
_AND_NUMBER = re.compile(r"[、，,/或\s]*")


def contacts(text: str, entities: list[Entity]) -> Iterator[Fact]:
    """Yield each way to reach a body, with the body that was named last in its sentence or in its block of contacts."""
    body: Entity | None = None
    last: Entity | None = None
    kind = ""
    for entity in entities:
        if body and _breaks(text, last or body, entity):
            body = None
        if entity.label == "ORG":
            body = last = entity
        elif entity.label in CONTACTS:
            kind = _kind(text, entity, last, kind)
            owner = None if body and entity.label == "ACCOUNT" and _CLAUSE.search(text, body.end, entity.start) else body
            attributes = {"type": kind, "value": entity.text, "body": owner.text if owner else ""}
            yield tie("contact", text, [entity, owner] if owner else [entity], attributes)
            last = entity


def _breaks(text: str, last: Entity, entity: Entity) -> bool:
    """Tell whether a sentence ends between two mentions and more than the name of the next way to reach the body follows."""
    return bool(_SENTENCE.search(text, last.end, entity.start)) and not _LEADS.fullmatch(text, last.end, entity.start)


def _kind(text: str, entity: Entity, last: Entity | None, before: str) -> str:
    """Return the type of contact; of a telephone number, by the words since the last mention, whether it is a fax."""
    if entity.label != "PHONE":
        return CONTACTS[entity.label]
    lead = text[max(last.end if last else 0, entity.start - 12) : entity.start]
    if last and last.label == "PHONE" and _AND_NUMBER.fullmatch(lead):
        return before
    return "fax" if _FAX.search(lead) and not _PHONE.search(lead) else "phone and fax" if _FAX.search(lead) else "phone"
