"""A linear-chain CRF over hashed features: the one statistical model of the project, used for sections and for entities.

Scores are sums of rows of one table, gathered in C; forward–backward is matrix products over all sequences of a batch at
once. Decoding takes the most probable tag of each place and falls back to Viterbi only for the sequences where those tags
do not form a legal path, so that confidences cost nothing extra.

Lafferty, McCallum, Pereira: Conditional Random Fields, ICML 2001; features hashed as in Weinberger et al., ICML 2009.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from thinc.api import Model

Tags = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
#: Added to the score of what is not allowed: e^-30 is nothing beside any real path, and still far from underflow.
FORBIDDEN = -30.0


@dataclass(frozen=True, slots=True)
class Features:
    """Hashed features of some sequences laid end to end: ids (n, k) below the table's rows, and the sequences' lengths."""

    ids: npt.NDArray[np.int32]
    lengths: Tags


@dataclass(frozen=True, slots=True)
class Chain:
    """The scores that do not depend on the text: tag to tag (t, t), first tag (t,), last tag (t,)."""

    transitions: Floats
    initial: Floats
    final: Floats


CRF = Model[Features, Any]


def HashedCRF(rows: int, dropout: float, *beside: Model[Features, Floats]) -> CRF:
    """Build the model: features (n, k) to scores (n, tags); ``dropout`` hides that share of them, layers ``beside`` add scores."""
    return Model(
        "hashed_crf",
        _forward,
        init=_init,
        layers=beside,
        dims={"nO": None, "rows": rows},
        params={"table": None, "transitions": None, "initial": None, "final": None},
        attrs={"dropout": dropout, "rng": np.random.default_rng(0)},
    )


def _init(model: CRF, X: Features | None = None, Y: Floats | None = None) -> None:
    """Set all weights to zero: the loss is convex, so that no random start is needed."""
    tags, rows = model.get_dim("nO"), model.get_dim("rows")
    model.attrs["rng"] = np.random.default_rng(0)
    model.set_param("table", model.ops.alloc2f(rows, tags))
    model.set_param("transitions", model.ops.alloc2f(tags, tags))
    for name in ("initial", "final"):
        model.set_param(name, model.ops.alloc1f(tags))
    for layer in model.layers:
        layer.get_ref("output").set_dim("nO", tags, force=True)
        layer.initialize()


def _forward(model: CRF, X: Features, is_train: bool) -> tuple[Floats, Callable[[Floats], list[None]]]:
    """Sum the table's rows of each place; row 0 is the one of hidden features and stays zero."""
    ids, share = X.ids, 1.0
    if is_train and model.attrs["dropout"]:
        share = 1.0 - model.attrs["dropout"]
        ids = np.where(model.attrs["rng"].random(ids.shape, dtype=np.float32) < share, ids, 0)
    scores = cast(Any, model.ops).gather_add(parameter(model, "table"), ids) / share
    beside = [layer(X, is_train) for layer in model.layers]

    def backprop(d_scores: Floats) -> list[None]:
        for _, back in beside:
            back(d_scores)
        if not model.has_grad("table"):
            model.set_grad("table", model.ops.alloc2f(*parameter(model, "table").shape))
        gradient = cast(Floats, model.get_grad("table"))
        values = np.ascontiguousarray(d_scores / share, dtype=np.float32)
        for column in ids.T:
            cast(Any, model.ops).scatter_add(gradient, np.ascontiguousarray(column), values)
        gradient[0] = 0
        return []

    return sum((more for more, _ in beside), scores), backprop


def parameter(model: CRF, name: str) -> Floats:
    """Return a parameter of the model as a plain array."""
    return cast(Floats, model.get_param(name))


def chain_of(model: CRF, allowed: Chain) -> Chain:
    """Return the learned transition scores with the forbidden ones suppressed."""
    return Chain(
        parameter(model, "transitions") + allowed.transitions,
        parameter(model, "initial") + allowed.initial,
        parameter(model, "final") + allowed.final,
    )


