"""What was published and explained: how prose names the indicators, as data."""

from typing import Final

from nianbao.indicators.cues import Absence, Cue, names

_CHANNEL = (
    r"网站|网页|网上|门户|子网|校园网|官网|微信|微博|公众号|公报|政报|公开栏|公示栏|公告栏|电子屏|显示屏"
    r"|报刊|报纸|广播|电视|新闻媒体|新媒体|短信|其他方式|其他形式"
)
_SEVERAL = r"(?:等(?:多种|各种|各类|多个)?(?:渠道|方式|形式|平台|途径|载体|媒体|媒介)"
#: A figure for channels that are named together belongs to none of them: 网站、微信、微博共发布2483条.
_SEVERAL += r"|(?:网站|网|微信|微博|公众号|公报)(?:[、和及与]|以及)(?:政务|政府|官方|新浪|本局){0,2}(?:网站|微信|微博|公众号))"
_INFORMATION = r"(?:公开)?(?:的|了|各类|各种|各项|政府|政务|部门|乡镇|本级|工作|公共|相关|有关)*信息"
#: A list by kind or channel follows; what it counts is a part.
_NO_WHOLE = (
    r"其中|规范性|属于|范围|依申请|不予?公开(?!为)|^[，,、；;]?其[他它]|按(?:时|期)|重点|访问|点击|浏览|要点|目录|栏目|分别"
    rf"|^(?:[二三四五六七]是.*|(?!.*(?:{_SEVERAL})).*)(?:{_CHANNEL})"
)
_NOT_PUBLISHED = (
    r"采用|报送|采纳|访问|点击|浏览|(?:栏目|专栏)(?!$|(?:共|累计|主动|对外)*(?:公开|公布|发布|推送))|链接|留言|清理|关停|账号|用户|粉丝"
    r"|关注|普查|访谈|申请|咨询|信箱|阅读|转发|下架|检查|更新"
)
_OF_CHANNELS = rf"{_NOT_PUBLISHED}|{_SEVERAL}|等其[他它]"
#: What one channel told of one subject is a part of what it published.
_SUBJECT = r"警示|提示|预警|水情|汛情|路况|辟谣|涉及|关于|针对|围绕|有关(?!信息|政府|政务|部门|工作)"
_ON_A_SUBJECT = r"[^，,、]{0,2}(?:涉及|有关|关于|针对|围绕)"
#: Between the name of a channel and its figure: what it published.
_PUBLISHED = r"(?:[^，,。；;]{0,14}?(?:公开|公布|发布|推送|刊发|刊登)[^，,。；;：:]{0,30}?信息)?"
_WEBSITE = (
    r"网站(?!群|集约|信息?中)|网上(?!办|申|咨|受|提|开庭|大厅)|门户网|网页|子网|校园网|信息公开网|信息网|政府网|官网|信息公开(?:统一)?平台"
)
#: Channels of the form by the words before their figure, those behind it, and what else rules them out.
_CHANNELS = {
    "website": (_WEBSITE, r"网站|官网|门户网", r"回应"),
    "weibo": (r"微博", r"微博", rf"回应|{_SUBJECT}"),
    "wechat": (r"微信(?!群)|公众号", r"微信(?!群)|公众号", rf"回应|{_SUBJECT}"),
}
_PROACTIVE = names("proactive interpretation gazette conference aside") | {""}
_PRINCIPAL = r"主要负责(?:同志|人)|主要领导|一把手|行政首长|(?<!副)(?:县|市|区|旗|州|盟|省|镇|乡|局|厅|关|校|院)长|(?<!副)主任"
#: What heads do that is no press conference and no interview.
_OTHER_DEEDS = r"批示|听取|研究|调研|督查|检查|过问|接访"
_CONCERNS = r"(?:□|“[^”]*”|等|社会|群众|的)*(?:关切|问题)?"
_OFFLINE = r"公开栏|公示栏|公告栏|宣传栏|电子屏|显示屏|LED屏|大屏|广播|报刊|报纸|电视|展板|触摸屏|明白纸|宣传单|短信"

