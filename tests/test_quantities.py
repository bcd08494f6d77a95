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
    ("1?234条", None),
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


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float | None) -> None:
    assert quantities.number(text) == value


@pytest.mark.parametrize(("text", "value"), DATES)
def test_date(text: str, value: str) -> None:
    assert quantities.date_value(text) == value


@pytest.mark.parametrize(("text", "value"), [("97.3%", 97.3), ("100%", 100), ("30%-50%", None), ("百分之九十", 90), ("%", None)])
def test_percent(text: str, value: float | None) -> None:
    assert quantities.percent(text) == value


@pytest.mark.parametrize(
    ("text", "everywhere", "squeezed"),
    [("1 234 条", False, "1234条"), ("王 伟", False, "王伟"), ("John Smith", False, "John Smith"), ("a @b\n.cn", True, "a@b.cn")],
)
def test_squeeze(text: str, everywhere: bool, squeezed: str) -> None:
    assert quantities.squeeze(text, everywhere=everywhere) == squeezed


@given(st.text(st.sampled_from("0123456789〇零一二三十百千万亿余多年月日号〔〕[]()第-./ 条元%"), max_size=14))
def test_total(text: str) -> None:
    quantities.number(text)
    quantities.percent(text)
    quantities.date_value(text)


@given(st.integers(0, 99_999_999))
def test_digits_are_read_as_they_stand(value: int) -> None:
    assert quantities.number(f"{value}条") == quantities.number(f"{value:,}条") == value
