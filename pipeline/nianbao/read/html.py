"""Web pages: block elements and ``br`` end lines, tables become grids, what a browser does not show is left out.

By lxml: selectolax (lexbor) is twice as fast on usual pages (3,000,000 characters a second against 1,500,000, both far above what the
rest needs), but takes time in the square of the nesting (25 seconds for 100,000 ``div``), while libxml2 stops at 256 levels and says so;
the reader of DOCX needs lxml anyway. Navigation and footers stay: the section classifier labels them.
"""

import re
from collections.abc import Iterator

from lxml import etree

from nianbao.errors import NoTextError, TooDeepError
from nianbao.read.content import CHINESE, Content, Part, Rows, Slot, join
from nianbao.read.limits import MOST_NESTING
from nianbao.read.metadata import from_tags

# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})
DROPPED = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "frame", "object", "embed", "svg", "math", "select", "datalist",
    "textarea", "button", "input", "audio", "video", "canvas", "map",
})
# fmt: on
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS, _LINE_END = re.compile(r"[ \t\r\n\f]+"), re.compile(r"[\r\n]")
#: A cell with more text than any of an official table: the table arranges the page.
LONGEST_CELL = 500
_SITE = re.compile(r"\s*[-_|—–]+\s*")


def read_html(text: str, path: str) -> Content:
    """Return the lines and tables of a page and what its meta tags state; raise :class:`TooDeepError`, :class:`NoTextError`."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooDeepError(path, f"a web page with elements nested deeper than {MOST_NESTING}; save its text first")
    lines = _Lines()
    if root is not None:
        _walk(root, lines)
    if not lines.parts:
        raise NoTextError(path, "a web page without text (it may be made by scripts); save it from a browser first")
    return Content(lines.parts, _stated(root))


class _Lines:
    """The lines and tables found so far, and the pieces of the line that is being read."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.pieces: list[str] = []

    def end(self) -> None:
        """End the line, if there is anything in it."""
        text = "".join(self.pieces)
        self.pieces.clear()
        text = _BLANKS.sub(_blank, text).strip(" ")
        if text and not text.isspace():
            self.parts.append(text)


def _blank(blanks: re.Match[str]) -> str:
    """Return what blanks show: none where a line end stands beside a Chinese character (CSS Text 3: between two of them)."""
    before, after = blanks.string[blanks.start() - 1 : blanks.start()], blanks.string[blanks.end() : blanks.end() + 1]
    return "" if _LINE_END.search(blanks[0]) and (CHINESE.match(before) or CHINESE.match(after)) else " "


def _walk(element: etree._Element, lines: _Lines) -> None:
    """Add all that a browser shows of an element."""
    if element.text:
        lines.pieces.append(element.text)
    for child in element:
        tag = child.tag
        if tag in BLOCKS or tag == "br":
            lines.end()
        if tag == "table" and (rows := _rows(child)):
            lines.parts.append(rows)
        elif tag not in DROPPED and not _is_hidden(child):
            _walk(child, lines)
        if tag in BLOCKS:
            lines.end()
        if child.tail:
            lines.pieces.append(child.tail)
    if element.getparent() is None:
        lines.end()


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return (style is not None and _HIDDEN.search(style) is not None) or element.get("hidden") is not None


def _rows(table: etree._Element) -> Rows:
    """Return the cells of a table; none if it arranges the page: with tables or long texts in it, out of form, or of one column."""
    if _is_hidden(table) or table.find(".//table") is not None:
        return []
    rows: Rows = []
    for row in _table_rows(table):
        if row.tag != "tr" or any(cell.tag not in ("td", "th") for cell in row):
            return []
        rows.append([_slot(cell) for cell in row if not _is_hidden(cell)])
    longest = max((len(slot.text) for row in rows for slot in row), default=0)
    return rows if longest <= LONGEST_CELL and max(map(len, rows), default=0) > 1 else []


def _table_rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands where rows stand; a table with anything else has no rows that can be trusted."""
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if not _is_hidden(row))
        elif child.tag not in ("colgroup", "col") and not _is_hidden(child):
            yield child


def _slot(cell: etree._Element) -> Slot:
    """Return the text of a cell, its lines joined, and its spans."""
    lines = _Lines()
    _walk(cell, lines)
    lines.end()
    return Slot(join(*map(str, lines.parts)).replace("|", "｜"), _span(cell.get("rowspan")), _span(cell.get("colspan")))


def _span(value: str | None) -> int:
    """Return a span as browsers read it: at least 1; a rowspan of 0 reaches to the end of the table."""
    if value is None:
        return 1
    digits = re.match(r"\s*(\d{1,5})", value)
    return int(digits[1]) or 65_534 if digits else 1


def _stated(root: etree._Element) -> dict[str, str]:
    """Return what meta tags, the canonical link and the title of the page state."""
    tags = {(tag.get("name") or tag.get("property") or "").lower(): tag.get("content") or "" for tag in root.iter("meta")}
    stated = from_tags(tags)
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    title = _BLANKS.sub(" ", root.findtext(".//title") or "").strip()
    fallback = {"url": next(iter(links), ""), "title": _SITE.split(title)[0] if "年" in _SITE.split(title)[0] else title}
    return {key: value for key, value in (fallback | stated).items() if value}
