"""Each step on its own table, then what holds of all of them for any text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.normalise import STEPS, normalise, repair_characters
from nianbao.normalise.characters import raw_characters

ANY = st.text(st.characters(codec=None, exclude_categories=()))
SIGNS = "政府資訊公開工作年度報告檔案網路後里于於着著谘馀乾隆瞭體繁昇（）()guówe iāb⼀⻓\u200b\ufeffＡ１\u3000？\n\r\t國务檔聯絡線上"
LIKELY = st.text(st.sampled_from(SIGNS), max_size=120)
PAGE = [(f"全镇把信息公开当作联系群众的桥梁纽带，按季开会、{end}" * 3)[:28] for end in "甲乙丙丁戊己庚辛"]
#: Lines about as wide as one another, and characters set apart: what the steps on spacing work on.
LINES = st.lists(st.text(st.sampled_from("政府信息公开，二、。12a|（ō)"), min_size=20, max_size=24), max_size=14).map("\n".join)
APART = st.text(st.sampled_from("政府信息公开，12a|（ō)\n"), max_size=60).map(" ".join)
CASES = {
    "blanks": [("a\u3000b\xa0c", "a b c"), ("一行\r\n二行", "一行\n\n二行"), ("一\u2028二\x0b三", "一\n二\n三"), ("一\t二", "一 二")],
    "invisible": [
        ("\ufeff年报", " 年报"),
        ("零\u200b宽", "零宽"),
        ("控\x00制\x07符", "控制符"),
        ("字\ufe00形\U000e0100", "字形"),
        ("\u200b", " "),
    ],
    "width": [("１２．５％", "12.5%"), ("ｘｘ＠１６３．ｃｏｍ", "xx@163.com"), ("，（）：；", "，（）：；")],
    "radicals": [("⼀⼯", "一工"), ("⻓⻔⻅", "长门见"), ("\uf9e4", "理")],
    "pinyin": [
        ("政务（wù）公开", "政务公开"),
        ("公(gong)(gong)开(kai)信(xin)息(xi)网(wang)", "公开信息网"),
        ("国((guó)guó)家", "国家"),
        ("公(gōng)开(kāi)的(de)信(xìn)息(xī)网(wǎng)", "公开的信息网"),
        ("微信(wei)推送", "微信(wei)推送"),
        ("系统(app)上线(beta)", "系统(app)上线(beta)"),
        ("类别(A)与(一)款(a)项(b)", "类别(A)与(一)款(a)项(b)"),
    ],
    "spacing": [
        ("现 将 信 息 公 开 报 告 如 下 ：", "现将信息公开报告如下："),
        ("2018 年 共 公 开 信 息 12 条。", "2018年共公开信息12条。"),
        ("概 述", "概 述"),
        ("某 县 人 民 政 府\n年度报告", "某 县 人 民 政 府\n年度报告"),
        ("组长：李 华 王 伟", "组长：李 华 王 伟"),
        ("自然人 法人 总计 其他", "自然人 法人 总计 其他"),
    ],
    "wording": [
        ("政府資訊公開檔案", "政府信息公開文件"),
        ("網路資訊，檔案館查閱", "网络信息，档案馆查閱"),
        ("網際網路資訊", "互联网信息"),
        ("政府信息公開檔案館", "政府信息公開檔案館"),
        ("资讯中心的档案", "资讯中心的档案"),
    ],
    "variants": [("谘詢電話", "咨詢電話"), ("隨著著名計畫", "隨着著名计划"), ("谘询方面", "谘询方面"), ("答覆與批覆", "答复與批复")],
    "script": [
        ("中華人民共和國", "中华人民共和国"),
        ("方麵、製度、乾部", "方面、制度、干部"),
        ("乾隆年間", "乾隆年间"),
        ("皇后在后面的里弄干活，发于何处", "皇后在后面的里弄干活，发于何处"),
        ("李昇同志" + "政府信息公开" * 20, "李昇同志" + "政府信息公开" * 20),
        ("繁體版" + "政府信息公开" * 30, "繁體版" + "政府信息公开" * 30),
        ("臺湾" + "政府信息公开" * 20, "台湾" + "政府信息公开" * 20),
    ],
    "line breaks": [
        ("\n".join(PAGE), "".join(PAGE)),
        ("\n".join([*PAGE[:3], PAGE[3][:-1] + "。", *PAGE[4:]]), "".join(PAGE[:3]) + PAGE[3][:-1] + "。\n" + "".join(PAGE[4:])),
        ("\n".join([*PAGE, "二、主动公开"]), "".join(PAGE) + "\n二、主动公开"),
        ("主动公\n开", "主动公\n开"),
    ],
}
WHOLE = [
    ("", ""),
    ("國(guó)務院", "国务院"),
    ("公(gong)(gong)開(kai)信(xin)息(xi)網(wang)", "公开信息网"),
    ("政府資訊公開\u200b（gōng）的檔案", "政府信息公开的文件"),
]


@pytest.mark.parametrize(("step", "raw", "expected"), [(name, *case) for name, cases in CASES.items() for case in cases])
def test_step(step: str, raw: str, expected: str) -> None:
    change = next(one.change for one in STEPS if one.name == step)
    assert change(raw_characters(raw)).text == expected


def test_every_step_has_its_table() -> None:
    assert [step.name for step in STEPS] == list(CASES)


@pytest.mark.parametrize(("raw", "expected"), WHOLE)
def test_all_steps(raw: str, expected: str) -> None:
    assert normalise(raw).text == expected


@pytest.mark.parametrize("text", [raw for cases in CASES.values() for raw, expected in cases if raw == expected])
def test_whole_text_needs_no_repair(text: str) -> None:
    assert not [repair for repair in repair_characters(text)[1] if repair.step != "script"]


def test_repairs_tell_place_and_count() -> None:
    text = "縣(xiàn)財政局(jú)谘詢"
    told = {repair.step: repair for repair in repair_characters(text)[1]}
    assert (told["pinyin"].raw, told["pinyin"].repaired, told["pinyin"].count) == ("(xiàn)", "", 2)
    assert (told["variants"].raw, told["variants"].repaired, told["variants"].start) == ("谘", "咨", text.index("谘"))
    assert (told["script"].raw, told["script"].repaired, told["script"].count) == ("縣(xiàn)財", "县财", 2)


@given(ANY | LIKELY | LINES | APART)
def test_total_covering_and_told(text: str) -> None:
    characters, repairs = repair_characters(text)
    assert "".join(text[a:b] for a, b in zip(characters.starts, characters.ends, strict=True)) == text
    assert (np.diff(characters.starts) > 0).all()
    assert all(text[repair.start : repair.end] == repair.raw for repair in repairs)


@given(ANY | LIKELY | LINES | APART, st.data())
def test_places_map_both_ways(text: str, data: st.DataObject) -> None:
    characters = normalise(text)
    size = len(characters.codes)
    start, end = sorted(data.draw(st.tuples(st.integers(0, size), st.integers(0, size))))
    raw_start, raw_end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    first, last = characters.raw_span(start, end)
    assert 0 <= first <= last <= len(text)
    assert (first == last) == (start == end)
    assert characters.span_of(first, last) == (start, end)
    begin, stop = characters.span_of(raw_start, raw_end)
    assert 0 <= begin <= stop <= size
    around = characters.raw_span(begin, stop)
    assert raw_start == raw_end or (around[0] <= raw_start and raw_end <= around[1])
    assert characters.raw_span(0, size) == (0, len(text))
    assert first <= characters.raw_span(end, size)[0]
    assert begin <= characters.span_of(raw_end, len(text))[0]


@given(ANY | LIKELY | LINES | APART)
def test_idempotent(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(st.text(st.sampled_from("政府信息公开工作年度报告后里干于，。（）〔〕《》“”0123456789abc \n"), max_size=300))
def test_whole_text_is_left_alone(text: str) -> None:
    assert normalise(text).text == text
    assert repair_characters(text)[1] == ()
