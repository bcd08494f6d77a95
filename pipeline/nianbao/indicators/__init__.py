"""How prose states the indicators of the official statistics, as data; the logic that uses it stands in ``claims`` and ``absences``."""

import re
from typing import Final

from nianbao.indicators import applications, means, publishing, remedies
from nianbao.indicators.cues import names

CUES: Final = (*publishing.CUES, *applications.CUES, *remedies.CUES, *means.CUES)
ABSENCES: Final = (*publishing.ABSENCES, *applications.ABSENCES, *remedies.ABSENCES, *means.ABSENCES)

#: Sections whose numbers are not of the report year or not of the statistics.
SILENT_SECTIONS: Final = frozenset(("title", "preamble", "problems", "signature", "attachments", "boilerplate"))
#: How an attachment begins that tells the figures of the form in words; they are those of the report.
STATISTICS: Final = re.compile(r"统计(?:指标|数据|情况|附表|\n)")
#: What we call such an attachment among the sections.
TOLD_STATISTICS: Final = "statistics"
#: Work told topic by topic has numbers of its own: a cue must be surer there.
ASIDE_SECTIONS: Final = frozenset(("key_areas",))
#: What can stand between the name of an indicator and its numeral.
FILLER: Final = (
    r"(?:其中|分别|全[年市县区旗镇乡省]|年内|目前|一共|总共|共[计有]|累计|合计|总计|为|是|有|达到?|约|计|共|数|□|[，,：:（(“”])*"
)

#: Topics by the words that open them; the last one named before a numeral says what 维持 or 网络 counts.
TOPICS: Final[dict[str, str]] = {
    "aside": r"建议|提案|热线|诉求|工单|留言|咨询|信访件|行政许可|行政处罚|办件|行政审批|信用信息|便民",
    "review": r"复议",
    "litigation": r"诉讼|起诉|应诉|被诉|诉[到至](?!求)",
    "complaints": r"举报|投诉",
    "requests": r"(?:属于?|已经?)主动公开|公开申请(?!行政)|申请公开|(?<!复议)申请(?!人|行政复议)|新收|(?:同意|不?予以?)公开",
    "conference": r"发布会|通气会",
    "interview": r"访谈",
    "interpretation": r"解读|回应|舆情|热点",
    "training": r"培训|学习班|办班|授课|轮训",
    "staff": r"专职|兼职",
    "fees": r"收费|减免|收取",
    "gazette": r"公报|政报",
    "proactive": r"主动公开|公开(?:各类|各种|政府|政务)*信息|公开渠道|信息公开形式|发布信息|公开内容",
}
SECTION_TOPICS: Final = {
    "proactive": "proactive",
    "requests": "requests",
    "interpretation": "interpretation",
    "fees": "fees",
}

#: Topics that a section does not turn to: what people ask for in their requests may be anything.
ALIEN_TOPICS: Final = {"requests": names("training staff gazette conference interview")}

#: One numeral counts one thing of a group; where it seems to count two it counts them together, unless it is zero.
EXCLUSIVE: Final = tuple(
    names(group)
    for group in (
        "proactive.gazette proactive.website proactive.weibo proactive.wechat proactive.other",
        "requests.received_in_person requests.received_fax requests.received_online requests.received_letter",
        (
            "requests.already_public requests.granted requests.partly_granted requests.refused "
            "requests.not_held requests.not_exist requests.clarify requests.other_channel"
        ),
        "review.total litigation.total complaints.total",
    )
)
#: The indicator of what is published by other channels than those the form names.
REST: Final = "proactive.other"
SHARED: Final = re.compile(r"各|均|都")

