"""Writes the gallery: one invented report in every format and encoding, and pages with what real pages do. Run it after a change here.

PYTHONPATH=tests python -m gallery.build       files and golden outputs into tests/gallery
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from gallery import pages

from nianbao.read import read
from nianbao.records import Source

HERE = Path(__file__).parent
Row = list[tuple[str, int, int]]
Block = str | list[Row]

TITLE = "青桐县水务局2022年政府信息公开工作年度报告"
OPENING = (
    "根据《中华人民共和国政府信息公开条例》第五十条的规定，青桐县水务局编制本报告。本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
    "如有疑问，请与青桐县水务局办公室联系（地址：青桐县柳溪路18号，邮编：554321，电话：0856-5550123）。"
)
OVERVIEW = (
    "2022年，县水务局围绕饮水安全和河道治理做好信息公开。全年主动公开政府信息58条，其中门户网站31条，“青桐水务”微信公众号27条；"
    "印发《青桐县水务局政务公开工作要点》（青水发〔2022〕9号），由副局长陆明舟分管，专职人员1名。举办培训班2期，培训43人次。"
)
PROBLEMS = "一是解读偏少，群众问得最多的水价调整没有讲透；二是个别站所报送迟缓。下一步将请技术人员出镜讲解，并按月通报各站所报送情况。"
CLOSING = "2022年本局未收取政府信息公开信息处理费。"
ACTIVE: list[Row] = [
    [("第二十条第（一）项", 1, 4)],
    [("信息内容", 1, 1), ("本年制发件数", 1, 1), ("本年废止件数", 1, 1), ("现行有效件数", 1, 1)],
    [("规章", 1, 1), ("0", 1, 1), ("0", 1, 1), ("0", 1, 1)],
    [("行政规范性文件", 1, 1), ("2", 1, 1), ("1", 1, 1), ("7", 1, 1)],
    [("第二十条第（五）项", 1, 4)],
    [("信息内容", 1, 1), ("本年处理决定数量", 1, 3)],
    [("行政许可", 1, 1), ("36", 1, 3)],
    [("第二十条第（六）项", 1, 4)],
    [("信息内容", 1, 1), ("本年处理决定数量", 1, 3)],
    [("行政处罚", 1, 1), ("4", 1, 3)],
    [("行政强制", 1, 1), ("0", 1, 3)],
    [("第二十条第（八）项", 1, 4)],
    [("信息内容", 1, 1), ("本年收费金额（单位：万元）", 1, 3)],
    [("行政事业性收费", 1, 1), ("12.5", 1, 3)],
]
RESULTS = [
    ("（一）予以公开", []),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", []),
    (
        "（三）不予公开",
        [
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ],
    ),
    ("（四）无法提供", ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]),
    (
        "（五）不予处理",
        [
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ],
    ),
    (
        "（六）其他处理",
        [
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ],
    ),
    ("（七）总计", []),
]
KINDS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def requests(rng: Random) -> list[Row]:
    """Return the form of applications: numbers drawn so that its sums hold."""
    received, carried, open_now = ([rng.randrange(3) for _ in range(6)] for _ in range(3))
    done = [max(a + b - c, 0) for a, b, c in zip(received, carried, open_now, strict=True)]
    open_now = [a + b - d for a, b, d in zip(received, carried, done, strict=True)]
    rows: list[Row] = [
        [("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 1, 7)],
        [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
        [(kind, 1, 1) for kind in KINDS],
        [("一、本年新收政府信息公开申请数量", 1, 3), *_figures(received)],
        [("二、上年结转政府信息公开申请数量", 1, 3), *_figures(carried)],
    ]
    height = sum(max(len(items), 1) for _, items in RESULTS)
    for place, (result, items) in enumerate(RESULTS):
        counts = done if result in ("（一）予以公开", "（七）总计") else [0] * 6
        head = [("三、本年度办理结果", height, 1)] if place == 0 else []
        for number, item in enumerate(items or [""]):
            label = [(result, len(items), 1), (item, 1, 1)] if item and number == 0 else [(item, 1, 1)] if item else [(result, 1, 2)]
            rows.append([*head, *label, *_figures(counts)])
            head = []
    return [*rows, [("四、结转下年度继续办理", 1, 3), *_figures(open_now)]]


def _figures(counts: list[int]) -> Row:
    return [(str(count), 1, 1) for count in [*counts, sum(counts)]]


def remedies() -> list[Row]:
    """Return the form of reviews and lawsuits."""
    return [
        [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
        [*((outcome, 2, 1) for outcome in OUTCOMES), ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
        [(outcome, 1, 1) for outcome in OUTCOMES * 2],
        [(figure, 1, 1) for figure in "100010000000000"],
    ]


def report(rng: Random) -> list[Block]:
    """Return the report: headings, paragraphs and tables."""
    return [
        TITLE,
        OPENING,
        "一、总体情况",
        OVERVIEW,
        "二、主动公开政府信息情况",
        ACTIVE,
        "三、收到和处理政府信息公开申请情况",
        requests(rng),
        "四、政府信息公开行政复议、行政诉讼情况",
        remedies(),
        "五、存在的主要问题及改进情况",
        PROBLEMS,
        "六、其他需要报告的事项",
        CLOSING,
        "青桐县水务局",
        "2023年1月16日",
    ]


def as_text(blocks: list[Block]) -> str:
    """Return the report as plain text, tables flattened."""
    lines = [[block] if isinstance(block, str) else [" | ".join(cell[0] for cell in row) for row in block if row] for block in blocks]
    return "\n".join(line for part in lines for line in part) + "\n"


def as_html(blocks: list[Block], charset: str) -> str:
    """Return the report as a page of a government site: meta tags, navigation, metadata table, scripts, hidden text, footer."""
    body = "\n".join(
        f"<p style='text-indent:2em'>{_spans(block)}</p>" if isinstance(block, str) else _html_table(block) for block in blocks
    )
    return f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{TITLE}_青桐县人民政府门户网站</title>
<meta name="SiteName" content="青桐县人民政府门户网站"><meta name="ArticleTitle" content="{TITLE}">
<meta name="PubDate" content="2023-01-17 09:30"><meta name="ContentSource" content="青桐县水务局">
<meta name="Url" content="https://www.qingtong.example.cn/xxgk/2023/t1.html">
<style>p {{ margin: 0 }}</style><script>var hits = "<p>12</p>";</script></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>
<li><a href="/hdjl/">互动交流</a></li></ul></div>
<table class="layout"><tr><td width="20%"><div>信息公开指南</div><div>信息公开年报</div></td><td>
<table class="meta"><tr><td>索&nbsp;引&nbsp;号：</td><td>QT0856-2023-00017</td><td>发布机构：</td><td>青桐县水务局</td></tr>
<tr><td>成文日期：</td><td>2023年1月16日</td><td>发布日期：</td><td>2023年1月17日</td></tr></table>
<div id="zoom">{body}</div>
<div style="display: none">请使用新版浏览器</div><p hidden>草稿</p>
</td></tr></table>
<div class="footer"><p>主办：青桐县人民政府　<span>承办：青桐县大数据中心</span></p><p>网站标识码：5299990001</p></div>
<script>count();</script></body></html>
"""


