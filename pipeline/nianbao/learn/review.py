"""Quality control of the written corpus: what it holds, what is wrong with it, how far two annotators agree."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from nianbao.labels import ENTITIES, SECTIONS
from nianbao.learn.corpus import Document, Rendered, parse_passages, read_corpus, render

SPLITS = ("train", "dev", "test")
#: Words in a row that no two documents share unless they are official phrases; titles of documents are left out.
LEAK = 40
#: Share of common character pairs above which two passages say the same.
ALIKE = 0.6
#: Shorter passages (a line of links, a list of attachments) are alike by nature.
SHORT = 80
#: A label with fewer mentions than this in the training set is not learned.
FEWEST = 50


def stats(corpus: Path) -> dict[str, dict[str, int]]:
    """Return for each split how many reports, passages, characters, sections and mentions by label it has."""
    return {split: _count(list(read_corpus(corpus / split))) for split in SPLITS}


def check(corpus: Path) -> Iterator[str]:
    """Yield what is wrong, one line each; raise :class:`~nianbao.errors.CorpusError` where the markup is broken."""
    splits = {split: list(read_corpus(corpus / split)) for split in SPLITS}
    yield from _leaks(splits)
    for documents in splits.values():
        yield from _doubles([document for document in documents if len(document.parts) == 1])
        yield from _headers(documents)
    counts = _count(splits["train"])
    yield from (f"train: only {counts[label]} mentions of {label}" for label in ENTITIES if counts[label] < FEWEST)


def agreement(corpus: Path) -> dict[str, float]:
    """Return span F1 and Cohen's kappa (tags of characters) of the second annotation against the first."""
    first = {document.name: render(document.parts) for document in _passages(corpus / "train")}
    pairs = [(first[document.header["id"][0]], render(document.parts)) for document in _passages(corpus / "agreement")]
    same = sum(len(_spans(a) & _spans(b)) for a, b in pairs)
    total = sum(len(_spans(a)) + len(_spans(b)) for a, b in pairs)
    tags = [(tag, other) for a, b in pairs for tag, other in zip(_tags(a), _tags(b), strict=True)]
    kappa = cohen_kappa_score([tag for tag, _ in tags], [other for _, other in tags])
    return {"passages": len(pairs), "span_f1": round(2 * same / total, 4), "kappa": round(float(kappa), 4)}


def _passages(directory: Path) -> Iterator[Document]:
    folder = directory / "passages" if (directory / "passages").is_dir() else directory
    for path in sorted(folder.glob("*.txt")):
        yield from parse_passages(path)


def _count(documents: list[Document]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for document in documents:
        rendered = render(document.parts)
        counts["reports" if len(document.parts) > 1 else "passages"] += 1
        counts["characters"] += len(rendered.text)
        counts.update(label for label, _, _ in rendered.sections)
        counts.update(mention.label for mention in rendered.mentions)
    return {name: counts[name] for name in ("reports", "passages", "characters", *SECTIONS, *ENTITIES)}


def own_lines(document: Document) -> Iterator[str]:
    """Yield the lines that a writer chose, without blanks and without the titles of documents, which are as they are."""
    for part in document.parts:
        for line in part.lines:
            yield "".join("".join(piece.raw for piece in line if piece.label != "DOC_TITLE").split())


def _leaks(splits: dict[str, list[Document]]) -> Iterator[str]:
    """Yield the first words of each document that another split has too."""
    owner: dict[str, str] = {}
    for split, documents in splits.items():
        for document in documents:
            grams = [line[at : at + LEAK] for line in own_lines(document) for at in range(len(line) - LEAK + 1)]
            shared = next((gram for gram in grams if owner.setdefault(gram, split) != split), None)
            if shared:
                yield f"{split}/{document.name} repeats {owner[shared]}: {shared}"


def _doubles(passages: list[Document]) -> Iterator[str]:
    """Yield pairs of passages that say nearly the same (Jaccard of character pairs, over passages that share a long word)."""
    passages = [document for document in passages if sum(map(len, own_lines(document))) >= SHORT]
    grams = {document.name: _pairs(document) for document in passages}
    by_word: dict[str, list[str]] = {}
    for document in passages:
        text = "".join(own_lines(document))
        for at in range(len(text) - 11):
            by_word.setdefault(text[at : at + 12], []).append(document.name)
    near = {(a, b) for names in by_word.values() if len(names) <= 20 for a in names for b in names if a < b}
    for a, b in sorted(near):
        share = len(grams[a] & grams[b]) / len(grams[a] | grams[b])
        if share > ALIKE:
            yield f"{a} and {b} are nearly the same ({share:.0%})"


def _pairs(document: Document) -> set[str]:
    text = "".join(own_lines(document))
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _headers(documents: Iterable[Document]) -> Iterator[str]:
    """Yield the reports whose header lacks what every report states."""
    for document in documents:
        missing = {"year", "issuer", "level", "era"} - set(document.header) if len(document.parts) > 1 else set()
        if missing:
            yield f"{document.name}: the header lacks {', '.join(sorted(missing))}"


def _spans(rendered: Rendered) -> set[tuple[str, int, int]]:
    return {(mention.label, mention.start, mention.end) for mention in rendered.mentions}


def _tags(rendered: Rendered) -> list[str]:
    tags = ["O"] * len(rendered.text)
    for mention in rendered.mentions:
        tags[mention.start : mention.end] = [mention.label] * (mention.end - mention.start)
    return tags
