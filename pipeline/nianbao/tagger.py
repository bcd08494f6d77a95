"""What the section classifier and the entity recogniser share: a spaCy pipe around the CRF."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import srsly
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Optimizer

from nianbao import crf

Prediction = tuple[crf.Tags, crf.Floats]
#: Weights this near to zero change no score that matters; leaving them out halves the model (F1 0.9655 with, 0.9656 without).
NEGLIGIBLE = 0.01
#: Scale and shift that leave a confidence as it is.
IDENTITY = (1.0, 0.0)
#: Nearer than this to 0 or 1 no confidence is taken at its word: nothing of ours was measured on a hundred thousand cases.
CERTAIN = 1e-5


class SequenceTagger(TrainablePipe):  # type: ignore[misc]
    """A pipe that gives each place of a document's sequences a tag; heirs say what a place is and what a tag means."""

    tags: list[str]
    allowed: crf.Chain

    def __init__(self, vocab: Vocab, model: crf.CRF, name: str, scorer: Callable[..., dict[str, Any]]) -> None:
        self.vocab, self.model, self.name, self.scorer = vocab, model, name, scorer
        self.cfg: dict[str, Any] = {"calibration": IDENTITY}
        self.model.set_dim("nO", len(self.tags))

    @abstractmethod
    def featurise(self, doc: Doc) -> crf.Features:
        """Return the features of the document's places."""

    @abstractmethod
    def gold(self, doc: Doc) -> crf.Tags:
        """Return the tags of the document's places as annotated."""

    @abstractmethod
    def annotate(self, doc: Doc, tags: crf.Tags, confidence: crf.Floats) -> None:
        """Write the decoded tags into the document."""

    def predict(self, docs: Iterable[Doc]) -> list[Prediction]:
        """Return tags and their probabilities for each document, all documents decoded at once."""
        features = [self.featurise(doc) for doc in docs]
        joined = _join(features)
        if not len(joined.ids):
            return [(np.zeros(0, np.int64), np.zeros(0, np.float32))] * len(features)
        scores = self.model.predict(joined)
        tags, confidence = crf.decode(scores, joined.lengths, crf.chain_of(self.model, self.allowed), self.allowed)
        ends = np.cumsum([len(one.ids) for one in features])[:-1]
        return list(zip(np.split(tags, ends), np.split(confidence, ends), strict=True))

    def set_annotations(self, docs: Iterable[Doc], scores: list[Prediction]) -> None:
        """Write the predictions into the documents."""
        for doc, (tags, confidence) in zip(docs, scores, strict=True):
            self.annotate(doc, tags, confidence)

    def calibrated(self, confidence: Sequence[float]) -> list[float]:
        """Return the probabilities that spans of such a confidence are right (Platt 1999, fitted by ``nianbao.learn``)."""
        scale, shift = self.cfg["calibration"]
        return [float(p) for p in 1 / (1 + np.exp(-scale * log_odds(confidence) - shift))]

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from a batch: one step on the negative log-likelihood of its sequences."""
        losses = losses if losses is not None else {}
        losses.setdefault(self.name, 0.0)
        docs = [example.reference for example in examples]
        features = _join([self.featurise(doc) for doc in docs])
        if not len(features.ids):
            return losses
        scores, backprop = self.model.begin_update(features)
        loss, gradient = crf.nll(self.model, scores, features.lengths, np.concatenate([self.gold(doc) for doc in docs]), self.allowed)
        backprop(gradient)
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] += loss
        return losses

    def finish_update(self, sgd: Optimizer) -> None:
        """Take a step; what stands beside the table wants steps of another kind, by an optimiser of its own."""
        own = self.model.attrs.get("optimizer", sgd)

        def step(key: tuple[int, str], weights: Any, gradient: Any) -> Any:
            return (sgd if key[0] == self.model.id else own)(key, weights, gradient)

        self.model.finish_update(cast(Optimizer, step))
        if own is not sgd:
            own.step_schedules()

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:
        """Set the weights to zero; the tags are given by the vocabulary, so no example is read."""
        self.model.initialize()

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the weights, sparse and in half precision, the calibration, and what else the features need."""
        more = {"cfg": {"calibration": list(self.cfg["calibration"])}, "resources": self._resources()}
        return bytes(srsly.msgpack_dumps(_sparse(self.model) | {"dense": _dense(self.model)} | more))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "SequenceTagger":
        """Load what :meth:`to_bytes` gave; only arrays and numbers are read."""
        loaded = srsly.msgpack_loads(data)
        _load(self.model, loaded)
        self.cfg = {"calibration": tuple(loaded.get("cfg", {}).get("calibration", IDENTITY))}
        self._use(loaded.get("resources", {}))
        return self

    def _resources(self) -> dict[str, bytes]:
        """Return the files that the features need beside the weights; heirs that need some say which."""
        return {}

    def _use(self, resources: dict[str, bytes]) -> None:
        """Take the files that :meth:`_resources` gave."""

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights to the directory ``path``."""
        Path(path).mkdir(parents=True, exist_ok=True)
        Path(path, "weights").write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "SequenceTagger":
        """Load what :meth:`to_disk` wrote."""
        self.from_bytes(Path(path, "weights").read_bytes())
        return self


def log_odds(confidence: Sequence[float]) -> npt.NDArray[np.float64]:
    """Return the logarithm of the odds of each probability."""
    p = np.clip(np.asarray(confidence, dtype=np.float64), CERTAIN, 1 - CERTAIN)
    return np.asarray(np.log(p / (1 - p)))


def _join(features: list[crf.Features]) -> crf.Features:
    """Lay the sequences of several documents end to end."""
    ids = [one.ids for one in features if len(one.ids)]
    if not ids:
        return crf.Features(np.zeros((0, 0), np.int32), np.zeros(0, np.int64))
    return crf.Features(np.concatenate(ids), np.concatenate([one.lengths for one in features]))


def _sparse(model: crf.CRF) -> dict[str, Any]:
    """Return the parameters as plain bytes; of the table the entries that matter."""
    table = crf.parameter(model, "table")
    rows, tags = np.nonzero(np.abs(table) > NEGLIGIBLE)
    return {
        **{name: crf.parameter(model, name).astype(np.float16).tobytes() for name in ("transitions", "initial", "final")},
        "shape": list(table.shape),
        "counts": np.bincount(rows, minlength=len(table)).astype(np.uint8).tobytes(),
        "tags": tags.astype(np.uint8).tobytes(),
        "values": table[rows, tags].astype(np.float16).tobytes(),
    }


def _dense(model: crf.CRF) -> list[bytes]:
    """Return the parameters of the layers beside the table as plain bytes."""
    return [crf.parameter(node, name).astype(np.float16).tobytes() for node, name in _beside(model)]


def _beside(model: crf.CRF) -> list[tuple[crf.CRF, str]]:
    """Return where the parameters of the layers beside the table are, always in the same order."""
    return [(node, name) for layer in model.layers for node in layer.walk() for name in node.param_names]


def _load(model: crf.CRF, data: dict[str, Any]) -> None:
    """Set the model's parameters from what :func:`_sparse` and :func:`_dense` gave."""
    model.initialize()
    for (node, name), values in zip(_beside(model), data.get("dense", []), strict=True):
        shape = crf.parameter(node, name).shape
        node.set_param(name, cast(Any, np.frombuffer(values, np.float16).astype(np.float32).reshape(shape)))
    rows, tags = data["shape"]
    table = np.zeros((rows, tags), dtype=np.float32)
    places = np.repeat(np.arange(rows), np.frombuffer(data["counts"], np.uint8))
    table[places, np.frombuffer(data["tags"], np.uint8)] = np.frombuffer(data["values"], np.float16)
    model.set_param("table", cast(Any, table))
    for name, shape in (("transitions", (tags, tags)), ("initial", (tags,)), ("final", (tags,))):
        model.set_param(name, cast(Any, np.frombuffer(data[name], np.float16).astype(np.float32).reshape(shape)))
