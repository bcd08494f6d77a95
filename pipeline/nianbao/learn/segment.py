"""A word segmenter of the domain: our own text cut into words without an annotator, and a pkuseg model trained on that.

Borders of mentions and words of the lexicons are known. The rest is cut by what the text itself shows: sequences that hang
together and keep varied company are words (accessor variety, Feng et al., Computational Linguistics 2004), and of all ways to cut
a stretch into words the most probable one is taken.
"""

import math
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin

from nianbao.characters import DIGIT, HAN, LATIN, classes
from nianbao.entities import layout
from nianbao.learn.lexicon import Lexicon, read_lexicon, root_of
from nianbao.normalise import to_text
from nianbao.tokenizer import codes_of

LONGEST_WORD = 4
#: A sequence is a word from this count on, with so many different neighbours on each side, …
COMMON, VARIED = 10, 6
#: … seen so many times as often as chance would put its halves together.
COHESION = 30.0
#: Every so many training documents one is cut: enough for a model, which more text would not make better but larger.
STRIDE = 16
ITERATIONS = 5
SEED = 7
#: Every so many sentences one is kept from training, for pkuseg to report on.
HELD_OUT = 20

Sentence = list[str]


def write_segmenter(kind: str, documents: Path, lexicon: Path, output: Path) -> None:
    """Write the model of a segmenter into ``output``: that of pkuseg, or none where tokens stay characters."""
    output.mkdir(parents=True, exist_ok=True)
    for old in output.iterdir():
        old.unlink()
    if kind == "pkuseg":
        docs = list(DocBin().from_disk(documents).get_docs(spacy.blank("zh").vocab))[::STRIDE]
        train_pkuseg(list(silver([one for doc in docs for one in stretches(doc)], read_lexicon(lexicon))), output)


def train_pkuseg(sentences: Sequence[Sentence], output: Path) -> None:
    """Train pkuseg on sentences of words."""
    import spacy_pkuseg

    random.seed(SEED)  # pkuseg shuffles by the generator that all share
    kept = [" ".join(words) for i, words in enumerate(sentences) if i % HELD_OUT]
    with tempfile.TemporaryDirectory() as name:
        train, test = Path(name, "train"), Path(name, "test")
        train.write_text("\n".join(kept), encoding="utf-8")
        test.write_text("\n".join(" ".join(words) for words in sentences[::HELD_OUT]), encoding="utf-8")
        spacy_pkuseg.train(str(train), str(test), str(output), train_iter=ITERATIONS)


def stretches(doc: Doc) -> Iterator[Sentence]:
    """Yield the sentences of a document, visible characters only, cut where mentions begin and end."""
    codes = codes_of(doc)
    places = layout(codes)
    borders = {border for entity in doc.ents for border in (entity.start, entity.end)}
    text, tokens = to_text(codes[places.tokens]), places.tokens.tolist()
    begins = np.append(True, places.sequence[1:] != places.sequence[:-1]) if len(tokens) else np.zeros(0, bool)
    edges = np.append(np.flatnonzero(begins), len(tokens)).tolist()
    for start, end in pairwise(edges):
        cuts = [start, *(i for i in range(start + 1, end) if tokens[i] in borders), end]
        yield [text[a:b] for a, b in pairwise(cuts)]


def silver(sentences: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield each sentence, given as stretches between sure borders, as words."""
    words = costs(Counter(gram for one in sentences for stretch in one for gram in grams(stretch)), neighbours(sentences), lexicon)
    cut = {run: cheapest(run, words) for run in {run for one in sentences for stretch in one for run in runs(stretch)}}
    for sentence in sentences:
        yield [word for stretch in sentence for run in runs(stretch) for word in cut[run]]


def runs(stretch: str) -> Iterator[str]:
    """Yield the stretch in runs of Han characters, of digits and of letters, other signs alone."""
    kind = classes()[[ord(sign) for sign in stretch]]
    kind = np.where((kind == HAN) | (kind == DIGIT) | (kind == LATIN), kind, 100 + np.arange(len(kind)))
    edges = [0, *(np.flatnonzero(kind[1:] != kind[:-1]) + 1).tolist(), len(stretch)]
    return (stretch[a:b] for a, b in pairwise(edges))


def grams(stretch: str) -> Iterator[str]:
    """Yield every sequence of Han characters up to the longest word."""
    for run in runs(stretch):
        if classes()[ord(run[0])] == HAN:
            yield from (run[i : i + n] for n in range(1, LONGEST_WORD + 1) for i in range(len(run) - n + 1))


def neighbours(sentences: Iterable[Sentence]) -> dict[str, tuple[set[str], set[str]]]:
    """Return for each sequence of two characters or more what stands before and after it."""
    company: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for sentence in sentences:
        text = f"\n{''.join(sentence)}\n"
        for n in range(2, LONGEST_WORD + 1):
            for i in range(1, len(text) - n):
                before, after = company[text[i : i + n]]
                before.add(text[i - 1])
                after.add(text[i + n])
    return company


def costs(counts: Counter[str], company: dict[str, tuple[set[str], set[str]]], lexicon: Lexicon) -> dict[str, float]:
    """Return the words with the negative logarithms of their probabilities; every character is a word at need."""
    total = sum(count for gram, count in counts.items() if len(gram) == 1)

    def is_word(gram: str, count: int) -> bool:
        halves = max(counts[gram[:i]] * counts[gram[i:]] for i in range(1, len(gram)))
        return count >= COMMON and min(map(len, company[gram])) >= VARIED and count * total >= COHESION * halves

    known = {gram: count for gram, count in counts.items() if len(gram) == 1 or is_word(gram, count)}
    for word in lexicon_words(lexicon):
        known[word] = max(counts[word], COMMON)
    everything = sum(known.values())
    return {word: math.log(everything / count) for word, count in known.items() if count}


def lexicon_words(lexicon: Lexicon) -> set[str]:
    """Return the words that the lexicons know: places with and without their ends, departments, posts."""
    places = [place for same in lexicon.places.values() for place in same]
    words = {*places, *map(root_of, places), *lexicon.departments, *lexicon.posts}
    return {word for word in words if len(word) > 1}


def cheapest(run: str, words: dict[str, float]) -> Sentence:
    """Return the most probable words that make up a run; digits and letters stay together."""
    if classes()[ord(run[0])] != HAN:
        return [run]
    longest = max(map(len, words))
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        starts = range(max(end - longest, 0), end)
        ways = ((best[at][0] + words[run[at:end]], at) for at in starts if run[at:end] in words)
        best.append(min(ways, default=(best[-1][0] + 20.0, end - 1)))
    cut, end = [], len(run)
    while end:
        cut.append(run[best[end][1] : end])
        end = best[end][1]
    return cut[::-1]
