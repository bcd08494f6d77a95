"""Official tables: every layout a page can give them, and prose that only sounds like them."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.forms import STATISTIC_SUMS, STATISTICS_2014
from nianbao.labels import INDICATORS
from nianbao.learn.judge_tables import AFTER, BEFORE, compare, judge_pages, judge_tables
from nianbao.learn.tabulate import KINDS, STYLES, tabulate_as
from nianbao.learn.tear import DAMAGES, suits, tear
from nianbao.normalise import normalise
from nianbao.records import Table
from nianbao.tables import read_tables
from nianbao.tables.combine import combine
from nianbao.tables.split import agreed, readings

#: Share of cells that a layout must give back; glued figures of the tables under article 20 have no sums that could part them.
LEAST = {"glued": 0.98}

ZEROS = " 0 0 0 0 0 0 0\n"
REQUESTS = f"一、本年新收政府信息公开申请数量{ZEROS}二、上年结转政府信息公开申请数量{ZEROS}（一）予以公开{ZEROS}"
ROWS = ("本机关不掌握相关政府信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确")
OUTCOMES = "结果维持 结果纠正 其他结果 尚未审结 总计"


def read(text: str) -> dict[str, Table]:
    text = normalise(text).text
    tables = read_tables(text)
    assert all(cell.raw == text[cell.start : cell.end] for table in tables for cell in table.cells)
    assert all(table.start <= cell.start <= cell.end <= table.end for table in tables for cell in table.cells)
    return {table.kind: table for table in tables}


@pytest.mark.parametrize("style", STYLES)
def test_every_layout_gives_its_cells_back_whatever_the_damage(style: str) -> None:
    counts: Counter[str] = Counter()
    for damage in DAMAGES:
        counts += judge_tables(KINDS, style, damage, range(6 if damage == "none" else 2))
    assert counts["wrong"] == 0, counts
    assert counts["right"] >= LEAST.get(style, 0.995) * counts["cells"], counts


@pytest.mark.parametrize("kinds", [("active_2019", "requests_2021", "remedies"), ("active_2021", "requests_2019", "remedies")])
def test_forms_of_two_years_in_one_report(kinds: tuple[str, ...]) -> None:
    counts: Counter[str] = Counter()
    for seed in range(24):
        rng = Random(f"mixed {seed}")
        drawn = [(kind, *tabulate_as(kind, rng.choice(STYLES[:8]), rng)) for kind in kinds]
        tables = read("\n三、情况如下\n".join("\n".join(lines) for _, lines, _ in drawn))
        for kind, _, cells in drawn:
            counts += compare(cells, tables.get(kind.partition("_")[0] if "requests" in kind else kind))
    assert counts["wrong"] == 0, counts
    assert counts["right"] >= 0.995 * counts["cells"], counts


def test_every_web_page_gives_its_cells_back_whatever_the_damage() -> None:
    counts = sum((judge_pages(KINDS, damage, range(3)) for damage in DAMAGES), Counter[str]())
    assert counts["wrong"] == 0, counts
    assert counts["right"] >= 0.995 * counts["cells"], counts


@given(st.randoms(use_true_random=False), st.sampled_from(STYLES), st.sampled_from(DAMAGES), st.sampled_from(KINDS))
@settings(max_examples=80, deadline=None)
def test_whatever_is_left_of_a_table_is_read_in_place(rng: Random, style: str, damage: str, kind: str) -> None:
    lines, _ = tear(kind, style, damage, rng) if suits(kind, style, damage) else tabulate_as(kind, style, rng)
    text = "\n".join(lines)
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(text))
        text = text[:at] + text[at + rng.randrange(40) :]
    read(text or "无")


def row(cells: str, key: str, label: str = "（三）不予公开 1.属于国家秘密") -> dict[str, float | None]:
    """Return what is read from one row of requests among others."""
    return read(f"{REQUESTS}{label}{cells}（七）总计{ZEROS}")["requests"].values()[key]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (" 1 0 2 0 0 0 3\n", [1, 0, 2, 0, 0, 0, 3]),
        ("\n1\n0\n2\n0\n0\n0\n3\n", [1, 0, 2, 0, 0, 0, 3]),
        ("\n1\n\n2\n\n\n0\n3\n", [1, None, 2, None, None, 0, 3]),
        (" |\n1 |\n |\n2 |\n/ |\n0 |\n0 |\n3 |\n", [1, None, 2, None, 0, 0, 3]),
        (" | 1 | | 2 | / | 0 | 0 | 3 | ||\n", [1, None, 2, None, 0, 0, 3]),
        (" | | | 1 | | 2 | | | 0 | 3 |\n", [1, None, 2, None, None, 0, 3]),
        (" 1 2 3\n", [None, None, None, None, None, None, 3]),
        (" 1 2 4\n", [None] * 7),
        (" 0 0 0 0 0 0\n", [None] * 7),
        ("\n64\n0\n0\n- 5 -\n2\n0\n4\n70\n", [64, 0, 0, 2, 0, 4, 70]),
        (" 1,064 0 0 2 0 4 1,070件\n", [1064, 0, 0, 2, 0, 4, 1070]),
        ("640020470", [64, 0, 0, 2, 0, 4, 70]),
        ("1010000000011", [None] * 7),
    ],
)
def test_cells_of_a_row(cells: str, values: list[int | None]) -> None:
    assert list(row(cells, "refused_state_secret").values()) == values


@pytest.mark.parametrize(
    ("cells", "statuses"),
    [
        (" 1 0 2 0 0 0 3\n", ["printed"] * 7),
        ("640020470\n", ["split"] * 7),
        (" | 1 | | 2 | / | 0 | 0 | 3 |\n", ["printed", "blank", "printed", "dash", "printed", "printed", "printed"]),
        ("\n", ["missing"] * 7),
        (" 1 2 4\n", ["undecided"] * 7),
        ("110000011\n", ["undecided"] * 2 + ["split"] * 5),
        ("1010000000011\n", ["undecided"] * 7),
    ],
)
def test_every_cell_has_a_status(cells: str, statuses: list[str]) -> None:
    table = read(f"{REQUESTS}1.属于国家秘密{cells}（七）总计{ZEROS}")["requests"]
    assert [cell.status for cell in table.cells if cell.row == "refused_state_secret"] == statuses
    assert "carried_out" in table.missing
    assert "other_overdue_fee" not in table.missing


@pytest.mark.parametrize(
    "label",
    [
        "1．属于国家秘密",
        "1、属于国家 秘密",
        "属于国家秘密",
        "（三）不予公开\n1.属于国\n家秘密",
        "三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密",
    ],
)
def test_labels_are_known_again(label: str) -> None:
    assert list(row(" 1 0 2 0 0 0 3\n", "refused_state_secret", label=label).values()) == [1, 0, 2, 0, 0, 0, 3]


def test_a_label_can_end_below_its_figures() -> None:
    text = REQUESTS + "".join(f"{label[:6]} {i} 0 0 0 0 0 {i}\n{label[6:]}\n" for i, label in enumerate(ROWS, 1))
    found = read(text)["requests"].values()
    assert [found[key]["total"] for key in ("unable_not_held", "unable_create", "unable_unclear")] == [1, 2, 3]


def test_form_of_2019_with_explanations_and_foreign_rows() -> None:
    text = """第二十条第（一）项 | |||
