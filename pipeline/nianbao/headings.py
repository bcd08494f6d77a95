"""Where headings begin and end, by form and by sense.

Form: a number that is due, the end of a line, or a full stop or colon behind few words. Sense, where a page has glued heading and text:
the pair of signs that the heading would end with and the pair that its text would begin with, each weighed by how much likelier it is
there than anywhere (``headings.json``, counted in the written corpus by ``nianbao.learn.count_headings``).
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from nianbao.patterns import ANSWERED, CLAUSE, CLAUSE_NUMBER, LONG_RUN_IN, LONGEST_HEADING, NUMBERS, RUN_IN, SENTENCE_START
from nianbao.quantities import chinese_number

#: Sum of the two log odds from which on a heading ends between two signs: nine in ten of the glued headings of the development set
#: have more, and none of its paragraphs that begin with a number has.
GLUED: Final = 2.0
#: Log odds of its last pair from which on a line without a number is a heading wherever it stands.
ENDS: Final = 3.0
#: The same where a full stop or a colon that could end the heading follows.
SURE: Final = 4.2
#: Log odds of a text that begins with 一是 or 第一，.
CLAUSES: Final = 4.0
#: What a blank between heading and text is worth.
GAP: Final = 2.0
#: What a comma or a figure in a heading costs.
FOREIGN: Final = 1.5
#: What each further sign costs: of two places as good the nearer one is right.
DISTANCE: Final = 0.03
_ANY_NUMBER = re.compile("|".join(f"(?:{form.pattern})" for form in NUMBERS))
_CLAUSE_END = re.compile(r"[。；;：:！？\n]")
_FOREIGN = re.compile(r"[，,]|0+|Y+")
_SENTENCE_ENDS = '。；;！!？?：:）)”" \n'


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a heading: where it begins, where the words begin, its form (0 the outermost), its value (0 of a dash)."""

    start: int
    body: int
    form: int
    value: int


def number_at(text: str, start: int, end: int) -> Number | None:
    """Return the number that the text between the offsets begins with."""
    for form, pattern in enumerate(NUMBERS):
        if match := pattern.match(text, start, end):
            return Number(start, match.end(), form, _value(match.group()))
    return None


def clause_number_at(text: str, start: int, end: int) -> Number | None:
    """Return the number of a clause (一是, 第一，) that the text between the offsets begins with; its form is that of no heading."""
    match = CLAUSE_NUMBER.match(text, start, end)
    return Number(start, match.end(), len(NUMBERS), _value(match.group())) if match else None


def numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield the numbers of headings in text[start:end]: the one it begins with, and those that are due and where one can stand."""
    first = number_at(text, start, end)
    last = first
    counted = {first.form: first.value} if first else {}
    if first:
        yield first
    for match in _ANY_NUMBER.finditer(text, first.body if first else start, end):
        number = number_at(text, match.start(), end)
        if number and number.value in (0, counted.get(number.form, 0) + 1) and _can_stand(text, number, last, end):
            yield number
            last = number
            counted = {form: value for form, value in counted.items() if form < number.form} | {number.form: number.value}


def _can_stand(text: str, number: Number, last: Number | None, end: int) -> bool:
    """Say whether a heading can begin at a number inside a line: behind a sentence or the heading above it, with words that end."""
    before = text[number.start - 1]
    if before in "：:" and number.form > 1:  # the sentence before the colon counts its own clauses
        return False
    if not number.value and before not in "。；;":  # a dash elsewhere divides a sentence
        return False
    below = last is not None and last.form < number.form and number.value == 1 and last.body < number.start
    headed = last is not None and below and not CLAUSE.search(text, last.body, number.start) and number.start - last.body <= LONGEST_HEADING
    if not (before in _SENTENCE_ENDS or headed or (before.isdigit() and number.form < 2)):
        return False
    words = heading_end(text, number.body, end)
    return words is not None and words > number.body + 1 and (words < end or before in _SENTENCE_ENDS)


def heading_end(text: str, body: int, end: int) -> int | None:
    """Return where the heading ends whose words begin at ``body``; None where text[body:end] is a paragraph that a number begins."""
    words = text[body:end].rstrip()
    answered = ANSWERED.fullmatch(words)
    if answered or (is_heading_line(words) and words[-1] not in "。."):
        return body + (answered.end(1) if answered else len(words))
    score, place = glued_end(text, body, end)
    if score >= SURE or (score >= GLUED and is_heading_line(words)):
        return place
    if is_heading_line(words):
        return body + len(words)
    run_in = RUN_IN.match(text, body, end) or LONG_RUN_IN.match(text, body, end)
    if run_in and run_in.group()[-1] in "：:" and words[-1] in "；;":  # an item of a list that the words above begin
        return None
    if run_in and (run_in.re is RUN_IN or ends_as_heading(run_in.group()[:-1])):
        return run_in.end()
    return place if score >= GLUED else None


def is_heading_line(words: str, longest: int = LONGEST_HEADING) -> bool:
    """Say whether the words of a line are a heading: few of them, and no sentence."""
    if len(words) > longest or not words or re.search("[。；;]", words[:-1]):
        return False
    return words[-1] not in "；;，," and not (words[-1] in "。." and (CLAUSE.search(words[:-1]) or SENTENCE_START.match(words)))


def ends_as_heading(words: str, least: float = ENDS) -> bool:
    """Say whether the last two signs are so much likelier at the end of a heading than anywhere."""
    return _odds("ends", plain(words)[-1:-3:-1]) >= least


def glued_end(text: str, body: int, end: int) -> tuple[float, int]:
    """Return how likely, and where likeliest, a heading that runs into its text without a sign ends."""
    limit = min(end, body + LONGEST_HEADING) + 2
    clause = _CLAUSE_END.search(text, body, limit)
    shown = plain(text[body : clause.start() if clause else min(limit, end)])
    foreign = [match.start() for match in _FOREIGN.finditer(shown)]
    places = ((_odds_of_end(shown, at) - FOREIGN * bisect_left(foreign, at), body + at) for at in range(2, len(shown) - 1))
    return max(places, default=(0.0, body))


def _odds_of_end(shown: str, at: int) -> float:
    """Return the log odds of a heading's ending before the sign at ``at``; a blank there speaks for it."""
    ending = _odds("ends", shown[at - 1 : at - 3 : -1] if at > 2 else shown[1::-1])
    if ending < 0 and shown[at] != " ":  # nothing that follows makes up for it
        return ending
    beginning = shown[at : at + 6].lstrip()
    gap = GAP if shown[at] == " " and beginning else 0.0
    starts = CLAUSES if CLAUSE_NUMBER.match(beginning) else _odds("starts", beginning[:2])
    return ending + starts + gap - DISTANCE * at


def _odds(table: str, pair: str) -> float:
    """Return the log odds of a pair of signs, or of its first alone where the pair tells nothing more."""
    known = odds()[table]
    return known.get(pair, known.get(pair[:1], 0.0))


def plain(text: str) -> str:
    """Return the text with Y for the digits of years and 0 for others: which digit it is does not tell a heading from a text."""
    return re.sub(r"\d", "0", re.sub(r"(?:19|20)\d\d(?=\s*年)", "YYYY", text))


@lru_cache(maxsize=1)
def odds() -> dict[str, dict[str, float]]:
    """Return the log odds of pairs and signs: ``ends`` (the last sign first) and ``starts``."""
    table: dict[str, dict[str, float]] = json.loads(files("nianbao").joinpath("headings.json").read_text(encoding="utf-8"))
    return table


def _value(number: str) -> int:
    """Return the value of a number as printed: （三） → 3, 2. → 2, ② → 2."""
    if "①" <= number[0] <= "⑳":
        return ord(number[0]) - ord("①") + 1
    figure = re.search(r"\d+|[一二三四五六七八九十]+", number)
    return (int(figure[0]) if figure[0].isdecimal() else chinese_number(figure[0])) if figure else 0
