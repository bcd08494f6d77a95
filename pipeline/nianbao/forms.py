"""The official tables: kinds, rows and columns with the words that name them on the page.

Sources: 国办公开办函〔2019〕60号 (2019–2020) and 国办公开办函〔2021〕30号 (2021 on). Rows are told by the first words that no other row of
the form has, since pages lose endings, explanations and numbers.
"""

from dataclasses import dataclass
from typing import Final

APPLICANTS: Final = ("natural_person", "company", "research", "welfare", "legal", "other", "total")
APPLICANT_NAMES: Final = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES: Final = ("upheld", "corrected", "other", "pending", "total")
OUTCOME_NAMES: Final = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
REMEDIES: Final = ("review", "litigation_direct", "litigation_after_review")
REMEDY_NAMES: Final = ("行政复议", "未经复议直接起诉", "复议后起诉")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a form: key, label as printed, the pattern that knows it again, and its columns."""

    key: str
    label: str
    pattern: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An item of article 20 in the first table: its heading, its column headers and its rows."""

    heading: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


ACTIVE_2019: Final = (
    Part(
        "第二十条第（一）项",
        ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"),
        (
            Row("rules", "规章", r"规章", ("made", "published", "total")),
            Row("normative_documents", "规范性文件", r"(?:行政)?规范性文件", ("made", "published", "total")),
        ),
    ),
    Part(
        "第二十条第（五）项",
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        (
            Row("licensing", "行政许可", r"行政许可", ("previous", "change", "decisions")),
            Row("other_services", "其他对外管理服务事项", r"其他对外管理服务事项", ("previous", "change", "decisions")),
        ),
    ),
    Part(
        "第二十条第（六）项",
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        (
            Row("penalties", "行政处罚", r"行政处罚", ("previous", "change", "decisions")),
            Row("coercion", "行政强制", r"行政强制", ("previous", "change", "decisions")),
        ),
    ),
    Part(
        "第二十条第（八）项",
        ("信息内容", "上一年项目数量", "本年增/减"),
        (Row("fees", "行政事业性收费", r"行政事业性收费", ("previous", "change")),),
    ),
    Part(
        "第二十条第（九）项",
        ("信息内容", "采购项目数量", "采购总金额"),
        (Row("procurement", "政府集中采购", r"政府集中采购", ("projects", "amount")),),
    ),
)

ACTIVE_2021: Final = (
    Part(
        "第二十条第（一）项",
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        (
            Row("rules", "规章", r"规章", ("issued", "repealed", "in_force")),
            Row("normative_documents", "行政规范性文件", r"(?:行政)?规范性文件", ("issued", "repealed", "in_force")),
        ),
    ),
    Part(
        "第二十条第（五）项",
        ("信息内容", "本年处理决定数量"),
        (Row("licensing", "行政许可", r"行政许可", ("decisions",)),),
    ),
    Part(
        "第二十条第（六）项",
        ("信息内容", "本年处理决定数量"),
        (
            Row("penalties", "行政处罚", r"行政处罚", ("decisions",)),
            Row("coercion", "行政强制", r"行政强制", ("decisions",)),
        ),
    ),
    Part(
        "第二十条第（八）项",
        ("信息内容", "本年收费金额（单位：万元）"),
        (Row("fees", "行政事业性收费", r"行政事业性收费", ("amount",)),),
    ),
)


def _requests(*other: Row) -> tuple[Row, ...]:
    """Return the rows of the table of requests; the forms differ in what they ask under 其他处理."""
    rows = (
        ("new", "一、本年新收政府信息公开申请数量", r"本年新收"),
        ("carried_in", "二、上年结转政府信息公开申请数量", r"上年(?:度)?结转"),
        ("granted", "（一）予以公开", r"予以公开"),
        ("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", r"部分公开"),
        ("refused_state_secret", "1.属于国家秘密", r"属于国家秘密"),
        ("refused_law", "2.其他法律行政法规禁止公开", r"其他法律(?:、)?行政法规禁止"),
        ("refused_security", "3.危及“三安全一稳定”", r"危及.?三安全一稳定"),
        ("refused_third_party", "4.保护第三方合法权益", r"保护第三方"),
        ("refused_internal", "5.属于三类内部事务信息", r"属于三类内部"),
        ("refused_process", "6.属于四类过程性信息", r"属于四类过程"),
        ("refused_enforcement", "7.属于行政执法案卷", r"属于行政执法案卷"),
        ("refused_query", "8.属于行政查询事项", r"属于行政查询"),
        ("unable_not_held", "1.本机关不掌握相关政府信息", r"本机关不掌握"),
        ("unable_create", "2.没有现成信息需要另行制作", r"没有现成信息"),
        ("unable_unclear", "3.补正后申请内容仍不明确", r"补正后申请内容"),
        ("rejected_petition", "1.信访举报投诉类申请", r"信访(?:、)?举报(?:、)?投诉类"),
        ("rejected_repeat", "2.重复申请", r"(?<!反复)重复申请"),
        ("rejected_publication", "3.要求提供公开出版物", r"要求提供公开出版物"),
        ("rejected_massive", "4.无正当理由大量反复申请", r"无正当理由大量反复"),
        ("rejected_reconfirm", "5.要求行政机关确认或重新出具已获取信息", r"要求行政机关确认"),
    )
    total = Row("total", "（七）总计", r"[（(]七[)）]\s*总计", APPLICANTS)
    carried = Row("carried_out", "四、结转下年度继续办理", r"结转下年", APPLICANTS)
    return (*(Row(key, label, pattern, APPLICANTS) for key, label, pattern in rows), *other, total, carried)


REQUESTS_2019: Final = _requests(Row("other", "（六）其他处理", r"[（(]六[)）]\s*其他处理", APPLICANTS))
REQUESTS_2021: Final = _requests(
    Row(
        "other_overdue_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        r"无正当理由逾期不补正",
        APPLICANTS,
    ),
    Row(
        "other_overdue_fee",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        r"逾期未按收费通知",
        APPLICANTS,
    ),
    Row("other", "3.其他", r"3\s*[.．、]\s*其他", APPLICANTS),
)
#: Headings that the form prints to the left of rows, by the key of the first row they hold.
REQUEST_GROUPS: Final = {
    "granted": "三、本年度办理结果",
    "refused_state_secret": "（三）不予公开",
    "unable_not_held": "（四）无法提供",
    "rejected_petition": "（五）不予处理",
    "other_overdue_correction": "（六）其他处理",
}
ACTIVE: Final = {"active_2019": ACTIVE_2019, "active_2021": ACTIVE_2021}
