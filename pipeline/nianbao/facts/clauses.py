"""The text around each numeral: the clause that names it, what follows, the topic, and the year it speaks of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nianbao.indicators import ALIEN_TOPICS, ARTICLE, CUMULATIVE, DIFFERENCE, FILLER, SECTION_TOPICS, TOPICS
from nianbao.quantities import NUMERAL
from nianbao.records import Entity, Number, Section

#: Mentions whose words say nothing about the numeral beside them: 政府信息公开办公室 is no 公开.
HIDDEN = frozenset(("DOC_TITLE", "DOC_NO", "ORG", "ACCOUNT", "OFFICIAL", "DATE", "ADDRESS", "URL", "EMAIL"))
MASK = "□"
#: Mentions of those who do what a clause tells, and when.
ACTING = frozenset(("ORG", "OFFICIAL", "POSITION", "DATE"))
SENTENCE_END = re.compile(r"[。！？!?；;\n]|(?<=[\u3400-\u9fff\])])\.(?!\d)|(?<!\d)\.")
CLAUSE_END = re.compile(r"(?<!其中)[，,：:]|[（）()。！？!?；;\n]|(?<=[\u3400-\u9fff\])])\.(?!\d)|(?<!\d)\.")
#: A long line that stops in mid-sentence goes on in the next one, unless that is indented or numbered, or the line is a numbered heading:
#: the page cut it.
_SOFT_BREAK = re.compile(
    r"(?m)^(?![（(]?[一二三四五六七八九十\d]{1,3}[）)、.．][^\n，,。；;：:]*\n)[^\n]{24,}(?<![。！？!?；;：:…”）)\s|])\n(?![（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])(?=[\u3400-\u9fff\d，、])"
)
_TOPIC = re.compile("|".join(f"(?P<{topic}>{words})" for topic, words in TOPICS.items()))
_FILLER = re.compile(FILLER)
_NOT_UNIT = re.compile(rf"[\d,，.\s{NUMERAL}余多几来近约至]|以上|以下|左右|不少于|超过")
_VAGUE = re.compile(r"[余多几近约]|以上|左右|超过")
_BRACKETED = re.compile(r"[（(](?!兼[）)])[^（）()]*[）)]")
#: A numbered item that is a name alone: （二）政务微博。
_ITEM_HEAD = re.compile(r"(?:^|(?<=[。；;\n]))[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]([^，,。；;：:、（(\d]{2,12})[。\n]+$")
#: Behind a numeral that is divided: what it counts is told by the same words as if it stood alone.
_EACH = re.compile(r"各((?:[有设配抽]|配备|确定|明确|安排)[^，,。；;、各]{1,14})$")
_DIVIDED = re.compile(r"[，,（(]其中")
_HEADING = re.compile(r"(?:^|\n)([^，,。；;：:\n]{2,})\n$")
_LONGEST_HEADING = 32
_RIGHT = 24
_FIXED_UNITS = {"MONEY": "元", "PERCENT": "%"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A COUNT, MONEY or PERCENT mention with its surroundings; offsets count characters of the normalised text.

    Its own clause goes from the letter ``clause`` to the letter ``place``; what follows it begins with the letter ``after``.
    """

    start: int
    end: int
    value: Number
    unit: str
    rounded: bool
    confidence: float
    own: str
    right: str
    lead: str
    clause: int
    place: int
    after: int
    sentence: int
    section: str
    topic: str
    year: int | None
    article: bool

    @property
    def difference(self) -> bool:
        """Whether the numeral tells a change, or the figure of the year before."""
        return DIFFERENCE.search(self.own) is not None

    def cumulative(self, year: int | None) -> bool:
        """Tell whether the numeral was counted since a time before a year."""
        return (self.year is None or self.year != year) and CUMULATIVE.search(self.own) is not None


