"""Where headings begin and end: one stretch of text a case, | behind the heading; none where a number begins a paragraph."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.headings import heading_end, number_at, numbers
from nianbao.learn.corpus import read_corpus
from nianbao.learn.judge_outlines import read_roles

ENDS = [
    "主动公开情况|",
    "依申请公开。|",
    "主动公开。|全年公开12条。",
    "加强领导，明确责任。|镇上成立小组，开会3次。",
    "从事政府信息公开工作专职和兼职人员的情况。|共有3名。",
    "总体情况|2022年，我镇公开12条。",
    "收费及减免情况|无收费。",
    "存在问题|一是更新慢，二是人手少。",
    "存在的主要问题|（一）人手少。",
    "收到申请3件，均已答复。",
    "市档案局8月底前把文件全部扫描入库；",
]
INSIDE = [
    ("一、概述 我镇认真落实。二、主动公开情况 全年公开5条。", ["一、", "二、"]),
    ("一、存在问题（一）人手少。镇里只有1人。（二）经费紧。没有专款。", ["一、", "（一）", "（二）"]),
    ("做到一、二、三级联动。", []),
    ("主要问题：（一）认识不足，更新慢；（二）人手少，经费紧。", []),
]


@pytest.mark.parametrize("case", ENDS)
def test_end(case: str) -> None:
    text = case.replace("|", "")
    assert heading_end(text, 0, len(text)) == (case.index("|") if "|" in case else None)


@pytest.mark.parametrize(("text", "found"), INSIDE)
def test_numbers(text: str, found: list[str]) -> None:
    assert [text[number.start : number.body].strip() for number in numbers(text, 0, len(text))] == found


@given(st.text(st.sampled_from("一二三、（）。；：1.2① \n公开情况我镇"), max_size=60))
def test_any_text(text: str) -> None:
    found = list(numbers(text, 0, len(text)))
    assert [number.start for number in found] == sorted({number.start for number in found})
    for number in found:
        assert number_at(text, number.start, len(text)) == number
        end = heading_end(text, number.body, len(text))
        assert end is None or number.body <= end <= len(text)


def test_what_the_reader_marked_stands_in_the_reports(root: Path) -> None:
    lines = {
        (document.name, "".join(piece.raw for piece in line).strip())
        for split in ("dev", "test")
        for document in read_corpus(root / "corpus" / split)
        for part in document.parts
        for line in part.lines
    }
    for report, words in read_roles(root / "corpus" / "outlines.tsv"):
        assert any(name == report and (line.startswith(words) or f"。{words}" in line) for name, line in lines), (report, words)
