"""The tokenizer: one token for each normalised character, so that ``token.idx`` stays the offset into the source."""

from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.attrs import NORM
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nianbao.normalise import Codes, Normalised, repair_characters

Bytes = bytes


class Tokenizer:
    """Cut a text into a token for each normalised character; the raw slice is its text, the character its norm."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the document whose tokens, laid end to end, are ``text``; what was repaired is in ``doc.user_data["repairs"]``."""
        normalised, repairs = repair_characters(text)
        words = _slices(text, normalised)
        doc = Doc(self.vocab, words=words, spaces=[False] * len(words))
        _set_norms(doc, normalised.codes)
        doc.user_data["repairs"] = repairs
        return doc

    def pipe(self, texts: Any, batch_size: int = 1000) -> Any:
        """Tokenise a stream of texts."""
        return map(self, texts)

    def to_bytes(self, *, exclude: Any = ()) -> Bytes:
        """Return nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: Bytes, *, exclude: Any = ()) -> "Tokenizer":
        """Return the tokenizer itself."""
        return self

    def to_disk(self, path: str | Path, *, exclude: Any = ()) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, path: str | Path, *, exclude: Any = ()) -> "Tokenizer":
        """Return the tokenizer itself."""
        return self


def codes_of(doc: Doc) -> Codes:
    """Return the normalised code point of each token (n,); of a foreign token that has several, the first."""
    norms, places = np.unique(doc.to_array(NORM), return_inverse=True)
    strings = doc.vocab.strings
    return np.array([ord(strings[norm][:1] or " ") for norm in norms.tolist()], dtype=np.uint32)[places]


def _slices(text: str, normalised: Normalised) -> list[str]:
    """Return the raw slice of each character."""
    if len(normalised.codes) == len(text):
        return list(text)
    return [text[start:end] for start, end in zip(normalised.starts.tolist(), normalised.ends.tolist(), strict=True)]


def _set_norms(doc: Doc, codes: Codes) -> None:
    """Write the normalised characters where they differ from the raw ones."""
    distinct, places = np.unique(codes, return_inverse=True)
    norms = np.array([doc.vocab.strings.add(chr(code)) for code in distinct.tolist()], dtype=np.uint64)
    doc.from_array([NORM], cast(Any, norms[places].reshape(-1, 1)))