#: Words that make the numeral after them a difference, another year's figure or a rest, not a total.
DIFFERENCE: Final = re.compile(
    r"(?:增加|增长|增幅|新增|净增|上升|下降|减少|提高|压缩|[较比].{0,6}[多少]|同比|(?<!结转)(?:上年|去年|上一年|往年)(?!.{0,2}[结接]?转)|同期|[日月人]均|平均)(?:(?![，,][总一]?共).){0,4}$"
)
#: Words for a time that began before the report's year: 自2003年以来累计公开707篇 is no figure of a year.
CUMULATIVE: Final = re.compile(r"(?<!今年)(?<!年初)(?<!本年)(?<!年度)以来|□起至今|有史以来|历年|[至到]□+[底末]?累计")
#: What may be counted since an earlier year: a figure without these words goes first.
SUMMED_UP: Final = re.compile(r"^(?!.*(?:年内|今年|本年|全年|当年|□)).*累计")
#: A time before the year, told earlier in the sentence, with what is counted since: 自条例施行以来，累计公开15612条.
SINCE: Final = re.compile(r"(?<!今年)(?<!年初)(?<!本年)(?<!度)(?<!□)以来.*累计")
#: A numeral that is an article before a person (明确一名工作人员负责), and what it does not count.
ARTICLE: Final = re.compile(r"一[名位个]")
NOT_BY_ARTICLE: Final = frozenset(("capacity.staff",))
#: What a body wrote, divided by whom it is open to: 制作信息9条，其中主动公开4条，依申请公开2条，不予公开3条 tells of no request.
PRODUCED: Final = re.compile(r"(?:制作|制发|产生|形成|生成|拟制|编制|印发)(?:了|的|各类|各种|政府|政务|公开)*(?:信息|公文|文件)")
#: Meetings and trainings told one beside the other by their names: none of them is all.
EVENTS: Final = names("capacity.training_sessions capacity.meetings")
#: Words of a part or of a total, which is no event beside others.
ALL: Final = re.compile(r"其中|共|合计|总计|累计")
#: Indicators whose numeral can go on to speak for clauses without a numeral: 收到申请1件，…，同意公开.
CARRIERS: Final = {
    "requests.received": "requests.",
    "requests.closed": "requests.",
    "requests.answered": "requests.",
    "review.total": "review.",
    "litigation.total": "litigation.",
    "capacity.staff": "capacity.staff_",
}
ALL_OF_THEM: Final = re.compile(r"均|全部|都|全数|一律|结果(?:为|是)?(?=维持|驳回|纠)")

NEGATION: Final = re.compile(
    r"没有?(?![收]到的)|未(?![来经成审央婚满完办结按答])|零(?=(?:行政)?(?:复议|诉讼|投诉|举报|申请|收费))|无(?![锡法障偿误线论须需效理故不限业疑缝烟纸界]|公(?!民))|尚无|不存在(?!的)|不曾|分文|一分钱?"
)
AFTERWARDS: Final = re.compile(
    r"(?:数量?|件数|案件|情况|事项|人数|总数)*(?:均|都|全部|全年)?(?:为|是|：|:)?"
    r"(?:零|(?<![\d.,，])0(?![\d.])[件起次宗例元条个人]?|无|没有发生|未发生|没有|未产生|没有收到过?|未收到过?|没有开通?|未开通?)$"
)
#: Words that deny only what goes beyond what was told: 除此以外没有收到申请.
BEYOND: Final = re.compile(r"除此|除(?:上述|以上|前述|这).{0,12}外|其余|另外")
#: A sentence that denies all that its section asks for.
DENIAL: Final = re.compile(
    r"(?:本?学?年度?|全年|[我本][镇乡县市区局旗街道机关单位委会院校]+|本行政机关|□|目前|截至目前|[两二三四五][项类种]|均|都|暂|情况|，|、|：|:)*"
    r"(?:为|是)?(?:没有|无|未发生过?|未产生|没有发生过?|零|0|均无|均没有|均未发生|无此类情况|没有此类情况|未收到|没有收到|未收)"
    r"(?:此类|上述|以上|相关|该类|任何|发生|这类)*(?:情况|情形|事项|案件)?"
)
#: Sections that tell of requests and what they cost.
FEE_SECTIONS: Final = names("fees requests remedies overview other")
#: Nothing was paid: words that need no negation.
FREE: Final = re.compile(r"(?:一律|全部|均|都|全|实行|完全)(?:实行)?(?:为|是|予以)?(?:免费|免收|免除)(?!率)|不收(?:费|取)")
#: The same where other things are told too: nothing else stands in the clause.
FREE_OF_CHARGE: Final = re.compile(
    r"(?:均|都|全部|一律|申请|资料|信息|提供|□|全年|本年度?)*(?:零收费|不收费|[不未]收取?(?:任何|信息处理|检索|复制|邮寄|、|等)*(?:费用?|成本|一分钱)|免费(?:提供)?)"
)
#: Indicators that a bare 没有 denies, by the words of the heading before it.
ASKED: Final = tuple(
    (re.compile(words), indicator)
    for words, indicator in (
        (r"复议", "review.total"),
        (r"诉讼", "litigation.total"),
        (r"举报|投诉", "complaints.total"),
        (r"收费|费用|信息处理费", "fees.amount"),
        (r"依申请公开|申请(?:公开|办理|情况|受理)|公开申请(?!行政复议)", "requests.received"),
    )
)
#: Indicators that a bare 没有 denies where no heading names one, by section.
ASKED_BY_SECTION: Final = {
    "remedies": ("review.total", "litigation.total"),
    "requests": ("requests.received",),
    "fees": ("fees.amount",),
}
