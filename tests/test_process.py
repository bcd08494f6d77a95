"""From text to record: provenance, validity and totality, on the sample and on anything."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from spacy.language import Language

import nianbao
from nianbao.export import schema, to_json, to_line
from nianbao.model import program
from nianbao.process import process
from nianbao.records import Record, Source
from nianbao.show import _head

SAMPLE = Path(__file__).parent / "samples" / "sample.txt"
VALIDATOR = Draft202012Validator(json.loads(schema()))
ALPHABET = "一二三、（）。，；：《》〔〕“”|\n \t0123456789年月日号条件个县镇局政府公开信息報國(guó)任组长王伟收到未没有其中%万元a@.c"


def record_of_text(nlp: Language, text: str) -> Record:
    return next(process(nlp, [Source("memory", text, "text", "utf-8", "0" * 64)]))


def assert_sound(record: Record, nlp: Language) -> None:
    """Every span of the record shows what the source holds there, and the record is valid."""
    assert record.error is None
    plain = to_json(record, program(nlp))
    VALIDATOR.validate(plain)
    text = record.source.text
    figures = [figure for check in record.checks for figure in (check.whole, *check.parts)]
    cells = [cell for table in record.tables for cell in table.cells]
    accused = [place for finding in record.findings for place in finding.places]
    for span in (*record.entities, *record.facts, *figures, *cells, *record.repairs, *accused):
        assert text[span.start : span.end] == span.raw
    places = [(section.start, section.end) for section in record.sections]
    assert places == sorted(places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    entities = [(entity.start, entity.end) for entity in record.entities]
    assert all(before[1] <= after[0] for before, after in pairwise(entities))


@pytest.fixture(scope="module")
def record(nlp: Language) -> Record:
    return nianbao.extract(SAMPLE, nlp)


def test_sample_is_sound(record: Record, nlp: Language) -> None:
    assert_sound(record, nlp)
    assert json.loads(to_line(record, program(nlp))) == json.loads(json.dumps(to_json(record, program(nlp))))


def test_sample_says_what_it_says(record: Record) -> None:
    report = record.report
    assert (report.year, report.period_start, report.period_end) == (2022, "2022-01-01", "2022-12-31")
    assert report.issuer is not None
    assert report.issuer.endswith("盘石镇人民政府")
    labels = [section.label for section in record.sections]
    assert {"title", "preamble", "overview", "proactive", "requests", "remedies", "problems", "other", "signature"} <= set(labels)
    names = {entity.text for entity in record.entities if entity.label == "OFFICIAL"}
    assert names == {"龙再华", "吴秀珍"}
    facts = {fact.indicator: fact.value for fact in record.facts if fact.indicator}
    assert (facts["proactive.total"], facts["requests.received"], facts["capacity.budget"]) == (146, 2, 8000)
    assert [table.kind for table in record.tables] == ["active_2021", "requests", "remedies"]
    assert all(check.ok for check in record.checks)
    assert record.repairs == ()
    assert record.findings == ()


def test_pipeline_is_a_spacy_language(nlp: Language) -> None:
    doc = nlp("2018年，縣財政局(jú)公開信息１２條。")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("2018年", "DATE"), ("縣財政局(jú)", "ORG"), ("１２條", "COUNT")]
    assert "sections" in doc.spans


def test_repairs_are_told_with_raw_places(nlp: Language) -> None:
    record = record_of_text(nlp, "縣(xiàn)2018年政府信息公開工作年度報告\n統計期限自至。印發《工作要點》（川辦發〔201848號）。\n")
    assert_sound(record, nlp)
    assert {repair.step for repair in record.repairs} >= {"pinyin", "script", "missing", "document number"}
    assert "修复 pinyin 1" in _head(record).plain


@pytest.mark.parametrize("text", ["", "\n\n", "。", "一、", "《", "12345", "國(guó)", "\ufeff", "|||", "a" * 5000, "1\n" * 500])
def test_small_and_odd_texts(nlp: Language, text: str) -> None:
    assert_sound(record_of_text(nlp, text), nlp)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from(ALPHABET), max_size=200))
def test_any_report_like_text(nlp: Language, text: str) -> None:
    assert_sound(record_of_text(nlp, text), nlp)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), max_size=100))
def test_any_text(nlp: Language, text: str) -> None:
    assert_sound(record_of_text(nlp, text), nlp)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from(ALPHABET), max_size=200), limit=st.floats(0, 1))
def test_min_confidence_leaves_out_entities_and_nothing_else(nlp: Language, text: str, limit: float) -> None:
    source = Source("memory", text, "text", "utf-8", "0" * 64)
    whole, sure = next(process(nlp, [source], 0.0)), next(process(nlp, [source], limit))
    assert whole == next(process(nlp, [source]))
    assert_sound(sure, nlp)
    assert all(entity.confidence >= limit for entity in sure.entities)
    assert sure.sections == whole.sections


def test_one_report_cannot_take_others_with_it(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, *_: object) -> None:
        if "坏" in text:
            raise RuntimeError("no")

    monkeypatch.setattr("nianbao.process.find_facts", lambda text, *rest: broken(text) or [])
    sources = [Source(name, name, "text", "utf-8", "0" * 64) for name in ("好", "坏", "更好")]
    records = list(process(nlp, sources))
    assert [record.source.path for record in records] == ["好", "坏", "更好"]
    assert [record.error is None for record in records] == [True, False, True]
