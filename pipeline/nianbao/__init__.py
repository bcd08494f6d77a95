"""nianbao reads Chinese annual reports on information disclosure: sections, entities, tables, facts and their arithmetic.

report.txt ─read→ Source ─normalise→ Doc ─sections→ ─entities→ ─tables→ ─facts→ ─audit→ Record ─export→ jsonl
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from nianbao.errors import NianbaoError, ReadError
from nianbao.records import Record
from nianbao.tidy import tidy

__all__ = ["NianbaoError", "ReadError", "Record", "extract", "extract_many", "load", "tidy"]

#: What needs spaCy, and where it is: imported when it is first asked for, since the process that reads PDF files does without.
_LATER = {"extract": "nianbao.process", "extract_many": "nianbao.process", "load": "nianbao.model"}

if TYPE_CHECKING:
    from nianbao.model import load
    from nianbao.process import extract, extract_many
else:

    def __getattr__(name: str) -> Any:
        """Return what is imported later (PEP 562)."""
        if name not in _LATER:
            raise AttributeError(f"module 'nianbao' has no attribute {name!r}")
        return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    """Return what the package offers, imported already or not."""
    return sorted({*globals(), *__all__})
