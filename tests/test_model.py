"""The shipped model: small, safe to load, and not worse than it was."""

import json
import shutil
from pathlib import Path

import pytest
from spacy.language import Language

from nianbao.model import fingerprint, program

#: A floor for scores of ``models/metrics.json``, a ceiling for errors; loosened only on purpose, in a commit that says why.
BOUNDS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def metrics(root: Path) -> dict:
    return json.loads((root / "models" / "metrics.json").read_text(encoding="utf-8"))


def measured(metrics: dict, name: str) -> float:
    value = metrics
    for key in name.split("/"):
        value = value[key]
    return value


@pytest.mark.parametrize("name", BOUNDS["floors"])
def test_floor(metrics: dict, name: str) -> None:
    assert measured(metrics, name) >= BOUNDS["floors"][name]


@pytest.mark.parametrize("name", BOUNDS["ceilings"])
def test_ceiling(metrics: dict, name: str) -> None:
    assert measured(metrics, name) <= BOUNDS["ceilings"][name]


def test_size(root: Path) -> None:
    assert sum(path.stat().st_size for path in (root / "models" / "default").rglob("*") if path.is_file()) <= 10_000_000


def test_no_pickle(root: Path) -> None:
    for path in (root / "models").rglob("*"):
        assert not path.is_file() or path.suffix not in {".pkl", ".pickle"}
        assert not path.is_file() or not path.read_bytes().startswith(b"\x80\x04")


def test_a_record_tells_the_model_from_every_other(nlp: Language, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "models" / "default", tmp_path / "other")
    same = fingerprint(tmp_path / "other")
    (tmp_path / "other" / "meta.json").write_text("{}")
    assert program(nlp)["model"].endswith(f"+{same}")
    fingerprint.cache_clear()
    assert fingerprint(tmp_path / "other") != same
    assert fingerprint(None) == "0" * 12


def test_bytes_and_back(nlp: Language, tmp_path: Path) -> None:
    import spacy

    text = "一、概述\n县政府办公室主任王海波说，2018年公开信息1200余条。"
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    before, after = nlp(text), again(text)
    assert [(e.text, e.label_) for e in before.ents] == [(e.text, e.label_) for e in after.ents]
    assert [s.label_ for s in before.spans["sections"]] == [s.label_ for s in after.spans["sections"]]
    assert before.user_data["entity_confidence"] == pytest.approx(after.user_data["entity_confidence"], abs=1e-3)
