"""Repair lost characters in mentions: one model for dates and document numbers (``readings``), and notes on what is beyond repair."""

from nianbao.repair.dates import read_date
from nianbao.repair.document_numbers import in_usual_form, read_document_number
from nianbao.repair.evidence import evidence_for, number_years, report_year, roles
from nianbao.repair.notes import notes
from nianbao.repair.readings import Choice, Evidence

__all__ = [
    "Choice",
    "Evidence",
    "evidence_for",
    "in_usual_form",
    "notes",
    "number_years",
    "read_date",
    "read_document_number",
    "report_year",
    "roles",
]
