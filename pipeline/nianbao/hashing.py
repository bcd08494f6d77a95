"""Feature hashing in numpy: columns of integers to rows of a weight table."""

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[np.uint32]
_PRIME = np.uint32(0x9E3779B1)


def mix(template: int, *columns: Column) -> Column:
    """Hash the values that stand side by side in ``columns``, apart for each template (multiplicative, after Knuth 6.4)."""
    seed = (template * 0x85EBCA6B + 0x27D4EB2F) & 0xFFFFFFFF
    mixed = np.full(columns[0].shape, seed, dtype=np.uint32)
    for column in columns:
        mixed ^= column
        mixed *= _PRIME
        mixed ^= mixed >> np.uint32(15)
    return mixed


def to_rows(hashes: Column, rows: int) -> npt.NDArray[np.int32]:
    """Map hashes to rows 1…rows-1; row 0 is kept for features that are absent or hidden."""
    return (hashes % np.uint32(rows - 1) + np.uint32(1)).astype(np.int32)


def bucket(values: npt.NDArray[np.int64], bounds: tuple[int, ...]) -> Column:
    """Return for each value how many of the rising bounds it reaches."""
    return np.searchsorted(np.array(bounds), values, side="right").astype(np.uint32)
