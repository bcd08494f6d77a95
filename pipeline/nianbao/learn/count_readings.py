"""Count dates and document numbers of the written corpus, for the model that reads damaged ones: ``repair/counts.json``."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nianbao.learn.corpus import Document, read_corpus, render
from nianbao.records import Entity
from nianbao.repair.dates import year_offset
from nianbao.repair.evidence import report_year, roles

_DATE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_NUMBER = re.compile(r"(.*?)[〔\[（(﹝【［]?(\d{4})[〕\]）)﹞】］年]第?(\d+)号")


def write_counts(corpus: Path, output: Path) -> None:
    """Write the counts over the training split of ``corpus`` as JSON with stable order."""
    counts = count(read_corpus(corpus / "train"))
    output.write_text(json.dumps(counts, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")


def count(documents: Iterable[Document]) -> dict[str, Any]:
    """Return how often shapes, years (from that of the report), months, days, bodies and serials of each length occur."""
    counts: dict[str, Any] = {
        "shapes": {role: Counter() for role in ("alone", "begins", "ends")},
        "months": {offset: Counter() for offset in ("-1", "0", "1", "other", "none")},
        "periods": {role: Counter() for role in ("begins", "ends")},
        **{name: Counter() for name in ("years", "days", "number_years", "bodies", "serial_lengths")},
    }
    for document in documents:
        rendered = render(document.parts)
        mentions = [Entity(m.label, m.start, m.end, "", m.meant, 1.0) for m in rendered.mentions]
        year = report_year(rendered.text)
        for mention, role in zip(mentions, roles(rendered.text, mentions), strict=True):
            if mention.label == "DATE":
                _count_date(mention.text, role, year, counts)
            elif mention.label == "DOC_NO":
                _count_number(mention.text, year, counts)
    return counts


def _count_date(text: str, role: str, report: int | None, counts: dict[str, Any]) -> None:
    match = _DATE.fullmatch(text)
    if not match or not match[2]:
        return
    year, month, day = (int(figure or 0) for figure in match.groups())
    offset = year_offset(year, report)
    counts["shapes"][role]["Y" * bool(year) + "M" + "D" * bool(day)] += 1
    if year and offset != "none":
        counts["years"][offset] += 1
    if role == "alone":  # beginnings and ends of periods have counts of their own
        counts["months"][offset][str(month)] += 1
        counts["days"].update([str(day)] if day else [])
    elif day:
        counts["periods"][role][f"{month}-{day}"] += 1


def _count_number(text: str, report: int | None, counts: dict[str, Any]) -> None:
    match = _NUMBER.fullmatch(text)
    if not match or not match[1]:
        return
    counts["bodies"][match[1][-1]] += 1
    counts["serial_lengths"][str(len(match[3]))] += 1
    if report:
        counts["number_years"][year_offset(int(match[2]), report)] += 1
