"""Bytes to text: what kind of file it is, in which encoding, and one clear reason where it cannot be read."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from charset_normalizer import from_bytes

from nianbao.errors import ReadError
from nianbao.records import Source

#: Longest text that is read: the longest reports of provinces have some 60,000 characters.
MOST_CHARACTERS = 1_000_000
MOST_BYTES = 8 * MOST_CHARACTERS
#: Encodings in which Chinese reports come when they are not UTF-8 (Big5 and others come with the issue on formats).
ENCODINGS = ["gb18030", "utf_16", "utf_8"]
#: First bytes of files that are not text, with what to do about them.
BINARY = {
    b"%PDF": "a PDF file; save its text first (for example with pdftotext)",
    b"PK\x03\x04": "a ZIP container such as DOCX; save it as plain text first",
    b"\xd0\xcf\x11\xe0": "a legacy Office file (.doc); save it as plain text first",
    b"\x89PNG": "an image; run text recognition on it first",
    b"\xff\xd8\xff": "an image; run text recognition on it first",
}
STDIN = "-"


def find(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that paths, directories (all files below, sorted) and glob patterns name; ``-`` is standard input."""
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            yield from sorted(str(file) for file in Path(path).rglob("*") if not file.is_dir() and not file.name.startswith("."))
        elif has_magic(path) and not Path(path).exists():
            yield from sorted(glob(path, recursive=True)) or [path]  # noqa: PTH207  (a pattern may begin with / or ~ or hold no folder)
        else:
            yield path


def read(path: str | Path) -> Source:
    """Return the source of one file, or of standard input for ``-``; raise :class:`ReadError` where it cannot become text."""
    data = _bytes(str(path))
    text, encoding = decode(data, str(path))
    if len(text) > MOST_CHARACTERS:
        raise ReadError(path, f"{len(text):,} characters are more than the {MOST_CHARACTERS:,} that one report can have; split the file")
    return Source(str(path), text, "text", encoding, hashlib.sha256(data).hexdigest())


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return text and encoding; a byte order mark of UTF-8 stays as the first, invisible character so that offsets hold."""
    for start, reason in BINARY.items():
        if data.startswith(start):
            raise ReadError(path, reason)
    try:
        return _checked(data.decode("utf-8"), path), "utf-8"
    except UnicodeDecodeError:
        return _detected(data, path)


def _detected(data: bytes, path: str) -> tuple[str, str]:
    """Return text and encoding as found by charset-normalizer."""
    best = from_bytes(data, cp_isolation=ENCODINGS).best()
    if best is None:
        raise ReadError(path, "not text in UTF-8, UTF-16 or GB18030; convert it to UTF-8 first")
    return _checked(data.decode(best.encoding), path), best.encoding


def _checked(text: str, path: str) -> str:
    """Refuse what decodes but is no text."""
    if "\0" in text:
        raise ReadError(path, "a binary file (it holds NUL bytes)")
    if text[:1000].lstrip("\ufeff \r\n\t").lower().startswith(("<!doctype html", "<html", "<?xml")):
        raise ReadError(path, "an HTML page; save its text first")
    return text


def _bytes(path: str) -> bytes:
    """Return the bytes of a file; every failure of the system becomes a reason."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        if Path(path).stat().st_size > MOST_BYTES:
            raise ReadError(path, f"larger than {MOST_BYTES:,} bytes; split the file")
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(path, (error.strerror or str(error)).lower()) from error
