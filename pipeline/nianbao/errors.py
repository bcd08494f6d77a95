"""What can go wrong with one input; each error is one clear line that says what failed and what to do."""

from pathlib import Path


class NianbaoError(Exception):
    """Base of all errors that nianbao raises on purpose."""


class ReadError(NianbaoError):
    """An input cannot become text; the run goes on with the next one."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class TooLargeError(ReadError):
    """A file, or what it unpacks to, is larger than any report."""


class TooDeepError(ReadError):
    """Elements are nested deeper than any page nests them."""


class TooManyPagesError(ReadError):
    """A file has more pages than any report."""


class TooSlowError(ReadError):
    """Reading a file takes longer than it is allowed to."""


class UnsupportedError(ReadError):
    """A file is of a kind that is known and not read; the reason says what to do."""


class NoTextError(ReadError):
    """A file is of a kind that is read and holds no text, as scanned pages do."""


class BrokenFileError(ReadError):
    """A file is damaged: it is not what its first bytes say it is."""


class CrashedError(ReadError):
    """A file ends the process that reads it: it needs more memory than any report, or breaks the library."""


class WriteError(NianbaoError):
    """The output cannot be written; nothing of it is left behind."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written: {reason}")


class CorpusError(NianbaoError):
    """A corpus file breaks the markup; the message names file and line."""


class ModelError(NianbaoError):
    """A model lacks what it needs to run."""
