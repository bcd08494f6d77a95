"""Characters a second (processor time) of each stage, beside spaCy's stock recogniser on the same texts in the same run.

python benchmarks/speed.py            the written test reports
python benchmarks/speed.py FOLDER     your own text files
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.training import Example

import nianbao
from nianbao.learn.corpus import read_corpus, render
from nianbao.learn.generate import tabulated
from nianbao.normalise import normalise
from nianbao.process import process
from nianbao.records import Source

ROUNDS, COPIES, TRAINING_STEPS = 5, 5, 20


def texts() -> list[str]:
    """Return the texts to read, several times over so that a round takes seconds."""
    if len(sys.argv) > 1:
        return [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    corpus = Path(__file__).parents[1] / "corpus" / "test"
    rng = Random(1)
    return [render(tabulated(document.parts, rng)).text for document in read_corpus(corpus) if len(document.parts) > 1] * COPIES


def stock(sample: list[str]) -> Language:
    """Return spaCy's stock recogniser over characters (tok2vec 96×4, transition parser), trained a few steps."""
    nlp = spacy.blank("zh")
    recogniser = nlp.add_pipe("ner")
    for label in nianbao.load().get_pipe("nianbao_entities").labels:
        recogniser.add_label(label)
    examples = []
    for doc in nianbao.load().pipe(sample[:8]):
        spans = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
        examples.append(Example.from_dict(nlp.make_doc(doc.text), {"entities": spans}))
    nlp.initialize(lambda: examples)
    for _ in range(TRAINING_STEPS):
        nlp.update(examples)
    return nlp


def speed(run: Callable[[], object], characters: int) -> float:
    """Return the characters a second of processor time, since machines are shared, of the fastest of several rounds."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return characters / min(seconds)


def main() -> None:
    """Print a line for each stage."""
    reports = texts()
    size = sum(map(len, reports))
    nlp, peer = nianbao.load(), stock(reports)
    sources = [Source(str(i), text, "text", "utf-8", "") for i, text in enumerate(reports)]
    stages: dict[str, Callable[[], object]] = {
        "normalise": lambda: [normalise(text) for text in reports],
        "entities (with tokenizer)": lambda: list(nlp.pipe(reports, disable=["nianbao_sections"])),
        "sections and entities": lambda: list(nlp.pipe(reports)),
        "whole record": lambda: list(process(nlp, sources)),
        "spaCy stock NER (with tokenizer)": lambda: list(peer.pipe(reports)),
    }
    speeds = {name: speed(run, size) for name, run in stages.items()}
    reference = speeds["spaCy stock NER (with tokenizer)"]
    print(f"{len(reports)} reports, {size:,} characters, best of {ROUNDS} rounds")
    for name, value in speeds.items():
        print(f"{name:34}{value:14,.0f} characters/s{value / reference:9.1f} × stock NER")
    print(f"{'reports an hour, one process':34}{3600 * speeds['whole record'] / (size / len(reports)):14,.0f}")


if __name__ == "__main__":
    main()
