"""Applications for information: how prose names the indicators, as data."""

from typing import Final

from nianbao.indicators.cues import Absence, Cue, names

_REQUESTS = names("requests")
#: No numeral has this topic: such words speak for the request told before, in a clause without a numeral (收到1件，已按时办结).
_WITHOUT_NUMERAL = names("carried")

#: Outcomes told behind their figure: 2件部分公开, 1件告知不属于本机关公开.
_OUTCOMES: Final = {
    "already_public": r"属?于?已经?主动公开",
    "partly_granted": r"(?:予以|同意)?部分公开",
    "refused": r"不予公开|不同意公开",
    "not_held": r"(?:不属于?|非)(?:本|我)[^，,。；;、]{1,10}",
    "not_exist": r"(?:所申请)?(?:的)?(?:政府)?信息不存在",
    "clarify": r"(?:作出|进行)?(?:补正|更改)",
    "other_channel": r"通过其[他它](?:途径|渠道)",
}

CUES: Final = (
    *(
        Cue(f"requests.{outcome}", "requests", after=rf"(?:的|为|是|因|被|属于|告知|答复|申请人)*(?:{words})", topics=_REQUESTS, strength=2)
        for outcome, words in _OUTCOMES.items()
    ),
    Cue(
        "requests.received",
        "requests",
        r"(?:收到|受理|接到|接收|收悉|新收|收|办理|接受).{0,30}(?:公开)?申请(?:事项|数量?|总数|总量|件数|案件|书)?",
        unless=r"复议|诉讼|许可|更正|结转|其中|另行|口头|网[上络站]|在线|线上|信函|当面|传真|邮|电子|现场|来信|办结|答复",
    ),
    Cue(
        "requests.received",
        "requests",
        r"(?:政府|政务)?信息公开申请(?:事项|数量?|总数|总量|件数|案件)?",
        gap=5,
        topics=_REQUESTS,
        unless=r"复议|诉讼|许可|更正|结转|其中|另行|网[上络站]|在线|线上|信函|当面|传真|邮|电子|办结|答复|印发|全部",
        strength=2,
    ),
    Cue(
        "requests.received",
        "requests",
        r"(?:收到|受理|接到|新收|接收|收)(?:了|到)?(?:依申请公开)?(?:事项|件)?",
        gap=2,
        topics=_REQUESTS,
        unless=r"复议|诉讼|结转|其中|另行|网[上络站]|在线|线上|信函|当面|传真|邮|电子|咨询|意见",
        strength=2,
    ),
    Cue(
        "requests.received",
        "requests",
        r"收到|受理|接到|新收",
        gap=6,
        after=r"(?:政府|政务)?(?:信息公开|依申请公开|公开)?申请|依申请公开",
        unless=r"复议|诉讼|结转|网[上络站]|在线|线上|信函|当面|传真",
        strength=2,
    ),
    Cue(
        "requests.received",
        "requests",
        r"(?:收到|受理|接到|新收).{0,8}(?:网[上络]|信函|来信|信件|当面|传真|邮.|电子|书面|现场).{0,8}申请|(?:网[上络]|信函|当面)收到.{0,8}申请",
        gap=3,
        unless=r"其中|复议",
        strength=1,
    ),
    Cue(
        "requests.received",
        "requests",
        r"(?:仅|只|共)有?.{0,6}(?:网[上络]|信函|当面|传真|邮寄).{0,4}申请",
        gap=3,
        unless=r"其中|复议",
        strength=1,
    ),
    Cue(
        "requests.received",
        "requests",
        r"(?:^|[一二三四五六七八九十\d)）][、.．]?)依申请公开(?:政府信息)?(?:情况|事项|数|件)?[：:]?",
        gap=2,
        strength=1,
    ),
    Cue(
        "requests.received",
        "requests",
        r"依申请(?:公开)?(?:政府信息|信息)?(?:工作)?(?:的)?(?:办理|受理|处理)?(?:情况)?",
        gap=0,
        unless=r"[，,。]",
        sections=names("requests"),
        strength=1,
    ),
    Cue("requests.received", "requests", r"^(?:公开)?申请", gap=0, topics=_REQUESTS, sections=names("requests"), strength=1),
    Cue(
        "requests.received",
        "requests",
        after=r"(?:公民|群众|市民|村民|申请人|企业|单位)?(?:向[^，,。；;]{0,14})?(?:提出|提交)?申请公开(?:政府)?信息",
        unless=r"复议|诉讼|其中",
        strength=2,
    ),
    Cue(
        "requests.received_in_person",
        "requests",
        r"当面|现场(?!咨询|会)|窗口|到场|上门|口头|面对面",
        topics=_REQUESTS,
        unless=r"咨询|问询|查阅",
    ),
    *(
        Cue(
            f"requests.received_{way}",
            "requests",
            after=rf"(?:为|是|系|通过|从|由|以|来自|经)?(?:{words})",
            topics=_REQUESTS,
            unless="咨询",
            strength=2,
        )
        for way, words in (
            ("in_person", r"当面|现场申请|窗口申请"),
            ("fax", r"传真"),
            ("online", r"网[络上站](?!公)|互联网|在线|线上|电子邮[件箱]"),
            ("letter", r"信函|来信|信件|邮寄|书信|挂号信"),
        )
    ),
    Cue("requests.received_fax", "requests", r"传真", topics=_REQUESTS, unless=r"电话|咨询"),
    Cue(
        "requests.received_online",
        "requests",
        r"网[络上站]|互联网|电子邮[件箱]|在线|线上|电邮|电子(?:方式|申请)",
        topics=_REQUESTS,
        unless=r"咨询|公布|主动公开|发布",
    ),
    Cue(
        "requests.received_letter",
        "requests",
        r"信函|来信|信件|邮寄|邮政|挂号信|书信|寄送|快递|EMS|来函",
        topics=_REQUESTS,
        unless=r"咨询|费|电子",
    ),
    Cue(
        "requests.closed",
        "requests",
        r"办(?:[结完](?!件?中)|了$)(?:申请|依申请公开|政府信息公开申请)?(?:数|件数|总数)?",
        gap=6,
        topics=_REQUESTS,
        unless=r"按[时期]|如期|延期|超期|率|未|期限内|其中",
    ),
    Cue(
        "requests.closed",
        "requests",
        r"(?:^|[年共内已])办理(?:完毕|完结)?(?:(?:政府)?信息公开|依申请公开)?(?:申请)?",
        gap=3,
        topics=_REQUESTS,
        unless=r"结转|其他|途径|按[时期]|延期|信访|继续|未",
        strength=2,
    ),
    Cue("requests.closed", "requests", r"(?:按[时期]|如期|期限内)办结", topics=_WITHOUT_NUMERAL, unless=r"未|率", strength=1),
    Cue("requests.closed", "requests", after=r".{0,10}(?:全部|都|均)(?:已|按时|按期|如期|依法|及时|在.{0,6}内)*办结", topics=_REQUESTS),
    Cue("requests.closed_on_time", "requests", r"(?:按时|按期|如期|期限内|及时)(?:办结|答复|办理)?", gap=3, topics=_REQUESTS, unless="未"),
    Cue(
        "requests.closed_on_time",
        "requests",
        after=r".{0,10}(?:全部|都|均)(?:已)?(?:按时|按期|如期|在.{0,6}内)(?:依法)?办结",
        topics=_REQUESTS,
    ),
    Cue(
        "requests.closed_extended",
        "requests",
        r"(?:延期|延长(?:期限|答复)?|延时)(?:后)?(?:办结|答复|办理)?",
        gap=3,
        topics=_REQUESTS,
        unless="未",
    ),
    Cue("requests.closed_on_time", "requests", after=r"(?:是|为)?(?:按时|按期|如期)(?!转)", topics=_REQUESTS, unless="未", strength=2),
    Cue("requests.closed_extended", "requests", after=r"(?:是|为)?(?:延期|延长期限|延长答复)", topics=_REQUESTS, unless="未", strength=2),
    Cue(
        "requests.answered",
        "requests",
        r"答复(?!时间|期限)(?:申请|办结|申请人|依申请公开|书)?(?:数|件数|总数)?|作出答复",
        gap=5,
        topics=_REQUESTS,
        unless=r"率|未|超期|逾期|延期|按[时期]|维持|后|尚|(?:同意|予以|不予|部分)公开|答复(?:情况|结果)?(?:为|是)?公开$",
    ),
    Cue(
        "requests.answered",
        "requests",
        after=r".{0,8}(?:全部|都|均|已)?(?:已|按时|按期|如期|依法|及时|书面|给了?|作出|予以|在.{0,8}内|了|向申请人)*答复",
        unless_after=r".{0,6}(?:转|未)",
        topics=_REQUESTS,
    ),
    Cue(
        "requests.already_public",
        "requests",
        r"(?:已|已经|属|属于|属于已)主动公开(?:范围|的|信息)*",
        gap=6,
        topics=_REQUESTS,
        sections=names("requests overview remedies fees capacity other") | {""},
    ),
    Cue(
        "requests.granted",
        "requests",
        r"(?<![不部])(?:同意|予以|准予|给予|已予|可以|依法|决定|全部)(?:全部|主动)?公开",
        gap=6,
        topics=_REQUESTS,
        unless=r"不同意|不予|部分公开|不可",
    ),
    Cue("requests.granted", "requests", r"(?:^|为|是|[：:]|其中)公开", gap=0, topics=_REQUESTS, sections=names("requests"), strength=2),
    Cue("requests.granted", "requests", after=r"(?:均|都|全部)?(?:已)?(?:给予|予以|同意|依法)公开", topics=_REQUESTS, strength=2),
    Cue(
        "requests.partly_granted",
        "requests",
        r"部分公开",
        gap=6,
        topics=_REQUESTS,
        unless=r"(?:公开|同意)(?:或者?|和|及|与|、)(?:同意)?部分",
    ),
    Cue("requests.granted", "requests", r"^[、，,；;：:]?同意", gap=0, topics=_REQUESTS, strength=2),
    Cue("requests.partly_granted", "requests", r"部分同意", gap=2, topics=_REQUESTS, strength=2),
    Cue("requests.refused", "requests", r"^[、，,；;：:]?不同意", gap=0, topics=_REQUESTS, strength=2),
    Cue(
        "requests.received", "requests", r"^(?:□|全年|共|共计|总计|，)*共", gap=0, topics=_REQUESTS, sections=names("requests"), strength=1
    ),
    Cue("requests.refused", "requests", r"不同意公开|不予公开|不公开(?!转)|不予以公开|拒绝公开", gap=6, topics=_REQUESTS),
    Cue(
        "requests.not_held",
        "requests",
        r"(?:不属|非(?!政府信息)|不由|不归)(?:于)?(?:本|我|□|该)?.{0,10}(?:机关|单位|职权|职责|权限|局|部门|政府|县|镇)(?:.{0,3}(?:公开|掌握|负责|职责|职权|范围|权限|制作))*",
        gap=10,
        topics=_REQUESTS,
        unless=r"等其[他它]|政府信息范[围畴]",
    ),
    Cue(
        "requests.not_held",
        "requests",
        r"不属于?(?:本|我)?(?:□+|[厅关院所委办乡镇街道校]+)(?:.{0,3}(?:公开|掌握|职责|职权|范围|权限|制作))*(?:[、，,].{0,24}的)?",
        gap=4,
        topics=_REQUESTS,
        unless=r"等其[他它]|政府信息范[围畴]|等.{0,3}无法提供",
        strength=2,
    ),
    Cue("requests.not_exist", "requests", r"不存在", gap=6, topics=_REQUESTS, unless=r"等其[他它]|等.{0,3}无法提供"),
    Cue("requests.clarify", "requests", r"(?:更改|补充|补正|内容不明确|不明确)", gap=6, topics=_REQUESTS, unless=r"逾期|不补正|未补正"),
    Cue(
        "requests.other_channel",
        "requests",
        r"告知.{0,6}(?:途径|渠道)|(?:通过)?其[他它](?:途径|渠道)(?:办理|解决|处理|查询|获取)|另行查询|告知.{0,10}(?:查询|咨询)|其[他它](?:途径|渠道)",
        gap=6,
        topics=_REQUESTS | {"aside"},
        unless=r"主动公开",
    ),
)