def _spans(text: str) -> str:
    """Return a paragraph cut by inline elements and line ends, as editors of sites leave it."""
    middle = len(text) // 2
    return (
        f"<span style='font-family:宋体'>{escape(text[:middle])}</span>\n<span><b>{escape(text[middle:])}</b></span>"
        if len(text) > 40
        else escape(text)
    )


def _html_table(rows: list[Row]) -> str:
    cells = [
        "".join(
            f"<td{_attribute('rowspan', height)}{_attribute('colspan', width)}><p>{escape(text)}</p></td>" for text, height, width in row
        )
        for row in rows
    ]
    return "<table border=1><tbody>" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "</tbody></table>"


def _attribute(name: str, value: int) -> str:
    return f' {name}="{value}"' if value > 1 else ""


def as_markdown(blocks: list[Block]) -> str:
    """Return the report as text recognition writes it: headings with #, bold words, a table with bars, another in HTML."""
    parts = [f"# {blocks[0]}"]
    for block in blocks[1:]:
        if isinstance(block, str):
            parts.append(f"## {block}" if block[1:2] == "、" else block.replace("2022年", "**2022年**", 1))
        elif block is ACTIVE:
            parts.append("\n".join(_bars([cell[0] for cell in row], 4, number == 0) for number, row in enumerate(block)))
        else:
            parts.append(_html_table(block))
    return "\n\n".join([*parts, "![](images/seal.jpg)", "---"]) + "\n"


