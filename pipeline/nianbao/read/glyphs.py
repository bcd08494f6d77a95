"""The characters of a PDF page with their boxes, and the lines that they form."""

from collections.abc import Iterable, Iterator
from ctypes import byref, c_float

import pypdfium2 as pdfium
from pypdfium2 import raw

from nianbao.read.content import CHINESE, join
from nianbao.read.items import Box, Glyph, Line, line_of
from nianbao.read.limits import MOST_OBJECTS, check_characters

#: A gap that is a blank, in heights of the characters: between Latin ones, and where a Chinese one stands beside it, which
#: justified lines push apart by up to half a character.
LATIN_GAP, CHINESE_GAP = 0.25, 0.7
#: A gap that may divide columns, in heights: between them punctuation may hang out of the line.
WIDE_GAP = 0.75
#: What pdfium gives for a hyphen at the end of a line.
LINE_HYPHEN = "\x02"


def turn(box: Box, rotation: int) -> Box:
    """Return left, bottom, right, top as seen on a page that is shown turned clockwise by 0, 90, 180 or 270 degrees."""
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    return (-top, left, -bottom, right) if rotation == 270 else box


def glyphs_of(page: pdfium.PdfPage, path: str) -> Iterator[Glyph]:
    """Yield the visible characters of a page in the order in which they were written; ``path`` is for the error if they are too many."""
    _widen(page)
    text_page, rotation, rectangle = page.get_textpage(), page.get_rotation(), raw.FS_RECTF()
    try:
        count = raw.FPDFText_CountChars(text_page)
        check_characters(count, path)
        for i in range(count):
            code = raw.FPDFText_GetUnicode(text_page, i)
            character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            if character.isspace() or code in (0xFFFE, 0xFFFF) or not raw.FPDFText_GetLooseCharBox(text_page, i, byref(rectangle)):
                continue
            box = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            yield Glyph("-" if character == LINE_HYPHEN else character, *(turn(box, rotation) if rotation else box))
    finally:
        text_page.close()


def _widen(page: pdfium.PdfPage) -> None:
    """Give a width to texts that have none: pdfium leaves them out of its text.

    Where a font is neither in the file nor on the machine, as Song often is not, a character has no outline and a text of a single
    character no width; drawn as a stroke, it has that of the pen.
    """
    left, bottom, right, top = (c_float() for _ in range(4))
    for i in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        text = raw.FPDFPage_GetObject(page, i)
        if raw.FPDFPageObj_GetType(text) == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFPageObj_GetBounds(text, byref(left), byref(bottom), byref(right), byref(top))
            if right.value - left.value < 0.01:
                raw.FPDFTextObj_SetTextRenderMode(text, raw.FPDF_TEXTRENDERMODE_STROKE)
                raw.FPDFPageObj_SetStrokeWidth(text, 1.0)
                raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 0, 0)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines that characters form, from top to bottom: what overlaps by half its height stands on one line."""
    lines: list[list[Glyph]] = []
    middle = half = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: -(glyph.top + glyph.bottom)):
        height = glyph.top - glyph.bottom
        if not lines or middle - (glyph.top + glyph.bottom) / 2 > max(half, height / 2):
            lines.append([])
            middle, half = (glyph.top + glyph.bottom) / 2, height / 2
        lines[-1].append(glyph)
    return [_line(sorted(line, key=lambda glyph: glyph.left)) for line in lines]


def text_of(glyphs: Iterable[Glyph]) -> str:
    """Return the text of a cell, its lines joined."""
    return join(*(line.text for line in lines_of(glyphs)))


def _line(glyphs: list[Glyph]) -> Line:
    """Return a line, divided at wide gaps; a character printed twice for boldness counts once."""
    pieces: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        last = pieces[-1][-1] if pieces[-1] else glyph
        size = glyph.top - glyph.bottom
        if last is not glyph and glyph.text == last.text and glyph.left - last.left < 0.2 * size:
            continue
        if glyph.left - last.right > WIDE_GAP * size:
            pieces.append([])
        pieces[-1].append(glyph)
    return line_of([_piece(piece) for piece in pieces])


def _piece(glyphs: list[Glyph]) -> Line:
    """Return characters as a line with blanks where there are gaps."""
    texts: list[str] = []
    last = glyphs[0]
    for glyph in glyphs:
        gap = CHINESE_GAP if _is_chinese(last.text) or _is_chinese(glyph.text) else LATIN_GAP
        texts += [" ", glyph.text] if glyph.left - last.right > gap * (glyph.top - glyph.bottom) else [glyph.text]
        last = glyph
    right, bottom, top = max(g.right for g in glyphs), min(g.bottom for g in glyphs), max(g.top for g in glyphs)
    return Line("".join(texts), glyphs[0].left, bottom, right, top)


def _is_chinese(character: str) -> bool:
    return character > "\u2e7f" or CHINESE.match(character) is not None
