"""How often misprints planted in tables that add up are found where they are, and how often a right cell is blamed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from nianbao.audit.findings import find_findings
from nianbao.learn.tabulate import Cells, figures, tabulate_as
from nianbao.normalise import normalise
from nianbao.records import Cell, Finding, Number, Table
from nianbao.tables import read_tables

#: The form with the most sums.
KIND = "requests_2021"
Right = dict[str, Number]


def table_of(kind: str, values: Cells) -> Table:
    """Return a table of bare cells, as a grid would give it."""
    cells = [Cell(row, column, value, 0, 0, str(value)) for row, columns in values.items() for column, value in columns.items()]
    return Table(kind, 0, 0, tuple(cells))


def slip(value: int, rng: Random) -> int:
    """Return the value with one digit lost, added or changed."""
    digits = str(value)
    while True:
        at, digit = rng.randrange(len(digits)), str(rng.randint(0, 9))
        wrong = rng.choice((digits[:at] + digits[at + 1 :], digits[:at] + digit + digits[at:], digits[:at] + digit + digits[at + 1 :]))
        if wrong and wrong == str(int(wrong)) != digits:
            return int(wrong)


def plant(values: Cells, rng: Random, count: int = 1) -> Right:
    """Misprint cells and return what should stand in them."""
    cells = rng.sample([(row, column) for row in values for column in values[row]], count)
    right = {f"{row} × {column}": values[row][column] or 0 for row, column in cells}
    for row, column in cells:
        values[row][column] = slip(int(values[row][column] or 0), rng)
    return right


def accused(findings: Iterable[Finding]) -> dict[str, Number | None]:
    """Return what errors that were decided name, and the values that are believed."""
    decided = [finding for finding in findings if finding.severity == "error" and finding.cause not in ("undecidable", "unexplained")]
    return {place.name: place.believed for finding in decided for place in finding.places}


def verdict(findings: Iterable[Finding], right: Right) -> str:
    """Say of one table whether all its misprints are named with their right values, or a right cell is blamed, or neither."""
    named = accused(findings)
    return "located" if named == right else "false" if named.items() - right.items() else "open"


def judge_cells(seeds: Iterable[int], count: int) -> Counter[str]:
    """Return the verdicts on tables of bare cells with so many misprints each."""
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        rng = Random(seed)
        values = figures(KIND, rng)
        right = plant(values, rng, count)
        verdicts[verdict(find_findings("", [], [], [table_of("requests", values)], []), right)] += 1
    return verdicts


def judge_text(seeds: Iterable[int], style: str) -> Counter[str]:
    """Return the verdicts on tables with one misprint each that are read from text in one layout; bodies without requests left out."""
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        rng = Random(seed)
        values = figures(KIND, rng)
        if any(values["new"].values()):
            right = plant(values, rng)
            verdicts[verdict(findings_in(values, style, rng)[1], right)] += 1
    return verdicts


def findings_in(values: Cells, style: str, rng: Random) -> tuple[str, list[Finding]]:
    """Return the text of a table in a layout, and what is found in it."""
    lines, _ = tabulate_as(KIND, style, rng, values)
    text = normalise("\n".join(lines) + "\n").text
    return text, find_findings(text, [], [], read_tables(text), [])


def table_of_verdicts(styles: Sequence[str], count: int) -> Iterator[str]:
    """Yield how many planted misprints are located, left open, or make a right cell blamed, as the lines of a Markdown table."""
    yield "| tables | number | located | open | false |\n|---|---|---|---|---|"
    for misprints in (1, 2, 3):
        yield _row(f"bare cells, {misprints} wrong", judge_cells(range(count // (1 if misprints == 1 else 10)), misprints))
    for style in styles:
        yield _row(f"{style}, 1 wrong", judge_text(range(count // 5), style))


def _row(name: str, verdicts: Counter[str]) -> str:
    total = max(verdicts.total(), 1)
    return f"| {name} | {total} | " + " | ".join(f"{verdicts[one] / total:.4f}" for one in ("located", "open", "false")) + " |"
