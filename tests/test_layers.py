"""Imports point one way: records and data ← stages ← process ← learn and cli."""

import ast
from pathlib import Path

LAYERS = [
    {"errors", "labels", "forms", "records", "indicators"},
    {"nouns", "patterns", "places", "quantities", "hashing", "crf", "headings", "vectors"},
    {"normalise", "structure", "repair", "ranks"},
    {"characters", "tokenizer", "read", "export", "tidy", "words"},
    {"tagger"},
    {"sections", "entities", "interpret", "identify", "tables", "outline"},
    {"facts", "components"},
    {"audit", "model"},
    {"process", "show"},
    {"__init__", "cli"},
    {"__main__"},
]


def stage_of(path: Path, package: Path) -> str:
    """The module directly below the package that a file belongs to."""
    return path.relative_to(package).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Names of the modules of the package that a file imports; the command line may import more inside its commands."""
    names: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if path.stem == "cli" else ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "nianbao":
            inside = node.module.split(".")[1:]
            names |= {inside[0]} if inside else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("nianbao.")}
    return names


def test_every_module_has_its_layer_and_imports_only_lower_ones(root: Path) -> None:
    package = root / "pipeline" / "nianbao"
    rank = {name: i for i, layer in enumerate(LAYERS) for name in layer}
    files = [path for path in package.rglob("*.py") if stage_of(path, package) != "learn"]
    assert {stage_of(path, package) for path in files} == set(rank)
    for path in files:
        own = stage_of(path, package)
        higher = {other for other in imports(path) - {own} if rank.get(other, 99) > rank[own]}
        assert not higher, f"{path} imports {higher}"


def test_nothing_imports_learn_at_run_time(root: Path) -> None:
    package = root / "pipeline" / "nianbao"
    for path in package.rglob("*.py"):
        assert stage_of(path, package) == "learn" or "learn" not in imports(path), path


def test_modules_are_short(root: Path) -> None:
    for path in (root / "pipeline" / "nianbao").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path
