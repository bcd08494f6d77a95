"""The CRF against the definition: sums over all paths of small chains."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao import crf

TAGS = 3


@st.composite
def chains(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, crf.Chain]:
    lengths = np.array(draw(st.lists(st.integers(1, 4), min_size=1, max_size=4)))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))

    def scores(*shape: int) -> np.ndarray:
        return rng.normal(size=shape, scale=2).astype(np.float32)

    return lengths, scores(int(lengths.sum()), TAGS), crf.Chain(scores(TAGS, TAGS), scores(TAGS), scores(TAGS))


def paths(scores: np.ndarray, chain: crf.Chain) -> list[tuple[float, tuple[int, ...]]]:
    def score(path: tuple[int, ...]) -> float:
        local = sum(scores[i, tag] for i, tag in enumerate(path))
        moves = sum(chain.transitions[a, b] for a, b in pairwise(path))
        return float(local + moves + chain.initial[path[0]] + chain.final[path[-1]])

    return [(score(path), path) for path in product(range(TAGS), repeat=len(scores))]


@settings(max_examples=50)
@given(chains())
def test_marginals_and_viterbi(case: tuple[np.ndarray, np.ndarray, crf.Chain]) -> None:
    lengths, scores, chain = case
    posterior = crf.marginals(scores, chain, crf.pack(lengths), expect=True)
    best = crf.viterbi(scores, chain, crf.pack(lengths))
    expected, transitions, log_z, at = np.zeros_like(scores), np.zeros((TAGS, TAGS)), 0.0, 0
    for length in lengths:
        all_paths = paths(scores[at : at + length], chain)
        z = np.logaddexp.reduce([score for score, _ in all_paths])
        log_z += z
        for score, path in all_paths:
            weight = np.exp(score - z)
            expected[np.arange(at, at + length), path] += weight
            for a, b in pairwise(path):
                transitions[a, b] += weight
        assert tuple(best[at : at + length]) == max(all_paths)[1]
        at += length
    np.testing.assert_allclose(posterior.tags, expected, atol=1e-4)
    np.testing.assert_allclose(posterior.expected, transitions, atol=1e-4)
    np.testing.assert_allclose(posterior.log_z, log_z, rtol=1e-4)


@settings(max_examples=50)
@given(chains())
def test_decoded_paths_are_legal(case: tuple[np.ndarray, np.ndarray, crf.Chain]) -> None:
    lengths, scores, _ = case
    moves = [("O", "O"), ("O", "B"), ("B", "I"), ("B", "O"), ("I", "O"), ("B", "B")]
    allowed = crf.legal(["O", "B", "I"], moves, ["O", "B"], ["O", "B", "I"])
    tags, confidence = crf.decode(scores, lengths, allowed, allowed)
    assert ((confidence >= 0) & (confidence <= 1.0001)).all()
    for sequence in np.split(tags, np.cumsum(lengths)[:-1]):
        assert sequence[0] != 2
        assert all(allowed.transitions[a, b] == 0 for a, b in pairwise(sequence))


def test_gradient_is_that_of_the_likelihood() -> None:
    rng = np.random.default_rng(3)
    model = crf.HashedCRF(rows=8, dropout=0.0)
    model.set_dim("nO", TAGS)
    model.initialize()
    for name in ("table", "transitions", "initial", "final"):
        model.set_param(name, rng.normal(size=model.get_param(name).shape).astype(np.float32))
    features = crf.Features(rng.integers(1, 8, (5, 2)).astype(np.int32), np.array([3, 2]))
    gold = np.array([0, 1, 2, 2, 0])
    free = crf.Chain(np.zeros((TAGS, TAGS), np.float32), np.zeros(TAGS, np.float32), np.zeros(TAGS, np.float32))

    def loss() -> float:
        return crf.nll(model, model.predict(features), features.lengths, gold, free)[0]

    scores, backprop = model.begin_update(features)
    backprop(crf.nll(model, scores, features.lengths, gold, free)[1])
    gradients = {name: model.get_grad(name).copy() for name in ("table", "transitions", "initial", "final")}
    for name, gradient in gradients.items():
        parameter = model.get_param(name)
        for place in list(np.ndindex(parameter.shape))[3:12:4]:
            before = parameter[place]
            parameter[place] = before + 1e-2
            above = loss()
            parameter[place] = before - 1e-2
            below = loss()
            parameter[place] = before
            np.testing.assert_allclose(gradient[place], (above - below) / 2e-2, atol=5e-3)
