import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao import quantities

NUMBERS = [
    ("29178条", 29178),
    ("1,204件", 1204),
    ("1200余条", 1200),
    ("3万余份", 30000),
    ("近3万人次", 30000),
    ("1.2万多人", 12000),
    ("69.57万件", 695700),
    ("8.9亿余元", 890_000_000),
    ("205万元", 2_050_000),
    ("五个", 5),
    ("两次", 2),
    ("十二条", 12),
    ("一百二十余件", 120),
    ("一千零五条", 1005),
    ("二十万份", 200_000),
    ("0件", 0),
    ("零件", 0),
    ("若干", None),
]
DATES = [
    ("2018年", "2018"),
    ("2018", "2018"),
    ("2018年度", "2018"),
    ("2018年5月", "2018-05"),
    ("2018年5月11日", "2018-05-11"),
    ("2019-03-01", "2019-03-01"),
    ("2019/3/1", "2019-03-01"),
    ("2018.3.5", "2018-03-05"),
    ("12月31日", "--12-31"),
    ("10月底", "--10"),
    ("二〇一九年一月十日", "2019-01-10"),
    ("二○一五年", "2015"),
]
DOCUMENT_NUMBERS = [
    ("川办发〔2018〕48号", "川办发〔2018〕48号"),
    ("川办发〔201848号", "川办发〔2018〕48号"),
    ("川办发〔20187", "川办发〔2018〕7号"),
    ("川办发[2018]7号", "川办发〔2018〕7号"),
    ("川办发（2018）106号", "川办发〔2018〕106号"),
    ("川办发﹝2018﹞第6号", "川办发〔2018〕第6号"),
    ("国务院令第711号", "国务院令第711号"),
    ("公告2019年第3号", "公告2019年第3号"),
]
DAMAGED_DATES = [
    # digits, whether another date follows, meaning
    ("227", False, "2月27日"),
    ("1130", False, "11月30日"),
    ("1231", False, "12月31日"),
    ("20181231", False, "2018年12月31日"),
    ("201811", True, "2018年1月1日"),
    ("201811", False, "2018年11月"),
    ("2018", False, "2018"),
    ("2018年", False, "2018年"),
    ("9999999", False, "9999999"),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float | None) -> None:
    assert quantities.number(text) == value


@pytest.mark.parametrize(("text", "value"), DATES)
def test_date(text: str, value: str) -> None:
    assert quantities.date_value(text) == value


@pytest.mark.parametrize(("text", "value"), [("97.3%", 97.3), ("100%", 100), ("30%-50%", None), ("百分之九十", 90), ("%", None)])
def test_percent(text: str, value: float | None) -> None:
    assert quantities.percent(text) == value


@pytest.mark.parametrize(("damaged", "meant"), DOCUMENT_NUMBERS)
def test_document_number(damaged: str, meant: str) -> None:
    assert quantities.repair_document_number(damaged) == meant


@pytest.mark.parametrize(("digits", "day_follows", "meant"), DAMAGED_DATES)
def test_damaged_date(digits: str, day_follows: bool, meant: str) -> None:
    assert quantities.repair_date(digits, day_follows=day_follows) == meant


@pytest.mark.parametrize(
    ("digits", "at"),
    [("2018111231", 6), ("20181120181231", 6), ("201801011231", 8), ("20181231", None), ("2018", None), ("13800138000", None)],
)
def test_split_period(digits: str, at: int | None) -> None:
    assert quantities.split_period(digits) == at


@given(st.text(st.sampled_from("0123456789〇零一二三十百千万亿余多年月日号〔〕[]()第-./ 条元%"), max_size=14))
def test_total(text: str) -> None:
    quantities.number(text)
    quantities.percent(text)
    quantities.date_value(text)
    quantities.repair_document_number(text)
    quantities.repair_date(text, day_follows=True)


@given(st.integers(0, 99_999_999))
def test_digits_are_read_as_they_stand(value: int) -> None:
    assert quantities.number(f"{value}条") == quantities.number(f"{value:,}条") == value
