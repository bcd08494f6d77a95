"""What a page states about itself: meta tags by the government's site guideline, else the labels that readers see above the text."""

import re
from collections.abc import Mapping

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
#: Labels of the visible table of metadata; blanks may stand inside them.
_GAP, _SIGN = r"[ \u3000\xa0]*", r"[\s|]*[:：|][\s|]*"
_DATE = r"(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{8}(?!\d))"
_BODY = r"([\u3400-\u9fff][\u3400-\u9fff（）()·]{1,39})"
_BEFORE = r"(?:^|(?<=[\s|\[【（(]))"


def _label(words: str, value: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + _GAP.join(words) + _SIGN + value, re.MULTILINE)


LABELS = {
    "title": [_label("名称", r"([^\s|]{6,80})"), _label("标题", r"([^\s|]{6,80})")],
    "published": [_label(f"{kind}{what}", _DATE) for kind in ("发布", "公开", "公布", "生成", "发文", "成文") for what in ("日期", "时间")],
    "index_number": [_label("索引号", r"([0-9A-Za-z][\w\-/()（）〔〕\[\].]{3,60})"), _label("信息索引", r"([0-9A-Za-z][\w\-/]{3,60})")],
    "issuer": [
        *(_label(f"{kind}{what}", _BODY) for kind in ("发布", "公开", "制发", "发文") for what in ("机构", "机关", "主体", "单位")),
        *(_label(kind, _BODY) for kind in ("信息来源", "来源")),
    ],
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
    found: dict[str, str] = {}
    for field, labels in LABELS.items():
        values = [value for label in labels if (match := label.search(head)) and (value := _tidy(field, match[1]))]
        found |= {field: values[0]} if values else {}
    return found


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
