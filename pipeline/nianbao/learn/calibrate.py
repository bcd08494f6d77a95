"""Confidence that means something: how sure the models say they are against how often they are right, and the fit between the two.

An entity is right if span and label are exactly those of the gold, a section if most of its visible characters stand in a gold
section of its label.
"""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import spacy
from scipy.optimize import minimize
from sklearn.metrics import brier_score_loss
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from nianbao.characters import NEWLINE, SPACE, classes
from nianbao.tagger import IDENTITY, log_odds
from nianbao.tokenizer import codes_of

PIPES = {"entities": "nianbao_entities", "sections": "nianbao_sections"}
#: As many cases in each bin: bins of equal width would leave all but the last nearly empty.
BINS = 15
#: Weight of the prior that the models know how sure they are: one wrong section in a hundred is little to fit two numbers on.
PRIOR = 1.0

Outcomes = list[tuple[float, bool]]


class Bin(NamedTuple):
    """Some cases of like confidence: their number, what was said on average, and the share that was right."""

    size: int
    said: float
    right: float


def calibrate(model: Path, sets: Sequence[Path], output: Path) -> dict[str, tuple[float, float]]:
    """Write the model to ``output`` with a calibration fitted on the sets (.spacy files); return scale and shift of each part."""
    nlp = spacy.load(model)
    for pipe in PIPES.values():
        nlp.get_pipe(pipe).cfg["calibration"] = IDENTITY  # type: ignore[attr-defined]
    found = outcomes(list(chain.from_iterable(read_examples(nlp, path) for path in sets)))
    fitted = {part: fit(cases) for part, cases in found.items()}
    clean = spacy.load(model)  # the one that read the sets has their characters in its vocabulary
    for part, pipe in PIPES.items():
        clean.get_pipe(pipe).cfg["calibration"] = fitted[part]  # type: ignore[attr-defined]
    clean.to_disk(output)
    return fitted


def read_examples(nlp: Language, path: Path) -> list[Example]:
    """Return the documents of a set beside what the pipeline finds in them."""
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    return [Example(found, doc) for found, doc in zip(nlp.pipe(doc.text for doc in gold), gold, strict=True)]


def fit(cases: Outcomes) -> tuple[float, float]:
    """Return the scale and shift of the log odds that make the outcomes most probable, under a normal prior at the identity."""
    odds = log_odds([said for said, _ in cases])
    right = np.array([right for _, right in cases], dtype=np.float64)

    def loss(numbers: npt.NDArray[np.float64]) -> float:
        z = numbers[0] * odds + numbers[1]
        return float((np.logaddexp(0, z) - right * z).sum() + PRIOR * ((numbers - IDENTITY) ** 2).sum() / 2)

    scale, shift = minimize(loss, IDENTITY).x
    return round(float(scale), 4), round(float(shift), 4)


def outcomes(examples: Sequence[Example]) -> dict[str, Outcomes]:
    """Return for each part how sure it was of each find, and whether it was right."""
    pairs = [(example.predicted, example.reference) for example in examples]
    return {
        "entities": [case for found, gold in pairs for case in _entities(found, gold)],
        "sections": [case for found, gold in pairs for case in _sections(found, gold)],
    }


def _entities(found: Doc, gold: Doc) -> Outcomes:
    known = {(entity.start_char, entity.end_char, entity.label_) for entity in gold.ents}
    right = [(entity.start_char, entity.end_char, entity.label_) in known for entity in found.ents]
    return list(zip(found.user_data.get("entity_confidence", []), right, strict=True))


def _sections(found: Doc, gold: Doc) -> Outcomes:
    owner, seen = owners(gold), visible(gold)
    cases = []
    for section, said in zip(found.spans["sections"], found.user_data.get("section_confidence", []), strict=True):
        own = owner[section.start : section.end][seen[section.start : section.end]]
        cases.append((said, bool((own == section.label_).mean() > 0.5) if len(own) else True))
    return cases


def owners(doc: Doc) -> npt.NDArray[np.str_]:
    """Return the section label of each character."""
    labels: npt.NDArray[np.str_] = np.full(len(doc), "", dtype="U16")
    for section in doc.spans["sections"]:
        labels[section.start : section.end] = section.label_
    return labels


def visible(doc: Doc) -> npt.NDArray[np.bool_]:
    """Say which characters a reader sees."""
    kind = classes()[codes_of(doc)]
    return np.asarray((kind != SPACE) & (kind != NEWLINE))


def reliability(cases: Outcomes) -> list[Bin]:
    """Return the cases by rising confidence in bins of equal size."""
    parts = [part for part in np.array_split(np.array(sorted(cases), dtype=np.float64).reshape(-1, 2), BINS) if len(part)]
    return [Bin(len(part), float(part[:, 0].mean()), float(part[:, 1].mean())) for part in parts]


def calibration_scores(cases: Outcomes) -> dict[str, float]:
    """Return the expected calibration error (Naeini et al., AAAI 2015) and the Brier score; 0 is best for both."""
    error = sum(one.size * abs(one.said - one.right) for one in reliability(cases)) / max(len(cases), 1)
    brier = brier_score_loss([right for _, right in cases], [said for said, _ in cases], pos_label=True) if cases else 0.0
    return {"ece": round(error, 4), "brier": round(float(brier), 4)}


def reliability_table(found: dict[str, Outcomes]) -> str:
    """Return as Markdown what was said and what was right, bin by bin."""
    columns: list[list[str]] = []
    for part, cases in found.items():
        columns.append([f"{part}: said", "---", *(f"{one.said:.3f}" for one in reliability(cases))])
        columns.append([f"right, of {len(cases)}", "---", *(f"{one.right:.3f}" for one in reliability(cases))])
    return "\n".join(f"| {' | '.join(row)} |" for row in zip(*columns, strict=False))
