"""How a table parts its cells, which shows in some of its rows and holds for all."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from nianbao.tables.zones import Span, Zone, is_cell, is_empty, pieces

#: So many rows must have their empty cells where rows without doubt have them, and none on the other side, to show the side.
LEAST_ALIKE = 3

_SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Layout:
    """The separators of a table: ``side`` tells where its cells stand among more slots ("left", "right", or "" where it does not show).

    With ``narrow`` single blanks part the cells, two side by side holding an empty one; with ``closed`` a bar ends each row.
    """

    side: str = ""
    narrow: bool = False
    closed: bool = False


def layout_of(rows: Collection[tuple[Zone, int]]) -> Layout:
    """Return the layout of the rows of a table, each with its number of columns."""
    barred = (_slots(zone, False) for zone, _ in rows if "|" in zone.text[zone.start : zone.end])
    closed = all(is_empty(slots[-1]) for slots in barred if slots)
    wide = [(zone, count) for zone, count in rows if count > 1]
    narrow = any(_is_narrow(*row) for row in wide) or all(len(_slots(zone, True)) == count for zone, count in wide)
    return Layout(_side(rows, Layout("", narrow, closed)), narrow, closed)


def window(zone: Zone, count: int, layout: Layout) -> list[Span]:
    """Return the slots that are the columns; none where both sides are possible and give other cells."""
    slots = slots_of(zone, count, layout)
    windows = {side: _fitting(zone, slots, count, side) for side in _SIDES}
    if not layout.side and windows["right"] and windows["left"] and not all(map(is_empty, slots)):
        return windows["left"] if windows["left"] == windows["right"] else []
    return windows[layout.side or "left"]


def slots_of(zone: Zone, count: int, layout: Layout) -> list[Span]:
    """Return what stands between the separators of a row of ``count`` columns, but not behind the bar that ends it."""
    slots = _slots(zone, layout.narrow)
    return slots[:-1] if layout.closed and len(slots) > count and is_empty(slots[-1]) else slots


def _side(rows: Collection[tuple[Zone, int]], layout: Layout) -> str:
    """Return the side on which the cells stand: figures beyond the columns show it, or more rows that add up or look like others."""
    slots = [(zone, slots_of(zone, count, layout), count) for zone, count in rows]
    doubtful = [row for row in slots if len(row[1]) > row[2]]
    if any(not is_empty(one[-1]) and _fitting(zone, one, count, "right") for zone, one, count in doubtful):
        return "right"
    if any(not is_empty(one[0]) for _, one, _ in doubtful):
        return "left"
    known = {_pattern(one) for _, one, count in slots if len(one) == count}
    windows = {side: [(zone, _fitting(zone, one, count, side)) for zone, one, count in doubtful] for side in _SIDES}
    sums = {side: sum(_adds_up(*row) for row in windows[side]) for side in _SIDES}
    alike = {side: sum(_pattern(spans) in known for _, spans in windows[side]) for side in _SIDES}
    votes = sums if sums["left"] != sums["right"] else alike
    decided = votes is sums or (min(alike.values()) == 0 and max(alike.values()) >= LEAST_ALIKE)
    return max(_SIDES, key=lambda side: votes[side]) if decided else ""


def _is_narrow(zone: Zone, count: int) -> bool:
    """Tell whether a row shows that single blanks part the cells."""
    return bool(_fitting(zone, _slots(zone, False), count, "left")) and "|" not in zone.text[zone.start : zone.end]


def _fitting(zone: Zone, slots: list[Span], count: int, side: str) -> list[Span]:
    """Return the slots of a row on one side, if they are cells and all others empty."""
    chosen, outside = (slots[-count:], slots[:-count]) if side == "right" else (slots[:count], slots[count:])
    fits = len(chosen) == count and all(is_cell(zone.text, slot) for slot in chosen)
    return chosen if fits and all(map(is_empty, outside)) else []


def _slots(zone: Zone, narrow: bool) -> list[Span]:
    """Return what stands between the separators after a label, in its line if its cells are there."""
    text, start, end = zone.text, zone.start, zone.end
    line = text.find("\n", start, end)
    if line > 0 and (text.count("|", start, line) > 1 or not Zone(text, line, end).tokens()):
        end = line
    # Tabs are blanks in a normalised text: two blanks side by side hold an empty cell where others are divided by one.
    sign = "|" if "|" in text[start:end] else " "
    if sign == " " and not narrow and not re.search(r"\S \S", text[start - 1 : end]):
        return []
    slots = pieces(text, start, end, sign)
    return slots[1:] if zone.labelled and is_empty(slots[0]) else slots


def _pattern(spans: list[Span]) -> tuple[bool, ...]:
    """Return which cells of a row are empty."""
    return tuple(map(is_empty, spans))


def _adds_up(zone: Zone, spans: list[Span]) -> bool:
    """Tell whether the last of several cells is the sum of the others, and not 0."""
    *parts, total = (int(re.sub(r"\D", "", zone.text[slice(*span)]) or 0) for span in spans or [(0, 0)])
    return len(parts) > 1 and total == sum(parts) > 0
