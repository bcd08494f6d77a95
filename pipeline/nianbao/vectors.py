"""Vectors beside n-grams: a few features of each place embedded and mixed with its neighbours', as spaCy's tok2vec does.

An n-gram seen in no training text says nothing; the vectors of its characters still do.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import (
    Dropout,
    HashEmbed,
    Linear,
    Maxout,
    Model,
    Ragged,
    chain,
    concatenate,
    list2array,
    ragged2list,
    with_array,
    zero_init,
)

from nianbao.crf import Features, Floats

#: Places to each side that one layer of the encoder sees, and pieces of its maxout units: those of spaCy's default.
WINDOW, PIECES = 1, 3


def Vectors(columns: Sequence[tuple[int, int]], width: int, depth: int, dropout: float) -> Model[Features, Floats]:
    """Build the layer: features (n, k) to scores (n, tags); ``columns`` are the features that are embedded, each with its rows."""
    tables: list[Model[Any, Any]] = [HashEmbed(width, rows, column=i, seed=i + 1) for i, (_, rows) in enumerate(columns)]
    embedded: Model[Any, Any] = concatenate(*tables)
    mixed: Model[Any, Any] = chain(embedded, Dropout(dropout), Maxout(width, width * len(columns), nP=PIECES, normalize=True))
    encoder = MaxoutWindowEncoder(width, WINDOW, PIECES, depth)
    output = Linear(nI=width, init_W=zero_init)
    model: Model[Features, Floats] = chain(
        cast(Any, _select([column for column, _ in columns])),
        with_array(mixed),
        ragged2list(),
        encoder,
        list2array(),
        Dropout(dropout),
        output,
    )
    model.set_ref("output", output)
    return model


def _select(columns: list[int]) -> Model[Features, Ragged]:
    """Build the layer that passes on some of the features, sequence by sequence."""

    def forward(model: Model[Features, Ragged], X: Features, is_train: bool) -> tuple[Ragged, Callable[[Ragged], list[None]]]:
        ids = np.ascontiguousarray(X.ids[:, columns], dtype=np.uint64)
        return Ragged(cast(Any, ids), cast(Any, X.lengths.astype(np.int32))), lambda _: []

    return Model("select", forward)