def _bars(cells: list[str], columns: int, is_header: bool) -> str:
    row = "| " + " | ".join(cells + [""] * (columns - len(cells))) + " |"
    return f"{row}\n|{' --- |' * columns}" if is_header else row


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>"""
CORE = f"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title></cp:coreProperties>"""


def as_docx(blocks: list[Block]) -> bytes:
    """Return the report as a Word file: headings numbered by Word, merged cells, deleted and hidden text, a text box."""
    body = "".join(_word_paragraph(block) if isinstance(block, str) else _word_table(block) for block in blocks)
    extra = "<w:p><w:del><w:r><w:delText>旧稿</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"
    box = "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>附注：以上数据由局办公室汇总。</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    return container(
        {
            "word/document.xml": f"<w:document {W}><w:body>{body}{extra}{box}</w:body></w:document>",
            "word/numbering.xml": NUMBERING,
            "docProps/core.xml": CORE,
        }
    )


def container(parts: dict[str, str | bytes]) -> bytes:
    """Return a ZIP file with the parts, the same bytes at any time."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, part in parts.items():
            zipped.writestr(zipfile.ZipInfo(name, (2023, 1, 16, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _word_paragraph(text: str) -> str:
    numbered = text[1:2] == "、"
    mark = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>' if numbered else ""
    words = text[2:] if numbered else text
    middle = len(words) // 2
    return f"<w:p>{mark}<w:r><w:t>{escape(words[:middle])}</w:t></w:r><w:ins><w:r><w:t>{escape(words[middle:])}</w:t></w:r></w:ins></w:p>"


def _word_table(rows: list[Row]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(_word_cell, row))}</w:tr>" for row in continued(rows)) + "</w:tbl>"


def _word_cell(cell: tuple[str, int, int]) -> str:
    text, height, width = cell
    merge = "" if height == 1 else '<w:vMerge w:val="restart"/>' if height > 1 else "<w:vMerge/>"
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/>{merge}</w:tcPr><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>'


def continued(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows with cells of height 0 where one from above goes on, as Word and PDF need them."""
    above: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells, column, result = iter(row), 0, []
        while column < sum(width for _, _, width in _full(rows)):
            left, width = above.get(column, (0, 0))
            if left:
                result.append(("", 0, width))
                above[column] = left - 1, width
            else:
                text, height, width = next(cells)
                result.append((text, height, width))
                above[column] = height - 1, width
            column += width
        yield result


def _full(rows: list[Row]) -> Row:
    return rows[0]


