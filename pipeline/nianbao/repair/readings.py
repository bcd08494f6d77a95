"""Readings of a damaged mention and their probabilities: a log-linear model over all that it can have been, or nothing sure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

#: A reading is taken from this probability on; below it the mention stays as printed.
CERTAIN = 0.5
#: Readings less probable than this are no alternatives worth telling.
WORTH_TELLING = 0.01


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the report tells about a mention: its own year, the part in a period, the date before it, the years of its 文号."""

    year: int | None = None
    role: str = "alone"
    before: tuple[int, int, int] | None = None
    number_years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention can have meant, as log-linear score: texts of one mention or, with the place of the cut, of two."""

    texts: tuple[str, ...]
    score: float
    cut: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading taken, its probability, the others by probability, and why nothing was changed where nothing was."""

    reading: Reading
    probability: float
    others: tuple[tuple[str, float], ...] = field(default=())
    unsure: bool = False


def choose(printed: str, readings: Iterable[Reading], noise: float) -> Choice:
    """Return the likeliest reading of ``printed``; ``noise`` is the score of its being none of them."""
    scores: dict[tuple[str, ...], Reading] = {}
    for reading in readings:
        if reading.texts not in scores or scores[reading.texts].score < reading.score:
            scores[reading.texts] = reading
    as_printed = Reading((printed,), noise)
    ranked = sorted([*scores.values(), as_printed], key=lambda reading: -reading.score)
    total = sum(math.exp(reading.score - ranked[0].score) for reading in ranked)
    likely = [(reading, math.exp(reading.score - ranked[0].score) / total) for reading in ranked]
    best, probability = likely[0]
    if best is as_printed or probability < CERTAIN:
        return Choice(as_printed, dict(likely)[as_printed], _told(likely, as_printed), unsure=True)
    return Choice(best, probability, _told(likely, best))


def _told(likely: list[tuple[Reading, float]], taken: Reading) -> tuple[tuple[str, float], ...]:
    """Return the readings beside the one taken that are worth telling."""
    return tuple(("—".join(reading.texts), p) for reading, p in likely if reading is not taken and p >= WORTH_TELLING)


def log_share(counts: Mapping[str, int], key: str, kinds: int) -> float:
    """Return the log of the smoothed share of ``key`` among counts of ``kinds`` possible kinds."""
    return math.log((counts.get(key, 0) + 0.5) / (sum(counts.values()) + 0.5 * kinds))
