"""Shared fixtures: the default model is loaded once; plain lines with their figures marked."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

import nianbao
from nianbao.interpret import interpret
from nianbao.records import Entity

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "real"
FIGURES = re.compile(
    r"(?P<DATE>\d{4}年)|(?P<PERCENT>\d+(?:\.\d+)?%)|(?P<MONEY>\d[\d.,]*[万亿]?元)|(?P<COUNT>\d[\d.,]*[万亿]?(?:人次|[条件份篇次名个项人期]))"
)

# A machine that others share is slow by turns: properties are about what comes out, benchmarks about when.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


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


@pytest.fixture(scope="session")
def mark() -> Callable[[str], tuple[str, list[Entity]]]:
    """Return the text of a line (// parts its lines) and its figures as entities."""

    def marked(line: str) -> tuple[str, list[Entity]]:
        text = line.replace("//", "\n") + "\n"
        found = [Entity(match.lastgroup or "", *match.span(), "", "", 1.0) for match in FIGURES.finditer(text)]
        return text, interpret(text, found).entities

    return marked
