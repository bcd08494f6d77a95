"""The outline of a report: one line a case, blocks as (words, kind, level, printed number, place among siblings)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from nianbao.outline import outline
from nianbao.records import Section, Table

H, P, F = "heading", "paragraph", "furniture"
LABELS = ["", "title", "overview", "boilerplate"]
SIGNS = "一二三、（）。；：|\n 公开情况12.年我根据"
CASES = [
    # text, section label, blocks
    ("一、概述\n正文。", "overview", [("一、概述", H, 1, 1, 1), ("正文。", P, 0, None, None)]),
    ("一、总体情况2022年，我镇公开12条。", "overview", [("一、总体情况", H, 1, 1, 1), ("2022年，我镇公开12条。", P, 0, None, None)]),
    ("一、概述。我镇认真落实条例。", "overview", [("一、概述。", H, 1, 1, 1), ("我镇认真落实条例。", P, 0, None, None)]),
    ("（一）加强领导。镇里成立小组。", "overview", [("（一）加强领导。", H, 1, 1, 1), ("镇里成立小组。", P, 0, None, None)]),
    ("存在问题\n人手少。", "problems", [("存在问题", H, 1, None, 1), ("人手少。", P, 0, None, None)]),
    (
        "一、概述\n二、主动公开情况\n二、依申请公开情况\n（一）数量\n1.渠道\n五、附件",
        "overview",
        [
            ("一、概述", H, 1, 1, 1),
            ("二、主动公开情况", H, 1, 2, 2),
            ("二、依申请公开情况", H, 1, 2, 3),
            ("（一）数量", H, 2, 1, 1),
            ("1.渠道", H, 3, 1, 1),
            ("五、附件", H, 1, 5, 4),
        ],
    ),
    # the level is the rank of the form among those of the report
    (
        "第一部分 概述\n1.机构。我局设专人。",
        "overview",
        [("第一部分 概述", H, 1, 1, 1), ("1.机构。", H, 2, 1, 1), ("我局设专人。", P, 0, None, None)],
    ),
    (
        "一、概述\n二、主动公开\n（三）收费情况",
        "overview",
        [("一、概述", H, 1, 1, 1), ("二、主动公开", H, 1, 2, 2), ("（三）收费情况", H, 1, 3, 3)],
    ),
    # clauses that are counted, and sentences that a number begins, stay paragraphs with their number
    ("一是重动态、轻文件；二是更新慢。", "problems", [("一是重动态、轻文件；二是更新慢。", P, 0, 1, None)]),
    ("第一，人手少；第二，经费紧。", "problems", [("第一，人手少；第二，经费紧。", P, 0, 1, None)]),
    ("2.已办结12件（延期1件），转入下年。", "requests", [("2.已办结12件（延期1件），转入下年。", P, 0, 2, None)]),
    ("做到一、二、三级联动。", "overview", [("做到一、二、三级联动。", P, 0, None, None)]),
    ("2022年公开12条。", "proactive", [("2022年公开12条。", P, 0, None, None)]),
    # a dash begins the innermost headings where a full stop divides it from its text, also behind another sentence
    (
        "二、主动公开\n——财政信息。38家部门公开预算。——扶贫信息。逐村张榜。\n——执法类，公告2次。",
        "proactive",
        [
            ("二、主动公开", H, 1, 2, 1),
            ("——财政信息。", H, 2, None, 1),
            ("38家部门公开预算。", P, 0, None, None),
            ("——扶贫信息。", H, 2, None, 2),
            ("逐村张榜。", P, 0, None, None),
            ("——执法类，公告2次。", P, 0, None, None),
        ],
    ),
    ("连云港——兰州。", "overview", [("连云港——兰州。", P, 0, None, None)]),
    ("7、2014年思路\n抓大事。", "problems", [("7、2014年思路", H, 1, 7, 1), ("抓大事。", P, 0, None, None)]),
    ("引  言\n现予公布。", "preamble", [("引  言", H, 1, None, 1), ("现予公布。", P, 0, None, None)]),
    ("四、复议诉讼：无", "remedies", [("四、复议诉讼：", H, 1, 4, 1), ("无", P, 0, None, None)]),
    (
        "五、问题及改进情况主要问题是：人手少。",
        "problems",
        [("五、问题及改进情况", H, 1, 5, 1), ("主要问题是：人手少。", P, 0, None, None)],
    ),
    # items of a list have no text below
    (
        "七、找差距\n（一）民警怕麻烦。\n（二）带宽不足。\n明年请县里支持。",
        "problems",
        [
            ("七、找差距", H, 1, 7, 1),
            ("（一）民警怕麻烦。", P, 0, 1, None),
            ("（二）带宽不足。", P, 0, 2, None),
            ("明年请县里支持。", P, 0, None, None),
        ],
    ),
    (
        "一、概述\n（一）机构\n1.渠道\n（1）网站\n公开12条。",
        "overview",
        [
            ("一、概述", H, 1, 1, 1),
            ("（一）机构", H, 2, 1, 1),
            ("1.渠道", H, 3, 1, 1),
            ("（1）网站", H, 4, 1, 1),
            ("公开12条。", P, 0, None, None),
        ],
    ),
    # a letter has no headings
    (
        "县政府信息公开办：\n　　现将我乡情况报告如下。\n　　此致\n敬礼",
        "",
        [
            ("县政府信息公开办：", P, 0, None, None),
            ("现将我乡情况报告如下。", P, 0, None, None),
            ("此致", P, 0, None, None),
            ("敬礼", P, 0, None, None),
        ],
    ),
    (
        "全镇上下认真抓好政府信息公开工作并且把它当作联系群\n众的桥梁。\n又一段。",
        "overview",
        [("全镇上下认真抓好政府信息公开工作并且把它当作联系群\n众的桥梁。", P, 0, None, None), ("又一段。", P, 0, None, None)],
    ),
    (
        "全镇上下认真抓好政府信息公开工作并且把它当作联系群\n- 3 -\n众的桥梁。",
        "overview",
        [
            ("全镇上下认真抓好政府信息公开工作并且把它当作联系群", P, 0, None, None),
            ("- 3 -", F, 0, None, None),
            ("众的桥梁。", P, 0, None, None),
        ],
    ),
    (
        "青川县财政局\n2018年年度报告\n来源：办公室 发布时间：2019-01-03",
        "title",
        [("青川县财政局\n2018年年度报告", "title", 0, None, None), ("来源：办公室 发布时间：2019-01-03", F, 0, None, None)],
    ),
    ("首页 | 关闭窗口\n主办：县政府", "boilerplate", [("首页 | 关闭窗口\n主办：县政府", F, 0, None, None)]),
    ("规章 | 0 |\n罚款 | 3 |", "proactive", [("规章 | 0 |\n罚款 | 3 |", "table", 0, None, None)]),
]


@pytest.mark.parametrize(("text", "label", "blocks"), CASES)
def test_cases(text: str, label: str, blocks: list[tuple[str, str, int, int | None, int | None]]) -> None:
    found = outline(text, [Section(label, 0, len(text), 1.0)], [])
    assert [(text[b.start : b.end], b.kind, b.level, b.ordinal, b.position) for b in found] == blocks


def test_rows_of_a_table_are_no_headings() -> None:
    text = "一、本年新收政府信息公开申请数量\n0\n（一）予以公开\n0"
    assert {block.kind for block in outline(text, [], [Table("requests", 0, len(text), ())])} == {"table"}


@given(
    st.text(st.sampled_from("一二三、（）。；：|\n 公开情况12.年我根据"), max_size=160),
    st.sampled_from(["", "title", "overview", "boilerplate"]),
    st.lists(st.integers(0, 160), max_size=4, unique=True).map(sorted),
)
def test_every_visible_character_is_in_one_block(text: str, label: str, edges: list[int]) -> None:
    places = [(start, min(end, len(text))) for start, end in zip(edges[::2], edges[1::2], strict=False) if start < len(text)]
    tables = [Table("requests", start, end, ()) for start, end in places]
    blocks = outline(text, [Section(label, 0, len(text), 1.0)] if label else [], tables)
    covered = [i for block in blocks for i in range(block.start, block.end)]
    assert covered == sorted(set(covered))
    assert {i for i, sign in enumerate(text) if not sign.isspace()} <= set(covered)
    assert all((block.level > 0) == (block.kind == "heading") for block in blocks)


def test_rates(nlp: Language, root: Path) -> None:
    """Floors on the development set; what the last lines lack does not survive their damage."""
    from nianbao.learn.judge_outlines import judge_outlines

    judged = judge_outlines(nlp, root / "corpus", "dev")
    assert min(judged["as written"].values()) >= 0.95
    for name, rates in judged.items():
        assert min(rates.values()) >= 0.85, (name, rates)


def test_odds_are_those_of_the_corpus(root: Path, tmp_path: Path) -> None:
    from nianbao.learn.count_headings import write_odds

    write_odds(root / "corpus", tmp_path / "headings.json")
    assert (tmp_path / "headings.json").read_text() == (root / "pipeline" / "nianbao" / "headings.json").read_text(), (
        "write them anew: python -m nianbao.learn headings corpus pipeline/nianbao/headings.json"
    )
