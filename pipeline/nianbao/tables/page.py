"""A text as tables are looked for in it: without blanks and page numbers, since pages break labels anywhere."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nianbao import forms
from nianbao.forms import Form
from nianbao.records import Grid
from nianbao.tables.zones import Zone, zone_at

#: How far before the first label a header can begin.
HEADER_LENGTH = 700

_SIGN = re.compile(rf"{forms.PAGE_NUMBER}|\S")
_REST_OF_LINE = re.compile(r"[ |]*\n")


@dataclass(frozen=True, slots=True)
class Page:
    """A text, the same without blanks and page numbers, and the place in the text of each character of the latter."""

    text: str
    dense: str
    places: tuple[int, ...]
    grids: tuple[Grid, ...] = ()

    @classmethod
    def of(cls, text: str, grids: Iterable[Grid] = ()) -> "Page":
        """Return the page of a text, with the tables that its format gave."""
        return replace(cls.at(text, (match.start() for match in _SIGN.finditer(text) if len(match[0]) == 1)), grids=tuple(grids))

    @classmethod
    def at(cls, text: str, places: Iterable[int]) -> "Page":
        """Return the page of the characters at some places of a text."""
        kept = tuple(places)
        return cls(text, "".join(text[place] for place in kept), kept)


def head_of(page: Page, form: Form, start: int) -> int:
    """Return where the header begins that ends at the first label, or the place of the label where there is none."""
    at = bisect_left(page.places, start)
    for match in _header(form).finditer(page.dense, max(at - HEADER_LENGTH, 0), at):
        if match.end() == at:
            words = match.end() - len(match[0].lstrip("|-:：)）"))
            return page.places[words]
    return start


def applicants(page: Page, form: Form) -> Iterator[tuple[int, Zone]]:
    """Yield where headers of the table of requests begin that name its columns, and the cells that follow them."""
    for match in _header(form).finditer(page.dense):
        if all(name in match[0] for name in forms.APPLICANT_NAMES):
            end = page.places[match.start() + len(match[0].rstrip("|-")) - 1] + 1
            line = _REST_OF_LINE.match(page.text, end)
            words = match.end() - len(match[0].lstrip("|-:：)）"))
            yield page.places[words], zone_at(page.text, line.end() if line else end, len(page.text))


def _header(form: Form) -> re.Pattern[str]:
    return re.compile(rf"(?:{form.header}|{forms.EXPLANATION}|[|\-:：])+")
