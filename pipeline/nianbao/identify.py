"""Who reports on which period: issuer, year, period and title, from title, preamble and signature."""

import re
from collections import Counter

from nianbao.records import Entity, Report, Section

_TITLE_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_PERIOD = re.compile(r"期限|期间|时间|截[至止]|自|从|起")
_OWN_WORDS = re.compile(r"由$|编制|本年度报告|公布|现将")


def identify(text: str, sections: list[Section], entities: list[Entity]) -> Report:
    """Return what the report says of itself."""
    head = [entity for entity in entities if entity.start < _end_of_head(sections, len(text))]
    period_start, period_end = _period(head)
    title = _title(text, sections)
    return Report(_issuer(text, sections, entities, title), _year(title, period_start, entities), period_start, period_end, title)


def _end_of_head(sections: list[Section], size: int) -> int:
    """Return where the first section after title and preamble begins."""
    return next((s.start for s in sections if s.label not in ("title", "preamble", "boilerplate")), size)
