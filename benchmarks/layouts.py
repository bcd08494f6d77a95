"""How often the layout of a PDF page is read as it was set: columns, tables without rules, and pages that have neither.

python benchmarks/layouts.py [PAGES [SEED]]     pages of each kind, drawn by chance: fonts, widths, gaps, alignments, what stands around

Prints for each kind how many pages are read with all text in order, and how many tables with all cells in place. Needs reportlab.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from textwrap import wrap

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table

from nianbao.read import read_bytes
from nianbao.records import Source

FONT = "STSong-Light"
WORDS = [
    "政府信息公开",
    "主动公开",
    "依申请公开",
    "网站",
    "微信公众号",
    "本年度",
    "全县",
    "各乡镇",
    "各部门",
    "加强",
    "完善",
    "推进",
    "建立",
    "机制",
    "工作",
    "制度",
    "平台",
    "群众",
    "关注",
    "热点",
    "回应",
    "解读",
    "政策",
    "文件",
    "及时",
    "准确",
    "发布",
    "更新",
    "栏目",
    "培训",
    "会议",
    "检查",
    "考核",
    "监督",
    "保障",
    "落实",
    "责任",
    "人员",
    "经费",
    "收费",
    "复议",
    "诉讼",
    "申请",
    "答复",
    "办理",
    "数量",
    "累计",
    "同比",
    "增长",
    "12条",
    "3件",
    "2022年",
    "《条例》",
    "（一）",
    "36",
    "0.8万元",
    "“双公示”",
    "第五十条",
    "PDF",
    "58.5%",
]
LABELS = [
    "行政许可",
    "行政处罚",
    "行政强制",
    "规章",
    "行政规范性文件",
    "其他对外管理服务事项",
    "行政事业性收费",
    "政府集中采购",
    "网站公开",
    "微信公开",
    "报刊广播电视公开",
    "合计",
    "县政府办公室",
    "财政局",
    "教育和体育局",
    "人力资源和社会保障局",
    "主动公开文件数",
    "回应公众关注热点或重大舆情数",
]
HEADS = ["项目", "数量", "本年制发", "本年废止", "现行有效", "自然人", "商业企业", "科研机构", "总计", "备注", "单位", "上年结转"]
NAMES = ["王建国", "李秀英", "张伟", "刘洋", "陈静", "杨帆", "赵敏", "周强"]


@dataclass
class Page:
    """What is drawn, in how many columns of a whole page, the text in reading order, and the tables without rules."""

    columns: int = 1
    story: list[Flowable] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)

    def add(self, text: str, style: ParagraphStyle) -> None:
        """Draw a paragraph."""
        self.story.append(Paragraph(text, style))
        self.texts.append(text)


def style_of(rng: Random, **changes: object) -> ParagraphStyle:
    """Return the style of the paragraphs of one page."""
    size = float(changes.get("fontSize", rng.choice([9, 10, 10.5, 12, 14, 16])))  # type: ignore[arg-type]
    given = {"fontName": FONT, "fontSize": size, "leading": size * rng.uniform(1.25, 1.9), "wordWrap": "CJK"}
    form = {"alignment": rng.choice([TA_JUSTIFY, TA_LEFT]), "firstLineIndent": rng.choice([0, 2 * size, 2 * size])}
    return ParagraphStyle("body", **(given | form | changes))


def sentence(rng: Random) -> str:
    """Return words with the signs of prose between them."""
    return "".join(rng.choice(WORDS) + ("" if rng.random() < 0.7 else rng.choice("，、，；")) for _ in range(rng.randint(4, 14))) + "。"


def paragraph(rng: Random) -> str:
    """Return one to five sentences."""
    return "".join(sentence(rng) for _ in range(rng.randint(1, 5)))


def prose(rng: Random) -> Page:
    """Return one column: title, headings, paragraphs, and what looks like columns and is none."""
    page, body = Page(), style_of(rng)
    page.add("青桐县水务局2022年政府信息公开工作年度报告", style_of(rng, fontSize=16, alignment=TA_CENTER, firstLineIndent=0))
    for number in "一二三四"[: rng.randint(2, 4)]:
        page.add(f"{number}、{rng.choice(LABELS)}情况", style_of(rng, fontSize=body.fontSize, firstLineIndent=0))
        for _ in range(rng.randint(1, 3)):
            page.add(paragraph(rng), body)
    for extra in rng.sample([contacts, signature, listed, form], rng.randint(1, 3)):
        extra(page, rng, body)
    return page


def contacts(page: Page, rng: Random, body: ParagraphStyle) -> None:
    """Add lines of names and values, two in a line."""
    pairs = [("地址", "青桐县柳溪路18号"), ("邮编", "554321"), ("电话", "0856-5550123"), ("传真", "0856-5550124"), ("联系人", "王秀英")]
    pairs += [("邮箱", "xxgk@qingtong.example.cn"), ("办公时间", "9:00至17:00"), ("监督电话", "0856-5550125")]
    rng.shuffle(pairs)
    rows = [[f"{name}：{value}" for name, value in pairs[at : at + 2]] for at in range(0, 2 * rng.randint(2, 4), 2)]
    _spaced(page, rows, [rng.uniform(76, 83) * mm] * 2, body)


def signature(page: Page, rng: Random, body: ParagraphStyle) -> None:
    """Add office and date at the right, or centred below one another at the right."""
    style = style_of(rng, fontSize=body.fontSize, alignment=rng.choice([TA_RIGHT, TA_CENTER]), firstLineIndent=0, leftIndent=80 * mm)
    for text in ("青桐县水务局", "2023年1月16日"):
        page.add(text, style)


def listed(page: Page, rng: Random, body: ParagraphStyle) -> None:
    """Add a list with its numbers hanging out."""
    items = [[f"{number}.", sentence(rng)[:24]] for number in range(1, rng.randint(4, 7))]
    _spaced(page, items, [2.5 * body.fontSize, 130 * mm], body)


def form(page: Page, rng: Random, body: ParagraphStyle) -> None:
    """Add what stands below tables of statistics."""
    people = rng.sample(NAMES, 3)
    row = [f"单位负责人：{people[0]}", f"审核人：{people[1]}", f"填报人：{people[2]}"]
    _spaced(page, [row, ["联系电话：0856-5550123", "", "填报日期：2023年1月16日"]][: rng.randint(1, 2)], [56 * mm] * 3, body)


def _spaced(page: Page, rows: list[list[str]], widths: list[float], body: ParagraphStyle) -> None:
    size = min(body.fontSize, 12)
    page.story.append(Table(rows, colWidths=widths, style=[("FONT", (0, 0), (-1, -1), FONT, size)], hAlign="LEFT"))
    page.texts += ["".join(row) for row in rows]


def columns(rng: Random) -> Page:
    """Return two columns, or three, of one height, with what runs across the page above and below."""
    page, size = Page(), rng.choice([9, 10, 10.5, 12])
    body = style_of(
        rng,
        fontSize=size,
    )
    page.add("青桐县水务局2022年政府信息公开工作年度报告", style_of(rng, fontSize=16, alignment=TA_CENTER, firstLineIndent=0))
    for _ in range(rng.randint(0, 2)):
        page.add(paragraph(rng), body)
    for _ in range(rng.randint(1, 2)):
        inside = Page()
        for number in range(rng.randint(3, 6)):
            if rng.random() < 0.3:
                head = style_of(rng, fontSize=size, leading=body.leading, spaceBefore=rng.uniform(0, size))
                inside.add(f"（{'一二三四五六'[number]}）{rng.choice(LABELS)}", head)
            inside.add(paragraph(rng), body)
        count = rng.choice([2, 2, 2, 3]) if size < 11 else 2
        page.story += [Spacer(1, 6), balanced(inside.story, count, rng.uniform(1.6, 4.5) * size), Spacer(1, 6)]
        page.texts += inside.texts
        page.add(f"{rng.choice('二三四')}、{rng.choice(LABELS)}情况", style_of(rng, fontSize=size, firstLineIndent=0))
        page.add(paragraph(rng), body)
    return page


def balanced(story: list[Flowable], count: int, gap: float) -> Flowable:
    """Return paragraphs set in columns of about one height."""
    width = (166 * mm + gap) / count - gap
    height = sum(one.wrap(width, 0)[1] for one in story) / count
    sides: list[list[Flowable]] = [[] for _ in range(count)]
    rest = list(story)
    for side in sides[:-1]:
        left = height
        while rest and rest[0].wrap(width, 0)[1] <= left:
            left -= rest[0].wrap(width, 0)[1]
            side.append(rest.pop(0))
        if rest and (parts := rest[0].split(width, left)):
            side.append(parts[0])
            rest[:1] = parts[1:]
    sides[-1] = rest
    widths = [width + gap] * (count - 1) + [width]
    zero = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "TOP", "BOTTOM")]
    return Table(
        [sides],
        colWidths=widths,
        style=[*zero, ("RIGHTPADDING", (0, 0), (-2, -1), gap), ("RIGHTPADDING", (-1, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )


def pages(rng: Random) -> Page:
    """Return whole pages in two or three columns, the last one not full."""
    page = Page(rng.choice([2, 2, 2, 3]))
    body = style_of(rng, fontSize=rng.choice([9, 10, 10.5]))
    for _ in range(rng.randint(15, 50)):
        if rng.random() < 0.3:
            page.add(f"（{rng.choice('一二三四五六')}）{rng.choice(LABELS)}", body)
        page.add(paragraph(rng), body)
    return page


def table(rng: Random) -> Page:
    """Return a table without rules between paragraphs: labels and figures."""
    return _tabled(rng, lambda: str(rng.choice([0, 0, rng.randint(1, 9), rng.randint(10, 999), rng.randint(1000, 99999)])))


def words(rng: Random) -> Page:
    """Return a table without rules of words alone."""
    return _tabled(rng, lambda: rng.choice([*NAMES, "主任", "副局长", "已公开", "不予公开", "网站", "部分公开"]))


def wrapped(rng: Random) -> Page:
    """Return a table without rules whose longer labels have two lines, the figures beside the first or between them."""
    return _tabled(rng, lambda: str(rng.randint(0, 999)), wraps=True)


def _tabled(rng: Random, cell: Callable[[], str], *, wraps: bool = False) -> Page:
    page, body = Page(), style_of(rng)
    count, size = rng.randint(2, 6), rng.choice([9, 10, 10.5, 12])
    page.add(paragraph(rng), body)
    rows = [rng.sample(HEADS, count)] if rng.random() < 0.8 else []
    rows += [[label, *(cell() for _ in range(count - 1))] for label in rng.sample(LABELS, rng.randint(3, 12))]
    for _ in range(rng.randint(0, len(rows) // 3)):
        rows[rng.randrange(1, len(rows) - 1)][rng.randrange(1, count)] = ""
    valign = rng.choice(["TOP", "MIDDLE"])
    widest = 8 * size if wraps else max(pdfmetrics.stringWidth(row[0], FONT, size) for row in rows)
    rest = max(pdfmetrics.stringWidth(one, FONT, size) for row in rows for one in row[1:])
    first = widest + size * rng.uniform(1.0, 4.0) + 12
    other = min(rest + size * rng.uniform(1.0, 6.0) + 12, (165 * mm - first) / (count - 1))
    align = [("ALIGN", (1, 0), (-1, -1), rng.choice(["LEFT", "CENTER", "RIGHT"])), ("FONT", (0, 0), (-1, -1), FONT, size)]
    pad = [("TOPPADDING", (0, 0), (-1, -1), rng.uniform(0, 6)), ("ALIGN", (0, 0), (0, -1), rng.choice(["LEFT", "LEFT", "CENTER"]))]
    lines = [["\n".join(wrap(row[0], 8)) if wraps else row[0], *row[1:]] for row in rows]
    style = [*align, *pad, ("VALIGN", (0, 0), (-1, -1), valign)]
    page.story.append(Table(lines, colWidths=[first, *[other] * (count - 1)], style=style, hAlign=rng.choice(["LEFT", "CENTER"])))
    page.texts += ["".join(row) for row in rows]
    page.tables.append(rows)
    page.add(paragraph(rng), body)
    return page


def draw(page: Page) -> bytes:
    """Return the page as a PDF: of one column, as long as it needs to be; of more, of several pages."""
    height = A4[1] if page.columns > 1 else 5 * A4[1]
    gap = 8 * mm
    width = (166 * mm + gap) / page.columns
    frames = [Frame(22 * mm + width * place, 15 * mm, width - gap, height - 30 * mm, 0, 0, 0, 0) for place in range(page.columns)]
    document = BaseDocTemplate(file := BytesIO(), pagesize=(A4[0], height), pageTemplates=[PageTemplate(frames=frames)])
    document.build(page.story)
    return file.getvalue()


def plain(text: str) -> str:
    """Return a text without what stands between cells and words."""
    return "".join(text.replace("|", "").split())


def score(page: Page, source: Source) -> tuple[bool, float, int, bool]:
    """Return whether all text is in order, the share of whole paragraphs, the tables with all cells in place, whether one is too many."""
    lines = {plain(line) for line in source.text.split("\n")}
    whole = sum(plain(text) in lines for text in page.texts) / len(page.texts)
    grids = [grid.texts(source.text) for grid in source.grids]
    found = sum(rows in grids for rows in page.tables)
    return plain(source.text) == plain("".join(page.texts)), whole, found, len(grids) > len(page.tables)


def main() -> None:
    """Print the rates of each kind of page."""
    count, seed = ([int(one) for one in sys.argv[1:]] + [200, 1][len(sys.argv) - 1 :])[:2]
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    for kind in (prose, columns, pages, table, words, wrapped):
        rng = Random(f"{kind.__name__} {seed}")
        sums, tables = [0.0] * 4, 0
        for _ in range(count):
            page = kind(rng)
            result = score(page, read_bytes(draw(page), ""))
            sums = [one + other for one, other in zip(sums, result, strict=True)]
            tables += len(page.tables)
        ordered, whole, found, false = sums
        told = f", tables {found / tables:.3f}" if tables else ""
        rates = f"in order {ordered / count:.3f}, paragraphs whole {whole / count:.3f}{told}, with a table too many {false / count:.3f}"
        print(f"{kind.__name__:10}{count} pages: {rates}")


if __name__ == "__main__":
    main()
