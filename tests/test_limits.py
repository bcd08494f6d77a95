"""Hostile and unreadable files: each gives one named error, at once, and no bytes give anything but a source or a ReadError."""

import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from gallery.build import W, container
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao import errors
from nianbao.errors import ReadError
from nianbao.read import limits, read, read_bytes
from nianbao.records import Source

GALLERY = Path(__file__).parent / "gallery"


def word(body: bytes | str) -> bytes:
    body = body if isinstance(body, str) else body.decode()
    return container({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


def pdf_of(content: bytes, pages: int = 1, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF whose pages all show one content stream."""
    packed = zlib.compress(content, 9)
    kids = b" ".join(b"%d 0 R" % (4 + i) for i in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>" % (kids, pages),
        b"<</Length %d/Filter%s>>\nstream\n%s\nendstream" % (len(packed), filters, packed),
        *[b"<</Type/Page/Parent 2 0 R/Contents 3 0 R>>"] * pages,
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (i, one) for i, one in enumerate(objects, 1))
    return body + b"trailer<</Size %d/Root 1 0 R>>\n%%%%EOF" % (len(objects) + 1)


TWICE = b"[/FlateDecode /FlateDecode]"
HOSTILE = [
    ("too many characters", lambda: b"a" * (limits.MOST_CHARACTERS + 1), "TooLargeError", "split the file"),
    ("too many bytes", lambda: b"a" * (limits.MOST_BYTES + 1), "TooLargeError", "split the file"),
    ("too many bytes of a page", lambda: b"<html>" + b" " * limits.MOST_BYTES, "TooLargeError", "split the file"),
    ("zip bomb", lambda: container({"word/document.xml": b" " * (limits.MOST_UNPACKED + 1)}), "TooLargeError", "unpacks to more than"),
    ("pdf bomb", lambda: pdf_of(b"q\n" * 23_000_000), "CrashedError", "bytes of memory"),
    ("pdf bomb in a bomb", lambda: pdf_of(zlib.compress(b"q\n" * 23_000_000), filters=TWICE), "CrashedError", "bytes of memory"),
    ("deep page", lambda: b"<html><body>" + b"<div>" * 1_000_000, "TooDeepError", "nested deeper"),
    ("deep tables", lambda: b"<html><body>" + b"<table><tr><td>" * 100_000, "TooDeepError", "nested deeper"),
    ("deep document", lambda: word("<w:p>" * 5_000 + "</w:p>" * 5_000), "TooDeepError", "nested deeper"),
    ("entities", lambda: container({"word/document.xml": _laughs()}), "BrokenFileError|NoTextError", "Word file"),
    (
        "pdf of too many characters",
        lambda: pdf_of(b"BT /F1 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 21_000 + b"ET"),
        "TooLargeError",
        "split the file",
    ),
    ("too many pages", lambda: pdf_of(b"", limits.MOST_PAGES + 1), "TooManyPagesError", "split the file"),
    ("scanned pdf", lambda: pdf_of(b"0 0 9 9 re f"), "NoTextError", "text recognition"),
    ("page made by scripts", lambda: b"<!DOCTYPE html><html><script>show()</script></html>", "NoTextError", "from a browser"),
    ("word file of pictures", lambda: word("<w:p><w:r/></w:p>"), "NoTextError", "text recognition"),
    ("legacy word", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "UnsupportedError", "save it as DOCX"),
    ("rich text", lambda: b"{\\rtf1\\ansi}", "UnsupportedError", "save it as DOCX"),
    ("picture", lambda: b"\x89PNG\r\n\x1a\n", "UnsupportedError", "text recognition"),
    ("excel", lambda: container({"xl/workbook.xml": b""}), "UnsupportedError", "an Excel file"),
    ("archive", lambda: container({"a.txt": b""}), "UnsupportedError", "a ZIP archive"),
    ("empty", lambda: b"", "NoTextError", "an empty file"),
    ("blanks", lambda: b"\xef\xbb\xbf \n\xe3\x80\x80\r\n", "NoTextError", "a file of blanks"),
    ("xml", lambda: b"<?xml version='1.0'?><rss/>", "UnsupportedError", "an XML file"),
    ("binary", lambda: b"\x00\x01\x02" * 100, "UnsupportedError", "a binary file"),
    ("noise", lambda: bytes(range(128, 256)) * 7 + b"\xff\xfe\xfa", "UnsupportedError", "not text in"),
    ("pdf cut short", lambda: b"%PDF-1.7 truncated", "BrokenFileError", "a damaged PDF"),
    ("docx cut short", lambda: (GALLERY / "report.docx").read_bytes()[:900], "BrokenFileError", "damaged or encrypted"),
    ("docx with a hole", lambda: _with_hole((GALLERY / "report.docx").read_bytes()), "BrokenFileError", "damaged or encrypted"),
    ("docx with broken xml", lambda: container({"word/document.xml": b"<w:document"}), "BrokenFileError", "a damaged Word file"),
]


def _with_hole(data: bytes) -> bytes:
    """A container whose packed parts are noise in the middle."""
    return data[:200] + bytes(range(256)) + data[456:]


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    text = f"<w:document {W}><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
    return f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{entities}]>{text}'.encode()


@pytest.mark.parametrize(("name", "data", "error", "reason"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_hostile(tmp_path: Path, name: str, data, error: str, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data())
    begin = time.process_time()  # of a PDF the time is limited by the reader itself, which would raise another error
    with pytest.raises(tuple(getattr(errors, one) for one in error.split("|")), match=reason) as caught:
        read(path)
    assert "\n" not in str(caught.value)
    assert time.process_time() - begin < 20


MANY = 100_000
PATIENT = [
    ("comments before no page", b"<!---->" * 99 + b"x"),
    ("line ends", b"<p>a" + b"\n" * MANY + b"a"),
    ("lines of a cell", b"<table><tr><td>a<td>" + b"<br>a" * MANY),
    ("brackets", b"# a\n" + b"[" * MANY),
    ("pictures", b"# a\n" + b"![" * MANY),
    ("links", b"# a\n" + b"[a](/(" * MANY),
    ("emphasis", b"# a\n" + b"**a " * MANY),
    ("marks of a heading", b"# " + b" #" * MANY + b"x"),
    ("blanks before a rule", b"# a\na|b\n" + b" " * MANY + b"-|x"),
    ("blanks behind a rule", b"---|" + b" " * MANY + b"x"),
]


@pytest.mark.parametrize(("name", "data"), PATIENT, ids=[case[0] for case in PATIENT])
def test_no_repetition_takes_time_in_its_square(name: str, data: bytes) -> None:
    begin = time.process_time()
    assert read_bytes(data, name).text
    assert time.process_time() - begin < 5


def test_a_file_larger_than_any_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BINARY_BYTES", 10)
    (tmp_path / "large.pdf").write_bytes(b"%PDF-1.4 and more")
    with pytest.raises(errors.TooLargeError):
        read(tmp_path / "large.pdf")


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", -1.0)
    with pytest.raises(errors.TooSlowError, match="takes longer"):
        read(GALLERY / "report.pdf")


def test_a_locked_pdf_says_so() -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(file := BytesIO(), encrypt="password")
    canvas.drawString(100, 700, "2022")
    canvas.save()
    with pytest.raises(errors.UnsupportedError, match="locked by a password"):
        read_bytes(file.getvalue(), "locked.pdf")


def test_a_table_that_is_too_wide_is_lines() -> None:
    row = "<tr>" + "<td colspan=900>1</td>" * 3 + "</tr>"
    source = read_bytes(f"<html><table>{row * 2}</table>".encode(), "wide.html")
    assert source.text == "1 | 1 | 1\n1 | 1 | 1"
    assert source.grids == ()


STARTS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<html>",
    b"<!DOCTYPE html><table><tr><td>",
    b"<?xml ",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"# ",
    b"|a|b|\n|---|---|\n",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes_give_a_source_or_a_read_error(start: bytes, rest: bytes) -> None:
    assert isinstance(outcome(start + rest), Source | ReadError)


MARKUP = [
    "<table>",
    "<tr>",
    "<td rowspan=0>",
    "<td colspan=3>",
    "</td>",
    "</table>",
    "<p>",
    "</div>",
    "<br>",
    "|",
    "---",
    "\n",
    "# ",
    "\\|",
    "&#0;",
    "年报",
    "<!--",
    "\x0b",
    "\u3000",
    "\u200b",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["<html>", "# \n", "|a|\n|---|\n", ""]), st.lists(st.sampled_from(MARKUP)))
def test_any_markup_gives_grids_in_place(start: str, pieces: list[str]) -> None:
    source = outcome((start + "".join(pieces)).encode())
    for grid in source.grids if isinstance(source, Source) else ():
        assert len(grid.texts(source.text)) == grid.rows
        assert all(grid.start <= cell.start <= cell.end <= grid.end <= len(source.text) for cell in grid.cells)


@pytest.mark.parametrize("name", ["report.docx", "report.pdf"])
@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1), junk=st.binary(max_size=20))
def test_damaged_files_give_a_source_or_a_read_error(name: str, at: float, junk: bytes) -> None:
    data = (GALLERY / name).read_bytes()
    place = int(at * len(data))
    assert isinstance(outcome(data[:place] + junk + data[place + len(junk) :]), Source | ReadError)


def outcome(data: bytes) -> Source | ReadError:
    try:
        return read_bytes(data, "any")
    except ReadError as error:
        return error
