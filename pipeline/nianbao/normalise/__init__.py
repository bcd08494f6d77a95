"""Raw text to normalised characters in named, ordered steps, each of which can tell what it changed.

A *character* here is one token of the spaCy document: a normalised code point and the raw slice that stands for it,
so that ``國(guó)`` is one character 国. On whole simplified text no step changes anything but form.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from nianbao.normalise import fold, pinyin, script, spacing
from nianbao.normalise.characters import Codes, Mask, Normalised, Offsets, raw_characters, to_codes, to_text
from nianbao.normalise.dictionaries import BLANK, BRACKET, BREAK, INVISIBLE, RADICAL, SPACE, TRADITIONAL, WIDE, kinds
from nianbao.records import Repair

__all__ = ["STEPS", "Codes", "Normalised", "Offsets", "Step", "normalise", "repair_characters", "to_codes", "to_text"]


@dataclass(frozen=True, slots=True)
class Step:
    """A step with the kinds of signs that give it work, what to tell of it ("" for mere form), and how sure it is."""

    name: str
    change: Callable[[Normalised], Normalised]
    trigger: int
    reason: str = ""
    confidence: float = 1.0
    each: bool = False


STEPS = (
    Step("blanks", fold.unify_blanks, BLANK),
    Step("invisible", fold.drop_invisible, INVISIBLE, "signs that show nothing"),
    Step("width", fold.narrow_width, WIDE, "full-width digits, letters or signs"),
    Step("radicals", fold.restore_radicals, RADICAL, "radicals or compatibility forms in place of characters"),
    Step("pinyin", pinyin.drop_pinyin, BRACKET, "pinyin in brackets after characters", 0.999),
    Step("spacing", spacing.close_words, BLANK | SPACE, "blanks between the characters of justified text", 0.99),
    Step("wording", script.change_wording, TRADITIONAL | RADICAL, "traditional text with Taiwan wording", 0.97),
    Step("variants", script.change_variants, TRADITIONAL | RADICAL, "wrong character of a converter", 0.98, each=True),
    Step("script", script.simplify, TRADITIONAL | RADICAL, "traditional characters", 0.998),
    Step("line breaks", spacing.join_lines, BLANK | BREAK, "lines cut at the width of a page", 0.97),
)


def normalise(text: str) -> Normalised:
    """Return the normalised characters of ``text`` (any Unicode string); doing so twice changes nothing more."""
    return repair_characters(text)[0]


def repair_characters(text: str) -> tuple[Normalised, tuple[Repair, ...]]:
    """Return the normalised characters of ``text`` and what was repaired; repairs carry raw offsets."""
    characters = raw_characters(text)
    present = int(np.bitwise_or.reduce(kinds()[characters.codes]))
    repairs: list[Repair] = []
    for step in STEPS:
        if present & step.trigger:
            before, characters = characters, step.change(characters)
            if step.reason and characters is not before:
                repairs += _told(step, text, before, characters)
    return characters, tuple(repairs)


def _told(step: Step, text: str, before: Normalised, after: Normalised) -> Iterator[Repair]:
    """Yield an entry for each run of changed characters, or one that shows the first run and counts them all."""
    kept = np.isin(before.starts, after.starts, assume_unique=True)
    changed = ~kept
    changed[kept] = before.codes[kept] != after.codes
    runs = _runs(changed)
    for first, last in runs if step.each else runs[:1]:
        start, end = int(before.starts[first]), int(before.ends[last])
        inside = (after.starts >= start) & (after.starts < end)
        repaired = to_text(after.codes[inside])
        yield Repair(step.name, start, end, text[start:end], repaired, step.confidence, 1 if step.each else len(runs), (), step.reason)


def _runs(mask: Mask) -> list[tuple[int, int]]:
    """Return first and last place of each run of marked places."""
    edges = np.diff(mask.astype(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1) - 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))
