"""The shipped recogniser beside spaCy's stock one on a public corpus of yours, both trained and measured in one run.

Reads character–tag files: a character, a blank, its tag (BIO, BMES, BMEO or BIOES) on each line, an empty line between
sentences. Resume NER and MSRA come so; CLUENER must be converted first. The project holds no public corpus.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import filter_spans, load_config
from thinc.api import Config

import nianbao.components  # noqa: F401  (registers the pipes)

CONFIG = Path(__file__).parents[1] / "configs" / "entities.cfg"
EXAMPLE = "example: python benchmarks/ner_public.py train.char.bmes test.char.bmes --dev dev.char.bmes --epochs 15"
OPENS, CONTINUES = "BS", "IME"
#: Every tenth sentence of the training file is the development set where none is given.
HELD_OUT = 10
EVALUATIONS, ROUNDS = 5, 3

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its entities: first character, character after the last, label."""

    text: str
    spans: frozenset[Span]


@dataclass(frozen=True, slots=True)
class Result:
    """What a recogniser came to on the test file; speed and seconds of training by processor time, since machines are shared."""

    precision: float
    recall: float
    f1: float
    speed: float
    seconds: float
    megabytes: float


def read(path: Path) -> list[Sentence]:
    """Return the sentences of a character–tag file; leave with one line that names the place where it is none."""
    sentences: list[Sentence] = []
    pairs: list[tuple[str, str]] = []
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SystemExit(f"{path}: cannot be read as UTF-8 text ({error})") from error
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            pairs.append(pair(line, f"{path}:{number}"))
        elif pairs:
            sentences.append(Sentence("".join(sign for sign, _ in pairs), frozenset(spans(pairs))))
            pairs = []
    if not sentences:
        raise SystemExit(f"{path}: holds no sentence")
    return sentences


def pair(line: str, place: str) -> tuple[str, str]:
    """Return the character and the tag of a line; a line of a tag alone is that of a blank."""
    *sign, tag = line.split()
    part, label = tag[0], tag[2:]
    if len(sign) > 1 or not (tag == "O" or (part in OPENS + CONTINUES and tag[1:2] in {"-", "_"} and label)):
        raise SystemExit(f"{place}: expected a character and its BIO, BMES, BMEO or BIOES tag, found {line!r}")
    return (sign[0] if sign else " "), tag


def spans(pairs: Iterable[tuple[str, str]]) -> Iterator[Span]:
    """Yield the entities that the tags spell; a tag that continues nothing of its label opens an entity."""
    start = at = 0
    label = ""
    for sign, tag in pairs:
        part, own = tag[0], tag[2:]
        if label and (part in OPENS or own != label):
            yield start, at, label
            label = ""
        if own and not label:
            start, label = at, own
        at += len(sign)
    if label:
        yield start, at, label


def shipped(labels: list[str]) -> Config:
    """Return the configuration of the shipped recogniser, for these labels."""
    config = load_config(CONFIG)
    config["components"]["nianbao_entities"]["labels"] = labels
    return config


def stock() -> Config:
    """Return what ``spacy init config --lang zh --pipeline ner`` writes."""
    return init_config(lang="zh", pipeline=["ner"])


