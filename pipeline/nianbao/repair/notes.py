"""Tell what is damaged and cannot be repaired: values wholly deleted, and numbers with a sign lost inside."""

import re
from collections.abc import Iterator

from nianbao.records import Repair
from nianbao.repair.units import deleted_figures

_FIGURE = r"[\d一二三四五六七八九十百〇○零两]"
_POST, _PHONE, _FAX = r"(?:邮\s*编|邮政编码)", r"电\s*话", r"传\s*真"
_CONTACT = rf"(?:{_PHONE}|{_POST}|邮\s*箱|信箱|{_FAX}|电邮|[Ee]-?mail|热线|来电)"
_END = r"(?:[。，,；;）)]|\.(?!\d))"
#: The day on which a rule came into force is told behind it: 自《条例》施行之日即2008年5月1日起.
_DATED = r"[^，,。；;]{1,40}之日\s*[即（(，,]\s*(?:19|20)\d\d年"
#: What is missing, and the words between which it would stand.
MISSING = (
    ("period", rf"(?:自|从)\s*起?\s*(?:至|到)\s*(?:止|截止)?(?=\s*(?:{_END}|$))"),
    ("period", rf"(?<=[年月日])起?[至到](?=止?(?:{_END}|的|期间|、))"),
    ("period", r"(?:(?:19|20)\d\d年?|\d日)至(?=[\u4e00-\u9fff])(?![今二目现同次翌当本])|[自从]以来"),
    ("period", rf"(?:期限|时段|时间|数据|数字|统计)[自从](?=《(?!{_DATED})|[始起记算统开至到])"),
    ("period", r"[自从](?=(?:起|开始)(?:施行|实施)|起[每停报])|[至到]为止"),
    ("date", rf"(?<!{_FIGURE})(?<!{_FIGURE}\s)年\s*月\s*日"),
    ("serial", r"[〔\[﹝](?:(?:19|20)\d\d)?[〕\]﹞]\s*第?\s*号"),
    ("contact", rf"{_CONTACT}\s*[:：](?={_END}|[(（]\D|\s+[^\d\s(（+]|\s*$)"),
    ("contact", rf"{_POST}\s*(?={_END}|$|电|传)|{_PHONE}(?=\s*(?:{_POST}|{_FAX}))|{_FAX}(?=\s*(?:，电邮|$))"),
    ("contact", rf"(?<=[，,；;（(]){_PHONE}\s*(?={_END})|电话(?=，或)|致电(?=索取|{_END})|(?:发(?:电子)?邮件[至到]|邮件可发)(?={_END})"),
    ("something", r"[（(]\s*[)）]|“\s*”|[，、：]\s*[，、；。）]"),
)
_MISSING = tuple((what, re.compile(words, re.MULTILINE)) for what, words in MISSING)
_UNSURE = re.compile(r"(?<![A-Za-z\d_/=&?.])\d+[?？\ufffd□]\d+(?![A-Za-z\d_/=&])")


def notes(text: str) -> Iterator[Repair]:
    """Yield the places of a normalised text, in order of kind, where something is missing or unreadable."""
    told: list[range] = []
    for what, pattern in _MISSING:
        for match in pattern.finditer(text):
            own = range(match.start(), match.end() + 1)
            if not any(other.start < own.stop and own.start < other.stop for other in told):
                told.append(own)
                yield _note("missing", match, 0, f"{what} deleted")
    for match in deleted_figures(text):
        yield _note("missing", match, 2, "count deleted")
    for match in _UNSURE.finditer(text):
        yield _note("lost sign", match, 0, "a digit or separator is lost inside the number")


def _note(step: str, match: re.Match[str], group: int, reason: str) -> Repair:
    """Return an entry that changes nothing."""
    return Repair(step, match.start(group), match.end(group), match[group], match[group], 0.0, reason=reason)
