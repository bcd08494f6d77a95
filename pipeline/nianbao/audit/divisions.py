"""How prose says that parts make up a whole, as data; the logic that uses it stands in ``nodes``, ``lists`` and ``ways``."""

import re
from typing import Final

PERIOD: Final = re.compile(r"[。！？!?]|(?<![；;：:、，,])\n|(?<=[\u3400-\u9fff)）\]□])\.(?!\d)|(?<!\d)\.")
BRACKETS: Final = re.compile(r"[（(][^（）()\n]*[）)]")
#: Where the words of one member of a list begin.
ITEM: Final = re.compile(r"[，,、；;：:。！？（）()\n]|(?<=[\u3400-\u9fff)])\.")

#: Kinds of numerals beside the indicators, by the words of their clause.
ALSO_COUNTED: Final = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("carried in", r"(?:上年|上一年|去年|□)(?:度)?(?:结转|接转|转入)|结转(?:上年|上一年|去年)"),
        ("due", r"合计|共计|总计|相加|应办|共需办理|共需|^共(?:有|计|办理|处理|受理|收到)?$"),
        ("applicant", r"自然人|法人|企业|公民|科研|公益|法律服务|其他组织"),
        ("outcome", r"无法提供|不予处理|其他处理|不掌握|没有现成|不属于政府信息|非政府信息"),
        ("review outcome", r"未审结|撤回|撤诉|和解|终止|审理中|不予受理|未结"),
        ("litigation outcome", r"未审结|撤回|撤诉|和解|审理中|未结|尚未判决|在审"),
        ("litigation way", r"未经复议|直接起诉|复议后"),
    )
)
#: What the form divides, by what: children of a family make up the nearest parent before them.
FAMILIES: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = tuple(
    (frozenset(parents), frozenset(children))
    for parents, children in (
        (
            ["proactive.total"],
            ["proactive.gazette", "proactive.website", "proactive.weibo", "proactive.wechat", "proactive.other"],
        ),
        (
            ["requests.received"],
            ["requests.received_in_person", "requests.received_fax", "requests.received_online", "requests.received_letter"],
        ),
        (["requests.received", "due"], ["applicant"]),
        (["requests.closed", "requests.answered", "requests.received"], ["requests.closed_on_time", "requests.closed_extended"]),
        (
            ["requests.answered", "requests.closed", "requests.received", "due"],
            [
                *("requests.already_public", "requests.granted", "requests.partly_granted", "requests.refused", "requests.not_held"),
                *("requests.not_exist", "requests.clarify", "requests.other_channel", "outcome"),
            ],
        ),
        (["review.total"], ["review.upheld", "review.corrected", "review.other", "review outcome"]),
        (["litigation.total"], ["litigation.upheld", "litigation.corrected", "litigation.other", "litigation outcome"]),
        (["litigation.total"], ["litigation way"]),
        (["capacity.staff"], ["capacity.staff_full_time", "capacity.staff_part_time"]),
    )
)
PARENTS: Final = frozenset().union(*(parents for parents, _ in FAMILIES))

CHANNELS: Final = next(children for _, children in FAMILIES if "proactive.website" in children)
#: Families whose members are all that there can be.
CLOSED: Final = frozenset(
    ("requests.received_in_person", "requests.received_fax", "requests.received_online", "requests.received_letter")
    + ("requests.closed_on_time", "requests.closed_extended", "capacity.staff_full_time", "capacity.staff_part_time")
)
#: What outcomes can make up too, though it is a part itself: 收到21件，按期办结20件，结转1件。办理结果：….
ALSO_DIVIDED: Final = frozenset(("requests.closed_on_time",))
#: A member that takes all that is left.
REST_MEMBER: Final = re.compile(r"^[、]?(?:以及)?其[他它余]")
#: Of what is not said to be complete, a rest may be pending.
UNFINISHED: Final = frozenset(
    ("review.upheld", "review.corrected", "review.other", "litigation.upheld", "litigation.corrected", "litigation.other")
)
#: A member of the family of channels; two of them, told in a sentence of their own, are a choice.
REST_CHANNELS: Final = "proactive.other"