def duration(config: Config, characters: int, epochs: int) -> dict[str, int]:
    """Return the settings that make training read so many characters so many times."""
    size = config["training"]["batcher"]["size"]
    if not isinstance(size, int):  # the steps of the stock configuration grow
        return {"max_epochs": epochs, "max_steps": 0, "patience": 0}
    steps = max(epochs * characters // size, 1)
    return {"max_steps": steps, "eval_frequency": max(steps // EVALUATIONS, 1), "patience": 0}


def learn(config: Config, sets: dict[str, list[Sentence]], epochs: int) -> tuple[Language, float, float]:
    """Return the pipeline that was best on the development set, the seconds of training and the megabytes on disk."""
    config["training"] |= duration(config, sum(len(sentence.text) for sentence in sets["train"]), epochs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        blank = spacy.blank("zh", config={"nlp": {"tokenizer": config["nlp"]["tokenizer"]}})
        for part in ("train", "dev"):
            config["paths"][part] = str(folder / f"{part}.spacy")
            write(sets[part], blank, folder / f"{part}.spacy")
        start = time.process_time()
        train(init_nlp(config), folder, stdout=sys.stderr)
        seconds = time.process_time() - start
        best = folder / "model-best"
        size = sum(file.stat().st_size for file in best.rglob("*") if file.is_file())
        return spacy.load(best), seconds, size / 1e6


def write(sentences: list[Sentence], blank: Language, path: Path) -> None:
    """Write the sentences as documents; one that a tokenizer cuts otherwise has its entities grown to whole tokens."""
    store = DocBin()
    for sentence in sentences:
        doc = blank.make_doc(sentence.text)
        found = (doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in sentence.spans)
        doc.set_ents(filter_spans([span for span in found if span is not None]))
        store.add(doc)
    store.to_disk(path)


def measure(name: str, config: Config, sets: dict[str, list[Sentence]], epochs: int) -> Result:
    """Train a recogniser and measure it on the test sentences, by characters of the file whatever its tokens are."""
    print(f"{name}: training for {epochs} epochs", file=sys.stderr)
    nlp, seconds, megabytes = learn(config, sets, epochs)
    texts = [sentence.text for sentence in sets["test"]]
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        found = [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in nlp.pipe(texts)]
        taken.append(time.process_time() - start)
    right = sum(len(own & sentence.spans) for own, sentence in zip(found, sets["test"], strict=True))
    precision = right / max(sum(map(len, found)), 1)
    recall = right / max(sum(len(sentence.spans) for sentence in sets["test"]), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Result(precision, recall, f1, sum(map(len, texts)) / min(taken), seconds, megabytes)


def arguments() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, help="character–tag file to train on")
    parser.add_argument("test", type=Path, help="character–tag file to measure on")
    parser.add_argument("--dev", type=Path, help="file that picks the best step (default: every tenth sentence of train)")
    parser.add_argument("--epochs", type=int, default=15, help="how often each recogniser reads the training file (default: %(default)s)")
    parser.add_argument("--skip-stock", action="store_true", help="leave out spaCy's stock recogniser, the slower of the two")
    options = parser.parse_args()
    if options.epochs < 1:
        parser.error("--epochs must be at least 1")
    return options


def main() -> None:
    """Train, measure, print a table."""
    options = arguments()
    known = read(options.train)
    held_out = list(islice(known, 0, None, HELD_OUT))
    kept = [sentence for i, sentence in enumerate(known) if i % HELD_OUT] or known
    sets = {"train": known, "dev": read(options.dev)} if options.dev else {"train": kept, "dev": held_out}
    sets["test"] = read(options.test)
    labels = sorted({label for sentence in sets["train"] for _, _, label in sentence.spans})
    if not labels:
        raise SystemExit(f"{options.train}: holds no entity")
    configs = {"nianbao": shipped(labels)} | ({} if options.skip_stock else {"spaCy stock": stock()})
    results = {name: measure(name, config, sets, options.epochs) for name, config in configs.items()}
    print(f"{len(sets['train'])} sentences to train on, {len(sets['test'])} to test; {len(labels)} labels; {options.epochs} epochs")
    print(f"{'recogniser':14}{'P':>8}{'R':>8}{'F1':>8}{'characters/s':>16}{'training s':>12}{'MB':>8}")
    for name, one in results.items():
        scores = "".join(f"{100 * score:8.2f}" for score in (one.precision, one.recall, one.f1))
        print(f"{name:14}{scores}{one.speed:16,.0f}{one.seconds:12.0f}{one.megabytes:8.1f}")


if __name__ == "__main__":
    main()
