"""The long table: a row for each figure, from a stream of records, with nothing lost on the way to CSV and back."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice, repeat
from pathlib import Path

import pytest
from spacy.language import Language

import nianbao
from nianbao.forms import REQUESTS, STATISTICS_2014
from nianbao.process import process
from nianbao.records import Cell, Fact, Finding, Place, Record, Report, Source, Table
from nianbao.tidy import COLUMNS, Row, tidy, write

SAMPLE = Path(__file__).parent / "samples" / "sample.txt"
SOURCE = Source("a.txt", "", "text", "utf-8", "0" * 64)
REPORT = Report("青山县人民政府", 2017, level="county", code="110101")

#: A fact, and what its row tells of it: form, indicator, value, unit and status.
FACTS = [
    (Fact("indicator", 0, 3, "12件", 12, "prose", "requests.received", "件"), ("prose", "requests.received", 12, "件", "stated")),
    (Fact("indicator", 0, 2, "0件", 0, "prose", "review.total", "件"), ("prose", "review.total", 0, "件", "stated")),
    (Fact("indicator", 0, 3, "未发生", 0, "prose", "review.total", "件"), ("prose", "review.total", 0, "件", "denied")),
    (Fact("indicator", 0, 2, "三件", 3, "prose", "review.total", "件"), ("prose", "review.total", 3, "件", "stated")),
    (Fact("open", 0, 2, "3份", 3, "prose", None, "份", attributes={"what": "文件"}), ("open", "文件", 3, "份", "stated")),
    (
        Fact("open", 0, 2, "9%", 9, "prose", None, "%", attributes={"what": "文件", "relation": "change"}),
        ("open", "文件", 9, "%", "change"),
    ),
    (Fact("open", 0, 2, "3份", 3, "prose", None, "份"), ("open", "", 3, "份", "stated")),
]
#: Kind of table, row, column, what is printed, its value and status; then indicator, applicant and unit.
CELLS = [
    ("requests", "granted", "company", "3", 3, "printed", ("granted", "company", "件")),
    ("requests", "granted", "company", "", None, "blank", ("granted", "company", "件")),
    ("requests", "granted", "company", "/", None, "dash", ("granted", "company", "件")),
    ("remedies", "review", "upheld", "0", 0, "printed", ("review.upheld", None, "件")),
    ("active_2019", "licensing", "change", "-8", -8, "printed", ("licensing.change", None, "项")),
    ("active_2019", "procurement", "amount", "3万元", 30000, "printed", ("procurement.amount", None, "元")),
    ("active_2019", "procurement", "projects", "3", 3, "printed", ("procurement.projects", None, "个")),
    ("active_2021", "fees", "amount", "1.5", 1.5, "printed", ("fees.amount", None, "万元")),
    ("statistics_2014", "capacity.trainees", "value", "5", 5, "printed", ("capacity.trainees", None, "人次")),
]


@pytest.mark.parametrize(("fact", "told"), FACTS)
def test_facts(fact: Fact, told: tuple[object, ...]) -> None:
    [row] = tidy([Record(SOURCE, REPORT, facts=(fact,))])
    assert (row.form, row.indicator, row.value, row.unit, row.status) == told
    assert (row.body, row.code, row.level, row.printed, row.confidence) == ("青山县人民政府", "110101", "county", fact.raw, 1.0)


@pytest.mark.parametrize(("kind", "row", "column", "raw", "value", "status", "told"), CELLS)
def test_cells(kind: str, row: str, column: str, raw: str, value: float | None, status: str, told: tuple[object, ...]) -> None:
    table = Table(kind, 0, 9, (Cell(row, column, value, 4, 4 + len(raw), raw, status),))
    [figure] = tidy([Record(SOURCE, REPORT, tables=(table,))])
    assert (figure.indicator, figure.applicant, figure.unit) == told
    assert (figure.form, figure.year, figure.value, figure.printed, figure.start, figure.status) == (kind, 2017, value, raw, 4, status)


@pytest.mark.parametrize(("printed", "believed", "status"), [(3, 5, "doubted"), (3, None, "doubted"), (3, 3, "printed")])
def test_what_a_finding_does_not_believe_is_doubted(printed: int, believed: int | None, status: str) -> None:
    table = Table("requests", 0, 9, (Cell("new", "company", 3, 4, 5, "3"), Cell("new", "total", 3, 6, 7, "3")))
    place = Place("", 4, 5, "3", printed, believed, believed)
    finding = Finding("J1", "error", "。", ".", (place,), "digit changed", "report", 0.9)
    rows = list(tidy([Record(SOURCE, REPORT, tables=(table,), findings=(finding,))]))
    assert [row.status for row in rows] == [status, "printed"]


def test_documents_and_contacts_are_no_figures() -> None:
    facts = (Fact("document", 0, 1, "", None, "prose"), Fact("official", 0, 1, "", None, "prose"), Fact("contact", 0, 1, "", None, "prose"))
    assert list(tidy([Record(SOURCE, REPORT, facts=facts), Record(SOURCE, Report(), error="empty")])) == []


def test_the_sample_has_all_its_figures(nlp: Language) -> None:
    record = nianbao.extract(SAMPLE, nlp)
    rows = list(nianbao.tidy([record]))
    assert all(row.printed == record.source.text[row.start : row.end] for row in rows)
    assert {(row.body, row.code, row.level) for row in rows} == {("松桃苗族自治县盘石镇人民政府", "520628", "township")}
    forms = Counter(row.form for row in rows)
    assert (forms["active_2021"], forms["requests"], forms["remedies"]) == (10, 7 * len(REQUESTS), 15)
    assert forms["prose"] == sum(fact.kind == "indicator" for fact in record.facts)
    assert forms["open"] == sum(fact.kind == "open" for fact in record.facts) > 0
    assert {row.status for row in rows} == {"stated", "denied", "printed"}


def test_csv_and_back(nlp: Language) -> None:
    rows = list(nianbao.tidy([nianbao.extract(SAMPLE, nlp)]))
    file = io.StringIO()
    write(iter(rows), file)
    back = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert tuple(back[0]) == COLUMNS
    assert [(row["indicator"], float(row["value"]), int(row["start"])) for row in back] == [
        (row.indicator, row.value, row.start) for row in rows
    ]
    marked = io.StringIO()
    write(iter(rows), marked, bom=True)
    assert marked.getvalue() == "\ufeff" + file.getvalue()


def test_text_that_looks_like_csv_survives() -> None:
    row = Row(None, None, None, None, "open", '甲，"乙"\n,丙', None, '3"件\n', None, None, "stated", None, 0, 4, "a,b.txt", "")
    file = io.StringIO()
    write([row], file)
    [back] = csv.DictReader(io.StringIO(file.getvalue()))
    assert (back["indicator"], back["printed"], back["path"], back["value"]) == (row.indicator, row.printed, row.path, "")


def test_records_are_taken_one_by_one() -> None:
    record = Record(SOURCE, REPORT, facts=(Fact("open", 0, 2, "3份", 3, "prose"),))
    endless: Iterator[Record] = repeat(record)
    assert len(list(islice(tidy(endless), 5))) == 5


def test_every_unit_of_the_statistics_is_known(nlp: Language) -> None:
    lines = [f"{row.label} | {row.unit} | 1" for rows in STATISTICS_2014.values() for row in rows]
    text = "政府信息公开情况统计表\n" + "\n".join(lines) + "\n"
    rows = [row for row in tidy(process(nlp, [Source("m", text, "text", "utf-8", "0" * 64)])) if row.form == "statistics_2014"]
    assert len(rows) > 40
    assert all(row.unit and "." in row.indicator for row in rows)
