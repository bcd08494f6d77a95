"""Records to JSON Lines, each line valid against ``schema.json``; a file appears whole or not at all."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

from nianbao.errors import WriteError
from nianbao.records import Record, Table

STDOUT = "-"
#: How to write the bytes of a file's name that are no UTF-8 and that Python keeps as lone surrogates: \udcff, as JSON has them.
ESCAPED = "backslashreplace"


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
    """Open a file that takes its name only when all is written; ``-`` is standard output. Raise :class:`WriteError` where it cannot be."""
    try:
        if path == STDOUT:
            with _written(1) as file:
                yield file
        elif Path(path).exists() and not Path(path).is_file():  # a pipe or a device has no other name to take
            with _written(path) as file:
                yield file
        else:
            with _whole(Path(os.path.realpath(path))) as file:  # of a link the file that it leads to
                yield file
    except BrokenPipeError:  # the reader of the output, head for example, has seen enough
        raise
    except OSError as error:
        name = "standard output" if path == STDOUT else path or repr(path)
        raise WriteError(name, (error.strerror or str(error)).lower()) from error


def _written(path: str | Path | int) -> IO[str]:
    """Open a file for UTF-8; what a file's name holds beside it is written as an escape of JSON."""
    return open(path, "w", encoding="utf-8", errors=ESCAPED, closefd=path != 1)  # 1 is standard output


@contextmanager
def _whole(target: Path) -> Iterator[IO[str]]:
    """Open a file beside the target that takes its name at the end, or is gone where something fails before."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _written(partial) as file:
            yield file
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
