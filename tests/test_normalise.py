import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.normalise import normalise

CASES = [
    # raw, normalised
    ("", ""),
    ("政府信息", "政府信息"),
    ("中華人民共和國", "中华人民共和国"),
    ("國(guó)務院", "国务院"),
    ("政務（wù）公開", "政务公开"),
    ("公(gong)(gong)開(kai)信(xin)息(xi)網(wang)", "公开信息网"),
    ("微信(wei)推送", "微信(wei)推送"),
    ("系统(app)上线(beta)", "系统(app)上线(beta)"),
    ("１２．５％", "12.5%"),
    ("ｘｘ＠１６３．ｃｏｍ", "xx@163.com"),
    ("，（）：；", "，（）：；"),
    ("a\u3000b\xa0c", "a b c"),
    ("\ufeff年报", " 年报"),
    ("零\u200b宽", "零宽"),
    ("⼀⼯", "一工"),
    ("乾隆年间", "乾隆年间"),
    ("皇后在后面的里弄干活", "皇后在后面的里弄干活"),
    ("一行\r\n二行", "一行\n\n二行"),
]


@pytest.mark.parametrize(("raw", "expected"), CASES)
def test_cases(raw: str, expected: str) -> None:
    assert normalise(raw).text == expected


@given(st.text())
def test_total_and_covering(text: str) -> None:
    characters = normalise(text)
    assert "".join(text[a:b] for a, b in zip(characters.starts, characters.ends, strict=True)) == text
    assert (np.diff(characters.starts) > 0).all()


@given(st.text(st.characters(codec="utf-8")))
def test_idempotent(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(st.text(st.sampled_from("政府信息公开工作年度报告后里干于，。（）〔〕《》“”0123456789abc \n"), max_size=300))
def test_whole_text_is_left_alone(text: str) -> None:
    assert normalise(text).text == text
