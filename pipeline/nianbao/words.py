"""Words as features: an optional segmenter (pkuseg with a model of our own) that says which word each character belongs to.

Tokens stay characters, so that offsets stay those of the source. pkuseg is imported only where a pipeline brings a model for it.
"""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt

from nianbao.errors import ModelError
from nianbao.hashing import Column, mix

#: All that a model consists of: numbers and strings. Without them pkuseg would look for pickles, which we never read.
FILES = ("features.msgpack", "weights.npz")
#: Words and places in words are told apart up to this length.
LONG = 9

Files = dict[str, bytes]


def model_files(directory: Path) -> Files:
    """Return the files of the model in a directory; none where it holds none, and words are characters."""
    return {name: (directory / name).read_bytes() for name in FILES if (directory / name).is_file()}


class Segmenter:
    """pkuseg with the model that the files hold."""

    def __init__(self, files: Files) -> None:
        if set(files) != set(FILES):
            raise ModelError(f"a model of pkuseg consists of {' and '.join(FILES)}, here are: {', '.join(files) or 'none'}")
        self.files = files
        self._pkuseg = _load(files)

    def columns(self, sentences: Sequence[str]) -> npt.NDArray[np.uint32]:
        """Hash the word of each character (n, 6) of the sentences, laid end to end: its length and itself, those beside it."""
        words = list(chain.from_iterable(self._pkuseg.cut(sentence) for sentence in sentences))
        sizes = np.array([len(word) for word in words], dtype=np.int64)
        hashes = np.array([_hash(word) for word in words], dtype=np.uint32)
        word = np.repeat(np.arange(len(words)), sizes)
        first = (np.cumsum(sizes) - sizes)[word]
        offset = (np.arange(len(word)) - first).clip(0, LONG).astype(np.uint32)
        size = sizes[word].clip(0, LONG).astype(np.uint32)
        padded = np.pad(hashes, 1)
        before, own, after = padded[word], padded[word + 1], padded[word + 2]
        return np.stack(_templates(offset, size, (before, own, after)), axis=1)


def _templates(offset: Column, size: Column, words: tuple[Column, Column, Column]) -> list[Column]:
    """Hash what is known of each character's word, always with the character's place in it."""
    before, own, after = words
    return [
        mix(130, offset, size),
        mix(131, offset, own),
        mix(132, offset, size, before),
        mix(133, offset, size, after),
        mix(134, offset, before, own),
        mix(135, offset, own, after),
    ]


def _hash(word: str) -> int:
    """Return a number for the word that is the same in every run."""
    value = 0
    for sign in word:
        value = (value * 0x01000193 ^ ord(sign)) & 0xFFFFFFFF
    return value


def _load(files: Files) -> Any:
    """Return pkuseg's reader; without its own word list, which is a pickle."""
    try:
        import spacy_pkuseg
    except ImportError as error:
        raise ModelError("this model reads words: pip install 'nianbao[pkuseg]'") from error
    with TemporaryDirectory() as name:
        for file, content in files.items():
            Path(name, file).write_bytes(content)
        return spacy_pkuseg.pkuseg(name, user_dict=None)
