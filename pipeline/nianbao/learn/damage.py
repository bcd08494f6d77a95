"""What pages do to a text, done on purpose: each function takes the lines of a document and gives them back worse."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from nianbao.learn.corpus import Line, Part, Piece
from nianbao.learn.wear import (
    Parts,
    choose_wrong_variants,
    each_piece,
    lose_separators,
    lose_year_signs,
    make_taiwanese,
    make_traditional,
    put_invisible_signs,
    put_pinyin,
    space_numbers,
    use_radicals,
)

Damage = Callable[[Parts, Random], Parts]
_HEADING = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.、])")
_DOC_NO = re.compile(r"(.+?)([〔\[（(﹝【])((?:19|20)\d\d)([〕\]）)﹞】])(\d+)(号?)")


def _plain(line: Line) -> str:
    return "".join(piece.raw for piece in line)


def lose_number_signs(parts: Parts, rng: Random) -> Parts:
    """Take brackets, 号 and 年月日 out of document numbers and dates: 〔2018〕48号 → 〔201848号, 2月27日 → 227."""
    numbers, dates = rng.random() < 0.8, rng.random() < 0.7

    def change(piece: Piece) -> Piece:
        if numbers and piece.label == "DOC_NO" and rng.random() < 0.9:
            return Piece(_worn_number(piece.raw, rng), piece.label, piece.meant)
        if dates and piece.label == "DATE" and "月" in piece.raw and "日" in piece.raw and rng.random() < 0.9:
            return Piece(re.sub(r"[年月日]", "", piece.raw), piece.label, piece.meant)
        return piece

    worn = each_piece(parts, change)
    return tuple(Part(part.label, tuple(_glue_periods(line, rng) for line in part.lines)) for part in worn)


def _worn_number(raw: str, rng: Random) -> str:
    match = _DOC_NO.fullmatch(raw)
    if not match:
        return raw
    body, opening, year, closing, serial, end = match.groups()
    style = rng.random()
    if style < 0.65:
        return f"{body}{opening}{year}{serial}{end if rng.random() < 0.6 else ''}"
    if style < 0.8:
        return f"{body}{year}{serial}{end}"
    return f"{body}{opening}{year}{closing} {serial}{end}"


def _glue_periods(line: Line, rng: Random) -> Line:
    """Drop 至 and the like between two dates that have lost their signs."""
    pieces = list(line)
    for i in range(1, len(pieces) - 1):
        bare = pieces[i - 1].label == pieces[i + 1].label == "DATE" and pieces[i - 1].raw.isdigit()
        if bare and re.fullmatch(r"(?:起|开始)?(?:至|到|截至)|[-—－~]+", pieces[i].raw) and rng.random() < 0.7:
            pieces[i] = Piece("")
    return tuple(piece for piece in pieces if piece.raw)


def change_brackets(parts: Parts, rng: Random) -> Parts:
    """Write document numbers with other brackets, and now and then with a blank inside."""
    opening, closing = rng.choice([("[", "]"), ("(", ")"), ("（", "）"), ("﹝", "﹞"), ("【", "】"), ("［", "］"), ("〔", "〕")])
    gap = rng.choice(["", "", "", " "])

    def change(piece: Piece) -> Piece:
        match = _DOC_NO.fullmatch(piece.raw) if piece.label == "DOC_NO" else None
        if not match:
            return piece
        body, _, year, _, serial, end = match.groups()
        return Piece(f"{body}{opening}{year}{closing}{serial}{gap}{end}", piece.label, piece.meant)

    return each_piece(parts, change)


def glue_headings(parts: Parts, rng: Random) -> Parts:
    """Join headings with the text that follows them."""

    def glue(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        glued: list[Line] = []
        pending: Line = ()
        for line in lines:
            text = _plain(line)
            if _HEADING.match(text) and len(text) < 30 and not text.endswith("。"):
                pending = (*pending, *line)
            elif text.strip() or not pending:
                glued.append((*pending, *line))
                pending = ()
        return (*glued, pending) if pending else tuple(glued)

    return tuple(Part(part.label, glue(part.lines)) for part in parts)


def lose_headings(parts: Parts, rng: Random) -> Parts:
    """Drop the headings of sections that have text beside them."""

    def without(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        text = _plain(lines[0]) if lines else ""
        return lines[1:] if len(lines) > 1 and _HEADING.match(text) and len(text) < 30 else lines

    return tuple(Part(part.label, without(part.lines)) for part in parts)


def lose_heading_numbers(parts: Parts, rng: Random) -> Parts:
    """Drop the numbers of headings, of all levels or of the first."""
    number = _HEADING if rng.random() < 0.5 else re.compile(r"[一二三四五六七八九十]+、")

    def change(line: Line) -> Line:
        return (Piece(number.sub("", line[0].raw, count=1), line[0].label, line[0].meant), *line[1:]) if line else line

    return tuple(Part(part.label, tuple(change(line) for line in part.lines)) for part in parts)


def one_line(parts: Parts, rng: Random) -> Parts:
    """Run all lines of the report together."""
    gap = Piece(rng.choice([" ", "　　", " "]))
    return tuple(Part(part.label, (tuple(piece for line in part.lines if line for piece in (*line, gap)),)) for part in parts)


def wrap_lines(parts: Parts, rng: Random) -> Parts:
    """Break long lines where a page of PDF or a narrow column breaks them; a mention that a break runs through stays one mention."""
    width = rng.randint(24, 46)

    def wrapped(line: Line) -> Line:
        length, at = len(_plain(line)), 0
        pieces = []
        for piece in line if "，" in _plain(line) else ():
            breaks = ["\n" * (place % width == 0 and place < length) for place in range(at + 1, at + len(piece.raw) + 1)]
            pieces.append(replace(piece, raw="".join(sign + end for sign, end in zip(piece.raw, breaks, strict=True))))
            at += len(piece.raw)
        return tuple(pieces) or line

    return tuple(Part(part.label, tuple(wrapped(line) for line in part.lines)) for part in parts)


def add_blanks(parts: Parts, rng: Random) -> Parts:
    """Put blank lines between lines, or blanks before them."""
    indent = rng.choice(["", "　　", "    ", "\xa0\xa0\xa0\xa0", "  "])
    spread = rng.random() < 0.6

    def lines(old: tuple[Line, ...]) -> tuple[Line, ...]:
        spaced = [(Piece(indent), *line) if indent and line else line for line in old]
        return tuple(line for one in spaced for line in ((one, ()) if spread and one else (one,)))

    return tuple(Part(part.label, lines(part.lines)) for part in parts)


def change_punctuation(parts: Parts, rng: Random) -> Parts:
    """Write all signs half-width, some of them, or numbers full-width."""
    table = rng.choice(
        [str.maketrans("（），：；！？", "(),:;!?"), str.maketrans("（）", "()"), str.maketrans("：", ":"), str.maketrans("()", "（）")]
    )
    if rng.random() < 0.15:
        table |= str.maketrans("0123456789", "０１２３４５６７８９")

    def change(piece: Piece) -> Piece:
        meant = piece.meant.translate({sign: other for sign, other in table.items() if not chr(sign).isdigit()})
        return Piece(piece.raw.translate(table), piece.label, meant)

    return each_piece(parts, change)


def change_quotes(parts: Parts, rng: Random) -> Parts:
    """Write straight quotes, or none."""
    table = str.maketrans(rng.choice([{"“": '"', "”": '"'}, {"“": "「", "”": "」"}, {"“": "", "”": ""}]))
    return each_piece(parts, lambda piece: piece if piece.label else Piece(piece.raw.translate(table)))


def lose_contact_separators(parts: Parts, rng: Random) -> Parts:
    """Run contact blocks together: take out what stands between a value and the next label."""

    def change(line: Line) -> Line:
        labels = {piece.label for piece in line} & {"PHONE", "POSTCODE", "EMAIL"}
        if not labels or rng.random() < 0.3:
            return line
        return tuple(p for p in (p if p.label else Piece(re.sub(r"[；;，,、](?=[邮电传地联网])", "", p.raw)) for p in line) if p.raw)

    return tuple(Part(part.label, tuple(change(line) for line in part.lines)) for part in parts)


#: Each damage with the share of damaged documents that suffer it; the data card states them.
DAMAGES: tuple[tuple[Damage, float], ...] = (
    (lose_number_signs, 0.3),
    (change_brackets, 0.25),
    (lose_contact_separators, 0.15),
    (lose_headings, 0.2),
    (lose_heading_numbers, 0.12),
    (glue_headings, 0.25),
    (change_punctuation, 0.4),
    (change_quotes, 0.15),
    (add_blanks, 0.3),
    (lose_year_signs, 0.04),
    (space_numbers, 0.06),
    (lose_separators, 0.02),
    (make_traditional, 0.12),
    (make_taiwanese, 0.03),
    (choose_wrong_variants, 0.03),
    (put_pinyin, 0.02),
    (use_radicals, 0.03),
    (put_invisible_signs, 0.04),
    (one_line, 0.05),
    (wrap_lines, 0.08),
)


def damage(parts: Parts, rng: Random) -> Parts:
    """Damage a document in the ways that pages do, in the order in which they would."""
    for one, share in DAMAGES:
        if rng.random() < share:
            parts = one(parts, rng)
    return parts