@dataclass(frozen=True, slots=True)
class Packing:
    """Sequences by falling length, laid out step by step: the rows of one step lie together, those still running first."""

    order: Tags
    begins: Tags
    ends: Tags
    last: Tags

    @property
    def steps(self) -> list[tuple[int, int]]:
        """Return begin and end of each step's rows."""
        return list(zip(self.begins.tolist(), self.ends.tolist(), strict=True))


def pack(lengths: Tags) -> Packing:
    """Lay out sequences of the given lengths (all ≥ 1) for :func:`marginals` and :func:`viterbi`."""
    by_length = np.argsort(-lengths, kind="stable")
    sizes = lengths[by_length]
    offsets = (np.cumsum(lengths) - lengths)[by_length]
    running = np.searchsorted(-sizes, -np.arange(1, sizes[0] + 1), side="right")
    ends = np.cumsum(running)
    begins = ends - running
    order = np.concatenate([offsets[:count] + step for step, count in enumerate(running)])
    return Packing(order, begins, ends, begins[sizes - 1] + np.arange(len(sizes)))


@dataclass(frozen=True, slots=True)
class Posterior:
    """What forward–backward knows: tag probabilities (n, t) in text order, log-likelihood parts, expected transitions (t, t)."""

    tags: Floats
    expected: Floats
    log_z: float


def marginals(scores: Floats, chain: Chain, packing: Packing, *, expect: bool = False) -> Posterior:
    """Run scaled forward–backward (Rabiner 1989, V.A) over packed sequences; ``expect`` also sums up the transitions."""
    packed = scores[packing.order]
    peaks = packed.max(axis=1, keepdims=True)
    local = np.exp(packed - peaks)
    local[packing.last] *= np.exp(chain.final)
    move = np.exp(chain.transitions)
    alpha, scale = np.empty_like(local), np.empty((len(local), 1), dtype=np.float32)
    before: npt.NDArray[np.float32] = np.exp(chain.initial)[None]
    for begin, end in packing.steps:
        now = local[begin:end] * (before[: end - begin] if begin else before)
        scale[begin:end] = np.maximum(now.sum(axis=1, keepdims=True), 1e-30)
        alpha[begin:end] = now / scale[begin:end]
        before = alpha[begin:end] @ move
    ahead = local / scale
    beta = np.ones_like(local)
    steps = packing.steps
    for (begin, _), (following, end) in zip(steps[-2::-1], steps[:0:-1], strict=True):
        ahead[following:end] *= beta[following:end]
        beta[begin : begin + end - following] = ahead[following:end] @ move.T
    tags = np.empty_like(local)
    tags[packing.order] = alpha * beta
    expected = _expected(alpha, ahead, move, steps) if expect else np.empty((0, 0), dtype=np.float32)
    return Posterior(tags, expected, float(np.log(scale).sum() + peaks.sum()))


def _expected(alpha: Floats, ahead: Floats, move: Floats, steps: list[tuple[int, int]]) -> Floats:
    """Sum over all places the probability of each transition."""
    sources = [np.arange(begin, begin + end - following) for (begin, _), (following, end) in pairwise(steps)]
    if not sources:
        return np.zeros_like(move)
    targets = np.arange(steps[1][0], len(alpha))
    return (alpha[np.concatenate(sources)].T @ ahead[targets]) * move


def viterbi(scores: Floats, chain: Chain, packing: Packing) -> Tags:
    """Return the best legal path of each sequence, in text order (Viterbi 1967)."""
    packed = scores[packing.order].copy()
    packed[packing.last] += chain.final
    back = np.zeros(packed.shape, dtype=np.int64)
    steps = packing.steps
    packed[: steps[0][1]] += chain.initial
    for (before, _), (begin, end) in pairwise(steps):
        paths = packed[before : before + end - begin, :, None] + chain.transitions
        back[begin:end] = paths.argmax(axis=1)
        packed[begin:end] += paths.max(axis=1)
    return _follow(packed, back, packing, steps)


