"""How much a PDF unpacks to, asked before a library opens it: what exhausts the memory inside of pdfium ends the process."""

import re
import zlib

from nianbao.errors import TooLargeError
from nianbao.read.limits import MOST_BINARY_BYTES, MOST_DRAWING

_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78])")
_TWICE = re.compile(rb"FlateDecode[\s/]*FlateDecode")
#: Drawing operators are ASCII; pictures and fonts are not.
_DRAWING = re.compile(rb"[\t\r\n\f\x20-\x7e]{200,}")
PIECE = 65_536


def check_streams(data: bytes, path: str) -> None:
    """Raise :class:`TooLargeError` where a PDF unpacks to too much: drawing operators, or all else (pictures, fonts)."""
    drawing = other = 0
    if _TWICE.search(data):
        raise TooLargeError(path, "a PDF file whose streams are packed twice, as no program writes them; save its text first")
    for match in _STREAM.finditer(data):
        size, is_drawing = _unpacked(data, match.end())
        drawing, other = (drawing + size, other) if is_drawing else (drawing, other + size)
        if drawing > MOST_DRAWING or other > 4 * MOST_BINARY_BYTES:
            raise TooLargeError(path, f"a PDF file that unpacks to more than {MOST_DRAWING:,} bytes of drawing; save its text first")


def _unpacked(data: bytes, at: int) -> tuple[int, bool]:
    """Return how many bytes a stream unpacks to, counted no further than the limits, and whether they are drawing operators."""
    unpack = zlib.decompressobj()
    size, is_drawing = 0, False
    while not unpack.eof and size <= (MOST_DRAWING if is_drawing else 4 * MOST_BINARY_BYTES):
        packed = unpack.unconsumed_tail or data[at : (at := at + PIECE)]
        try:
            piece = unpack.decompress(packed, 16 * PIECE)
        except zlib.error:
            break
        is_drawing = is_drawing or (not size and _DRAWING.match(piece) is not None)
        size += len(piece)
        if not packed:
            break
    return size, is_drawing
