"""PDF files with a text layer: what stands on the pages in reading order, ruled tables as grids.

By pypdfium2 (BSD-3/Apache-2.0): 350,000 characters a second with the box of each, on the same file pypdf 90,000 without boxes and
pdfplumber 29,000; pdfium reads what Chrome reads, and its CJK maps are built in. It is not safe in several threads of one process.
"""

import pypdfium2 as pdfium
from pypdfium2 import raw

from nianbao.errors import BrokenFileError, NoTextError, TooManyPagesError, UnsupportedError
from nianbao.read.content import Content
from nianbao.read.glyphs import glyphs_of, lines_of
from nianbao.read.items import Item
from nianbao.read.limits import MOST_PAGES, check_characters
from nianbao.read.paragraphs import flow
from nianbao.read.rules import ruled_tables

_TITLES_OF_PROGRAMS = ("Microsoft Word", "untitled", "无标题", "(anonymous)", "PowerPoint")


def read_pdf(data: bytes, path: str) -> Content:
    """Return the lines and tables of a PDF; raise the :class:`ReadError` that says what is wrong with it."""
    document = _open(data, path)
    try:
        if len(document) > MOST_PAGES:
            raise TooManyPagesError(path, f"a PDF file of {len(document)} pages; no report has more than {MOST_PAGES}, split the file")
        parts, pages = flow(_pages(document, path))
        if not parts:
            raise NoTextError(path, "a PDF file without text (scanned pages?); run text recognition on it first")
        return Content(parts, _stated(document), pages=pages)
    finally:
        document.close()


def _open(data: bytes, path: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise UnsupportedError(path, "a PDF file locked by a password; save it without one first") from error
        raise BrokenFileError(path, "a damaged PDF file; open it in a PDF reader and save it again") from error


def _pages(document: pdfium.PdfDocument, path: str) -> list[list[Item]]:
    """Return the lines and tables of each page from top to bottom, within the limit of length."""
    size = 0
    pages: list[list[Item]] = []
    for number in range(len(document)):
        page = document[number]
        glyphs = list(glyphs_of(page, path))
        size += len(glyphs)
        check_characters(size, path)
        tables, rest = ruled_tables(page, glyphs)
        pages.append(sorted([*tables, *lines_of(rest)], key=lambda item: -item.top))
        page.close()
    return pages


def _stated(document: pdfium.PdfDocument) -> dict[str, str]:
    """Return the title of the file's properties, unless a program made it up; their dates are not those of publication."""
    title = document.get_metadata_value("Title").strip()
    return {} if not title or title.startswith(_TITLES_OF_PROGRAMS) else {"title": title}
