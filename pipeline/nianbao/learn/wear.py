"""What converters and page makers do to the characters of a text: other script, other wording, look-alikes, signs put in or lost."""

import re
from collections.abc import Callable
from functools import lru_cache
from random import Random

from opencc import OpenCC
from pypinyin import Style, pinyin

from nianbao.learn.corpus import Line, Part, Piece
from nianbao.normalise.dictionaries import opencc, plain_radicals, simplified

Parts = tuple[Part, ...]
#: Signs that show nothing and that editors leave behind.
_INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060"
#: The digit groups of a number with thousands, and a year with its sign.
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+(?!\d))")
_APART = re.compile(r"(?<=[\u3400-\u9fff，。、；：])(?=[\u3400-\u9fff\d])|(?<=\d)(?=[\u3400-\u9fff])")
_FIGURE = re.compile(r"^\d[\d,.，]*\s*(?=\D*$)")
_FROM, _TO = re.compile(r"[自从]$"), re.compile(r"^起?[至到]$")
_YEAR_SIGN = re.compile(r"(?<=\d{4})年(?=\d{1,2}月)")


def each_piece(parts: Parts, change: Callable[[Piece], Piece]) -> Parts:
    """Return the parts with every piece changed."""
    return tuple(Part(part.label, tuple(tuple(change(piece) for piece in line) for line in part.lines)) for part in parts)


def _each_raw(parts: Parts, change: Callable[[str], str]) -> Parts:
    """Return the parts with what the page shows of every piece changed, and what it means kept."""
    return each_piece(parts, lambda piece: Piece(change(piece.raw), piece.label, piece.meant))


def make_traditional(parts: Parts, rng: Random) -> Parts:
    """Turn the text traditional, in half of the cases with pinyin, once or twice, after the characters that changed."""
    style = rng.choice([None, None, Style.TONE, Style.NORMAL])
    times = rng.choice([1, 1, 1, 2])
    return _each_raw(parts, lambda raw: traditional(raw, style, times))


def traditional(text: str, style: Style | None, times: int = 1) -> str:
    """Return the text in traditional characters; ``style`` puts pinyin in brackets after each one that changed."""
    converted = _converter("s2t").convert(text)
    if len(converted) != len(text):
        converted = "".join(_converter("s2t").convert(sign)[:1] or sign for sign in text)
    if style is None:
        return str(converted)
    return "".join(new if new == old else new + times * f"({_reading(old, style)})" for old, new in zip(text, converted, strict=True))


@lru_cache(maxsize=20_000)
def _reading(character: str, style: Style) -> str:
    return str(pinyin(character, style=style)[0][0])


def put_pinyin(parts: Parts, rng: Random) -> Parts:
    """Put pinyin after most characters of a simplified text, now and then twice."""
    style, times = rng.choice([Style.TONE, Style.NORMAL]), rng.choice([1, 1, 2])

    def change(raw: str) -> str:
        return "".join(sign + times * f"({_reading(sign, style)})" if "一" <= sign <= "龥" and rng.random() < 0.8 else sign for sign in raw)

    return _each_raw(parts, change)


def make_taiwanese(parts: Parts, rng: Random) -> Parts:
    """Turn the text traditional with the wording of Taiwan."""
    return _each_raw(parts, lambda raw: str(_converter("s2twp").convert(raw)))


def choose_wrong_variants(parts: Parts, rng: Random) -> Parts:
    """Turn the text traditional character by character, with any of the characters that a simplified one can stand for."""
    return _each_raw(parts, lambda raw: "".join(rng.choice(_variants().get(sign, [sign])) for sign in raw))


@lru_cache(maxsize=1)
def _variants() -> dict[str, list[str]]:
    """Return the traditional characters of each simplified one that lead back to it, or that a careless converter knows."""
    variants: dict[str, list[str]] = {}
    own = range(0x3400, 0xA000)
    for code in own:
        if simplified()[code] != code:
            variants.setdefault(chr(simplified()[code]), []).append(chr(code))
    known = set(opencc("STCharacters.txt").values())
    usual = {sign: [one for one in all_of if one in known] or all_of[:1] for sign, all_of in variants.items()}
    return usual | {"咨": ["谘", "諮"], "余": ["餘", "馀"]}


def use_radicals(parts: Parts, rng: Random) -> Parts:
    """Write radicals for the characters that look like them."""
    return _each_raw(parts, lambda raw: raw.translate(_radicals()))