信息内容 | 本年新 制作数量 | 本年新 公开数量 | 对外公开总数量 |
规章（设区的市提供） | 0 | 0 | 0 |
规范性文件（含标题为“规定”“办法”的公文，其中（试行）也计） | 2 | / | 19 |
其他文件（含以办公室名义发出的） | 186 | 86 | 255 |
第二十条第（五）项 | |||
信息内容 | 上一年项目数量（指2019年） | 本年增/减（减用负数，如-8） | 处理决定数量（指2020年） |
行政许可 | 8 | +1036 | 93 |
其他对外管理服务事项（含行政确认、行政处罚、行政强制） | 117 | -8 | 165 |
第二十条第（六）项 | |||
行政处罚 | 90 | 0 | 22 |
行政强制 | 4 | 4 | - |
行政事业性收费 | | |
信息内容 | 采购项目数量 | 采购总金额（万元） | |
政府集中采购 | 5 | 1,113.08 | |
"""
    table = read(BEFORE + text + AFTER)["active_2019"]
    assert {key: list(columns.values()) for key, columns in table.values().items()} == {
        "rules": [0, 0, 0],
        "normative_documents": [2, None, 19],
        "licensing": [8, 1036, 93],
        "other_services": [117, -8, 165],
        "penalties": [90, 0, 22],
        "coercion": [4, 4, None],
        "fees": [None, None],
        "procurement": [5, 11130800],
    }
    assert table.start == len(BEFORE)


@pytest.mark.parametrize(
    ("text", "kind", "licensing"),
    [
        ("规章 0 0 0\n行政规范性文件 1 2 3\n行政许可 4\n行政处罚 5\n", "active_2021", [4]),
        ("规章 0 0 0\n规范性文件 1 2 3\n行政许可 4 0 5\n行政处罚 5 0 5\n", "active_2019", [4, 0, 5]),
        ("行政许可 4\n行政处罚 5\n本年收费金额（单位：万元）\n行政事业性收费 1.5万元\n", "active_2021", [4]),
    ],
)
def test_forms_under_article_20_are_told_apart(text: str, kind: str, licensing: list[int]) -> None:
    tables = read(text)
    assert set(tables) == {kind}
    assert list(tables[kind].values()["licensing"].values()) == licensing


@pytest.mark.parametrize(
    "text",
    [
        f"行政复议 行政诉讼\n{OUTCOMES} 未经复议直接起诉 复议后起诉\n{OUTCOMES} {OUTCOMES}\n1 0 0 2 3 0 0 0 0 0 4 0 0 0 4",
        f"行政复议 未经复议直接起诉 复议后起诉 {OUTCOMES} {OUTCOMES} {OUTCOMES} 1 0 0 2 3 0 0 0 0 0 4 0 0 0 4",
        f"行政复议行政诉讼\n{OUTCOMES}{OUTCOMES}{OUTCOMES}\n| 1 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 0 | 0 | 4 | 0 | 0 | 0 | 4 |",
        f"{OUTCOMES}{OUTCOMES}{OUTCOMES}\n100230000040004",
        f"行政复议\n{OUTCOMES}\n1 0 0 2 3\n未经复议直接起诉\n{OUTCOMES}\n0 0 0 0 0\n复议后起诉\n{OUTCOMES}\n4 0 0 0 4",
    ],
)
def test_remedies(text: str) -> None:
    found = read(f"四、政府信息公开行政复议、行政诉讼情况\n{text}\n五、存在的问题")["remedies"].values()
    assert [value for block in found.values() for value in block.values()] == [1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 4, 0, 0, 0, 4]


@pytest.mark.parametrize(
    "text",
    [
        "全年办理行政许可12件，行政处罚5件，行政强制0件，行政事业性收费1.5万元，制定规章2件、规范性文件3件。",
        "本年新收政府信息公开申请5件，上年结转0件。予以公开3件，部分公开1件，本机关不掌握相关政府信息1件，重复申请0件，结转下年度继续办理0件。",
        "公开行政许可、行政处罚、行政强制等信息\n209条。\n行政许可\n行政处罚\n行政强制\n行政事业性收费\n2021年，收费0元。",
        "收到行政复议3件，结果维持1件，结果纠正1件，其他结果1件，尚未审结0件，总计3件。",
        "",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("digits", "blocks", "figures"),
    [
        ("640020470", (7,), ["64 0 0 2 0 4 70"]),
        ("0000000", (7,), ["0 0 0 0 0 0 0"]),
        ("000", (1, 1, 1), ["0 0 0"]),
        ("1234", (1, 1, 1), ["1 2 34", "1 23 4", "12 3 4"]),
        ("8+10360", (1, 1, 1), ["8 +10 360", "8 +103 60", "8 +1036 0"]),
        ("312.5", (1, 1), ["3 12.5", "31 2.5"]),
        ("0000001", (7,), []),
        ("12", (7,), []),
        ("100230000040004", (5, 5, 5), ["1 0 0 2 3 0 0 0 0 0 4 0 0 0 4"]),
    ],
)
def test_readings_of_glued_digits(digits: str, blocks: tuple[int, ...], figures: list[str]) -> None:
    assert [" ".join(one) for one in readings(digits, blocks)] == figures


def test_columns_decide_what_rows_do_not() -> None:
    runs = {"one": ("110000011", readings("110000011", (7,)))}
    assert len(runs["one"][1]) == 2
    told = {"total": [1, 10, 0, 0, 0, 0, 11], "rest": [0] * 7}
    [reading] = combine(runs, told, [{"one": 1, "rest": 1, "total": -1}])["one"]
    assert reading == ("1", "10", "0", "0", "0", "0", "11")


def test_one_misprint_in_glued_rows_leaves_the_others_as_they_are() -> None:
    printed = {"one": "640020470", "two": "110000011", "total": "65100970481"}  # 97 stands for 2, the third column is 0
    runs = {row: (run, readings(run, (7,))) for row, run in printed.items()}
    assert not runs["total"][1]
    found = combine(runs, {}, [{"one": 1, "two": 1, "total": -1}])
    assert {row: [" ".join(one) for one in readings_of] for row, readings_of in found.items()} == {
        "one": ["64 0 0 2 0 4 70"],
        "two": ["1 10 0 0 0 0 11"],
        "total": ["65 10 0 97 0 4 81"],
    }


@given(st.lists(st.lists(st.integers(0, 120), min_size=6, max_size=6), min_size=2, max_size=5))
@settings(max_examples=60, deadline=None)
def test_what_is_decided_of_consistent_columns_is_right(parts: list[list[int]]) -> None:
    """Readings that are excluded are never the printed ones."""
    rows = {f"row{i}": [*one, sum(one)] for i, one in enumerate(parts)}
    rows["whole"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    printed = {row: "".join(map(str, figures)) for row, figures in rows.items()}
    signs = {row: -1 if row == "whole" else 1 for row in rows}
    possible = combine({row: (run, readings(run, (7,))) for row, run in printed.items()}, {}, [signs])
    assert all(not found or tuple(map(str, rows[row])) in found for row, found in possible.items())


def test_what_readings_agree_on_is_decided() -> None:
    cells = agreed(10, "1205", readings("1205", (1, 1, 1)), 3)
    assert cells == [((10, 13), "undecided"), ((10, 13), "undecided"), ((13, 14), "split")]
    assert {status for _, status in agreed(0, "999", [], 3)} == {"undecided"}


def test_the_statistics_have_the_indicators_in_their_order() -> None:
    assert [row.key for rows in STATISTICS_2014.values() for row in rows] == list(INDICATORS)


@pytest.mark.parametrize("kind", KINDS)
def test_generated_tables_add_up(kind: str) -> None:
    for seed in range(30):
        _, cells = tabulate_as(kind, "glued", Random(f"{kind}{seed}"))
        values = {row: [value or 0 for value in columns.values()] for row, columns in cells.items()}
        if "requests" in kind:
            into, out = (zip(values[a], values[b], strict=True) for a, b in (("new", "carried_in"), ("total", "carried_out")))
            assert [sum(pair) for pair in into] == [sum(pair) for pair in out]
        if "requests" in kind or kind == "remedies":
            assert all(row[-1] == sum(row[:-1]) for row in values.values())
        if kind == "statistics_2014":
            wholes = ((key, [f"{key.split('.')[0]}.{part}" for part in parts]) for key, parts in STATISTIC_SUMS.items())
            assert all(values[whole][0] == sum(values[part][0] for part in parts) for whole, parts in wholes)
