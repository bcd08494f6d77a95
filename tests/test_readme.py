"""Examples of the README are run; what it says they print is what they print."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "samples" / "sample.txt"
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """Return each command of the README with what it is said to print."""
    found = []
    for block in SHELL:
        for command, output in re.findall(r"^\$ (nianbao .*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            found.append((command, output))
    return found


@pytest.mark.parametrize(("command", "output"), examples(), ids=lambda value: value[:40])
def test_command(command: str, output: str, tmp_path: Path) -> None:
    for name in ("report.txt", "reports/a.txt", "more/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(SAMPLE, tmp_path / name)
    line = re.sub(r"\bnianbao\b", f"{shlex.quote(sys.executable)} -m nianbao", command)
    result = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert result.returncode == 0, result.stderr
    for expected in output.splitlines():
        if expected.strip() not in {"", "…"}:
            assert expected.rstrip() in [one.rstrip() for one in result.stdout.splitlines()]


@pytest.mark.parametrize("code", PYTHON, ids=lambda value: value[:30])
def test_python(code: str, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "report.txt")
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert result.returncode == 0, result.stderr
    printed = result.stdout.splitlines()
    assert printed == re.findall(r"^# Out: (.*)$", code, re.MULTILINE)


@pytest.mark.parametrize("name", ["dev", "dev_damaged", "test", "test_damaged"])
def test_metrics_are_those_measured(name: str) -> None:
    measured = json.loads((Path(__file__).parents[1] / "models" / "metrics.json").read_text(encoding="utf-8"))[name]
    label = {"dev": "development", "test": "test"}[name.split("_", maxsplit=1)[0]] + (", damaged" if "_" in name else ", as written")
    row = next(line for line in README.splitlines() if line.startswith(f"| {label} |"))
    values = [*measured["entities"].values(), *(measured["by_label"][one] for one in ("ORG", "POSITION", "COUNT"))]
    values += [measured["sections"]["f"], measured["section_characters"]]
    assert row == f"| {label} | " + " | ".join(f"{value:.3f}" for value in values) + " |"
