"""Words that names are made of: places of GB/T 2260, departments, posts, surnames; where they stand in a text, for the recogniser.

The word lists are hints, not answers: the recogniser learns how far to trust each, and most townships are in none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from nianbao.hashing import Column, mix
from nianbao.places import place_names

LISTS = ("places", "departments", "posts", "surnames")
#: No longer word is looked for: the longest name of a division has fifteen signs.
LONGEST = 15
#: Size of the table that rules out what begins no word, so that few places are looked up.
_SIEVE = 1 << 20


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The hashes of all words, rising; for each the lists that hold it, as bits; and a sieve over their low bits."""

    hashes: Column
    lists: npt.NDArray[np.uint8]
    sieve: npt.NDArray[np.bool_]


def words(name: str) -> list[str]:
    """Return the words of a list, one a line in its file."""
    return files("nianbao.gazetteer").joinpath(f"{name}.txt").read_text(encoding="utf-8").split()


def marks(codes: Column) -> list[Column]:
    """Return for each list and each place (n,) whether a word begins, goes on or ends there, with the longest such word's size."""
    starts, ends = np.zeros((2, len(LISTS), len(codes)), dtype=np.uint32)
    depth = np.zeros((len(LISTS), len(codes) + 1), dtype=np.int32)
    for size, at, lists in _matches(codes):
        for k in range(len(LISTS)):
            first = at[(lists >> k & 1).astype(bool)]
            starts[k, first] = ends[k, first + size - 1] = size
            depth[k, first] += 1
            depth[k, first + size] -= 1
    covered = np.cumsum(depth, axis=1)[:, :-1] > 0
    return [(covered[k] + 2 * starts[k] + 32 * ends[k]).astype(np.uint32) for k in range(len(LISTS))]


def _matches(codes: Column) -> Iterator[tuple[int, npt.NDArray[np.int64], npt.NDArray[np.uint8]]]:
    """Yield for each size of words the places where some begin, and the lists that hold them."""
    known = _gazetteer()
    for size, hashed in enumerate(_grams(codes), 1):
        at = np.flatnonzero(known.sieve[hashed & np.uint32(_SIEVE - 1)])
        rank = np.minimum(np.searchsorted(known.hashes, hashed[at]), len(known.hashes) - 1)
        found = known.hashes[rank] == hashed[at]
        yield size, at[found], known.lists[rank[found]]


def _grams(codes: Column) -> Iterator[Column]:
    """Yield the hashes of all stretches of one sign, of two …: of size s those that begin at each of the first n - s + 1 places."""
    hashed = mix(1, codes)
    for size in range(2, LONGEST + 2):
        yield hashed
        if size > min(len(codes), LONGEST):
            return
        hashed = mix(size, hashed[:-1], codes[size - 1 :])


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    held: dict[int, int] = {}
    lists = {
        "places": place_names(),
        "departments": words("departments"),
        "posts": words("posts"),
        "surnames": [*"".join(words("surnames")), *words("compound_surnames")],
    }
    for k, name in enumerate(LISTS):
        for word in lists[name]:
            *_, hashed = _grams(np.array([ord(sign) for sign in word], dtype=np.uint32))
            held[int(hashed[0])] = held.get(int(hashed[0]), 0) | 1 << k
    hashes = np.array(sorted(held), dtype=np.uint32)
    sieve = np.zeros(_SIEVE, dtype=bool)
    sieve[hashes & np.uint32(_SIEVE - 1)] = True
    return Gazetteer(hashes, np.array([held[one] for one in hashes.tolist()], dtype=np.uint8), sieve)
