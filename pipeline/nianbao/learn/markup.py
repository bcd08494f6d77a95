"""Official tables as web pages have them: headers that span, and rows of other spans than their header."""

from collections.abc import Iterator, Sequence
from html import escape
from random import Random

from nianbao.forms import APPLICANT_NAMES
from nianbao.learn.tabulate import TableLine

#: How the cells of a row differ from those of the header: not, by an empty cell before or after them, or by a last one that spans two.
SHAPES = ("plain", "before", "after", "wide")


def to_html(lines: Sequence[TableLine], rng: Random) -> str:
    """Return a web page with a table in which labels span what their row leaves free."""
    width = max(len(line.labels) + len(line.figures) for line in lines)
    # Only the table of requests has labels that span columns, and so cells for them to leave empty.
    shape = rng.choice(SHAPES if any(APPLICANT_NAMES[0] in line.labels for line in lines) else ("plain", "after", "wide"))
    rows = "\n".join(f"<tr>{''.join(_cells(line, width, shape))}</tr>" for line in lines)
    return f"<html><body><p>下表为本年度情况。</p><table>\n{rows}\n</table><p>以上。</p></body></html>"


def _cells(line: TableLine, width: int, shape: str) -> Iterator[str]:
    """Yield the cells of a row; the last label spans what is free, in the header of requests the names stand above their columns."""
    if line.labels == (APPLICANT_NAMES[0], "法人或其他组织", APPLICANT_NAMES[-1]):
        free = width - len(APPLICANT_NAMES)
        yield from ([_cell("", free)] if free else [])
        yield from (_cell(line.labels[0], 1, 2), _cell(line.labels[1], len(APPLICANT_NAMES) - 2), _cell(line.labels[2], 1, 2))
        return
    if line.labels in (APPLICANT_NAMES, APPLICANT_NAMES[1:-1]):
        free = width - len(APPLICANT_NAMES)
        yield from ([_cell("", free)] if free else [])
        yield from map(_cell, line.labels)
        return
    free = width - len(line.labels) - len(line.figures)
    if not line.figures or not line.labels:
        yield from map(_cell, (*line.labels, *line.figures)[:-1])
        yield _cell((*line.labels, *line.figures)[-1], 1 + free)
        return
    yield from map(_cell, line.labels[:-1])
    yield _cell(line.labels[-1], 1 + (free if shape == "plain" else 0))
    yield from [_cell("")] * (free if shape == "before" else 0)
    yield from map(_cell, line.figures[:-1])
    yield _cell(line.figures[-1], 1 + (free if shape == "wide" else 0))
    yield from [_cell("")] * (free if shape == "after" else 0)


def _cell(text: str, columns: int = 1, rows: int = 1) -> str:
    spans = f' colspan="{columns}"' * (columns > 1) + f' rowspan="{rows}"' * (rows > 1)
    return f"<td{spans}>{escape(text)}</td>"
