"""The process that reads PDF files: ``python -m nianbao.read.child``, a frame in for each file, a frame out with its content."""

import signal
from contextlib import suppress

from nianbao.errors import BrokenFileError, ReadError, TooLargeError
from nianbao.read import frames
from nianbao.read.limits import MOST_BINARY_BYTES, MOST_MEMORY, MOST_SECONDS
from nianbao.read.pdf import read_pdf

#: Seconds after the parent's deadline at which a process ends itself, since its parent may be no more.
GRACE = 10


def main() -> None:
    """Answer until the parent closes the pipe; memory is limited where the system can, and a crash leaves no image of it."""
    _limit()
    with (
        open(0, "rb", buffering=0, closefd=False) as stdin,
        open(1, "wb", buffering=0, closefd=False) as stdout,
        suppress(EOFError, OSError),
    ):
        while True:
            data = frames.receive(stdin, MOST_BINARY_BYTES)
            _wake_after(MOST_SECONDS + GRACE)
            frames.send(stdout, _answer(data))
            _wake_after(0)


def _limit() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt from the keyboard means
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  (Windows has none)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _wake_after(seconds: float) -> None:
    """Let the system end this process after so many seconds, wherever it hangs; 0 takes that back."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds))


def _answer(data: bytes) -> bytes:
    try:
        return frames.of_content(read_pdf(data, ""))
    except ReadError as error:
        return frames.of_error(error)
    except MemoryError:
        return frames.of_error(TooLargeError("", f"a PDF file that takes more than {MOST_MEMORY:,} bytes of memory; split the file"))
    except Exception as error:  # what pdfium does with damaged files is beyond counting
        return frames.of_error(BrokenFileError("", f"a damaged file ({type(error).__name__}: {error})".replace("\n", " ")))


if __name__ == "__main__":
    main()
