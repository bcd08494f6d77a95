"""The steps of ``project.yml``: ``python -m nianbao.learn STEP``."""

import json
import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import spacy
import typer

from nianbao.learn.calibrate import calibrate, outcomes, read_examples, reliability_table
from nianbao.learn.compare import compare
from nianbao.learn.corpus import read_corpus
from nianbao.learn.count_headings import write_odds
from nianbao.learn.count_readings import write_counts
from nianbao.learn.count_units import write_contexts
from nianbao.learn.evaluate import evaluate, write_metrics
from nianbao.learn.generate import write_test_set, write_training_set
from nianbao.learn.judge import judge_facts, judge_sums
from nianbao.learn.judge_findings import table_of_verdicts
from nianbao.learn.judge_outlines import judge_outlines
from nianbao.learn.judge_repairs import judge_repairs
from nianbao.learn.judge_tables import table_of_styles
from nianbao.learn.segment import write_segmenter
from nianbao.learn.tabulate import STYLES
from nianbao.learn.tear import DAMAGES

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
Corpus = Annotated[Path, typer.Argument(help="Directory of the written corpus.", exists=True, file_okay=False)]
Output = Annotated[Path, typer.Argument(help="What to write.")]


@app.command()
def generate(
    corpus: Corpus,
    output: Output,
    seed: Annotated[int, typer.Option(help="Seed of all that is random.")] = 7,
    copies: Annotated[int, typer.Option(help="Retellings and recombinations of each report.")] = 5,
) -> None:
    """Write the training set, and the development and test sets as written and damaged."""
    typer.echo(f"train: {write_training_set(corpus, output / 'train.spacy', seed, copies)} documents")
    for split in ("dev", "test"):
        for damaged in (False, True):
            name = f"{split}_damaged" if damaged else split
            count = write_test_set(corpus / split, output / split / f"{name}.spacy", seed + 1 + damaged, damaged)
            typer.echo(f"{name}: {count} documents")


class Segmenters(StrEnum):
    """What the entity recogniser takes for words."""

    characters = "characters"
    pkuseg = "pkuseg"


@app.command()
def segment(
    segmenter: Annotated[Segmenters, typer.Argument(help="Whose words the entity recogniser reads.")],
    corpus: Corpus,
    data: Annotated[Path, typer.Argument(help="Training set that generate wrote.", exists=True)],
    output: Output,
) -> None:
    """Write the model of a word segmenter trained on our own text; for characters, an empty directory."""
    write_segmenter(segmenter.value, data, corpus / "lexicon", output)


@app.command("compare")
def compare_command(
    data: Annotated[Path, typer.Argument(help="Directory that generate wrote.", exists=True)],
    segmenter: Annotated[Path, typer.Argument(help="Directory that segment wrote.", exists=True)],
    configs: Annotated[list[Path], typer.Argument(help="Configurations to try.", exists=True)],
    output: Annotated[Path, typer.Option(help="What to write.")],
    characters: Annotated[int, typer.Option(help="Characters of the training set that each may read.")] = 500_000,
) -> None:
    """Train the recognisers of several configurations on as many characters and write how they compare, as Markdown."""
    table = compare(configs, data, characters, segmenter)
    output.write_text(table + "\n", encoding="utf-8")
    typer.echo(table)


@app.command("calibrate")
def calibrate_command(
    model: Annotated[Path, typer.Argument(help="Directory of a trained model.", exists=True)],
    data: Annotated[Path, typer.Argument(help="Directory of the development sets.", exists=True)],
    output: Output,
) -> None:
    """Write the model with confidences that are probabilities, fitted on the development sets."""
    for part, (scale, shift) in calibrate(model, sorted(data.glob("*.spacy")), output).items():
        typer.echo(f"{part}: scale {scale}, shift {shift}")


@app.command()
def reliability(
    model: Annotated[Path, typer.Argument(help="Directory of a trained model.", exists=True)],
    data: Annotated[Path, typer.Argument(help="Directory of the sets to measure on.", exists=True)],
) -> None:
    """Print how sure the model is and how often it is right, bin by bin, as Markdown."""
    nlp = spacy.load(model)
    typer.echo(reliability_table(outcomes([one for path in sorted(data.glob("*.spacy")) for one in read_examples(nlp, path)])))


