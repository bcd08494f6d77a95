"""Give headings their level: the rank of the form of their number among those of the report, as a reader indents them."""

from collections.abc import Iterator
from dataclasses import replace

from nianbao.records import Block

#: Forms of numbers, and one for headings without.
DEEPEST = 7


def ranked(blocks: list[Block], tops: set[int]) -> list[Block]:
    """Return the blocks with levels from 1 and places among siblings, which tell a misnumbered heading.

    As yet the level of a heading is the form of its number, 0 where it has none; ``tops`` are the offsets at which sections begin.
    """
    promoted = set(_promoted(blocks, tops))
    ranks = _ranks([block for block in blocks if block.kind == "heading" and block.start not in promoted], tops)
    placed: list[Block] = []
    counts = [0] * (DEEPEST + 1)
    for block in blocks:
        if block.kind != "heading":
            placed.append(replace(block, level=0) if block.level else block)
            continue
        level = 1 if block.start in promoted else ranks[block.level]
        counts[level] += 1
        counts[level + 1 :] = [0] * (DEEPEST - level)
        placed.append(replace(block, level=level, position=counts[level]))
    return placed


def _promoted(blocks: list[Block], tops: set[int]) -> Iterator[int]:
    """Yield where headings begin that go on counting the outermost ones in another form: 一、二、（三）.

    Their number is the next one of the outermost, and they open a section or have no sibling before them that it could follow.
    """
    headings = [block for block in blocks if block.kind == "heading" and block.level]
    outermost = min((heading.level for heading in headings), default=0)
    top, siblings = 0, dict[int, int]()
    for heading in headings:
        number = heading.ordinal or 0
        goes_on = number == top + 1 and (heading.start in tops or siblings.get(heading.level, 0) != number - 1)
        if heading.level == outermost or (top and goes_on):
            top, siblings = number, {}
            if heading.level != outermost:
                yield heading.start
        else:
            siblings[heading.level] = number


def _ranks(headings: list[Block], tops: set[int]) -> dict[int, int]:
    """Return the rank of each form: the outermost first, but below headings without a number where mostly these open the sections."""
    forms = sorted({heading.level for heading in headings if heading.level})
    opening = [heading.start in tops for heading in headings if forms and heading.level == forms[0]]
    below = any(not heading.level for heading in headings) and sum(opening) * 2 < len(opening)
    return {0: 1} | {form: rank for rank, form in enumerate(forms, 2 if below else 1)}
