"""The command ``nianbao``: a thin wrapper; data goes to standard output, words for people to standard error."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from spacy.language import Language as Pipeline

from nianbao import export
from nianbao.audit.compare import compare, in_order
from nianbao.audit.rules import RULES, explain
from nianbao.errors import NianbaoError
from nianbao.model import load, program
from nianbao.process import extract, extract_many
from nianbao.read import find
from nianbao.records import Finding, Record
from nianbao.show import line_of, render, tell
from nianbao.tidy import tidy, write

app = typer.Typer(
    help="Read Chinese annual reports on information disclosure (政府信息公开工作年度报告).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
people = Console(stderr=True, highlight=False, soft_wrap=True)
ModelOption = Annotated[Path | None, typer.Option("--model", help="Directory of another model than the bundled one.")]

ConfidenceOption = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        help="Leave out entities less likely to be right, and facts that need them. Sections are kept, since they cover the whole text.",
    ),
]


PathsArgument = Annotated[list[str], typer.Argument(help="Files, directories, glob patterns, or - for standard input.", metavar="PATH...")]
OutputOption = Annotated[str, typer.Option("-o", "--output", help="File to write, or - for standard output.")]


@app.command("extract")
def extract_command(
    paths: PathsArgument,
    output: OutputOption = export.STDOUT,
    model: ModelOption = None,
    text: Annotated[bool, typer.Option("--text", help="Put the text that offsets count in into each record.")] = False,
    min_confidence: ConfidenceOption = 0.0,
) -> None:
    """Read reports and write one JSON record a line.

    Example: nianbao extract reports/ -o records.jsonl
    """
    nlp = load(model)
    versions = program(nlp)
    tally = Tally()
    with export.open_output(output) as out:
        for record in _read(paths, nlp, min_confidence, tally):
            out.write(export.to_line(record, versions, text))
    _leave(tally, output)


@app.command("tidy")
def tidy_command(
    paths: PathsArgument,
    output: OutputOption = export.STDOUT,
    bom: Annotated[bool, typer.Option("--bom", help="Begin with a byte order mark, by which Excel knows UTF-8.")] = False,
    model: ModelOption = None,
    min_confidence: ConfidenceOption = 0.0,
) -> None:
    """Read reports and write one table (CSV) for all: a row for each figure of prose and official tables, with body, code, year and place.

    Example: nianbao tidy reports/ -o figures.csv
    """
    nlp = load(model)
    tally = Tally()
    with export.open_output(output) as out:
        write(tidy(_read(paths, nlp, min_confidence, tally)), out, bom=bom)
    _leave(tally, output)


@dataclass
class Tally:
    """How many reports were read, and how many could not be."""

    read: int = 0
    failed: int = 0


def _read(paths: list[str], nlp: Pipeline, min_confidence: float, tally: Tally) -> Iterator[Record]:
    """Yield records with a progress bar, counting them; say why a report could not be read."""
    files = list(find(paths))
    with _progress(len(files)) as bar:
        task = bar.add_task("reading", total=len(files))
        for record in extract_many(files, nlp, min_confidence):
            yield record
            tally.read += record.error is None
            tally.failed += record.error is not None
            _complain(record)
            bar.advance(task)


def _complain(record: Record) -> None:
    """Say why a report could not be read, if it could not."""
    if record.error is not None:
        people.print(f"nianbao: {record.source.path}: {record.error}", markup=False)


def _leave(tally: Tally, output: str) -> None:
    """Say how many reports were read and leave, with 1 where one was not."""
    people.print(f"{tally.read} read, {tally.failed} failed" + (f" → {output}" if output != export.STDOUT else ""), markup=False)
    raise typer.Exit(1 if tally.failed else 0)


@app.command()
def show(
    path: Annotated[str, typer.Argument(help="A report, or - for standard input; the bundled sample if left out.", metavar="[FILE]")] = "",
    model: ModelOption = None,
    min_confidence: ConfidenceOption = 0.0,
) -> None:
    """Print a report for a person: sections in colour, entities marked, facts as a table, findings.

    Example: nianbao show report.txt
    """
    Console().print(render(extract(path or str(sample_path()), load(model), min_confidence)))


class Language(StrEnum):
    """The language of the sentences."""

    ZH = "zh"
    EN = "en"


StrictOption = Annotated[bool, typer.Option("--strict", help="Exit with 1 where a finding is an error.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print each finding as one line of JSON.")]
LanguageOption = Annotated[Language, typer.Option("--language", help="Language of the sentences.")]


@app.command("audit")
def audit_command(
    paths: Annotated[list[str] | None, typer.Argument(help="Files, directories, glob patterns, or -.", metavar="PATH...")] = None,
    strict: StrictOption = False,
    as_json: JsonOption = False,
    language: LanguageOption = Language.ZH,
    rule: Annotated[str, typer.Option("--explain", metavar="ID", help="Say what a check is and where its rule comes from.")] = "",
    model: ModelOption = None,
) -> None:
    """Print what is wrong in reports, one finding a line: file, line, severity, check, sentence.

    Example: nianbao audit --strict reports/
    """
    if rule:
        _explain(rule)
    if not paths:
        raise typer.BadParameter("name the reports to audit, or a check with --explain")
    grave = failed = False
    for record in extract_many(find(paths), load(model)):
        _complain(record)
        failed |= record.error is not None
        grave |= _print_findings(record, list(record.findings), language, as_json=as_json)
    raise typer.Exit(1 if failed or (strict and grave) else 0)


@app.command("compare")
def compare_command(
    first: Annotated[str, typer.Argument(help="The report of one year.", metavar="A")],
    second: Annotated[str, typer.Argument(help="The report of another year of the same body.", metavar="B")],
    strict: StrictOption = False,
    as_json: JsonOption = False,
    language: LanguageOption = Language.ZH,
    model: ModelOption = None,
) -> None:
    """Print what the reports of two years of one body say against each other; lines are those of the later report.

    Example: nianbao compare report-2021.txt report-2022.txt
    """
    nlp = load(model)
    one, other = extract(first, nlp), extract(second, nlp)
    grave = _print_findings(in_order(one, other)[1], compare(one, other), language, as_json=as_json)
    raise typer.Exit(1 if strict and grave else 0)


def _explain(rule: str) -> None:
    """Print one rule and leave."""
    if rule not in RULES:
        raise typer.BadParameter(f"no check is called {rule}; there are {', '.join(RULES)}", param_hint="--explain")
    typer.echo(explain(RULES[rule]))
    raise typer.Exit


def _print_findings(record: Record, findings: list[Finding], language: Language, *, as_json: bool) -> bool:
    """Print findings, one a line, and tell whether there is an error among them."""
    for finding in findings:
        plain = {"path": record.source.path, "line": line_of(record, finding), **asdict(finding)}
        typer.echo(json.dumps(plain, ensure_ascii=False) if as_json else tell(record, finding, language))
    return any(finding.severity == "error" for finding in findings)


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a record.

    Example: nianbao schema > record.schema.json
    """
    typer.echo(export.schema(), nl=False)


