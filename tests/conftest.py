"""Shared fixtures: the default model is loaded once."""

from pathlib import Path

import pytest
from spacy.language import Language

import nianbao

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "real"


@pytest.fixture(scope="session")
def nlp() -> Language:
    return nianbao.load()


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared/real is absent: the real reports are not part of the project")
    return SHARED