def as_pdf(blocks: list[Block]) -> bytes:
    """Return the report as a PDF with a running head and page numbers; the font is one that every reader of PDF has."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle("body", fontName="STSong-Light", fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK")
    small = ParagraphStyle("small", fontName="STSong-Light", fontSize=8, leading=10, wordWrap="CJK")

    def table(rows: list[Row]) -> Any:
        filled, spans = [], []
        for y, row in enumerate(continued(rows)):
            filled.append([cell for text, _, width in row for cell in [Paragraph(escape(text), small), *[""] * (width - 1)]])
            x = 0
            for _, height, width in row:
                spans += [("SPAN", (x, y), (x + width - 1, y + height - 1))] if height * width > 1 else []
                x += width
        columns = len(filled[0])
        widths = [56, 64, 92, *[34] * 7] if columns == 10 else [450 / columns] * columns
        return Table(filled, widths, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), *spans])

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(72, A4[1] - 40, "青桐县水务局政府信息公开")
        canvas.drawCentredString(A4[0] / 2, 30, f"— {document.page} —")

    file = BytesIO()
    story = [Paragraph(escape(block), body) if isinstance(block, str) else table(block) for block in blocks]
    SimpleDocTemplate(file, pagesize=A4, title=TITLE, invariant=1).build(story, onFirstPage=furniture, onLaterPages=furniture)
    return file.getvalue()


FRAGMENT = "<div>青桐县水务局<br/>2022年年报<p>公开<em>58</em>条，\n其中网站31条。</div><table><tr><td>科室</td><td></td></tr></table>"


def gallery() -> dict[str, bytes]:
    """Return the files by name."""
    blocks = report(Random(20230116))
    text, page = as_text(blocks), as_html(blocks, "utf-8")
    traditional = (
        "青桐縣水務局2022年政府資訊公開工作年度報告\n一、概述\n本局全年主動公開政府資訊58條，並印發有關辦法，聯絡電話為0856-5550123。\n"
    )
    return {
        "utf8.txt": text.encode(),
        "utf8-mark.txt": text.encode("utf-8-sig"),
        "utf16-mark.txt": text.encode("utf-16"),
        "utf16-bare.txt": text.encode("utf-16-be"),
        "gb18030.txt": text.encode("gb18030"),
        "gb2312-short.txt": "青桐县水务局2022年年报\n未收到申请。\n".encode("gb2312"),
        "big5.txt": traditional.encode("big5"),
        "gbk-traditional.txt": traditional.encode("gbk"),
        "gb18030-bad-bytes.txt": text.encode("gb18030").replace("饮水".encode("gb18030"), b"\xff\xd2\xfb")[:-2],
        "utf8-as-gbk.txt": text.encode().decode("gb18030", "replace").encode(),
        "table.md": as_markdown(blocks).encode(),
        "utf8.html": page.encode(),
        "gbk-declared.html": as_html(blocks, "gb2312").encode("gb18030"),
        "gbk-declared-utf8.html": page.encode("gb18030"),
        "utf8-declared-gbk.html": as_html(blocks, "gb2312").encode(),
        "big5-undeclared.html": f"<html><body><p>{traditional.replace(chr(10), '<br>')}</p></body></html>".encode("big5"),
        "fragment.html": FRAGMENT.encode(),
        "report.docx": as_docx(blocks),
        "report.pdf": as_pdf(blocks),
        "columns.pdf": pages.columns(),
        "aligned.pdf": pages.aligned(),
        "running.pdf": pages.running(),
    }


def golden(source: Source) -> str:
    """Return what is expected of a source as JSON: its fields, the text by lines, the grids as cell texts, the pages."""
    names = ("format", "encoding", "encoding_by", "title", "published", "url", "index_number", "issuer", "notes")
    grids = [[" | ".join(row) for row in grid.texts(source.text)] for grid in source.grids]
    starts = [[source.text[page.start : page.end][:12], *(f"{one.kind}: {one.text}" for one in page.furniture)] for page in source.pages]
    plain = {name: getattr(source, name) for name in names} | {"text": source.text.split("\n"), "grids": grids}
    plain |= {"pages": starts} if starts else {}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def main(folder: Path) -> None:
    """Write all files and what reading them gives."""
    for name, data in gallery().items():
        (folder / name).write_bytes(data)
        (folder / f"{name}.golden.json").write_text(golden(read(folder / name)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
