"""Official tables as pages flatten them, with figures that fulfil the arithmetic of the form, and their cells as gold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from random import Random

from nianbao.forms import (
    ACTIVE,
    APPLICANT_NAMES,
    APPLICANTS,
    MONEY,
    OUTCOME_NAMES,
    OUTCOMES,
    REMEDIES,
    REMEDY_NAMES,
    REQUEST_GROUPS,
    REQUESTS_2019,
    REQUESTS_2021,
    STATISTIC_SUMS,
    STATISTICS_2014,
    Row,
)
from nianbao.records import Number

Cells = dict[str, dict[str, Number | None]]

KINDS = ("active_2019", "requests_2019", "remedies", "active_2021", "requests_2021", "statistics_2014")
#: How a page lays a table out; ``leading`` and ``repeated`` show what spanned columns leave: empty cells, or the label again.
STYLES = ("bars", "padded", "leading", "repeated", "tabs", "blanks", "lines", "barred lines", "glued", "paragraphs")
#: How often each style is drawn for training, where the last differs from another one only by empty lines.
WEIGHTS = (4, 4, 2, 1, 3, 4, 3, 3, 2, 0)
#: Styles in which an empty cell keeps its place.
KEEPS_BLANKS = frozenset({"bars", "padded", "leading", "repeated", "tabs", "barred lines"})
SHARE_HEADLESS, SHARE_WITH_BLANKS, SHARE_TORN, SHARE_EXPLAINED = 0.15, 0.25, 0.1, 0.3
TEN_THOUSAND = 10_000
CHECK_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
EXPLANATIONS = {
    "上一年项目数量": "（填上年末仍在实施的事项数）",
    "本年增/减": "（增加填正数，减少填负数，如-3）",
    "处理决定数量": "（含2019年办结的全部决定）",
    "对外公开总数量": "（截至12月31日现行有效的件数）",
}
PUNCTUATION = str.maketrans("（）：，“”", '():,""')


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of a table as printed: the cells before the figures, the figures, whether it belongs to a header, the row of the form."""

    labels: tuple[str, ...]
    figures: tuple[str, ...] = ()
    header: bool = False
    key: str = ""


def tabulate(kind: str, rng: Random) -> tuple[list[str], Cells]:
    """Return the lines of one table of ``kind`` in some layout and its cells."""
    return tabulate_as(kind, rng.choices(STYLES, WEIGHTS)[0], rng)


def tabulate_as(kind: str, style: str, rng: Random, cells: Cells | None = None) -> tuple[list[str], Cells]:
    """Return the lines of one table in the layout ``style`` and its cells, those given or some that add up."""
    lines, cells = draw(kind, style, rng, cells)
    return lay(worded(lines, rng), style, rng), cells


def draw(kind: str, style: str, rng: Random, cells: Cells | None = None) -> tuple[list[TableLine], Cells]:
    """Return a table that is to be laid out in ``style``, and its cells, those given or some that add up."""
    cells = cells or figures(kind, rng)
    printed = {row: {column: _print(kind, row, column, value, rng) for column, value in columns.items()} for row, columns in cells.items()}
    if style != "glued" and rng.random() < SHARE_WITH_BLANKS:
        _blank(cells, printed, "" if style in KEEPS_BLANKS and rng.random() < 0.6 else "/", rng)
    if style == "glued":
        printed = {row: {column: figure.replace(",", "") for column, figure in columns.items()} for row, columns in printed.items()}
    lines = _lines(kind, printed, rng)
    if rng.random() < SHARE_HEADLESS and kind != "remedies":
        lines = [line for line in lines if not line.header]
    return lines, cells


