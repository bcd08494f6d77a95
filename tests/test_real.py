"""Floors on the real reports beside the checkout, where they are present. They measure; nothing is trained on them."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

import nianbao
from nianbao.export import to_line
from nianbao.model import program

FLOORS = json.loads((Path(__file__).parent / "floors_real.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict:
    nlp = nianbao.load()
    output = tmp_path_factory.mktemp("real") / "records.jsonl"
    lines = (to_line(record, program(nlp)) for record in nianbao.extract_many(sorted(shared.glob("*.txt")), nlp))
    output.write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, str(shared / "score.py"), str(shared), str(output), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_gold_is_the_one_that_the_floors_were_set_on(shared: Path) -> None:
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(shared.glob("*.gold.json"))))
    assert digest.hexdigest()[:16] == FLOORS["fingerprint"]


@pytest.mark.parametrize("name", FLOORS["floors"])
def test_floor(scores: dict, name: str) -> None:
    assert scores[name]["f"] >= FLOORS["floors"][name]
