"""Words as features: silver words from our own text, a pkuseg model trained on them, and a recogniser that carries it."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import DocBin

from nianbao.errors import ModelError
from nianbao.learn.lexicon import Lexicon, read_lexicon
from nianbao.learn.segment import cheapest, runs, silver, stretches, train_pkuseg, write_segmenter
from nianbao.words import FILES, Segmenter, model_files

ENTITIES = {"@architectures": "nianbao.HashedCRF.v1", "rows": 1000, "dropout": 0.0}
TEXT = "青川县财政局公开信息12条，受理申请3件。\n"


@pytest.fixture(scope="module")
def lexicon(root: Path) -> Lexicon:
    return read_lexicon(root / "corpus" / "lexicon")


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "nianbao.Tokenizer.v1"}}})


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("spacy_pkuseg")
    output = tmp_path_factory.mktemp("segmenter")
    sentences = [["青川县", "财政局", "公开", "信息", "12", "条"], ["受理", "申请", "3", "件"], ["公开", "申请"]]
    train_pkuseg(sentences * 20, output)
    return output


@pytest.mark.parametrize(
    ("stretch", "parts"),
    [("共12条", ["共", "12", "条"]), ("www.qc.gov", ["www", ".", "qc", ".", "gov"]), ("《办法》", ["《", "办法", "》"]), ("县", ["县"])],
)
def test_runs(stretch: str, parts: list[str]) -> None:
    assert list(runs(stretch)) == parts


def test_the_most_probable_words_are_taken() -> None:
    words = {"政府": 1.0, "信息": 1.0, "政府信息": 1.5, "公": 5.0, "开": 5.0, "公开": 2.0}
    assert cheapest("政府信息公开", words) == ["政府信息", "公开"]
    assert cheapest("公告", words) == ["公", "告"], "a character that no text showed is a word"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.text("青川县财政局公开信息12ab，。", min_size=1, max_size=8), min_size=1, max_size=4), min_size=1, max_size=3))
def test_silver_keeps_the_text_and_the_known_borders(lexicon: Lexicon, sentences: list[list[str]]) -> None:
    for sentence, words in zip(sentences, silver(sentences, lexicon), strict=True):
        assert "".join(words) == "".join(sentence)
        ends = {sum(map(len, words[:i])) for i in range(len(words) + 1)}
        assert {sum(map(len, sentence[:i])) for i in range(len(sentence) + 1)} <= ends


def test_mentions_end_stretches(blank: Language) -> None:
    doc = blank.make_doc(TEXT)
    doc.set_ents([doc.char_span(0, 6, "ORG"), doc.char_span(10, 13, "COUNT")])
    assert list(stretches(doc)) == [["青川县财政局", "公开信息", "12条", "，受理申请3件。"]]


def test_characters_need_no_model(tmp_path: Path) -> None:
    (tmp_path / FILES[0]).write_bytes(b"of an earlier run")
    write_segmenter("characters", tmp_path / "unread", tmp_path / "unread", tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert model_files(tmp_path) == {}


def test_a_model_is_built_from_training_documents(blank: Language, root: Path, tmp_path: Path) -> None:
    pytest.importorskip("spacy_pkuseg")
    DocBin(docs=[blank.make_doc(TEXT * 30)]).to_disk(tmp_path / "train.spacy")
    write_segmenter("pkuseg", tmp_path / "train.spacy", root / "corpus" / "lexicon", tmp_path / "model")
    assert set(model_files(tmp_path / "model")) == set(FILES)


def test_columns_tell_words_apart(trained: Path) -> None:
    segmenter = Segmenter(model_files(trained))
    columns = segmenter.columns(["公开申请", "申请"])
    assert columns.shape == (6, 6)
    assert (columns[2:4, 1] == columns[4:6, 1]).all(), "the same word has the same features wherever it stands"
    assert columns[0, 1] != columns[2, 1]
    assert columns[2, 2] != columns[4, 2]


def test_the_recogniser_carries_its_words(blank: Language, trained: Path, tmp_path: Path) -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "nianbao.Tokenizer.v1"}}})
    pipe = nlp.add_pipe("nianbao_entities", config={"model": ENTITIES})
    pipe.initialize(list, nlp=nlp, segmenter=trained)
    nlp.to_disk(tmp_path / "model")
    doc = blank.make_doc(TEXT)
    features = spacy.load(tmp_path / "model").get_pipe("nianbao_entities").featurise(doc)
    assert (features.ids == pipe.featurise(doc).ids).all()
    pipe.initialize(list, nlp=nlp)
    assert features.ids.shape[1] == pipe.featurise(doc).ids.shape[1] + 6


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(ModelError, match=r"here are: features\.pkl"):
        Segmenter({"features.pkl": b""})


def test_the_shipped_model_does_without_pkuseg() -> None:
    program = "import sys, nianbao; nianbao.load()('一、概述'); sys.exit('spacy_pkuseg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