CUES: Final = (
    Cue("proactive.total", "information", rf"主动公开{_INFORMATION}(?:公开)?(?:总数|总量|条数|数量?|量)?", unless=_NO_WHOLE),
    Cue(
        "proactive.total",
        "information",
        r"(?:政府|政务)信息公开(?:总数|总量|条数|数量?|量)|信息公开总[数量]",
        unless=_NO_WHOLE,
        strength=2,
    ),
    Cue(
        "proactive.total",
        "information",
        r"主动公开",
        gap=14,
        unless=rf"{_NO_WHOLE}|已(?:经)?主动公开(?:.{{0,3}}|.{{0,6}}告知.*)$|规章|任免|许可|处罚",
        strength=2,
    ),
    Cue("proactive.total", "information", r"其中[，,：:]?主动公开(?:类|政府|政务)?(?:信息|文件|公文)?", gap=2, strength=1),
    Cue(
        "proactive.total",
        "information",
        r"(?:公开|公布|发布)(?:的|了)?(?:各类|各种|各项|政府|政务|公共|相关|有关|工作)*信息(?:总数|总量|数|量)?",
        unless=_NO_WHOLE,
        strength=1,
    ),
    Cue(
        "proactive.total",
        "information",
        r"公开[^，,。；;：:]{2,40}等(?:方面|各?类)?(?:的)?(?:政府|政务)?信息",
        unless=_NO_WHOLE,
        strength=1,
    ),
    Cue("proactive.total", "information", r"(?:全年|共|累计|□).{0,6}公开.{0,6}信息(?:总数|总量|数|量)?", unless=_NO_WHOLE, strength=1),
    Cue("proactive.total", "information", rf"主动公开{_INFORMATION}", unless=r"其中|规范性|属于|范围|重点|微信|微博|公众号", strength=1),
    Cue(
        "proactive.total",
        "information",
        r"(?:全年|年内|[今本学一]年|年度|共|累计|合计|总计|共计|对外|社会|□|途径|渠道|方式|形式)公开(?:了|出)?(?:信息)?",
        gap=3,
        unless=_NO_WHOLE,
        strength=1,
    ),
    Cue(
        "proactive.total",
        "information",
        r"^[，,、；;]?(?:总共|共计|合计|总计|共)(?:有|公开|发布)*",
        gap=0,
        topics=names("proactive"),
        strength=1,
    ),
    Cue(
        "proactive.total",
        "items",
        r"(?:^|[：:])(?:(?:全年|[本学一]年)(?:共|公开|主动公开)*|(?:共|公开|主动公开)+)",
        gap=0,
        topics=names("proactive"),
        sections=names("proactive overview"),
        strength=1,
    ),
    Cue(
        "proactive.normative",
        "documents",
        r"(?:公开|公布|发布)(?:的|了|本级|行政|税务|政府|各类)*规范性文件",
        unless=r"废止|失效|清理|修改|有效(?!的)|解读",
    ),
    Cue(
        "proactive.normative",
        "documents",
        r"规范性文件(?:公开|主动公开|信息)?(?:数|共|有|计|为|的|件数)*",
        gap=2,
        unless=r"废止|失效|清理|修改|有效(?!的)|解读|备案|审查|合法性|规范性文件类",
        strength=2,
    ),
    Cue("proactive.normative_issued", "documents", r"制发规范性文件(?:总数|数)", strength=3),
    Cue("proactive.gazette", "information", r"公报|政报", unless=_NOT_PUBLISHED),
    Cue(
        "proactive.gazette",
        "information",
        r"^(?:刊登|刊载|登载|刊发|公开)(?:了|文件|信息|政府|各类)*",
        gap=2,
        topics=names("gazette"),
        strength=2,
    ),
    *(
        Cue(
            f"proactive.{channel}",
            "information",
            rf"(?:{words})(?:[“\"]□+[”\"])?{_PUBLISHED}",
            gap=10,
            topics=_PROACTIVE,
            unless=rf"{_OF_CHANNELS}|{also}",
            unless_after=_ON_A_SUBJECT,
        )
        for channel, (words, _, also) in _CHANNELS.items()
    ),
    *(
        Cue(
            f"proactive.{channel}",
            "information",
            after=rf"(?:信息)?(?:是|系)?(?:通过|经由?|在|从)[^，,。；;、：:（(\d]{{0,8}}?(?:{words})(?!.{{0,4}}(?:[、和及与]|等))",
            topics=_PROACTIVE,
            unless=_OF_CHANNELS,
            strength=2,
        )
        for channel, (_, words, _) in _CHANNELS.items()
    ),
    Cue(
        "proactive.website",
        "items",
        r"(?<![联上路电管水])网",
        gap=0,
        topics=_PROACTIVE,
        unless=rf"{_OF_CHANNELS}|通过|依托",
        strength=2,
    ),
    Cue(
        "proactive.other",
        "information",
        r"(?:其[他它]|别的)(?:公开)?(?:方式|形式|渠道|途径|平台|载体|媒体|手段|法子)",
        gap=12,
        topics=_PROACTIVE,
        unless=r"回应",
        sections=names("proactive overview key_areas requests capacity other") | {""},
    ),
    Cue(
        "proactive.other",
        "information",
        rf"(?:{_OFFLINE})(?:等)?(?:公开|公布|发布|公示|张贴)?",
        gap=6,
        topics=_PROACTIVE,
        unless=rf"{_NOT_PUBLISHED}|{_SEVERAL}|更换|制作|设立|建",
        strength=1,
    ),
    Cue(
        "proactive.other",
        "information",
        rf"(?:{_OFFLINE}|张贴|喇叭|围挡|折页|微信群)[^，,；;：:]{{0,16}}等?(?:其[他它])?",
        gap=0,
        topics=_PROACTIVE,
        unless=rf"{_NOT_PUBLISHED}|{_SEVERAL}|更换|制作|设立|建",
        strength=1,
    ),
    Cue("proactive.other", "information", r"^[，,、]?其[他它余]", gap=0, topics=_PROACTIVE, strength=1),
    Cue("interpretation.total", "events", r"回应.{0,16}(?:热点|舆情|关切|关注)", unless=_CHANNEL),
    Cue("interpretation.total", "events", r"(?:热点|舆情).{0,8}回应|回应解读", gap=4, unless=_CHANNEL),
    Cue(
        "interpretation.total",
        "cases",
        after=r"(?:社会|公众|网民|网络|群众|重大)*(?:关注)?(?:的)?(?:热点|舆情)",
        words=r"回应|对",
        gap=40,
        strength=2,
    ),
    Cue(
        "interpretation.total",
        "events",
        r"回应(?:了)?(?:群众|网[友民]|社会|公众|市民|职工|家长)[^，,。]{0,24}|对.{2,40}(?:等|作出|进行)回应",
        gap=0,
        unless=rf"{_CHANNEL}|其中|方式|通过",
        sections=names("interpretation"),
        strength=1,
    ),
    Cue("interpretation.total", "events", after=r"[^，,。]{0,6}(?:热点|舆情|关切)[^，,。]{0,4}回应", words=r"对", gap=40, strength=2),
    Cue("interpretation.total", "events", rf"回应{_CONCERNS}", gap=0, unless=rf"{_CHANNEL}|其中|方式", strength=1),
    Cue(
        "interpretation.press_conferences",
        "times",
        r"新闻(?:发布|通气)会|发布会",
        unless=rf"参加(?!和|或|、).*(?:{_PRINCIPAL})|(?:{_PRINCIPAL}).*(?:参加|出席)",
    ),
    Cue("interpretation.press_conferences", "times", after=r"(?:政策|专题)?新闻发布会"),
    Cue(
        "interpretation.press_conferences_principal",
        "times",
        rf"(?:{_PRINCIPAL}).*(?:参加|出席|到场|参会|主持|发布会)",
        topics=names("conference"),
    ),
    Cue(
        "interpretation.press_conferences_principal",
        "times",
        rf"{_PRINCIPAL}",
        gap=4,
        topics=names("conference"),
        unless=_OTHER_DEEDS,
        strength=2,
    ),
    Cue("interpretation.online_interviews", "times", r"访谈", unless=r"(?:主要负责(?:同志|人)|主要领导).*访谈"),
    Cue("interpretation.online_interviews", "times", after=r"(?:网上|网络|政府网站)*在线访谈"),
    Cue(
        "interpretation.online_interviews_principal",
        "times",
        rf"(?:{_PRINCIPAL}).*(?:参加|出席|到场|上线|做客|参与|访谈)",
        topics=names("interview"),
        unless=r"及|等|、",
    ),
    Cue(
        "interpretation.online_interviews_principal",
        "times",
        rf"{_PRINCIPAL}",
        gap=4,
        topics=names("interview"),
        unless=_OTHER_DEEDS,
        strength=2,
    ),
    Cue(
        "interpretation.articles",
        "articles",
        r"解读(?:类|性)?(?:稿件|稿|材料|文章|信息|产品|文件|文稿)?",
        gap=6,
        unless=r"其中(?!.*(?:政策|稿))|图文|图解|视频|动漫|图表|问答|文字|负责|带头|领导|更新|回应|图片|H5|转发(?!和)|解读率|文件及解读",
    ),
    Cue("interpretation.articles", "articles", after=r"(?:政策)?解读(?:稿|材料|文章|产品|信息)?", unless=r"图文|图解|视频|动漫|图表"),
    Cue(
        "interpretation.articles",
        "articles",
        r"^[，,、；;]?(?:总共|共计|合计|总计|共)(?:有|发布)*",
        gap=0,
        topics=names("interpretation"),
        strength=1,
    ),
    Cue(
        "interpretation.social",
        "events",
        r"微博[、和及与]?(?:政务)?微信.{0,4}回应|(?:微信|微博|公众号)(?:公众号|平台)?.{0,4}回应",
        topics=names("interpretation interview conference"),
    ),
    Cue(
        "interpretation.other",
        "events",
        r"其[他它](?:方式|形式|渠道|途径).{0,6}回应|其[他它](?:方式|形式|渠道|途径)",
        gap=6,
        topics=names("interpretation interview conference"),
        unless="公开",
    ),
)

ABSENCES: Final = (
    Absence(
        "proactive.normative",
        r"(?:制[发定]|出台|印发|发布|公开|新增|新制作)?.{0,8}规范性文件(?:公开|发布|出台)?$",
        unless=r"废止|清理|失效|违|审查|备案|解读|修改|不是",
    ),
    Absence("proactive.weibo", r"(?:开通?|设立|建立|使用).{0,8}微博|^[^的]{0,12}微博(?:[、和及与](?:政务)?微信)?(?:也|都)?$"),
    Absence("proactive.wechat", r"(?:开通?|设立|建立|使用).{0,8}微信(?!群)|^[^的]{0,12}微信(?:也|都)?$"),
    Absence("interpretation.total", r"(?:热点|舆情)", unless=r"负面|不当|处置不"),
    Absence("interpretation.press_conferences", r"发布会"),
    Absence("interpretation.online_interviews", r"访谈"),
    Absence("interpretation.articles", r"解读(?:稿件?|材料|文章|信息)"),
)
