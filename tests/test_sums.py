"""Arithmetic: the sums that prose claims, and the equations of the official tables."""

import pytest

from nianbao.audit import audit
from nianbao.forms import APPLICANTS, OUTCOMES
from nianbao.learn.corpus import Document, Part, parse_line
from nianbao.learn.judge import as_written
from nianbao.records import Cell, Check, Table

#: Text in the corpus's markup (// parts its lines), and each whole with its parts; a set of parts that does not come to it is told too.
CLAIMED = [
    ("主动公开{60条|COUNT}，其中网站{40条|COUNT}、公开栏{20条|COUNT}。", [(60, [40, 20])]),
    ("主动公开{60条|COUNT}，其中网站{40条|COUNT}，公开栏{18条|COUNT}。", [(60, [40, 18])]),
    ("主动公开政府信息{60条|COUNT}，其中规范性文件{4条|COUNT}。", []),
    (
        "主动公开政府信息{60条|COUNT}，其中规范性文件{4条|COUNT}。//网站公开{40条|COUNT}，微博公开{8条|COUNT}，其他方式{12条|COUNT}。",
        [(60, [40, 8, 12])],
    ),
    ("公布事项{9项|COUNT}（许可{3项|COUNT}、处罚{4项|COUNT}、其他{2项|COUNT}），更新{5项|COUNT}。", [(9, [3, 4, 2])]),
    ("公开信息{26条|COUNT}：农资{11条|COUNT}，工程{9条|COUNT}，动态{6条|COUNT}。", [(26, [11, 9, 6])]),
    ("清查{36个|COUNT}站点，关停{21个|COUNT}、整改{9个|COUNT}、保留{6个|COUNT}，修补栏目{45个|COUNT}。", [(36, [21, 9, 6])]),
    (
        "收到申请{7件|COUNT}。从方式看，当面{5件|COUNT}，信函{2件|COUNT}；从结果看，同意公开{4件|COUNT}，信息不存在{3件|COUNT}。",
        [(7, [5, 2]), (7, [4, 3])],
    ),
    ("网站{30条|COUNT}，微信{10条|COUNT}。网站公开的{30条|COUNT}分为：机构{10条|COUNT}，财政{20条|COUNT}。", [(30, [10, 20])]),
    (
        "答复{9件|COUNT}：同意公开{4件|COUNT}；不同意公开{3件|COUNT}（商业秘密{1件|COUNT}、个人隐私{2件|COUNT}）；信息不存在{2件|COUNT}。",
        [(9, [4, 3, 2]), (3, [1, 2])],
    ),
    ("办结{8件|COUNT}，其中按时办结{7件|COUNT}，延期办结{1件|COUNT}。", [(8, [7, 1])]),
    (
        "新收申请{37件|COUNT}，上年结转{2件|COUNT}，合计{39件|COUNT}；办结{38件|COUNT}，结转下年度{1件|COUNT}。",
        [(39, [37, 2]), (39, [38, 1])],
    ),
    ("行政复议{4件|COUNT}，维持{2件|COUNT}，纠正{1件|COUNT}，尚未审结{1件|COUNT}。", [(4, [2, 1, 1])]),
    ("工作人员{9人|COUNT}，其中专职{2人|COUNT}，兼职{7人|COUNT}，培训{30人次|COUNT}。", [(9, [2, 7])]),
    ("招生{960名|COUNT}；其中藏族{31名|COUNT}、回族{58名|COUNT}。", []),
    ("主动公开{148条|COUNT}，其中救助{62条|COUNT}，征地{38条|COUNT}，其余为动态。主动公开规范性文件{2件|COUNT}。", []),
    ("办理建议{12件|COUNT}，提案{30件|COUNT}。", []),
    ("公开信息{80条|COUNT}，比上年增加{20条|COUNT}，下架{6条|COUNT}。", []),
]


def checks_of(markup: str) -> tuple[str, list[Check]]:
    lines = tuple(parse_line(line, "a test") for line in markup.split("//"))
    text, _, entities = as_written(Document("test", (Part("proactive", lines),)))
    return text, audit(text, entities, [])


@pytest.mark.parametrize(("markup", "sums"), CLAIMED)
def test_sums_of_prose(markup: str, sums: list[tuple[float, list[float]]]) -> None:
    text, checks = checks_of(markup)
    assert sorted((check.whole.value, [part.value for part in check.parts]) for check in checks) == sorted(sums)
    for check in checks:
        assert (check.rule, check.origin) == ("prose-sum", "prose")
        assert check.computed == sum(part.value for part in check.parts)
        assert check.ok == (check.computed == check.whole.value)
        for figure in (check.whole, *check.parts):
            assert figure.raw == text[figure.start : figure.end] != ""


def table(kind: str, columns: tuple[str, ...], rows: dict[str, list[int | None]]) -> Table:
    """Return a table whose cells stand nowhere."""
    cells = [Cell(row, column, value, 0, 0, "") for row, values in rows.items() for column, value in zip(columns, values, strict=True)]
    return Table(kind, 0, 0, tuple(cells))


def rules_of(one: Table) -> dict[tuple[str, bool], int]:
    """Count the checks of a table by rule and verdict."""
    checks = audit("", [], [one])
    verdicts = [(check.rule, check.ok) for check in checks]
    assert all(check.origin == "table" for check in checks)
    return {verdict: verdicts.count(verdict) for verdict in verdicts}


REQUESTS: dict[str, list[int | None]] = {
    "new": [3, 1, 0, 0, 0, 0, 4],
    "carried_in": [1, 0, 0, 0, 0, 0, 1],
    "granted": [2, 1, 0, 0, 0, 0, 3],
    "other": [1, 0, 0, 0, 0, 0, 1],
    "total": [3, 1, 0, 0, 0, 0, 4],
    "carried_out": [1, 0, 0, 0, 0, 0, 1],
}


def test_a_sound_table_of_requests_passes_every_equation() -> None:
    assert rules_of(table("requests", APPLICANTS, REQUESTS)) == {("J1", True): 7, ("J2", True): 7, ("J3", True): 6}


def test_one_wrong_cell_breaks_the_equations_it_stands_in() -> None:
    wrong = REQUESTS | {"granted": [9, 1, 0, 0, 0, 0, 3]}
    found = rules_of(table("requests", APPLICANTS, wrong))
    assert found == {("J1", True): 7, ("J2", True): 6, ("J2", False): 1, ("J3", True): 5, ("J3", False): 1}


def test_an_empty_cell_leaves_its_equations_out() -> None:
    blank = REQUESTS | {"carried_in": [None, 0, 0, 0, 0, 0, 1]}
    assert rules_of(table("requests", APPLICANTS, blank)) == {("J1", True): 6, ("J2", True): 7, ("J3", True): 5}


def test_remedies_add_up_by_row() -> None:
    rows: dict[str, list[int | None]] = {"review": [1, 0, 0, 1, 2], "litigation_direct": [1, 0, 0, 0, 3]}
    assert rules_of(table("remedies", OUTCOMES, rows)) == {("J4", True): 1, ("J4", False): 1}
