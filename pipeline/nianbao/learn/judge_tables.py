"""How many cells of official tables are read in each layout and with each damage: right, undecided, wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from nianbao.learn.tabulate import KINDS, Cells
from nianbao.learn.tear import suits, tear, tear_page
from nianbao.normalise import normalise
from nianbao.read import read_bytes
from nianbao.records import Table
from nianbao.tables import read_tables
from nianbao.tables.grids import from_raw

BEFORE = "二、主动公开政府信息情况\n2021年，我镇主动公开政府信息209条，其中行政许可12件、行政处罚3件。\n"
AFTER = "\n五、存在的主要问题及改进情况\n2021年，工作中还有3个方面的不足。\n"


def judge_tables(kinds: Iterable[str], style: str, damage: str, seeds: Iterable[int]) -> Counter[str]:
    """Return the counts of cells, of right ones, and of wrong figures, for tables of all kinds that can have the damage."""
    counts: Counter[str] = Counter()
    for kind in kinds:
        for seed in seeds if suits(kind, style, damage) else ():
            lines, cells = tear(kind, style, damage, Random(f"{kind} {style} {damage} {seed}"))
            counts += compare(cells, table_in(BEFORE + "\n".join(lines) + AFTER, kind))
    return counts


def judge_pages(kinds: Iterable[str], damage: str, seeds: Iterable[int]) -> Counter[str]:
    """Return the same counts for tables in web pages, whose cells a grid tells."""
    counts: Counter[str] = Counter()
    for kind in kinds:
        for seed in seeds if suits(kind, "bars", damage) else ():
            page, cells = tear_page(kind, damage, Random(f"{kind} page {damage} {seed}"))
            source = read_bytes(page.encode(), "page.html")
            characters = normalise(source.text)
            tables = read_tables(characters.text, [from_raw(grid, characters.starts) for grid in source.grids])
            counts += compare(cells, _of_kind(tables, kind))
    return counts


def table_of_styles(styles: Sequence[str], damages: Sequence[str], count: int) -> Iterator[str]:
    """Yield the share of cells that are read, and the number of wrong figures, as the lines of a Markdown table; at the end of all."""
    total: Counter[str] = Counter()
    yield "| damage | " + " | ".join(styles) + " | web page |"
    yield "|---" * (len(styles) + 2) + "|"
    for damage in damages:
        counts = [*(judge_tables(KINDS, style, damage, range(count)) for style in styles), judge_pages(KINDS, damage, range(count))]
        total += sum(counts, Counter())
        yield f"| {damage} | " + " | ".join(map(_share, counts)) + " |"
    yield f"\n{total['cells']:,} cells: {_share(total)}"


def _share(counts: Counter[str]) -> str:
    wrong = f" ({counts['wrong']} wrong)" if counts["wrong"] else ""
    return f"{counts['right'] / counts['cells']:.4f}{wrong}" if counts["cells"] else "–"


def table_in(text: str, kind: str) -> Table | None:
    """Return the first table of a kind that is read from a text."""
    return _of_kind(read_tables(normalise(text).text), kind)


def _of_kind(tables: Iterable[Table], kind: str) -> Table | None:
    kind = "requests" if kind.startswith("requests") else kind
    return next((table for table in tables if table.kind == kind), None)


def compare(cells: Cells, table: Table | None) -> Counter[str]:
    """Return the counts for one table; a figure in a row that it does not have is wrong too."""
    found = table.values() if table else {}
    counts: Counter[str] = Counter()
    for row, columns in found.items():
        counts["wrong"] += sum(value is not None for value in columns.values()) if row not in cells else 0
    for row, told in cells.items():
        pairs = [(value, found.get(row, {}).get(column)) for column, value in told.items()]
        counts["cells"] += len(pairs)
        counts["right"] += sum(value == other for value, other in pairs)
        counts["wrong"] += sum(other is not None and value != other for value, other in pairs)
    return counts
