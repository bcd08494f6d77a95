"""The language in which the tables say how prose names an indicator: cues for numerals, absences for negations.

Words are regular expressions over letters without blanks in which names, titles, numbers of documents and dates are masked (□).
"""

import re
from dataclasses import dataclass, field
from typing import Final

#: Measure words by what they count; no unit at all goes with every one.
UNITS: Final[dict[str, frozenset[str]]] = {
    "information": frozenset(["条", "件", "篇", "份", "项", "次", "则", "条次", "部", "条信息"]) | {""},
    "items": frozenset(["条", "条次", "条信息"]),
    "documents": frozenset(["件", "份", "个", "条", "部", "篇", "项"]) | {""},
    "requests": frozenset(["件", "起", "宗", "例", "份", "条", "批", "项", "件次", "人次", "人", "封"]) | {""},
    "cases": frozenset(["件", "起", "宗", "例", "份", "次", "条", "批", "项", "件次", "人次", "人", "桩", "封", "笔"]) | {""},
    "articles": frozenset(["篇", "条", "件", "份", "个", "期", "部", "次", "项", "则", "幅"]) | {""},
    "times": frozenset(["次", "场", "期", "个", "届", "班", "轮", "回", "批", "场次", "期次", "班次"]) | {""},
    "sites": frozenset(["个", "处", "家", "所"]) | {""},
    "people": frozenset(["人", "名", "位", "人次", "人员", "名同志"]) | {""},
    "staff": frozenset(["人", "名", "位", "人员", "名同志"]) | {""},
    "attendances": frozenset(["人次"]),
    "events": frozenset(["件", "起", "宗", "例", "次", "条", "项", "个", "批"]) | {""},
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
    unless_after: str = ""
    strength: int = 3
    gap: int = 8
    sections: frozenset[str] = frozenset()
    before_numeral: re.Pattern[str] = field(init=False)
    anywhere: re.Pattern[str] = field(init=False)
    after_numeral: re.Pattern[str] = field(init=False)
    ruled_out: re.Pattern[str] = field(init=False)
    ruled_out_after: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Compile the words once."""
        object.__setattr__(self, "before_numeral", re.compile(rf"(?:{self.words}).{{0,{self.gap}}}$" if self.words else ""))
        object.__setattr__(self, "anywhere", re.compile(self.words or r"(?!)"))
        object.__setattr__(self, "after_numeral", re.compile(self.after))
        object.__setattr__(self, "ruled_out", re.compile(self.unless or r"(?!)"))
        object.__setattr__(self, "ruled_out_after", re.compile(self.unless_after or r"(?!)"))


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


def names(words: str) -> frozenset[str]:
    """Return the words of a line as a set: topics, sections or indicators."""
    return frozenset(words.split())
