"""Measures a trained model on annotated documents and writes the metrics that the project tracks."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from sklearn.metrics import accuracy_score
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training import Example

import nianbao.components  # noqa: F401  (registers the pipes)
from nianbao.learn.calibrate import calibration_scores, outcomes, owners, read_examples, visible


def evaluate(model: Path, sets: dict[str, Path]) -> dict[str, Any]:
    """Return the metrics of the model on each set (.spacy files): scores in [0, 1], and a fingerprint of the gold."""
    nlp = spacy.load(model)
    return {name: _measure(nlp, path) for name, path in sets.items()} | {"model": {"megabytes": megabytes(model)}}


def write_metrics(metrics: dict[str, Any], output: Path) -> None:
    """Write metrics as JSON with stable order and digits."""
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(metrics, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _measure(nlp: Language, path: Path) -> dict[str, Any]:
    """Return entity and section scores on one set."""
    examples = read_examples(nlp, path)
    scores = Scorer(nlp).score(examples)
    return {
        "documents": len(examples),
        "fingerprint": hashlib.sha256(path.read_bytes()).hexdigest()[:16],
        "entities": {key[5:]: _round(scores[key]) for key in ("ents_p", "ents_r", "ents_f")},
        "by_label": {label: _round(score["f"]) for label, score in sorted(scores["ents_per_type"].items())},
        "sections": {key[9:]: _round(scores[key]) for key in ("sections_p", "sections_r", "sections_f")},
        "section_characters": _round(_section_characters(examples)),
        "calibration": {part: calibration_scores(cases) for part, cases in outcomes(examples).items()},
    }


def _section_characters(examples: Iterable[Example]) -> float:
    """Return the share of visible characters that stand in a section with the right label."""
    docs = [(example.reference, example.predicted) for example in examples]
    pairs = [(owners(gold)[visible(gold)], owners(found)[visible(found)]) for gold, found in docs]
    return float(accuracy_score(np.concatenate([gold for gold, _ in pairs]), np.concatenate([found for _, found in pairs])))


def megabytes(model: Path) -> float:
    """Return the size of a model on disk."""
    return round(sum(file.stat().st_size for file in model.rglob("*") if file.is_file()) / 1e6, 2)


def _round(score: float) -> float:
    return round(float(score), 4)
