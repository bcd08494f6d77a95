"""nianbao reads Chinese annual reports on information disclosure: sections, entities, tables, facts and their arithmetic.

report.txt ─read→ Source ─normalise→ Doc ─sections→ ─entities→ ─tables→ ─facts→ ─audit→ Record ─export→ jsonl
"""

from nianbao.errors import NianbaoError, ReadError
from nianbao.model import load
from nianbao.process import extract, extract_many
from nianbao.records import Record
from nianbao.tidy import tidy

__all__ = ["NianbaoError", "ReadError", "Record", "extract", "extract_many", "load", "tidy"]
