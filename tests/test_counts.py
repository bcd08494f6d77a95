"""Open facts: what every other count, amount and percentage of the prose counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.facts import find_facts
from nianbao.learn.corpus import Document, Part, parse_line
from nianbao.learn.judge import as_written
from nianbao.records import Entity, Fact, Report, Section

#: Text in the corpus's markup, and for each of its open facts in order: the words that name it and its value.
COUNTED = [
    # the noun after the measure word
    ("印发{3份|COUNT}文件。", [("文件", 3)]),
    ("回应{5个|COUNT}热点问题，全部答复。", [("热点问题", 5)]),
    ("{12名|COUNT}信息员参加学习。", [("信息员", 12)]),
    ("{9个|COUNT}村委会的数字已经上墙。", [("村委会", 9)]),
    ("由{3名|COUNT}熟悉业务的工作人员轮流值守。", [("熟悉业务的工作人员", 3)]),
    ("选派{2名|COUNT}懂法律的干部。", [("懂法律的干部", 2)]),
    ("到{三个|COUNT}镇宣讲。", [("镇", 3)]),
    ("开了{两次|COUNT}会。", [("会", 2)]),
    ("对{14个|COUNT}部门进行督查。", [("部门", 14)]),
    ("全县{11个|COUNT}乡镇、{46个|COUNT}县直部门建立目录。", [("乡镇", 11), ("县直部门", 46)]),
    ("清理{80条|COUNT}失效链接并更新栏目。", [("失效链接", 80)]),
    ("{35%|PERCENT}的信息集中在年底。", [("信息", 35)]),
    ("安排{2台|COUNT}电脑和{1台|COUNT}打印机。", [("电脑", 2), ("打印机", 1)]),
    ("兑付{8.5亿余元|MONEY}惠民资金。", [("惠民资金", 850000000)]),
    ("召开{2场|COUNT}公开栏建设现场会。", [("公开栏建设现场会", 2)]),
    # the object of a verb before the figure
    ("全年共发布信息{29条|COUNT}。", [("信息", 29)]),
    ("共计召开会议{3次|COUNT}。", [("会议", 3)]),
    ("{县政府办|ORG}派出督查组{3个|COUNT}。", [("督查组", 3)]),
    ("编发简报{24期|COUNT}，收到意见{46条|COUNT}。", [("简报", 24), ("意见", 46)]),
    ("先后购置电脑{4台|COUNT}、扫描仪{1台|COUNT}。", [("电脑", 4), ("扫描仪", 1)]),
    ("安排资金购置触摸屏{2块|COUNT}。", [("触摸屏", 2)]),
    ("整改问题{5个|COUNT}。", [("问题", 5)]),
    ("公开审计整改报告{2份|COUNT}。", [("公开审计整改报告", 2)]),
    ("印发《{青山县公开手册|DOC_TITLE}》{300本|COUNT}。", [("青山县公开手册", 300)]),
    ("办理人大代表建议{54件|COUNT}、政协提案{67件|COUNT}。", [("人大代表建议", 54), ("政协提案", 67)]),
    ("{青山县财政局|ORG}在{2017年3月|DATE}公布收费清单{17项|COUNT}。", [("收费清单", 17)]),
    ("在乡镇便民中心设查阅点{18处|COUNT}。", [("查阅点", 18)]),
    ("争取项目资金{30万元|MONEY}。", [("项目资金", 300000)]),
    # the clause itself
    ("公开条目{56条|COUNT}。", [("公开条目", 56)]),
    ("已整改{4个|COUNT}。", [("整改", 4)]),
    ("办结率{100%|PERCENT}，满意率达到{97.5%|PERCENT}。", [("办结率", 100), ("满意率", 97.5)]),
    ("公文属性源头认定率为{99%|PERCENT}。", [("公文属性源头认定率", 99)]),
    ("1.财政信息{12条|COUNT}；2.人事信息{7条|COUNT}。", [("财政信息", 12), ("人事信息", 7)]),
    ("建筑面积{320平方米|COUNT}，窗口{16个|COUNT}。", [("建筑面积", 320), ("窗口", 16)]),
    ("微信公众号粉丝突破{2万人|COUNT}。", [("微信公众号粉丝", 20000)]),
    ("其他{6条|COUNT}。", [("其他", 6)]),
    ("审批（含备案）事项{15项|COUNT}。", [("审批事项", 15)]),
    # channels and subjects
    ("通过广播电台公开{16条|COUNT}。", [("广播电台", 16)]),
    ("公报编印{6期|COUNT}。", [("公报", 6)]),
    ("利用公开栏张贴{12期|COUNT}。", [("公开栏", 12)]),
    ("{县教育局|ORG}{8次|COUNT}、{县交通局|ORG}{7次|COUNT}。", [("县教育局", 8), ("县交通局", 7)]),
    ("{县长|POSITION}{李禾|OFFICIAL}{4次|COUNT}主持专题研究。", [("主持专题研究", 4)]),
    ("{县政府|ORG}网站子站{12个|COUNT}。", [("县政府网站子站", 12)]),
    # carried from the figure before
    ("编印手册{2期|COUNT}{96册|COUNT}。", [("手册", 2), ("手册", 96)]),
    ("举办讲座{1场|COUNT}，{58人|COUNT}参加。", [("讲座", 1), ("人", 58)]),
    ("栏目由{11个|COUNT}并为{6个|COUNT}。", [("栏目", 11), ("栏目", 6)]),
    ("发放问卷{500份|COUNT}，比上年增加{60份|COUNT}。", [("问卷", 500), ("问卷", 60)]),
    ("工作动态{44条|COUNT}，占{28%|PERCENT}。", [("工作动态", 44), ("工作动态", 28)]),
    ("编发快报{24期|COUNT}，每期{80份|COUNT}。", [("快报", 24), ("快报", 80)]),
    # nothing names it
    ("{5份|COUNT}。", [(None, 5)]),
]
#: Text, and the other attributes of its last open fact.
TOLD = [
    ("公布事项{90项|COUNT}，其中许可事项{12项|COUNT}。", {"of": "事项"}),
    ("公布事项{90项|COUNT}，其中许可事项{12项|COUNT}，处罚事项{30项|COUNT}。", {"of": "事项"}),
    ("许可事项占全部事项的{40%|PERCENT}。", {"relation": "share", "of": "全部事项"}),
    ("发放问卷{500份|COUNT}，同比增长{12%|PERCENT}。", {"relation": "change"}),
    ("公示栏由{61处|COUNT}增至{74处|COUNT}。", {"relation": "after"}),
    ("公示栏由{61处|COUNT}", {"relation": "before"}),
    ("窗口日均{30余件|COUNT}。", {"relation": "mean", "qualifier": "余"}),
    ("编发快报{24期|COUNT}，每期{80份|COUNT}。", {"relation": "each"}),
    ("核实{8件|COUNT}，不实{26件|COUNT}，共{34件|COUNT}。", {"relation": "total"}),
    ("自{2003年|DATE}以来累计编发快报{707期|COUNT}。", {"relation": "cumulative"}),
    ("开通以来累计编发快报{707期|COUNT}。", {"relation": "cumulative"}),
    ("今年以来编发快报{70期|COUNT}。", {}),
    ("{2017年|DATE}以来编发快报{70期|COUNT}。", {}),
    ("发放手册{约3万余份|COUNT}。", {"qualifier": "约余"}),
    ("上网信息达到{100条以上|COUNT}。", {"qualifier": "以上"}),
    ("制作短片{近20部|COUNT}。", {"qualifier": "近"}),
    ("受训{200多人|COUNT}。", {"qualifier": "多"}),
]
#: Text of a report on 2017, and the years of its open facts.
YEARS = [
    ("编发快报{24期|COUNT}。", [2017]),
    ("{2016年|DATE}编发快报{20期|COUNT}、专报{3期|COUNT}。编发通讯{6期|COUNT}。", [2016, 2016, 2017]),
    ("去年编发快报{20期|COUNT}，今年编发专报{24期|COUNT}。", [2016, 2016]),
    ("编发快报{24期|COUNT}，比{2016年|DATE}增加{4期|COUNT}。", [2017, 2017]),
    ("编发快报{24期|COUNT}，较{2016年|DATE}的{20期|COUNT}增长{20%|PERCENT}。", [2017, 2016, 2017]),
    ("明年编发快报{30期|COUNT}。", [2018]),
    ("比去年增加{4期|COUNT}。", [2017]),
    ("自{2003年|DATE}以来累计编发快报{707期|COUNT}，今年编发{20期|COUNT}。", [2017, 2017]),
]


def open_facts(markup: str, section: str = "problems") -> list[Fact]:
    lines = tuple(parse_line(line, "a test") for line in markup.split("//"))
    text, sections, entities = as_written(Document("test", (Part(section, lines),)))
    facts = [fact for fact in find_facts(text, sections, entities, Report(year=2017)) if fact.kind == "open"]
    assert all(fact.raw == text[fact.start : fact.end] and fact.attributes["section"] == section for fact in facts)
    assert all(fact.indicator is None and 0 < fact.confidence < 1 for fact in facts)
    return facts


@pytest.mark.parametrize(("markup", "counted"), COUNTED)
def test_what_is_counted(markup: str, counted: list[tuple[str | None, float]]) -> None:
    assert [(fact.attributes.get("what"), fact.value) for fact in open_facts(markup)] == counted


@pytest.mark.parametrize(("markup", "told"), TOLD)
def test_what_is_told_of_a_count(markup: str, told: dict[str, str]) -> None:
    last = open_facts(markup)[-1].attributes
    assert {key: value for key, value in last.items() if key not in ("what", "section")} == told


@pytest.mark.parametrize(("markup", "years"), YEARS)
def test_years(markup: str, years: list[int]) -> None:
    assert [fact.year for fact in open_facts(markup)] == years


@pytest.mark.parametrize(("printed", "unit"), [("3份|COUNT", "份"), ("1,200余条|COUNT", "条"), ("2万元|MONEY", "元"), ("7%|PERCENT", "%")])
def test_units(printed: str, unit: str) -> None:
    assert [fact.unit for fact in open_facts(f"另有{{{printed}}}。")] == [unit]


def test_a_figure_that_states_an_indicator_is_no_open_fact() -> None:
    markup = "全年主动公开政府信息{352条|COUNT}，其中文字{300条|COUNT}。"
    assert [fact.raw for fact in open_facts(markup, "proactive")] == ["300条"]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("共收到发布信息文件的其中占比上年增加约为由（）“”，。、\n网站12"), max_size=60), st.data())
def test_any_words_around_figures(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(places[::2], places[1::2], strict=False))
    label = data.draw(st.sampled_from(["COUNT", "MONEY", "PERCENT", "ORG", "DATE", "OFFICIAL"]))
    entities = [Entity(label, start, end, text[start:end], text[start:end].strip() or "1", 0.9, 1) for start, end in spans]
    facts = [fact for fact in find_facts(text, [Section("other", 0, len(text), 1.0)], entities, Report(year=2017)) if fact.kind == "open"]
    assert all(fact.raw == text[fact.start : fact.end] for fact in facts)
    assert all("\n" not in fact.attributes.get("what", "") for fact in facts)
