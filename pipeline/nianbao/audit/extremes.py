"""Averages and medians beside the least and the most that they are of: 最短2个工作日，最长18个工作日，平均9.5个工作日."""

import re
from collections.abc import Iterator
from typing import Final

from nianbao.audit.rules import RULES
from nianbao.records import Finding, Place

_SENTENCE: Final = re.compile(r"[^。！？；\n]+")
_NUMBER: Final = r"[^，,。；;、：:\d]{0,8}[：:]?(\d+(?:\.\d+)?)个?(工作日|自然日|小时|分钟|天|日|件|分)"
_LEAST: Final = re.compile(rf"最[短少低快]{_NUMBER}")
_MOST: Final = re.compile(rf"最[长多高慢]{_NUMBER}")
_MIDDLE: Final = re.compile(rf"(?:平均|中位数?){_NUMBER}")


def find_extremes(text: str) -> Iterator[Finding]:
    """Yield the averages and medians that are not between the extremes of their sentence, in the same unit."""
    for sentence in _SENTENCE.finditer(text):
        found = [list(words.finditer(text, *sentence.span())) for words in (_LEAST, _MIDDLE, _MOST)]
        if all(len(matches) == 1 for matches in found):
            least, middle, most = (matches[0] for matches in found)
            outside = not float(least[1]) <= float(middle[1]) <= float(most[1])
            if outside and least[2] == middle[2] == most[2]:
                yield _finding(least, middle, most)


def _finding(least: re.Match[str], middle: re.Match[str], most: re.Match[str]) -> Finding:
    zh = f"“{middle[0]}”不在“{least[0]}”与“{most[0]}”之间"
    en = f"“{middle[0]}” is not between “{least[0]}” and “{most[0]}”"
    places = tuple(Place(name, *one.span(1), one[1], float(one[1])) for name, one in (("middle", middle), ("least", least), ("most", most)))
    return Finding("extremes", RULES["extremes"].severity, zh, en, places, "contradiction", "report", 0.8)
