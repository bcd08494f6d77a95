"""PDF files of the gallery that show a layout each: columns, a table without rules, running heads over page breaks."""

from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Table

FONT = "STSong-Light"
TITLE = "青桐县水务局2022年政府信息公开工作年度报告"
LEFT = [
    (
        "（一）主动公开。2022年，县水务局围绕饮水安全、河道治理和水价调整公开信息58条，其中门户网站31条，“青桐水务”微信公众号27条；"
        "工程招标信息在开标前十日挂网，中标结果当日公布。"
    ),
    "（二）依申请公开。收到自然人申请3件，均在法定期限内答复，其中予以公开2件，不掌握相关信息1件；没有上年结转的申请。",
]
RIGHT = [
    "（三）信息管理。拟公开的信息由起草科室先审，办公室复审，分管副局长陆明舟签发；全年退回修改9条，撤下过期信息4条。",
    "（四）平台建设。网站新设“水质月报”栏目，每月5日前更新；微信公众号开通停水通知，用户可按小区订阅，年末订阅6,213户。",
    "（五）监督保障。举办培训班2期，培训43人次；群众评议满意率96.5%，未发生责任追究。",
]
CLOSING = "一是解读偏少，群众问得最多的水价调整没有讲透；二是个别站所报送迟缓。下一步将请技术人员出镜讲解，并按月通报各站所报送情况。"
STATIONS = [
    ["站所", "公开条数", "其中网站", "答复咨询", "备注"],
    ["城关水务站", "14", "9", "103", "含停水通知"],
    ["柳溪灌区管理所", "11", "6", "27", ""],
    ["大坪水库管理所", "8", "5", "12", "含水情信息"],
    ["白岩供水站", "7", "4", "41", ""],
    ["河道砂石管理站", "6", "3", "5", "含招标信息"],
    ["水土保持监测站", "5", "2", "0", ""],
    ["机关各科室", "7", "2", "19", "含财务信息"],
    ["合计", "58", "31", "207", ""],
]
BEFORE = "各站所公开信息的情况如下，条数以网站和微信公众号实际发布的为准："
AFTER = "同一条信息在网站和微信公众号都发布的，只计一次，由先发布的一方计入。"


pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def body(size: float = 12, **changes: Any) -> ParagraphStyle:
    """Return the style of paragraphs."""
    given = {"fontName": FONT, "fontSize": size, "leading": 1.6 * size, "firstLineIndent": 2 * size, "wordWrap": "CJK"}
    return ParagraphStyle("body", **(given | changes))


def _written(story: list[Flowable], size: tuple[float, float], frames: list[Frame], furniture: Any = None) -> bytes:
    """Return a PDF of pages with the frames."""
    template = PageTemplate(frames=frames, onPage=furniture or (lambda *_: None))
    BaseDocTemplate(file := BytesIO(), pagesize=size, title=TITLE, invariant=1, pageTemplates=[template]).build(story)
    return file.getvalue()


def columns() -> bytes:
    """Return a page: title and opening across it, two columns, a heading and a paragraph across it."""
    frames = [Frame(72, 640, 451, 130), Frame(72, 340, 215, 300), Frame(308, 340, 215, 300), Frame(72, 72, 451, 260)]
    opening = "本报告依据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
    story: list[Flowable] = [Paragraph(TITLE, body(16, firstLineIndent=40)), Paragraph(opening, body()), Paragraph("一、总体情况", body())]
    story += [FrameBreak(), *(Paragraph(text, body(10.5)) for text in LEFT), FrameBreak(), *(Paragraph(text, body(10.5)) for text in RIGHT)]
    story += [FrameBreak(), Paragraph("二、存在的主要问题及改进情况", body()), Paragraph(CLOSING, body())]
    return _written(story, A4, frames)


def aligned() -> bytes:
    """Return two pages with a table without rules, its header printed again on the second."""
    style = [("FONT", (0, 0), (-1, -1), FONT, 10.5), ("ALIGN", (1, 0), (3, -1), "RIGHT"), ("LEFTPADDING", (4, 0), (4, -1), 24)]
    table = Table(STATIONS, colWidths=[104, 62, 62, 62, 98], repeatRows=1, style=style)
    story = [Paragraph(TITLE, body(12)), Paragraph(BEFORE, body(10.5)), table, Paragraph(AFTER, body(10.5))]
    return _written(story, A5, [Frame(16, 420, 390, 150)], _furniture)


def running() -> bytes:
    """Return pages whose break stands inside a paragraph, and there inside a document number."""
    issued = "局里印发《青桐县水务局政务公开工作要点》（青水发〔2022〕9号），逐条落实。"
    text = "".join([LEFT[0][8:], issued, LEFT[1][9:], *(one[8:] for one in RIGHT)])
    story: list[Flowable] = [Paragraph(TITLE, body(12)), Paragraph("一、总体情况", body(12)), Paragraph(text, body(12))]
    return _written(story, A5, [Frame(36, 430, 336, 130)], _furniture)


def _furniture(canvas: Any, document: Any) -> None:
    canvas.setFont(FONT, 9)
    canvas.drawString(42, 575, "青桐县水务局")
    canvas.drawRightString(378, 575, "2022年度报告")
    canvas.drawCentredString(210, 30, f"第 {document.page} 页")
