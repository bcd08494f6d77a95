"""Characters a second of reading each format and encoding: bytes in memory to Source, the best of several rounds.

python benchmarks/formats.py            the files of tests/gallery
python benchmarks/formats.py FOLDER     your own files, by their formats together

Then what it costs that PDF files are read in a process apart: to start it, and for each file against reading it here.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from nianbao.errors import ReadError
from nianbao.read import apart, pdf, read_bytes

ROUNDS, LEAST_SECONDS = 5, 0.2


def speed(data: bytes, characters: int) -> float:
    """Return the characters of text a second of the fastest of several rounds, each long enough to be timed."""
    best = 0.0
    for _ in range(ROUNDS):
        start, count = time.perf_counter(), 0
        while (seconds := time.perf_counter() - start) < LEAST_SECONDS / ROUNDS or not count:
            read_bytes(data, "")
            count += 1
        best = max(best, count * characters / seconds)
    return best


def main() -> None:
    """Print a line for each file of the gallery, or for each format in a folder."""
    gallery = Path(__file__).parents[1] / "tests" / "gallery"
    files = (
        sorted(Path(sys.argv[1]).rglob("*"))
        if len(sys.argv) > 1
        else sorted(set(gallery.glob("*")) - set(gallery.glob("*.json")) - set(gallery.glob("*.py")))
    )
    seconds: dict[str, float] = defaultdict(float)
    sizes: dict[str, int] = defaultdict(int)
    for path in filter(Path.is_file, files):
        data = path.read_bytes()
        try:
            source = read_bytes(data, str(path))
        except ReadError as error:
            print(error, file=sys.stderr)
            continue
        name = source.format if len(sys.argv) > 1 else path.name
        sizes[name] += len(source.text)
        seconds[name] += len(source.text) / max(speed(data, len(source.text)), 1.0)
    for name, size in sizes.items():
        print(f"{name:28}{size:10,} characters{size / max(seconds[name], 1e-9):14,.0f} characters/s")
    compare_pdf((gallery / "report.pdf").read_bytes())


def compare_pdf(data: bytes) -> None:
    """Print the milliseconds of a file read here and apart, and of the first one, which starts the process."""
    apart._READER.end()
    start = time.perf_counter()
    apart.read_pdf(data, "")
    first = time.perf_counter() - start
    here, there = (min(seconds(reader, data) for _ in range(40)) for reader in (pdf.read_pdf, apart.read_pdf))
    print(f"PDF here {1e3 * here:.1f} ms, apart {1e3 * there:.1f} ms ({1e3 * (there - here):+.1f}), the first one {1e3 * first:.0f} ms")


def seconds(reader: Callable[[bytes, str], object], data: bytes) -> float:
    """Return the seconds that a reader takes for a file."""
    start = time.perf_counter()
    reader(data, "")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