@lru_cache(maxsize=1)
def _radicals() -> dict[int, int]:
    blocks = [code for code in range(0x2E80, 0x2FE0) if plain_radicals()[code] != code]
    return {int(plain_radicals()[code]): code for code in blocks}


def put_invisible_signs(parts: Parts, rng: Random) -> Parts:
    """Put signs that show nothing between characters."""

    def change(raw: str) -> str:
        return "".join(sign + (rng.choice(_INVISIBLE) if rng.random() < 0.03 else "") for sign in raw)

    return _each_raw(parts, change)


def space_numbers(parts: Parts, rng: Random) -> Parts:
    """Put blanks into numbers of mentions, between thousands or anywhere, and between the characters of short names."""

    def change(piece: Piece) -> Piece:
        raw = piece.raw
        if piece.label in {"COUNT", "MONEY"} and rng.random() < 0.5:
            raw = _THOUSANDS.sub(" ", raw)
        elif piece.label in {"DATE", "PHONE"} and rng.random() < 0.3:
            raw = re.sub(r"(?<=\d)(?=\d)", lambda _: rng.choice(["", "", " "]), raw)
        elif piece.label == "OFFICIAL" and len(raw) == 2:
            raw = rng.choice(["　", " ", "  "]).join(raw)
        return Piece(raw, piece.label, piece.meant)

    return each_piece(parts, change)


def lose_separators(parts: Parts, rng: Random) -> Parts:
    """Write ? where a number had a separator that the encoding of a page did not know."""

    def change(piece: Piece) -> Piece:
        hit = piece.label in {"COUNT", "MONEY"} and rng.random() < 0.1
        return Piece(_THOUSANDS.sub("?", piece.raw), piece.label, piece.meant) if hit else piece

    return each_piece(parts, change)


def ask_in_numbers(parts: Parts, rng: Random) -> Parts:
    """Write ? or a box for the separators, and for the decimal points, of all numbers."""
    sign = rng.choice("?？□")

    def change(piece: Piece) -> Piece:
        hit = piece.label in {"COUNT", "MONEY"}
        return Piece(re.sub(r"(?<=\d)[.,](?=\d)", sign, _THOUSANDS.sub(sign, piece.raw)), piece.label, piece.meant) if hit else piece

    return each_piece(parts, change)


def delete_values(parts: Parts, rng: Random) -> Parts:
    """Take out the figures of counts and money (their units stay), contacts, and the dates that begin or end a period."""

    def change(line: Line) -> Line:
        return tuple(_without_value(piece, line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]) for i, piece in enumerate(line))

    return tuple(Part(part.label, tuple(change(line) for line in part.lines)) for part in parts)


def _without_value(piece: Piece, before: Piece, after: Piece) -> Piece:
    """Return a mention without its value."""
    if piece.label in {"COUNT", "MONEY"} and _FIGURE.match(piece.raw):
        return Piece(_FIGURE.sub("", piece.raw), piece.label, piece.meant)
    in_period = piece.label == "DATE" and (_FROM.search(before.raw) or (_TO.search(before.raw) and not after.label))
    contact = piece.label in {"PHONE", "EMAIL", "POSTCODE"} and not after.raw.startswith("热线")  # a hotline needs no number
    if contact or in_period:
        return Piece("", piece.label, piece.meant)
    return piece


def justify(parts: Parts, rng: Random) -> Parts:
    """Set the characters of two thirds of the lines apart by blanks, as justified pages come out of a PDF."""

    def change(line: Line) -> Line:
        if rng.random() < 1 / 3 or any(re.search(r"[|\s]", piece.raw) for piece in line):
            return line
        return tuple(
            Piece(_APART.sub(" ", piece.raw) + " " * (i + 1 < len(line)), piece.label, piece.meant) for i, piece in enumerate(line)
        )

    return tuple(Part(part.label, tuple(change(line) for line in part.lines)) for part in parts)


def lose_year_signs(parts: Parts, rng: Random) -> Parts:
    """Write - or nothing for the 年 of dates."""
    sign = rng.choice(["-", ""])

    def change(piece: Piece) -> Piece:
        hit = piece.label == "DATE" and rng.random() < 0.8
        return Piece(_YEAR_SIGN.sub(sign, piece.raw), piece.label, piece.meant) if hit else piece

    return each_piece(parts, change)


@lru_cache(maxsize=2)
def _converter(config: str) -> OpenCC:
    return OpenCC(config)
