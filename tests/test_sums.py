"""Arithmetic: the sums that prose claims, and the equations of the official tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nianbao.audit import audit
from nianbao.audit.findings import find_findings
from nianbao.forms import APPLICANTS, OUTCOMES
from nianbao.learn.corpus import read_corpus
from nianbao.learn.judge import judge_sums
from nianbao.records import Cell, Entity, Table

Mark = Callable[[str], tuple[str, list[Entity]]]

#: Lines of prose (// parts them), and each whole with its parts; a set of parts that does not come to it is told too.
CLAIMED = [
    ("主动公开60条，其中网站40条、公开栏20条。", [(60, [40, 20])]),
    ("主动公开60条，其中网站40条，公开栏18条。", [(60, [40, 18])]),
    ("主动公开政府信息60条，其中规范性文件4条。", []),
    ("主动公开政府信息60条，其中规范性文件4条。//网站公开40条，微博公开8条，其他方式12条。", [(60, [40, 8, 12])]),
    ("公布事项9项（许可3项、处罚4项、其他2项），更新5项。", [(9, [3, 4, 2])]),
    ("公开信息26条：农资11条，工程9条，动态6条。", [(26, [11, 9, 6])]),
    ("清查36个站点，关停21个、整改9个、保留6个，修补栏目45个。", [(36, [21, 9, 6])]),
    ("收到申请7件。从方式看，当面5件，信函2件；从结果看，同意公开4件，信息不存在3件。", [(7, [5, 2]), (7, [4, 3])]),
    ("网站30条，微信10条。网站公开的30条分为：机构10条，财政20条。", [(30, [10, 20])]),
    ("答复9件：同意公开4件；不同意公开3件（商业秘密1件、个人隐私2件）；信息不存在2件。", [(9, [4, 3, 2]), (3, [1, 2])]),
    ("办结8件，其中按时办结7件，延期办结1件。", [(8, [7, 1])]),
    ("新收申请37件，上年结转2件，合计39件；办结38件，结转下年度1件。", [(39, [37, 2]), (39, [38, 1])]),
    ("行政复议4件，维持2件，纠正1件，尚未审结1件。", [(4, [2, 1, 1])]),
    ("工作人员9人，其中专职2人，兼职7人，培训30人次。", [(9, [2, 7])]),
    ("招生960名；其中藏族31名、回族58名。", []),
    ("主动公开148条，其中救助62条，征地38条，其余为动态。主动公开规范性文件2件。", []),
    ("办理建议12件，提案30件。", []),
    ("公开信息80条，比上年增加20条，下架6条。", []),
    ("主动公开80条。政府网站：机构职能20条，财政信息30条。微信公众号：工作动态25条，解读5条。", [(80, [20, 30, 25, 5])]),
    ("主动公开80条。政府网站：机构职能20条，财政信息30条。微信公众号：工作动态25条。", [(80, [20, 30, 25])]),
    ("公开信息80条，具体如下：//1.机构职能20条。//2.财政信息30条，其中预算12条。//3.工作动态30条。", [(80, [20, 30, 30])]),
    ("公开信息80条，具体如下：//1.机构职能20条。//2.财政信息30条，其中预算12条。//3.工作动态29条。", [(80, [20, 30, 29])]),
    ("共公开政府信息80条。//（一）网站公开50条（动态30条、公告20条）。//（二）微信公开30条。", [(80, [50, 30]), (50, [30, 20])]),
    ("（一）机构职能20条。//（二）财政信息30条。//（三）工作动态25条。//以上共计75条。", [(75, [20, 30, 25])]),
    ("机构职能20条、财政信息30条、工作动态25条，以上三项合计75条。", [(75, [20, 30, 25])]),
    ("机构职能20条、财政信息30条、工作动态24条，以上三项合计75条。", [(75, [20, 30, 24])]),
    ("收到申请12件，当面、信函、网络分别为3件、4件、5件。", [(12, [3, 4, 5])]),
    ("收到申请12件，当面、信函、网络分别为3件、4件、6件。", [(12, [3, 4, 6])]),
    ("网站收到申请4件、书面申请2件。//对收到的6件申请全部按时办结。", [(6, [4, 2])]),
    (
        "答复20件，其中予以公开9件（机构类4件，财政类5件）、部分公开3件、不予公开8件（国家秘密1件、第三方权益7件），均按期。",
        [(20, [9, 3, 8]), (9, [4, 5]), (8, [1, 7])],
    ),
    ("县民政局受理7件，县教育局、县水利局各2件，合计11件。", [(11, [7, 2, 2])]),
    ("收到申请3件，1件予以公开，1件信息不存在，另1件正在办理。", [(3, [1, 1, 1])]),
    ("县教育局6件，县水利局4件，县林业局2件，县民政局1件。", []),
    ("新闻发布会2次，局长出席1次；在线访谈1次。", []),
    ("主动公开1.26万条，其中工作动态6380条、重点领域3902条。", []),
    ("行政复议8件（维持5件、撤销2件）。", []),
    ("回应关切17次，其中发布会2次，解读14篇。", []),
    ("专项经费6.5万元，用于电子屏租用3.8万元、宣传品印制2.7万元。", [(65000, [38000, 27000])]),
    ("主动公开412条（不同渠道公开同一信息计1条）。按渠道分：网站300条，微信180条，公开栏20条。", []),
    ("全年公开41268条，其中规范性文件87件。//政府公报148条，政府网站33905条，政务微博3742条，政务微信2961条。", []),
    ("召开会议3次，举办培训2次，发放资料500份。", []),
    ("收到申请15件。网上提交7件。信函5件。当面3件。", [(15, [7, 5, 3])]),
    ("公开目录梳理92项，其中新增31项、取消46项、变更15项。", [(92, [31, 46, 15])]),
    ("受理申请21件，办结19件，结转下年度2件。", [(21, [19, 2])]),
    ("受理申请21件，办结18件，结转下年度2件。", [(21, [18, 2])]),
    ("机构职能20条、财政信息30条、工作动态24条，以上3项合计75条。", [(75, [20, 30, 24])]),
    ("（一）机构职能20条。//（二）财政信息30条。//（三）工作动态24条。//以上共计75条。", [(75, [20, 30, 24])]),
    ("收到申请58件，办结57件：予以公开40件，无法提供17件；另1件尚未到期。", [(58, [57, 1]), (57, [40, 17])]),
    ("要点任务38项，完成36项，余2项跨年推进。", [(38, [36, 2])]),
    ("要点任务38项，完成36项，余3项跨年推进。", []),
    ("承办建议6件，除1件涉密外，其余5件公开。", [(6, [1, 5])]),
    ("新收申请94件，结转上年3件，共97件。", [(97, [94, 3])]),
    ("网站信息102条分四类：机构职能31条、政策文件58条、工作动态10条、其他3条。", [(102, [31, 58, 10, 3])]),
    ("今年公开52条，区级部门33条，乡镇12条，学校医院等公用事业单位7条。", [(52, [33, 12, 7])]),
    ("申请7件，当面3件，信函4件；同意公开5件，不予公开2件。", [(7, [3, 4]), (7, [5, 2])]),
    ("行政诉讼3件，未经复议直接起诉2件，复议后起诉1件，判决驳回2件，尚未审结1件。纠正的1件已重作答复。", [(3, [2, 1])]),
    ("报告由概述等九个部分组成，数据截至年底，由办公室汇总11个镇、46个部门的材料。", []),
    ("编写解读4篇，分别讲医保、收储。//三、不足//（一）栏目空白1个；专干换了3个。//（二）断更3个。", []),
    (
        "收到申请9件，按期办结8件，结转1件。办理结果：予以公开5件，不予公开2件，无法提供1件。",
        [(9, [8, 1]), (8, [5, 2, 1])],
    ),
    ("收到申请12件。申请内容：征地拆迁6件，教育3件，其他3件。", [(12, [6, 3, 3])]),
    ("行政复议6件，已审结5件（维持4件、纠错1件），未审结1件。", [(6, [5, 1]), (5, [4, 1])]),
    ("公开信息90条，其中动态60条、公告20条等。//公开信息90条，主要是动态60条、公告20条。", []),
    ("网站公开的90条信息中，民生类52条；财政类28条；动态10条。", [(90, [52, 28, 10])]),
    ("公开信息90条，其中动态52条，财政28条，其他应当公开的信息10条。", [(90, [52, 28, 10])]),
    ("制作信息90条，其中主动公开52条，依申请公开28条，不予公开10条。", [(90, [52, 28, 10])]),
    ("2012年受理申请208件，2011年受理163件。其中，当面121件，网络63件，信函24件。", [(208, [121, 63, 24])]),
    ("公开341条（2020年为295条），其中许可126条、处罚158条、其他57条。", [(341, [126, 158, 57])]),
    ("规范性文件5件，2021年3件，2020年2件。", [(5, [3, 2])]),
    ("答复申请58件，3件未到答复期限。其中：同意公开40件，信息不存在18件。", [(58, [40, 18])]),
    ("网站66条，微信9条。网站中动态20条，公告46条。", [(66, [20, 46])]),
    ("主动公开2817条，其中网站2390条。机构职能141条，法规119条，人事87条，动态2470条。", [(2817, [141, 119, 87, 2470])]),
    ("各分局公开1046条，甲分局233条，乙分局187条，其他6个分局626条。", [(1046, [233, 187, 626])]),
    ("处罚126409件，治安类1842件，交通类124567件；强制617件。", [(126409, [1842, 124567])]),
    ("全县收到627件，其中本级收到92件，乡镇收到535件。", [(627, [92, 535])]),
    ("新收申请63件，网络38件，信函25件。涉及矿山。加上上年结转4件，共67件。", [(63, [38, 25]), (67, [63, 4])]),
    ("办理结果：（一）予以公开4件；（二）部分公开0件；（三）无法提供4件；（四）总计8件。", [(8, [4, 0, 4])]),
    ("咨询1836人次，其中现场913人次，电话507人次，其他为来信。", []),
    ("建议44件、提案52件已办复，其中公开39件，其余57件未公开。", []),
    ("公开98个部门预算、97个部门决算，1个部门除外。", []),
    ("回应1次，发布会0次，解读稿1篇。", []),
    ("召开会议20次。//举办培训30次。//发放资料24份。//以上共计75条。", []),
]


@pytest.mark.parametrize(("line", "sums"), CLAIMED)
def test_sums_of_prose(line: str, sums: list[tuple[float, list[float]]], mark: Mark) -> None:
    text, entities = mark(line)
    checks = audit(text, entities, [])
    assert sorted((check.whole.value, [part.value for part in check.parts]) for check in checks) == sorted(sums)
    for check in checks:
        assert (check.rule, check.origin) == ("prose-sum", "prose")
        assert check.computed == sum(part.value for part in check.parts)
        assert check.ok == (check.computed == check.whole.value)
        for figure in (check.whole, *check.parts):
            assert figure.raw == text[figure.start : figure.end] != ""


def test_sums_of_the_written_reports(root: Path) -> None:
    """Of the sums that the writers noted hardly any is missed; what else is found are sums that they did not note."""
    scores = {split: judge_sums(d for d in read_corpus(root / "corpus" / split) if "year" in d.header) for split in ("train", "dev")}
    assert scores["train"]["precision"] >= 0.97
    assert scores["train"]["recall"] >= 0.98
    assert scores["dev"]["f"] >= 0.98


#: Lines that leave no doubt that the parts are all: however far the sum misses, it is told.
CLOSED = [
    ("工作人员96人，其中专职5人、兼职{}人。", 91),
    ("收到申请17件，其中当面10件，信函4件，网络{}件。", 3),
    ("办结申请31件，按时办结{}件，延期办结2件。", 29),
    ("公开信息412条，其中动态186条，资金97条，其他{}条。", 129),
    ("咨询92人次（电话61人次，来访{}人次）。", 31),
    ("公开信息412条，按内容分：动态186条，资金{}条。", 226),
]


@pytest.mark.parametrize(("line", "right"), CLOSED)
@pytest.mark.parametrize("wrong", [1, 7, 70, 700])
def test_lists_that_leave_nothing_out_are_sums_however_far_they_miss(line: str, right: int, wrong: int, mark: Mark) -> None:
    for part, ok in ((right, True), (wrong, False)):
        text, entities = mark(line.format(part))
        [check] = audit(text, entities, [])
        assert (check.ok, part in [one.value for one in check.parts]) == (ok, True)
        assert [finding.id for finding in find_findings(text, entities, [], [], [check])] == ([] if ok else ["prose-sum"])


def table(kind: str, columns: tuple[str, ...], rows: dict[str, list[int | None]]) -> Table:
    """Return a table whose cells stand nowhere."""
    cells = [Cell(row, column, value, 0, 0, "") for row, values in rows.items() for column, value in zip(columns, values, strict=True)]
    return Table(kind, 0, 0, tuple(cells))


def rules_of(one: Table) -> dict[tuple[str, bool], int]:
    """Count the checks of a table by rule and verdict."""
    checks = audit("", [], [one])
    verdicts = [(check.rule, check.ok) for check in checks]
    assert all(check.origin == "table" for check in checks)
    return {verdict: verdicts.count(verdict) for verdict in verdicts}


REQUESTS: dict[str, list[int | None]] = {
    "new": [3, 1, 0, 0, 0, 0, 4],
    "carried_in": [1, 0, 0, 0, 0, 0, 1],
    "granted": [2, 1, 0, 0, 0, 0, 3],
    "other": [1, 0, 0, 0, 0, 0, 1],
    "total": [3, 1, 0, 0, 0, 0, 4],
    "carried_out": [1, 0, 0, 0, 0, 0, 1],
}


def test_a_sound_table_of_requests_passes_every_equation() -> None:
    assert rules_of(table("requests", APPLICANTS, REQUESTS)) == {("J1", True): 7, ("J2", True): 7, ("J3", True): 6}


def test_one_wrong_cell_breaks_the_equations_it_stands_in() -> None:
    wrong = REQUESTS | {"granted": [9, 1, 0, 0, 0, 0, 3]}
    found = rules_of(table("requests", APPLICANTS, wrong))
    assert found == {("J1", True): 7, ("J2", True): 6, ("J2", False): 1, ("J3", True): 5, ("J3", False): 1}


def test_an_empty_cell_leaves_its_equations_out() -> None:
    blank = REQUESTS | {"carried_in": [None, 0, 0, 0, 0, 0, 1]}
    assert rules_of(table("requests", APPLICANTS, blank)) == {("J1", True): 6, ("J2", True): 7, ("J3", True): 5}


def test_remedies_add_up_by_row() -> None:
    rows: dict[str, list[int | None]] = {"review": [1, 0, 0, 1, 2], "litigation_direct": [1, 0, 0, 0, 3]}
    assert rules_of(table("remedies", OUTCOMES, rows)) == {("J4", True): 1, ("J4", False): 1}
