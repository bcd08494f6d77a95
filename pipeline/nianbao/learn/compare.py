"""Recognisers of several configurations, trained on as many characters and measured side by side on the development sets."""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import Config

from nianbao.learn.calibrate import read_examples
from nianbao.learn.evaluate import megabytes

#: Evaluations in training; the best of them counts.
EVALUATIONS = 3
#: Characters of a step for all alike: on few characters, many small steps bring every model further than few large ones.
BATCH = 1000
HEAD = ("configuration", "dev F1", "damaged F1", "characters/s", "MB", "seconds to train")


class Try(NamedTuple):
    """What a configuration came to: F1 in hundredths, characters and seconds by processor time, since machines are shared."""

    name: str
    written: float
    damaged: float
    speed: float
    size: float
    seconds: float


def compare(configs: Sequence[Path], data: Path, characters: int, segmenter: Path) -> str:
    """Return as Markdown what the recogniser of each configuration comes to after reading so many characters of the training set."""
    tries = [try_out(path.stem, prepare(path, data, characters, segmenter), data) for path in configs]
    rows = [HEAD, ("---",) * len(HEAD), *map(_row, tries)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def prepare(path: Path, data: Path, characters: int, segmenter: Path) -> Config:
    """Return the configuration of the recogniser alone, with as many steps as the characters need."""
    config = load_config(path)
    config["paths"] |= {"train": str(data / "train.spacy"), "dev": str(data / "dev")}
    if "segmenter" in config["paths"]:
        config["paths"]["segmenter"] = str(segmenter)
    config["training"]["score_weights"] = {"ents_f": 1.0}
    frequency = max(characters // BATCH // EVALUATIONS, 1)
    config["training"]["batcher"]["size"] = BATCH
    config["training"] |= {"max_steps": EVALUATIONS * frequency, "eval_frequency": frequency}
    return config


def try_out(name: str, config: Config, data: Path) -> Try:
    """Train and measure one configuration."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        train(init_nlp(config), Path(folder), stdout=sys.stderr)
        seconds = time.process_time() - start
        best = Path(folder, "model-best")
        nlp = spacy.load(best)
        written, speed = measure(nlp, data / "dev" / "dev.spacy")
        damaged, _ = measure(nlp, data / "dev" / "dev_damaged.spacy")
        return Try(name, written, damaged, speed, megabytes(best), seconds)


def measure(nlp: Language, path: Path) -> tuple[float, float]:
    """Return the F1 of entities on a set, in hundredths, and the characters read in a second."""
    examples = read_examples(nlp, path)
    texts = [example.reference.text for example in examples]
    start = time.process_time()
    list(nlp.pipe(texts))
    speed = sum(map(len, texts)) / (time.process_time() - start)
    return 100 * Scorer(nlp).score(examples)["ents_f"], speed


def _row(one: Try) -> tuple[str, ...]:
    return one.name, f"{one.written:.1f}", f"{one.damaged:.1f}", f"{one.speed:,.0f}", f"{one.size:.1f}", f"{one.seconds:.0f}"
