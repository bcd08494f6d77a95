"""The command as users run it: exit codes, what goes where, nothing half-written."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from nianbao.export import schema

SAMPLE = Path(__file__).parent / "samples" / "sample.txt"


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120"}
    command = [sys.executable, "-m", "nianbao", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd, env=environment)


def records(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.decode().splitlines()]


def test_extract_prints_valid_records() -> None:
    result = run("extract", SAMPLE)
    assert result.returncode == 0, result.stderr.decode()
    schema = json.loads(run("schema").stdout)
    [record] = records(result.stdout)
    Draft202012Validator(schema).validate(record)
    assert "1 read, 0 failed" in result.stderr.decode()


def test_every_format_with_its_text(tmp_path: Path) -> None:
    """With ``--text`` a record holds all that is needed to check it: every offset points into that text."""
    gallery = Path(__file__).parent / "gallery"
    files = [gallery / name for name in ("utf8.html", "report.pdf", "report.docx", "table.md", "gb18030.txt")]
    result = run("extract", "--text", *files)
    assert result.returncode == 0, result.stderr.decode()
    schema = json.loads(run("schema").stdout)
    for record in records(result.stdout):
        Draft202012Validator(schema).validate(record)
        text = record["source"]["text"]  # type: ignore[index]
        assert len(text) == record["source"]["characters"]  # type: ignore[index]
        for kind in ("entities", "facts"):
            assert all(text[one["start"] : one["end"]] == one["raw"] for one in record[kind])  # type: ignore[attr-defined]
        assert [table["kind"] for table in record["tables"]] == ["active_2021", "requests", "remedies"]  # type: ignore[attr-defined]
    assert "text" not in records(run("extract", files[0]).stdout)[0]["source"]  # type: ignore[operator]


def test_standard_input() -> None:
    [record] = records(run("extract", "-", stdin=SAMPLE.read_bytes()).stdout)
    assert record["source"]["path"] == "-"  # type: ignore[index]


def test_hostile_files_cost_one_line_each(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    hostile = {
        "binary.txt": b"\x00\x01\x02" * 100,
        "empty.txt": b"",
        "good.txt": SAMPLE.read_bytes(),
        "line.txt": "公开".encode() * 5_000_000,
        "pdf.txt": b"%PDF-1.7 truncated",
        "wrong.txt": bytes(range(128, 256)) * 7 + b"\xff\xfe\xfa",
    }
    for name, data in hostile.items():
        (folder / name).write_bytes(data)
    (folder / "dangling.txt").symlink_to(tmp_path / "nowhere")
    output = tmp_path / "out.jsonl"
    result = run("extract", folder, "-o", output)
    assert result.returncode == 1
    by_name = {Path(r["source"]["path"]).name: r for r in records(output.read_bytes())}  # type: ignore[index]
    assert set(by_name) == {*hostile, "dangling.txt"}
    failed = sorted(name for name, record in by_name.items() if record["error"])
    assert failed == ["binary.txt", "dangling.txt", "empty.txt", "line.txt", "pdf.txt", "wrong.txt"]
    validator = Draft202012Validator(json.loads(schema()))
    assert all(validator.is_valid(record) for record in by_name.values())
    complaints = [line for line in result.stderr.decode().splitlines() if line.startswith("nianbao: ")]
    assert len(complaints) == len(failed)
    assert "Traceback" not in result.stderr.decode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("年报")
    path.chmod(0)
    result = run("extract", path)
    assert result.returncode == 1
    assert "permission denied" in result.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "--nothing"],
        ["tidy"],
        ["nothing"],
        ["extract", str(SAMPLE), "--model"],
        ["extract", str(SAMPLE), "--min-confidence", "1.01"],
        ["show", str(SAMPLE), "--min-confidence", "-0.01"],
        ["show", str(SAMPLE), "--min-confidence", "nan"],
        ["audit"],
        ["audit", "--explain", "J99"],
        ["compare", "a"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["extract", str(SAMPLE), "--model", "/nowhere"], "not a model of nianbao"),
        (["extract", str(SAMPLE), "-o", "/nowhere/out.jsonl"], "/nowhere"),
        (["tidy", str(SAMPLE), "-o", "/nowhere/out.csv"], "/nowhere"),
        (["extract", str(SAMPLE), "-o", "/tmp"], "is a directory"),
        (["extract", str(SAMPLE), "-o", ""], "cannot be written"),
        (["extract", str(SAMPLE), "-o", "/dev/full"], "no space left"),
        (["show", "/nowhere.txt"], "no such file"),
        (["show", "/dev/null"], "an empty file"),
        (["compare", str(SAMPLE), "/dev/null"], "an empty file"),
    ],
)
def test_clear_errors(arguments: list[str], says: str) -> None:
    result = run(*arguments)
    assert result.returncode == 1
    assert says in result.stderr.decode()
    assert len(result.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("command", [["extract", SAMPLE], ["tidy", SAMPLE], ["show"], ["schema"], ["audit", "--explain", "J1"]])
def test_full_disk_behind_standard_output(command: list[str | Path]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run([sys.executable, "-m", "nianbao", *command], stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 1
    assert result.stderr.decode() == "nianbao: standard output: cannot be written: no space left on device\n"


def test_a_reader_that_has_seen_enough() -> None:
    """As ``head`` does, the reader goes before all is written: no line says so."""
    with subprocess.Popen([sys.executable, "-m", "nianbao", "extract", SAMPLE], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_bytes(SAMPLE.read_bytes())
    output = tmp_path / "out.jsonl"
    assert run("extract", path, "-o", output).returncode == 0
    [record] = records(output.read_bytes())
    assert record["source"]["path"] == path  # type: ignore[index]
    assert run("extract", path).stdout == output.read_bytes()
    assert b"/\\udcff.txt" in run("tidy", path).stdout
    assert run("audit", "--json", path).returncode == 0


def test_output_to_a_pipe_and_over_a_link(tmp_path: Path) -> None:
    """A device stays a device, a link stays a link: only what they lead to is written."""
    (tmp_path / "link").symlink_to("file")
    assert run("extract", SAMPLE, "-o", tmp_path / "link").returncode == 0
    assert (tmp_path / "link").is_symlink()
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE) as reader:
        assert run("extract", SAMPLE, "-o", tmp_path / "pipe").returncode == 0
        assert reader.communicate()[0] == (tmp_path / "file").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"link", "file", "pipe"}


def test_min_confidence() -> None:
    [whole] = records(run("extract", SAMPLE, "--min-confidence", "0").stdout)
    middle = sorted(entity["confidence"] for entity in whole["entities"])[len(whole["entities"]) // 2]  # type: ignore[arg-type]
    [record] = records(run("extract", SAMPLE, "--min-confidence", str(middle)).stdout)
    assert whole == records(run("extract", SAMPLE).stdout)[0]
    assert record["sections"] == whole["sections"]
    assert record["entities"] == [entity for entity in whole["entities"] if entity["confidence"] >= middle]  # type: ignore[attr-defined]
    assert 0 < len(record["entities"]) < len(whole["entities"])  # type: ignore[arg-type]


def test_tidy_prints_one_table(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01" * 99)
    result = run("tidy", SAMPLE, tmp_path / "binary.txt")
    assert result.returncode == 1
    assert "1 read, 1 failed" in result.stderr.decode()
    rows = list(csv.DictReader(result.stdout.decode().splitlines()))
    assert {row["path"] for row in rows} == {str(SAMPLE)}
    assert {row["form"] for row in rows} == {"prose", "open", "active_2021", "requests", "remedies"}
    whole = run("tidy", SAMPLE, "--bom", "-o", tmp_path / "out.csv")
    assert (whole.returncode, whole.stdout) == (0, b"")
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbf" + result.stdout


def test_show() -> None:
    result = run("show", SAMPLE)
    assert result.returncode == 0
    for words in ("盘石镇人民政府", "主动公开政府信息数", "146", "83 + 51 + 12"):
        assert words in result.stdout.decode()


@pytest.mark.parametrize("command", ["extract", "tidy", "show", "audit", "compare", "schema", "sample"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    assert "Example: nianbao" in run(command, "--help").stdout.decode()


def test_audit_of_a_sound_report_prints_nothing() -> None:
    result = run("audit", "--strict", SAMPLE)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


def test_audit_names_line_and_cell(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace("（一）予以公开 | 1 | 0", "（一）予以公开 | 1 | 3")
    report.write_text(text, encoding="utf-8")
    line = next(number for number, line in enumerate(text.split("\n"), 1) if "予以公开" in line)
    result = run("audit", "--language", "en", report)
    assert result.returncode == 0
    assert result.stdout.decode().startswith(f"{report}:{line}: error J2: granted × company: printed 3, should be 0")
    assert len(result.stdout.decode().splitlines()) == 1
    assert run("audit", "--strict", report).returncode == 1
    [finding] = records(run("audit", "--json", report).stdout)
    assert (finding["line"], finding["cause"], finding["fault"]) == (line, "digit changed", "report")
    assert "可信度" in run("show", report).stdout.decode()


def test_audit_of_what_cannot_be_read() -> None:
    result = run("audit", "/nowhere.txt")
    assert (result.returncode, result.stdout) == (1, b"")
    assert len(result.stderr.decode().splitlines()) == 1


def test_explain() -> None:
    result = run("audit", "--explain", "J1")
    assert result.returncode == 0
    assert "30号" in result.stdout.decode()


def test_compare(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(SAMPLE.read_text(encoding="utf-8").replace("2022年", "2023年"), encoding="utf-8")
    result = run("compare", report, SAMPLE)
    assert result.returncode == 0
    assert result.stdout.decode().startswith(f"{report}:16: warning J6: ")
    assert run("compare", SAMPLE, SAMPLE).stdout == b""
