"""The written corpus keeps its own rules: it parses, nothing leaks between splits, every label is there."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.errors import CorpusError
from nianbao.labels import ENTITIES, INDICATORS, SECTIONS
from nianbao.learn import review
from nianbao.learn.corpus import Document, parse_line, parse_report, read_corpus, render
from nianbao.learn.damage import DAMAGES
from nianbao.learn.generate import tabulated
from nianbao.learn.judge import judge_facts
from nianbao.learn.lexicon import read_lexicon
from nianbao.learn.vary import vary
from nianbao.normalise import normalise

SPLITS = ("train", "dev", "test")


@pytest.fixture(scope="module")
def corpus(root: Path) -> dict[str, list[Document]]:
    return {split: list(read_corpus(root / "corpus" / split)) for split in SPLITS}


def test_size(corpus: dict[str, list[Document]]) -> None:
    documents = [document for split in corpus.values() for document in split]
    assert sum(len(document.parts) == 1 for document in documents) >= 200
    assert sum(len(document.parts) > 1 for document in documents) >= 30


@pytest.mark.parametrize("split", SPLITS)
def test_every_label_section_era_and_level(corpus: dict[str, list[Document]], split: str) -> None:
    rendered = [render(document.parts) for document in corpus[split]]
    assert {mention.label for one in rendered for mention in one.mentions} == set(ENTITIES)
    assert {label for one in rendered for label, _, _ in one.sections} == set(SECTIONS)
    reports = [document for document in corpus[split] if len(document.parts) > 1]
    assert {document.header["era"][0][:4] for document in reports} == {"2008", "2014", "2019", "2021"}
    if split == "train":
        levels = {document.header["level"][0] for document in reports}
        assert {"ministry", "province", "city", "county", "township", "department"} <= levels


@pytest.mark.parametrize("split", SPLITS)
def test_headers_state_known_facts(corpus: dict[str, list[Document]], split: str) -> None:
    assert {key for document in corpus[split] for key in document.facts} <= set(INDICATORS)


@pytest.mark.parametrize(("split", "precision", "recall"), [("train", 0.98, 0.96), ("dev", 0.99, 0.98), ("test", 0.98, 0.95)])
def test_facts_of_the_written_reports(corpus: dict[str, list[Document]], split: str, precision: float, recall: float) -> None:
    """Of the indicators that the writers noted hardly any is missed or read wrong, mentions and sections as annotated."""
    scores = judge_facts(document for document in corpus[split] if "year" in document.header)
    assert scores["precision"] >= precision
    assert scores["recall"] >= recall


def test_review_finds_nothing_wrong(root: Path) -> None:
    assert list(review.check(root / "corpus")) == []


def test_second_annotation_agrees(root: Path) -> None:
    measured = review.agreement(root / "corpus")
    assert measured["passages"] >= 60
    assert measured["span_f1"] > 0.95
    assert measured["kappa"] > 0.95


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("", []),
        ("共{12条|COUNT}。", [("共", ""), ("12条", "COUNT"), ("。", "")]),
        ("{县政府|ORG}{2018年|DATE}", [("县政府", "ORG"), ("2018年", "DATE")]),
        ("规章 | 0 |", [("规章 | 0 |", "")]),
    ],
)
def test_markup(markup: str, pieces: list[tuple[str, str]]) -> None:
    assert [(piece.raw, piece.label) for piece in parse_line(markup, "here")] == pieces


@pytest.mark.parametrize("markup", ["{县政府|BODY}", "{县政府", "县政府}", "{县{政|ORG}府|ORG}", "@table remedies_2019"])
def test_broken_markup_is_refused(markup: str) -> None:
    with pytest.raises(CorpusError, match="here"):
        parse_line(markup, "here")


@pytest.mark.parametrize("damage", [one for one, _ in DAMAGES], ids=lambda one: one.__name__)
def test_damage_keeps_mentions_and_their_meaning(corpus: dict[str, list[Document]], damage) -> None:  # type: ignore[no-untyped-def]
    rng = Random(5)
    for document in corpus["dev"]:
        parts = tabulated(document.parts, rng)
        before, after = render(parts), render(damage(parts, rng))
        assert len(after.text) > 0
        lost = Counter(m.label for m in before.mentions) - Counter(m.label for m in after.mentions)
        assert not lost or damage.__name__ == "lose_headings"


@given(st.integers(0, 10_000))
def test_traditional_text_with_pinyin_comes_back(seed: int) -> None:
    from pypinyin import Style

    from nianbao.learn.wear import traditional

    rng = Random(seed)
    text = "".join(rng.choices("政府信息公开工作年度报告领导小组办公室县镇乡镇街道人民关于做好通知要求数据统计", k=40))
    for style in (None, Style.TONE, Style.NORMAL):
        assert normalise(traditional(text, style)).text == text


def test_variation_is_seeded_and_changes_names(root: Path, corpus: dict[str, list[Document]]) -> None:
    lexicon = read_lexicon(root / "corpus" / "lexicon")
    report = next(document for document in corpus["train"] if len(document.parts) > 1)
    first, again, other = (render(vary(report, lexicon, Random(seed)).parts).text for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_report_header(root: Path) -> None:
    report = parse_report(sorted((root / "corpus" / "dev" / "reports").glob("*.txt"))[0])
    assert {"year", "issuer", "level", "era"} <= set(report.header)
