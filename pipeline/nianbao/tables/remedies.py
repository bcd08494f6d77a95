"""The table of reviews and lawsuits, whose rows have no labels."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nianbao import forms
from nianbao.records import Table
from nianbao.tables.align import Cells
from nianbao.tables.page import Page
from nianbao.tables.place import place
from nianbao.tables.values import cell_of
from nianbao.tables.zones import zone_at

BLOCKS = (5, 5, 5)

_HEADER = re.compile(rf"(?:{forms.REMEDIES_HEADER}|{forms.EXPLANATION}|\|)+")
_OUTCOME = re.compile("|".join(forms.OUTCOME_NAMES))
_LINE_ENDS = re.compile(rf"[ |]*(?:{forms.PAGE_NUMBER})*\n")


def read_remedies(page: Page) -> Iterator[Table]:
    """Yield the tables of reviews and lawsuits, which have one row and no label: the header tells the columns."""
    names = [(row, column) for row in forms.REMEDIES for column in forms.OUTCOMES]
    places: Cells = []
    start = 0
    for header in _HEADER.finditer(page.dense):
        outcomes = len(_OUTCOME.findall(header[0]))
        if outcomes < len(forms.OUTCOMES):
            continue
        blocks = BLOCKS if outcomes > len(forms.OUTCOMES) else BLOCKS[:1]
        row = _remedy_cells(page, header, blocks)
        start = start if places else page.places[header.end() - len(header[0].lstrip("|"))]
        places = [*places, *row] if row and len(row) < len(names) else row
        if len(places) == len(names):
            cells = tuple(cell_of(page.text, *name, placed, "") for name, placed in zip(names, places, strict=True))
            yield Table("remedies", start, max(cell.end for cell in cells), cells)
            places = []


def _remedy_cells(page: Page, header: re.Match[str], blocks: tuple[int, ...]) -> Cells:
    """Return the cells below a header, or behind it in its line; none if there is no row."""
    text, end_of_header = page.text, page.places[header.start() + len(header[0].rstrip("|")) - 1] + 1
    zone = zone_at(text, end_of_header, len(text))
    head = _LINE_ENDS.match(text, zone.start, zone.end)
    below = head is not None
    start = head.end() if head else zone.start
    line = text[start : zone.end].partition("\n")[0]
    bars = max(line.count("|"), 0 if line.strip() else len(line))
    # A bar before the first cell stands where the label would: then there is one bar more than cells.
    row = replace(zone, start=start, labelled=not below or bars > sum(blocks))
    return place({"": row}, {"": blocks})[""] if row.tokens() or bars >= sum(blocks) - 1 else []
