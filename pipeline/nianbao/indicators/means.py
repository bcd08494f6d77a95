"""Offices, staff, money, meetings and training: how prose names the indicators, as data."""

from typing import Final

from nianbao.indicators.cues import Absence, Cue, names

_NO_BUDGET = r"三公|补助|运维|维护|教育|扶贫|项目|公用|医疗|水利|追加|申请|争取"
_FULL_TIME = r"(?:专职|全职)"
_KIND_OF_STAFF = rf"(?<!专)(?<!专、)(?<!专\()兼职|{_FULL_TIME}(?!兼)"
_NO_MEETING = r"发布会|听证|通气|座谈|恳谈|院务|运动|培训|常务会|招聘|讲座|议事|群众|村民|听取"

CUES: Final = (
    Cue("capacity.offices", "sites", r"(?:专门|工作|公开|管理)机构", gap=6, unless=r"医疗|金融|中介|下属|培训"),
    Cue("capacity.offices", "sites", after=r"(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:专门机构|机构$)"),
    Cue("capacity.reading_points", "sites", r"查阅(?:点|场所|中心|室|窗口|处|地点|专区)", gap=14),
    Cue(
        "capacity.reading_points",
        "sites",
        after=r"(?:政府信息公开|政府信息|信息公开|政务公开|公共|信息|集中)*查阅(?:点|场所|中心|室|窗口|处)",
    ),
    Cue(
        "capacity.staff",
        "staff",
        r"(?:工作|从业|公开|经办|配备|专[、（(/]?兼职[)）]?)人员|具体经办|经办人",
        gap=6,
        unless=rf"{_KIND_OF_STAFF}|人员库|培训|参加|参训|接受|轮训|窗口|执法|医务|其中|听课|到场|干部职工",
    ),
    Cue("capacity.staff", "staff", r"从事.{0,18}(?:的|工作|人员)?", gap=6, unless=rf"培训|参训|其中|{_KIND_OF_STAFF}"),
    Cue(
        "capacity.staff",
        "staff",
        r"人员",
        gap=3,
        unless=rf"培训|参训|其中|参加|接受|执法|人员库|{_KIND_OF_STAFF}",
        sections=names("capacity"),
        strength=2,
    ),
    Cue(
        "capacity.staff",
        "staff",
        after=r"(?:同志|干部|政府信息公开|政务公开|信息公开|具体)*(?:从事|负责.{0,10}公开|承担.{0,10}公开|工作人员|经办(?!人(?!员))|专兼职人员)",
        unless=r"窗口|培训|参加|参训|其中|接受",
        strength=2,
    ),
    Cue("capacity.staff", "staff", r"(?:做|搞|干|管)这项工作的[人同志]*", gap=4, strength=2),
    Cue("capacity.staff", "staff", r"(?:确定|配备|落实|明确|安排).{0,10}人员", gap=6, unless=rf"培训|各|{_KIND_OF_STAFF}", strength=1),
    Cue("capacity.staff", "staff", r"^[、，,]?(?:共计|合计|总计|共)", gap=0, topics=names("staff"), strength=1),
    Cue(
        "capacity.staff_full_time",
        "staff",
        rf"{_FULL_TIME}(?:工作)?(?:人员|干部|信息员)?",
        gap=6,
        unless=r"专[、/]?兼职|公职|教师|律师|各|(?:没有|无|未[设配有]).{0,2}专职",
    ),
    Cue(
        "capacity.staff_full_time", "staff", after=rf"(?:均|都|全部)?[为是]?(?:政府信息公开|政务公开|信息公开)?{_FULL_TIME}", unless="兼职$"
    ),
    Cue(
        "capacity.staff_part_time",
        "staff",
        r"(?<!专)(?<!专、)(?<!专\()兼职(?:工作)?(?:人员|干部|信息员)?",
        gap=6,
        unless=r"教师|律师|各(?!.*共)",
    ),
    Cue("capacity.staff_part_time", "staff", after=r"(?:政府信息公开|政务公开|信息公开)?兼职", unless="专职$"),
    Cue(
        "capacity.staff_part_time",
        "staff",
        after=r"(?:干部|同志|职工|工作人员|人员|[^，,。各]{1,3}员)?(?:均|都|全部?)?(?:是|为)?(?:负责|从事|进行)?兼[职办]",
        unless=r"教师|律师|各|专职$",
        strength=2,
    ),
    Cue("capacity.budget", "money", r"(?:专项|工作|公开|事务|业务|办公|宣传|安排|落实|投入|列支|保障|划拨)经费", gap=6, unless=_NO_BUDGET),
    Cue("capacity.budget", "money", r"经费", gap=3, unless=_NO_BUDGET, sections=names("capacity"), strength=2),
    Cue("capacity.budget", "money", r"经费", gap=3, unless=_NO_BUDGET, sections=names("overview"), strength=1),
    Cue("capacity.meetings", "times", r"^会议", gap=2, sections=names("capacity"), strength=2),
    Cue(
        "capacity.budget",
        "money",
        r"列支|拨款|列入预算|(?:安排|投入|落实)资金",
        gap=3,
        unless=_NO_BUDGET,
        sections=names("capacity"),
        strength=1,
    ),
    Cue("capacity.meetings", "times", r"工作会议|专题会议?|专题研究|开会(?:研究|专题研究)?", gap=5, unless=_NO_MEETING),
    Cue("capacity.meetings", "times", r"(?:召开|开|主持|组织|共|计).{0,24}会议?(?:研究|部署)?", gap=5, strength=2, unless=_NO_MEETING),
    Cue(
        "capacity.meetings",
        "times",
        after=r"(?:召开|开)?.{0,8}(?:专题|工作|领导小组|推进|协调|调度)?会议?",
        words=r"召开|领导小组|组织|开展",
        gap=10,
        unless=r"发布会|听证|座谈|培训",
        strength=2,
    ),
    Cue("capacity.meetings", "times", after=r"(?:召开会议|专题研究|开会研究)", strength=2),
    Cue("capacity.meetings", "times", after=r"(?:召)?开(?:了)?[^，,。]{0,12}会", unless=_NO_MEETING, strength=2),
    Cue("capacity.meetings", "times", r"(?:全年|年内)会议", gap=0, sections=names("capacity overview"), strength=2),
    Cue(
        "capacity.training_sessions",
        "times",
        r"培训(?:班|会|活动|讲座|工作)?|办班|轮训",
        gap=8,
        topics=names("training"),
        unless=r"人员|职业|技能|农民|就业|防治|各(?![类种地部级单])|参加",
    ),
    Cue(
        "capacity.training_sessions",
        "times",
        r"^[、，,]?(?:全年)?(?:共计|合计|总计|共)(?:举办|办)?",
        gap=0,
        topics=names("training"),
        strength=2,
    ),
    Cue(
        "capacity.training_sessions",
        "times",
        after=r"(?:政府信息公开|政务公开|信息公开|业务)*(?:学习|培训)班",
        words=r"举办|组织|开展|开办|办|召开",
        gap=4,
        strength=2,
    ),
    Cue(
        "capacity.training_sessions",
        "times",
        after=r"[^、]{0,10}培训(?:班|会|活动)?",
        words=r"举办|组织|开展|开办|办|召开|参加",
        gap=12,
        unless=r"各",
        strength=2,
    ),
    Cue("capacity.training_sessions", "times", r"^$", after=r"共|[，,、；。]", gap=0, topics=names("training"), strength=1),
    Cue(
        "capacity.trainees",
        "people",
        r"(?:接受|参加|参训|受训|听课|到会|参与|覆盖|共|计)*培训(?:各类|工作|业务|相关|镇村|机关)*(?:人员|人数|干部|人次)?",
        gap=8,
        topics=names("training"),
        unless=r"职业|技能|农民|就业",
    ),
    Cue(
        "capacity.trainees",
        "attendances",
        r"培训|参加",
        gap=40,
        topics=names("training"),
        unless=r"职业|技能|农民|就业",
        strength=1,
    ),
    Cue("capacity.trainees", "attendances", after=r"进行了?[^，,。]{0,4}培训", unless=r"职业|技能|农民|就业", strength=2),
    Cue("capacity.trainees", "people", r"参训|受训|参培", gap=3, sections=names("capacity overview"), strength=2),
    Cue("capacity.trainees", "people", after=r"(?:参加|参训)[^，,。]{0,12}培训", unless=r"派|职业|技能|农民|就业", strength=2),
    Cue("capacity.trainees", "people", r"^[，,、]?到(?:课|会|场)?", gap=0, topics=names("training"), strength=2),
    Cue("capacity.trainees", "people", r"参训|受训|共训|听课|参加|到会|培训|参培|到场|接受", gap=8, topics=names("training"), strength=2),
    Cue("capacity.trainees", "people", r"^[、，,共计达累约（(]*(?:有)?", gap=0, topics=names("training"), unless=r"专职|兼职", strength=2),
    Cue(
        "capacity.trainees",
        "people",
        after=r"(?:人员|工作人员|干部)?(?:次)?(?:参加|参训|受训|接受|到课|听课|到会|参与)",
        topics=names("training"),
        strength=2,
    ),
)

ABSENCES: Final = (
    Absence("capacity.offices", r"^(?:设立|设置|成立|单设|设)?(?:政府信息公开|信息公开|政务公开)?(?:的)?专门(?:的)?(?:工作)?机构"),
    Absence("capacity.budget", r"专项(?:工作)?经费"),
    Absence("capacity.staff_full_time", _FULL_TIME),
    Absence("capacity.staff_part_time", r"(?<!专)兼职"),
)
