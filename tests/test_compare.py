"""Recognisers side by side: every configuration is trained on as many characters and has its row."""

from pathlib import Path

import spacy
from spacy.tokens import DocBin

from nianbao.learn.compare import BATCH, compare, prepare

PLACES = ("青川县", "松桃县", "大理市", "灵丘县", "通道县")


def test_each_configuration_has_its_row(root: Path, tmp_path: Path) -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "nianbao.Tokenizer.v1"}}})
    docs = []
    for place in PLACES * 12:
        doc = nlp.make_doc(f"{place}财政局共公开信息12条。")
        doc.set_ents([doc.char_span(0, 6, "ORG"), doc.char_span(11, 14, "COUNT")])
        docs.append(doc)
    for name in ("train", "dev/dev", "dev/dev_damaged"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        DocBin(docs=docs).to_disk(tmp_path / f"{name}.spacy")
    configs = [root / "configs" / f"{name}.cfg" for name in ("entities", "joined", "transition")]
    assert prepare(configs[0], tmp_path, 6 * BATCH, tmp_path)["training"]["max_steps"] == 6
    table = compare(configs, tmp_path, 45 * BATCH, tmp_path)
    rows = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    assert [name for name, *_ in rows] == ["entities", "joined", "transition"]
    assert all(float(written) > 90 for name, written, *_ in rows if name != "transition"), table
    assert all(float(cell.replace(",", "")) > 0 for row in rows for cell in row[3:])
