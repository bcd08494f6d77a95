"""Row labels of a form: where they stand on a page, whole or with their ends below the figures, and which of them make a table."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from nianbao import forms
from nianbao.forms import Form, Row
from nianbao.tables.page import Page
from nianbao.tables.zones import Zone, zone_at

#: How far the label of the next row can stand from that of the last: between them are figures, and at most a header with explanations.
ROW_DISTANCE = 600
#: A label that goes on below its figures shows at least this much above them.
LEAST_HEAD = 3

_OTHER = re.compile(r"[（(]\s*六\s*[)）]\s*其")
_INSIDE_WORDS = re.compile(r"[\u3400-\u9fff、，,《“]")


@dataclass(frozen=True, slots=True)
class Label:
    """A row label on the page: the rows it can name, where it stands, and where cells can follow it."""

    ranks: tuple[int, ...]
    start: int
    end: int
    zone: Zone
    figures: int

    @property
    def filled(self) -> bool:
        """Tell whether cells follow, be they empty."""
        return self.figures > 0 or self.zone.text.count("|", self.zone.start, self.zone.end) > 1


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


def labels(page: Page, form: Form) -> list[Label]:
    """Return the row labels of a form in order, those of which the end stands below the figures too."""
    whole = _whole(page, form)
    if len(whole) < form.least:
        return whole
    around = Zone(page.text, max(whole[0].start - ROW_DISTANCE, 0), whole[-1].end + ROW_DISTANCE)
    scattered = [one for one in _scattered(page, form, around) if not any(_overlap(one, other) and other.figures for other in whole)]
    kept = [one for one in whole if not any(_overlap(one, other) for other in scattered)]
    found = sorted([*kept, *scattered], key=lambda label: label.start)
    return [label for i, label in enumerate(found) if not (is_heading(page, label) and _has_subrows(label, found[i + 1 : i + 3]))]


def is_heading(page: Page, label: Label) -> bool:
    """Tell whether a label is （六）其他处理: a row in the form of 2019, a heading over three rows in that of 2021."""
    return _OTHER.match(page.text, label.start) is not None


def _has_subrows(label: Label, following: list[Label]) -> bool:
    """Tell whether one of the next labels names a row of 2021 under the heading."""
    return any(label.ranks[0] - 2 <= one.ranks[0] <= label.ranks[0] for one in following)


def _overlap(one: Label, other: Label) -> bool:
    return one.start < other.end and other.start < one.end


def _scattered(page: Page, form: Form, around: Zone) -> Iterator[Label]:
    """Yield the labels in a stretch of the page that are whole only without the figures that stand inside them."""
    pattern, ranks = _finder(form)
    cells = {place for start, end in around.tokens() for place in range(start, end)}
    places = page.places[bisect_left(page.places, around.start) : bisect_left(page.places, around.end)]
    bare = Page.at(page.text, (place for place in places if place not in cells and page.text[place] != "|"))
    for match in pattern.finditer(bare.dense):
        places = bare.places[match.start() : match.end()]
        torn = [i for i, (one, other) in enumerate(pairwise(places), 1) if page.text[one + 1 : other].strip(" |\n")]
        if torn and torn[0] >= LEAST_HEAD and not (places[0] and _INSIDE_WORDS.match(page.text, places[0] - 1)):
            zone = zone_at(page.text, places[torn[0] - 1] + 1, places[torn[0]])
            if zone.end == places[torn[0]]:
                yield Label(ranks[(match.lastindex or 2) - 2], places[0], places[-1] + 1, zone, len(zone.tokens()))


def _whole(page: Page, form: Form) -> list[Label]:
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
            labels.append(Label(ranks[(match.lastindex or 2) - 2], start, end, zone, figures))
    return labels


def chains(labels: list[Label], form: Form) -> Iterator[list[tuple[Row, Label]]]:
    """Yield the runs of labels that name rows of the form in its order, close together and enough of them with figures."""
    chain: list[tuple[int, Label]] = []
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
        if sum(one.filled for _, one in chain) >= form.least:
            yield [(form.rows[rank], one) for rank, one in chain]
        chain = [(label.ranks[0], label)] if label else []
