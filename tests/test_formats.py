"""What the readers of the formats make of single things, as tables: what is given, what comes out."""

from io import BytesIO

import pytest
from gallery.build import NUMBERING, W, container

from nianbao.read import read_bytes
from nianbao.read.breaks import goes_on, joined
from nianbao.read.content import Slot, compose, join, place
from nianbao.read.glyphs import lines_of, turn
from nianbao.read.items import Glyph, Line, PageTable
from nianbao.read.metadata import from_text, iso_date
from nianbao.read.mojibake import repair
from nianbao.read.paragraphs import flow

HTML = [
    ("inline elements do not end lines", "<p>公<b>开</b><span>条</span>例</p>", "公开条例"),
    ("block elements do", "甲<div>乙<p>丙</p>丁</div>戊", "甲\n乙\n丙\n丁\n戊"),
    ("br ends a line", "甲<br>乙<br/>丙", "甲\n乙\n丙"),
    ("line ends of the file are no blanks beside Chinese", "<p>公\n  开\n12\n条</p>", "公开12条"),
    ("but between Latin words", "<p>open\n  data</p>", "open data"),
    ("wide blanks stay", "<p>　　二〇二二年&nbsp;报</p>", "　　二〇二二年\xa0报"),
    ("scripts and styles go", "<p>甲</p><script>乙</script><style>丙</style><noscript>丁</noscript>", "甲"),
    ("hidden elements go, what follows stays", "<p>甲<i style='Display : None'>乙</i>丙</p><p hidden>丁</p>戊", "甲丙\n戊"),
    ("comments go", "<p>甲<!-- 乙 -->丙</p>", "甲丙"),
    ("navigation stays", "<nav><a>首页</a></nav><p>甲</p><footer>网站标识码</footer>", "首页\n甲\n网站标识码"),
    ("unknown elements are inline", "<p>甲<o:p>乙</o:p><st1:date>丙</st1:date></p>", "甲乙丙"),
    ("entities", "<p>&#x7532;&lt;&amp;&quot;</p>", '甲<&"'),
    (
        "a table that arranges the page is none",
        "<table><tr><td>栏目</td><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>",
        "栏目\n甲 | 1",
    ),
    ("a table of one column is none", "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>", "甲\n乙"),
    ("lines of a cell are joined", "<table><tr><td>本年<br>制发件数</td><td><p>1</p><p>2</p></td></tr></table>", "本年制发件数 | 1 2"),
    ("bars in cells are not those between them", "<table><tr><td>甲|乙</td><td>1</td></tr></table>", "甲｜乙 | 1"),
    ("empty cells stay", "<table><tr><td>甲</td><td></td><td>0</td></tr></table>", "甲 |  | 0"),
    ("nothing is lost in a table out of form", "<table><tr><td>甲</td><td>1</td></tr><tr>乙<p>丙</p></tr></table>", "甲\n1\n乙\n丙"),
]


@pytest.mark.parametrize(("name", "page", "text"), HTML, ids=[case[0] for case in HTML])
def test_html(name: str, page: str, text: str) -> None:
    assert read_bytes(f"<html><body>{page}</body></html>".encode(), name).text == text


SPANS = [
    ("no spans", [[("甲", 1, 1), ("乙", 1, 1)], [("丙", 1, 1), ("丁", 1, 1)]], ["甲乙", "丙丁"]),
    ("a wide cell", [[("甲", 1, 2)], [("丙", 1, 1), ("丁", 1, 1)]], ["甲甲", "丙丁"]),
    ("a tall cell", [[("甲", 2, 1), ("乙", 1, 1)], [("丁", 1, 1)]], ["甲乙", "甲丁"]),
    ("both", [[("甲", 2, 2), ("乙", 1, 1)], [("丁", 1, 1)]], ["甲甲乙", "甲甲丁"]),
    ("taller than the table", [[("甲", 9, 1), ("乙", 1, 1)], [("丁", 1, 1)]], ["甲乙", "甲丁"]),
    ("a row that is wholly covered", [[("甲", 3, 1), ("乙", 2, 1)], [], [("丁", 1, 1)]], ["甲乙", "甲乙", "甲丁"]),
    ("a wide cell that runs into a tall one ends there", [[("甲", 1, 1), ("乙", 2, 1)], [("丙", 1, 5)]], ["甲乙", "丙乙"]),
]


@pytest.mark.parametrize(("name", "rows", "texts"), SPANS, ids=[case[0] for case in SPANS])
def test_spans(name: str, rows: list[list[tuple[str, int, int]]], texts: list[str]) -> None:
    text, [grid] = compose(["首行", [[Slot(*cell) for cell in row] for row in rows], "末行"])
    assert ["".join(row) for row in grid.texts(text)] == texts
    assert text.startswith("首行\n")
    assert text.endswith("\n末行")


