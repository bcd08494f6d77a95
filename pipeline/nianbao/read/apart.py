"""Reads PDF files in a process apart: what exhausts the memory, hangs or crashes inside of pdfium ends that process and not the run.

One process starts with the first PDF file and serves all that follow, until it dies or its parent ends.
"""

import atexit
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from nianbao.errors import CrashedError, ReadError
from nianbao.read import frames
from nianbao.read.content import Content
from nianbao.read.limits import MOST_MEMORY, Deadline


class _DiedError(Exception):
    """The process has ended before it answered."""


class _Child:
    """A process that reads PDF files, and its pipes."""

    def __init__(self) -> None:
        # -P and the path of this process: the same modules as here, and none out of the folder that the reports are in.
        paths = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "nianbao.read.child"],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )

    def ask(self, data: bytes, seconds: float) -> bytes:
        """Return the answer to a file; raise ``_DiedError`` where the process dies, as it does after so many seconds."""
        timer = threading.Timer(max(seconds, 0.0), self.process.kill)
        timer.start()
        try:
            return self._exchange(data)
        except (EOFError, OSError) as error:
            raise _DiedError(f"exit code {self.end()}") from error
        except BaseException:  # an interrupt from the keyboard: the answer would come when nobody waits for it
            self.end()
            raise
        finally:
            timer.cancel()
            timer.join()

    def _exchange(self, data: bytes) -> bytes:
        assert self.process.stdin  # noqa: S101
        assert self.process.stdout  # noqa: S101
        frames.send(self.process.stdin, data)
        return frames.receive(self.process.stdout, frames.MOST_ANSWER)

    def end(self) -> int:
        """End the process and return its exit code, or the number of the signal that ended it, negative."""
        self.process.kill()
        self.leave()
        return self.process.wait()

    def leave(self) -> None:
        """Close the pipes of the process, and leave it to whoever else holds them."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


class _Reader:
    """The process that reads for this one, as soon as there is one; threads take turns."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.child: _Child | None = None

    def read(self, data: bytes, path: str) -> bytes:
        """Return the answer to a file; one on which a process dies that has read others before is given to a new one."""
        with self.lock:
            deadline = Deadline(path)
            if self.child:
                with suppress(_DiedError):
                    return self._ask(data, deadline)
                deadline.check()
            try:
                return self._ask(data, deadline)
            except _DiedError as error:
                deadline.check()
                reason = f"a PDF file that takes more than {MOST_MEMORY:,} bytes of memory or breaks the reader ({error})"
                raise CrashedError(path, f"{reason}; print it to a new PDF file first") from error

    def _ask(self, data: bytes, deadline: Deadline) -> bytes:
        try:
            self.child = self.child or _Child()
        except OSError as error:
            raise ReadError(deadline.path, f"the process that reads PDF files cannot be started ({error.strerror})") from error
        try:
            return self.child.ask(data, deadline.left())
        except BaseException:
            self.child = None
            raise

    def end(self) -> None:
        """End the process, if there is one."""
        if self.child:
            self.child.end()
            self.child = None

    def forget(self) -> None:
        """Leave the process to the parent of this one, which has been forked off it."""
        if self.child:
            self.child.leave()
            self.child.process.returncode = 0  # not ours to wait for
        self.lock, self.child = threading.Lock(), None


_READER = _Reader()
atexit.register(_READER.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_READER.forget)


def read_pdf(data: bytes, path: str) -> Content:
    """Return the lines and tables of a PDF; raise the :class:`ReadError` that says what is wrong with it, within the limits of time."""
    return frames.content_of(_READER.read(data, path), path)
