"""Training documents from the written corpus: as written, told anew with other mentions, recombined, and damaged. Seeded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import DocBin

from nianbao.learn.corpus import TABLE, Document, Line, Part, Piece, Rendered, read_corpus, render, to_doc
from nianbao.learn.damage import damage
from nianbao.learn.lexicon import Lexicon, read_lexicon
from nianbao.learn.tabulate import tabulate
from nianbao.learn.vary import vary
from nianbao.learn.wear import Parts
from nianbao.patterns import LONGEST_HEADING, ORDINALS

Pool = dict[str, list[Part]]
#: Shares of the generated documents; the data card states them.
DAMAGED, REPLACED, MIXED, DROPPED, FRAMED, RENUMBERED, RETITLED = 0.6, 0.5, 0.15, 0.08, 0.25, 0.85, 0.35
#: Sections that in life treat each other's subjects.
MINGLING = ("overview", "key_areas", "proactive", "interpretation", "capacity", "problems", "other")
_TOP_NUMBER = re.compile(rf"[{ORDINALS}]{{1,3}}(?=、)")


def write_training_set(corpus: Path, output: Path, seed: int, copies: int) -> int:
    """Write the training documents to ``output`` (.spacy); return how many. ``copies`` is the number of retellings of each report."""
    lexicon = read_lexicon(corpus / "lexicon")
    rendered = generate(list(read_corpus(corpus / "train")), lexicon, Random(seed), copies)
    return _write(rendered, output)


def write_test_set(corpus: Path, output: Path, seed: int, damaged: bool) -> int:
    """Write the documents of ``corpus`` (one split) as written, or each damaged once; return how many."""
    rng = Random(seed)
    parts = (tabulated(document.parts, rng) for document in read_corpus(corpus))
    return _write((render(damage(one, rng) if damaged else one) for one in parts), output)


def generate(documents: list[Document], lexicon: Lexicon, rng: Random, copies: int) -> Iterator[Rendered]:
    """Yield every written document, then ``copies`` retellings and as many recombinations of each report, then passages retold."""
    reports = [document for document in documents if len(document.parts) > 1]
    passages = [document for document in documents if len(document.parts) == 1]
    for document in documents:
        yield render(tabulated(document.parts, rng))
    for _ in range(copies):
        pool = pool_of(vary(document, lexicon, rng) for document in documents)
        for report in reports:
            yield _worn(vary(report, lexicon, rng).parts, rng)
            yield _worn(retitle(recombine(vary(report, lexicon, rng), pool, rng), lexicon, rng), rng)
        for passage in rng.sample(passages, k=len(passages) // 2):
            yield _worn(vary(passage, lexicon, rng).parts, rng)


def pool_of(documents: Iterable[Document]) -> Pool:
    """Return the sections of the documents by label."""
    pool: Pool = {}
    for document in documents:
        for part in document.parts:
            pool.setdefault(part.label, []).append(part)
    return pool


def recombine(report: Document, pool: Pool, rng: Random) -> Parts:
    """Return a report of the same order whose sections come from others."""
    kept = [part for part in report.parts if rng.random() >= DROPPED]
    parts = [_under_heading(part, rng.choice(pool[part.label])) if rng.random() < REPLACED else part for part in kept]
    parts = [_mixed(part, rng.choice(pool[rng.choice(MINGLING)])) if rng.random() < MIXED else part for part in parts]
    if rng.random() < FRAMED:
        parts = [*parts, rng.choice(pool["boilerplate"])]
    if rng.random() < FRAMED:
        parts = [rng.choice(pool["title"]), *(part for part in parts if part.label != "title")]
    return tuple(renumber(parts)) if rng.random() < RENUMBERED else tuple(parts)


def retitle(parts: Parts, lexicon: Lexicon, rng: Random) -> Parts:
    """Give some sections that stand under a heading of their own another one of the same sense."""
    return tuple(_retitled(part, rng.choice(lexicon.headings.get(part.label, [""])), rng) for part in parts)


def _retitled(part: Part, heading: str, rng: Random) -> Part:
    """Return the part under the other heading, if its own stands alone on a line."""
    first = "".join(piece.raw for piece in part.lines[0]) if part.lines else ""
    if not heading or not _has_heading(part) or len(first) > LONGEST_HEADING or "。" in first or rng.random() >= RETITLED:
        return part
    return replace(part, lines=((Piece(f"{first.split('、')[0]}、{heading}"),), *part.lines[1:]))


def _under_heading(old: Part, new: Part) -> Part:
    """Return the new section under the old one's heading where it brings none of its own."""
    if _has_heading(old) and not _has_heading(new):
        return replace(new, lines=(old.lines[0], *new.lines))
    return new


def _mixed(part: Part, other: Part) -> Part:
    """Return the section with text of another one under its heading: what a report tells under a heading belongs to it."""
    if part.label in MINGLING and _has_heading(part):
        return replace(part, lines=(*part.lines, *other.lines[_has_heading(other) :]))
    return part


def _has_heading(part: Part) -> bool:
    return bool(part.lines and part.lines[0] and _TOP_NUMBER.match(part.lines[0][0].raw))


def renumber(parts: list[Part]) -> list[Part]:
    """Return the parts with their top-level headings numbered as they follow one another."""
    numbered: list[Part] = []
    count = 0
    for part in parts:
        numbered.append(_numbered(part, ORDINALS[min(count, 9)]) if _has_heading(part) else part)
        count += _has_heading(part)
    return numbered


def tabulated(parts: Parts, rng: Random) -> Parts:
    """Replace the ``@table`` lines by official tables in some layout."""

    def lines(line: Line) -> list[Line]:
        text = "".join(piece.raw for piece in line)
        if not text.startswith(TABLE):
            return [line]
        rows, _ = tabulate(text.removeprefix(TABLE).strip(), rng)
        return [(Piece(row),) if row else () for row in rows]

    return tuple(Part(part.label, tuple(new for line in part.lines for new in lines(line))) for part in parts)


def _numbered(part: Part, number: str) -> Part:
    first = part.lines[0]
    head = _TOP_NUMBER.sub(number, first[0].raw, count=1)
    return replace(part, lines=((replace(first[0], raw=head), *first[1:]), *part.lines[1:]))


def _worn(parts: Parts, rng: Random) -> Rendered:
    parts = tabulated(parts, rng)
    return render(damage(parts, rng) if rng.random() < DAMAGED else parts)


def _write(rendered: Iterable[Rendered], output: Path) -> int:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "nianbao.Tokenizer.v1"}}})
    docs = DocBin(docs=(to_doc(nlp, one) for one in rendered))
    output.parent.mkdir(parents=True, exist_ok=True)
    docs.to_disk(output)
    return len(docs)
