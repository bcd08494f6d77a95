"""The way of a report, one stage after the other:

    report.txt ─read→ Source ─normalise→ Doc ─sections→ ─entities→ ─tables→ ─facts→ ─audit→ Record ─export→ jsonl
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np
from spacy.attrs import IDX
from spacy.language import Language
from spacy.tokens import Doc

from nianbao.audit import audit
from nianbao.facts import find_facts
from nianbao.identify import identify
from nianbao.interpret import interpret
from nianbao.normalise import Normalised, to_text
from nianbao.records import Entity, Record, Section, Source
from nianbao.tables import read_tables
from nianbao.tokenizer import codes_of

T = TypeVar("T")


def process(nlp: Language, sources: Iterable[Source], batch_size: int = 32) -> Iterator[Record]:
    """Yield the record of each source, in order; the models see ``batch_size`` reports at a time."""
    pairs = ((source.text, source) for source in sources)
    with nlp.memory_zone():
        for doc, source in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
            yield record_of(doc, source)


def record_of(doc: Doc, source: Source) -> Record:
    """Return what a document, read by the models, says."""
    characters = _characters(doc)
    text = characters.text
    sections, mentions = _sections(doc), _mentions(doc)
    tables = read_tables(text)
    entities = interpret(text, [mention for mention in mentions if not any(t.start <= mention.start < t.end for t in tables)])
    report = identify(text, sections, entities)
    facts = find_facts(text, sections, entities, report)
    checks = audit(text, entities, tables)
    record = Record(source, report, tuple(sections), tuple(entities), tuple(facts), tuple(tables), tuple(checks))
    return _to_raw(record, characters, source.text)


def _characters(doc: Doc) -> Normalised:
    """Return the normalised characters that the tokens stand for."""
    starts = doc.to_array(IDX).astype(np.int64)
    return Normalised(codes_of(doc), starts, np.append(starts[1:], len(doc.text)) if len(starts) else starts)


def _sections(doc: Doc) -> list[Section]:
    spans, confidence = doc.spans.get("sections", []), doc.user_data.get("section_confidence", [])
    return [Section(span.label_, span.start, span.end, round(p, 4)) for span, p in zip(spans, confidence, strict=True)]


def _mentions(doc: Doc) -> list[Entity]:
    confidence = doc.user_data.get("entity_confidence", [])
    return [Entity(e.label_, e.start, e.end, "", "", round(p, 4)) for e, p in zip(doc.ents, confidence, strict=True)]


def _to_raw(record: T, characters: Normalised, source: str) -> T:
    """Return the record, and all that it holds, with offsets into the source instead of into its normalised characters."""
    changes: dict[str, Any] = {}
    for item in fields(record):  # type: ignore[arg-type]
        value = getattr(record, item.name)
        if isinstance(value, tuple):
            changes[item.name] = tuple(_to_raw(one, characters, source) for one in value)
        elif is_dataclass(value) and not isinstance(value, Source):
            changes[item.name] = _to_raw(value, characters, source)
    if hasattr(record, "start") and hasattr(record, "end"):
        start, end = _span(record.start, record.end, characters)
        changes |= {"start": start, "end": end}
        changes |= {"raw": source[start:end]} if hasattr(record, "raw") else {}
    return replace(record, **changes) if changes else record  # type: ignore[type-var]


def _span(start: int, end: int, characters: Normalised) -> tuple[int, int]:
    """Return the raw offsets of normalised ones; an empty span stays empty."""
    if start >= end:
        at = int(characters.starts[start]) if start < len(characters.starts) else 0
        return at, at
    return int(characters.starts[start]), int(characters.ends[end - 1])
