"""What pages do to the layout of a report: headings renumbered, repeated, run in, lines and pages broken; block marks stay in place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

from nianbao.learn.corpus import Line, Part, Piece
from nianbao.learn.wear import Parts
from nianbao.patterns import ORDINALS

#: Private signs that end a block of a marked text, by kind and level.
KINDS = (("title", 0), ("heading", 1), ("heading", 2), ("heading", 3), ("paragraph", 0), ("table", 0), ("furniture", 0))
MARKS = {role: chr(0xE000 + i) for i, role in enumerate(KINDS)}
ROLES = {mark: role for role, mark in MARKS.items()}
_TOP = re.compile(rf"(\s*)(第?)([{ORDINALS}]{{1,3}})(部分|、)\s*")
_PAGE = ("- {} -", "— {} —", "第 {} 页", "{}")


def _each_top_heading(parts: Parts, change: Callable[[Line, re.Match[str]], tuple[Line, ...]]) -> Parts:
    """Return the parts with every line that a top-level number begins replaced by other lines."""

    def lines(part: Part) -> Iterator[Line]:
        for line in part.lines:
            heads = any(piece.raw == MARKS["heading", 1] for piece in line)
            number = _TOP.match(line[0].raw) if heads else None
            yield from change(line, number) if number else (line,)

    return tuple(replace(part, lines=tuple(lines(part))) for part in parts)


def _renumbered(line: Line, number: re.Match[str], new: str) -> Line:
    """Return the line with ``new`` for its number and what sets it off."""
    return (replace(line[0], raw=number[1] + new + line[0].raw[number.end() :]), *line[1:])


def lose_top_numbers(parts: Parts, rng: Random) -> Parts:
    """Drop the numbers of top-level headings."""
    return _each_top_heading(parts, lambda line, number: (_renumbered(line, number, ""),))


def misnumber(parts: Parts, rng: Random) -> Parts:
    """Give a third of the top-level headings a wrong number."""

    def change(line: Line, number: re.Match[str]) -> tuple[Line, ...]:
        return (_renumbered(line, number, number[2] + rng.choice(ORDINALS) + number[4]) if rng.random() < 1 / 3 else line,)

    return _each_top_heading(parts, change)


def repeat_headings(parts: Parts, rng: Random) -> Parts:
    """Print half of the top-level headings twice."""
    return _each_top_heading(parts, lambda line, number: (line, line) if rng.random() < 1 / 2 else (line,))


def mix_levels(parts: Parts, rng: Random) -> Parts:
    """Write the numbers of the later top-level headings in brackets, as those of the second level."""
    count, kept = 0, rng.randint(1, 3)

    def change(line: Line, number: re.Match[str]) -> tuple[Line, ...]:
        nonlocal count
        count += 1
        return (_renumbered(line, number, f"（{number[3]}）") if count > kept else line,)

    return _each_top_heading(parts, change)


def run_headings_in(parts: Parts, rng: Random) -> Parts:
    """Write the text of a section behind its heading, set off by a full stop or a colon."""
    sign = rng.choice("。：")
    return tuple(replace(part, lines=_run_in(part.lines, sign)) for part in parts)


def _run_in(lines: tuple[Line, ...], sign: str) -> tuple[Line, ...]:
    """Return the lines with the first, if a top-level heading, and the second in one; a table stays below."""
    if (
        len(lines) < 2
        or not lines[0]
        or not lines[1]
        or lines[0][-1].raw != MARKS["heading", 1]
        or lines[1][-1].raw != MARKS["paragraph", 0]
    ):
        return lines
    *words, mark = lines[0]
    return ((*words, Piece(sign), mark, *_unindented(lines[1])), *lines[2:])


def _unindented(line: Line) -> Line:
    return (replace(line[0], raw=line[0].raw.lstrip()), *line[1:])


def run_together(parts: Parts, rng: Random) -> Parts:
    """Run all lines of the report together with nothing between, so that paragraphs become one; the cells of a table keep a blank."""

    def line(old: tuple[Line, ...]) -> Line:
        shown = [one for one in old if one]
        melted = [one[:-1] if _is_paragraph(one) and _is_paragraph(below) else one for one, below in pairwise([*shown, ()])]
        return tuple(piece for one in melted for piece in (*_unindented(one), *_gap(one)))

    return tuple(replace(part, lines=(line(part.lines),)) for part in parts)


def _is_paragraph(line: Line) -> bool:
    """Say whether the line is a paragraph and nothing else."""
    return [piece.raw for piece in line if piece.raw in ROLES] == [MARKS["paragraph", 0]]


def _gap(line: Line) -> Line:
    """Return the blank that cells need."""
    return (Piece(" "),) if re.search(r"[\d|]\W?$", "".join(piece.raw for piece in line)) else ()


def cut_lines(parts: Parts, rng: Random) -> Parts:
    """Break lines after so many signs as a page is wide, as PDF text is; a mention that a break runs through becomes two."""
    width = rng.randint(26, 42)
    return tuple(replace(part, lines=tuple(one for line in part.lines for one in _cut(line, width))) for part in parts)


def _cut(line: Line, width: int) -> Iterator[Line]:
    """Yield the pieces of a line in lines as wide as ``width`` Chinese characters; rows of tables stay whole, marks begin no line."""
    if any(sign in piece.raw for piece in line for sign in "|\t"):
        yield line
        return
    row: list[Piece] = []
    used = 0.0
    for piece in line:
        raw = ""
        for sign in piece.raw:
            size = 0.0 if sign in ROLES else 0.5 if sign.isascii() else 1.0
            if used + size > width:
                yield (*row, replace(piece, raw=raw))
                row, raw, used = [], "", 0.0
            raw, used = raw + sign, used + size
        row.append(replace(piece, raw=raw))
    yield tuple(row)


def break_pages(parts: Parts, rng: Random) -> Parts:
    """Break a third of the paragraphs of several pieces in the middle, with the number of a page between."""
    count = 0

    def lines(line: Line) -> tuple[Line, ...]:
        nonlocal count
        inner = max((i for i, piece in enumerate(line[:-1]) if piece.raw in ROLES), default=-1) + 1
        if len(line) - inner < 4 or line[-1].raw != MARKS["paragraph", 0] or rng.random() < 2 / 3:
            return (line,)
        count += 1
        middle = (inner + len(line)) // 2
        number = Piece(rng.choice(_PAGE).format(count))
        return ((*line[:middle], line[-1]), (number, Piece(MARKS["furniture", 0])), line[middle:])

    return tuple(replace(part, lines=tuple(new for line in part.lines for new in lines(line))) for part in parts)
