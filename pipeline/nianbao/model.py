"""The trained model: where it lies and how it is loaded; the only place that loads one."""

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.language import Language

import nianbao.components  # noqa: F401  (registers the pipes when the package runs from a checkout without entry points)
from nianbao.errors import NianbaoError

_IN_WHEEL = Path(__file__).parent / "models" / "default"
_IN_CHECKOUT = Path(__file__).parents[2] / "models" / "default"


def default_path() -> Path:
    """Return the directory of the default model: in the wheel, or in a checkout's ``models/``."""
    found = next((path for path in (_IN_WHEEL, _IN_CHECKOUT) if (path / "config.cfg").exists()), None)
    if found is None:
        raise NianbaoError("no model found; install the wheel, or build one with: spacy project run all")
    return found


@lru_cache(maxsize=2)
def load(path: str | Path | None = None) -> Language:
    """Return the pipeline: ``nlp(text)`` sets ``doc.ents`` and ``doc.spans["sections"]``; ``path`` None is the default model."""
    try:
        return spacy.load(path or default_path())
    except (OSError, ValueError) as error:
        raise NianbaoError(f"{path}: not a model of nianbao ({error})") from error


def program(nlp: Language) -> dict[str, str]:
    """Return the versions of program and model, for the record."""
    return {"version": version("nianbao"), "model": f"{nlp.meta['name']}-{nlp.meta['version']}+{fingerprint(nlp.path)}"}


@lru_cache(maxsize=2)
def fingerprint(model: Path | None) -> str:
    """Return twelve hexadecimal digits that tell a model from every other: training gives all the same version; 0 for one without files."""
    files = sorted(path for path in model.rglob("*") if path.is_file()) if model else []
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12] if files else "0" * 12
