"""Printed cells to values: counts as they stand, money in 元 where the form or the header names another unit."""

import re

from nianbao import forms
from nianbao.quantities import number
from nianbao.records import Cell, Number
from nianbao.tables.align import Placed

_AMOUNT_IN_WAN = re.compile(r"采购总金额[^\d|]{0,8}万元")


def unit_of(header: str, key: str, column: str) -> str:
    """Return the unit of an amount that its cell does not print; "" for counts and for amounts that stay as they are printed."""
    if key == "procurement" and _AMOUNT_IN_WAN.search(re.sub(r"\s", "", header)):
        return "万元"
    return forms.MONEY.get(key, "") if column in ("amount", "value") else ""


def cell_of(text: str, row: str, column: str, placed: Placed, unit: str) -> Cell:
    """Return the cell at its place; ``unit`` is that of a bare figure in a column of money."""
    (start, end), status = placed
    raw = text[start:end]
    own = unit if column in ("amount", "value") else ""
    return Cell(row, column, None if status == "undecided" else _value(raw, own), start, end, raw, status)


def _value(raw: str, unit: str) -> Number | None:
    """Return the number of a cell, money in 元 where ``unit`` names the unit of a bare figure; None for an empty cell."""
    if not any(c.isdecimal() for c in raw):
        return None
    figure = re.sub(r"[^\d.,，]", "", raw)
    value = number(raw if "元" in raw and unit else f"{figure}{unit}")
    if value is None:
        return None
    return -value if re.match(r"[\-−减]", raw) else value
