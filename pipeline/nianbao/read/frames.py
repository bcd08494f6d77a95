"""What the process that reads PDF files and its parent say to one another: a length and so many bytes, of a file or of JSON.

JSON, since a hostile file may take over the process that reads it: what comes back can be wrong, it cannot be code.
"""

import json
from dataclasses import asdict
from typing import IO, Any

from nianbao import errors
from nianbao.errors import ReadError
from nianbao.read.content import Content, PageStart, Part, Slot
from nianbao.records import Furniture

#: Bytes of the length, and the most that an answer may have: the longest text and tables of a cell for each character.
LENGTH, MOST_ANSWER = 8, 128_000_000


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one frame to an unbuffered stream."""
    left = memoryview(len(data).to_bytes(LENGTH) + data)
    while left:
        left = left[stream.write(left) :]


def receive(stream: IO[bytes], most: int) -> bytes:
    """Return the next frame; raise ``EOFError`` where the stream ends before it does or the frame has more than ``most`` bytes."""
    size = int.from_bytes(_exactly(stream, LENGTH))
    if size > most:
        raise EOFError(f"a frame of {size:,} bytes")
    return _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = stream.read(size - len(data))
        if not piece:
            raise EOFError("the stream ends")
        data += piece
    return bytes(data)


def of_content(content: Content) -> bytes:
    """Return a content as JSON."""
    return json.dumps(asdict(content), separators=(",", ":")).encode()


def of_error(error: ReadError) -> bytes:
    """Return an error as JSON."""
    return json.dumps({"error": type(error).__name__, "reason": error.reason}).encode()


def content_of(answer: bytes, path: str) -> Content:
    """Return the content that an answer holds, or raise the :class:`ReadError` that it tells of."""
    plain = json.loads(answer)
    if "error" in plain:
        kinds = {kind.__name__: kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ReadError)}
        raise kinds[plain["error"]](path, plain["reason"])
    return Content([_part(part) for part in plain["parts"]], plain["stated"], tuple(plain["notes"]), tuple(map(_page, plain["pages"])))


def _page(plain: dict[str, Any]) -> PageStart:
    return PageStart(plain["line"], plain["character"], tuple(Furniture(**one) for one in plain["furniture"]))


def _part(plain: str | list[list[dict[str, Any]]]) -> Part:
    return plain if isinstance(plain, str) else [[Slot(**slot) for slot in row] for row in plain]
