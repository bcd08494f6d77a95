"""The workflow: the file is sound, it runs whole on a tiny corpus, and the README tells of it what it is."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
import srsly
from weasel.schemas import ProjectConfigSchema, validate

KNOWN = {"title", "description", "vars", "env", "directories", "assets", "workflows", "commands"}
TINY = {"train": ("a01", "d03", "e04"), "dev": ("f02",), "test": ("g03",)}


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return srsly.read_yaml(root / "project.yml")


def test_file_is_sound(project: dict, root: Path) -> None:
    assert not validate(ProjectConfigSchema, project)
    assert set(project) <= KNOWN, "weasel passes over misspelt keys in silence"
    names = [command["name"] for command in project["commands"]]
    assert all(step in names for steps in project["workflows"].values() for step in steps)
    for command in project["commands"]:
        assert command["script"], command["name"]
        assert not any(sign in line for line in command["script"] for sign in ("&&", ">", "|", "*")), "weasel has no shell"
        assert len(command["help"]) < 100


def test_every_output_has_one_writer(project: dict) -> None:
    written = [out for command in project["commands"] for out in (*command.get("outputs", []), *command.get("outputs_no_cache", []))]
    assert len(written) == len(set(written))


def test_sources_that_commands_depend_on_exist(project: dict, root: Path) -> None:
    for command in project["commands"]:
        for dependency in command["deps"]:
            assert "${vars.build}" in dependency or (root / dependency.replace("${vars.corpus}", "corpus")).exists(), dependency


def test_workflow_runs_on_a_tiny_corpus(root: Path, tmp_path: Path) -> None:
    for split, names in TINY.items():
        for name in names:
            target = tmp_path / "corpus" / split / "reports" / f"{name}.txt"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / "corpus" / split / "reports" / f"{name}.txt", target)
        passages = sorted((root / "corpus" / split / "passages").glob("*.txt"))[0]
        (tmp_path / "corpus" / split / "passages").mkdir()
        (tmp_path / "corpus" / split / "passages" / "a.txt").write_text("\n".join(passages.read_text().split("\n")[:80]), encoding="utf-8")
    for name in ("project.yml", "configs", "pipeline"):
        (tmp_path / name).symlink_to(root / name)
    shutil.copytree(root / "corpus" / "lexicon", tmp_path / "corpus" / "lexicon")
    settings = ["--vars.copies", "1", "--vars.max_steps", os.environ.get("NIANBAO_SMOKE_STEPS", "30"), "--vars.eval_frequency", "15"]
    command = [sys.executable, "-m", "spacy", "project", "run", "all", str(tmp_path), *settings]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    metrics = json.loads((tmp_path / "models" / "metrics.json").read_text())
    assert metrics["dev"]["entities"]["f"] > 0.3
    nlp = spacy.load(tmp_path / "models" / "default")
    assert nlp.pipe_names == ["nianbao_sections", "nianbao_entities"]
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Skipping 'sections'" in again.stdout


def test_readme_documents_the_workflow(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "README.md", tmp_path / "README.md")
    command = [sys.executable, "-m", "spacy", "project", "document", str(root), "--no-emoji", "--output", str(tmp_path / "README.md")]
    subprocess.run(command, capture_output=True, check=True)
    assert (tmp_path / "README.md").read_text() == (root / "README.md").read_text(), (
        "run: spacy project document --no-emoji --output README.md"
    )
