"""How well facts and sums are found when entities and sections are those of the writers."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from nianbao.audit import audit
from nianbao.facts import find_facts
from nianbao.interpret import interpret
from nianbao.learn.corpus import TABLE, Document, Part, render
from nianbao.records import Entity, Report, Section

Answers = set[tuple[object, ...]]
Reader = Callable[[Document], tuple[Answers, Answers]]


def judge_facts(documents: Iterable[Document]) -> dict[str, float]:
    """Return precision, recall and f of the indicators and values that the headers state."""
    return _judge(documents, facts_of)


def judge_sums(documents: Iterable[Document]) -> dict[str, float]:
    """Return precision, recall and f of the wholes with their parts that the headers state."""
    return _judge(documents, sums_of)


def facts_of(document: Document) -> tuple[Answers, Answers]:
    """Return the stated indicators with their values, and those that are found."""
    text, sections, entities = as_written(document)
    facts = find_facts(text, sections, entities, Report(year=int(document.header["year"][0])))
    found: Answers = {(fact.indicator, float(fact.value)) for fact in facts if fact.indicator and isinstance(fact.value, int | float)}
    return {*document.facts.items()}, found


def sums_of(document: Document) -> tuple[Answers, Answers]:
    """Return the stated sums as whole and ordered parts, and those that are found."""
    text, _, entities = as_written(document)
    found: Answers = {(float(check.whole.value), *sorted(float(part.value) for part in check.parts)) for check in audit(text, entities, [])}
    stated: Answers = set()
    for line in document.header.get("sum", []):
        whole, parts = line.split("=")
        stated.add((float(whole), *sorted(float(part) for part in parts.split("+"))))
    return stated, found


def as_written(document: Document) -> tuple[str, list[Section], list[Entity]]:
    """Return text, sections and entities of a document as written; the lines that ask for a table are left out."""
    rendered = render(_without_tables(part) for part in document.parts)
    mentions = [Entity(m.label, m.start, m.end, rendered.text[m.start : m.end], m.meant, 1.0) for m in rendered.mentions]
    sections = [Section(label, start, end, 1.0) for label, start, end in rendered.sections]
    return rendered.text, sections, interpret(rendered.text, mentions).entities


def _without_tables(part: Part) -> Part:
    return replace(part, lines=tuple(line for line in part.lines if not (line and line[0].raw.startswith(TABLE))))


def _judge(documents: Iterable[Document], read: Reader) -> dict[str, float]:
    """Count over all documents what is stated, found, and both."""
    stated = found = both = 0
    for document in documents:
        gold, mine = read(document)
        stated, found, both = stated + len(gold), found + len(mine), both + len(gold & mine)
    precision, recall = both / max(found, 1), both / max(stated, 1)
    return {"precision": precision, "recall": recall, "f": 2 * precision * recall / max(precision + recall, 1e-9)}