#: Words between a whole and its first part that announce parts.
MARK: Final = re.compile(
    r"其中|包括|包含|分别[为是有：:]?$|分别[为是有][：:]|分为|划分|(?<!内)含(?!量)|^中[，,]?|^[^，,。；;、：:（(]{1,8}中[，,：:]|^[^，,。；;]{0,10}[：:]|^[^，,。；;]{0,6}[（(]"
    r"|(?:构成|组成)(?![^，,。；;]*[，,].*[，,])"
)
#: Marks that leave no doubt that the parts are all there are.
CLAIMED: Final = re.compile(r"包括|包含|分为|划分|(?:构成|组成)(?![^，,。；;]*[，,].*[，,])")
#: Marks after which semicolons part the members; after others a semicolon ends the list.
WIDE: Final = re.compile(r"[：:]|[。；;\n]\s*其中|^[（(]|^[^，,。；;、：:（(]{0,8}中[，,]")
SUBSET: Final = re.compile(r"[。；;\n]\s*其中")
#: The share of a part, which parts it from the next one: 概况类214条，占3.6%；法规类498条，占8.5%.
SHARE_ASIDE: Final = re.compile(r"[，,（(]?约?占[^，,。；;]{0,8}?\d[\d.]*%[）)]?")
#: Words that divide a whole named before: 按渠道分, 从申请方式看.
DIVISION: Final = re.compile(
    r"(?:^|[。；;，,、\n）)])[^，,。；;、\n]{0,12}(?:按|从|分)[^，,。；;、\n]{0,12}?(?:分|看|统计|划分|区分|计算)(?:类|为)?[，,：:]|(?:按|[)）])[^，,。；;、\n]{0,4}(?:类别|类型|内容|渠道|方式|来源)[：:。]|(?:方式|渠道|结果)(?:中|为|是|有)[：:，,]?|在[^，,。；;、\n]{2,14}中[，,]"
)
#: After a part's own parts the outer list goes on.
ENDS_NESTED: Final = re.compile(r"[；;。]|^[，,]")
SEMICOLON: Final = re.compile(r"[；;]")
#: A short bare name after the whole begins a list.
LIST: Final = re.compile(r"[^，,。；;：:、（(]{0,6}[，,：:][^，,。；;：:、]{1,12}")
#: Never a part beside channels or topics: it cuts across them.
LONE: Final = re.compile(r"规范性文件")
#: Clauses that begin something new instead of naming one more part.
NEW: Final = re.compile(
    r"新收|收到|受理|接到|合计|共计|总计|相加|应办|共需|(?<![时期])办结|结转|清理|增加|开展|举办|召开|接待|发放|累计|访问|阅读|点击|粉丝|关注|各$"
)
#: A rest without a number: the parts before it are not all.
REST: Final = re.compile(r"[，,；;、](?:(?:其余|余下|剩下)(?!\d|.{0,3}(?:结转|转入|转到))|其[他它](?=[为的是均则]))")
#: Words before the first part, or behind the last, that say that there are more of them: 主要是动态60条、公告40条; 动态60条、公告40条等.
AMONG_OTHERS: Final = re.compile(r"主要|例如|比如|譬如")
AND_OTHERS: Final = re.compile(r"等(?![级次])")
#: What a bare list names, member by member.
MEMBER: Final = re.compile(r"[，,、；;][^，,。；;：:、（(]{1,16}(?:[（(][^（）()\n]*[）)])?")
#: A sentence that begins with a bare name: 机构职能20条，….
OPENS: Final = re.compile(r"[。；;\n][^，,。；;、：:（(\n]{2,12}$")
#: A sentence that takes up the name of a whole told before: 网站30条，微博9条。网站中动态20条，公告10条.
TOPIC: Final = re.compile(r"[。；;\n]([^，,。；;、：:（(\n]{2,12}?)(?:部分)?(?:中|里[边面头]?)[，,：:]?[^，,。；;、：:（(\n]*$")
#: Behind a figure, the one of the year before: 627件，比□的(558件); 341条（□为(295条)）.
YEAR_BEFORE: Final = re.compile(r"[比较与]□+(?:年度?|同期)?[的为]?$|(?P<aside>[（(])□+(?:年度?)?[为是有]?$")
#: What is told by several channels is counted once in the whole: the parts may come to more.
COUNTED_ONCE: Final = re.compile(r"同一|不重复|只计")
TOTAL_AFTER: Final = re.compile(r"合计|共计|总计|相加|应办|共需办理|共需|总共|^共(?:有|计|公开|办理|处理|受理|收到)?$")
CARRIED_OUT: Final = re.compile(r"结转(?:至|到|入)?(?:下|□|次|明)|转[至到入]?□|剩余|未办结|尚在办理|正在办理|^结转$")
#: What is done; with what is left it makes up all that had to be done, as do an exception and the others: 除1件外，其余5件公开.
DONE: Final = re.compile(r"(?:办结|审结|办完|答复|完成|整改|处理|^除)$")
LEFT: Final = re.compile(r"^(?:未(?:办结|审结|答复|完成|整改)|其?余|剩余|另外?|还有|尚有|结转.*)$|正在办$")
LEFT_AFTER: Final = re.compile(r"[^，,。；;、]{0,14}(?:正在|尚未|暂未|未完成|未办结|未到|结转|转[至入到下□])")

