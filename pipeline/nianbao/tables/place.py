"""The rows of one table to cells: what separators do not tell of a row, the sums of all rows together may."""

import re
from collections.abc import Mapping, Sequence

from nianbao import forms
from nianbao.tables.align import Cells, align, is_run
from nianbao.tables.combine import Equation, Run, combine
from nianbao.tables.layout import layout_of
from nianbao.tables.split import agreed, readings
from nianbao.tables.zones import Zone

Blocks = Mapping[str, tuple[int, ...]]
Given = Mapping[str, Cells]
_NOTHING: Given = {}

#: J1 and J2.
COLUMN_SUMS = 2

_RUN = re.compile(rf"({forms.RUN})(?:{forms.UNITS})?")


def place(zones: Mapping[str, Zone], blocks: Blocks, sums: Sequence[Equation] = (), given: Given = _NOTHING) -> dict[str, Cells]:
    """Return the cells of each row of a table; ``blocks`` are the columns of a row, each block of several ending with their sum.

    ``given`` are the cells of the rows of which a grid tells them.
    """
    layout = layout_of([(zone, sum(blocks[key])) for key, zone in zones.items()])
    cells = {key: given.get(key) or align(zone, blocks[key], layout) for key, zone in zones.items()}
    parted = any(len(one) > 1 and one[0][1] != "undecided" for one in cells.values())
    glued = {key: run for key, one in cells.items() if (run := _glued(zones[key], one)) and (max(blocks[key]) > 1 or not parted)}
    for key, possible in _combined(glued, _told(zones, cells), blocks, sums).items():
        places = agreed(cells[key][0][0][0], glued[key], possible, sum(blocks[key]))
        (start, _), status = places[-1]
        cells[key] = [*places[:-1], ((start, cells[key][-1][0][1]), status)]
    return cells


def proves(zones: Mapping[str, Zone], cells: Mapping[str, Cells], sums: Sequence[Equation]) -> bool:
    """Tell whether all sums of a table of requests hold, those of its rows and both of its columns."""
    told = _told(zones, cells)
    if told.keys() != cells.keys() or len(sums) < COLUMN_SUMS:
        return False
    columns = (sum(sign * told[row][i] for row, sign in equation.items()) for equation in sums for i in range(len(forms.APPLICANTS)))
    return not any(columns) and all(row[-1] == sum(row[:-1]) for row in told.values())


def _glued(zone: Zone, cells: Cells) -> str:
    """Return the digits of a row that is printed as one run and has several cells; else ""."""
    (start, end), status = cells[0]
    run = _RUN.fullmatch(zone.text, start, end)
    return run[1] if run and status == "undecided" and len({place for place, _ in cells}) == 1 and is_run(zone, start, end) else ""


def _told(zones: Mapping[str, Zone], cells: Mapping[str, Cells]) -> dict[str, list[int]]:
    """Return the figures of the rows that are read: an empty cell counts as 0, an empty total as the sum of the others."""
    told = {}
    for key, one in cells.items():
        raw = [re.sub(r"[^\d.]", "", zones[key].text[slice(*place)]) for place, _ in one]
        if not any(status in ("undecided", "missing") for _, status in one) and "." not in "".join(raw):
            values = [int(figure or 0) for figure in raw]
            told[key] = values if raw[-1] else [*values[:-1], sum(values[:-1])]
    return told


def _combined(
    glued: Mapping[str, str], told: Mapping[str, list[int]], blocks: Blocks, sums: Sequence[Equation]
) -> dict[str, list[tuple[str, ...]]]:
    """Return what remains possible of each run by its own sums and by those of the columns whose rows are all known in some way."""
    runs: dict[str, Run] = {key: (run, readings(run, blocks[key])) for key, run in glued.items()}
    usable = [equation for equation in sums if equation.keys() <= runs.keys() | told.keys()]
    tied = {row for equation in usable for row in equation}
    joint = combine({key: run for key, run in runs.items() if key in tied}, {key: told[key] for key in tied & told.keys()}, usable)
    return {key: joint.get(key, possible) for key, (_, possible) in runs.items()}
