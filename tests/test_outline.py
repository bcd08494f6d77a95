"""The outline of a report: one line a case, blocks as (words, kind, level, printed number, place among siblings)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.outline import outline
from nianbao.records import Section, Table

P, F = "paragraph", "furniture"
LABELS = ["", "title", "overview", "boilerplate"]
SIGNS = "一二三、（）。；：|\n 公开情况12.年我根据"
CASES = [
    # text, section label, blocks
    ("一、概述\n正文。", "overview", [("一、概述", "heading", 1, 1, 1), ("正文。", P, 0, None, None)]),
    (
        "一、总体情况2022年，我镇公开12条。",
        "overview",
        [("一、总体情况", "heading", 1, 1, 1), ("2022年，我镇公开12条。", P, 0, None, None)],
    ),
    (
        "（一）加强领导。镇里成立小组。",
        "overview",
        [("（一）加强领导。", "heading", 2, 1, 1), ("镇里成立小组。", P, 0, None, None)],
    ),
    (
        "存在问题\n人手少。",
        "problems",
        [("存在问题", "heading", 1, None, 1), ("人手少。", P, 0, None, None)],
    ),
    (
        "一、概述\n二、主动公开情况\n二、依申请公开情况\n（一）数量\n1.渠道\n五、附件",
        "overview",
        [
            ("一、概述", "heading", 1, 1, 1),
            ("二、主动公开情况", "heading", 1, 2, 2),
            ("二、依申请公开情况", "heading", 1, 2, 3),
            ("（一）数量", "heading", 2, 1, 1),
            ("1.渠道", "heading", 3, 1, 1),
            ("五、附件", "heading", 1, 5, 4),
        ],
    ),
    (
        "全镇上下认真抓好政府信息公开工作并且把它当作联系群\n众的桥梁。\n又一段。",
        "overview",
        [("全镇上下认真抓好政府信息公开工作并且把它当作联系群\n众的桥梁。", P, 0, None, None), ("又一段。", P, 0, None, None)],
    ),
    (
        "青川县财政局2018年年报\n来源：办公室 发布时间：2019-01-03",
        "title",
        [("青川县财政局2018年年报", "title", 0, None, None), ("来源：办公室 发布时间：2019-01-03", "furniture", 0, None, None)],
    ),
    (
        "首页 | 关闭窗口\n主办：县政府",
        "boilerplate",
        [("首页 | 关闭窗口", F, 0, None, None), ("主办：县政府", F, 0, None, None)],
    ),
    ("做到一、二、三级联动。", "overview", [("做到一、二、三级联动。", P, 0, None, None)]),
    ("2022年公开12条。", "proactive", [("2022年公开12条。", P, 0, None, None)]),
]


@pytest.mark.parametrize(("text", "label", "blocks"), CASES)
def test_cases(text: str, label: str, blocks: list[tuple[str, str, int, int | None, int | None]]) -> None:
    found = outline(text, [Section(label, 0, len(text), 1.0)], [])
    assert [(text[b.start : b.end], b.kind, b.level, b.ordinal, b.position) for b in found] == blocks


def test_rows_of_a_table_are_no_headings() -> None:
    text = "一、本年新收政府信息公开申请数量\n0\n（一）予以公开\n0"
    assert {block.kind for block in outline(text, [], [Table("requests", 0, len(text), ())])} == {"table"}


@given(
    st.text(st.sampled_from("一二三、（）。；：|\n 公开情况12.年我根据"), max_size=80),
    st.sampled_from(["", "title", "overview", "boilerplate"]),
)
def test_every_visible_character_is_in_one_block(text: str, label: str) -> None:
    blocks = outline(text, [Section(label, 0, len(text), 1.0)] if label else [], [])
    covered = [i for block in blocks for i in range(block.start, block.end)]
    assert covered == sorted(set(covered))
    assert {i for i, sign in enumerate(text) if not sign.isspace()} <= set(covered)
