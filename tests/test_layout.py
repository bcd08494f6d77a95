"""Columns and tables without rules, as tables of lines with gaps: what is given, what is made of it; and nothing is ever lost."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nianbao.read.aligned import with_tables
from nianbao.read.columns import Stretch, in_columns
from nianbao.read.content import Slot, compose
from nianbao.read.items import Item, Line, PageTable, line_of
from nianbao.read.paragraphs import _Flow, flow
from nianbao.records import Furniture

SIZE, PITCH = 10.0, 15.0
Places = dict[float, str]


def line(number: float, pieces: Places) -> Line:
    """A line of a page: its pieces by where they begin, characters 10 points wide, digits 5."""
    top = 800 - PITCH * number
    widths = {left: sum(SIZE / 2 if sign.isascii() else SIZE for sign in text) for left, text in pieces.items()}
    return line_of([Line(text, left, top - SIZE, left + widths[left], top) for left, text in pieces.items()])


def lines(rows: list[Places]) -> list[Item]:
    return [line(number, row) for number, row in enumerate(rows)]


LEFT = ["公开工作由办公室牵头，各科", "室配合，按月通报进度，年末", "考核一次，记入档案。"]
RIGHT = ["网站改版后栏目减为九个，检", "索更快，群众留言三日内答复", "，答复率高了两成。"]
BESIDE: list[Places] = [{0: left, 160: right} for left, right in zip(LEFT, RIGHT, strict=True)]
ACROSS = "本局全年主动公开信息五十八条，其中网站三十一条，公众号二十七条"
CONTACTS: list[Places] = [
    {0: "地址：青桐县柳溪路十八号，二楼", 180: "邮编：五五四三二一，县城邮局"},
    {0: "电话：八五六，五五五零一二三", 180: "传真：八五六，五五五零一二四"},
    {0: "联系人：王秀英，办公室主任、", 180: "邮箱：信息公开，县水务局网站"},
]
FIGURES: list[Places] = [{0: "项目", 160: "件数", 260: "其中网站"}, *({0: f"站所{i}", 160: f"{i}", 260: f"{9 * i}"} for i in range(1, 5))]
COLUMNS = [
    ("two columns", BESIDE, [*LEFT, *RIGHT]),
    ("lines across end them", [{0: ACROSS}, *BESIDE, {0: ACROSS}], [ACROSS, *LEFT, *RIGHT, ACROSS]),
    ("what is above one of them is above", [{0: "一、总体情况"}, *BESIDE], ["一、总体情况", *LEFT, *RIGHT]),
    ("a heading below them is below", [*BESIDE, {0: "二、问题"}, {0: ACROSS}], [*LEFT, *RIGHT, "二、问题", ACROSS]),
    ("two lines are not enough", BESIDE[:2], [f"{a} {b}" for a, b in zip(LEFT[:2], RIGHT[:2], strict=True)]),
    ("contacts are read line by line", CONTACTS, [" ".join(row.values()) for row in CONTACTS]),
    ("a table too", FIGURES, [" ".join(row.values()) for row in FIGURES]),
]


@pytest.mark.parametrize(("name", "rows", "read"), COLUMNS, ids=[case[0] for case in COLUMNS])
def test_columns(name: str, rows: list[Places], read: list[str]) -> None:
    assert [item.text for stretch in in_columns(lines(rows)) for item in stretch.items if isinstance(item, Line)] == read


def test_three_columns_and_a_paragraph_that_goes_on_in_the_next() -> None:
    rows = [{0: left, 160: right, 320: third} for left, right, third in zip(LEFT, RIGHT, RIGHT, strict=True)]
    parts, _ = flow([lines(rows)])
    assert parts == ["".join(LEFT), "".join(RIGHT), "".join(RIGHT)]
    parts, _ = flow([lines([{0: "一行写满的字写满一行，写满", 160: right} for right in RIGHT])])
    assert parts == ["一行写满的字写满一行，写满" * 3 + "".join(RIGHT)]


GRIDS = [
    ("labels and figures", FIGURES, [list(row.values()) for row in FIGURES]),
    ("empty cells", [*FIGURES, {0: "合计", 260: "90"}], [*(list(row.values()) for row in FIGURES), ["合计", "", "90"]]),
    (
        "a head above two columns",
        [{0: "站所", 145: "公开的条数和其中网站的条数"}, *FIGURES[1:], *FIGURES[1:]],
        [["站所", "公开的条数和其中网站的条数", "公开的条数和其中网站的条数"], *(list(row.values()) for row in FIGURES[1:] * 2)],
    ),
    ("words alone", [{0: f"科室{i}", 120: "王秀英", 240: "主任"} for i in "一二三"], [[f"科室{i}", "王秀英", "主任"] for i in "一二三"]),
    ("two rows are not enough", FIGURES[:2], []),
    ("a list", [{0: f"{i}.", 30: "落实责任到人"} for i in range(1, 6)], []),
    ("names and values", CONTACTS, []),
    ("letters set apart", [{0: "水", 100: "务", 200: "局"}, {0: "公", 100: "开", 200: "办"}, {0: "年", 100: "报", 200: "表"}], []),
    ("prose with gaps", BESIDE, []),
    ("gaps in other places", [{0: "甲乙丙", 60 + 40 * i: "丁戊己", 300: "庚"} for i in range(4)], []),
    ("one column", [{0: "站所"}, {0: "城关"}, {0: "柳溪"}, {0: "大坪"}], []),
]


@pytest.mark.parametrize(("name", "rows", "cells"), GRIDS, ids=[case[0] for case in GRIDS])
def test_tables_without_rules(name: str, rows: list[Places], cells: list[list[str]]) -> None:
    text, grids = compose([item.rows() if isinstance(item, PageTable) else item.text for item in with_tables(lines(rows))])
    assert [grid.texts(text) for grid in grids] == ([cells] if cells else [])


def test_lines_of_a_label() -> None:
    """The second line of a label is below its figures, or the figures are between the two."""
    rows = [line(2 * number, row) for number, row in enumerate(FIGURES)]
    for places in ((8.9,), (7.4, 8.6)):
        labels = [line(place, {0: "续行"}) for place in places]
        [table] = with_tables(sorted([*rows, *labels], key=lambda item: -item.top))
        assert isinstance(table, PageTable)
        assert sum("续行" in slot.text for slot in table.cells.values()) == 1
        assert table.height == len(rows)


def test_a_table_that_goes_on_in_the_next_column_begins_no_page() -> None:
    rows = [{0: "项目", 1: "件数"}, {0: "许可", 1: "1"}], [{0: "项目", 1: "件数"}, {0: "处罚", 1: "2"}]
    cells = [{(y, x): Slot(text) for y, row in enumerate(table) for x, text in row.items()} for table in rows]
    tables = [PageTable((0, 50, 100), 700, 2, one) for one in cells]
    found = _Flow()
    found.turn(())
    for table in tables:
        found.add(Stretch([table], True), (0, 100))
    assert [start.furniture for start in found.pages] == [(Furniture("header", "项目 | 件数"),)]
    [whole] = found.parts
    assert isinstance(whole, PageTable)
    assert whole.height == 3


PIECES = st.lists(st.tuples(st.integers(0, 50), st.text("公开，。：1.、一", min_size=1, max_size=14)), min_size=1, max_size=4)


@st.composite
def pages(draw: st.DrawFn) -> list[Item]:
    """Lines of pieces that do not overlap."""
    made: list[Item] = []
    for number in range(draw(st.integers(0, 14))):
        left, row = 0.0, {}
        for gap, text in draw(PIECES):
            left += 8 + 4 * gap
            row[left] = text
            left += SIZE * len(text)
        made.append(line(number + draw(st.sampled_from([0.0, 0.3])), row))
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pages(), min_size=1, max_size=3))
def test_no_character_is_lost_and_pages_are_in_order(drawn: list[list[Item]]) -> None:
    parts, starts = flow([list(page) for page in drawn])
    text, _ = compose(parts)
    printed = Counter("".join(item.text for page in drawn for item in page))
    kept = Counter(text) + Counter("".join(one.text for start in starts for one in start.furniture))
    for counts in (printed, kept):
        for sign in " \n|":
            counts.pop(sign, None)
    assert kept == printed
    assert len(starts) == len(drawn)
    assert [(start.line, start.character) for start in starts] == sorted((start.line, start.character) for start in starts)
