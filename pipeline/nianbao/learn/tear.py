"""What else pages do to official tables: labels lost, torn and scattered, rows added and left out, page breaks, one long line."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from nianbao.forms import OUTCOMES
from nianbao.learn.markup import to_html
from nianbao.learn.tabulate import KEEPS_BLANKS, Cells, TableLine, draw, lay, worded

Lines = list[TableLine]
Change = Callable[[Lines, Cells, str, Random], Lines]

REQUESTS = ("requests_2019", "requests_2021")
#: Rows that issuers add to a form, before the row that they put them behind.
FOREIGN = {
    "normative_documents": ("其他文件（含以办公室名义印发的）", 3),
    "penalties": ("其他行政检查事项", 1),
    "refused_query": ("9.属于历史遗留问题", 7),
    "rejected_reconfirm": ("6.其他不予处理", 7),
    "proactive.other": ("6.政务抖音发布视频数", 1),
    "capacity.staff_part_time": ("3.借调人员数", 1),
}


def tear(kind: str, style: str, damage: str, rng: Random) -> tuple[list[str], Cells]:
    """Return the lines of one table of ``kind`` in the layout ``style`` with a damage, and the cells that are still told."""
    lines, cells = draw(kind, style, rng)
    empty = "" if style in KEEPS_BLANKS else "/"
    torn = CHANGES[damage](lines, cells, empty, rng) if damage in CHANGES else lines
    rows = lay(worded(torn, rng), style, rng)
    if damage == "page breaks":
        return _broken(rows, rng), cells
    return ["".join(rows) if style == "glued" else " ".join(rows)] if damage == "one line" else rows, cells


def tear_page(kind: str, damage: str, rng: Random) -> tuple[str, Cells]:
    """Return a web page with one table of ``kind`` with a damage, and the cells that are still told."""
    lines, cells = draw(kind, "bars", rng)
    torn = CHANGES[damage](lines, cells, "", rng) if damage in CHANGES else lines
    return to_html(worded(torn, rng), rng), cells


def suits(kind: str, style: str, damage: str) -> bool:
    """Tell whether a table can have this damage and still say what its cells are."""
    if damage == "labels lost":
        return kind in REQUESTS
    if damage in ("rows missing", "rows added", "labels scattered"):
        return kind != "remedies" and not (style == "glued" and damage != "rows missing")
    if damage in ("totals left out", "zeros left out"):
        return style != "glued" and (kind in (*REQUESTS, "remedies") or damage == "zeros left out")
    return damage != "one line" or style in ("bars", "blanks", "glued")


def _lose_labels(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Leave out the labels of some rows that follow one another, or of all."""
    rows = [i for i, line in enumerate(lines) if line.key]
    count = rng.choice((1, 1, 2, 3, 5, len(rows) if any(line.header for line in lines) else 2))
    first = rng.randrange(len(rows) - count + 1)
    lost = set(rows[first : first + count])
    kept = [line for i, line in enumerate(lines) if count < len(rows) or line.header or line.key]
    return [replace(line, labels=()) if line in [lines[i] for i in lost] else line for line in kept]


def _scatter(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Print the ends of some labels below their figures."""
    scattered: Lines = []
    for line in lines:
        *before, label = line.labels or ("",)
        at = len(label) // 2 + 1
        if line.key and len(label) > 12 and rng.random() < 0.5:
            scattered += [replace(line, labels=(*before, label[:at])), TableLine((label[at:],))]
        else:
            scattered.append(line)
    return scattered


def _add_rows(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Put in rows that the form does not have."""
    added: Lines = []
    for line in lines:
        label, width = FOREIGN.get(line.key, ("", 0))
        figures = ("0",) * width if rng.random() < 0.5 else (str(rng.randint(1, 90)),) * width
        # In the form of 2021 the rows of article 20 that have decisions have nothing else.
        added += [line, TableLine((label,), figures[: len(line.figures)])] if label else [line]
    return added


def _leave_out_rows(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Leave out one row of the form, or two."""
    gone = set(rng.sample([line.key for line in lines if line.key], rng.choice((1, 2))))
    for key in gone:
        del cells[key]
    return [line for line in lines if line.key not in gone]


def _leave_out_totals(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Leave the total of some rows, or of all but a few, empty."""
    share = rng.choice((0.2, 0.5, 0.9))
    return _emptied(lines, cells, empty, lambda row, column: column == "total" and row not in ("rules", "normative_documents"), share, rng)


def _leave_out_zeros(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Leave zeros empty, most of them or all."""
    return _emptied(lines, cells, empty, lambda row, column: cells[row][column] == 0, rng.choice((0.6, 1.0)), rng)


def _emptied(lines: Lines, cells: Cells, empty: str, chosen: Callable[[str, str], bool], share: float, rng: Random) -> Lines:
    """Return the lines with a share of the chosen cells empty."""
    gone = {(row, column) for row in cells for column in cells[row] if chosen(row, column) and rng.random() < share}
    for row, column in gone:
        cells[row][column] = None

    def printed(row: str, figures: Sequence[str]) -> tuple[str, ...]:
        return tuple(empty if (row, column) in gone else figure for column, figure in zip(cells[row], figures, strict=True))

    blocks = iter(cells)
    emptied: Lines = []
    for line in lines:
        if line.key:
            emptied.append(replace(line, figures=printed(line.key, line.figures)))
        elif line.figures:  # a row of remedies holds one block or all three
            parts = [line.figures[i : i + len(OUTCOMES)] for i in range(0, len(line.figures), len(OUTCOMES))]
            emptied.append(replace(line, figures=tuple(figure for part in parts for figure in printed(next(blocks), part))))
        else:
            emptied.append(line)
    return emptied


def _explain(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Put explanations into the cells of headers."""
    notes = ("（按件统计，同一文件不重复计算）", "（截至2021年12月31日）", "(含下属单位；减少用负数，如-8)")
    return [replace(line, labels=tuple(one + rng.choice(notes) for one in line.labels)) if _is_header(line) else line for line in lines]


def _is_header(line: TableLine) -> bool:
    return line.header and len(line.labels) > 1 and not set(line.labels) & {"行政诉讼", "未经复议直接起诉"}


def _tear_labels(lines: Lines, cells: Cells, empty: str, rng: Random) -> Lines:
    """Break labels with a blank or a line end."""

    def torn(label: str) -> str:
        at = rng.randrange(2, len(label) - 1) if len(label) > 4 else 0
        return label[:at] + rng.choice(" \n") + label[at:] if at and rng.random() < 0.5 else label

    return [replace(line, labels=tuple(map(torn, line.labels))) for line in lines]


def _broken(rows: list[str], rng: Random) -> list[str]:
    """Return printed rows with page numbers between some of them."""
    broken: list[str] = []
    breaks = set(rng.sample(range(1, len(rows)), min(len(rows) - 1, rng.choice((1, 2)))))
    for i, row in enumerate(rows):
        broken += [f"- {rng.randint(2, 9)} -", row] if i in breaks else [row]
    return broken


CHANGES: dict[str, Change] = {
    "labels lost": _lose_labels,
    "labels torn": _tear_labels,
    "labels scattered": _scatter,
    "rows added": _add_rows,
    "rows missing": _leave_out_rows,
    "totals left out": _leave_out_totals,
    "zeros left out": _leave_out_zeros,
    "explanations": _explain,
}
DAMAGES = ("none", *CHANGES, "page breaks", "one line")
