"""Count what headings of the written corpus end with and what their texts begin with: log odds against the same signs anywhere."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

from nianbao.headings import number_at, plain
from nianbao.learn.corpus import Document, read_corpus
from nianbao.learn.generate import tabulated
from nianbao.learn.lexicon import read_lexicon
from nianbao.patterns import LONGEST_HEADING

Table = dict[str, float]
#: Of the layouts of official tables.
SEED = 7
#: Counts that every sign has to begin with: for pairs as many as their last or first sign makes likely.
PRIOR, PAIR_PRIOR = 0.3, 2.0
#: Pairs less frequent, or that tell no more than their first sign, are left out.
FREQUENT, TELLING = 8, 0.5


def write_odds(corpus: Path, output: Path) -> None:
    """Write the log odds of pairs and signs at the end of a heading and at the start of its text, as JSON."""
    rng = Random(SEED)
    documents = [replace(document, parts=tabulated(document.parts, rng)) for document in read_corpus(corpus / "train")]
    pairs = [pair for document in documents for pair in glued(document)]
    known = [heading for headings in read_lexicon(corpus / "lexicon").headings.values() for heading in headings]
    anywhere = [plain(line) for document in documents for line in lines_of(document)]
    odds = {
        "ends": _odds([heading[::-1] for heading in (*(heading for heading, _ in pairs), *known)], [line[::-1] for line in anywhere]),
        "starts": _odds([text for _, text in pairs], anywhere),
    }
    output.write_text(json.dumps(odds, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")


def glued(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the words of each numbered heading that stands alone on a line, and the line below it."""
    for line, below in pairwise(lines_of(document)):
        number = number_at(line, 0, len(line))
        words = line[number.body :] if number else ""
        if words and len(line) <= LONGEST_HEADING and "。" not in words and words[-1] not in "；，：;.,":
            yield plain(words), plain(below)


def lines_of(document: Document) -> list[str]:
    """Return the lines of a document that show anything, without outer blanks."""
    lines = ("".join(piece.raw for piece in line).strip() for part in document.parts for line in part.lines)
    return [line for line in lines if line]


def _odds(edges: Iterable[str], anywhere: Iterable[str]) -> Table:
    """Return log odds of the first sign, and of the first two, of ``edges`` against those of all places."""
    edges = list(edges)
    signs, pairs = Counter(one[:1] for one in edges), Counter(one[:2] for one in edges)
    all_signs, all_pairs = Counter[str](), Counter[str]()
    for line in anywhere:
        all_signs.update(line)
        all_pairs.update(line[i : i + 2] for i in range(len(line) - 1))
    total, size = sum(all_signs.values()), len(edges)

    def sign(one: str) -> float:
        return (signs[one] + PRIOR) / (size + 50) / ((all_signs[one] + 5) / (total + 5000))

    def pair(one: str) -> float:
        expected = size * all_pairs[one] / total
        return (pairs[one] + PAIR_PRIOR * min(expected * sign(one[0]), 5) + 0.02) / (expected + PAIR_PRIOR * min(expected, 5) + 0.02)

    single = {one: round(math.log(sign(one)), 2) for one in all_signs}
    double = {one: round(math.log(pair(one)), 2) for one, count in all_pairs.items() if count >= FREQUENT or one in pairs}
    return single | {one: value for one, value in double.items() if abs(value - single[one[0]]) >= TELLING}
