"""Markdown as text recognition writes it: marks of form go, headings and paragraphs become lines, tables grids.

A few lines of our own: a full parser (markdown-it-py) gives HTML without offsets and would take numbers such as ``1.`` for lists.
"""

import re
from collections.abc import Iterator

from nianbao.read.content import Content, Part, Slot
from nianbao.read.html import read_html

# None of these looks at a sign more than a few times, however often a line opens what it never closes.
_HEADING = re.compile(r" {0,3}#{1,6} +(.*)")
_RULE = re.compile(r"\|?(?: *:?-{2,}:? *\|)*(?: *:?-{2,}:? *)\|?")
_CELL_END = re.compile(r"(?<!\\)\|")
#: Pictures go with what they are called; of links and emphasis the words stay.
_PICTURE = re.compile(r"!\[[^\[\]]*\]\((?:[^()]|\([^()]*\))*+\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:https?:|/|#)(?:[^()]|\([^()]*\))*+\)")
_EMPHASIS, _ESCAPE = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1"), re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")


def read_markdown(text: str, path: str) -> Content:
    """Return the lines and tables of a text in Markdown; tables in HTML, which some recognisers write, are read as such."""
    return Content(list(_parts(text.splitlines(), path)))


def _parts(lines: list[str], path: str) -> Iterator[Part]:
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if "|" in line and _is_rule(lines, at + 1):
            end = _end_of_table(lines, at)
            yield [_slots(row) for row in lines[at:end] if not _RULE.fullmatch(row.strip())]
        elif line.lstrip().lower().startswith("<table"):
            while end < len(lines) and "</table" not in lines[end - 1].lower():
                end += 1
            yield from read_html("\n".join(lines[at:end]), path).parts
        elif words := _plain(line):
            yield words
        at = end


def _is_rule(lines: list[str], at: int) -> bool:
    """Tell whether the line is the rule below a table's header."""
    return at < len(lines) and "-" in lines[at] and "|" in lines[at] and _RULE.fullmatch(lines[at].strip()) is not None


def _end_of_table(lines: list[str], at: int) -> int:
    """Return where the lines with bars end."""
    while at < len(lines) and "|" in lines[at]:
        at += 1
    return at


def _slots(row: str) -> list[Slot]:
    """Return the cells of a row; the bars around it are none."""
    inside = row.strip().removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return [Slot(_plain(cell).replace("|", "｜")) for cell in _CELL_END.split(inside)]


def _plain(line: str) -> str:
    """Return a line without marks; empty for a line across the page."""
    if re.fullmatch(r"\s*(?:-{3,}|\*{3,}|_{3,}|`{3,}\w*)\s*", line):
        return ""
    heading = _HEADING.match(line)
    text = _LINK.sub(r"\1", _PICTURE.sub("", heading[1].rstrip(" #") if heading else line.removeprefix("> ")))
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", text)).strip(" \t")
