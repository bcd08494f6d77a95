"""How well damage is undone: the written reports, damaged with seeds of their own, against what they say undamaged."""

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

from nianbao.interpret import interpret
from nianbao.learn import wear
from nianbao.learn.corpus import Document, Part, Rendered, read_corpus, render
from nianbao.learn.damage import Damage, change_brackets, lose_number_signs
from nianbao.learn.lexicon import read_lexicon
from nianbao.learn.misplace import cut_lines
from nianbao.learn.vary import vary
from nianbao.normalise import Normalised, normalise, repair_characters
from nianbao.records import Entity
from nianbao.repair import notes

#: No other seed of the project is so large.
SEEDS = range(90_001, 90_011)
#: Steps that change form only, or mend what the writers of the corpus broke on purpose.
FORM = ("width", "inner blanks")
CHARACTER_DAMAGES: dict[str, Damage] = {
    "pinyin": wear.put_pinyin,
    "traditional": wear.make_traditional,
    "taiwan": wear.make_taiwanese,
    "variants": wear.choose_wrong_variants,
    "radicals": wear.use_radicals,
    "invisible": wear.put_invisible_signs,
}
MENTION_DAMAGES: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "document numbers": (lose_number_signs, ("DOC_NO",)),
    "brackets": (change_brackets, ("DOC_NO",)),
    "dates": (lose_number_signs, ("DATE",)),
    "year signs": (wear.lose_year_signs, ("DATE",)),
    "inner blanks": (wear.space_numbers, ("COUNT", "MONEY", "DATE", "PHONE", "OFFICIAL")),
}
#: Damages of the layout of text, each with the sign that it puts in.
SPACING_DAMAGES: dict[str, tuple[Damage, str]] = {"justified": (wear.justify, " "), "lines of a page": (cut_lines, "\n")}
#: Damages that nothing can repair, and the labels of the mentions that notes have to tell of.
NOTED_DAMAGES: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "deleted counts": (wear.delete_values, ("COUNT", "MONEY")),
    "deleted contacts": (wear.delete_values, ("PHONE", "EMAIL", "POSTCODE")),
    "deleted periods": (wear.delete_values, ("DATE",)),
    "signs lost in numbers": (wear.ask_in_numbers, ("COUNT", "MONEY")),
}
#: A note is about a value if it stands so near to its place.
NEAR = 4


def judge_repairs(corpus: Path, split: str = "dev") -> dict[str, dict[str, float]]:
    """Return for each damage how many places it made, and the share of them that is repaired to what was meant.

    ``clean``: the characters of the undamaged texts of all splits, and how many entries of repairs there are for 100,000 of them.
    """
    lexicon = read_lexicon(corpus / "lexicon")
    written = [document for document in read_corpus(corpus / split) if len(document.parts) > 1]
    reports = [vary(document, lexicon, Random(f"{seed} {document.name}")) for seed in SEEDS for document in written]
    rates = {name: _characters(reports, damage) for name, damage in CHARACTER_DAMAGES.items()}
    rates |= {name: _mentions(reports, damage, labels) for name, (damage, labels) in MENTION_DAMAGES.items()}
    rates |= {name: _spacing(reports, damage, sign) for name, (damage, sign) in SPACING_DAMAGES.items()}
    rates |= {name: _noted(reports, damage, labels) for name, (damage, labels) in NOTED_DAMAGES.items()}
    judged = {name: {"places": places, "rate": right / max(places, 1)} for name, (right, places) in rates.items()}
    false, size = false_repairs(document for split in ("train", "dev", "test") for document in read_corpus(corpus / split))
    return judged | {"clean": {"places": size, "rate": 100_000 * len(false) / size}}


def _characters(reports: list[Document], damage: Damage) -> tuple[int, int]:
    """Return how many characters of the undamaged texts come out as they were, and how many there are."""
    right = total = 0
    for parts, rng in _cases(reports):
        meant = normalise(render(parts).text).text.split("\n")
        found = normalise(render(damage(parts, rng)).text).text.split("\n")
        for line, other in zip(meant, found, strict=True):
            total += len(line)
            right += (
                len(line)
                if line == other
                else sum(b.size for b in SequenceMatcher(None, line, other, autojunk=False).get_matching_blocks())
            )
    return right, total


