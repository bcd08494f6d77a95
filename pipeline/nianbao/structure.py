"""Normalised text to blocks: its lines, divided where a page has glued several headings into one line."""

import re
from itertools import pairwise

from nianbao.patterns import CELL_ONLY, GLUED_HEADING, HEADINGS, LONGEST_HEADING, ORDINALS, TABLE_ROW
from nianbao.quantities import chinese_number
from nianbao.records import Block

_LINE = re.compile(r"\S[^\n]*")


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of ``text`` in order; offsets count its characters, every visible character is in one block."""
    return [
        classify(text, start, end)
        for line in _LINE.finditer(text)
        for start, end in pairwise([line.start(), *_glued_headings(text, line.start(), line.end()), line.end()])
    ]


def classify(text: str, start: int, end: int) -> Block:
    """Return the block of ``text[start:end]`` without its outer blanks: heading with its level, table row or paragraph."""
    line = text[start:end]
    start, end = start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())
    line = text[start:end]
    if TABLE_ROW.search(line) or CELL_ONLY.fullmatch(line):
        return Block(start, end, "table")
    for level, number in enumerate(HEADINGS, 1):
        if number.match(line):
            is_heading = len(line) <= LONGEST_HEADING and "。" not in line[:-1]
            return Block(start, end, "heading" if is_heading else "paragraph", level)
    return Block(start, end, "paragraph")


def ordinal(text: str) -> int:
    """Return the number of a heading of the first or second level, 0 where it has none: 三、依申请公开 → 3, （二）数量 → 2."""
    match = re.match(rf"[第(（]?([{ORDINALS}]{{1,3}})", text)
    return chinese_number(match.group(1)) if match else 0


def _glued_headings(text: str, start: int, end: int) -> list[int]:
    """Return where further headings begin inside a line, if their numbers rise by one as those of a report do."""
    places = [match.start() for match in GLUED_HEADING.finditer(text, start, end)]
    found: list[int] = []
    line = text[start:end]
    expected = ordinal(line) + 1 if HEADINGS[0].match(line) else 1
    for place in places:
        if ordinal(text[place:end]) == expected:
            found.append(place)
            expected += 1
    return found
