"""Entities: a trained recogniser that gives each visible character a tag (BILOU) and reads mentions off the tags."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from nianbao import crf
from nianbao.characters import DIGIT, LATIN, NEWLINE, SPACE, classes, shapes
from nianbao.hashing import Column, bucket, mix, to_rows
from nianbao.normalise import Codes, to_text
from nianbao.tagger import SequenceTagger
from nianbao.tokenizer import codes_of
from nianbao.words import Files, Segmenter, model_files

#: Windows of neighbouring characters that are hashed together, as offsets from the place.
WINDOWS = (
    *((i,) for i in range(-3, 4)),
    *((i, i + 1) for i in range(-3, 3)),
    *((i, i + 1, i + 2) for i in range(-4, 3)),
    *((i, i + 1, i + 2, i + 3) for i in range(-4, 2)),
    (-1, 1),
    (-2, 0),
    (0, 2),
    (-5, -4, -3, -2, -1),
    (1, 2, 3, 4, 5),
)
#: Windows of character classes: the shape of what surrounds a place.
CLASS_WINDOWS = ((-3, -2, -1, 0), (-1, 0, 1), (0, 1, 2, 3), (-2, -1, 0, 1, 2))
#: Columns of the features that are worth a vector, each with the rows of its table: the character, both pairs that hold it, the
#: classes of the three characters around it, its place in a run of digits or letters.
EMBEDDED = (
    (WINDOWS.index((0,)), 4000),
    (WINDOWS.index((-1, 0)), 8000),
    (WINDOWS.index((0, 1)), 8000),
    (len(WINDOWS) + CLASS_WINDOWS.index((-1, 0, 1)), 1000),
    (len(WINDOWS) + len(CLASS_WINDOWS), 1000),
)
MARGIN = 5
#: A line without full stops is cut here, so that a file of one endless line costs no more than another.
LONGEST_SEQUENCE = 1000


class EntityTagger(SequenceTagger):
    """Set ``doc.ents``; the probability of each entity goes to ``doc.user_data["entity_confidence"]``."""

    def __init__(self, vocab: Vocab, model: crf.CRF, name: str, labels: Sequence[str], scorer: Callable[..., dict[str, Any]]) -> None:
        self.entity_labels = list(labels)
        self.tags = ["O", *(f"{part}-{label}" for label in labels for part in "BILU")]
        self.allowed = _bilou(labels)
        self.segmenter: Segmenter | None = None
        super().__init__(vocab, model, name, scorer)

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None, segmenter: Path | None = None
    ) -> None:
        """Set the weights to zero; take the words of a segmenter as features if the directory holds the model of one."""
        files = model_files(Path(segmenter)) if segmenter else {}
        self.segmenter = Segmenter(files) if files else None
        super().initialize(get_examples, nlp=nlp)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the entity labels."""
        return tuple(self.entity_labels)

    def featurise(self, doc: Doc) -> crf.Features:
        """Return the features of the visible characters; sequences end with lines and sentences."""
        return features(codes_of(doc), self.model.get_dim("rows"), self.segmenter)

    def gold(self, doc: Doc) -> crf.Tags:
        """Return the tags of the visible characters; an entity that a sequence's end cuts is left out."""
        places = layout(codes_of(doc))
        index = np.full(len(doc) + 1, -1)
        index[places.tokens] = np.arange(len(places.tokens))
        tags = np.zeros(len(places.tokens), dtype=np.int64)
        for entity in doc.ents:
            inside = index[entity.start : entity.end]
            inside = inside[inside >= 0]
            if entity.label_ in self.entity_labels and len(inside) and places.sequence[inside[0]] == places.sequence[inside[-1]]:
                tags[inside] = self._tags_of(entity.label_, len(inside))
        return tags

    def annotate(self, doc: Doc, tags: crf.Tags, confidence: crf.Floats) -> None:
        """Set the entities that the tags spell."""
        tokens = layout(codes_of(doc)).tokens
        part, label = (tags - 1) % 4, (tags - 1) // 4
        starts = np.flatnonzero((tags > 0) & ((part == 0) | (part == 3)))
        ends = np.flatnonzero((tags > 0) & ((part == 2) | (part == 3))) + 1
        doc.ents = tuple(
            Span(doc, int(tokens[start]), int(tokens[end - 1]) + 1, label=self.entity_labels[label[start]])
            for start, end in zip(starts, ends, strict=True)
        )
        weakest = [float(confidence[start:end].min()) for start, end in zip(starts, ends, strict=True)]
        doc.user_data["entity_confidence"] = self.calibrated(weakest)

    def _resources(self) -> Files:
        return self.segmenter.files if self.segmenter else {}

    def _use(self, resources: Files) -> None:
        self.segmenter = Segmenter(resources) if resources else None

    def _tags_of(self, label: str, length: int) -> list[int]:
        """Return the tags that spell one entity of ``length`` characters."""
        first = 1 + 4 * self.entity_labels.index(label)
        return [first + 3] if length == 1 else [first, *[first + 1] * (length - 2), first + 2]


