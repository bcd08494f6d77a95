"""Sections: a trained classifier over blocks, decoded as a sequence so that the order of a report counts."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from nianbao import crf
from nianbao.characters import DIGIT, HAN, classes, shapes
from nianbao.hashing import Column, bucket, mix, to_rows
from nianbao.normalise import Codes, to_text
from nianbao.records import Block
from nianbao.structure import blocks_of, ordinal
from nianbao.tagger import SequenceTagger
from nianbao.tokenizer import codes_of

#: How many characters of a block are read: all of a heading, and enough of a paragraph to know its subject.
HEAD, BODY, TAIL, NEIGHBOUR, RULING = 40, 120, 12, 14, 20
#: Rows of a table that a page has given a line each are shorter than this.
SHORTEST_PROSE = 30
KINDS = ("paragraph", "heading", "table")


class SectionClassifier(SequenceTagger):
    """Set ``doc.spans["sections"]``; the probability of each goes to ``doc.user_data["section_confidence"]``."""

    def __init__(self, vocab: Vocab, model: crf.CRF, name: str, labels: Sequence[str], scorer: Callable[..., dict[str, Any]]) -> None:
        self.section_labels = list(labels)
        self.tags = [f"{part}-{label}" for label in labels for part in "BI"]
        starts = [f"B-{label}" for label in labels]
        within = [(f"{part}-{label}", f"I-{label}") for label in labels for part in "BI"]
        self.allowed = crf.legal(self.tags, [(tag, start) for tag in self.tags for start in starts] + within, starts, self.tags)
        super().__init__(vocab, model, name, scorer)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the section labels."""
        return tuple(self.section_labels)

    def featurise(self, doc: Doc) -> crf.Features:
        """Return the features of the document's blocks, all in one sequence."""
        codes = codes_of(doc)
        blocks = blocks_of(to_text(codes))
        if not blocks:
            return crf.Features(np.zeros((0, 0), np.int32), np.zeros(0, np.int64))
        return crf.Features(features(codes, blocks, self.model.get_dim("rows")), np.array([len(blocks)]))

    def gold(self, doc: Doc) -> crf.Tags:
        """Return the tag of each block: the section that holds its first character."""
        sections = sorted(doc.spans["sections"], key=lambda span: span.start)
        starts = np.array([section.start for section in sections])
        tags, before = [], -1
        for block in blocks_of(to_text(codes_of(doc))):
            here = max(int(np.searchsorted(starts, block.start, side="right")) - 1, 0)
            tags.append(2 * self.section_labels.index(sections[here].label_) + (here == before))
            before = here
        return np.array(tags, dtype=np.int64)

    def annotate(self, doc: Doc, tags: crf.Tags, confidence: crf.Floats) -> None:
        """Set the sections that the tags spell."""
        blocks = blocks_of(to_text(codes_of(doc)))
        label, top = tags // 2, np.array([block.level == 1 for block in blocks], dtype=bool)
        anew = (tags % 2 == 0) & (top | np.append(True, label[1:] != label[:-1])[: len(label)])
        begins = np.flatnonzero(anew)  # what says the same as the section before, and has no top-level heading, continues it
        ends = np.append(begins, len(blocks))[1:]
        doc.spans["sections"] = SpanGroup(
            doc,
            name="sections",
            spans=[
                Span(doc, blocks[begin].start, blocks[end - 1].end, label=self.section_labels[label[begin]])
                for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)
            ],
        )
        mean = [float(confidence[begin:end].mean()) for begin, end in zip(begins, ends, strict=True)]
        doc.user_data["section_confidence"] = self.calibrated(mean)


def features(codes: Codes, blocks: list[Block], rows: int) -> npt.NDArray[np.int32]:
    """Hash the words, the form and the neighbours of each block: ids (blocks, k)."""
    seen = shapes()[codes]
    starts = np.array([block.start for block in blocks])
    ends = np.array([block.end for block in blocks])
    head = _characters(seen, starts, ends, HEAD)
    body = _characters(seen, starts + HEAD, ends, BODY)
    tail = _characters(seen, np.maximum(ends - TAIL, starts), ends, TAIL)
    near = head[:, :NEIGHBOUR]
    before, after = np.zeros_like(near), np.zeros_like(near)
    before[1:], after[:-1] = near[:-1], near[1:]
    ruling = _ruling(head[:, :RULING], blocks)
    prose = (ends - starts >= SHORTEST_PROSE).astype(np.uint32)[:, None]  # the same words head items of prose and rows of a table
    grams = [
        _grams(0, head, 2),
        _grams(1, head[:, :24], 3),
        _grams(2, head[:, :16], 4),
        _grams(3, body, 2),
        _grams(4, tail, 2),
        _grams(5, before, 2),
        _grams(6, after, 2),
        _grams(7, before, 3),
        _grams(8, after, 3),
        _grams(9, ruling, 2, prose),
        _grams(10, ruling, 3, prose),
    ]
    hashed = np.concatenate(grams, axis=1)
    ids = np.where(hashed == 0, 0, to_rows(hashed, rows))
    form = np.stack(_form(codes, blocks, starts, ends), axis=1)
    return np.concatenate([ids, to_rows(form, rows)], axis=1).astype(np.int32)


