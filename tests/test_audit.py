"""Findings: errors planted in tables that add up are found where they are, and nothing is found where nothing is wrong."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from spacy.language import Language

import nianbao
from nianbao.audit import audit
from nianbao.audit.compare import compare, in_order
from nianbao.audit.diagnose import CAUSES, diagnose
from nianbao.audit.findings import find_findings
from nianbao.audit.rules import RULES, explain
from nianbao.audit.settle import settle
from nianbao.export import schema
from nianbao.facts import find_facts
from nianbao.forms import APPLICANTS, OUTCOMES
from nianbao.learn import tabulate
from nianbao.learn.corpus import read_corpus
from nianbao.learn.judge import as_written
from nianbao.learn.judge_findings import accused, findings_in, judge_cells, judge_text, plant, table_of
from nianbao.learn.tabulate import figures
from nianbao.normalise import normalise
from nianbao.process import process
from nianbao.records import Check, Fact, Finding, Report, Source
from nianbao.tables import read_tables
from nianbao.tables.reread import reread

SAMPLE = Path(__file__).parent / "samples" / "sample.txt"
Values = dict[str, dict[str, int]]
SEEDS = range(300)


def consistent(seed: int) -> tuple[Values, Random]:
    rng = Random(seed)
    return figures("requests_2021", rng), rng  # type: ignore[return-value]


def findings_of(kind: str, values: dict, facts: list[Fact] | None = None) -> list[Finding]:
    return find_findings("", [], facts or [], [table_of(kind, values)], [])


@pytest.mark.parametrize("count", [1, 2, 3])
def test_wrong_cells_of_a_consistent_table_are_named_with_their_right_values(count: int) -> None:
    verdicts = judge_cells(SEEDS if count == 1 else SEEDS[:60], count)
    assert verdicts["located"] >= 0.97 * verdicts.total(), verdicts
    assert verdicts["false"] == 0, verdicts


def test_consistent_cells_give_no_finding() -> None:
    assert all(findings_of("requests", consistent(seed)[0]) == [] for seed in SEEDS)


#: Share of planted cells that must be named after the table was read from its text: where all digits are glued, some runs can be read
#: as a misprint of one figure or of its neighbour, and the finding names both.
LOCATED = {"glued": 0.9}


@pytest.mark.parametrize("style", tabulate.STYLES)
def test_wrong_cells_are_named_in_tables_read_from_text(style: str) -> None:
    verdicts = judge_text(range(80), style)
    assert verdicts["located"] >= LOCATED.get(style, 0.95) * verdicts.total(), verdicts
    assert verdicts["false"] <= 0.01 * verdicts.total(), verdicts


@pytest.mark.parametrize("style", tabulate.STYLES)
def test_places_of_findings_are_those_of_the_text(style: str) -> None:
    values, rng = consistent(11)
    plant(values, rng)
    text, findings = findings_in(values, style, rng)
    assert findings
    for place in (place for finding in findings for place in finding.places):
        assert text[place.start : place.end] == place.raw


@pytest.mark.parametrize("kind", tabulate.KINDS)
@pytest.mark.parametrize("style", ["bars", "lines"])
def test_consistent_tables_give_no_finding_but_a_note_on_blanks(kind: str, style: str) -> None:
    for seed in range(40):
        lines, cells = tabulate.tabulate_as(kind, style, Random(seed))
        text = normalise("\n".join(lines) + "\n").text
        findings = find_findings(text, [], [], read_tables(text), [])
        blank = any(value is None for row in cells.values() for value in row.values())
        assert {finding.id for finding in findings} <= ({"blank"} if blank else set())


def exchange(values: Values, rng: Random) -> dict[str, int] | None:
    row, at = rng.choice(list(values)), rng.randrange(6)
    one, other = APPLICANTS[at : at + 2]
    right = {f"{row} × {one}": values[row][one], f"{row} × {other}": values[row][other]}
    values[row][one], values[row][other] = values[row][other], values[row][one]
    return right if values[row][one] != values[row][other] else None


def shift(values: Values, rng: Random) -> dict[str, int] | None:
    row = rng.choice([row for row in values if sum(value > 0 for value in values[row].values()) > 2] or ["new"])
    right = dict(values[row])
    values[row] = dict(zip(APPLICANTS, [0, *right.values()], strict=False))
    return {f"{row} × {column}": value for column, value in right.items() if values[row][column] != value} or None


@pytest.mark.parametrize(("error", "cause", "least"), [(exchange, "cells swapped", 0.7), (shift, "row shifted", 0.9)])
def test_exchanged_neighbours_and_moved_rows(error: Callable[[Values, Random], dict[str, int] | None], cause: str, least: float) -> None:
    verdicts: Counter[str] = Counter()
    for seed in SEEDS:
        values, rng = consistent(seed)
        right = error(values, rng)
        if right:
            findings = findings_of("requests", values)
            named = accused(findings)
            verdicts["located" if named == right else "false" if named else "open"] += 1
            assert named != right or cause in {finding.cause for finding in findings} or len(right) == 1
    assert verdicts["located"] >= least * verdicts.total(), verdicts
    assert verdicts["false"] <= 0.03 * verdicts.total(), verdicts


def test_two_cells_that_fit_together_leave_the_row_undecided_until_the_prose_decides() -> None:
    values, _ = consistent(3)
    values = {row: dict.fromkeys(APPLICANTS, 0) for row in values}
    for row, count in {"new": 12, "granted": 9, "total": 9, "carried_out": 3}.items():
        values[row] |= {"natural_person": count, "total": count}
    assert findings_of("requests", values) == []
    values["new"] |= {"natural_person": 13, "total": 13}
    [finding] = findings_of("requests", values)
    assert (finding.id, finding.cause) == ("J1", "undecidable")
    assert {place.name for place in finding.places} >= {"new × total", "carried_out × total"}
    fact = Fact("indicator", 0, 0, "12件", 12, "prose", "requests.received", "件")
    decided, contradiction = sorted(findings_of("requests", values, [fact]), key=lambda finding: finding.id == "J8")[-2:]
    assert accused([decided, contradiction])["new × total"] == 12


def test_empty_cells_are_zero_only_where_sums_prove_it() -> None:
    blank: dict[str, dict[str, int | None]] = {
        "review": dict(zip(OUTCOMES, [1, None, None, 1, 2], strict=True)),
        "litigation_direct": dict(zip(OUTCOMES, [2, None, None, 1, None], strict=True)),
    }
    [note] = findings_of("remedies", blank)
    assert (note.id, note.severity) == ("blank", "note")
    proved = {place.name: place.believed for place in note.places}
    assert proved["review × corrected"] == proved["review × other"] == 0
    assert proved["litigation_direct × total"] is None


def test_empty_cells_that_are_proved_to_be_zero_say_so() -> None:
    text = "行政复议\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n1 | / | | 1 | 2\n"
    text += text.replace("行政复议", "未经复议直接起诉").replace("1 | / | | 1 | 2", "2 | | | 1 | ") + text.replace("行政复议", "复议后起诉")
    tables = read_tables(text)
    [settled] = settle(tables, find_findings(text, [], [], tables, []))
    status = {(cell.row, cell.column): cell.status for cell in settled.cells}
    assert (status["review", "corrected"], status["review", "other"]) == ("blank_zero", "blank_zero")
    assert [status["litigation_direct", column] for column in OUTCOMES] == ["printed", "blank", "blank", "printed", "blank"]
    assert settled.values() == tables[0].values()


def test_a_row_of_glued_figures_is_read_again() -> None:
    assert reread("640020470", [64, 0, 0, 2, 0, 4, 70]) == []
    assert reread("650020470", [64, 0, 0, 2, 0, 4, 70]) == [(0, 0, "65")]
    assert reread("999999999", [64, 0, 0, 2, 0, 4, 70]) is None


@pytest.mark.parametrize(
    ("printed", "believed", "whole", "cause"),
    [
        (None, 3, False, "missing"),
        (12, 120, False, "digit lost"),
        (120, 12, False, "digit added"),
        (13, 18, False, "digit changed"),
        (21, 12, False, "digits exchanged"),
        (4, 3, True, "total not updated"),
        (55, 127, True, "total not updated"),
        (55, 127, False, "wrong figure"),
    ],
)
def test_causes(printed: int | None, believed: int, whole: bool, cause: str) -> None:
    assert diagnose(printed, believed, whole) == cause


def test_impossible_figures_and_bounds() -> None:
    assert [f.id for f in findings_of("remedies", {"review": dict(zip(OUTCOMES, [-1, 0, 0, 0, -1], strict=True))})][:2] == ["J9", "J9"]
    form = {"proactive.total": 10, "proactive.website": 12, "capacity.training_sessions": 0, "capacity.trainees": 30}
    found = findings_of("statistics_2014", {key: {"value": value} for key, value in form.items()})
    assert {finding.id for finding in found} == {"bound", "training"}


@pytest.mark.parametrize(("parts", "told"), [({"website": 409}, 1), ({"website": 409, "weibo": 83}, 0)])
def test_a_whole_that_several_parts_exceed_was_read_amiss(parts: dict[str, int], told: int) -> None:
    stated = {"total": 3, **parts}
    facts = [
        Fact("indicator", i, i, f"{n}条", n, "prose", f"proactive.{name}", "条", confidence=0.95)
        for i, (name, n) in enumerate(stated.items())
    ]
    assert len(find_findings("公开信息", [], facts, [], [])) == told


def test_missing_rows_are_told_and_no_cell_is_blamed() -> None:
    values, _ = consistent(3)
    values["granted"] = {column: value + 5 for column, value in values["granted"].items()} | {"total": values["granted"]["total"] + 30}
    for row in ("new", "total"):
        values[row] = {column: value + 5 for column, value in values[row].items()} | {"total": values[row]["total"] + 30}
    assert findings_of("requests", values) == []
    del values["granted"]
    assert [finding.id for finding in findings_of("requests", values)] == ["row-missing"]


def test_sums_of_prose_in_the_corpus(root: Path) -> None:
    """Wrong sums that the writers planned are found; reports without them give hardly any finding."""
    counts: Counter[str] = Counter()
    for document in (one for split in ("train", "dev", "test") for one in read_corpus(root / "corpus" / split)):
        if "year" not in document.header:
            continue
        text, sections, entities = as_written(document)
        facts = find_facts(text, sections, entities, Report(year=int(document.header["year"][0])))
        sums = [(float(w), sorted(map(float, p.split("+")))) for w, p in (line.split("=") for line in document.header.get("sum", []))]
        wrong = [one for one in sums if one[0] != sum(one[1])]
        findings = find_findings(text, entities, facts, [], audit(text, entities, []))
        counts["planned"] += len(wrong)
        counts["told"] += sum(any(wrong_in(finding, one) for finding in findings) for one in wrong)
        counts["clean"] += not wrong
        counts["clean with findings"] += bool(findings) and not wrong
    assert counts["told"] >= 0.9 * counts["planned"] > 0, counts
    assert counts["clean with findings"] <= 0.02 * counts["clean"], counts


def wrong_in(finding: Finding, one: tuple[float, list[float]]) -> bool:
    return finding.id == "prose-sum" and {place.printed for place in finding.places} <= {one[0], *one[1]}


def test_every_finding_has_a_rule_and_the_schema_knows_it() -> None:
    text = schema()
    assert all(f'"{rule}"' in text for rule in RULES)
    assert all(f'"{cause}"' in text for cause in CAUSES)
    assert all("Source: " in explain(rule) for rule in RULES.values())


def test_prose_against_tables() -> None:
    fact = Fact("indicator", 0, 0, "7件", 7, "prose", "litigation.total", "件")
    rows = {"litigation_direct": dict(zip(OUTCOMES, [2, 0, 0, 0, 2], strict=True))}
    rows["litigation_after_review"] = dict(zip(OUTCOMES, [4, 0, 0, 0, 4], strict=True))
    assert [finding.id for finding in findings_of("remedies", rows, [fact])] == ["J8"]
    assert findings_of("remedies", rows, [replace(fact, value=6)]) == []


def test_two_years(nlp: Language) -> None:
    first = nianbao.extract(SAMPLE, nlp)
    text = first.source.text.replace("2022年", "2023年").replace("自然灾害", "").replace("2023年我们", "2024年我们")
    text = text.replace("上年结转政府信息公开申请数量 | 0 | 0", "上年结转政府信息公开申请数量 | 0 | 1").replace("信息146条", "信息1460条")
    text = text.replace("2023年本镇未收取信息处理费", "2022年本镇未收取信息处理费")
    second = next(process(nlp, [Source("next", text, "text", "utf-8", "0" * 64)]))
    assert second.report.year == 2023
    assert in_order(second, first) == (first, second)
    found = compare(first, second)
    assert {finding.id for finding in found} == {"J5", "J6", "jump", "copied"}
    assert all(second.source.text[place.start : place.end] == place.raw for finding in found for place in finding.places)
    assert compare(first, first) == []


def test_checks_stay_as_they_are(nlp: Language) -> None:
    assert all(isinstance(check, Check) and check.ok for check in nianbao.extract(SAMPLE, nlp).checks)