@app.command()
def sample() -> None:
    """Print the bundled sample report.

    Example: nianbao sample | nianbao extract -
    """
    typer.echo(sample_path().read_text(encoding="utf-8"), nl=False)


corpus_app = typer.Typer(help="Look after the written corpus (needs nianbao[learn]).", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(corpus_app, name="corpus")
CorpusArgument = Annotated[Path, typer.Argument(help="Directory of the corpus.", exists=True, file_okay=False)]


@corpus_app.command("check")
def corpus_check(corpus: CorpusArgument = Path("corpus")) -> None:
    """Say what is wrong with the corpus: markup, headers, leaks between splits, near-duplicates, rare labels.

    Example: nianbao corpus check corpus/
    """
    from nianbao.learn import review

    complaints = list(review.check(corpus))
    typer.echo("\n".join([*complaints, f"{len(complaints)} complaints"]))
    raise typer.Exit(1 if complaints else 0)


@corpus_app.command("stats")
def corpus_stats(corpus: CorpusArgument = Path("corpus")) -> None:
    """Print what the corpus holds, by split, and how far the two annotators agree, as JSON.

    Example: nianbao corpus stats corpus/
    """
    from nianbao.learn import review

    counts = review.stats(corpus) | {"agreement": review.agreement(corpus)}
    typer.echo(json.dumps(counts, ensure_ascii=False, indent=2))


@app.callback(invoke_without_command=True)
def options(show_version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False) -> None:
    """Read Chinese annual reports on information disclosure (政府信息公开工作年度报告)."""
    if show_version:
        typer.echo(f"nianbao {version('nianbao')}")
        raise typer.Exit


def main() -> None:
    """Run the command; an error that the program foresees is one line and exit code 1."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors=export.ESCAPED)
    try:
        app()
    except ModuleNotFoundError as error:
        _fail(f"{error}; for the corpus commands: pip install 'nianbao[learn]'", error)
    except NianbaoError as error:
        _fail(str(error), error)
    except OSError as error:  # reading and writing files have errors of their own: this is a full disk behind standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # where what is left goes when the program ends
        _fail(f"standard output: cannot be written: {(error.strerror or str(error)).lower()}", error)


def _fail(reason: str, error: Exception) -> NoReturn:
    """Say in one line why the command cannot go on, and leave."""
    people.print(f"nianbao: {reason}", markup=False)
    raise SystemExit(1) from error


def sample_path() -> Path:
    """Return the bundled sample report: in the wheel, or in a checkout's tests."""
    in_wheel = Path(__file__).parent / "sample.txt"
    return in_wheel if in_wheel.exists() else Path(__file__).parents[2] / "tests" / "samples" / "sample.txt"


def _progress(total: int) -> Progress:
    """Return a progress bar on standard error, hidden where there is but one file or no person to see it."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=people, disable=total < 2 or not people.is_terminal)
