"""The way of a report, one stage after the other.

report.txt ─read→ Source ─normalise→ Doc ─sections→ ─entities→ ─tables→ ─facts→ ─audit→ Record ─export→ jsonl
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from spacy.attrs import IDX
from spacy.language import Language
from spacy.tokens import Doc

from nianbao.audit import audit
from nianbao.audit.findings import find_findings
from nianbao.audit.settle import settle
from nianbao.errors import ReadError
from nianbao.facts import find_facts
from nianbao.identify import identify
from nianbao.interpret import interpret
from nianbao.model import load
from nianbao.normalise import Normalised
from nianbao.outline import outline
from nianbao.read import read
from nianbao.records import Block, Cell, Entity, Fact, Figure, Place, Record, Repair, Report, Section, Source, Table
from nianbao.repair import notes
from nianbao.tables import read_tables
from nianbao.tables.grids import from_raw
from nianbao.tokenizer import codes_of

T = TypeVar("T", Block, Section, Entity, Fact, Table, Cell, Figure, Repair, Place)
#: Larger batches are no faster; one of this size takes some 300 MB while it is read.
BATCH_CHARACTERS, BATCH_FILES = 200_000, 64


def extract(path: str | Path, nlp: Language | None = None, min_confidence: float = 0.0) -> Record:
    """Return the record of one file; raise :class:`~nianbao.errors.ReadError` where it cannot be read or analysed.

    Entities less sure than ``min_confidence`` are left out, and no fact is made of them; sections are all kept.
    """
    record = next(process(nlp or load(), [read(path)], min_confidence))
    if record.error is not None:
        raise ReadError(path, record.error)
    return record


def extract_many(paths: Iterable[str | Path], nlp: Language | None = None, min_confidence: float = 0.0) -> Iterator[Record]:
    """Yield the record of each file, in order; of one that cannot be read a record whose ``error`` says why."""
    return process(nlp or load(), map(_read_or_explain, paths), min_confidence)


def process(nlp: Language, inputs: Iterable[Source | Record], min_confidence: float = 0.0) -> Iterator[Record]:
    """Yield the record of each source, in order; inputs that are records already pass through."""
    for batch in _batches(inputs):
        yield from _process_batch(nlp, batch, min_confidence)


def _process_batch(nlp: Language, batch: list[Source | Record], min_confidence: float) -> list[Record]:
    """Return the records of a batch; where it fails, of each input alone, so that one report cannot take others with it."""
    sources = [one for one in batch if isinstance(one, Source)]
    try:
        with nlp.memory_zone():
            docs = nlp.pipe([source.text for source in sources], batch_size=max(len(sources), 1))
            records = iter([record_of(doc, source, min_confidence) for doc, source in zip(docs, sources, strict=True)])
    except Exception as error:  # nothing that a file holds may end a run over a million files
        if len(batch) > 1:
            return [record for one in batch for record in _process_batch(nlp, [one], min_confidence)]
        return [_failure(sources[0], f"could not be analysed ({type(error).__name__}: {error}); please report this file as a bug")]
    return [one if isinstance(one, Record) else next(records) for one in batch]


def _read_or_explain(path: str | Path) -> Source | Record:
    """Return the source of a file, or the record that says why there is none."""
    try:
        return read(path)
    except ReadError as error:
        return _failure(Source(str(path), "", "unknown", "", ""), error.reason)


def _failure(source: Source, reason: str) -> Record:
    return Record(source, Report(), error=reason)


def _batches(inputs: Iterable[Source | Record]) -> Iterator[list[Source | Record]]:
    """Yield the inputs in lists of at most ``BATCH_CHARACTERS`` characters and ``BATCH_FILES`` files."""
    batch: list[Source | Record] = []
    size = 0
    for one in inputs:
        length = len(one.text) if isinstance(one, Source) else 0
        if batch and (size + length > BATCH_CHARACTERS or len(batch) == BATCH_FILES):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += length
    if batch:
        yield batch


def record_of(doc: Doc, source: Source, min_confidence: float = 0.0) -> Record:
    """Return what a document, read by the models, says by the mentions that are sure enough."""
    characters = _characters(doc)
    text = characters.text
    sections = _sections(doc)
    mentions = [mention for mention in _mentions(doc) if mention.confidence >= min_confidence]
    tables = read_tables(text, [from_raw(grid, characters.starts) for grid in source.grids])
    found = interpret(text, [mention for mention in mentions if not any(t.start <= mention.start < t.end for t in tables)])
    entities = found.entities
    report = identify(text, sections, entities, source.published)
    facts = find_facts(text, sections, entities, report)
    checks = audit(text, entities, tables)
    findings = find_findings(text, entities, facts, tables, checks)
    record = Record(
        source,
        report,
        tuple(outline(text, sections, tables)),
        tuple(sections),
        tuple(entities),
        tuple(facts),
        tuple(settle(tables, findings)),
        tuple(checks),
        tuple(sorted([*found.repairs, *notes(text)], key=lambda repair: repair.start)),
        tuple(findings),
    )
    raw = _to_raw(record, characters, source.text)
    return replace(raw, repairs=(*doc.user_data.get("repairs", ()), *raw.repairs))


def _characters(doc: Doc) -> Normalised:
    """Return the normalised characters that the tokens stand for."""
    starts = doc.to_array(IDX).astype(np.int64)
    end = doc[-1].idx + len(doc[-1]) if len(doc) else 0
    return Normalised(codes_of(doc), starts, np.append(starts, end)[1:])


def _sections(doc: Doc) -> list[Section]:
    spans, confidence = doc.spans.get("sections", []), doc.user_data.get("section_confidence", [])
    return [Section(span.label_, span.start, span.end, round(p, 4)) for span, p in zip(spans, confidence, strict=True)]


def _mentions(doc: Doc) -> list[Entity]:
    confidence = doc.user_data.get("entity_confidence", [])
    return [Entity(e.label_, e.start, e.end, "", "", round(p, 4)) for e, p in zip(doc.ents, confidence, strict=True)]


def _to_raw(record: Record, characters: Normalised, source: str) -> Record:
    """Return the record with all offsets counting the source's code points instead of its normalised characters."""

    def place(one: T, **changes: Any) -> T:
        start, end = characters.raw_span(one.start, one.end)
        if hasattr(one, "raw"):
            changes["raw"] = source[start:end]
        return replace(one, start=start, end=end, **changes)

    def placed(ones: Iterable[T]) -> tuple[T, ...]:
        return tuple(map(place, ones))

    return replace(
        record,
        blocks=placed(record.blocks),
        sections=placed(record.sections),
        entities=placed(record.entities),
        facts=placed(record.facts),
        tables=tuple(place(table, cells=placed(table.cells)) for table in record.tables),
        checks=tuple(replace(check, whole=place(check.whole), parts=placed(check.parts)) for check in record.checks),
        repairs=placed(record.repairs),
        findings=tuple(replace(finding, places=placed(finding.places)) for finding in record.findings),
    )
