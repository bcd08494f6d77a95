"""The command ``nianbao``: a thin wrapper; data goes to standard output, words for people to standard error."""

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from nianbao import export
from nianbao.errors import NianbaoError
from nianbao.model import load, program
from nianbao.process import extract, extract_many
from nianbao.read import find
from nianbao.show import render

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


@app.command("extract")
def extract_command(
    paths: Annotated[list[str], typer.Argument(help="Files, directories, glob patterns, or - for standard input.", metavar="PATH...")],
    output: Annotated[str, typer.Option("-o", "--output", help="File to write, or - for standard output.")] = export.STDOUT,
    model: ModelOption = None,
    min_confidence: ConfidenceOption = 0.0,
) -> None:
    """Read reports and write one JSON record a line.

    Example: nianbao extract reports/ -o records.jsonl
    """
    nlp = load(model)
    files = list(find(paths))
    failed = 0
    with export.open_output(output) as out, _progress(len(files)) as bar:
        task = bar.add_task("reading", total=len(files))
        for record in extract_many(files, nlp, min_confidence):
            out.write(export.to_line(record, program(nlp)))
            if record.error is not None:
                failed += 1
                people.print(f"nianbao: {record.source.path}: {record.error}", markup=False)
            bar.advance(task)
    people.print(f"{len(files) - failed} read, {failed} failed" + (f" → {output}" if output != export.STDOUT else ""), markup=False)
    raise typer.Exit(1 if failed else 0)


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
    try:
        app()
    except BrokenPipeError:  # the reader of the output, head for example, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except ModuleNotFoundError as error:
        people.print(f"nianbao: {error}; for the corpus commands: pip install 'nianbao[learn]'", markup=False)
        raise SystemExit(1) from error
    except NianbaoError as error:
        people.print(f"nianbao: {error}", markup=False)
        raise SystemExit(1) from error


def sample_path() -> Path:
    """Return the bundled sample report: in the wheel, or in a checkout's tests."""
    in_wheel = Path(__file__).parent / "sample.txt"
    return in_wheel if in_wheel.exists() else Path(__file__).parents[2] / "tests" / "samples" / "sample.txt"


def _progress(total: int) -> Progress:
    """Return a progress bar on standard error, hidden where there is but one file."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=people, disable=total < 2)
