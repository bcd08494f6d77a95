"""How prose names the indicators of the official statistics, as data; the logic that uses it stands in ``facts``.

Words are regular expressions over letters without blanks in which names, titles, numbers of documents and dates are masked (□).
"""

import re
from dataclasses import dataclass, field
from typing import Final

#: Sections whose numbers are not of the report year or not of the statistics.
SILENT_SECTIONS: Final = frozenset(("title", "preamble", "problems", "signature", "attachments", "boilerplate"))
#: Work told topic by topic has numbers of its own: a cue must be surer there.
ASIDE_SECTIONS: Final = frozenset(("key_areas",))
#: What can stand between the name of an indicator and its numeral.
FILLER: Final = r"(?:其中|分别|全年|全市|全县|全区|全旗|全镇|全乡|全省|年内|目前|一共|总共|共计|累计|合计|总计|共有|为|是|有|达到?|约|计|共|数|□|[，,：:（(“”])*"

#: Topics by the words that open them; the last one named before a numeral says what 维持 or 网络 counts.
TOPICS: Final[dict[str, str]] = {
    "aside": r"建议|提案|热线|诉求|工单|留言|咨询|信访件|行政许可|行政处罚|办件|行政审批|信用信息|便民",
    "review": r"复议",
    "litigation": r"诉讼|起诉|应诉",
    "complaints": r"举报|投诉",
    "requests": r"已(?:经)?主动公开|依申请公开|公开申请|申请公开|申请(?!人)|新收|同意公开|予以公开|不予公开",
    "conference": r"发布会|通气会",
    "interview": r"访谈",
    "interpretation": r"解读|回应|舆情|热点",
    "training": r"培训|办班|授课|轮训",
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

#: Measure words by what they count; no unit at all goes with every one.
UNITS: Final[dict[str, frozenset[str]]] = {
    "information": frozenset("条 件 篇 份 项 次 则 期 条次 部 条信息".split()) | {""},
    "documents": frozenset("件 份 个 条 部 篇 项".split()) | {""},
    "cases": frozenset("件 起 宗 例 份 次 个 条 批 项 件次 人次 人 桩 封 笔".split()) | {""},
    "articles": frozenset("篇 条 件 份 个 期 部 次 项 则 幅".split()) | {""},
    "times": frozenset("次 场 期 个 届 班 轮 回 批 场次 期次 班次".split()) | {""},
    "sites": frozenset("个 处 家 所".split()) | {""},
    "people": frozenset("人 名 位 人次 人员 名同志".split()) | {""},
    "money": frozenset("元"),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to state an indicator: words before or after the numeral, in what unit, under which topic, and what rules it out."""

    indicator: str
    unit: str
    words: str = ""
    after: str = ""
    topics: frozenset[str] = frozenset()
    unless: str = ""
    strength: int = 3
    gap: int = 8
    sections: frozenset[str] = frozenset()
    before_numeral: re.Pattern[str] = field(init=False)
    anywhere: re.Pattern[str] = field(init=False)
    after_numeral: re.Pattern[str] = field(init=False)
    ruled_out: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Compile the words once."""
        object.__setattr__(self, "before_numeral", re.compile(rf"(?:{self.words}).{{0,{self.gap}}}$" if self.words else ""))
        object.__setattr__(self, "anywhere", re.compile(self.words or r"(?!)"))
        object.__setattr__(self, "after_numeral", re.compile(self.after))
        object.__setattr__(self, "ruled_out", re.compile(self.unless or r"(?!)"))


@dataclass(frozen=True, slots=True)
class Absence:
    """What a negation must deny for an indicator to be 0, what rules it out, and under which topics or sections it holds."""

    indicator: str
    words: str
    unless: str = ""
    topics: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    target: re.Pattern[str] = field(init=False)
    ruled_out: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Compile the words once."""
        object.__setattr__(self, "target", re.compile(self.words))
        object.__setattr__(self, "ruled_out", re.compile(self.unless or r"(?!)"))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CHANNEL = r"网站|网页|网上|门户|子网|微信|微博|公众号|公报|政报|公开栏|公示栏|公告栏|电子屏|显示屏|报刊|报纸|广播|电视|短信|其他方式|其他形式"
_SEVERAL = r"等(?:多种|各种|各类|多个)?(?:渠道|方式|形式|平台|途径|载体|媒体|媒介)"
_INFORMATION = r"(?:公开)?(?:的|了|各类|各种|各项|政府|政务|部门|乡镇|本级|工作|公共|相关|有关)*信息"
#: A list by kind or channel follows; what it counts is a part.
_NO_WHOLE = rf"其中|规范性|属于|范围|依申请|按(?:时|期)|重点|访问|点击|浏览|要点|目录|栏目|^(?!.*(?:{_SEVERAL})).*(?:{_CHANNEL})"
_NOT_PUBLISHED = r"访问|点击|浏览|栏目|专栏|链接|留言|清理|关停|账号|用户|粉丝|关注|普查|访谈|申请|咨询|信箱|阅读|转发|下架|检查|更新"
_PROACTIVE = _set("proactive interpretation gazette conference aside") | {""}
_REQUESTS = _set("requests")
_OUTCOMES = r"维持|纠|撤销|撤回|驳|变更|确认|责令|后起诉|其他|审结|结案|点评|应诉率|败诉|胜诉"
_PRINCIPAL = r"主要负责(?:同志|人)|主要领导|一把手|行政首长|(?<!副)(?:县|市|区|旗|州|盟|省|镇|乡|局|厅)长|(?<!副)主任"
_OWN_SECTIONS = _set("proactive overview requests remedies fees capacity other interpretation") | {""}
_NO_MEETING = r"发布会|听证|通气|座谈|恳谈|院务|运动|培训|常务会|招聘|讲座|议事|群众|村民|听取"
_OFFLINE = r"公开栏|公示栏|公告栏|宣传栏|电子屏|显示屏|LED屏|大屏|广播|报刊|报纸|电视|展板|触摸屏|明白纸|宣传单|短信"

CUES: Final = (
    Cue("proactive.total", "information", rf"主动公开{_INFORMATION}(?:公开)?(?:总数|总量|条数|数量?|量)?", unless=_NO_WHOLE),
    Cue("proactive.total", "information", rf"(?:政府|政务)信息公开(?:总数|总量|条数|数量?|量)|信息公开总[数量]", unless=_NO_WHOLE, strength=2),
    Cue("proactive.total", "information", r"主动公开", gap=14, unless=rf"{_NO_WHOLE}|已(?:经)?主动公开.{{0,3}}$", strength=2),
    Cue("proactive.total", "information", r"(?:公开|公布|发布)(?:的|了)?(?:各类|各种|各项|政府|政务|[一-龥]{2})*信息(?:总数|总量|数|量)?", unless=_NO_WHOLE, strength=1),
    Cue("proactive.total", "information", r"(?:全年|年内|今年|年度|共|累计|合计|总计|共计|对外|社会|□|途径|渠道|方式|形式)公开(?:了|出)?(?:信息)?", gap=3, unless=_NO_WHOLE, strength=1),
    Cue("proactive.total", "information", r"^[，,、；;]?(?:总共|共计|合计|总计|共)(?:有|公开|发布)*", gap=0, topics=_set("proactive"), strength=1),
    Cue("proactive.normative", "documents", r"(?:公开|公布|发布)(?:的|了|本级|行政|税务|政府|各类)*规范性文件", unless=r"废止|失效|清理|修改|有效(?!的)|解读"),
    Cue("proactive.normative", "documents", r"规范性文件(?:公开|主动公开|信息)?(?:数|共|有|计|为|的|件数)*", gap=2, unless=r"废止|失效|清理|修改|有效(?!的)|解读|备案|审查|合法性", strength=2),
    Cue("proactive.normative_issued", "documents", r"制发规范性文件(?:总数|数)", strength=3),
    Cue("proactive.gazette", "information", r"公报|政报", unless=_NOT_PUBLISHED),
    Cue("proactive.gazette", "information", r"刊登|刊载|登载|刊发", topics=_set("gazette"), strength=2),
    Cue("proactive.website", "information", r"网站(?!群|集约)|门户网|网页|子网|校园网|信息公开网|信息网|政府网", gap=10, topics=_PROACTIVE, unless=rf"{_NOT_PUBLISHED}|{_SEVERAL}|等其[他它]"),
    Cue("proactive.weibo", "information", r"微博", gap=10, topics=_PROACTIVE, unless=rf"{_NOT_PUBLISHED}|{_SEVERAL}|等其[他它]|回应"),
    Cue("proactive.wechat", "information", r"微信(?!群)|公众号", gap=10, topics=_PROACTIVE, unless=rf"{_NOT_PUBLISHED}|{_SEVERAL}|等其[他它]|回应"),
    Cue("proactive.other", "information", r"(?:其[他它]|别的)(?:公开)?(?:方式|形式|渠道|途径|平台|载体|媒体|手段|法子)", gap=12, topics=_PROACTIVE, unless=r"回应"),
    Cue("proactive.other", "information", rf"(?:{_OFFLINE})(?:等)?(?:公开|公布|发布|公示|张贴)?", gap=4, topics=_PROACTIVE, unless=rf"{_NOT_PUBLISHED}|{_SEVERAL}|更换|制作|设立|建", strength=1),
    Cue("interpretation.total", "cases", r"回应.{0,16}(?:热点|舆情|关切|关注)", unless=_CHANNEL),
    Cue("interpretation.total", "cases", r"(?:热点|舆情).{0,8}回应|回应解读", gap=4, unless=_CHANNEL),
    Cue("interpretation.total", "cases", after=r"(?:社会|公众|网民|群众|重大)*(?:关注)?(?:的)?(?:热点|舆情)", words=r"回应|对", gap=40, strength=2),
    Cue("interpretation.press_conferences", "times", r"新闻(?:发布|通气)会|发布会", unless=rf"参加(?!和|或|、).*(?:{_PRINCIPAL})|(?:{_PRINCIPAL}).*(?:参加|出席)"),
    Cue("interpretation.press_conferences", "times", after=r"(?:政策|专题)?新闻发布会"),
    Cue("interpretation.press_conferences_principal", "times", rf"(?:{_PRINCIPAL}).*(?:参加|出席|到场|参会|主持|发布会)", topics=_set("conference")),
    Cue("interpretation.press_conferences_principal", "times", rf"{_PRINCIPAL}", gap=4, topics=_set("conference"), strength=2),
    Cue("interpretation.online_interviews", "times", r"访谈", unless=rf"(?:主要负责(?:同志|人)|主要领导).*访谈"),
    Cue("interpretation.online_interviews", "times", after=r"(?:网上|网络|政府网站)*在线访谈"),
    Cue("interpretation.online_interviews_principal", "times", rf"(?:{_PRINCIPAL}).*(?:参加|出席|到场|上线|做客|参与|访谈)", topics=_set("interview"), unless=r"及|等|、"),
    Cue("interpretation.online_interviews_principal", "times", rf"{_PRINCIPAL}", gap=4, topics=_set("interview"), strength=2),
    Cue("interpretation.articles", "articles", r"解读(?:类|性)?(?:稿件|稿|材料|文章|信息|产品|文件|文稿)?", gap=6, unless=r"其中(?!.*(?:政策|稿))|图文|图解|视频|动漫|图表|问答|文字|负责人|更新|回应|图片|H5|转发|解读率"),
    Cue("interpretation.articles", "articles", after=r"(?:政策)?解读(?:稿|材料|文章|产品|信息)?", unless=r"图文|图解|视频|动漫|图表"),
    Cue("interpretation.articles", "articles", r"^[，,、；;]?(?:总共|共计|合计|总计|共)(?:有|发布)*", gap=0, topics=_set("interpretation"), strength=1),
    Cue("interpretation.social", "cases", r"微博[、和及与]?(?:政务)?微信.{0,4}回应|(?:微信|微博|公众号)(?:公众号|平台)?.{0,4}回应", topics=_set("interpretation interview conference")),
    Cue("interpretation.other", "cases", r"其[他它](?:方式|形式|渠道|途径).{0,6}回应|其[他它](?:方式|形式|渠道|途径)", gap=6, topics=_set("interpretation interview conference"), unless="公开"),
    Cue("requests.received", "cases", r"(?:收到|受理|接到|接收|收悉|新收|收|办理|接受).{0,30}(?:公开)?申请(?:事项|数量?|总数|总量|件数|案件|书)?", unless=r"复议|诉讼|许可|更正|结转|其中|另行|口头|网[上络]|信函|当面|传真|邮|电子|现场|来信|办结|答复"),
    Cue("requests.received", "cases", r"(?:政府|政务)?信息公开申请(?:事项|数量?|总数|总量|件数|案件)?", gap=5, topics=_REQUESTS, unless=r"复议|诉讼|许可|更正|结转|其中|另行|网[上络]|信函|当面|传真|邮|电子|办结|答复|印发|全部", strength=2),
    Cue("requests.received", "cases", r"(?:收到|受理|接到|新收|接收|收)(?:了|到)?(?:依申请公开)?(?:事项|件)?", gap=2, topics=_REQUESTS, unless=r"复议|诉讼|结转|其中|另行|网[上络]|信函|当面|传真|邮|电子|咨询|意见", strength=2),
    Cue("requests.received", "cases", r"收到|受理|接到|新收", gap=6, after=r"(?:政府|政务)?(?:信息公开|依申请公开|公开)?申请|依申请公开", unless=r"复议|诉讼|结转|网[上络]|信函|当面|传真", strength=2),
    Cue("requests.received", "cases", r"(?:收到|受理|接到|新收).{0,8}(?:网[上络]|信函|当面|传真|邮.|电子).{0,8}申请", gap=3, unless=r"其中|复议", strength=1),
    Cue("requests.received", "cases", r"(?:仅|只|共)有?.{0,6}(?:网[上络]|信函|当面|传真|邮寄).{0,4}申请", gap=3, unless=r"其中|复议", strength=1),
    Cue("requests.received", "cases", r"^依申请公开(?:政府信息)?(?:情况|事项|数|件)?[：:]?", gap=2, strength=1),
    Cue("requests.received_in_person", "cases", r"当面|现场(?!咨询|会)|窗口|到场|上门|口头|面对面", topics=_REQUESTS, unless=r"咨询"),
    Cue("requests.received_fax", "cases", r"传真", topics=_REQUESTS, unless=r"电话|咨询"),
    Cue("requests.received_online", "cases", r"网[络上站]|互联网|电子邮[件箱]|在线|线上|电邮|电子(?:方式|申请)", topics=_REQUESTS, unless=r"咨询|公布|主动公开|发布"),
    Cue("requests.received_letter", "cases", r"信函|来信|信件|邮寄|邮政|挂号信|书信|寄送|快递|EMS|来函", topics=_REQUESTS, unless=r"咨询|费|电子"),
    Cue("requests.closed", "cases", r"办结(?!件?中)(?:申请|依申请公开|政府信息公开申请)?(?:数|件数|总数)?", gap=6, topics=_REQUESTS, unless=r"按[时期]|如期|延期|超期|率|未|期限内|其中"),
    Cue("requests.closed", "cases", r"(?:按[时期]|如期|期限内)办结", gap=3, topics=_REQUESTS, unless=r"未|其中|率", strength=1),
    Cue("requests.closed", "cases", r"(?:^|[年共内已])办理(?:完毕|完结)?(?:申请)?", gap=3, topics=_REQUESTS, unless=r"结转|其他|途径|按[时期]|延期|信访|继续|未", strength=2),
    Cue("requests.closed", "cases", after=r".{0,10}(?:全部|都|均)(?:已|按时|按期|如期|依法|及时|在.{0,6}内)*办结", topics=_REQUESTS),
    Cue("requests.closed_on_time", "cases", r"(?:按时|按期|如期|期限内|及时)(?:办结|答复|办理)?", gap=3, topics=_REQUESTS, unless="未"),
    Cue("requests.closed_on_time", "cases", after=r".{0,10}(?:全部|都|均)(?:已)?(?:按时|按期|如期|在.{0,6}内)(?:依法)?办结", topics=_REQUESTS),
    Cue("requests.closed_extended", "cases", r"(?:延期|延长(?:期限|答复)?|延时)(?:后)?(?:办结|答复|办理)?", gap=3, topics=_REQUESTS, unless="未"),
    Cue("requests.answered", "cases", r"答复(?:申请|办结|申请人|依申请公开|书)?(?:数|件数|总数)?|作出答复", gap=5, topics=_REQUESTS, unless=r"率|未|超期|逾期|延期|按[时期]|维持|其中|后|尚"),
    Cue("requests.answered", "cases", after=r".{0,8}(?:全部|都|均|已)?(?:已|按时|按期|如期|依法|及时|书面|给了?|作出|予以|在.{0,8}内|了|向申请人)*答复", topics=_REQUESTS),
    Cue("requests.already_public", "cases", r"(?:已|已经|属|属于|属于已)主动公开(?:范围|的|信息)*", gap=6, topics=_REQUESTS),
    Cue("requests.granted", "cases", r"(?<![不部])(?:同意|予以|准予|给予|已予|可以|依法|决定|全部)(?:全部|主动)?公开", gap=6, topics=_REQUESTS, unless=r"不同意|不予|部分公开|不可"),
    Cue("requests.partly_granted", "cases", r"部分公开", gap=6, topics=_REQUESTS),
    Cue("requests.refused", "cases", r"不同意公开|不予公开|不公开|不予以公开|拒绝公开", gap=6, topics=_REQUESTS),
    Cue("requests.not_held", "cases", r"(?:不属|非|不由)(?:于)?(?:本|我|□|该)?.{0,10}(?:机关|单位|职权|职责|权限|局|部门|政府|县|镇)(?:.{0,3}(?:公开|掌握|负责|职责|职权|范围|权限|制作))*", gap=10, topics=_REQUESTS, unless=r"等其[他它]|政府信息范[围畴]"),
    Cue("requests.not_exist", "cases", r"不存在", gap=6, topics=_REQUESTS, unless=r"等其[他它]"),
    Cue("requests.clarify", "cases", r"(?:更改|补充|补正|内容不明确|不明确)", gap=6, topics=_REQUESTS, unless=r"逾期|不补正|未补正"),
    Cue("requests.other_channel", "cases", r"告知.{0,6}(?:途径|渠道)|(?:通过)?其[他它](?:途径|渠道)(?:办理|解决|处理|查询|获取)|另行查询|告知.{0,10}(?:查询|咨询)", gap=6, topics=_REQUESTS | {"aside"}),
    Cue("review.total", "cases", r"复议(?:申请|案件|案|事项|情况|数|数量|总数|□)*", gap=8, unless=rf"{_OUTCOMES}|未经|起诉", sections=_OWN_SECTIONS),
    Cue("review.total", "cases", after=r"(?:[^，,]{0,12}的)?(?:政府信息公开|信息公开)?(?:类)?(?:行政)?复议(?!后)", sections=_OWN_SECTIONS),
    Cue("review.total", "cases", r"^(?:□|全年|共|发生|收到|受理|接到|有|：|:)+", gap=2, topics=_set("review"), sections=_set("remedies"), strength=1),
    Cue("review.upheld", "cases", r"维持", topics=_set("review")),
    Cue("review.corrected", "cases", r"纠错|纠正|撤销|变更|确认违法|责令(?:限期)?(?:重新|履行|改正)", topics=_set("review"), unless="撤销申请"),
    Cue("review.other", "cases", r"其[他它](?:情形|结果|方式|情况)?|和解|终止", gap=4, topics=_set("review")),
    Cue("litigation.total", "cases", r"(?:行政)?诉讼(?:案件|案|事项|情况|数|数量|总数)*|应诉案件|起诉", gap=8, unless=rf"{_OUTCOMES}|复议后|直接起诉", sections=_OWN_SECTIONS),
    Cue("litigation.total", "cases", after=r"(?:政府信息公开|信息公开)?(?:类)?行政诉讼", sections=_OWN_SECTIONS),
    Cue("litigation.total", "cases", r"^(?:□|全年|共|发生|收到|受理|接到|有|：|:)+", gap=2, topics=_set("litigation"), sections=_set("remedies"), strength=1),
    Cue("litigation.upheld", "cases", r"维持|驳回", gap=12, topics=_set("litigation")),
    Cue("litigation.corrected", "cases", r"纠错|纠正|撤销|变更|确认违法|责令(?:限期)?(?:重新|履行|改正)|败诉", topics=_set("litigation")),
    Cue("litigation.other", "cases", r"其[他它](?:情形|结果|方式|情况)?", gap=4, topics=_set("litigation")),
    Cue("complaints.total", "cases", r"(?:举报|投诉)(?:案件|信件|件|信|数|事项|电话)?", gap=6, sections=_OWN_SECTIONS, unless=r"供应商|消费|热线|旅游|景区|处理|办结|信访|类|价格|环境|环保"),
    Cue("complaints.total", "cases", after=r"(?:群众|政府信息公开|信息公开)?(?:举报|投诉)", sections=_OWN_SECTIONS),
    Cue("complaints.total", "cases", r"^(?:□|全年|共|收到|受理|接到|有|：|:)+", gap=2, topics=_set("complaints"), sections=_OWN_SECTIONS, strength=1),
    Cue("fees.amount", "money", r"(?:收取|收费|收|共收).{0,16}(?:费用?|成本)|收费金额|(?:信息处理|检索|复制|邮寄)费", gap=10, unless=r"免收|减免|免除|罚|排污|事业性|节约|水资源|税|不动产|退"),
    Cue("capacity.offices", "sites", r"(?:专门|工作|公开|管理)机构", gap=6, unless=r"医疗|金融|中介|下属|培训"),
    Cue("capacity.offices", "sites", after=r"(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:专门机构|机构$)"),
    Cue("capacity.reading_points", "sites", r"查阅(?:点|场所|中心|室|窗口|处|地点|专区)", gap=6),
    Cue("capacity.reading_points", "sites", after=r"(?:政府信息公开|政府信息|信息公开|政务公开|公共|信息|集中)*查阅(?:点|场所|中心|室|窗口|处)"),
    Cue("capacity.staff", "people", r"(?:工作|从业|公开|经办|配备|专[、（(/]?兼职[)）]?)人员|具体经办|经办人", gap=6, unless=r"培训|参加|参训|接受|轮训|窗口|执法|医务|其中|听课|到场"),
    Cue("capacity.staff", "people", r"从事.{0,18}(?:的|工作|人员)?", gap=6, unless=r"培训|参训|其中|专职(?!兼)"),
    Cue("capacity.staff", "people", after=r"(?:政府信息公开|政务公开|信息公开|具体)*(?:从事|负责.{0,10}公开|承担.{0,10}公开|工作人员|经办人员|专兼职人员)", unless=r"窗口|培训|参加|参训|其中|接受", strength=2),
    Cue("capacity.staff_full_time", "people", r"专职(?:工作)?(?:人员|干部|信息员)?", gap=6, unless=r"专[、/]?兼职|公职|教师|律师"),
    Cue("capacity.staff_full_time", "people", after=r"(?:政府信息公开|政务公开|信息公开)?专职"),
    Cue("capacity.staff_part_time", "people", r"(?<!专)(?<!专、)(?<!专\()兼职(?:工作)?(?:人员|干部|信息员)?", gap=6, unless=r"教师|律师"),
    Cue("capacity.staff_part_time", "people", after=r"(?:政府信息公开|政务公开|信息公开)?兼职"),
    Cue("capacity.budget", "money", r"(?:专项|工作|公开|事务|业务|办公|宣传|安排|落实|投入|列支|保障|划拨)经费", gap=6, unless=r"三公|补助|运维|维护|教育|扶贫|项目"),
    Cue("capacity.budget", "money", r"经费", gap=3, unless=r"三公|补助|运维|维护|教育|扶贫|项目|公用|医疗|水利", sections=_set("capacity overview"), strength=1),
    Cue("capacity.meetings", "times", r"工作会议|专题会议?|专题研究|开会(?:研究|专题研究)?", gap=5, unless=_NO_MEETING),
    Cue("capacity.meetings", "times", r"(?:召开|开|主持|组织|共|计).{0,24}会议?(?:研究|部署)?", gap=5, strength=2, unless=_NO_MEETING),
    Cue("capacity.meetings", "times", after=r"(?:召开|开)?.{0,8}(?:专题|工作|领导小组|推进|协调|调度)?会议?", words=r"召开|领导小组|组织", gap=10, unless=r"发布会|听证|座谈|培训", strength=2),
    Cue("capacity.meetings", "times", after=r"(?:召开会议|专题研究|开会研究)", strength=2),
    Cue("capacity.training_sessions", "times", r"培训(?:班|会|活动|讲座|工作)?|办班|轮训", gap=8, topics=_set("training"), unless=r"人员|职业|技能|农民|就业|防治"),
    Cue("capacity.training_sessions", "times", after=r".{0,10}培训(?:班|会|活动)?", words=r"举办|组织|开展|开办|办|召开|参加", gap=12, strength=2),
    Cue("capacity.trainees", "people", r"(?:接受|参加|参训|受训|听课|到会|参与|覆盖|共|计)*培训(?:各类|工作|业务|相关|镇村|机关)*(?:人员|人数|干部|人次)?", gap=8, topics=_set("training"), unless=r"职业|技能|农民|就业"),
    Cue("capacity.trainees", "people", r"参训|受训|听课|参加|到会|培训|参培|到场|接受", gap=8, topics=_set("training"), strength=2),
    Cue("capacity.trainees", "people", r"^[、，,共计达累约（(]*(?:有)?", gap=0, topics=_set("training"), unless=r"专职|兼职", strength=2),
    Cue("capacity.trainees", "people", after=r"(?:人员|工作人员|干部)?(?:次)?(?:参加|参训|受训|接受|到课|听课|到会|参与)", topics=_set("training"), strength=2),
)

#: One numeral counts one thing of a group; where it seems to count two it counts them together, unless it is zero.
EXCLUSIVE: Final = tuple(
    _set(group)
    for group in (
        "proactive.gazette proactive.website proactive.weibo proactive.wechat proactive.other",
        "requests.received_in_person requests.received_fax requests.received_online requests.received_letter",
        "requests.already_public requests.granted requests.partly_granted requests.refused requests.not_held requests.not_exist "
        "requests.clarify requests.other_channel",
        "review.total litigation.total complaints.total",
    )
)
#: The indicator of what is published by other channels than those the form names.
REST: Final = "proactive.other"
SHARED: Final = re.compile(r"各|均|都")

#: Words that make the numeral after them a difference, another year's figure or a rest, not a total.
DIFFERENCE: Final = re.compile(
    r"(?:增加|增长|增幅|新增|净增|上升|下降|减少|提高|压缩|[较比].{0,6}[多少]|同比|(?:上年|去年|上一年|往年)(?!.{0,2}[结接]?转)|同期|[日月人]均|平均).{0,4}$"
)
#: Indicators whose numeral can go on to speak for clauses without a numeral: 收到申请1件，…，同意公开.
CARRIERS: Final = {
    "requests.received": "requests.",
    "requests.closed": "requests.",
    "requests.answered": "requests.",
    "review.total": "review.",
    "litigation.total": "litigation.",
}
ALL_OF_THEM: Final = re.compile(r"均|全部|都|全数|一律")

NEGATION: Final = re.compile(
    r"没有?(?![收]到的)|未(?![来经成审央婚满完办结按答])|无(?![锡法障偿误线论须需效理故不限业疑缝烟纸界公])|尚无|不存在(?!的)|不曾|分文|一分钱?"
)
AFTERWARDS: Final = re.compile(r"(?:数量?|件数|案件|情况|事项|人数|总数)*(?:均|都|全部|全年)?(?:为|是|：|:)?(?:零|0(?![\d.])[件起次宗例元条个人]?|无|没有发生|未发生|没有|未产生)$")
#: A sentence that denies all that its section asks for.
DENIAL: Final = re.compile(
    r"(?:本?年度?|全年|[我本][镇乡县市区局旗街道机关单位委会院校]+|本行政机关|□|目前|截至目前|均|暂|情况|，|、|：|:)*"
    r"(?:没有|无|未发生|未产生|没有发生|零|0|均无|均没有|均未发生|无此类情况|没有此类情况|未收到|没有收到|未收)"
    r"(?:此类|上述|以上|相关|该类|任何|发生|这类)*(?:情况|情形|事项|案件)?"
)
_FEE_SECTIONS = _set("fees requests overview other remedies proactive capacity") | {""}
_ASKED = r"(?:收到|接到|受理|接受|接收|人|有|提出|要求|书面|公民|法人|群众|发生|存在|办理|出现)"

ABSENCES: Final = (
    Absence("requests.received", r"(?:依申请公开|依申请|(?:公开|政府)?申请(?:公开|获取|政府|信息|事项|案件|件|书|表|受理|人|内容|材料|文件|业务)*)(?:政府|信息|的|之|办理|情况|情形|行为|发生|现象|数量?|总数|件|事项|工作|业务|公开)*(?=$|[、和及或与])", unless=r"传真|信函|当面|网[上络]|邮|复议$|申请.{0,6}(?:提起|引[起发]).*|超期|逾期|结转|答复|办结|其中|收取|减免|收费|费用|许可|条件|贷款|低保|救助"),
    Absence("requests.received_fax", r"传真", topics=_REQUESTS, unless="电话|复议"),
    Absence("requests.received_letter", r"信函|邮寄|来信", topics=_REQUESTS, unless="复议|费"),
    Absence("requests.received_in_person", r"当面", topics=_REQUESTS, unless="复议"),
    Absence("requests.received_online", r"网[上络]", topics=_REQUESTS, unless="复议|公布|发布"),
    Absence("review.total", r"复议(?!.{0,4}(?:被?纠|被?撤|败|后))", unless=r"未经|尚未|审结|结转|维持|纠错|推诿"),
    Absence("litigation.total", r"诉讼(?!.{0,4}(?:被?纠|被?撤|败))|应诉|打官司", unless=r"未经|尚未|审结|结转|维持|纠错|推诿"),
    Absence("complaints.total", r"举报|投诉|申诉", unless=r"处理|答复|办结|供应商", sections=_set("remedies overview requests other proactive fees capacity") | {""}),
    Absence("fees.amount", r"收费|收取|收过|(?:产生|发生|收).{0,12}费用?|费用|信息处理费|(?:检索|复制|邮寄)费|收$", unless=r"^(?:减免|免)|^.{0,3}减免(?!.*收)|三公|经费|事业性收费|乱收费|涉企", sections=_FEE_SECTIONS),
    Absence("proactive.normative", r"(?:制[发定]|出台|印发|发布|公开|新增|新制作)?.{0,8}规范性文件(?:公开|发布|出台)?$", unless=r"废止|清理|失效|违|审查|备案|解读|修改|不是"),
    Absence("interpretation.total", r"(?:热点|舆情)", unless=r"负面|不当|处置不"),
    Absence("interpretation.press_conferences", r"发布会"),
    Absence("interpretation.online_interviews", r"访谈"),
    Absence("interpretation.articles", r"解读(?:稿件?|材料|文章|信息)"),
    Absence("review.corrected", r"撤销|变更|纠错|纠正", topics=_set("review"), unless="诉讼"),
    Absence("litigation.corrected", r"撤销|变更|纠错|纠正|败诉", topics=_set("litigation")),
    Absence("capacity.budget", r"专项(?:工作)?经费"),
    Absence("capacity.staff_full_time", r"专职"),
    Absence("capacity.staff_part_time", r"(?<!专)兼职"),
)
#: Nothing was paid: words that need no negation.
FREE: Final = re.compile(r"(?:一律|全部|均|都|全|实行|完全)(?:实行)?(?:为|是|予以)?(?:免费|免收|免除)(?!率)")
#: What a section asks for, by its label: the words of its heading and the indicators they stand for.
ASKED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "remedies": (("复议", "review.total"), ("诉讼", "litigation.total"), ("举报|投诉|申诉", "complaints.total")),
    "requests": (("", "requests.received"),),
    "fees": (("收费|收取|费用|^", "fees.amount"),),
    "interpretation": (),
}
