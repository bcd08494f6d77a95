"""What we look for in the form of a text, as data: the logic that uses it stands in the stages."""

import re
from typing import Final

ORDINALS: Final = "一二三四五六七八九十"

#: Heading numbers by level, the outermost first.
HEADINGS: Final = (
    re.compile(rf"(?:第[{ORDINALS}]{{1,3}}(?:部分|章|、)|[{ORDINALS}]{{1,3}}\s*[、.．,，:：])"),
    re.compile(rf"[（(][{ORDINALS}]{{1,3}}[)）]"),
    re.compile(r"(?:\d{1,2}\s*[、.．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])"),
)

#: Words that headings end with, and words that the text under them begins with: they tell where a page has glued the two.
HEADING_ENDS: Final = (
    "情况|概述|概况|措施|问题|打算|计划|思路|事项|建设|机制|渠道|领导|内容|形式|方式|数量|经费|人员|培训|解读|回应|申请|诉讼|复议|收费|减免|附件|附表|说明"
    "|要求|成效|做法|保障|监督|考核|安排|方向|体系|平台|实效|水平|管理"
)
BODY_STARTS: Final = (
    r"(?:19|20)\d\d年|我[省市州县区旗镇乡局委厅办街院校]|本[省市州县区旗镇乡局委厅办年级单机]|全[年省市州县区旗镇乡局]|今年|一年来|年内"
    r"|根据|按照|依据|为了|为[进深切认全]|截[至止]|[（(][一1][)）]|一是|1[.、．]|严格|高度|认真|坚持|及时|主要|虽然|目前|没有|未|无"
)
#: Lines beside a title that belong to the page: source, date, size of letters, counters.
PAGE_NOTE: Final = re.compile(
    r"来\s*源|发布(?:时间|日期|机构)|字\s*[体号]|浏览|点击|访问|打印|分享|关闭|索\s*引\s*号|当前位置|主题分类|作者|责任编辑"
)
SENTENCE_END: Final = re.compile(r"[。；;：:！!？?…”\"）)】]\s*$")

#: Where a top-level heading can begin inside a line: after the end of a sentence or after a blank.
GLUED_HEADING: Final = re.compile(rf"(?<=[。；;！!）)\s])(?=[{ORDINALS}]{{1,3}}、)")

#: A heading is short and does not end a sentence; what is longer is a paragraph that begins with a number.
LONGEST_HEADING: Final = 42

#: Signs that only rows of a flattened table have.
TABLE_ROW: Final = re.compile(r"\||\t")
CELL_ONLY: Final = re.compile(r"[\s\d.,+\-—/]+")
