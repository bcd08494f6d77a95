"""The official tables, from flattened text: figures are given to rows by their labels and to columns by separators or arithmetic.

A form is looked for in the text without blanks, because pages break labels anywhere; figures are read from the text itself, where
blanks and bars tell the cells apart. What no separator and no sum can prove is None, never a guess.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from nianbao import forms
from nianbao.forms import Form, Row
from nianbao.quantities import number
from nianbao.records import Cell, Number, Table
from nianbao.tables.align import Cells, Placed, Span, Zone, zone_at
from nianbao.tables.expect import rows_of, sums_of
from nianbao.tables.place import place

#: How far the label of the next row can stand from that of the last: between them are figures, and at most a header with explanations.
ROW_DISTANCE = 600
#: How far before the first label a header can begin.
HEADER_LENGTH = 700
REQUEST_BLOCKS, REMEDY_BLOCKS = (7,), (5, 5, 5)

_INSIDE_WORDS = re.compile(r"[\u3400-\u9fff、，,《“]")
_REMEDIES = re.compile(forms.REMEDIES_HEADER)
_OUTCOME = re.compile("|".join(forms.OUTCOME_NAMES))
_AMOUNT_IN_WAN = re.compile(r"采购总金额[^\d|]{0,8}万元")


@dataclass(frozen=True, slots=True)
class _Page:
    """A text, the same without blanks, and the place in the text of each character of the latter."""

    text: str
    dense: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Page":
        places = tuple(match.start() for match in re.finditer(r"\S", text))
        return cls(text, "".join(text[place] for place in places), places)

    def span(self, start: int, end: int) -> Span:
        """Return the offsets in the text of a stretch of the dense text."""
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class _Label:
    """A row label on the page: the rows it can name, where it stands, and where cells can follow it."""

    ranks: tuple[int, ...]
    start: int
    end: int
    zone: Zone
    figures: int


def read_tables(text: str) -> list[Table]:
    """Return the official tables of a normalised text in order of place."""
    page = _Page.of(text)
    tables = [table for form in forms.FORMS for chain in _chains(_labels(page, form), form) for table in _table(page, form, chain)]
    return sorted([*tables, *_remedies(page)], key=lambda table: table.start)


@lru_cache(maxsize=8)
def _finder(form: Form) -> tuple[re.Pattern[str], tuple[tuple[int, ...], ...]]:
    """Return the pattern of all row labels of a form, and for each of its groups the rows that carry the label."""
    ranks: dict[str, list[int]] = {}
    for rank, row in enumerate(form.rows):
        ranks.setdefault(_label_pattern(row), []).append(rank)
    labels = "|".join(f"({pattern})" for pattern in ranks)
    return re.compile(rf"(?P<number>{forms.NUMBERING})?(?:{labels})"), tuple(map(tuple, ranks.values()))


def _label_pattern(row: Row) -> str:
    """Return the pattern of a whole label: the words that tell it, what the form prints after them, explanations and the unit."""
    label = re.sub(forms.EXPLANATION, "", row.label)
    known = re.search(row.pattern, label)
    rest = re.escape(label[known.end() :]) if known else ""
    tail = f"[{rest}{forms.LABEL_MARKS}]*" if rest else ""
    unit = rf"(?:\|?{row.unit}(?![\u3400-\u9fff]))?" if row.unit else ""
    return rf"{row.pattern}{tail}(?:{forms.EXPLANATION})?{tail}[:：]?{unit}"


def _labels(page: _Page, form: Form) -> list[_Label]:
    """Return the places that look like row labels: they stand by themselves or have figures right after them."""
    pattern, ranks = _finder(form)
    matches = list(pattern.finditer(page.dense))
    starts = [page.places[match.start()] for match in matches]
    labels = []
    for match, (start, limit) in zip(matches, pairwise([*starts, len(page.text)]), strict=True):
        end = page.places[match.end() - 1] + 1
        zone = zone_at(page.text, end, limit)
        figures = len(zone.tokens())
        if figures or match["number"] or not start or not _INSIDE_WORDS.match(page.text, start - 1):
            labels.append(_Label(ranks[(match.lastindex or 2) - 2], start, end, zone, figures))
    return labels


def _chains(labels: list[_Label], form: Form) -> Iterator[list[tuple[Row, _Label]]]:
    """Yield the runs of labels that name rows of the form in its order, close together and enough of them with figures."""
    chain: list[tuple[int, _Label]] = []
    for label in [*labels, None]:
        last, previous = chain[-1] if chain else (-1, None)
        if label and previous and last in label.ranks and not previous.figures:
            # A label that spans columns is printed once for each of them by some converters: the last one has the figures.
            chain[-1] = (last, label)
            continue
        following = [rank for rank in label.ranks if rank > last] if label else []
        if label and following and (not previous or label.start - previous.end <= ROW_DISTANCE):
            chain.append((following[0], label))
            continue
        if sum(one.figures > 0 for _, one in chain) >= form.least:
            yield [(form.rows[rank], one) for rank, one in chain]
        chain = [(label.ranks[0], label)] if label else []


def _table(page: _Page, form: Form, chain: list[tuple[Row, _Label]]) -> Iterator[Table]:
    """Yield the table of a chain of rows."""
    start = _head(page, form, chain[0][1].start)
    kind, columns = form.kind, {row.key: row.columns for row in form.rows}
    if kind == "active":
        kind, columns = _active(page, start, chain)
    labels = {row.key: label for row, label in chain if row.key in columns}
    blocks = {key: REQUEST_BLOCKS if kind == "requests" else (1,) * len(columns[key]) for key in labels}
    zones = {key: label.zone for key, label in labels.items()}
    cells: list[Cell] = []
    for key, places in place(zones, blocks, sums_of(kind, labels)).items():
        unit = _unit(page.text[start : labels[key].start], key, columns[key][-1])
        cells += [_cell(page.text, key, *named, unit) for named in zip(columns[key], places, strict=True)]
    missing = tuple(row for row in rows_of(kind, labels) if row not in labels)
    yield Table(kind, start, max(cell.end for cell in cells), tuple(cells), missing)


def _head(page: _Page, form: Form, start: int) -> int:
    """Return where the header begins that ends at the first label, or the place of the label where there is none."""
    at = bisect_left(page.places, start)
    pattern = re.compile(rf"(?:{form.header}|{forms.EXPLANATION}|[|\-:：])+")
    for match in pattern.finditer(page.dense, max(at - HEADER_LENGTH, 0), at):
        if match.end() == at:
            words = match.end() - len(match[0].lstrip("|-:：)）"))
            return page.places[words]
    return start


def _active(page: _Page, start: int, chain: list[tuple[Row, _Label]]) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return which form under article 20 the rows belong to, by its headers, else by its rows and the width of them, and its columns."""
    dense = re.sub(r"\s", "", page.text[start : chain[-1][1].end])
    signs = {kind: len(re.findall(words, dense)) for kind, words in forms.ACTIVE_SIGNS.items()}
    keys = {row.key for row, _ in chain}
    widths = [label.figures for row, label in chain if row.key in ("licensing", "penalties", "coercion")]
    signs["active_2019"] += not any(signs.values()) and (max(widths, default=0) > 1 or bool(keys & {"other_services", "procurement"}))
    kind = "active_2019" if signs["active_2019"] > signs["active_2021"] else "active_2021"
    return kind, {row.key: row.columns for part in forms.ACTIVE[kind] for row in part.rows}


