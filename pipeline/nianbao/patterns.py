"""What we look for in the form of a text, as data: the logic that uses it stands in the stages."""

import re
from typing import Final

ORDINALS: Final = "一二三四五六七八九十"

#: A heading is short and does not end a sentence; what is longer is a paragraph that begins with a number.
LONGEST_HEADING: Final = 42

#: Heading numbers by level, the outermost first.
HEADINGS: Final = (
    re.compile(rf"(?:第[{ORDINALS}]{{1,3}}(?:部分|章|、)|[{ORDINALS}]{{1,3}}\s*[、.．,，:：])"),
    re.compile(rf"[（(][{ORDINALS}]{{1,3}}[)）]"),
    re.compile(r"(?:\d{1,2}\s*[、.．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])"),
)

#: The same for the outline, which tells more forms apart, the last a dash without a number; 一是 and 第一， count clauses and are none.
NUMBERS: Final = (
    re.compile(rf"第[{ORDINALS}]{{1,3}}(?:部分|章)\s*"),
    re.compile(rf"[{ORDINALS}]{{1,3}}\s*[、.．,，:：]\s*"),
    re.compile(rf"[（(][{ORDINALS}]{{1,3}}[)）]\s*"),
    re.compile(r"\d{1,2}\s*[、.．](?!\d(?!\d{3}\s*年))\s*"),
    re.compile(r"(?:[（(]\d{1,2}[)）]|[①-⑳])\s*"),
    re.compile(r"[—―]{2}(?![—―])\s*"),
)
CLAUSE_NUMBER: Final = re.compile(rf"(?:第[{ORDINALS}]{{1,2}}(?=[，,、])|[{ORDINALS}]{{1,2}}(?=是))")
#: Short lines that head nothing: what is attached, notes, who can be reached.
NO_HEADING: Final = re.compile(r"附[件表：:]|注[：:]|[（(]|单\s*位|联系|地\s*址|电\s*话|邮\s*编|https?:|www\.")
#: A heading that its text runs on from: few words without figures, of one clause or two, then a full stop or a colon, but not 是：.
RUN_IN: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?[^。；;：:！？，,.\d\n]{1,20}(?:[，,][^。；;：:！？，,.\d\n]{1,14})?(?:[。.]|(?<!是)[：:])"
)
LONG_RUN_IN: Final = re.compile(rf"[^。；;：:！？，,.\d\n]{{1,{LONGEST_HEADING}}}[。：:]")
#: A heading that all its text is a word behind.
ANSWERED: Final = re.compile(r"([^。；;：:！？，,\n]{1,20}[：:])\s*(?:无|没有|零)")
#: A heading above the preamble.
FOREWORD: Final = re.compile(r"[引前]\s*言")
#: What divides or ends a clause, and a figure: no heading that ends a sentence holds one.
CLAUSE: Final = re.compile(r"[。；;：:！？，,\d]")
#: How a sentence begins, even a short one.
SENTENCE_START: Final = re.compile("本|我|全[年省市州县区旗镇乡局]|无|没有?|未|不|暂")
#: A title that more follows on the same line.
TITLE: Final = re.compile(
    r"[^。；：《\n|]{6,60}?(?:年度报告|年度?报|情况的?报告|工作报告)(?:\s*[（(][^（()）]{2,12}[)）])?(?=\s|[^\s（(的》])"
)
#: The date below a report.
DATE_LINE: Final = (
    r"(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日\s*"
)
#: A line with nothing but the number of a page.
PAGE_NUMBER: Final = re.compile(r"[-—–]+\s*\d{1,3}\s*[-—–]+|第\s*\d{1,3}\s*页(?:\s*[共/，,]?\s*共?\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}")

#: Lines beside a title that belong to the page: source, date, size of letters, counters.
PAGE_NOTE: Final = re.compile(
    r"来\s*源|发布(?:时间|日期|机构|单位)|字\s*[体号]|浏览|点击|访问|审核[：:]|打印|分享|关闭|索\s*引\s*号|当前位置|主题分类|作者|责任编辑"
)
SENTENCE_END: Final = re.compile(r"[。；;：:！!？?…”\"）)】]\s*$")

#: Where a top-level heading can begin inside a line: after the end of a sentence or after a blank.
GLUED_HEADING: Final = re.compile(rf"(?<=[。；;！!）)\s])(?=[{ORDINALS}]{{1,3}}、)")

#: Signs that only rows of a flattened table have.
TABLE_ROW: Final = re.compile(r"\||\t")
CELL_ONLY: Final = re.compile(r"[\s\d.,+\-—/]+")