RUN = "<w:r><w:t>{}</w:t></w:r>"
BOX = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
LISTED = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='7'/></w:numPr></w:pPr>"
WORD = [
    ("numbers that Word makes", f"<w:p>{LISTED}{RUN.format('总体情况')}</w:p>" * 2, "一、总体情况\n二、总体情况"),
    ("breaks and tabs", "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type='page'/></w:r></w:p>", "甲\t乙\n丙"),
    ("deleted and inserted text", f"<w:p><w:del>{RUN.format('旧')}</w:del><w:ins>{RUN.format('新')}</w:ins></w:p>", "新"),
    ("hidden text", f"<w:p>{RUN.format('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>", "甲"),
    (
        "fallbacks of text boxes",
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "框",
    ),
    ("content controls", f"<w:sdt><w:sdtContent><w:p>{RUN.format('甲')}</w:p></w:sdtContent></w:sdt>", "甲"),
]


@pytest.mark.parametrize(("name", "body", "text"), WORD, ids=[case[0] for case in WORD])
def test_word(name: str, body: str, text: str) -> None:
    parts = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", "word/numbering.xml": NUMBERING}
    assert read_bytes(container(parts), name).text == text


MARKDOWN = [
    ("headings and emphasis", "# 年报\n\n公开**58**条，见[附件](https://a.example/b)。", "年报\n公开58条，见附件。"),
    ("numbers are no lists", "# 年报\n1. 行政许可\n2\\. 其他", "年报\n1. 行政许可\n2. 其他"),
    ("tables", "| 项目 | 数 |\n|:---|---:|\n| 许可 | 36 |\n| 处罚 | |\n正文", "项目 | 数\n许可 | 36\n处罚 | \n正文"),
    ("tables in HTML", "# 表\n<table><tr><td>许可</td>\n<td>36</td></tr></table>\n正文", "表\n许可 | 36\n正文"),
    ("pictures and rules", "# 年报\n![章](a.jpg)\n---\n正文", "年报\n正文"),
]


@pytest.mark.parametrize(("name", "text", "read"), MARKDOWN, ids=[case[0] for case in MARKDOWN])
def test_markdown(name: str, text: str, read: str) -> None:
    source = read_bytes(text.encode(), name)
    assert (source.format, source.text) == ("markdown", read)


STATED = [
    ("索引号：QT0856-2023-00017\n发布机构：青桐县水务局\n", {"index_number": "QT0856-2023-00017", "issuer": "青桐县水务局"}),
    ("索 引 号： | A01/2022-3 | 发布日期： | 2023年1月7日", {"index_number": "A01/2022-3", "published": "2023-01-07"}),
    ("成文日期：2023-01-05　发布日期：2023-01-07", {"published": "2023-01-07"}),
    ("发布时间：2023-01-16　来源：青桐县水务局　浏览次数：87", {"published": "2023-01-16", "issuer": "青桐县水务局"}),
    ("来源：本站", {}),
    ("来源： 发布时间：2023-01-16", {"published": "2023-01-16"}),
    ("发布日期：", {}),
    ("名 称 | 青桐县水务局2022年年报 | 来源：转载", {"title": "青桐县水务局2022年年报"}),
    ("我局通过网站公开机构职能，发布机构信息12条。", {}),
]


@pytest.mark.parametrize(("text", "stated"), STATED)
def test_stated_in_the_text(text: str, stated: dict[str, str]) -> None:
    assert from_text(text) == stated


@pytest.mark.parametrize(
    ("value", "date"),
    [("2023-01-17 09:30", "2023-01-17"), ("2023年1月6日", "2023-01-06"), ("20230116", "2023-01-16"), ("2023-13-01", ""), ("近日", "")],
)
def test_dates(value: str, date: str) -> None:
    assert iso_date(value) == date


MISREAD = [
    ("政府信息公开工作", 0),
    ("主动公开政府信息，共58条。", 1),
    ("一、总体情况", 0),
]


@pytest.mark.parametrize(("text", "lost"), MISREAD)
@pytest.mark.parametrize("encoding", ["gb18030", "gbk"])
def test_misread_utf8_is_repaired(text: str, lost: int, encoding: str) -> None:
    repaired, [note] = repair(text.encode().decode(encoding, "replace"))
    assert repaired.count("\ufffd") <= lost
    assert len(repaired) == len(text)
    assert f"{repaired.count(chr(0xFFFD))} characters lost" in note


@pytest.mark.parametrize("text", ["联通公司与移动公司", "公开涓滴之水，鐨字难认。", "全年公开12条。", "naïve café", "€100"])
def test_what_is_whole_is_not_repaired(text: str) -> None:
    assert repair(text) == (text, ())


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [("公开", "条例", "公开条例"), ("open", "data", "open data"), ("第", "12", "第12"), ("", "甲", "甲"), ("12", "件", "12件")],
)
def test_join(first: str, second: str, whole: str) -> None:
    assert join(first, second) == whole


