"""Tell what is damaged and cannot be repaired: values wholly deleted, and numbers with a sign lost inside."""

import re
from collections.abc import Iterator

from nianbao.records import Repair
from nianbao.repair.units import deleted_figures

_FIGURE = r"[\d一二三四五六七八九十百〇○零两]"
_CONTACT = r"(?:电话|邮\s*编|邮政编码|邮\s*箱|传真)"
#: What is missing, and the words between which it would stand.
MISSING = (
    ("period", re.compile(r"(?:自|从)\s*起?\s*(?:至|到)\s*(?:止|截止)?(?=\s*[。，,；;）)]|\s*$)", re.MULTILINE)),
    ("period", re.compile(r"(?<=[年月日])起?至(?:止)?(?=[，,。；;）)])|从起(?=施行|实施)|(?:期限|时段|时间)[自从](?=《)")),
    ("date", re.compile(rf"(?<!{_FIGURE})(?<!{_FIGURE}\s)年\s*月\s*日")),
    ("serial", re.compile(r"[〔\[﹝](?:(?:19|20)\d\d)?[〕\]﹞]\s*第?\s*号")),
    ("contact", re.compile(rf"{_CONTACT}\s*[:：](?=[;；，,。）)]|\s+[^\d\s(（+]|\s*$)")),
    ("contact", re.compile(r"(?<=[，,；;（(])(?:电话|邮\s*编)(?=[，,；;）)])|电话(?=，或)|发(?:电子)?邮件[至到](?=[。，,；;）)])")),
)
_UNSURE = re.compile(r"(?<![A-Za-z\d_/=&?.])\d+[?？\ufffd□]\d+(?![A-Za-z\d_/=&])")


def notes(text: str) -> Iterator[Repair]:
    """Yield the places of a normalised text, in order of kind, where something is missing or unreadable."""
    for what, pattern in MISSING:
        for match in pattern.finditer(text):
            yield _note("missing", match, f"{what} deleted")
    for match in deleted_figures(text):
        yield Repair("missing", match.start(2), match.end(2), match[2], match[2], 0.0, reason="count deleted")
    for match in _UNSURE.finditer(text):
        yield _note("lost sign", match, "a digit or separator is lost inside the number")


def _note(step: str, match: re.Match[str], reason: str) -> Repair:
    """Return an entry that changes nothing."""
    return Repair(step, match.start(), match.end(), match.group(), match.group(), 0.0, reason=reason)
