"""What a page states about itself: meta tags by the government's site guideline, else the labels that readers see above the text."""

import re
from collections.abc import Mapping
from itertools import product

#: Fields of ``Source`` by the names of meta tags (in lower case) that state them, the surest first.
TAGS = {
    "title": ("articletitle", "og:title", "dc.title"),
    "published": ("pubdate", "article:published_time", "publishdate", "dc.date"),
    "url": ("url", "og:url"),
    "index_number": ("indexnumber", "index_number", "syh"),
    "issuer": ("contentsource", "publisher"),
    # Who keeps the site is the issuer only where nothing else says who is.
    "site": ("sitename", "og:site_name"),
}
_DAY, _HAPPENED = ("日期", "时间"), ("发布", "公开", "公布", "生成", "发文", "成文")
_WHO, _DONE = ("机构", "机关", "主体", "单位"), ("发布", "公开", "制发", "发文")
#: Labels that readers see, by field, the surest first.
LABELS = {
    "title": ("名称", "标题"),
    "published": tuple(map("".join, product(_HAPPENED, _DAY))),
    "index_number": ("索引号", "信息索引"),
    "issuer": (*map("".join, product(_DONE, _WHO)), "信息来源", "来源"),
}
_FIELDS = {label: (field, rank) for field, labels in LABELS.items() for rank, label in enumerate(labels)}
#: A label stands at the head of a line, a cell or a bracket; blanks may stand inside it.
_LABEL = re.compile(r"(?:^|(?<=[\s|\[【（(]))([\u4e00-\u9fff](?:[ \u3000\xa0]{0,4}[\u4e00-\u9fff]){1,4})[\s|]*[:：|][\s|]*", re.MULTILINE)
_VALUES = {
    "title": re.compile(r"[^\s|]{6,80}"),
    "published": re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{8}(?!\d)"),
    "index_number": re.compile(r"[0-9A-Za-z][\w\-/()（）〔〕\[\].]{3,60}"),
    # What a colon follows is the next label: this one is empty.
    "issuer": re.compile(r"[\u3400-\u9fff][\u3400-\u9fff（）()·]{1,39}+(?!\s*[:：])"),
}
#: Metadata stands above the report, or in a table of its own near the top.
HEAD = 4_000
_NO_ISSUER = re.compile(r"本[网站]|本网站|互联网|网络|转载|原创|admin", re.IGNORECASE)


def from_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return fields of ``Source`` out of meta tags by their names in lower case; dates in ISO 8601."""
    found: dict[str, str] = {}
    for field, names in TAGS.items():
        values = [value for name in names if (value := _tidy(field, tags.get(name, "")))]
        found |= {field: values[0]} if values else {}
    return found


def from_text(text: str) -> dict[str, str]:
    """Return fields of ``Source`` out of the labels near the head of a text."""
    head = text[:HEAD]
    found: dict[str, tuple[int, str]] = {}
    for label in _LABEL.finditer(head):
        field, rank = _FIELDS.get("".join(label[1].split()), ("", 0))
        value = _VALUES[field].match(head, label.end()) if field else None
        if value and (tidy := _tidy(field, value[0])) and rank < found.get(field, (99, ""))[0]:
            found[field] = rank, tidy
    return {field: value for field, (_, value) in found.items()}


def _tidy(field: str, value: str) -> str:
    """Return a value in the form of its field, empty if it is none."""
    value = " ".join(value.split())
    if field == "published":
        return iso_date(value)
    if field == "url":
        return value if re.match(r"https?://", value) else ""
    return "" if field in ("issuer", "site") and _NO_ISSUER.match(value) else value


def iso_date(value: str) -> str:
    """Return the first date in ISO 8601, empty where there is none: 2023年1月6日 → 2023-01-06."""
    match = re.search(r"(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})", value)
    year, month, day = map(int, match.groups()) if match else (0, 0, 0)
    return f"{year:04}-{month:02}-{day:02}" if 1990 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31 else ""
