"""The official tables: kinds, rows and columns with the words that name them on the page.

Sources: 国办发〔2014〕32号 (2014–2018), 国办公开办函〔2019〕60号 (2019–2020) and 国办公开办函〔2021〕30号 (2021 on).
Rows are told by the first words that no other row of the form has, since pages lose endings, explanations and numbers, and print
the end of a long label below its figures. Patterns are for text without blanks.
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
    """A row of a form: key, label as printed, the pattern that knows it again, its columns, the unit printed after the label."""

    key: str
    label: str
    pattern: str
    columns: tuple[str, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """An item of article 20 in the first table: its heading, its column headers and its rows."""

    heading: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def _part(item: str, headers: tuple[str, ...], columns: tuple[str, ...], **labels: str) -> Part:
    """Return one item of article 20, ``labels`` being its rows."""
    rows = (
        Row(key, label, label.replace("行政规范性", "规范性").replace("规范性文件", r"(?:行政)?规范性(?:文件|档案)"), columns)
        for key, label in labels.items()
    )
    return Part(f"第二十条第（{item}）项", ("信息内容", *headers), tuple(rows))


_ISSUED_2019: Final = ("本年新制作数量", "本年新公开数量", "对外公开总数量")
_ITEMS_2019: Final = ("上一年项目数量", "本年增/减", "处理决定数量")
_ITEM_KEYS: Final = ("previous", "change", "decisions")
ACTIVE_2019: Final = (
    _part("一", _ISSUED_2019, ("made", "published", "total"), rules="规章", normative_documents="规范性文件"),
    _part("五", _ITEMS_2019, _ITEM_KEYS, licensing="行政许可", other_services="其他对外管理服务事项"),
    _part("六", _ITEMS_2019, _ITEM_KEYS, penalties="行政处罚", coercion="行政强制"),
    _part("八", _ITEMS_2019[:2], _ITEM_KEYS[:2], fees="行政事业性收费"),
    _part("九", ("采购项目数量", "采购总金额"), ("projects", "amount"), procurement="政府集中采购"),
)

_ISSUED_2021: Final = ("本年制发件数", "本年废止件数", "现行有效件数")
_DECISIONS: Final = ("本年处理决定数量",)
ACTIVE_2021: Final = (
    _part("一", _ISSUED_2021, ("issued", "repealed", "in_force"), rules="规章", normative_documents="行政规范性文件"),
    _part("五", _DECISIONS, ("decisions",), licensing="行政许可"),
    _part("六", _DECISIONS, ("decisions",), penalties="行政处罚", coercion="行政强制"),
    _part("八", ("本年收费金额（单位：万元）",), ("amount",), fees="行政事业性收费"),
)

#: A row of its own in the form of 2019, a heading over three rows in that of 2021.
OTHER_2019: Final = r"[（(]六[)）]其他处理(?!(?:\||[（(]六[)）]其他处理)*(?:\d[.．、])?(?:申请人|无正当理由|逾期|(?<=[.．、])其他))"


def _requests(*other: Row) -> tuple[Row, ...]:
    """Return the rows of the table of requests; the forms differ in what they ask under 其他处理."""
    rows = (
        ("new", "一、本年新收政府信息公开申请数量", r"本年新收"),
        ("carried_in", "二、上年结转政府信息公开申请数量", r"上年(?:度)?结转"),
        ("granted", "（一）予以公开", r"予以公开"),
        ("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", r"部分公开"),
        ("refused_state_secret", "1.属于国家秘密", r"属于国家秘密"),
        ("refused_law", "2.其他法律行政法规禁止公开", r"其他法律[、，,]?(?:行政)?法规"),
        ("refused_security", "3.危及“三安全一稳定”", r"危及.?三安全一稳定"),
        ("refused_third_party", "4.保护第三方合法权益", r"保护第三方"),
        ("refused_internal", "5.属于三类内部事务信息", r"属于三类"),
        ("refused_process", "6.属于四类过程性信息", r"属于四类"),
        ("refused_enforcement", "7.属于行政执法案卷", r"属于行政执法"),
        ("refused_query", "8.属于行政查询事项", r"属于行政查询"),
        ("unable_not_held", "1.本机关不掌握相关政府信息", r"本机关不掌握"),
        ("unable_create", "2.没有现成信息需要另行制作", r"没有现成"),
        ("unable_unclear", "3.补正后申请内容仍不明确", r"补正后"),
        ("rejected_petition", "1.信访举报投诉类申请", r"信访、?举报"),
        ("rejected_repeat", "2.重复申请", r"重复申请"),
        ("rejected_publication", "3.要求提供公开出版物", r"要求提供"),
        ("rejected_massive", "4.无正当理由大量反复申请", r"无正当理由大量"),
        ("rejected_reconfirm", "5.要求行政机关确认或重新出具已获取信息", r"要求行政机关"),
    )
    total = Row("total", "（七）总计", r"(?:[（(]七[)）]|七、)总计", APPLICANTS)
    carried = Row("carried_out", "四、结转下年度继续办理", r"结转下年", APPLICANTS)
    return (*(Row(key, label, pattern, APPLICANTS) for key, label, pattern in rows), *other, total, carried)


REQUESTS_2019: Final = _requests(Row("other", "（六）其他处理", OTHER_2019, APPLICANTS))
REQUESTS_2021: Final = _requests(
    Row(
        "other_overdue_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        r"(?:申请人)?无正当理由逾期",
        APPLICANTS,
    ),
    Row(
        "other_overdue_fee",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        r"(?:申请人)?逾期未按",
        APPLICANTS,
    ),
    Row("other", "3.其他", r"3[.．、]其他", APPLICANTS),
)
#: Headings that the form prints to the left of rows, by the key of the first row they hold.
REQUEST_GROUPS: Final = {
    "granted": "三、本年度办理结果",
    "refused_state_secret": "（三）不予公开",
    "unable_not_held": "（四）无法提供",
    "rejected_petition": "（五）不予处理",
    "other_overdue_correction": "（六）其他处理",
}
#: Rows of the table of requests that are no outcome.
NOT_OUTCOMES: Final = frozenset(("new", "carried_in", "total", "carried_out"))
#: The same headings, and the blanks that pages put into them.
REQUEST_GROUP: Final = "|".join(r"\s*".join(words) for words in ("三、本年度办理结果", "不予公开", "无法提供", "不予处理", "其他处理"))
ACTIVE: Final = {"active_2019": ACTIVE_2019, "active_2021": ACTIVE_2021}
#: The table of requests as it is read: the rows of both forms in order.
REQUESTS: Final = tuple(
    Row(row.key, row.label, rf"(?:{row.pattern}|{OTHER_2019})", row.columns) if row.key == "other" else row for row in REQUESTS_2021
)


def _statistic(key: str, label: str, pattern: str, unit: str = "件") -> Row:
    return Row(key, label, pattern, ("value",), unit)


#: 政府信息公开情况统计表: rows by the heading over them.
STATISTICS_2014: Final = {
    "一、主动公开情况": (
        _statistic("proactive.total", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", r"主动公开政府信息数", "条"),
        _statistic("proactive.normative", "其中：主动公开规范性文件数", r"主动公开规范性文件数", "条"),
        _statistic("proactive.normative_issued", "制发规范性文件总数", r"制发规范性文件总?数"),
    ),
    "（二）通过不同渠道和方式公开政府信息的情况": (
        _statistic("proactive.gazette", "1.政府公报公开政府信息数", r"政府公报公开", "条"),
        _statistic("proactive.website", "2.政府网站公开政府信息数", r"政府网站公开", "条"),
        _statistic("proactive.weibo", "3.政务微博公开政府信息数", r"政务微博公开", "条"),
        _statistic("proactive.wechat", "4.政务微信公开政府信息数", r"政务微信公开", "条"),
        _statistic("proactive.other", "5.其他方式公开政府信息数", r"其[他它]方式公开", "条"),
    ),
    "二、回应解读情况": (
        _statistic(
            "interpretation.total", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", r"回应公众关注热点", "次"
        ),
    ),
    "（二）通过不同渠道和方式回应解读的情况": (
        _statistic("interpretation.press_conferences", "1.参加或举办新闻发布会总次数", r"参加或举办新闻发布会", "次"),
        _statistic("interpretation.press_conferences_principal", "其中：主要负责同志参加新闻发布会次数", r"主要负责同志参加新闻", "次"),
        _statistic("interpretation.online_interviews", "2.政府网站在线访谈次数", r"政府网站在线访谈", "次"),
        _statistic(
            "interpretation.online_interviews_principal", "其中：主要负责同志参加政府网站在线访谈次数", r"主要负责同志参加政府", "次"
        ),
        _statistic("interpretation.articles", "3.政策解读稿件发布数", r"政策解读稿件", "篇"),
        _statistic("interpretation.social", "4.微博微信回应事件数", r"微博微信回应", "次"),
        _statistic("interpretation.other", "5.其他方式回应事件数", r"其[他它]方式回应", "次"),
    ),
    "三、依申请公开情况": (
        _statistic("requests.received", "（一）收到申请数", r"收到申请数"),
        _statistic("requests.received_in_person", "1.当面申请数", r"当面申请数"),
        _statistic("requests.received_fax", "2.传真申请数", r"传真申请数"),
        _statistic("requests.received_online", "3.网络申请数", r"网络申请数"),
        _statistic("requests.received_letter", "4.信函申请数", r"信函申请数"),
        _statistic("requests.closed", "（二）申请办结数", r"申请办结数"),
        _statistic("requests.closed_on_time", "1.按时办结数", r"按时办结数"),
        _statistic("requests.closed_extended", "2.延期办结数", r"延期办结数"),
        _statistic("requests.answered", "（三）申请答复数", r"申请答复数"),
        _statistic("requests.already_public", "1.属于已主动公开范围数", r"属于已主动公开范围"),
        _statistic("requests.granted", "2.同意公开答复数", r"同意公开答复"),
        _statistic("requests.partly_granted", "3.同意部分公开答复数", r"同意部分公开答复"),
        _statistic("requests.refused", "4.不同意公开答复数", r"不同意公开答复"),
        _statistic("requests.refused_state_secret", "其中：涉及国家秘密", r"涉及国家秘密"),
        _statistic("requests.refused_trade_secret", "涉及商业秘密", r"涉及商业秘密"),
        _statistic("requests.refused_privacy", "涉及个人隐私", r"涉及个人隐私"),
        _statistic("requests.refused_security", "危及国家安全、公共安全、经济安全和社会稳定", r"危及国家安全"),
        _statistic("requests.refused_not_information", "不是《条例》所指政府信息", r"不是《条例》所指"),
        _statistic("requests.refused_other_law", "法律法规规定的其他情形", r"法律法规规定的其[他它]"),
        _statistic("requests.not_held", "5.不属于本行政机关公开数", r"不属于本行政机关公开"),
        _statistic("requests.not_exist", "6.申请信息不存在数", r"申请信息不存在"),
        _statistic("requests.clarify", "7.告知作出更改补充数", r"告知作出更改"),
        _statistic("requests.other_channel", "8.告知通过其他途径办理数", r"告知通过其[他它]途径"),
    ),
    "": (
        _statistic("review.total", "四、行政复议数量", r"行政复议数量"),
        _statistic("review.upheld", "（一）维持具体行政行为数", r"维持具体行政行为数"),
        _statistic("review.corrected", "（二）被依法纠错数", r"被依法纠错数"),
        _statistic("review.other", "（三）其他情形数", r"其[他它]情形数"),
        _statistic("litigation.total", "五、行政诉讼数量", r"行政诉讼数量"),
        _statistic("litigation.upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", r"维持具体行政行为或"),
        _statistic("litigation.corrected", "（二）被依法纠错数", r"被依法纠错数"),
        _statistic("litigation.other", "（三）其他情形数", r"其[他它]情形数"),
        _statistic("complaints.total", "六、举报投诉数量", r"举报投诉数量"),
        _statistic("fees.amount", "七、依申请公开信息收取的费用", r"依申请公开信息收取的费用", "万元"),
    ),
    "八、机构建设和保障经费情况": (
        _statistic("capacity.offices", "（一）政府信息公开工作专门机构数", r"政府信息公开工作专门机构", "个"),
        _statistic("capacity.reading_points", "（二）设置政府信息公开查阅点数", r"设置政府信息公开查阅点", "个"),
        _statistic("capacity.staff", "（三）从事政府信息公开工作人员数", r"从事政府信息公开工作人员", "人"),
        _statistic("capacity.staff_full_time", "1.专职人员数（不包括政府公报及政府网站工作人员数）", r"专职人员数", "人"),
        _statistic("capacity.staff_part_time", "2.兼职人员数", r"兼职人员数", "人"),
        _statistic(
            "capacity.budget",
            "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
            r"政府信息公开专项经费",
            "万元",
        ),
    ),
    "九、政府信息公开会议和培训情况": (
        _statistic("capacity.meetings", "（一）召开政府信息公开工作会议或专题会议数", r"召开政府信息公开工作会议", "次"),
        _statistic("capacity.training_sessions", "（二）举办各类培训班数", r"举办各类培训班", "次"),
        _statistic("capacity.trainees", "（三）接受培训人员数", r"接受培训人员", "人次"),
    ),
}
#: What the numbering of the form implies: the endings of the keys that exhaust the whole.
STATISTIC_SUMS: Final = {
    "requests.received": ("received_in_person", "received_fax", "received_online", "received_letter"),
    "requests.closed": ("closed_on_time", "closed_extended"),
    "requests.refused": (
        "refused_state_secret",
        "refused_trade_secret",
        "refused_privacy",
        "refused_security",
        "refused_not_information",
        "refused_other_law",
    ),
    "requests.answered": ("already_public", "granted", "partly_granted", "refused", "not_held", "not_exist", "clarify", "other_channel"),
    "review.total": ("upheld", "corrected", "other"),
    "litigation.total": ("upheld", "corrected", "other"),
    "capacity.staff": ("staff_full_time", "staff_part_time"),
}
#: Money that a record keeps in 元, with the unit that the form prints where the cell has none.
MONEY: Final = {"procurement": "元", "fees.amount": "万元", "capacity.budget": "万元"}


@dataclass(frozen=True, slots=True)
class Form:
    """What a reader looks for: rows in order, the words of the header, and how many rows with figures make a table."""

    kind: str
    rows: tuple[Row, ...]
    header: str
    least: int


_ACTIVE_HEADER: Final = (
    r"第二十条|第?[（(][一五六八九][)）]项|信息内容|本年|上一年|新?[制发作公开]{2}件?数量?|新制作数量|对外公开总数量?|废止件数|现行有效件数|项目数量|增/?减"
    r"|处理决定数量|收费金额|采购总金额"
)
_REQUESTS_HEADER: Final = (
    r"申请人情况|自然人|法人或其他组织|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|三、本年度办理结果"
    r"|本列数据的?勾稽关系为?|第一项加第二项之和[，,]?等于第三项加第四项之和|[（()）]"
)
FORMS: Final = (
    Form("active", tuple(row for part in ACTIVE_2019 for row in part.rows), _ACTIVE_HEADER, 2),
    Form("requests", REQUESTS, _REQUESTS_HEADER, 4),
    Form(
        "statistics_2014",
        tuple(row for rows in STATISTICS_2014.values() for row in rows),
        r"统计指标|指标名称|单位|统计数|一、主动公开情况",
        6,
    ),
)
#: Words that only one of the two forms under article 20 has in its headers.
ACTIVE_SIGNS: Final = {
    "active_2019": r"本年新制作|本年新公开|对外公开总|上一年项目|本年增|采购项目|采购总金额",
    "active_2021": r"本年制发件|本年废止|现行有效件|本年收费金额",
}
#: The header of the table of remedies, which has no row labels, however its three lines were laid one after the other.
REMEDIES_HEADER: Final = "|".join((*REMEDY_NAMES, *OUTCOME_NAMES, "行政诉讼"))

_ITEM: Final = "一二三四五六七八九十"
#: The number before a label.
NUMBERING: Final = rf"\d[.．、]|[（(][{_ITEM}][)）]|[{_ITEM}][、.．]|其中[:：]"
#: Marks inside a label that pages print in several shapes.
LABEL_MARKS: Final = '”"」’、，,'
#: What a form or an issuer adds to a label or a column header in brackets; the number of an item is none.
EXPLANATION: Final = rf"[（(](?![{_ITEM}][)）])(?:[^（()）|]|[（(][^（()）|]*[)）])*[)）]"
#: A figure as printed in a cell, or a sign that stands for an empty one.
UNITS: Final = r"亿元|万元|元|人次|[件条项个次篇份家人]"
FIGURE: Final = rf"(?:[+\-−增减]\s?)?(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d+)(?:\.\d+)?(?:\s?(?:{UNITS}))?"
#: Figures of several cells with nothing between them but signs.
RUN: Final = r"\d(?:[\d.+\-−]*\d)?"
BLANK: Final = r"[\-—–/\\]+|无"
#: What follows a cell: a blank or separator, the end of the row, or the number of the next item that a page has glued to it.
CELL_END: Final = rf"(?=[\s|]|$|[{_ITEM}]、|[（(][{_ITEM}][)）]|第[二{_ITEM}]|信息内容|未经复议|复议后)"
#: A page number between two lines of a table that runs over the page.
PAGE_NUMBER: Final = r"\n\s{0,40}(?:[\-—]\s*\d{1,3}\s*[\-—]|第\s?\d{1,3}\s?页[^\n]{0,8})\s{0,40}(?=\n)"
