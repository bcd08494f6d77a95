"""Take out the blanks and line breaks that only a page has put into words: justified text, lines cut at the width of a page."""

import re
from collections.abc import Iterator

import numpy as np

from nianbao.headings import heading_end, number_at
from nianbao.normalise.characters import Mask, Normalised, Offsets

_HAN = "\u3400-\u9fff"
#: What stands between two blanks of a text whose every character is set apart: one character with its signs, or figures.
_APART = rf"(?:[^\s{_HAN}A-Za-z|]*[{_HAN}][^\s{_HAN}A-Za-z|]*|[^\s{_HAN}A-Za-z|]+)"
_RUN = re.compile(rf"(?<!\S){_APART}(?: {_APART})+(?!\S)")
_BLANK = re.compile(rf"(?<=[{_HAN}，。、；：）》”〕]) | (?=[{_HAN}，。、；：（《“〔])")
#: So many characters apart are no column of names (李 华), no spaced word of a title (概 述); where there are so many runs of them,
#: the text as a whole is justified, and shorter ones are too.
LONG_RUN, RUNS = 6, 3
#: A name that a page sets wide on a line of its own (某 县 人 民 政 府), if the text is not justified otherwise.
_SET_WIDE = re.compile(rf"[{_HAN}](?: [{_HAN}]){{1,7}}")
#: A page is at least so wide (in Chinese characters), and so many of its longer lines, and of all, are about as wide.
NARROWEST, SHARE, FEWEST = 20, 0.3, 5
_FINISHED = re.compile(r"[。！？!?\sa-zÀ-ỹ]$")
_GOES_ON = re.compile(rf"[{_HAN}\d，。、；：”》〕,.;:%）)]")


def close_words(characters: Normalised) -> Normalised:
    """Fold the blanks between characters that are all set apart into the character before."""
    runs = [match for match in _RUN.finditer(characters.text) if len(re.findall(f"[{_HAN}]", match.group())) > 1]
    long = [run for run in runs if len(re.findall(f"[{_HAN}]", run.group())) >= LONG_RUN]
    closed = runs if len(long) >= RUNS else [run for run in long if not _SET_WIDE.fullmatch(run.group())]
    if not closed:
        return characters
    keep = np.ones(len(characters.codes), dtype=bool)
    for run in closed:
        for blank in _BLANK.finditer(run.group()):
            keep[run.start() + blank.start()] = False
    return characters.folded(keep)


def join_lines(characters: Normalised) -> Normalised:
    """Fold the line breaks at the width of the page, until no lines are left that are cut at one."""
    while True:
        keep = _kept(characters)
        if keep.all():
            return characters
        characters = characters.folded(keep)


def _kept(characters: Normalised) -> Mask:
    """Mark all characters but the line breaks behind full lines that the next line goes on with."""
    keep = np.ones(len(characters.codes), dtype=bool)
    breaks = np.flatnonzero(characters.codes == ord("\n"))
    if len(breaks) < FEWEST:
        return keep
    edges = np.concatenate([[-1], breaks, [len(keep)]])
    passed = np.append(0.0, np.cumsum(np.where(characters.codes < 0x80, 0.5, 1.0)))
    widths = np.ceil(passed[edges[1:]] - passed[edges[:-1] + 1]).astype(np.int64)
    page = _page_width(widths[widths >= NARROWEST])
    if page:
        keep[list(_cuts(characters.text, edges, np.flatnonzero(np.abs(widths[:-1] - page) <= 1)))] = False
    return keep


def _page_width(widths: Offsets) -> int:
    """Return the width of the page; 0 where the lines are not cut at one."""
    counts = np.bincount(widths) if len(widths) else np.zeros(1, np.int64)
    page = int(counts.argmax())
    about = counts[max(page - 1, 0) : page + 1].sum()
    return page if about >= FEWEST and about >= SHARE * len(widths) else 0


def _cuts(text: str, edges: Offsets, full: Offsets) -> Iterator[int]:
    """Yield the places of the breaks behind those of the full lines that end no sentence, where no heading or row of a table follows."""
    for i in full.tolist():
        line, after = text[edges[i] + 1 : edges[i + 1]], text[edges[i + 1] + 1 : edges[i + 2]]
        number = number_at(after, 0, len(after))
        heads = number is not None and number.form <= 2 and heading_end(after, number.body, len(after)) is not None
        if not (heads or _FINISHED.search(line) or "|" in line or "|" in after) and _GOES_ON.match(after):
            yield int(edges[i + 1])
