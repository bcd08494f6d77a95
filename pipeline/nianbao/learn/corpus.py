"""The written corpus: inline markup (see ``corpus/README.md``) to documents, and back to spaCy's training format."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.util import filter_spans

from nianbao.errors import CorpusError
from nianbao.labels import ENTITIES, SECTIONS
from nianbao.learn.tabulate import KINDS

MENTION = re.compile(r"\{([^{}|\n]+)\|([A-Z_]+)\}")
HEADER = re.compile(r"# (\w+): *(.*)")
#: What begins a line that stands for an official table.
TABLE = "@table "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: what the page shows, its label if it is a mention, and what the issuer meant."""

    raw: str
    label: str = ""
    meant: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section as written: its label and its lines."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A written passage or report with what its header states."""

    name: str
    parts: tuple[Part, ...]
    header: dict[str, list[str]] = field(default_factory=dict)

    @property
    def facts(self) -> dict[str, float]:
        """Return the indicators that the writer stated: key → value."""
        pairs = (fact.split("=") for fact in self.header.get("fact", []))
        return {key.strip(): float(value) for key, value in pairs}


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated mention of a rendered document."""

    label: str
    start: int
    end: int
    meant: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as a page would show it, with the places of its mentions and sections."""

    text: str
    mentions: tuple[Mention, ...]
    sections: tuple[tuple[str, int, int], ...]


def read_corpus(directory: Path) -> Iterator[Document]:
    """Yield the passages and reports under ``directory`` in the order of their names."""
    for path in sorted(directory.glob("reports/*.txt")):
        yield parse_report(path)
    for path in sorted(directory.glob("passages/*.txt")):
        yield from parse_passages(path)


def parse_report(path: Path) -> Document:
    """Return the report of one file."""
    header, parts = _parse(path, path.read_text(encoding="utf-8").split("\n"), 1)
    return Document(path.stem, tuple(parts), header)


def parse_passages(path: Path) -> Iterator[Document]:
    """Yield each passage of a file: a ``## section`` line, its text, and the header lines before it."""
    lines = path.read_text(encoding="utf-8").split("\n")
    header: dict[str, list[str]] = {}
    start = 0
    for i, line in enumerate([*lines, "## "]):
        if line.startswith("## ") or HEADER.fullmatch(line):
            if start:
                _, parts = _parse(path, lines[start - 1 : i], start)
                yield Document(f"{path.stem}:{start}", tuple(parts), header)
                header, start = {}, 0
            if line.startswith("## "):
                start = i + 1
            elif match := HEADER.fullmatch(line):
                header.setdefault(match[1], []).append(match[2].strip())


def _parse(path: Path, lines: list[str], first: int) -> tuple[dict[str, list[str]], list[Part]]:
    """Return header and sections of consecutive lines; ``first`` is the number of the first one."""
    header: dict[str, list[str]] = {}
    parts: list[Part] = []
    for number, line in enumerate(lines, first):
        if match := HEADER.fullmatch(line):
            header.setdefault(match[1], []).append(match[2].strip())
        elif line.startswith("## "):
            label = line[3:].strip()
            if label not in SECTIONS:
                raise CorpusError(f"{path}:{number}: unknown section {label!r}; known: {', '.join(SECTIONS)}")
            parts.append(Part(label, ()))
        elif parts:
            parts[-1] = replace(parts[-1], lines=(*parts[-1].lines, parse_line(line, f"{path}:{number}")))
        elif line.strip():
            raise CorpusError(f"{path}:{number}: text before the first '## section' line")
    return header, [replace(part, lines=_without_outer_blanks(part.lines)) for part in parts]


def _without_outer_blanks(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    kept = list(lines)
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def parse_line(line: str, place: str) -> Line:
    """Return the pieces of one line of markup; ``place`` names it in errors."""
    if line.startswith(TABLE) and line.removeprefix(TABLE).strip() not in KINDS:
        raise CorpusError(f"{place}: unknown table {line.removeprefix(TABLE).strip()!r}; known: {', '.join(KINDS)}")
    pieces, at = [], 0
    for match in MENTION.finditer(line):
        if match[2] not in ENTITIES:
            raise CorpusError(f"{place}: unknown label {match[2]!r}; known: {', '.join(ENTITIES)}")
        pieces += [Piece(line[at : match.start()]), Piece(match[1], match[2], match[1])]
        at = match.end()
    pieces.append(Piece(line[at:]))
    if any(sign in piece.raw for piece in pieces for sign in "{}"):
        raise CorpusError(f"{place}: a brace that opens or closes no mention")
    return tuple(piece for piece in pieces if piece.raw)


def render(parts: Iterable[Part]) -> Rendered:
    """Lay the sections out as text with offsets."""
    text: list[str] = []
    mentions: list[Mention] = []
    sections: list[tuple[str, int, int]] = []
    at = 0
    for part in parts:
        start = at
        for line in part.lines:
            for piece in (*line, Piece("\n")):
                if piece.label:
                    mentions.append(Mention(piece.label, at, at + len(piece.raw), piece.meant))
                text.append(piece.raw)
                at += len(piece.raw)
        if any(piece.raw.strip() for line in part.lines for piece in line):
            sections.append((part.label, start, at))
    return Rendered("".join(text), tuple(mentions), tuple(sections))


def to_doc(nlp: Language, rendered: Rendered) -> Doc:
    """Return the document with entities and sections set as annotated, ready for training."""
    doc = nlp.make_doc(rendered.text)
    spans = [doc.char_span(m.start, m.end, m.label, alignment_mode="expand") for m in rendered.mentions]
    doc.set_ents(filter_spans([span for span in spans if span is not None]))
    sections = [doc.char_span(start, end, label, alignment_mode="expand") for label, start, end in rendered.sections]
    doc.spans["sections"] = SpanGroup(doc, name="sections", spans=[section for section in sections if section is not None])
    return doc
