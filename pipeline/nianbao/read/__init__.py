"""Files to text: what kind of file it is, its text with the tables in it, and one clear reason where it cannot be read."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path
from typing import Any

from nianbao.errors import BrokenFileError, NoTextError, ReadError
from nianbao.read import limits, metadata
from nianbao.read.apart import read_pdf
from nianbao.read.content import Content, compose, place
from nianbao.read.detect import detect_bytes, detect_text
from nianbao.read.docx import read_docx
from nianbao.read.encodings import decode
from nianbao.read.html import read_html
from nianbao.read.markdown import read_markdown
from nianbao.records import Source

STDIN = "-"
_BINARY = {"pdf": read_pdf, "docx": read_docx}
_MARKUP = {"html": read_html, "markdown": read_markdown}


def find(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that paths, directories (all files below) and glob patterns name, each once, sorted; ``-`` is standard input.

    What names nothing, and a directory without files, is yielded as it stands: reading it says what is wrong.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in (file for named in _matches(path) for file in _files(named)):
            if Path(file) not in seen:
                seen.add(Path(file))
                yield file


def _matches(path: str) -> list[str]:
    """Return the paths that a pattern names, sorted, or the path itself."""
    if path == STDIN or not has_magic(path) or os.path.lexists(path):
        return [path]
    return sorted(glob(path, recursive=True)) or [path]  # noqa: PTH207  (a pattern may begin with / or ~ or hold no folder)


def _files(path: str) -> list[str]:
    """Return the files below a directory, sorted, and the folders in it that may not be read; of a file itself.

    Hidden files and folders are left out, and so are pipes and devices, which could be read for ever.
    """
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises an error for a folder that may not be read)
        return [path]
    found: list[str] = []
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = [Path(folder, name) for name in names if not name.startswith(".")]
        found += [str(file) for file in files if file.is_file() or not file.exists()]
    return sorted([*found, *(str(error.filename) for error in closed)]) or [path]


def read(path: str | Path) -> Source:
    """Return the source of one file, or of standard input for ``-``; raise :class:`ReadError` where it cannot become text."""
    return read_bytes(_bytes(str(path)), str(path))


def read_bytes(data: bytes, path: str) -> Source:
    """Return the source of a file's bytes; ``path`` only names it. Raise :class:`ReadError`, and nothing else, for any bytes."""
    try:
        source = _source(data, path)
    except ReadError:
        raise
    except Exception as error:  # what libraries do with damaged files is beyond counting, and none of it may end a run
        raise BrokenFileError(path, f"a damaged file ({type(error).__name__}: {error})".replace("\n", " ")) from error
    limits.check_characters(len(source.text), path)
    if not source.text.strip().strip("\ufeff"):
        raise NoTextError(path, "a file of blanks, without a word of text" if data else "an empty file")
    return source


def _source(data: bytes, path: str) -> Source:
    """Return the source by the reader of its kind."""
    digest, kind = hashlib.sha256(data).hexdigest(), detect_bytes(data, path)
    if kind in _BINARY:
        return _composed(Source(path, "", kind, "", digest, "format"), _BINARY[kind](data, path))
    limits.check_bytes(len(data), limits.MOST_BYTES, path)
    decoded = decode(data, path)
    kind = detect_text(decoded.text, path)
    plain = Source(path, decoded.text, kind, decoded.encoding, digest, decoded.by, notes=decoded.notes)
    if kind in _MARKUP:
        return _composed(plain, _MARKUP[kind](decoded.text, path))
    # Plain text stays as it is, character for character: offsets hold in the file itself.
    stated: dict[str, Any] = dict(metadata.from_text(decoded.text))
    return replace(plain, **stated)


def _composed(source: Source, content: Content) -> Source:
    """Return the source with the text, the grids and the statements of a content."""
    text, grids = compose(content.parts)
    stated: dict[str, Any] = metadata.from_text(text) | content.stated
    site = stated.pop("site", None)
    found = replace(source, text=text, grids=grids, pages=place(text, content.pages), notes=(*source.notes, *content.notes), **stated)
    return replace(found, issuer=found.issuer or site)


def _bytes(path: str) -> bytes:
    """Return the bytes of a file; every failure of the system becomes a reason."""
    try:
        with open(0 if path == STDIN else path, "rb", closefd=path != STDIN) as file:  # 0 is standard input
            data = file.read(limits.MOST_BINARY_BYTES + 1)  # what a device says of its size is no limit
    except IsADirectoryError as error:
        raise ReadError(path, "a directory without files that could be read") from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL byte
        raise ReadError(path, (getattr(error, "strerror", None) or str(error)).lower()) from error
    limits.check_bytes(len(data), limits.MOST_BINARY_BYTES, path)
    return data
