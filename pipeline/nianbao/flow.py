"""Lines of a page to lines of a text: where a text is cut at a fixed width, as pasted PDF text is, its lines flow on."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from nianbao.headings import heading_end, number_at
from nianbao.patterns import TABLE_ROW

#: Stands for the line breaks of the page, in the same places; no normalised text holds it.
JOINT = "\u2060"
#: A page is at least so wide (in Chinese characters), and so many of its longer lines are about as wide.
NARROWEST, SHARE, FEWEST = 20, 0.4, 6
_FINISHED = re.compile(r"[。！？!?]\s*$")


def flow(text: str) -> str:
    """Return the text, character for character, with joints for the line breaks that only the width of a page has made."""
    lines = text.split("\n")
    widths = [_width(line) for line in lines]
    page = _page_width(widths)
    if not page:
        return text
    signs = [
        JOINT if abs(width - page) <= 1 and _goes_on(line, after) else "\n"
        for (line, after), width in zip(pairwise(lines), widths, strict=False)
    ]
    return "".join(line + sign for line, sign in zip(lines, [*signs, ""], strict=True))


def _page_width(widths: list[float]) -> float:
    """Return the width of the page, 0.0 where the lines are not cut at one."""
    counts = Counter(round(width) for width in widths if width >= NARROWEST)
    width, count = counts.most_common(1)[0] if counts else (0, 0)
    about = count + counts[width - 1]
    return float(width) if about >= FEWEST and about >= SHARE * counts.total() else 0.0


def _width(line: str) -> float:
    """Return the width of a line in Chinese characters."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in line)


def _goes_on(line: str, after: str) -> bool:
    """Say whether a full line may go on with the next: no sentence ends it, no row of a table or heading follows."""
    if _FINISHED.search(line) or not after.strip() or TABLE_ROW.search(line) or TABLE_ROW.search(after) or after[0].isspace():
        return False
    number = number_at(after, 0, len(after))
    return number is None or number.form > 2 or heading_end(after, number.body, len(after)) is None
