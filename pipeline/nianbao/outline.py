"""Blocks to an outline: titles, headings with level and number, paragraphs, tables and furniture, as a reader would draw it.

Form tells most headings (their numbers, the end of a line), sense the rest: the words that headings end with (``headings``), the sections
that they open, the number that is due. 一是, 第一， and the like count the clauses of one sentence, which a reader does not take apart:
they stay in their paragraph, and one that begins it is its number.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nianbao.headings import GLUED, Number, clause_number_at, ends_as_heading, glued_end, heading_end, is_heading_line, number_at, numbers
from nianbao.patterns import DATE_LINE, FOREWORD, NO_HEADING, NUMBERS, PAGE_NOTE, PAGE_NUMBER, SENTENCE_END, TITLE
from nianbao.ranks import ranked
from nianbao.records import Block, Section, Table
from nianbao.structure import blocks_of, classify

#: A line cut by a page is about as long as the others; a shorter one ends where its writer ended it.
SHORTEST_CUT = 20
TITLE_LENGTH = 60
#: A line that is longer holds more than a row of an official table.
LONGEST_ROW = 100
#: A heading without a number is no longer than this.
LONGEST_UNNUMBERED = 26
#: Sections without headings of their own.
UNDIVIDED = ("", "title", "preamble", "signature", "attachments", "boilerplate")
#: Level of the outermost headings that can be items of a list, （一）, before they are ranked.
ITEM = 3
#: Kinds of which neighbouring lines are one block.
RUNS = ("title", "table", "furniture")
_LOST_BREAK = re.compile(rf"(?<=[。！？!?”]) +(?=\S)|(?<=\S) +(?={DATE_LINE}$)")
_UNIT = re.compile("[万亿]?[元%]")


def outline(text: str, sections: list[Section], tables: list[Table]) -> list[Block]:
    """Return the blocks of a normalised text in order of place; every visible character is in one block."""
    parts: list[Block] = []
    for block, section in _owners(blocks_of(text), sections):
        for piece in _cut_at_tables(text, block, tables):
            parts += _parts(text, piece, section, parts)
    tops = {section.start for section in sections if section.label not in UNDIVIDED}
    return ranked(list(_items_as_text(text, _joined(text, parts, tables))), tops)


def _owners(blocks: list[Block], sections: list[Section]) -> Iterator[tuple[Block, Section | None]]:
    """Pair each block with the section that it stands in."""
    remaining = list(sections)
    for block in blocks:
        while remaining and remaining[0].end <= block.start:
            remaining.pop(0)
        yield block, remaining[0] if remaining and remaining[0].start <= block.start else None


def _cut_at_tables(text: str, block: Block, tables: list[Table]) -> Iterator[Block]:
    """Yield the block, or where an official table begins or ends inside it what stands before, in and after the table."""
    at = block.start
    for table in tables:
        start, end = max(table.start, at), min(table.end, block.end)
        if start >= end:
            continue
        head = _head_of_table(text, at, start)
        if head is None and block.end - block.start <= LONGEST_ROW:
            yield replace(block, kind="table" if end - start > (block.end - block.start) / 2 else block.kind)
            return
        unit = _UNIT.match(text, end, block.end)
        end = unit.end() if unit and table.end < block.end else end
        yield from _trimmed(text, Block(at, head or start, ""))
        yield from _trimmed(text, Block(head or start, end, "table"))
        at = end
    yield from _trimmed(text, replace(block, start=at, kind="" if at > block.start else block.kind))


def _head_of_table(text: str, start: int, table: int) -> int | None:
    """Return where the heading ends that a page has glued to the first row of the official table that begins at ``table``."""
    number = number_at(text, start, table) if start < table else None
    if number is None or number.form > 1:
        return None
    score, place = glued_end(text, number.body, table + 2)
    if score >= GLUED:
        return min(place, table)
    return heading_end(text, number.body, table)


def _trimmed(text: str, block: Block) -> Iterator[Block]:
    """Yield the block without outer blanks, if anything is left; one without a kind gets it by its form."""
    words = text[block.start : block.end]
    if words.strip():
        start, end = block.start + len(words) - len(words.lstrip()), block.end - len(words) + len(words.rstrip())
        yield replace(block, start=start, end=end) if block.kind else classify(text, start, end)


def _parts(text: str, block: Block, section: Section | None, before: list[Block]) -> Iterator[Block]:
    """Yield the block with the kind that it has in its place, each heading and each paragraph apart."""
    words = text[block.start : block.end]
    label = section.label if section else ""
    noted = label in UNDIVIDED and len(words) <= TITLE_LENGTH and PAGE_NOTE.search(words) and not TITLE.match(words)
    numbered = PAGE_NUMBER.fullmatch(words) or (words.isdecimal() and before and _is_cut(text, before[-1], block))
    if numbered or label == "boilerplate" or (noted and words[-1] not in "。；"):
        yield Block(block.start, block.end, "furniture")
    elif block.kind == "table":
        yield block
    elif label == "title" or (not before and len(words) > TITLE_LENGTH):
        yield from _titled(text, block, label)
    elif before and _is_cut(text, before[-1], block) and not _is_due(text, block, before):
        yield from _divided(text, block, [number for number in numbers(text, block.start, block.end) if number.start > block.start])
    elif FOREWORD.fullmatch(words) or (section and label not in UNDIVIDED and _is_unnumbered(text, block, section)):
        yield Block(block.start, block.end, "heading")
    else:
        inner = len(NUMBERS) if label not in ("attachments", "signature") else 1
        yield from _divided(text, block, [number for number in numbers(text, block.start, block.end) if number.form <= inner])


def _titled(text: str, block: Block, label: str) -> Iterator[Block]:
    """Yield the title that a line begins with, and what follows it on the line."""
    title = TITLE.match(text, block.start, block.end)
    if title and title.end() < block.end:
        yield Block(block.start, title.end(), "title")
        for rest in _trimmed(text, replace(block, start=title.end())):
            yield from _beside_title(text, rest) if label == "title" else _divided(text, rest, list(numbers(text, rest.start, rest.end)))
    elif label == "title":
        yield from _beside_title(text, block)
    else:
        yield from _divided(text, block, list(numbers(text, block.start, block.end)))


def _beside_title(text: str, block: Block) -> Iterator[Block]:
    """Yield a line of the title's section: furniture, title, or paragraphs where it is long."""
    words = text[block.start : block.end]
    if len(words) > TITLE_LENGTH and not PAGE_NOTE.search(words):
        yield from _paragraphs(text, block.start, block.end)
    else:
        yield Block(block.start, block.end, "furniture" if PAGE_NOTE.search(words) else "title")


