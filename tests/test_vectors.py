"""Vectors beside the table: they add scores, learn by their own optimiser, and are stored with the weights."""

import numpy as np
import spacy
from thinc.api import SGD

from nianbao import crf
from nianbao.vectors import Vectors

FEATURES = crf.Features(np.array([[1, 5], [2, 5], [3, 6], [1, 6]], dtype=np.int32), np.array([3, 1]))
MODEL = {
    "@architectures": "nianbao.JoinedCRF.v1",
    "rows": 1000,
    "dropout": 0.0,
    "width": 8,
    "depth": 1,
    "optimizer": {"@optimizers": "Adam.v1", "learn_rate": 0.01},
}


def joined() -> crf.CRF:
    model = crf.HashedCRF(10, 0.0, Vectors(((0, 50), (1, 50)), width=8, depth=1, dropout=0.0))
    model.set_dim("nO", 4)
    model.initialize()
    return model


def test_scores_are_added_and_a_sequence_sees_no_other() -> None:
    model = joined()
    assert model.predict(FEATURES).shape == (4, 4)
    output = model.layers[0].get_ref("output")
    output.set_param("W", np.random.default_rng(1).normal(size=(4, 8)).astype(np.float32))
    apart = [model.predict(crf.Features(FEATURES.ids[part], np.array([len(FEATURES.ids[part])]))) for part in (slice(3), slice(3, 4))]
    np.testing.assert_allclose(model.predict(FEATURES), np.concatenate(apart), atol=1e-5)


def test_gradients_reach_the_embedding() -> None:
    model = joined()
    model.layers[0].get_ref("output").set_param("W", np.ones((4, 8), np.float32))
    _, backprop = model.begin_update(FEATURES)
    backprop(np.arange(16, dtype=np.float32).reshape(4, 4))
    embeddings = [node for node in model.walk() if node.name == "hashembed"]
    assert len(embeddings) == 2
    assert all(np.abs(node.get_grad("E")).sum() > 0 for node in embeddings)


def test_the_recogniser_learns_and_keeps_them() -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "nianbao.Tokenizer.v1"}}})
    pipe = nlp.add_pipe("nianbao_entities", config={"model": MODEL})
    pipe.initialize(list, nlp=nlp)
    doc = nlp.make_doc("青川县财政局公开12条")
    doc.set_ents([doc.char_span(0, 6, "ORG"), doc.char_span(8, 11, "COUNT")])
    for _ in range(30):
        pipe.update([spacy.training.Example(nlp.make_doc(doc.text), doc)], sgd=SGD(0.0))
    assert not pipe.model.get_param("table").any(), "the table learns by the optimiser of the pipeline, here not at all"
    other = nlp.create_pipe("nianbao_entities", config={"model": MODEL})
    other.from_bytes(pipe.to_bytes())
    found = [(entity.text, entity.label_) for entity in other(nlp.make_doc(doc.text)).ents]
    assert found == [("青川县财政局", "ORG"), ("12条", "COUNT")]