def figures(kind: str, rng: Random) -> Cells:
    """Return the cells of a table that adds up, for a body of some size."""
    size = rng.choices((0, 3, 40, 2000), (4, 4, 3, 1))[0]
    if kind in ACTIVE:
        rows = chain.from_iterable(part.rows for part in ACTIVE[kind])
        return {row.key: {column: _amount(column, size, rng) for column in row.columns} for row in rows}
    if kind == "remedies":
        return {row: _with_total(OUTCOMES, [_count(size // 3, rng) for _ in OUTCOMES[1:]]) for row in REMEDIES}
    if kind == "statistics_2014":
        return {key: {"value": value} for key, value in _statistics(size, rng).items()}
    return _requests(REQUESTS_2019 if kind == "requests_2019" else REQUESTS_2021, size, rng)


def _count(size: int, rng: Random) -> int:
    """Return a count: mostly zero, seldom near ``size``."""
    return 0 if rng.random() < 0.6 else rng.randint(0, rng.choice((1, size, size)) if size else 0)


def _amount(column: str, size: int, rng: Random) -> Number:
    """Return a cell of the table under article 20."""
    if column == "change":
        return _count(size, rng) * rng.choice((-1, 1, 1))
    if column == "amount" and size and rng.random() < 0.6:
        return rng.choice((rng.randint(1, size), round(rng.uniform(1, size * 20), rng.choice((1, 2)))))
    return _count(size * 5, rng) if column in ("decisions", "total", "in_force") else _count(size, rng)


def _with_total(columns: Sequence[str], parts: Sequence[int]) -> dict[str, Number | None]:
    return dict(zip(columns, (*parts, sum(parts)), strict=True))


def _requests(rows: Sequence[Row], size: int, rng: Random) -> Cells:
    """Return a table of requests: what came in and was carried in is what was closed and is carried out, for each applicant (J1–J3)."""
    keys = [row.key for row in rows]
    closing = [key for key in keys if key not in ("new", "carried_in", "total", "carried_out")]
    parts = {key: [_count(size, rng) if rng.random() < 0.4 else 0 for _ in APPLICANTS[1:]] for key in closing}
    parts["total"] = [sum(column) for column in zip(*(parts[key] for key in closing), strict=True)]
    parts["carried_out"] = [_count(size // 4, rng) for _ in APPLICANTS[1:]]
    sums = [total + out for total, out in zip(parts["total"], parts["carried_out"], strict=True)]
    parts["carried_in"] = [min(_count(size // 4, rng), most) for most in sums]
    parts["new"] = [most - carried for most, carried in zip(sums, parts["carried_in"], strict=True)]
    return {key: _with_total(APPLICANTS, parts[key]) for key in keys}


def _statistics(size: int, rng: Random) -> dict[str, Number]:
    """Return the indicators of a table of statistics; what the form divides adds up."""
    keys = [row.key for rows in STATISTICS_2014.values() for row in rows]
    values: dict[str, Number] = {key: _count(size, rng) for key in keys}
    for whole, parts in STATISTIC_SUMS.items():
        group = whole.split(".")[0]
        values[whole] = sum(values[f"{group}.{part}"] for part in parts)
    channels = [values[f"proactive.{name}"] for name in ("gazette", "website", "weibo", "wechat", "other")]
    values["proactive.total"] = max(channels)
    values["proactive.normative"] = min(values["proactive.normative"], values["proactive.total"])
    for event in ("press_conferences", "online_interviews"):
        values[f"interpretation.{event}"] += values[f"interpretation.{event}_principal"]
    values["capacity.trainees"] *= values["capacity.training_sessions"] > 0
    for key in ("fees.amount", "capacity.budget"):
        values[key] = rng.choice((0, rng.randint(0, size + 1) * 10_000, rng.randint(0, size + 1) * 1_000))
    return values


def _print(kind: str, row: str, column: str, value: Number | None, rng: Random) -> str:
    """Return a cell as an issuer writes it."""
    if value is None:
        return ""
    if kind == "statistics_2014" and row in MONEY:
        return _plain(value / TEN_THOUSAND)
    if row == "procurement" and column == "amount":
        unit = rng.choice(("", "元", "万元"))
        return _plain(value / TEN_THOUSAND if unit == "万元" else value) + unit
    if column == "change" and value > 0 and rng.random() < 0.5:
        return f"+{value}"
    return f"{value:,}" if isinstance(value, int) and value >= 1000 and rng.random() < 0.3 else _plain(value)


def _plain(value: Number) -> str:
    """Return a number without exponent and without zeros at the end of its fraction."""
    return str(value) if isinstance(value, int) else f"{value:.6f}".rstrip("0").rstrip(".")


def _blank(cells: Cells, printed: dict[str, dict[str, str]], sign: str, rng: Random) -> None:
    """Print ``sign`` in place of some zeros, or of all."""
    share = rng.choice((0.1, 0.4, 1.0))
    for row, columns in cells.items():
        for column, value in columns.items():
            if value == 0 and rng.random() < share:
                columns[column], printed[row][column] = None, sign


def _lines(kind: str, printed: dict[str, dict[str, str]], rng: Random) -> list[TableLine]:
    """Return the lines of a form from its first header to its last row."""
    figures = {row: tuple(columns.values()) for row, columns in printed.items()}
    if kind in ACTIVE:
        return list(_active_lines(kind, figures, rng.random() < SHARE_EXPLAINED))
    if kind == "remedies":
        return _remedy_lines(figures, rng.randrange(3))
    if kind == "statistics_2014":
        return list(_statistic_lines(figures, rng.random() < 0.8))
    return list(_request_lines(kind, figures, rng))


def _active_lines(kind: str, figures: Mapping[str, tuple[str, ...]], explained: bool) -> Iterator[TableLine]:
    for part in ACTIVE[kind]:
        yield TableLine((part.heading,), header=True)
        yield TableLine(tuple(name + EXPLANATIONS.get(name, "") * explained for name in part.headers), header=True)
        for row in part.rows:
            yield TableLine((row.label,), figures[row.key], key=row.key)


def _request_lines(kind: str, figures: Mapping[str, tuple[str, ...]], rng: Random) -> Iterator[TableLine]:
    if rng.random() < 0.7:
        yield TableLine((CHECK_NOTE, "申请人情况"), header=True)
        yield TableLine((APPLICANT_NAMES[0], "法人或其他组织", APPLICANT_NAMES[-1]), header=True)
        yield TableLine(APPLICANT_NAMES[1:-1], header=True)
    else:
        yield TableLine(APPLICANT_NAMES, header=True)
    own_line = rng.random() < 0.4
    for row in REQUESTS_2019 if kind == "requests_2019" else REQUESTS_2021:
        group = REQUEST_GROUPS.get(row.key, "")
        if group and own_line:
            yield TableLine((group,))
        yield TableLine((group, row.label) if group and not own_line else (row.label,), figures[row.key], key=row.key)


def _remedy_lines(figures: Mapping[str, tuple[str, ...]], variant: int) -> list[TableLine]:
    """Return the table of remedies: one row below three headers, below two, or three tables of five columns."""
    review, *lawsuits = REMEDY_NAMES
    values = TableLine((), tuple(chain.from_iterable(figures.values())))
    top = TableLine((review, "行政诉讼"), header=True)
    if variant == 0:
        return [top, TableLine((*OUTCOME_NAMES, *lawsuits), header=True), TableLine(OUTCOME_NAMES * 2, header=True), values]
    if variant == 1:
        return [top, TableLine(tuple(lawsuits), header=True), TableLine(OUTCOME_NAMES * 3, header=True), values]
    blocks = [
        [TableLine((name,)), TableLine(OUTCOME_NAMES), TableLine((), row)] for name, row in zip(REMEDY_NAMES, figures.values(), strict=True)
    ]
    return list(chain.from_iterable(blocks))


def _statistic_lines(figures: Mapping[str, tuple[str, ...]], with_units: bool) -> Iterator[TableLine]:
    yield TableLine(("统计指标", "单位", "统计数") if with_units else ("统计指标", "统计数"), header=True)
    for heading, rows in STATISTICS_2014.items():
        if heading:
            yield TableLine((heading, "——") if with_units else (heading,))
        for row in rows:
            yield TableLine((row.label, row.unit) if with_units else (row.label,), figures[row.key], key=row.key)


def worded(lines: Sequence[TableLine], rng: Random) -> list[TableLine]:
    """Return the lines with their labels in the punctuation of one issuer, and some of them broken."""
    narrow, mark = rng.random() < 0.4, rng.choice("...．、")
    torn = SHARE_TORN * (rng.random() < 0.4)

    def written(label: str) -> str:
        label = re.sub(r"^(\d)\.", rf"\1{mark}", label.translate(PUNCTUATION) if narrow else label)
        if len(label) < 4 or rng.random() >= torn:
            return label
        at = rng.randrange(2, len(label) - 1)
        return label[:at] + rng.choice(" \n") + label[at:]

    return [replace(line, labels=tuple(map(written, line.labels))) for line in lines]


def lay(lines: Sequence[TableLine], style: str, rng: Random) -> list[str]:
    """Return the printed lines of a table in one layout."""
    width = max(len(line.labels) + len(line.figures) for line in lines)
    gaps = {"tabs": "\t", "blanks": rng.choice((" ", "  ", "　")), "lines": "\n", "paragraphs": "\n\n", "barred lines": " |\n", "glued": ""}
    ends = {"tabs": "", "blanks": "", "lines": "", "paragraphs": "\n", "barred lines": " |", "glued": ""}
    rows = (_row(line, style, width, gaps.get(style, " | "), ends.get(style, " |")) for line in lines)
    return "\n".join(rows).split("\n")


def _row(line: TableLine, style: str, width: int, gap: str, end: str) -> str:
    """Return one printed row; a cell that spans columns leaves something in each of them in some styles."""
    spanned = width - len(line.labels) - len(line.figures)
    labels = line.labels
    if style == "leading" and line.figures:
        labels = (*labels, *[""] * spanned)
    if style == "repeated":
        labels = (*labels[:1] * (spanned + 1), *labels[1:])
    padding = "|" * spanned if style == "padded" else ""
    return gap.join((*labels, *line.figures)) + end + padding
