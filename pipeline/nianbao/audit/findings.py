"""All findings on one report: its tables, its prose, and the two beside each other."""

from collections.abc import Iterator, Sequence

from nianbao.audit.accuse import accuse
from nianbao.audit.bound import find_impossible, find_out_of_bounds
from nianbao.audit.equate import system_of, system_of_prose
from nianbao.audit.reconcile import reconcile, stated
from nianbao.audit.rules import RULES
from nianbao.audit.weigh import is_meant
from nianbao.records import Check, Fact, Finding, Place, Table


def find_findings(text: str, facts: Sequence[Fact], tables: Sequence[Table], checks: Sequence[Check]) -> list[Finding]:
    """Return what is wrong in a report, in order of place; offsets count characters of ``text``."""
    findings = [
        *(finding for table in tables for finding in _of_table(text, table, facts)),
        *accuse(system_of_prose([check for check in checks if check.origin == "prose" and is_meant(text, check)])),
        *find_impossible(tables),
        *find_out_of_bounds(tables, facts),
        *reconcile(facts, tables),
    ]
    return sorted(findings, key=lambda finding: min((place.start for place in finding.places), default=0))


def _of_table(text: str, table: Table, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Yield the findings on the sums of one table."""
    system = system_of(table)
    yield from accuse(system, stated(facts, table.kind))
    rules = {equation.rule for equation in system.equations}
    if "J1" in rules and "J2" not in rules:  # left out because rows of the form are not there
        words = ("申请表缺行，所余各行之和与总计不符", "rows of the table of requests are missing; the others do not make up its total")
        place = Place(table.kind, table.start, table.end, text[table.start : table.end])
        yield Finding("row-missing", RULES["row-missing"].severity, *words, (place,), "row missing", "unknown", 0.8)
