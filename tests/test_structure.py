import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.structure import blocks_of

CASES = [
    # text, blocks as (words, kind, level)
    ("", []),
    ("\n \n", []),
    ("一、概述\n正文。", [("一、概述", "heading", 1), ("正文。", "paragraph", 0)]),
    ("（一）加强领导", [("（一）加强领导", "heading", 2)]),
    ("1.规范内容", [("1.规范内容", "heading", 3)]),
    ("3.5万元", [("3.5万元", "paragraph", 0)]),
    ("一、概述。我镇认真落实条例。", [("一、概述。我镇认真落实条例。", "paragraph", 1)]),
    ("规章 | 0 | 0 |", [("规章 | 0 | 0 |", "table", 0)]),
    ("12", [("12", "table", 0)]),
    (
        "年报 一、概述 好。二、主动公开 5条。",
        [("年报", "paragraph", 0), ("一、概述 好。", "heading", 1), ("二、主动公开 5条。", "heading", 1)],
    ),
    ("做到一、二、三级联动", [("做到一、二、三级联动", "paragraph", 0)]),
]


@pytest.mark.parametrize(("text", "blocks"), CASES)
def test_cases(text: str, blocks: list[tuple[str, str, int]]) -> None:
    assert [(text[b.start : b.end], b.kind, b.level) for b in blocks_of(text)] == blocks


@given(st.text(st.sampled_from("一二三、（）。；|\t\n 公开12."), max_size=60))
def test_every_visible_character_is_in_one_block(text: str) -> None:
    blocks = blocks_of(text)
    covered = [i for block in blocks for i in range(block.start, block.end)]
    assert covered == sorted(set(covered))
    assert {i for i, sign in enumerate(text) if not sign.isspace()} <= set(covered)
