"""The pages of a PDF to one flow: lines joined to paragraphs, tables joined over page breaks, furniture kept with its page."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from nianbao.patterns import HEADINGS, SENTENCE_END
from nianbao.read.aligned import MARKER, with_tables
from nianbao.read.breaks import goes_on, joined
from nianbao.read.columns import KEYED, Stretch, in_columns
from nianbao.read.content import PageStart, Part, join
from nianbao.read.furniture import divided
from nianbao.read.items import Item, Line, PageTable
from nianbao.records import Furniture

#: A line that ends so near to the margin, in its characters' heights, goes on in the next one.
FULL = 1.6
#: So does one that ends inside a sentence and is so wide, where a long word or number could not be parted.
WITHIN = 0.75
#: The next line is further away than this, in heights: another paragraph.
APART = 2.2
INDENT = 0.8
Margins = tuple[float, float]


def flow(pages: list[list[Item]]) -> tuple[list[Part], tuple[PageStart, ...]]:
    """Return lines and tables in reading order, and where each page begins in them; items are given from top to bottom."""
    parted = divided(pages)
    read = [[Stretch(list(with_tables(part.items)), part.is_column) for part in in_columns(items)] for items, _ in parted]
    margins = [_margins(item for part in page for item in part.items if not part.is_column) for page in read]
    of_text = [sides for sides in margins if any(sides)] or [(0.0, 0.0)]
    left, right = (median(sides) for sides in zip(*of_text, strict=True))
    found = _Flow()
    for page, (_, furniture), own in zip(read, parted, margins, strict=True):
        found.turn(furniture)
        for part in page:
            # A page of few lines tells nothing about where lines begin and end.
            found.add(part, _margins(part.items) if part.is_column else (min(own[0], left), max(own[1], right)))
    found.turn(())  # the last page may be empty
    return [part if isinstance(part, str) else part.rows() for part in found.parts], tuple(found.pages)


def _margins(items: Iterable[Item]) -> Margins:
    """Return where lines begin and end."""
    lines = [item for item in items if isinstance(item, Line)]
    return min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)


class _Flow:
    """The paragraphs and tables so far; the last line and its stretch; how many lines of text there are before the last part."""

    def __init__(self) -> None:
        self.parts: list[str | PageTable] = []
        self.pages: list[PageStart] = []
        self.line: Line | None = None
        self.margins, self.is_column = (0.0, 0.0), False
        self.before = 0
        self.turned: tuple[Furniture, ...] | None = None

    def turn(self, furniture: tuple[Furniture, ...]) -> None:
        """Begin a page."""
        self._mark(self._lines(), 0)
        self.turned = furniture

    def add(self, stretch: Stretch, margins: Margins) -> None:
        """Add the items of a stretch, each as a part of its own or to the last one."""
        for place, item in enumerate(stretch.items):
            last = self.parts[-1] if self.parts else None
            if isinstance(item, PageTable):
                self._add_table(last, item, is_first=place == 0)
            elif self.line and isinstance(last, str) and stretch.is_column == self.is_column and self._goes_on(item, margins, place == 0):
                whole = join(last, item.text)
                self._mark(self.before, len(whole) - len(item.text))
                self.parts[-1] = whole
            else:
                self._append(item.text)
            self.line = item if isinstance(item, Line) else None
            self.margins, self.is_column = margins, stretch.is_column

    def _add_table(self, last: str | PageTable | None, table: PageTable, *, is_first: bool) -> None:
        if not (is_first and isinstance(last, PageTable) and goes_on(last, table)):
            self._append(table)
            return
        whole, head = joined(last, table)
        self.parts[-1] = whole
        self._mark(self.before + _lines_of(whole, last.height), 0)
        printed = tuple(Furniture("header", row) for row in head)
        self.pages[-1] = replace(self.pages[-1], furniture=self.pages[-1].furniture + printed)

    def _append(self, part: str | PageTable) -> None:
        self.before = self._lines()
        self._mark(self.before, 0)
        self.parts.append(part)

    def _lines(self) -> int:
        """Return how many lines of text there are."""
        return self.before + (_lines_of(self.parts[-1]) if self.parts else 0)

    def _mark(self, line: int, character: int) -> None:
        """Note where the page that has been turned to begins."""
        if self.turned is not None:
            self.pages.append(PageStart(line, character, self.turned))
            self.turned = None

    def _goes_on(self, line: Line, margins: Margins, is_first: bool) -> bool:
        """Tell whether a line continues the paragraph of the last one: that was full, this one is not indented, nothing is between."""
        assert self.line  # noqa: S101
        size = max(self.line.height, line.height)
        near = is_first or self.line.bottom - line.top < APART * size
        same = abs(self.line.height - line.height) < 0.25 * size
        return near and same and _is_full(self.line, self.margins) and not (_is_form(self.line) or _starts(line, margins[0]))


def _is_full(line: Line, margins: Margins) -> bool:
    """Tell whether a line ends at the margin, or near it inside a sentence."""
    left, right = margins
    within = not line.between and not SENTENCE_END.search(line.text) and line.right > left + WITHIN * (right - left)
    return within or line.right > right - FULL * line.height


def _starts(line: Line, margin: float) -> bool:
    """Tell whether a line begins a paragraph: indented, numbered, or of a form."""
    numbered = any(number.match(line.text) for number in HEADINGS[:2]) or (line.between and MARKER.fullmatch(line.between[0].text))
    return line.left > margin + INDENT * line.height or bool(numbered) or _is_form(line)


def _is_form(line: Line) -> bool:
    """Tell whether wide gaps part names and their values."""
    return len(line.pieces) > 1 and KEYED.match(line.text) is not None


def _lines_of(part: str | PageTable, rows: int | None = None) -> int:
    """Return how many lines of text a part, or the first rows of a table, have."""
    return 1 if isinstance(part, str) else sum(1 for row in part.rows()[:rows] if row)
