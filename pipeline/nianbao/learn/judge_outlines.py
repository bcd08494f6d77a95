"""How well the outline of a report is found: the written reports, laid out badly on purpose, against the outline a reader drew."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from spacy.language import Language

from nianbao.learn import misplace
from nianbao.learn.corpus import TABLE, Document, Line, Part, Piece, read_corpus, render
from nianbao.learn.damage import Damage, add_blanks, change_punctuation, damage, glue_headings, lose_headings, one_line
from nianbao.learn.generate import tabulated
from nianbao.learn.misplace import MARKS, ROLES
from nianbao.learn.wear import Parts
from nianbao.normalise import normalise
from nianbao.outline import RUNS
from nianbao.process import process
from nianbao.records import Source

#: No other part of the project uses these.
SEEDS = range(70_001, 70_004)
DAMAGES: dict[str, Damage] = {
    "as written": lambda parts, rng: parts,
    "headings glued to the text": glue_headings,
    "headings run in": misplace.run_headings_in,
    "top numbers lost": misplace.lose_top_numbers,
    "misnumbered": misplace.misnumber,
    "headings repeated": misplace.repeat_headings,
    "top headings at two levels": misplace.mix_levels,
    "headings lost": lose_headings,
    "whole report on one line": one_line,
    "one line without blanks": misplace.run_together,
    "lines of a page": misplace.cut_lines,
    "page breaks": misplace.break_pages,
    "blanks and indents": add_blanks,
    "other punctuation": change_punctuation,
    "all damage of training": damage,
}

Outline = list[tuple[int, int, str, int]]
Roles = dict[tuple[str, str], tuple[str, int]]


@dataclass
class Tally:
    """Counts of blocks: starts and headings of the reader's outline, of the found one, of both; kinds right at starts that both have."""

    starts: int = 0
    found_starts: int = 0
    both_starts: int = 0
    kinds: int = 0
    headings: int = 0
    found_headings: int = 0
    both_headings: int = 0

    def add(self, gold: Outline, found: Outline) -> None:
        """Count one report."""
        starts, mine = {one[0]: one[2:] for one in gold}, {one[0]: one[2:] for one in found}
        both = starts.keys() & mine.keys()
        self.starts, self.found_starts, self.both_starts = (
            self.starts + len(starts),
            self.found_starts + len(mine),
            self.both_starts + len(both),
        )
        self.kinds += sum(starts[at] == mine[at] for at in both)
        headings, found_headings = ({one for one in outline if one[2] == "heading"} for outline in (gold, found))
        self.headings, self.found_headings = self.headings + len(headings), self.found_headings + len(found_headings)
        self.both_headings += len(headings & found_headings)

    def rates(self) -> dict[str, float]:
        """Return F1 of block starts, the share of right kinds with level at those, and F1 of headings with both ends and level."""
        return {
            "boundaries": 2 * self.both_starts / max(self.starts + self.found_starts, 1),
            "kinds": self.kinds / max(self.both_starts, 1),
            "headings": 2 * self.both_headings / max(self.headings + self.found_headings, 1),
        }


def judge_outlines(nlp: Language, corpus: Path, split: str) -> dict[str, dict[str, float]]:
    """Return for each damage how well the outlines of a split's reports are found."""
    roles = read_roles(corpus / "outlines.tsv")
    reports = [document for document in read_corpus(corpus / split) if len(document.parts) > 1]
    return {name: _judge(nlp, reports, roles, one).rates() for name, one in DAMAGES.items()}


def _judge(nlp: Language, reports: list[Document], roles: Roles, one: Damage) -> Tally:
    tally = Tally()
    for document in reports:
        for seed in SEEDS:
            rng = Random(f"{seed} {document.name}")
            text, gold = layout(one(marked(document, roles, rng), rng))
            tally.add(gold, found_outline(nlp, text))
    return tally