def table(rows: list[list[str]], xs: tuple[float, ...] = (0, 10, 20)) -> PageTable:
    return PageTable(xs, 100, len(rows), {(y, x): Slot(text) for y, row in enumerate(rows) for x, text in enumerate(row)})


BREAKS = [
    ("plain", [["许可", "1"]], [["处罚", "2"]], [["许可", "1"], ["处罚", "2"]]),
    (
        "the header is repeated",
        [["项目", "件数"], ["许可", "1"]],
        [["项目", "件数"], ["处罚", "2"]],
        [["项目", "件数"], ["许可", "1"], ["处罚", "2"]],
    ),
    ("equal rows are no header", [["许可", "1"]], [["许可", "1"]], [["许可", "1"], ["许可", "1"]]),
    ("a torn row", [["2.其他法律", "7"]], [["法规禁止公开", ""]], [["2.其他法律法规禁止公开", "7"]]),
    ("a torn row, figures below", [["2.其他法律", ""]], [["法规禁止公开", "7"]], [["2.其他法律法规禁止公开", "7"]]),
    ("an empty row of its own", [["1.属于国家秘密", "7"]], [["2.其他法律", ""]], [["1.属于国家秘密", "7"], ["2.其他法律", ""]]),
]


@pytest.mark.parametrize(("name", "above", "below", "whole"), BREAKS, ids=[case[0] for case in BREAKS])
def test_tables_over_page_breaks(name: str, above: list[list[str]], below: list[list[str]], whole: list[list[str]]) -> None:
    assert goes_on(table(above), table(below))
    assert [[slot.text for slot in row] for row in joined(table(above), table(below))[0].rows()] == whole


def test_other_columns_are_another_table() -> None:
    assert not goes_on(table([["许可", "1"]]), table([["许可", "1"]], (0, 15, 40)))


def line(text: str, left: float, top: float, right: float) -> Line:
    return Line(text, left, top - 10, right, top)


def test_flow_of_pages() -> None:
    pages = [
        [
            line("某局年报", 50, 800, 90),
            line("　一行写满的字", 60, 700, 200),
            line("接着的下半句。", 50, 685, 120),
            line("- 1 -", 100, 20, 120),
        ],
        [line("某局年报", 50, 800, 90), line("一、另起一段写满", 50, 700, 200), line("- 2 -", 100, 20, 120)],
        [line("某局年报", 50, 800, 90), line("翻页后的下半句。", 50, 700, 150), line("- 3 -", 100, 20, 120)],
    ]
    parts, starts = flow([list(page) for page in pages])
    text, _ = compose(parts)
    assert text == "　一行写满的字接着的下半句。\n一、另起一段写满翻页后的下半句。"
    found = place(text, starts)
    assert [text[page.start : page.end] for page in found] == ["　一行写满的字接着的下半句。\n", "一、另起一段写满", "翻页后的下半句。"]
    assert [[(one.kind, one.text) for one in page.furniture] for page in found] == [
        [("head", "某局年报"), ("number", f"- {number} -")] for number in (1, 2, 3)
    ]


def test_lines_of_glyphs() -> None:
    """Gaps of justified Chinese are no blanks; a character printed twice is bold; what stands lower is another line."""
    row = [Glyph("公", 0, 0, 10, 10), Glyph("开", 14, 0, 24, 10), Glyph("开", 14.5, 0, 24.5, 10), Glyph("甲", 40, 0, 50, 10)]
    below = [Glyph("a", 0, -20, 5, -10), Glyph("b", 9, -20, 14, -10)]
    assert [one.text for one in lines_of([*below, *row])] == ["公开 甲", "a b"]


@pytest.mark.parametrize(("rotation", "box"), [(0, (1, 2, 3, 4)), (90, (2, -3, 4, -1)), (180, (-3, -4, -1, -2)), (270, (-4, 1, -2, 3))])
def test_turned_pages(rotation: int, box: tuple[float, ...]) -> None:
    assert turn((1, 2, 3, 4), rotation) == box


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned(rotation: int) -> None:
    """Landscape pages are often portrait ones, drawn sideways and shown turned."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(file := BytesIO(), (600, 600))
    canvas.translate(300, 300)
    canvas.rotate(rotation)
    canvas.translate(-300, -300)
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(100, 400, "行政许可事项")
    canvas.drawString(300, 400, "36")
    canvas.drawString(100, 350, "一")  # a lone character of a font that is not in the file
    canvas.setPageRotation(rotation)
    canvas.save()
    assert read_bytes(file.getvalue(), "turned.pdf").text == "行政许可事项 36\n一"