def _bilou(labels: Sequence[str]) -> crf.Chain:
    """Allow the tag sequences that spell whole entities (Ratinov and Roth, CoNLL 2009)."""
    outside_after = ["O", *(f"{part}-{label}" for label in labels for part in "LU")]
    outside_before = ["O", *(f"{part}-{label}" for label in labels for part in "BU")]
    within = [(f"{a}-{label}", f"{b}-{label}") for label in labels for a in "BI" for b in "IL"]
    moves = [(a, b) for a in outside_after for b in outside_before] + within
    return crf.legal(["O", *(f"{part}-{label}" for label in labels for part in "BILU")], moves, outside_before, outside_after)


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of a document: token of each (n,), number of its sequence (n,), and whether each is visible in the stream."""

    tokens: npt.NDArray[np.int64]
    sequence: npt.NDArray[np.int64]
    stream: npt.NDArray[np.int64]
    visible: npt.NDArray[np.bool_]


def layout(codes: Codes) -> Layout:
    """Find the visible characters and the sequences they form: a line, or a sentence of one."""
    kind = classes()[codes]
    newline = kind == NEWLINE
    stream = np.flatnonzero((kind != SPACE) & ~(newline & np.append(False, newline[:-1])))
    visible = ~newline[stream]
    if not len(stream):
        return Layout(stream, stream, stream, visible)
    begins = np.append(True, ((codes[stream] == ord("。")) | ~visible)[:-1])
    place = np.arange(len(stream))
    begins |= (place - np.maximum.accumulate(np.where(begins, place, 0))) % LONGEST_SEQUENCE == 0
    return Layout(stream[visible], np.cumsum(begins)[visible], stream, visible)


def features(codes: Codes, rows: int, segmenter: Segmenter | None = None) -> crf.Features:
    """Hash what surrounds each visible character, and its word: ids (n, k), one sequence for each sentence."""
    places = layout(codes)
    if not len(places.tokens):
        return crf.Features(np.zeros((0, 0), np.int32), np.zeros(0, np.int64))
    stream = codes[places.stream]
    columns = [*_windows(shapes()[stream], WINDOWS, 0), *_windows(classes()[stream], CLASS_WINDOWS, len(WINDOWS))]
    columns += _surroundings(stream, places)
    hashed = np.stack([column[places.visible] for column in columns], axis=1)
    lengths = np.unique(places.sequence, return_counts=True)[1]
    if segmenter:
        sentences = [to_text(part) for part in np.split(codes[places.tokens], np.cumsum(lengths)[:-1])]
        hashed = np.concatenate([hashed, segmenter.columns(sentences)], axis=1)
    return crf.Features(to_rows(hashed, rows), lengths)


def _windows(values: Codes, windows: Sequence[tuple[int, ...]], template: int) -> list[Column]:
    """Hash each window of neighbouring values; beyond the text stands 0."""
    padded = np.pad(values, MARGIN)
    shifted = {i: padded[MARGIN + i : MARGIN + i + len(values)] for i in range(-MARGIN, MARGIN + 1)}
    return [mix(template + i, *(shifted[offset] for offset in window)) for i, window in enumerate(windows)]


def _surroundings(stream: Codes, places: Layout) -> list[Column]:
    """Hash what lies beyond a window: the run of digits or letters, open brackets, the place in its line, blanks beside it."""
    shape = shapes()[stream]
    runs = _runs(stream, shape)
    line = np.cumsum(np.append(0, (stream == 0x0A)[:-1]))
    titles = _depth(stream, "《", "》", line)
    brackets = _depth(shape, "(", ")", line)
    quotes, opening, closing = _quoted(stream, line)
    padded = np.pad(shape, MARGIN)
    before = [padded[opening + MARGIN - i] for i in (1, 2, 3)]
    after = [padded[closing + MARGIN + i] for i in (1, 2, 3, 4)]
    start, end = _line_edges(line)
    place = np.arange(len(stream))
    gaps = np.diff(places.stream, prepend=-1, append=places.stream[-1:] + 1) > 1
    gap_before, gap_after = gaps[:-1].astype(np.uint32), gaps[1:].astype(np.uint32)
    near, far = bucket(place - start, (1, 2, 3, 4, 6, 10)), bucket(end - place, (1, 2, 3, 4, 6, 10))
    size = bucket(end - start, (3, 6, 10, 15, 25, 60))
    return [
        *(mix(100 + i, *columns) for i, columns in enumerate(runs)),
        mix(110, titles, shape),
        mix(111, titles, brackets, quotes),
        mix(112, brackets, shape),
        mix(113, quotes, shape),
        mix(114, size, near),
        mix(115, size, far),
        mix(116, gap_before, gap_after, classes()[stream]),
        mix(117, size, shape),
        mix(118, quotes, *after[:2]),
        mix(119, quotes, *after),
        mix(120, quotes, *before[:2]),
        mix(121, quotes, *before),
    ]


def _runs(stream: Codes, shape: Codes) -> list[tuple[Column, ...]]:
    """Describe the run of digits or Latin letters around each place: size, position, neighbours, content."""
    kind = classes()[stream]
    kind = np.where((stream == ord(".")) & (np.append(0, kind[:-1]) == DIGIT) & (np.append(kind[1:], 0) == DIGIT), DIGIT, kind)
    kind = kind.astype(np.uint32)
    runny = (kind == DIGIT) | (kind == LATIN)
    first = np.append(True, (kind[1:] != kind[:-1]) | ~runny[1:])
    begins = np.flatnonzero(first)
    run = np.cumsum(first) - 1
    ends = np.append(begins[1:], len(stream))
    size = (ends - begins)[run]
    offset = np.arange(len(stream)) - begins[run]
    padded = np.pad(shape, (2, 3))
    left, left2 = padded[begins + 1][run], padded[begins][run]
    right, right2 = padded[ends + 2][run], padded[ends + 3][run]
    sizes, offsets = size.clip(0, 13).astype(np.uint32), offset.clip(0, 13).astype(np.uint32)
    remaining = (size - offset).clip(0, 13).astype(np.uint32)
    return [
        (kind, sizes, offsets),
        (kind, remaining, right, right2),
        (kind, offsets, left, left2),
        (kind, sizes, offsets, left, right),
        (sizes, _content(stream, begins, run), offsets),
    ]


def _content(stream: Codes, begins: npt.NDArray[np.int64], run: npt.NDArray[np.int64]) -> Column:
    """Hash the whole run that a place belongs to, whatever its length."""
    place = (np.arange(len(stream)) - begins[run]).astype(np.uint32)
    with np.errstate(over="ignore"):
        parts = mix(99, stream, place)
        totals = np.add.reduceat(parts, begins, dtype=np.uint32)
    return np.asarray(totals[run], dtype=np.uint32)


def _quoted(stream: Codes, line: npt.NDArray[np.int64]) -> tuple[Column, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Say which places stand in quotes, and return for these the places of the quotes around them (for others 0)."""
    straight = stream == ord('"')
    opens = np.isin(stream, [ord("“"), ord("「")]) | straight & (_counts(straight, line) % 2 == 1)
    closes = np.isin(stream, [ord("”"), ord("」")]) | straight & (_counts(straight, line) % 2 == 0)
    place = np.arange(len(stream))
    opening = np.maximum.accumulate(np.where(opens | closes, place, 0))
    closing = np.minimum.accumulate(np.where(opens | closes, place, len(stream) - 1)[::-1])[::-1]
    inside = opens[opening] & closes[closing] & (line[opening] == line[closing]) & ~opens & ~closes
    return inside.astype(np.uint32), np.where(inside, opening, 0), np.where(inside, closing, 0)


def _counts(mask: npt.NDArray[np.bool_], line: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Count the marked places of the same line up to each place, itself included."""
    total = np.append(0, np.cumsum(mask)).astype(np.int64)
    start, _ = _line_edges(line)
    return total[1:] - total[start]


def _depth(values: Codes, opening: str, closing: str, line: npt.NDArray[np.int64]) -> Column:
    """Return how many brackets are open at each place, 0 to 2, counted anew in each line."""
    opened = _counts(values == ord(opening), line) - _counts(np.append(False, (values == ord(closing))[:-1]), line)
    return opened.clip(0, 2).astype(np.uint32)


def _line_edges(line: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return for each place the first and the last place of its line."""
    begins = np.flatnonzero(np.append(True, line[1:] != line[:-1]))
    ends = np.append(begins[1:], len(line)) - 1
    return begins[line], ends[line]
