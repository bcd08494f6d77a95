"""The schema describes all of a record: every key in words, every vocabulary as the code has it, every file that there is."""

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from spacy.language import Language

from nianbao import records
from nianbao.audit.rules import RULES
from nianbao.export import schema, to_line
from nianbao.interpret import READERS
from nianbao.labels import ENTITIES, LEVELS, SECTIONS
from nianbao.model import program
from nianbao.normalise import STEPS
from nianbao.process import extract_many, process
from nianbao.ranks import DEEPEST
from nianbao.records import STATUSES, Source

SCHEMA: dict[str, Any] = json.loads(schema())
VALIDATOR = Draft202012Validator(SCHEMA)
KEYS = SCHEMA["properties"]
GALLERY = sorted(path for path in (Path(__file__).parent / "gallery").iterdir() if path.suffix not in (".py", ".json"))


def items(key: str) -> dict[str, Any]:
    found: dict[str, Any] = KEYS[key]["items"]["properties"]
    return found


def described(path: str, node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each key of the schema with its description, its own or that of the definition that it names."""
    for key, value in node.get("properties", {}).items():
        definition = SCHEMA["$defs"].get(value.get("$ref", "").removeprefix("#/$defs/"), {})
        yield f"{path}.{key}", value.get("description") or definition.get("description", "")
        yield from described(f"{path}.{key}", value)
    if "items" in node:
        yield from described(f"{path}[]", node["items"])


def test_every_key_is_described() -> None:
    nodes = [("record", SCHEMA), *SCHEMA["$defs"].items()]
    pairs = [pair for path, node in nodes for pair in described(path, node)]
    assert len(pairs) > 100
    assert [path for path, words in pairs if not words] == []


@pytest.mark.parametrize(
    ("enum", "vocabulary"),
    [
        (items("sections")["label"]["enum"], set(SECTIONS)),
        (items("entities")["label"]["enum"], set(ENTITIES)),
        (items("tables")["printed"]["items"]["properties"]["status"]["enum"], set(STATUSES)),
        (items("findings")["id"]["enum"], set(RULES)),
        (KEYS["report"]["properties"]["level"]["enum"], {*LEVELS, None}),
        (
            items("repairs")["step"]["enum"],
            {step.name for step in STEPS if step.reason}
            | {step for step, _ in READERS.values()}
            | {"inner blanks", "missing", "lost sign"},
        ),
        ([items("blocks")["level"]["maximum"]], {DEEPEST}),
    ],
)
def test_vocabularies_are_those_of_the_code(enum: list[str], vocabulary: set[str]) -> None:
    assert set(enum) == vocabulary
    assert len(enum) == len(vocabulary)


@pytest.mark.parametrize(
    ("node", "kind", "others"),
    [
        (SCHEMA, records.Record, {"program"}),
        (KEYS["source"], records.Source, {"characters"}),
        (KEYS["source"]["properties"]["pages"]["items"], records.Page, set()),
        (KEYS["report"], records.Report, set()),
        *((KEYS[key]["items"], kind, set()) for key, kind in (("blocks", records.Block), ("sections", records.Section))),
        *((KEYS[key]["items"], kind, set()) for key, kind in (("entities", records.Entity), ("facts", records.Fact))),
        *((KEYS[key]["items"], kind, set()) for key, kind in (("checks", records.Check), ("repairs", records.Repair))),
        (KEYS["tables"]["items"], records.Table, {"printed"}),
        (KEYS["tables"]["items"]["properties"]["printed"]["items"], records.Cell, set()),
        (KEYS["findings"]["items"], records.Finding, set()),
        (KEYS["findings"]["items"]["properties"]["places"]["items"], records.Place, set()),
        (SCHEMA["$defs"]["grid"], records.Grid, set()),
        (SCHEMA["$defs"]["grid"]["properties"]["cells"]["items"], records.GridCell, set()),
        (SCHEMA["$defs"]["figure"], records.Figure, set()),
    ],
)
def test_keys_are_the_fields_of_the_records(node: dict[str, Any], kind: type, others: set[str]) -> None:
    names = {field.name for field in fields(kind)} | others  # type: ignore[arg-type]
    assert set(node["properties"]) == names
    assert set(node["required"]) | {"text"} == names | {"text"}  # the text of a source only if it is asked for
    assert node["additionalProperties"] is False


def test_every_file_of_the_gallery_gives_a_valid_record(nlp: Language) -> None:
    for record in extract_many(GALLERY, nlp):
        for with_text in (False, True):
            VALIDATOR.validate(json.loads(to_line(record, program(nlp), with_text)))


DEEP = "第一部分 概述\n一、总体情况\n（一）主动公开情况\n1.组织领导情况\n（1）会议情况\n全年召开会议3次。\n"
JUSTIFIED = "我 县 认 真 做 好 政 府 信 息 公 开 工 作\n" * 5
CUT = (
    "全年主动公开政府信息一百二十三条其中网站公开一百条其他方式公开\n二十三条，"
    "我县政府办公室认真贯彻落实上级关于信息公开的各项要求取得了成效\n"
) * 8


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("headings of five forms", DEEP),
        ("justified", JUSTIFIED),
        ("cut at the width of a page", CUT),
        ("a figure beyond all", f"投入1{'亿' * 600}元，"),
        ("digits without end", f"一、概述\n全年公开信息{'9' * 5000}件，投入{'9' * 400}万元。"),
    ],
)
def test_odd_texts_give_valid_records(nlp: Language, name: str, text: str) -> None:
    record = next(process(nlp, [Source(name, text, "text", "utf-8", "0" * 64)]))
    assert record.error is None
    VALIDATOR.validate(json.loads(to_line(record, program(nlp)), parse_constant=pytest.fail))