ABSENCES: Final = (
    Absence(
        "requests.received",
        r"(?:依申请公开|依申请|(?:公开|政府)?申请(?:公开|获取|政府|信息|事项|案件|件|书|表|受理|人|内容|材料|文件|业务)*)(?:政府|信息|的|之|办理|情况|情形|行为|发生|现象|数量?|总数|件|事[项件]|请求|需求|工作|业务|公开)*(?=$|[、和及或与])",
        unless=r"^(?!.*(?:任何|公民|法人|组织)).*(?:传真|信函|当面|网[上络]|邮)|复议$|申请.{0,6}(?:提起|引[起发]).*|超期|逾期|结转|答复|办结|其中|收取|减免|收费|费用|许可|条件|贷款|低保|救助",
    ),
    Absence("requests.refused", r"不予公开|不同意公开|拒绝公开", unless=r"理由|范围|目录", topics=_REQUESTS),
    Absence("requests.received_fax", r"传真", topics=_REQUESTS, unless="电话|复议"),
    Absence("requests.received_letter", r"信函|邮寄|来信", topics=_REQUESTS, unless="复议|费"),
    Absence("requests.received_in_person", r"当面", topics=_REQUESTS, unless="复议"),
    Absence("requests.received_online", r"网[上络]", topics=_REQUESTS, unless="复议|公布|发布"),
)