def _spacing(reports: list[Document], damage: Damage, sign: str) -> tuple[int, int]:
    """Return how many of the signs that the damage put in are taken out, less those of the text that are, and how many it put in."""
    right = total = 0
    for parts, rng in _cases(reports):
        whole, worn = render(parts).text, render(damage(parts, rng)).text
        meant, put, left = (_gaps(text, sign) for text in (normalise(whole).text, worn, normalise(worn).text))
        put -= meant
        total += len(put)
        right += len(put) - len(put & left) - len(meant - left)
    return right, total


def _gaps(text: str, sign: str) -> set[int]:
    """Return before which visible characters a blank or line break stands."""
    gaps, visible = set(), 0
    for one in text:
        if one == sign:
            gaps.add(visible)
        visible += not one.isspace()
    return gaps


def _noted(reports: list[Document], damage: Damage, labels: tuple[str, ...]) -> tuple[int, int]:
    """Return how many of the values that the damage took or marred are told of, and how many it took."""
    right = total = 0
    for parts, rng in _cases(reports):
        rendered = render(damage(parts, rng))
        told = [(one.start - NEAR, one.end + NEAR) for one in notes(normalise(rendered.text).text)]
        for mention in rendered.mentions:
            if mention.label in labels and rendered.text[mention.start : mention.end] != mention.meant:
                total += 1
                right += any(start <= mention.start <= end for start, end in told)
    return right, total


def _mentions(reports: list[Document], damage: Damage, labels: tuple[str, ...]) -> tuple[int, int]:
    """Return how many of the mentions that the damage changed are read as meant, and how many it changed."""
    right = total = 0
    for parts, rng in _cases(reports):
        rendered = render(damage(parts, rng))
        characters = normalise(rendered.text)
        mentions = _entities(rendered, characters)
        found = {entity.start: entity.text for entity in interpret(characters.text, mentions).entities}
        for place, mention in zip(mentions, rendered.mentions, strict=True):
            if mention.label in labels and rendered.text[mention.start : mention.end] != mention.meant:
                total += 1
                right += _same(found.get(place.start, ""), mention.meant)
    return right, total


def _same(found: str, meant: str) -> bool:
    """Compare two texts but for the form that every normalised one has: half width, one kind of brackets, no leading zero."""
    signs = str.maketrans("[](){}﹝﹞【】［］（）", "〔〕〔〕〔〕〔〕〔〕〔〕〔〕")
    one, other = (re.sub(r"(?<=[年月])0(?=\d[月日号])", "", normalise(text).text.translate(signs)) for text in (found, meant))
    return one == other


def _cases(reports: list[Document]) -> Iterable[tuple[tuple[Part, ...], Random]]:
    """Yield each report with random numbers of its own."""
    return ((document.parts, Random(f"{SEEDS[0]} {i}")) for i, document in enumerate(reports))


def _entities(rendered: Rendered, characters: Normalised) -> list[Entity]:
    """Return the mentions of a rendered document with offsets of its normalised characters, as yet unread."""
    return [Entity(mention.label, *characters.span_of(mention.start, mention.end), "", "", 1.0) for mention in rendered.mentions]


def false_repairs(documents: Iterable[Document]) -> tuple[list[str], int]:
    """Return what is repaired in undamaged texts, each as ``name: raw → repaired``, and how many characters these have."""
    found, size = [], 0
    for document in documents:
        rendered = render(document.parts)
        size += len(rendered.text)
        found += [f"{document.name}: {raw} → {repaired}" for raw, repaired in _repairs(rendered)]
    return found, size


def _repairs(rendered: Rendered) -> Iterable[tuple[str, str]]:
    """Yield what every step changes, or finds wanting, in a text."""
    characters, repairs = repair_characters(rendered.text)
    text = characters.text
    read = (*interpret(text, _entities(rendered, characters)).repairs, *notes(text))
    for one in (*repairs, *(replace(repair, raw=text[repair.start : repair.end]) for repair in read)):
        if one.step not in FORM:
            yield from [(one.raw, f"{one.repaired} ({one.step})")] * one.count