def _follow(packed: Floats, back: Tags, packing: Packing, steps: list[tuple[int, int]]) -> Tags:
    """Trace the best paths back from their last places."""
    path: Tags = packed.argmax(axis=1)
    for (before, _), (begin, end) in zip(steps[-2::-1], steps[:0:-1], strict=True):
        rows = np.arange(begin, end)
        path[before : before + end - begin] = back[rows, path[rows]]
    tags = np.empty_like(path)
    tags[packing.order] = path
    return tags


def decode(scores: Floats, lengths: Tags, chain: Chain, allowed: Chain) -> tuple[Tags, Floats]:
    """Return the tag of each place and its probability; the tags of each sequence form a legal path."""
    posterior = marginals(scores, chain, pack(lengths)).tags
    tags = posterior.argmax(axis=1)
    broken = _broken(tags, lengths, allowed)
    if broken.any():
        inside = np.repeat(broken, lengths)
        tags[inside] = viterbi(scores[inside], chain, pack(lengths[broken]))
    return tags, posterior[np.arange(len(tags)), tags]


def _broken(tags: Tags, lengths: Tags, allowed: Chain) -> npt.NDArray[np.bool_]:
    """Say which sequences hold a forbidden start, step or end."""
    ends = np.cumsum(lengths)
    starts = ends - lengths
    wrong = np.zeros(len(tags), dtype=bool)
    wrong[1:] = allowed.transitions[tags[:-1], tags[1:]] < 0
    wrong[starts] = allowed.initial[tags[starts]] < 0
    wrong[ends - 1] |= allowed.final[tags[ends - 1]] < 0
    return cast(npt.NDArray[np.bool_], np.logical_or.reduceat(wrong, starts))


def nll(model: CRF, scores: Floats, lengths: Tags, gold: Tags, allowed: Chain) -> tuple[float, Floats]:
    """Return the negative log-likelihood of the gold tags and its gradient by the scores; add the chain's own gradients."""
    chain, packing = chain_of(model, allowed), pack(lengths)
    posterior = marginals(scores, chain, packing, expect=True)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    follows = np.ones(len(gold), dtype=bool)
    follows[starts] = False
    pairs = (gold[np.flatnonzero(follows) - 1], gold[follows])
    rows = np.arange(len(gold))
    likelihood = scores[rows, gold].sum() + chain.transitions[pairs].sum()
    likelihood += chain.initial[gold[starts]].sum() + chain.final[gold[ends - 1]].sum()
    weight = 1.0 / len(lengths)
    _add_chain_gradients(model, posterior, pairs, (gold, starts, ends), weight)
    gradient = posterior.tags.copy()
    gradient[rows, gold] -= 1
    return (posterior.log_z - float(likelihood)) * weight, gradient * np.float32(weight)


def _add_chain_gradients(
    model: CRF, posterior: Posterior, pairs: tuple[Tags, Tags], places: tuple[Tags, Tags, Tags], weight: float
) -> None:
    """Add expected minus seen transitions, starts and ends to the gradients."""
    gold, starts, ends = places
    transitions = posterior.expected.copy()
    np.subtract.at(transitions, pairs, 1)
    model.inc_grad("transitions", cast(Any, transitions * weight))
    for name, at in (("initial", starts), ("final", ends - 1)):
        edge = posterior.tags[at].sum(axis=0)
        np.subtract.at(edge, gold[at], 1)
        model.inc_grad(name, cast(Any, edge * weight))


def legal(tags: Sequence[str], moves: Sequence[tuple[str, str]], starts: Sequence[str], ends: Sequence[str]) -> Chain:
    """Build the constraint: 0 where a move, start or end is allowed, ``FORBIDDEN`` elsewhere."""
    index = {tag: i for i, tag in enumerate(tags)}
    transitions = np.full((len(tags), len(tags)), FORBIDDEN, dtype=np.float32)
    initial, final = np.full(len(tags), FORBIDDEN, np.float32), np.full(len(tags), FORBIDDEN, np.float32)
    for before, after in moves:
        transitions[index[before], index[after]] = 0
    initial[[index[tag] for tag in starts]] = 0
    final[[index[tag] for tag in ends]] = 0
    return Chain(transitions, initial, final)
