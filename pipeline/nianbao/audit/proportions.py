"""How prose tells shares, rates and changes against the year before, as data; the logic stands in ``amounts`` and ``ratios``."""

import re
from typing import Final

#: Directly behind a part: its share. That of the whole county (占全县的) is none of the whole told before.
SHARE: Final = re.compile(
    r"[，,（(]?约?占(?:到|比|了)?(?:全年|全部|总|公开|申请|信息|政府|主动|办结|答复|受理|收到|的|数|量|件|条|比例|比重|为|达)*"
)
#: Directly behind a part: the rate that is named like it (办结30件，办结率). Savings are measured against a budget.
RATE: Final = re.compile(r"[，,；;（(、]?(?!节约|节支)([^，,；;（(、。]{2,6})率(?:均|都)?(?:为|是|达到?|：|:)?")
#: Before the name of the part: it counts something narrower (延期办结, 未办结).
NARROWER: Final = r"(?<![期时未不])"
_UP: Final = r"增加|增长|上升|增幅|增|多|提高|提升"
_DOWN: Final = r"减少|下降|降低|降幅|减|少|压缩"
_MOVED: Final = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:率|了|幅度)?(?:为|达)?"
_YEAR_BEFORE: Final = r"(?:上年|上一年|前一年|去年|往年|□+)(?:度|同期)*"
#: Behind what changed: 比上年增加(30条), 同比增长(12%), 增幅(12%).
CHANGED: Final = re.compile(
    rf"(?=[，,（(、同环比较与])[，,（(、]?(?:同比|环比)?(?:[比较与]{_YEAR_BEFORE}(?:相比|比)?[，,]?)?(?:约|共|净)?{_MOVED}"
)
#: Behind what changed: 比上年的(80条); what follows at once is the change: 增长(25%).
BASE: Final = re.compile(rf"[，,。（(\s]?[比较与]?{_YEAR_BEFORE}[为是的]?")
AT_ONCE: Final = re.compile(rf"[）)]?(?:相比)?[，,]?(?:同比)?{_MOVED}")
#: 由上年的(80条)增加到(100条).
SET_OUT: Final = re.compile(rf"[由从](?:{_YEAR_BEFORE})?的?$")
GROWN: Final = re.compile(rf"(?:{_UP}|{_DOWN}|升|降)[到至为]")

#: A figure that is not meant exactly, by its own words, those before it and those after it.
VAGUE: Final = re.compile(r"[余多近约几]|以上|左右|超过|不足")
VAGUE_BEFORE: Final = re.compile(r"(?:约|近|超|超过|不到|不足|逾|近乎)$")
VAGUE_AFTER: Final = re.compile(r"以上|左右|多|余|以下")
#: Behind a figure that takes in more than others do: 网站公开740条（含转载）.
WIDER: Final = re.compile(r"[（(][^（）()]{0,6}(?:含|包括)")
#: The rate of what was done in time; all of it may be all that was due.
IN_TIME: Final = re.compile(r"按时|按期|如期|及时|限时|期限|时限")
#: Whole numbers of cases, papers and people; an average of them can have a fraction.
WHOLE_UNITS: Final = frozenset(("条", "件", "份", "人", "名", "人次", "次", "起", "宗", "篇", "场", "期"))
AVERAGE: Final = re.compile(r"均|每|率|[同环]比|比重")
#: Characters within which a whole belongs to its part.
REACH: Final = 200