def read_roles(path: Path) -> Roles:
    """Read what a reader marked: report, role and words of each heading and of each line that its section does not tell."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {(report, words): ("heading", int(role)) if role.isdigit() else (role, 0) for report, role, words in rows}


def marked(document: Document, roles: Roles, rng: Random) -> Parts:
    """Return the parts of a report with a mark at the end of every block, a table laid out in some way."""
    parts = []
    for part in document.parts:
        lines = [line for written in part.lines for line in _marked(document.name, part.label, written, roles, rng)]
        parts.append(Part(part.label, tuple(lines)))
    return tuple(parts)


def _marked(report: str, label: str, line: Line, roles: Roles, rng: Random) -> Iterator[Line]:
    """Yield a written line with marks, a table as its rows."""
    words = "".join(piece.raw for piece in line).strip()
    if words.startswith(TABLE):
        rows = [row for row in tabulated((Part(label, (line,)),), rng)[0].lines if row]
        yield from rows[:-1]
        yield (*rows[-1], Piece(MARKS["table", 0]))
    elif not words:
        yield line
    else:
        yield _with_marks(report, label, line, words, roles)


def _with_marks(report: str, label: str, line: Line, words: str, roles: Roles) -> Line:
    """Return the line with a mark at its end, and after the heading that it begins with."""
    default = {"title": ("title", 0), "boilerplate": ("furniture", 0)}.get(label, ("paragraph", 0))
    heads = list(_heads(words, {known: role for (name, known), role in roles.items() if name == report}))
    blocks = [(start, default) for start, _, _ in heads if start] + [(end, role) for _, end, role in heads]
    if not heads or heads[-1][1] < len(words):
        blocks.append((len(words), default))
    text = "".join(piece.raw for piece in line)
    indent = len(text) - len(text.lstrip())
    for end, role in sorted(blocks, reverse=True):
        line = _with_mark(line, indent + end, Piece(MARKS[role]))
    return line


def _heads(words: str, known: dict[str, tuple[str, int]]) -> Iterator[tuple[int, int, tuple[str, int]]]:
    """Yield places and roles of what a reader marked: where the line begins, and within it behind a full stop."""
    for start in [0, *(match.end() for match in re.finditer("。", words))]:
        if head := max((one for one in known if words.startswith(one, start)), key=len, default=""):
            yield start, start + len(head), known[head]


def _with_mark(line: Line, at: int, mark: Piece) -> Line:
    """Return the line with a mark ``at`` so many of its signs; a piece that goes on behind it is cut in two."""
    place = 0
    for i, piece in enumerate(line):
        if at <= place + len(piece.raw):
            before, behind = piece.raw[: at - place], piece.raw[at - place :]
            return (*line[:i], replace(piece, raw=before), mark, *([replace(piece, raw=behind)] if behind else []), *line[i + 1 :])
        place += len(piece.raw)
    return (*line, mark)


def layout(parts: Parts) -> tuple[str, Outline]:
    """Return the text of marked parts without the marks, and its outline, offsets counting visible normalised characters."""
    text: list[str] = []
    spans, start = [], 0
    for sign in render(parts).text:
        if sign in ROLES:
            spans.append((start, len(text), *ROLES[sign]))
            start = len(text)
        else:
            text.append(sign)
    return "".join(text), _as_read(visible("".join(text), spans))


def found_outline(nlp: Language, text: str) -> Outline:
    """Return the outline that the program finds, in the same form."""
    record = next(process(nlp, [Source("memory", text, "text", "utf-8", "")]))
    return visible(text, [(block.start, block.end, block.kind, block.level if block.kind == "heading" else 0) for block in record.blocks])


def visible(text: str, spans: Iterable[tuple[int, int, str, int]]) -> Outline:
    """Return spans of raw offsets with offsets that count visible normalised characters; those that show nothing are left out."""
    characters = normalise(text)
    before = [0]
    for sign in characters.text:
        before.append(before[-1] + (not sign.isspace()))
    places = [(*characters.span_of(start, end), kind, level) for start, end, kind, level in spans]
    return [(before[start], before[end], kind, level) for start, end, kind, level in places if before[start] < before[end]]


def _as_read(blocks: Outline) -> Outline:
    """Return the blocks with neighbouring lines of one run joined, and levels without those that the damage left no heading of."""
    levels = sorted({block[3] for block in blocks if block[3]})
    joined: Outline = []
    for start, end, kind, level in blocks:
        last = joined[-1] if joined else (0, 0, "", 0)
        if kind in RUNS and kind == last[2]:
            joined[-1] = (last[0], end, kind, 0)
        else:
            joined.append((start, end, kind, levels.index(level) + 1 if level else 0))
    return joined