class Reading:
    """A text without blanks and with mentions masked, and its borders; places count the characters of ``letters``."""

    def __init__(self, text: str, sections: list[Section], entities: list[Entity]) -> None:
        self.entities = entities
        soft = {match.end() - 1 for match in _SOFT_BREAK.finditer(text)}
        self.places = [i for i, sign in enumerate(text) if not sign.isspace() or (sign == "\n" and i not in soft)]
        self.letters = self._masked(text)
        self.plain = "".join(text[i] for i in self.places)
        self.clauses = [match.end() for match in CLAUSE_END.finditer(self.letters)]
        self.sentences = [match.end() for match in SENTENCE_END.finditer(self.letters)]
        self.topics = [(match.end(), match.lastgroup or "") for match in _TOPIC.finditer(self.letters)]
        self.topic_ends = [end for end, _ in self.topics]
        self.sections = [(self.place(section.start), section.label) for section in sections]
        self.section_starts = [start for start, _ in self.sections]
        self.dates = [(self.place(e.start), int(str(e.value)[:4])) for e in entities if _has_year(e)]
        self.date_starts = [start for start, _ in self.dates]
        self.actors = [(self.place(e.end), self.place(e.start), e.label) for e in entities if e.label in ACTING]

    def _masked(self, text: str) -> str:
        letters = list(text)
        for entity in self.entities:
            if entity.label in HIDDEN:
                letters[entity.start : entity.end] = MASK * (entity.end - entity.start)
        return "".join(letters[i] for i in self.places)

    def place(self, offset: int) -> int:
        """Return the place of the first letter at or after an offset of the text."""
        return bisect_left(self.places, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets into the text of the letters between two places."""
        return self.places[start], self.places[end - 1] + 1

    def next_clause(self, place: int) -> int:
        """Return where the clause at a place ends."""
        i = bisect_right(self.clauses, place)
        return self.clauses[i] - 1 if i < len(self.clauses) else len(self.letters)

    def sentence(self, place: int) -> int:
        """Return where the sentence of a place begins."""
        return _before(self.sentences, place)

    def sentence_end(self, place: int) -> int:
        """Return where the sentence of a place ends."""
        i = bisect_right(self.sentences, place)
        return self.sentences[i] if i < len(self.sentences) else len(self.letters)

    def section(self, place: int) -> tuple[int, str]:
        """Return start and label of the section of a place."""
        i = bisect_right(self.section_starts, place) - 1
        return self.sections[i] if i >= 0 else (0, "")

    def topic(self, place: int) -> str:
        """Return the topic that was last named before a place in its section, or that of the section."""
        start, label = self.section(place)
        alien = ALIEN_TOPICS.get(label, frozenset())
        for i in range(bisect_right(self.topic_ends, place) - 1, -1, -1):
            end, topic = self.topics[i]
            if end <= start:
                break
            if topic not in alien:
                return topic
        return SECTION_TOPICS.get(label, "")

    def year(self, start: int, place: int) -> int | None:
        """Return the last year named between two places."""
        i = bisect_left(self.date_starts, place) - 1
        return self.dates[i][1] if i >= 0 and self.dates[i][0] >= start else None

    def acting(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return end, start and label of the bodies, persons and dates that end behind a place and up to another, in order."""
        return self.actors[bisect_right(self.actors, (start, start, MASK)) : bisect_right(self.actors, (end, end, MASK))]

    def numerals(self, *, percents: bool = False) -> Iterator[Numeral]:
        """Yield the numerals in order of place; percentages only if asked for."""
        counted = [entity for entity in self.entities if entity.label in ("COUNT", "MONEY", "PERCENT")]
        starts = [self.place(entity.start) for entity in counted]
        last = 0
        for entity, start, following in zip(counted, starts, [*starts, len(self.letters)][1:], strict=True):
            end = self.place(entity.end)
            if (percents or entity.label != "PERCENT") and isinstance(entity.value, int | float):
                yield self._numeral(entity, last, start, end, following)
            last = end

    def _numeral(self, entity: Entity, last: int, start: int, end: int, following: int) -> Numeral:
        sentence = self.sentence(start)
        opening = max(last, sentence)
        clause, alone = self._clause(opening, start), self._stands_alone(end, following)
        right = self.letters[end : min(self.next_clause(end), following, end + _RIGHT)]
        return Numeral(
            start=entity.start,
            end=entity.end,
            value=entity.value if isinstance(entity.value, int | float) else 0,
            unit=_FIXED_UNITS.get(entity.label) or unit_of(entity.text),
            rounded=_VAGUE.search(entity.text) is not None,
            confidence=entity.confidence,
            own=_BRACKETED.sub("", self.letters[clause:start]) or ("" if right else self._heading(start)),
            right=right,
            lead=self._lead(clause) if opening == sentence and (clause == start or alone) else self._each(last, start),
            clause=clause,
            place=start,
            after=end,
            sentence=sentence,
            section=self.section(start)[1],
            topic=self.topic(start),
            year=self.year(opening, start),
            article=ARTICLE.fullmatch(entity.text) is not None,
        )

    def _clause(self, opening: int, start: int) -> int:
        """Return where the clause before a numeral begins; one that says nothing (全年共) is joined to what stands before it.

        What stands before a 、 belongs to the numeral before it (3起维持、1起撤回).
        """
        if opening > self.sentence(start) and self.letters[start - 1] == "、":
            return start
        begin = max(opening, _before(self.clauses, start))
        while begin > opening and self._says_nothing(begin, start):
            bracket = max(self.letters.rfind(sign, opening, begin) for sign in "（(") if self.letters[begin - 1] in "）)" else begin
            begin = max(opening, _before(self.clauses, max(bracket, opening + 1) - 1))
        return begin

    def _stands_alone(self, end: int, following: int) -> bool:
        """Tell whether no numeral of its sentence follows one but its parts."""
        return following >= self.sentence_end(end - 1) or _DIVIDED.match(self.letters, end) is not None

    def _lead(self, clause: int) -> str:
        """Return the name before a clause: in front of its colon (微信公众号：发布动态90条), or a numbered item (2.微博。发布信息88条)."""
        if self.letters[clause - 1] in "：:":
            return self.letters[_before(self.clauses, clause - 1) : clause]
        head = _ITEM_HEAD.search(self.letters, max(0, clause - _LONGEST_HEADING), clause)
        return head[1] + "。" if head else ""

    def _each(self, last: int, start: int) -> str:
        """Return what each of several has, before their total: 各有兼职人员1名，共14名."""
        each = _EACH.search(self.letters, max(0, last - _RIGHT), last) if _FILLER.fullmatch(self.letters, last, start) else None
        return each[1] if each else ""

    def _heading(self, start: int) -> str:
        """Return the short line above a numeral that opens its own line: it names what is counted where nothing beside it does."""
        above = _HEADING.search(self.letters, max(0, start - _LONGEST_HEADING), start)
        return above.group(1) if above else ""

    def _says_nothing(self, begin: int, start: int) -> bool:
        """Tell whether a clause ends in a bracket or holds filler alone; 当面3件，1件延期: right behind a comma, what follows names it."""
        border = self.letters[begin - 1]
        return border in "）)" or (_FILLER.fullmatch(self.letters, begin, start) is not None and not (begin == start and border in "，,"))


@lru_cache(maxsize=4096)
def unit_of(text: str) -> str:
    """Return the measure word of a count: 1200余份 → 份."""
    return _NOT_UNIT.sub("", text)


def _has_year(entity: Entity) -> bool:
    return entity.label == "DATE" and isinstance(entity.value, str) and entity.value[:4].isdigit()


def _before(borders: list[int], place: int) -> int:
    """Return the last border at or before a place, 0 where there is none."""
    i = bisect_right(borders, place) - 1
    return borders[i] if i >= 0 else 0
