"""How much of a file is read: beyond every limit stands a named error, so that a hostile file costs one line and not the run."""

import time

from nianbao.errors import TooLargeError, TooSlowError

#: Longest text that is read: the longest reports of provinces have some 60,000 characters.
MOST_CHARACTERS = 1_000_000
#: Pages and plain text; PDF and Word files carry pictures and fonts and may be larger.
MOST_BYTES = 8 * MOST_CHARACTERS
MOST_BINARY_BYTES = 64_000_000
#: What a Word file may unpack to.
MOST_UNPACKED = 64_000_000
#: Bytes of memory that reading a PDF may take: pdfium takes up to 250 for each drawing operator, and thousands of those pack into one byte.
MOST_MEMORY = 1_000_000_000
#: Of so many things drawn on a page rules and lone characters are looked for.
MOST_OBJECTS = 100_000
MOST_PAGES = 500
MOST_SECONDS = 60.0
#: A table with more columns than this is no table of a report: it becomes lines.
MOST_COLUMNS = 200
#: The nesting at which libxml2 gives up reading (its own constant).
MOST_NESTING = 256


def check_bytes(size: int, limit: int, path: str) -> None:
    """Raise :class:`TooLargeError` for a file of more than ``limit`` bytes."""
    if size > limit:
        raise TooLargeError(path, f"larger than {limit:,} bytes; split the file")


def check_characters(size: int, path: str) -> None:
    """Raise :class:`TooLargeError` for a text of more than ``MOST_CHARACTERS`` characters."""
    if size > MOST_CHARACTERS:
        raise TooLargeError(path, f"{size:,} characters are more than the {MOST_CHARACTERS:,} that one report can have; split the file")


class Deadline:
    """The moment, ``MOST_SECONDS`` from now, at which reading a file is given up."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.seconds = MOST_SECONDS
        self.end = time.monotonic() + self.seconds

    def left(self) -> float:
        """Return the seconds that are left."""
        return self.end - time.monotonic()

    def check(self) -> None:
        """Raise :class:`TooSlowError` when the time is over."""
        if self.left() <= 0:
            raise TooSlowError(self.path, f"takes longer than {self.seconds:g} seconds to read; split the file")
