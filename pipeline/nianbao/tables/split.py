"""Runs of glued digits cut into figures: all readings that the form allows, and what they agree on."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from nianbao.tables.align import Cells

LONGEST_FIGURE = 7
#: A longer run is no row of a form, and has too many readings to try.
LONGEST_RUN = 45
#: With more readings than this nothing is decided.
MOST_READINGS = 3000

#: What a cell without a sum can hold: a signed figure, or a dash; only zero begins with 0.
_FIGURE = re.compile(r"[+\-−]?(?:0|[1-9]\d*)(?:\.\d+)?|[\-—/]")

Reading = tuple[str, ...]


def readings(run: str, blocks: tuple[int, ...]) -> list[Reading]:
    """Return the ways to cut a run into the columns of a row, whose ``blocks`` of several end with their sum; [] if there are too many.

    A block of one column has no sum. ``readings("640020470", (7,))`` is only 64 0 0 2 0 4 70.
    """
    if not sum(blocks) <= len(run) <= LONGEST_RUN or (max(blocks) > 1 and not run.isdecimal()):
        return []
    found = list(islice(_readings(run, blocks), MOST_READINGS + 1))
    return found if len(found) <= MOST_READINGS else []


def agreed(start: int, run: str, found: Sequence[Reading], count: int) -> Cells:
    """Return the cells on which all readings of a run at ``start`` agree; the others are undecided and have the stretch that holds them."""
    cuts = [set(column) for column in zip(*([0, *accumulate(map(len, one))] for one in found), strict=True)]
    sure = [0, *(min(cut) if len(cut) == 1 else -1 for cut in cuts[1:-1]), len(run)] if cuts else [0, *[-1] * (count - 1), len(run)]
    cells: Cells = []
    for i in range(count):
        first = max(at for at in sure[: i + 1])
        last = next(at for at in sure[i + 1 :] if at >= 0)
        cells.append(((start + first, start + last), "split" if sure[i] >= 0 and sure[i + 1] >= 0 else "undecided"))
    return cells


def _readings(run: str, blocks: tuple[int, ...]) -> Iterator[Reading]:
    """Yield the ways to cut all of a run into blocks."""
    if not blocks:
        yield from [()] if not run else []
    elif len(run) >= sum(blocks):
        for block in _summed(run, blocks[0], 0) if blocks[0] > 1 else ((figure,) for figure in _any_figure(run)):
            for rest in _readings(run[len("".join(block)) :], blocks[1:]):
                yield (*block, *rest)


def _summed(digits: str, width: int, total: int) -> Iterator[Reading]:
    """Yield the figures at the head of ``digits`` that add up with ``total`` to the last of them."""
    if width == 1:
        yield from [(str(total),)] if digits.startswith(str(total)) else []
    elif len(str(total)) <= len(digits) - width + 1:
        for figure in _figures(digits):
            for rest in _summed(digits[len(figure) :], width - 1, total + int(figure)):
                yield (figure, *rest)


def _figures(digits: str) -> Iterator[str]:
    """Yield the counts that digits can begin with; only zero begins with 0."""
    longest = 1 if digits.startswith("0") else LONGEST_FIGURE
    yield from (digits[:end] for end in range(1, min(longest, len(digits)) + 1))


def _any_figure(run: str) -> Iterator[str]:
    """Yield the figures, signed or with a fraction, and the dashes that a run can begin with."""
    yield from (run[:end] for end in range(1, len(run) + 1) if _FIGURE.fullmatch(run, 0, end))
