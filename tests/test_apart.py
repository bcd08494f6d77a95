"""PDF files are read in a process apart: whatever ends it costs one file, and it ends with the process that it reads for."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_limits import pdf_of

from nianbao.errors import CrashedError, ReadError, TooLargeError, TooSlowError
from nianbao.read import apart, frames, limits, read
from nianbao.read.content import Content, Slot

GALLERY = Path(__file__).parent / "gallery"
REPORT = GALLERY / "report.pdf"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")


def pid() -> int:
    """The number of the process that reads, which is started if there is none."""
    read(REPORT)
    assert apart._READER.child
    return apart._READER.child.process.pid


def is_alive(process: int) -> bool:
    """Whether a process runs: not ended, and not a dead one that waits to be asked for."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not state.exists() or ") Z" not in state.read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_one_process_reads_all_files() -> None:
    assert pid() == pid() != os.getpid()


def test_a_file_that_ends_the_process_costs_itself_only(tmp_path: Path) -> None:
    """46 kB of drawing operators, for which pdfium takes 4 GB."""
    bomb = pdf_of(b"q\n" * 23_000_000)
    assert len(bomb) < 50_000
    (tmp_path / "bomb.pdf").write_bytes(bomb)
    before, text = pid(), read(REPORT).text
    with pytest.raises(CrashedError, match="exit code -"):
        read(tmp_path / "bomb.pdf")
    assert read(REPORT).text == text
    assert pid() != before
    assert not is_alive(before)


ENDS: list[tuple[str, Callable[[int], None]]] = [
    ("killed", lambda process: os.kill(process, signal.SIGKILL)),
    ("ended, as by the limit of time", lambda process: os.kill(process, signal.SIGALRM)),
]


@pytest.mark.parametrize(("name", "end"), ENDS, ids=[case[0] for case in ENDS])
def test_a_process_that_has_died_is_replaced(name: str, end: Callable[[int], None]) -> None:
    process = pid()
    end(process)
    assert pid() != process


@pytest.fixture
def stopped() -> Iterator[int]:
    """A process that hangs."""
    process = pid()
    os.kill(process, signal.SIGSTOP)
    yield process
    assert not is_alive(process)


def test_a_process_that_hangs_is_killed_in_time(stopped: int, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = time.monotonic()
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.3)
    with pytest.raises(TooSlowError, match=r"0\.3 seconds"):
        read(REPORT)
    assert time.monotonic() - begin < 30  # and not for ever; a busy machine takes seconds to start a process
    monkeypatch.undo()
    assert read(REPORT).text


def test_an_interrupt_leaves_no_answer_behind(stopped: int) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    with pytest.raises(KeyboardInterrupt):
        read(REPORT)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    assert read(REPORT).format == "pdf"


def test_a_process_whose_parent_is_gone_ends_itself_where_it_hangs() -> None:
    code = "import time; from nianbao.read.child import _wake_after; _wake_after(9); _wake_after(0); _wake_after(1); time.sleep(60)"
    result = subprocess.run([sys.executable, "-c", code], check=False, env=environment(), timeout=30)
    assert result.returncode == -signal.SIGALRM


def test_threads_take_turns() -> None:
    names = ["report.pdf", "running.pdf", "aligned.pdf"] * 4
    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(lambda name: read(GALLERY / name).text, names))
    assert texts == [read(GALLERY / name).text for name in names]


def test_a_process_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    apart._READER.end()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(ReadError, match="cannot be started"):
            read(REPORT)
    assert read(REPORT).text


def test_after_a_fork_each_has_its_own_process() -> None:
    before = pid()
    child = os.fork()
    if not child:
        own = pid()
        os._exit(0 if own != before and is_alive(before) else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert pid() == before


SCRIPT = f"from nianbao.read import read, apart\nread({str(REPORT)!r})\nprint(apart._READER.child.process.pid, flush=True)\n"
LEAVES = [
    ("ends", "", 0),
    ("fails", "raise RuntimeError\n", 1),
    ("is killed", "import os\nos.kill(os.getpid(), 9)\n", -9),
    ("is killed after a fork", "import os, time\nif not os.fork():\n time.sleep(60)\nos.kill(os.getpid(), 9)\n", -9),
]


@pytest.mark.parametrize(("name", "then", "code"), LEAVES, ids=[case[0] for case in LEAVES])
def test_no_process_stays_when_the_parent(name: str, then: str, code: int, tmp_path: Path) -> None:
    with (tmp_path / "out").open("w+") as out:
        result = subprocess.run(
            [sys.executable, "-c", SCRIPT + then], stdout=out, stderr=subprocess.DEVNULL, check=False, env=environment()
        )
    process = int((tmp_path / "out").read_text())
    assert result.returncode == code
    for _ in range(50):
        if not is_alive(process):
            return
        time.sleep(0.1)
    pytest.fail("the process is still there")


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def test_the_process_loads_no_models() -> None:
    code = "import sys, nianbao.read.child; print(*(name for name in ('spacy', 'numpy', 'typer') if name in sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert result.stdout == "\n"


def test_standard_input() -> None:
    command = [sys.executable, "-m", "nianbao", "extract", "-"]
    result = subprocess.run(command, input=REPORT.read_bytes(), capture_output=True, check=True, env=environment())
    assert b'"format":"pdf"' in result.stdout


SLOTS = st.builds(Slot, st.text(max_size=5), st.integers(1, 9), st.integers(1, 9))
PARTS = st.lists(st.text(max_size=20) | st.lists(st.lists(SLOTS, max_size=3), max_size=3), max_size=5)
CONTENTS = st.builds(Content, PARTS, st.dictionaries(st.just("title"), st.text(max_size=5)), st.tuples(st.text(max_size=5)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CONTENTS)
def test_what_goes_through_the_pipe_comes_back(content: Content) -> None:
    frames.send(stream := BytesIO(), frames.of_content(content))
    stream.seek(0)
    assert frames.content_of(frames.receive(stream, 1_000_000), "any") == content


def test_errors_keep_their_names() -> None:
    with pytest.raises(TooLargeError, match=r"^a\.pdf: no$"):
        frames.content_of(frames.of_error(TooLargeError("", "no")), "a.pdf")


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"\0" * 7 + b"\5abcd", b"\0" * 6 + b"\1\0" + b"a" * 256])
def test_frames_out_of_form_end_the_stream(data: bytes) -> None:
    with pytest.raises(EOFError):
        frames.receive(BytesIO(data), 255)