def _ruling(head: Codes, blocks: list[Block]) -> Codes:
    """Return for each block the words of the top-level heading above it, 0 before the first."""
    top = np.array([block.level == 1 for block in blocks])
    above = np.maximum.accumulate(np.where(top, np.arange(len(blocks)), -1))
    return np.where((above >= 0)[:, None], head[above], 0).astype(np.uint32)


def _characters(seen: Codes, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], width: int) -> Codes:
    """Return the first ``width`` characters of each block (blocks, width), 0 beyond its end."""
    places = starts[:, None] + np.arange(width)
    inside = places < ends[:, None]
    return np.where(inside, seen[np.minimum(places, len(seen) - 1)], 0).astype(np.uint32)


def _grams(template: int, characters: Codes, n: int, apart: Codes | None = None) -> Column:
    """Hash the n-grams of each row, wherever they stand in it, apart for each value of ``apart`` (rows, 1); 0 where the row has ended."""
    width = max(characters.shape[1] - n + 1, 0)
    columns = [characters[:, i : i + width] for i in range(n)]
    hashed = mix(template, *columns) if apart is None else mix(template, *columns, np.broadcast_to(apart, columns[0].shape))
    return np.where(columns[-1] == 0, np.uint32(0), np.maximum(hashed, 1))


def _form(codes: Codes, blocks: list[Block], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> list[Column]:
    """Hash what a block looks like and where it stands."""
    count = len(blocks)
    place = np.arange(count)
    kind = np.array([KINDS.index(block.kind) for block in blocks], dtype=np.uint32)
    level = np.array([block.level for block in blocks], dtype=np.uint32)
    number = np.array([ordinal(to_text(codes[block.start : block.start + 6])) for block in blocks], dtype=np.uint32)
    size = bucket(ends - starts, (4, 8, 15, 30, 60, 120, 300))
    relative = bucket(place * 10 // count, tuple(range(1, 10)))
    from_start, from_end = bucket(place, (1, 2, 3, 5, 8)), bucket(count - 1 - place, (1, 2, 3, 5, 8))
    first = classes()[codes[starts]]
    digits = _share(classes()[codes] == DIGIT, starts, ends)
    han = _share(classes()[codes] == HAN, starts, ends)
    earlier = np.append(np.uint32(99), kind[:-1] * 4 + level[:-1])
    later = np.append(kind[1:] * 4 + level[1:], np.uint32(99))
    top = np.cumsum((level == 1) & (number > 0))
    follows = [(number == _number_due(level == depth, number)) & (level == depth) for depth in (1, 2)]
    return [
        mix(50, kind, level),
        mix(51, kind, level, number),
        mix(52, relative),
        mix(53, from_start, size),
        mix(54, from_end, size),
        mix(55, size, kind),
        mix(56, first, size),
        mix(57, digits, han, kind),
        mix(58, kind, level, earlier),
        mix(59, kind, level, later),
        mix(60, bucket(top, (1, 2, 3, 4, 5, 6, 7, 8)), (level == 1).astype(np.uint32)),
        mix(61, (top == 0).astype(np.uint32), from_start),
        mix(62, (top == top[-1]).astype(np.uint32), from_end),
        mix(63, level, follows[0].astype(np.uint32), follows[1].astype(np.uint32)),
        mix(64, level, (number == 1).astype(np.uint32), earlier),
    ]


def _number_due(counted: npt.NDArray[np.bool_], number: Column) -> npt.NDArray[np.int64]:
    """Return for each block the number that the next of the counted headings should have."""
    last = np.maximum.accumulate(np.where(counted & (number > 0), np.arange(len(number)), -1))
    before = np.append(-1, last[:-1])
    return np.where(before < 0, 1, number[before] + 1)


def _share(mask: npt.NDArray[np.bool_], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> Column:
    """Return in tenths which share of each block's characters is marked."""
    total = np.append(0, np.cumsum(mask)).astype(np.int64)
    tenths: Column = ((total[ends] - total[starts]) * 10 // np.maximum(ends - starts, 1)).astype(np.uint32)
    return tenths