@app.command("evaluate")
def evaluate_command(
    model: Annotated[Path, typer.Argument(help="Directory of a trained model.", exists=True)],
    data: Annotated[Path, typer.Argument(help="Directory that generate wrote.", exists=True)],
    output: Output,
) -> None:
    """Measure a model on the development and test sets and write the metrics as JSON."""
    names = [(split, name) for split in ("dev", "test") for name in (split, f"{split}_damaged")]
    metrics = evaluate(model, {name: data / split / f"{name}.spacy" for split, name in names})
    write_metrics(metrics, output)
    typer.echo(json.dumps({name: metrics[name]["entities"]["f"] for _, name in names}))


@app.command("counts")
def counts_command(corpus: Corpus, output: Output) -> None:
    """Count the dates and document numbers of the corpus anew (output: pipeline/nianbao/repair/counts.json)."""
    write_counts(corpus, output)


@app.command("tables")
def tables_command(
    count: Annotated[int, typer.Option(help="Tables of each kind, layout and damage.")] = 12,
) -> None:
    """Print which share of the cells of generated tables is read, by layout and damage, as Markdown."""
    for line in table_of_styles(STYLES, DAMAGES, count):
        typer.echo(line)


@app.command("findings")
def findings_command(
    count: Annotated[int, typer.Option(help="Tables of bare cells; in each layout a fifth as many.")] = 2000,
) -> None:
    """Print how many misprints planted in tables that add up are named with their right values, and how many right cells are blamed."""
    for line in table_of_verdicts(STYLES, count):
        typer.echo(line)


@app.command("facts")
def facts_command(
    corpus: Corpus,
    split: Annotated[str, typer.Option(help="Reports to measure on: train, dev or test.")] = "test",
) -> None:
    """Print how well the indicators and the sums are found that the headers of the written reports note, mentions as annotated."""
    reports = [document for document in read_corpus(corpus / split) if "year" in document.header]
    _print_table({"indicators": judge_facts(reports), "sums": judge_sums(reports)}, "noted")


@app.command("headings")
def headings_command(corpus: Corpus, output: Output) -> None:
    """Count anew how headings of the corpus end and their texts begin (output: pipeline/nianbao/headings.json)."""
    write_odds(corpus, output)


@app.command("units")
def units_command(corpus: Corpus, output: Output) -> None:
    """Count anew beside what units of the corpus stand with and without figures (output: pipeline/nianbao/repair/units.json)."""
    write_contexts(corpus, output)


@app.command("outline")
def outline_command(
    model: Annotated[Path, typer.Argument(help="Directory of a trained model.", exists=True)],
    corpus: Corpus,
    split: Annotated[str, typer.Option(help="Reports to measure on: dev or test.")] = "test",
) -> None:
    """Print how well the outline of the written reports is found, as written and under each damage, as Markdown."""
    _print_table(judge_outlines(spacy.load(model), corpus, split))


@app.command("repairs")
def repairs_command(
    corpus: Corpus,
    split: Annotated[str, typer.Option(help="Reports to measure on: dev or test.")] = "test",
) -> None:
    """Print how well each damage of characters and mentions is undone, and what is repaired in vain, as Markdown."""
    _print_table(judge_repairs(corpus, split))


def _print_table(judged: dict[str, dict[str, float]], names: str = "damage") -> None:
    """Print a row for each name; counts as whole numbers, rates with three digits."""
    columns = list(next(iter(judged.values())))
    typer.echo(f"| {names} | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}")
    for name, rates in judged.items():
        shown = (f"{rates[one]:,}" if isinstance(rates[one], int) else f"{rates[one]:.3f}" for one in columns)
        typer.echo(f"| {name} | {' | '.join(shown)} |")


@app.command()
def publish(
    trained: Annotated[Path, typer.Argument(help="Directory of the trained model.", exists=True)],
    output: Output,
) -> None:
    """Copy a trained model to where the package finds it, without what training leaves behind."""
    shutil.rmtree(output, ignore_errors=True)
    shutil.copytree(trained, output)


if __name__ == "__main__":
    app()
