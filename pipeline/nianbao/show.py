"""A record for a person's eyes: the text with sections and entities in colour, then facts and findings."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from nianbao.labels import INDICATORS, SECTIONS
from nianbao.records import Check, Fact, Finding, Record, Repair

COLOURS = {
    "OFFICIAL": "bold magenta",
    "POSITION": "magenta",
    "ORG": "bold blue",
    "DOC_NO": "bold yellow",
    "DOC_TITLE": "yellow",
    "COUNT": "bold green",
    "MONEY": "bold green",
    "PERCENT": "green",
    "DATE": "cyan",
}
CONTACT = "bright_cyan underline"


def render(record: Record) -> RenderableType:
    """Return what ``nianbao show`` prints."""
    return Group(_head(record), *_sections(record), *_facts(record.facts), *_checks(record.checks), *_findings(record))


def _head(record: Record) -> Text:
    """Return who reports on what."""
    report = record.report
    period = f"{report.period_start} – {report.period_end}" if report.period_start else "—"
    who = "  ".join(str(one) for one in (report.issuer or "—", report.code, report.year or "—") if one)
    lines = [who, f"期间 {period}", f"来源 {record.source.path} ({record.source.encoding})"]
    lines += [_repaired(record.repairs)] if record.repairs else []
    return Text("\n".join(lines), style="bold")


def _repaired(repairs: tuple[Repair, ...]) -> str:
    """Return one line that says what was repaired, and how often."""
    counts: Counter[str] = Counter()
    for repair in repairs:
        counts[repair.step] += repair.count
    return "修复 " + "  ".join(f"{step} {count}" for step, count in counts.items())


def _sections(record: Record) -> Iterator[RenderableType]:
    """Yield each section under a rule that names it, its entities in colour."""
    text = Text(record.source.text)
    for entity in record.entities:
        text.stylize(COLOURS.get(entity.label, CONTACT), entity.start, entity.end)
    for section in record.sections:
        yield Rule(f"{SECTIONS[section.label]} · {section.label} · {section.confidence:.0%}", style="dim", align="left")
        yield text[section.start : section.end]


def _facts(facts: tuple[Fact, ...]) -> Iterator[RenderableType]:
    """Yield the facts as a table."""
    if not facts:
        return
    table = Table("事实", "值", "原文", "位置", title="Facts", title_justify="left")
    for fact in facts:
        if fact.indicator:
            table.add_row(INDICATORS[fact.indicator][0], f"{fact.value} {fact.unit or ''}", fact.raw, str(fact.start))
        elif fact.kind == "open":
            table.add_row(fact.attributes.get("what", "—"), f"{fact.value} {fact.unit or ''}", fact.raw, str(fact.start))
        else:
            table.add_row(fact.kind, "  ".join(f"{key}={value}" for key, value in fact.attributes.items()), fact.raw, str(fact.start))
    yield table


def _checks(checks: tuple[Check, ...]) -> Iterator[RenderableType]:
    """Yield the sums of the prose and those of the tables that do not add up."""
    shown = [check for check in checks if check.origin == "prose" or not check.ok]
    if not shown:
        return
    table = Table("规则", "总数", "各项", "合计", "", title="Checks", title_justify="left")
    for check in shown:
        parts = " + ".join(f"{part.value:g}" for part in check.parts)
        table.add_row(check.rule, f"{check.whole.raw} @{check.whole.start}", parts, f"{check.computed:g}", "✓" if check.ok else "✗")
    yield table


def _findings(record: Record) -> Iterator[RenderableType]:
    """Yield what is wrong, as a table."""
    if not record.findings:
        return
    table = Table("检查", "级别", "行", "说明", "可信度", title="Findings", title_justify="left")
    for finding in record.findings:
        table.add_row(finding.id, finding.severity, str(line_of(record, finding)), finding.zh, f"{finding.confidence:.0%}")
    yield table


def line_of(record: Record, finding: Finding) -> int:
    """Return the number of the line, counted from 1, of the first place of a finding."""
    return record.source.text.count("\n", 0, min((place.start for place in finding.places), default=0)) + 1


def tell(record: Record, finding: Finding, language: str) -> str:
    """Return a finding as one line: file, line, severity, id, and the sentence in ``language`` (zh or en)."""
    sentence = finding.en if language == "en" else finding.zh
    return f"{record.source.path}:{line_of(record, finding)}: {finding.severity} {finding.id}: {sentence}"