def _unit(header: str, key: str, column: str) -> str:
    """Return the unit of an amount that its cell does not print; "" for counts and for amounts that stay as they are printed."""
    if key == "procurement" and _AMOUNT_IN_WAN.search(re.sub(r"\s", "", header)):
        return "万元"
    return forms.MONEY.get(key, "") if column in ("amount", "value") else ""


def _cell(text: str, row: str, column: str, placed: Placed, unit: str) -> Cell:
    (start, end), status = placed
    raw = text[start:end]
    own = unit if column in ("amount", "value") else ""
    return Cell(row, column, None if status == "undecided" else _value(raw, own), start, end, raw, status)


def _value(raw: str, unit: str) -> Number | None:
    """Return the number of a cell, money in 元 where ``unit`` names the unit of a bare figure; None for an empty cell."""
    if not any(c.isdecimal() for c in raw):
        return None
    figure = re.sub(r"[^\d.,，]", "", raw)
    value = number(raw if "元" in raw and unit else f"{figure}{unit}")
    return -value if value and re.match(r"[\-−减]", raw) else value


def _remedies(page: _Page) -> Iterator[Table]:
    """Yield the tables of reviews and lawsuits, which have one row and no label: the header tells the columns."""
    names = [(row, column) for row in forms.REMEDIES for column in forms.OUTCOMES]
    places: Cells = []
    start = 0
    for header in _REMEDIES.finditer(page.dense):
        outcomes = len(_OUTCOME.findall(header[0]))
        if outcomes < len(forms.OUTCOMES):
            continue
        blocks = REMEDY_BLOCKS if outcomes > len(forms.OUTCOMES) else REMEDY_BLOCKS[:1]
        row = _remedy_cells(page, header, blocks)
        start = start if places else page.places[header.end() - len(header[0].lstrip("|"))]
        places = [*places, *row] if row and len(row) < len(names) else row
        if len(places) == len(names):
            cells = tuple(_cell(page.text, *name, placed, "") for name, placed in zip(names, places, strict=True))
            yield Table("remedies", start, max(cell.end for cell in cells), cells)
            places = []


def _remedy_cells(page: _Page, header: re.Match[str], blocks: tuple[int, ...]) -> Cells:
    """Return the cells below a header, or behind it in its line; none if there is no row."""
    text, end_of_header = page.text, page.places[header.start() + len(header[0].rstrip("|")) - 1] + 1
    zone = zone_at(text, end_of_header, len(text))
    line = text.find("\n", zone.start, zone.end)
    below = line >= 0 and not text[zone.start : line].strip(" |")
    start = line + 1 if below else zone.start
    bars = text[start : zone.end].partition("\n")[0].count("|")
    # A bar before the first cell stands where the label would: then there is one bar more than cells.
    row = replace(zone, start=start, labelled=not below or bars > sum(blocks))
    return place({"": row}, {"": blocks})[""] if row.tokens() or bars >= sum(blocks) - 1 else []
