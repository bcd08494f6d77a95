"""The ruled tables of a PDF page: lines drawn on it, the cells between them, merged cells as their missing borders show."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from nianbao.read.content import Slot
from nianbao.read.glyphs import text_of, turn
from nianbao.read.items import Box, Cells, Glyph, PageTable
from nianbao.read.limits import MOST_OBJECTS

#: Rules within this distance, in points, are one; what is thinner is a rule, what is shorter is an ornament.
NEAR, SHORTEST = 3.0, 5.0
#: A page with more strokes than this, or with more rules of one direction, is a drawing.
MOST_STROKES, MOST_RULES = 20_000, 300
#: A stroke: the coordinate across it, its begin and its end.
Stroke = tuple[float, float, float]


def ruled_tables(page: pdfium.PdfPage, glyphs: list[Glyph]) -> tuple[list[PageTable], list[Glyph]]:
    """Return the tables of a page, and the characters that stand in none of them."""
    flat, upright = map(_merge, _strokes(page))
    tables = []
    for across, down in _frames(flat, upright) if max(len(flat), len(upright)) <= MOST_RULES else ():
        xs, ys = _coordinates(down), _coordinates(across)[::-1]
        inside = [glyph for glyph in glyphs if _is_inside(glyph, xs, ys)]
        if len(xs) < 3 or len(ys) < 2 or not inside:
            continue
        taken = set(map(id, inside))
        glyphs = [glyph for glyph in glyphs if id(glyph) not in taken]
        tables.append(PageTable(tuple(xs), ys[0], len(ys) - 1, _cells(xs, ys, across, down, inside)))
    return tables, glyphs


def _strokes(page: pdfium.PdfPage) -> tuple[list[Stroke], list[Stroke]]:
    """Return the level and the upright strokes of a page."""
    flat: list[Stroke] = []
    upright: list[Stroke] = []
    rotation = page.get_rotation()
    for left, bottom, right, top in (turn(box, rotation) for box in _thin_boxes(page)):
        if right - left >= SHORTEST and top - bottom < NEAR:
            flat.append(((top + bottom) / 2, left, right))
        elif top - bottom >= SHORTEST and right - left < NEAR:
            upright.append(((left + right) / 2, bottom, top))
        if len(flat) + len(upright) > MOST_STROKES:
            return [], []
    return flat, upright


def _thin_boxes(page: pdfium.PdfPage) -> Iterator[Box]:
    """Yield the box of each straight stroke, and of each filled shape, which is a rule if it is thin."""
    fill, stroke = c_int(), c_int()
    for i in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page, i)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH or not _is_visible(shape):
            continue
        raw.FPDFPath_GetDrawMode(shape, byref(fill), byref(stroke))
        for points in _paths(shape):
            if stroke.value:
                yield from (_box(pair) for pair in pairwise(points))
            elif fill.value and len(points) > 1:
                yield _box(points)


def _is_visible(shape: object) -> bool:
    """Tell whether a shape is darker than the paper: some programs draw white rules to hide what is below."""
    red, green, blue, alpha = (c_uint() for _ in range(4))
    known = raw.FPDFPageObj_GetStrokeColor(shape, byref(red), byref(green), byref(blue), byref(alpha))
    white = known and min(red.value, green.value, blue.value) > 250
    if white and raw.FPDFPageObj_GetFillColor(shape, byref(red), byref(green), byref(blue), byref(alpha)):
        white = min(red.value, green.value, blue.value) > 250
    return not white


def _paths(shape: object) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each path of a shape on the page, the first repeated at the end of a closed one."""
    matrix, x, y = raw.FS_MATRIX(), c_float(), c_float()
    raw.FPDFPageObj_GetMatrix(shape, byref(matrix))
    points: list[tuple[float, float]] = []
    for i in range(min(raw.FPDFPath_CountSegments(shape), MOST_STROKES)):
        segment = raw.FPDFPath_GetPathSegment(shape, i)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        points.append((matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points


def _box(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _merge(strokes: list[Stroke]) -> list[Stroke]:
    """Return the strokes with those that lie on one line and touch made one."""
    merged: list[Stroke] = []
    level = -1e9
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if stroke[0] - level > NEAR:
            groups.append([])
            level = stroke[0]
        groups[-1].append(stroke)
    for group in groups:
        place = sum(stroke[0] for stroke in group) / len(group)
        spans = sorted((stroke[1], stroke[2]) for stroke in group)
        begin, end = spans[0]
        for start, stop in spans[1:]:
            if start > end + NEAR:
                merged.append((place, begin, end))
                begin, end = start, stop
            end = max(end, stop)
        merged.append((place, begin, end))
    return merged


def _frames(flat: list[Stroke], upright: list[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield the groups of strokes that cross or touch one another, from the top of the page down."""
    groups: list[tuple[list[Stroke], list[Stroke]]] = []
    for stroke in upright:
        crossed = [line for line in flat if _touch(line, stroke)]
        touched = [group for group in groups if any(line in group[0] for line in crossed)]
        rest = [group for group in groups if group not in touched]
        across = list(dict.fromkeys([line for group in touched for line in group[0]] + crossed))
        groups = [*rest, (across, [stroke, *(line for group in touched for line in group[1])])]
    yield from sorted((group for group in groups if len(group[0]) > 1), key=lambda group: -max(line[0] for line in group[0]))


def _touch(line: Stroke, stroke: Stroke) -> bool:
    return line[1] - NEAR <= stroke[0] <= line[2] + NEAR and stroke[1] - NEAR <= line[0] <= stroke[2] + NEAR


def _coordinates(strokes: list[Stroke]) -> list[float]:
    """Return the places of strokes, rising, one for those that are near."""
    places: list[float] = []
    for place in sorted(stroke[0] for stroke in strokes):
        places += [place] if not places or place - places[-1] > NEAR else []
    return places


def _is_inside(glyph: Glyph, xs: list[float], ys: list[float]) -> bool:
    return xs[0] < (glyph.left + glyph.right) / 2 < xs[-1] and ys[-1] < (glyph.bottom + glyph.top) / 2 < ys[0]


def _cells(xs: list[float], ys: list[float], across: list[Stroke], down: list[Stroke], glyphs: list[Glyph]) -> Cells:
    """Return the cells: one reaches right, and down, until a rule stops it."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in owner:
                continue
            height, width = _extent(row, column, (xs, ys, across, down), owner)
            sizes[row, column] = height, width
            owner |= {(r, c): (row, column) for r in range(row, row + height) for c in range(column, column + width)}
    texts: dict[tuple[int, int], list[Glyph]] = {}
    falling = [-y for y in ys]
    for glyph in glyphs:
        place = bisect_right(falling, -(glyph.bottom + glyph.top) / 2) - 1, bisect_right(xs, (glyph.left + glyph.right) / 2) - 1
        texts.setdefault(owner[place], []).append(glyph)
    return {at: Slot(text_of(texts.get(at, [])).replace("|", "｜"), *size) for at, size in sizes.items()}


def _extent(
    row: int, column: int, frame: tuple[list[float], list[float], list[Stroke], list[Stroke]], owner: dict[tuple[int, int], tuple[int, int]]
) -> tuple[int, int]:
    """Return how many rows and columns the cell at a place spans."""
    xs, ys, across, down = frame
    height = width = 1
    middle = (ys[row] + ys[row + 1]) / 2
    while column + width < len(xs) - 1 and (row, column + width) not in owner and not _has_rule(down, xs[column + width], middle):
        width += 1
    centre = (xs[column] + xs[column + 1]) / 2
    while row + height < len(ys) - 1 and not _has_rule(across, ys[row + height], centre):
        height += 1
    return height, width


def _has_rule(strokes: list[Stroke], place: float, at: float) -> bool:
    """Tell whether a stroke at ``place`` passes ``at``."""
    return any(abs(stroke[0] - place) <= NEAR and stroke[1] - NEAR <= at <= stroke[2] + NEAR for stroke in strokes)
