"""The pages of a PDF to one flow: page numbers and running heads out, lines joined to paragraphs, tables joined over page breaks."""

import re
from collections import Counter
from collections.abc import Iterable
from statistics import median

from nianbao.patterns import HEADINGS
from nianbao.read.breaks import goes_on, joined
from nianbao.read.content import Part, join
from nianbao.read.glyphs import Line
from nianbao.read.rules import RuledTable

Item = Line | RuledTable
_DASH = r"[-—–－─·\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}(?:第\s*)?\d{{1,3}}(?:\s*页)?(?:\s*[/／，,、]?\s*共?\s*\d{{1,3}}\s*页?)?{_DASH}|[-—－]\s*[IVXivx]{{1,6}}\s*[-—－]"
)
#: Running heads stand among the first or last lines of a page.
EDGE = 2
#: A line that ends so near to the margin, in its characters' heights, goes on in the next one.
FULL = 1.6
#: The next line is further away than this, in heights: another paragraph.
APART = 2.2
INDENT = 0.8


def flow(pages: list[list[Item]]) -> tuple[list[Part], tuple[str, ...]]:
    """Return lines and tables in reading order, and notes on what was left out."""
    heads = _running_heads(pages)
    kept = [[item for item in page if not _is_furniture(item, page, heads)] for page in pages]
    left_out = sum(map(len, pages)) - sum(map(len, kept))
    margins = [_margins(page) for page in kept]
    of_text = [sides for sides in margins if any(sides)] or [(0.0, 0.0)]
    usual = tuple(median(sides) for sides in zip(*of_text, strict=True))
    parts: list[str | RuledTable] = []
    last: Item | None = None
    for page, (left, right) in zip(kept, margins, strict=True):
        for place, item in enumerate(page):
            # A page of few lines tells nothing about where lines begin and end.
            _add(parts, last, item, (min(left, usual[0]), max(right, usual[1])), place == 0)
            last = item
    notes = (f"{left_out} page numbers and running heads left out",) if left_out else ()
    return [part if isinstance(part, str) else part.rows() for part in parts], notes


def _edges(page: list[Item]) -> list[Line]:
    return [item for item in {id(item): item for item in [*page[:EDGE], *page[-EDGE:]]}.values() if isinstance(item, Line)]


def _key(line: Line) -> tuple[str, int]:
    """Return what makes running heads of several pages the same: their words and their height on the page."""
    return re.sub(r"\d+", "0", line.text), round(line.top / 4)


def _running_heads(pages: list[list[Item]]) -> set[tuple[str, int]]:
    """Return the keys of lines that stand at the same edge of at least two pages and of more than a third of them."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    return {key for key, count in counts.items() if count > 1 and 3 * count > len(pages)}


def _is_furniture(item: Item, page: list[Item], heads: set[tuple[str, int]]) -> bool:
    if not isinstance(item, Line):
        return False
    outermost = item is page[0] or item is page[-1]
    return (outermost and _PAGE_NUMBER.fullmatch(item.text) is not None) or (_key(item) in heads and item in _edges(page))


def _margins(page: Iterable[Item]) -> tuple[float, float]:
    """Return where the lines of a page begin and end."""
    lines = [item for item in page if isinstance(item, Line)]
    return min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)


def _add(parts: list[str | RuledTable], last: Item | None, item: Item, margins: tuple[float, float], is_first: bool) -> None:
    """Add an item of a page to the flow, as a part of its own or to the last one."""
    before = parts[-1] if parts else None
    if isinstance(item, RuledTable):
        if is_first and isinstance(before, RuledTable) and goes_on(before, item):
            parts[-1] = joined(before, item)
        else:
            parts.append(item)
    elif isinstance(last, Line) and isinstance(before, str) and _goes_on(last, item, margins, is_first):
        parts[-1] = join(before, item.text)
    else:
        parts.append(item.text)


def _goes_on(last: Line, line: Line, margins: tuple[float, float], over_page: bool) -> bool:
    """Tell whether a line continues the paragraph of the last one: that was full, this one is not indented, nothing is between."""
    size = max(last.height, line.height)
    full = last.right > margins[1] - FULL * size
    near = over_page or last.bottom - line.top < APART * size
    same = abs(last.height - line.height) < 0.25 * size
    starts = line.left > margins[0] + INDENT * size or any(number.match(line.text) for number in HEADINGS[:2])
    return full and near and same and not starts
