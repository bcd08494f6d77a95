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

#: Where a top-level heading can begin inside a line: after the end of a sentence or after a blank.
GLUED_HEADING: Final = re.compile(rf"(?<=[。；;！!）)\s])(?=[{ORDINALS}]{{1,3}}、)")

#: A heading is short and does not end a sentence; what is longer is a paragraph that begins with a number.
LONGEST_HEADING: Final = 42

#: Signs that only rows of a flattened table have.
TABLE_ROW: Final = re.compile(r"\||\t")
CELL_ONLY: Final = re.compile(r"[\s\d.,+\-—/]+")
