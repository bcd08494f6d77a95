"""All findings on one report: its tables, its prose, and the two beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nianbao.audit.accuse import accuse
from nianbao.audit.bound import find_impossible, find_out_of_bounds
from nianbao.audit.doubt import find_doubts
from nianbao.audit.equate import system_of, system_of_prose
from nianbao.audit.extremes import find_extremes
from nianbao.audit.reconcile import Statement, balance, read_statements, reconcile, stated
from nianbao.audit.rules import RULES
from nianbao.audit.weigh import POSSIBLE
from nianbao.records import Check, Entity, Fact, Finding, Place, Table

#: A mention less sure than this is as likely misread as not.
DOUBTFUL: Final = 0.5


def find_findings(
    text: str, entities: list[Entity], facts: Sequence[Fact], tables: Sequence[Table], checks: Sequence[Check]
) -> list[Finding]:
    """Return what is wrong in a report, in order of place; offsets count characters of ``text``."""
    doubts = list(find_doubts(text, entities, checks))
    doubted = {_figures(finding) for finding in doubts}
    statements = read_statements(text, entities, facts)
    findings = [
        *(finding for table in tables for finding in _of_table(text, table, statements)),
        *accuse(system_of_prose([check for check in checks if check.origin == "prose" and check.confidence > POSSIBLE])),
        *doubts,
        *find_extremes(text),
        *find_impossible(tables),
        *(finding for finding in find_out_of_bounds(text, tables, facts) if _figures(finding) not in doubted),
        *reconcile(statements, tables),
        *balance(statements, checks),
    ]
    read = {entity.start: entity.confidence for entity in entities}
    findings = [_as_sure_as_read(finding, read) for finding in findings]
    return sorted(findings, key=lambda finding: min((place.start for place in finding.places), default=0))


def _as_sure_as_read(finding: Finding, read: Mapping[int, float]) -> Finding:
    """Return a finding no surer than its figures were read; where one of them was hardly read, the fault may be ours."""
    sure = min((read.get(place.start, 1.0) for place in finding.places), default=1.0)
    fault = "reading" if sure < DOUBTFUL else finding.fault
    return replace(finding, confidence=round(finding.confidence * sure, 2), fault=fault)


def _figures(finding: Finding) -> frozenset[int]:
    """Return where the figures stand that a finding is about."""
    return frozenset(place.start for place in finding.places)


def _of_table(text: str, table: Table, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Yield the findings on the sums of one table."""
    system = system_of(table)
    yield from accuse(system, stated(statements, table.kind))
    rules = {equation.rule for equation in system.equations}
    if "J1" in rules and "J2" not in rules:  # left out because rows of the form are not there
        words = ("申请表缺行，所余各行之和与总计不符", "rows of the table of requests are missing; the others do not make up its total")
        place = Place(table.kind, table.start, table.end, text[table.start : table.end])
        yield Finding("row-missing", RULES["row-missing"].severity, *words, (place,), "row missing", "unknown", 0.8)