def _is_unnumbered(text: str, block: Block, section: Section) -> bool:
    """Say whether a line without a number is a heading: it is short and ends like one, above all where it opens a section."""
    words = text[block.start : block.end]
    if number_at(text, block.start, block.end) or not is_heading_line(words, LONGEST_UNNUMBERED) or NO_HEADING.match(words):
        return False
    return words[-1] not in "。." and (ends_as_heading(words) or (block.start == section.start and ends_as_heading(words, 0.0)))


def _is_due(text: str, block: Block, before: list[Block]) -> bool:
    """Say whether a line that may go on with the sentence above is a heading all the same: it looks like one and its number is due."""
    number = number_at(text, block.start, block.end)
    if number is None or heading_end(text, number.body, block.end) is None:
        return False
    above = next((one for one in reversed(before) if one.kind == "heading" and 0 < one.level <= number.form + 1), None)
    return number.value == 1 + (above.ordinal or 0 if above and above.level == number.form + 1 else 0)


def _divided(text: str, block: Block, found: list[Number]) -> Iterator[Block]:
    """Yield a stretch of text as headings, each with its form for a level, and paragraphs; ``found`` are the numbers of its headings."""
    edges = [*(number.start for number in found), block.end]
    yield from _paragraphs(text, block.start, edges[0])
    for number, end in zip(found, edges[1:], strict=True):
        head = heading_end(text, number.body, end)
        if head is None:
            yield from _paragraphs(text, number.start, end)
        else:
            yield Block(number.start, head, "heading", number.form + 1, number.value or None)
            yield from _paragraphs(text, head, end)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the paragraphs of text[start:end]: a blank behind the end of a sentence was the end of a line."""
    for first, last in pairwise([start, *(gap.end() for gap in _LOST_BREAK.finditer(text, start, end)), end]):
        for block in _trimmed(text, Block(first, last, "paragraph")):
            number = number_at(text, block.start, block.end) or clause_number_at(text, block.start, block.end)
            yield replace(block, ordinal=(number.value or None) if number else None)


def _joined(text: str, blocks: list[Block], tables: list[Table]) -> list[Block]:
    """Join paragraphs that a page or line break runs through, and lines of one title, table or page note."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and (_is_one_run(last, block, tables) or (not block.ordinal and block.kind == "paragraph" and _is_cut(text, last, block))):
            joined[-1] = replace(last, end=block.end)
        else:
            joined.append(block)
    return joined


def _items_as_text(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks; headings that end a sentence and have no text below, and those that count on from such, are paragraphs: a list."""
    last = (0, 0)
    for block, after in pairwise([*blocks, Block(len(text), len(text), "heading", 1)]):
        numbered = (block.level, block.ordinal or 0)
        ends = block.kind == "heading" and block.level >= ITEM and text[block.end - 1] in "。."
        bare = after.kind == "heading" and after.level <= block.level
        is_item = ends and (bare or numbered == (last[0], last[1] + 1))
        last = numbered if is_item else (0, 0)
        yield replace(block, kind="paragraph", level=0) if is_item else block


def _is_one_run(before: Block, after: Block, tables: list[Table]) -> bool:
    """Say whether two lines belong to one title, page note or table: not where one official table ends and another begins."""
    begins = any(after.start <= table.start < after.end for table in tables)
    ends = any(before.start < table.end <= after.start for table in tables)
    return before.kind == after.kind and before.kind in RUNS and not (begins and ends)


def _is_cut(text: str, before: Block, after: Block) -> bool:
    """Say whether the second block goes on with the sentence of the paragraph before it."""
    if before.kind != "paragraph":
        return False
    between = text[before.end : after.start]
    line = text[before.start : before.end].rsplit("\n", 1)[-1]
    return between.count("\n") == 1 and len(line) >= SHORTEST_CUT and not SENTENCE_END.search(line)
