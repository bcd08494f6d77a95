"""Page numbers and running heads: lines that belong to the page, not to the text; they are labelled and kept with the page."""

import re
from collections import Counter
from collections.abc import Iterable

from nianbao.read.items import Item, Line
from nianbao.records import Furniture

_DASH = r"[-—–－─·\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}(?:第\s*)?\d{{1,3}}(?:\s*页)?(?:\s*[/／，,、]?\s*共?\s*\d{{1,3}}\s*页?)?{_DASH}|[-—－]\s*[IVXivx]{{1,6}}\s*[-—－]"
)
#: Running heads stand among the first or last lines of a page.
EDGE = 2
Key = tuple[str, int]


def divided(pages: list[list[Item]]) -> list[tuple[list[Item], tuple[Furniture, ...]]]:
    """Return of each page, its items given from top to bottom, those of the text and its furniture."""
    heads = _repeated(pages)
    middle = _middle(pages)
    return [_divided(page, heads, middle) for page in pages]


def _divided(page: list[Item], heads: set[Key], middle: float) -> tuple[list[Item], tuple[Furniture, ...]]:
    edges = _edges(page)
    kinds = [_kind(item, heads, middle, item in (page[0], page[-1])) if item in edges else "" for item in page]
    furniture = [Furniture(kind, item.text) for item, kind in zip(page, kinds, strict=True) if kind and isinstance(item, Line)]
    return [item for item, kind in zip(page, kinds, strict=True) if not kind], tuple(furniture)


def _kind(item: Item, heads: set[Key], middle: float, outermost: bool) -> str:
    """Return what kind of furniture a line at the edge of a page is; empty where it is none."""
    if not isinstance(item, Line):
        return ""
    repeated = _key(item) in heads
    if (outermost or repeated) and _PAGE_NUMBER.fullmatch(item.text):
        return "number"
    return "" if not repeated else "head" if item.top > middle else "foot"


def _edges(page: list[Item]) -> list[Line]:
    return [item for item in {id(item): item for item in [*page[:EDGE], *page[-EDGE:]]}.values() if isinstance(item, Line)]


def _key(line: Line) -> Key:
    """Return what makes running heads of several pages the same: their words and their height on the page."""
    return re.sub(r"\d+", "0", line.text), round(line.top / 4)


def _repeated(pages: list[list[Item]]) -> set[Key]:
    """Return the keys of lines that stand at the same edge of at least two pages and of more than a third of them."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    return {key for key, count in counts.items() if count > 1 and 3 * count > len(pages)}


def _middle(pages: Iterable[list[Item]]) -> float:
    """Return the height halfway between the highest and the lowest line of all pages."""
    tops = [item.top for page in pages for item in page]
    return (max(tops, default=0.0) + min(tops, default=0.0)) / 2
