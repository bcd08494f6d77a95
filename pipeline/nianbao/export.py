"""Records to JSON Lines, each line valid against ``schema.json``; a file appears whole or not at all."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

from nianbao.errors import WriteError
from nianbao.records import Record, Table

STDOUT = "-"


def to_json(record: Record, program: dict[str, str], with_text: bool = False) -> dict[str, Any]:
    """Return the record as plain data in the form of the schema, the source's text in it if asked for.

    ``program`` tells the versions of program and model.
    """
    plain: dict[str, Any] = _lists(asdict(record))
    text = plain["source"].pop("text")
    plain["source"] |= {"characters": len(text)} | ({"text": text} if with_text else {})
    plain["tables"] = [_table(table) for table in record.tables]
    return {**plain, "program": program}


def _lists(value: Any) -> Any:
    """Return plain data with lists where there were tuples, as JSON has them."""
    if isinstance(value, dict):
        return {key: _lists(one) for key, one in value.items()}
    return [_lists(one) for one in value] if isinstance(value, list | tuple) else value


def to_line(record: Record, program: dict[str, str], with_text: bool = False) -> str:
    """Return the record as one line of JSON."""
    return json.dumps(to_json(record, program, with_text), ensure_ascii=False, separators=(",", ":")) + "\n"


def schema() -> str:
    """Return the JSON Schema (2020-12) of a record."""
    return files("nianbao").joinpath("schema.json").read_text(encoding="utf-8")


def _table(table: Table) -> dict[str, Any]:
    """Return a table with its values by row and column, and what each cell prints where."""
    plain = _lists(asdict(table))
    return {**plain, "cells": table.values(), "printed": plain["cells"]}


@contextmanager
def open_output(path: str) -> Iterator[IO[str]]:
    """Open a file that takes its name only when all is written; ``-`` is standard output."""
    if path == STDOUT:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    target = Path(path)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8") as file:
            yield file
        partial.replace(target)
    except OSError as error:
        raise WriteError(path, (error.strerror or str(error)).lower()) from error
    finally:
        partial.unlink(missing_ok=True)
