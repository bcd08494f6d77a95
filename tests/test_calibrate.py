"""Confidence: the fit finds what was done to it, keeps the order, is stored with the model, and old weights go without."""

from pathlib import Path

import numpy as np
import pytest
import spacy
import srsly
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from nianbao.learn.calibrate import BINS, Outcomes, calibrate, calibration_scores, fit, outcomes, read_examples, reliability
from nianbao.learn.generate import write_test_set
from nianbao.tagger import IDENTITY, SequenceTagger


def drawn(cases: int, scale: float, shift: float) -> Outcomes:
    """Return cases whose log odds of being right are those said, times ``scale``, plus ``shift``."""
    rng = np.random.default_rng(1)
    said = rng.uniform(0.05, 0.95, cases)
    right = rng.random(cases) < 1 / (1 + np.exp(-scale * np.log(said / (1 - said)) - shift))
    return list(zip(said.tolist(), right.tolist(), strict=True))


@pytest.mark.parametrize("truth", [IDENTITY, (2.0, 0.5), (0.5, -1.0)])
def test_fit_finds_scale_and_shift(truth: tuple[float, float]) -> None:
    assert fit(drawn(20_000, *truth)) == pytest.approx(truth, abs=0.1)


@pytest.mark.parametrize("cases", [[], [(0.9, True)], [(1.0, True)] * 5, [(0.0, False)] * 5])
def test_few_cases_leave_the_identity_nearly_alone(cases: Outcomes) -> None:
    assert fit(cases) == pytest.approx(IDENTITY, abs=0.6)
    assert calibration_scores(cases)["ece"] <= 0.1


def test_scores_know_good_from_bad() -> None:
    good, boastful = calibration_scores(drawn(5_000, 1, 0)), calibration_scores(drawn(5_000, 1, -2))
    assert good["ece"] < 0.03 < 0.2 < boastful["ece"]
    assert good["brier"] < boastful["brier"]
    bins = reliability(drawn(5_000, 1, 0))
    assert len(bins) == BINS
    assert max(one.size for one in bins) - min(one.size for one in bins) <= 1
    assert [one.said for one in bins] == sorted(one.said for one in bins)


@given(confidence=st.lists(st.floats(0, 1), max_size=9), numbers=st.tuples(st.floats(0.1, 5), st.floats(-5, 5)))
def test_calibrated_is_a_probability_and_keeps_the_order(nlp: Language, confidence: list[float], numbers: tuple[float, float]) -> None:
    tagger = nlp.get_pipe("nianbao_entities")
    assert isinstance(tagger, SequenceTagger)
    before = tagger.cfg["calibration"]
    try:
        tagger.cfg["calibration"] = numbers
        found = tagger.calibrated(sorted(confidence))
        tagger.cfg["calibration"] = IDENTITY
        np.testing.assert_allclose(tagger.calibrated(confidence), confidence, atol=2e-5)
    finally:
        tagger.cfg["calibration"] = before
    assert found == sorted(found)
    assert all(0 <= p <= 1 for p in found)


def test_calibrated_model_is_surer_to_be_right(nlp: Language, root: Path, tmp_path: Path) -> None:
    write_test_set(root / "corpus" / "dev", tmp_path / "dev.spacy", 1, True)
    numbers = calibrate(root / "models" / "default", [tmp_path / "dev.spacy"], tmp_path / "model")
    fitted = spacy.load(tmp_path / "model")
    scores = []
    for pair in (IDENTITY, numbers["entities"]):
        fitted.get_pipe("nianbao_entities").cfg["calibration"] = pair
        scores.append(calibration_scores(outcomes(read_examples(fitted, tmp_path / "dev.spacy"))["entities"]))
    assert scores[1]["ece"] < scores[0]["ece"]
    assert scores[1]["brier"] <= scores[0]["brier"]
    assert spacy.load(tmp_path / "model").get_pipe("nianbao_sections").cfg == {"calibration": numbers["sections"]}


def test_weights_of_old_models_load_with_the_identity(nlp: Language) -> None:
    tagger = nlp.get_pipe("nianbao_sections")
    data = srsly.msgpack_loads(tagger.to_bytes())
    data.pop("cfg")
    fresh = spacy.blank("zh").add_pipe("nianbao_sections")
    fresh.cfg["calibration"] = (2.0, 2.0)
    fresh.from_bytes(srsly.msgpack_dumps(data))
    assert fresh.cfg == {"calibration": IDENTITY}
