"""Imports point one way: records and data ← stages ← process ← learn and cli."""

import ast
from pathlib import Path

LAYERS = [
    {"errors", "labels", "forms", "records"},
    {"patterns", "indicators", "quantities", "hashing", "crf"},
    {"normalise", "structure"},
    {"characters", "tokenizer", "read", "export"},
    {"tagger"},
    {"sections", "entities", "interpret", "identify", "align", "clauses", "divisions"},
    {"tables", "absences", "claims", "relations", "sums", "components"},
    {"facts", "audit", "model"},
    {"process", "show"},
    {"__init__", "cli"},
]


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("nianbao"):
            inside = node.module.removeprefix("nianbao").lstrip(".")
            names |= {inside.split(".")[0]} if inside else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("nianbao.")}
    return names


def test_every_module_has_its_layer_and_imports_only_lower_ones(root: Path) -> None:
    rank = {name: i for i, layer in enumerate(LAYERS) for name in layer}
    modules = {path.stem: path for path in (root / "pipeline" / "nianbao").glob("*.py")}
    assert set(modules) == set(rank)
    for name, path in modules.items():
        higher = {other for other in imports(path) if rank.get(other, 99) > rank[name]}
        assert not higher, f"{name} imports {higher}"


def test_nothing_imports_learn_at_run_time(root: Path) -> None:
    for path in (root / "pipeline" / "nianbao").glob("*.py"):
        assert "learn" not in imports(path), path
