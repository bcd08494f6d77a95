"""Places of bodies: code, level and years, and None where a name does not decide."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.identify import identify
from nianbao.learn.corpus import read_corpus
from nianbao.places import find_place
from nianbao.records import Entity, Report, Section

#: Body, year of the report, what else the report says, and the code of its place.
PLACES = [
    ("青海省人民政府", 2015, "", "630000"),
    ("鹰潭市人民政府", 2019, "", "360600"),
    ("湖南省永州市东安县人民政府", 2016, "", "431122"),
    ("巍山县马鞍山乡人民政府", 2010, "", "532927"),
    ("湘西州民政局", 2014, "", "433100"),
    ("国家税务总局东营市河口区税务局", 2019, "", "370503"),
    ("郑州市金水区人民政府丰庆路街道办事处", 2020, "", "410105"),
    ("东莞市城市管理局", 2018, "", "441900"),
    ("仙桃市财政局", 2018, "", "429004"),
    ("寿县人民政府", 2014, "", "341521"),
    ("寿县人民政府", 2016, "", "340422"),
    ("密云县人民政府", 2012, "", "110228"),
    ("密云区人民政府", 2014, "written in 2015, when the county had become a district", "110118"),
    ("密云县人民政府", 2020, "by its old name", "110228"),
    ("朝阳区人民政府", 2018, "", None),
    ("朝阳区人民政府", 2018, "长春市的重点领域", "220104"),
    ("北京市朝阳区人民政府", 2018, "", "110105"),
    ("青山区民政局", 2018, "内蒙古自治区和包头市", "150204"),
    ("鼓楼区教育局", 2018, "江苏省统一部署", None),
    ("盘石镇人民政府", 2022, "", None),
    ("主城区管理委员会", 2018, "", None),
    ("大同市城区人民政府", 2012, "", "140202"),
    ("教育部", 2018, "", None),
    ("成都市海淀区人民政府", 2018, "", None),
    ("", None, "", None),
]
#: Body and its administrative level.
LEVELS = [
    ("国家粮食和物资储备局", "ministry"),
    ("中华人民共和国水利部", "ministry"),
    ("中华人民共和国天津海关", "department"),
    ("国家税务总局云南省税务局", "department"),
    ("重庆市人民政府", "province"),
    ("甘肃省人民政府办公厅", "province"),
    ("阿拉善盟行政公署", "city"),
    ("弥勒市人民政府", "county"),
    ("武定县人民政府扶贫开发办公室", "department"),
    ("应城经济开发区管理委员会", "department"),
    ("乌兰哈达苏木人民政府", "township"),
    ("谷城县城关街道办事处", "township"),
    ("某某旗人民政府", "county"),
    ("镇江市人民政府", "city"),
    ("市中区人民政府", "county"),
]


@pytest.mark.parametrize(("body", "year", "text", "code"), PLACES)
def test_code(body: str, year: int | None, text: str, code: str | None) -> None:
    place = find_place(body, year, text)
    assert (place.code if place else None) == code


def report_of(body: str) -> Report:
    text = f"{body}2018年政府信息公开工作年度报告"
    return identify(text, [Section("title", 0, len(text), 1.0)], [Entity("ORG", 0, len(body), body, body, 1.0)])


@pytest.mark.parametrize(("body", "level"), LEVELS)
def test_level(body: str, level: str) -> None:
    report = report_of(body)
    assert (report.issuer, report.level) == (body, level)


#: Section of a date, its value, the day that the page states; the day of publication.
PUBLISHED = [
    ("signature", "2019-01-16", None, "2019-01-16"),
    ("signature", "2019-01-16", "2019-01-20", "2019-01-20"),
    ("title", "2019-01-16", None, "2019-01-16"),
    ("overview", "2019-01-16", None, None),
    ("signature", "2019-01", None, None),
]


@pytest.mark.parametrize(("label", "value", "stated", "day"), PUBLISHED)
def test_published(label: str, value: str, stated: str | None, day: str | None) -> None:
    date = Entity("DATE", 0, 9, "", "", 1.0, value)
    assert identify("2019年1月16日", [Section(label, 0, 10, 1.0)], [date], stated).published == day


def test_levels_of_the_corpus(root: Path) -> None:
    """Every issuer of a written report has the level that its writer stated."""
    headers = [document.header for split in ("train", "dev", "test") for document in read_corpus(root / "corpus" / split)]
    stated = {header["issuer"][0]: header["level"][0] for header in headers if "level" in header}
    assert len(stated) > 100
    assert {body: report_of(body).level for body in stated} == stated


@given(st.text(st.sampled_from("朝阳长安新城区县市省自治州镇乡人民政府局一"), max_size=20), st.none() | st.integers(1990, 2030))
def test_any_name_has_a_code_of_six_digits_or_none(name: str, year: int | None) -> None:
    place = find_place(name, year, name)
    assert place is None or re.fullmatch(r"\d{6}", place.code)
