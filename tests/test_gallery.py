"""Every file of the gallery gives its golden output, and every offset holds; ``gallery/build.py`` writes both."""

import json
from pathlib import Path
from random import Random

import pytest
from gallery.build import gallery, golden
from gallery.pages import STATIONS
from spacy.language import Language

import nianbao
from nianbao.normalise import normalise
from nianbao.read import read
from nianbao.tables import read_tables

GALLERY = Path(__file__).parent / "gallery"
GOLDEN = sorted(GALLERY.glob("*.golden.json"))
FORMATS = ["utf8.txt", "utf16-bare.txt", "gb18030.txt", "table.md", "gbk-declared-utf8.html", "report.docx", "report.pdf"]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    source = read(path.with_name(path.name.removesuffix(".golden.json")))
    assert json.loads(golden(source)) == json.loads(path.read_text(encoding="utf-8"))


def test_every_file_has_its_golden_output_and_is_the_one_that_the_script_writes() -> None:
    files = {path.name for path in GALLERY.iterdir() if path.is_file() and path.suffix not in (".json", ".py")}
    assert files == {path.name.removesuffix(".golden.json") for path in GOLDEN} == set(gallery())
    same = {name for name, data in gallery().items() if (GALLERY / name).read_bytes() == data}
    assert files - same <= {
        "report.docx",
        *(name for name in files if name.endswith(".pdf")),
    }  # other versions of reportlab and zlib may pack otherwise


@pytest.mark.parametrize("name", [*FORMATS, "aligned.pdf"])
def test_cells_of_grids_are_in_place(name: str) -> None:
    source = read(GALLERY / name)
    for grid in source.grids:
        assert all(0 <= cell.row < cell.row + cell.rows <= grid.rows for cell in grid.cells)
        assert all(0 <= cell.column < cell.column + cell.columns <= grid.columns for cell in grid.cells)
        assert all(grid.start <= cell.start <= cell.end <= grid.end for cell in grid.cells)
        assert sum(cell.rows * cell.columns for cell in grid.cells) <= grid.rows * grid.columns
        covered = {
            (r, c)
            for cell in grid.cells
            for r in range(cell.row, cell.row + cell.rows)
            for c in range(cell.column, cell.column + cell.columns)
        }
        assert len(covered) == sum(cell.rows * cell.columns for cell in grid.cells)
        assert all("\n" not in source.text[cell.start : cell.end] for cell in grid.cells)


@pytest.mark.parametrize("name", FORMATS)
def test_all_formats_give_the_same_official_tables(name: str) -> None:
    tables = read_tables(normalise(read(GALLERY / name).text).text)
    expected = read_tables(normalise(read(GALLERY / "utf8.txt").text).text)
    assert [(table.kind, table.values()) for table in tables] == [(table.kind, table.values()) for table in expected]
    assert [table.kind for table in tables] == ["active_2021", "requests", "remedies"]


def test_pdf_and_word_give_the_same_text_and_grids() -> None:
    """Page breaks, running heads and lines leave no trace; only the note of the Word file's text box is its own."""
    pdf, word = (json.loads((GALLERY / f"report.{kind}.golden.json").read_text(encoding="utf-8")) for kind in ("pdf", "docx"))
    assert (pdf["text"], pdf["grids"]) == (word["text"][:-1], word["grids"])


@pytest.mark.parametrize("path", sorted(GALLERY.glob("*.pdf")), ids=lambda path: path.name)
def test_pages_cover_the_text(path: Path) -> None:
    source = read(path)
    assert "".join(source.text[page.start : page.end] for page in source.pages) == source.text
    assert [page.start for page in source.pages[1:]] == [page.end for page in source.pages[:-1]]


def test_a_page_break_cuts_no_entity(nlp: Language) -> None:
    """The document number of which one half stands on each page, with a foot and a head between them, is one."""
    record = nianbao.extract(GALLERY / "running.pdf", nlp)
    borders = [page.start for page in record.source.pages[1:]]
    [cut] = [entity for entity in record.entities if any(entity.start < border < entity.end for border in borders)]
    assert (cut.label, cut.raw) == ("DOC_NO", "青水发〔2022〕9号")
    assert all(len(page.furniture) == 2 for page in record.source.pages)


def test_a_table_without_rules_is_one_over_a_page_break() -> None:
    source = read(GALLERY / "aligned.pdf")
    [grid] = source.grids
    assert grid.texts(source.text) == STATIONS
    assert [page.furniture[-1].kind for page in source.pages] == ["number", "header"]
    assert grid.start < source.pages[1].start < grid.end


@pytest.mark.parametrize("seed", range(3))
def test_bytes_lost_anywhere_do_not_change_the_encoding_found(seed: int) -> None:
    from nianbao.read.encodings import decode

    rng = Random(seed)
    for name in ("gb18030.txt", "big5.txt", "gbk-traditional.txt"):
        data = (GALLERY / name).read_bytes()
        at = rng.randrange(len(data))
        assert decode(data[:at] + b"\xff" + data[at + 1 :], name).encoding == decode(data, name).encoding
