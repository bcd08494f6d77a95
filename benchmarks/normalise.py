"""Characters a second of normalising, by kind of text and by step, on one core.

python benchmarks/normalise.py
"""

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from nianbao.learn import wear
from nianbao.learn.corpus import read_corpus, render
from nianbao.normalise import STEPS, repair_characters
from nianbao.normalise.characters import raw_characters

ROUNDS, COPIES = 7, 5


def texts(damage: Callable[..., wear.Parts] | None) -> list[str]:
    """Return the written test reports, damaged in one way or as they are, several times over."""
    corpus = Path(__file__).parents[1] / "corpus" / "test"
    reports = [document.parts for document in read_corpus(corpus) if len(document.parts) > 1]
    return [render(damage(parts, Random(3)) if damage else parts).text for parts in reports] * COPIES


def speed(run: Callable[[str], object], reports: list[str]) -> float:
    """Return the characters a second of the fastest of several rounds."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for text in reports:
            run(text)
        seconds.append(time.perf_counter() - start)
    return sum(map(len, reports)) / min(seconds)


def steps(reports: list[str]) -> dict[str, float]:
    """Return the speed of each step on what the steps before it leave."""
    spent = dict.fromkeys((step.name for step in STEPS), 0.0)
    for text in reports:
        characters = raw_characters(text)
        for step in STEPS:
            start = time.perf_counter()
            characters = step.change(characters)
            spent[step.name] += time.perf_counter() - start
    return {name: sum(map(len, reports)) / seconds for name, seconds in spent.items()}


def main() -> None:
    """Print a line for each kind of text, then for each step on traditional text with Taiwan wording."""
    kinds = {"plain simplified": None, "traditional": wear.make_traditional, "Taiwan": wear.make_taiwanese, "pinyin": wear.put_pinyin}
    repair_characters("暖身：資訊（gōng）")  # tables are built on the first text
    for name, damage in kinds.items():
        reports = texts(damage)
        speed(repair_characters, reports[:2])
        print(f"{name:20}{speed(repair_characters, reports):14,.0f} characters/s")
    for name, value in steps(texts(wear.make_taiwanese)).items():
        print(f"  step {name:13}{value:14,.0f} characters/s")


if __name__ == "__main__":
    main()
