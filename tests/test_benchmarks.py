"""The public yardstick runs on any character–tag file and measures both recognisers; the layouts of pages are drawn and read."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

PROGRAM = Path(__file__).parents[1] / "benchmarks" / "ner_public.py"
NAMES, PLACES = ["王小明", "李华", "欧阳修文"], ["青川县", "北京", "呼和浩特市"]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(PROGRAM), *map(str, arguments)], capture_output=True, text=True, check=False)


def tagged(word: str, label: str, scheme: str) -> list[str]:
    """Return the lines of a word: BIO, or BMES where the scheme says so."""
    middle, last, single = ("M", "E", "S") if scheme == "BMES" else ("I", "I", "B")
    parts = single if len(word) == 1 else "B" + middle * (len(word) - 2) + last
    return [f"{sign} {part}-{label}" if label else f"{sign} O" for sign, part in zip(word, parts, strict=True)]


def write(path: Path, sentences: int, scheme: str) -> Path:
    rng = Random(sentences)
    blocks = []
    for _ in range(sentences):
        words = [(rng.choice(NAMES), "PER"), ("住在", ""), (rng.choice(PLACES), "LOC"), ("。", "")]
        blocks.append("\n".join(line for word, label in words for line in tagged(word, label, scheme)))
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def test_both_recognisers_in_one_run(tmp_path: Path) -> None:
    train, test = write(tmp_path / "train", 60, "BMES"), write(tmp_path / "test", 20, "BIO")
    result = run(train, test, "--epochs", "300")
    assert result.returncode == 0, result.stderr
    head, columns, *rows = result.stdout.splitlines()
    assert head == "54 sentences to train on, 20 to test; 2 labels; 300 epochs"
    assert columns.split()[:4] == ["recogniser", "P", "R", "F1"]
    scores = {row[:14].strip(): [float(cell.replace(",", "")) for cell in row[14:].split()] for row in rows}
    assert set(scores) == {"nianbao", "spaCy stock"}
    assert scores["nianbao"][2] > 90
    assert all(row[3] > 0 for row in scores.values())
    assert "training for 300 epochs" in result.stderr


def test_stock_is_skipped(tmp_path: Path) -> None:
    file = write(tmp_path / "all", 12, "BIO")
    result = run(file, file, "--dev", file, "--epochs", "1", "--skip-stock")
    assert result.returncode == 0, result.stderr
    assert "stock" not in result.stdout


@pytest.mark.parametrize(
    ("text", "says"),
    [("王 B-PER\n小 明 I-PER\n", "train:2: expected"), ("王 X\n", "train:1: expected"), ("\n\n", "no sentence"), ("王 O\n", "no entity")],
)
def test_bad_files_are_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "train").write_text(text, encoding="utf-8")
    result = run(tmp_path / "train", tmp_path / "train")
    assert result.returncode == 1
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_help_has_an_example() -> None:
    assert "example: python benchmarks/ner_public.py" in run("--help").stdout


def test_layouts_are_read_as_they_were_set() -> None:
    program = Path(__file__).parents[1] / "benchmarks" / "layouts.py"
    result = subprocess.run([sys.executable, str(program), "12"], capture_output=True, text=True, check=True)
    rates = {row.split()[0]: row for row in result.stdout.splitlines()}
    assert list(rates) == ["prose", "columns", "pages", "table", "words", "wrapped"]
    assert "in order 1.000" in rates["prose"]
    assert all("a table too many 0.000" in row for row in rates.values())
