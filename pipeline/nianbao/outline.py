"""Blocks to an outline: titles, headings with level and number, paragraphs, tables and furniture, as a reader would draw it.

Form tells most headings (their numbers, the end of a line); sense tells the rest: where a page has glued a heading to its text, it ends
with a word that headings end with and the text begins with a word that sentences begin with; a short line that opens a section heads it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from nianbao.patterns import BODY_STARTS, HEADING_ENDS, HEADINGS, LONGEST_HEADING, ORDINALS, PAGE_NOTE, SENTENCE_END
from nianbao.quantities import chinese_number
from nianbao.records import Block, Section, Table
from nianbao.structure import blocks_of

#: A line cut by a page is about as long as the others; a shorter one ends where its writer ended it.
SHORTEST_CUT = 20
TITLE_LENGTH = 60
_GLUED = re.compile(rf"[^。；;：:！？\n]{{0,{LONGEST_HEADING}}}?(?:{HEADING_ENDS})(?=\s*(?:{BODY_STARTS}))")
_RUN_IN = re.compile(rf"[^。；;：:！？，,\n]{{1,{LONGEST_HEADING}}}?[。：:]")


def outline(text: str, sections: list[Section], tables: list[Table]) -> list[Block]:
    """Return the blocks of a normalised text in order of place; every visible character is in one block."""
    owners = _owners(blocks_of(text), sections)
    parts = [part for block, section in owners for part in _parts(text, block, section, tables)]
    return _with_positions(text, _joined(text, parts))


def _owners(blocks: list[Block], sections: list[Section]) -> Iterator[tuple[Block, Section | None]]:
    """Pair each block with the section that it stands in."""
    remaining = list(sections)
    for block in blocks:
        while remaining and remaining[0].end <= block.start:
            remaining.pop(0)
        yield block, remaining[0] if remaining and remaining[0].start <= block.start else None


def _parts(text: str, block: Block, section: Section | None, tables: list[Table]) -> Iterator[Block]:
    """Yield the block with the kind that it has in its place, a heading that runs into its text apart from it."""
    words = text[block.start : block.end]
    label = section.label if section else ""
    if any(table.start <= block.start < table.end for table in tables):
        yield replace(block, kind="table", level=0)
    elif label == "boilerplate" or (label == "title" and PAGE_NOTE.search(words)):
        yield replace(block, kind="furniture", level=0)
    elif block.kind == "table":
        yield block
    elif label == "title":
        yield replace(block, kind="title" if len(words) <= TITLE_LENGTH else "paragraph", level=0)
    elif block.level:
        yield from _split(text, block)
    elif section and block.start == section.start and len(words) <= LONGEST_HEADING and re.search(rf"(?:{HEADING_ENDS})$", words):
        yield replace(block, kind="heading", level=1)
    else:
        yield block


def _split(text: str, block: Block) -> Iterator[Block]:
    """Yield a numbered block as a heading, or as a heading and the text that it runs into."""
    words = text[block.start : block.end]
    number = HEADINGS[block.level - 1].match(words)
    body = number.end() if number else 0
    ends = _GLUED.match(words, body) or (_RUN_IN.match(words, body) if block.kind == "paragraph" else None)
    if ends is None or ends.end() == len(words):
        yield block
        return
    start = block.start + ends.end() + len(words[ends.end() :]) - len(words[ends.end() :].lstrip())
    yield replace(block, end=block.start + ends.end(), kind="heading")
    yield Block(start, block.end, "paragraph")


def _joined(text: str, blocks: list[Block]) -> list[Block]:
    """Join paragraphs that a page or line break runs through."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.kind == block.kind == "paragraph" and not block.level and _is_cut(text, last, block):
            joined[-1] = replace(last, end=block.end)
        else:
            joined.append(block)
    return joined


def _is_cut(text: str, before: Block, after: Block) -> bool:
    """Say whether the second paragraph goes on with the sentence of the first."""
    between = text[before.end : after.start]
    line = text[before.start : before.end].rsplit("\n", 1)[-1]
    return between.count("\n") == 1 and len(line) >= SHORTEST_CUT and not SENTENCE_END.search(line)


def _with_positions(text: str, blocks: list[Block]) -> list[Block]:
    """Give each numbered heading the number that is printed and its place among its siblings, which tell a misnumbered one."""
    placed, counts = [], [0, 0, 0]
    for block in blocks:
        if block.kind == "heading":
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (3 - block.level)
            block = replace(block, ordinal=_printed(text[block.start : block.end]), position=counts[block.level - 1])  # noqa: PLW2901
        placed.append(block)
    return placed


def _printed(heading: str) -> int | None:
    """Return the number that a heading prints: （三）渠道 → 3, 2.人员 → 2; None where it has none."""
    match = re.match(rf"[第（(]?(?:([{ORDINALS}]{{1,3}})|(\d{{1,2}}))", heading)
    if not match:
        return ord(heading[0]) - ord("①") + 1 if "①" <= heading[:1] <= "⑳" else None
    return chinese_number(match[1]) if match[1] else int(match[2])
