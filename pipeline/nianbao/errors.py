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


class WriteError(NianbaoError):
    """The output cannot be written; nothing of it is left behind."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written: {reason}")


class CorpusError(NianbaoError):
    """A corpus file breaks the markup; the message names file and line."""