#: What is added to a figure told before: 新收63件…。加上上年结转4件，共67件.
ADDED: Final = re.compile(r"^(?:再)?(?:加上?|连同|算上)")
#: A total after parts that may stand in sentences before it.
RESUMED: Final = re.compile(r"^(?:以上|上述|前述|这)|(?:收到|接到|受理|办理|办结|答复|公开|发布)的$")
#: What opens a sentence that lists one group of parts: a short name with a colon, or the number of an item.
HEAD: Final = re.compile(r"^[^，,。；;、：:\n（(]{2,24}[：:]")
NUMBERED: Final = re.compile(
    r"(?:^|[。；;：:！？\n，,])(?:[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[）)]|([一二三四五六七八九十]{1,3}|\d{1,2})(?:[、．]|\.(?!\d))|([一二三四五六七八九十])是)"
)
#: What announces items.
ANNOUNCED: Final = re.compile(r"其中|如下|包括|包含|分为|分别|构成|组成|[：:]\n?$")
#: A numeral that opens its clause counts some of what was counted before: 申请2件，1件予以公开，1件信息不存在.
BARE: Final = re.compile(r"[，,、；;：:](?:其中|另外?|还有)?$")
#: One numeral for several names, and what parts them.
EACH: Final = re.compile(r"(?:^|[，,；;。：:（(、])((?:[^，,；;。：:（(）)]*[、和及与])+[^，,；;。：:（(、）)]*)各$")
NAMES: Final = re.compile(r"、|和|及|与")
#: A part that was added is no change against another year.
PART_ADDED: Final = re.compile(r"^其中□*新增$|^[、]?(?:新增|取消|调整|变更)$")
#: A numeral with 万 or 亿 is rounded.
MYRIAD: Final = re.compile(r"[万亿]")
#: A numeral that counts parts just told.
OF_PARTS: Final = re.compile(r"^[，,]?(?:以上|上述|前述|这)$|分[为成]?$")
#: Marks of an assessment are no counts.
SCORE: Final = frozenset("分")

#: Requests carried over the turn of the year, in the strict words of the form.
CARRIED_OVER: Final = {
    "in": r"(?:上年|上一年|去年|^(?:加上|另有|另)?□+)(?:度)?(?:结转|接转|转入)(?!下|□|次|明)",
    "out": r"结转(?:至|到|入)?(?:下|□|次|明)|转□+继续办理|^结转$",
}

#: Measure words that go into one sum.
GROUPS: Final = (
    frozenset(["条", "篇", "件", "份", "项", "次", "个", "则", "期", "部", "例", "宗", "起", "场", "幅", "类"]) | {""},
    frozenset(["人", "名", "位", "人次"]) | {""},
)
#: Measure words that count anything: parts in other units can make up a whole in one of them.
GENERIC: Final = frozenset(["条", "件", "份", ""])
LONGEST_LABEL: Final = 26
REACH: Final = 400
#: A list that does not say that it is complete (其中甲3件、乙2件) is taken as complete if it comes this near to the whole.
NEAR: Final = 0.6
NEAR_PAIR: Final = 0.75
