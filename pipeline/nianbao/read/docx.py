"""Word files (DOCX): paragraphs and tables in their order, straight from the XML inside.

By zipfile and lxml: python-docx keeps tables apart from paragraphs, knows nothing of automatic numbers, tracked changes or text boxes, and
unpacks without a limit. Page heads and feet are files of their own there and are not read; deleted and hidden text is left out.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from nianbao.errors import BrokenFileError, NoTextError, TooDeepError, TooLargeError, UnsupportedError
from nianbao.read.content import Content, Part, Rows, Slot, join
from nianbao.read.limits import MOST_NESTING, MOST_UNPACKED
from nianbao.read.numbering import Numbering, W

DOCUMENT, NUMBERS, STYLES, CORE = "word/document.xml", "word/numbering.xml", "word/styles.xml", "docProps/core.xml"
#: Parts of other containers that begin like a DOCX.
OTHERS = {"xl/": "an Excel file", "ppt/": "a PowerPoint file", "content.xml": "an OpenDocument file", "OFD.xml": "an OFD file"}
_TITLE = ".//{http://purl.org/dc/elements/1.1/}title"
#: What holds other text than that of the document as it stands: old versions, fallbacks for old programs, remarks.
_SKIPPED = {f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{W}sdtPr", f"{W}pPr"}


def read_docx(data: bytes, path: str) -> Content:
    """Return the lines and tables of a Word file; raise the :class:`ReadError` that says what is wrong with it."""
    parts = _unpack(data, path)
    trees = {name: _parse(part, path) for name, part in parts.items()}
    body = trees[DOCUMENT].find(f"{W}body")
    numbering = Numbering(trees.get(NUMBERS), trees.get(STYLES))
    content = Content([] if body is None else list(_parts(body, numbering)), _stated(trees.get(CORE)))
    if not content.parts:
        raise NoTextError(path, "a Word file without text (only pictures?); run text recognition on it first")
    return content


def _unpack(data: bytes, path: str) -> dict[str, bytes]:
    """Return the parts that are read; sizes are counted while unpacking, since a container can lie about them."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as container:
            names = set(container.namelist())
            if DOCUMENT not in names:
                kind = next((kind for sign, kind in OTHERS.items() if any(name.startswith(sign) for name in names)), "a ZIP archive")
                raise UnsupportedError(path, f"{kind}; unpack it or save its text first")
            return _unpacked(container, [name for name in (DOCUMENT, NUMBERS, STYLES, CORE) if name in names], path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise BrokenFileError(path, f"a damaged or encrypted DOCX or ZIP file ({error}); open it in Word and save it again") from error


def _unpacked(container: zipfile.ZipFile, names: list[str], path: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for name in names:
        with container.open(name) as file:
            parts[name] = file.read(left + 1)
        left -= len(parts[name])
        if left < 0:
            raise TooLargeError(path, f"a Word file that unpacks to more than {MOST_UNPACKED:,} bytes; split the file")
    return parts


def _parse(part: bytes, path: str) -> etree._Element:
    """Return the tree of a part; entities stay unresolved, nothing is fetched."""
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True))
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise TooDeepError(path, f"a Word file with elements nested deeper than {MOST_NESTING}; save its text first") from error
        raise BrokenFileError(path, f"a damaged Word file ({error}); open it in Word and save it again") from error


def _parts(parent: etree._Element, numbering: Numbering) -> Iterator[Part]:
    """Yield lines and tables; what wraps them (controls, insertions, text boxes' anchors) is looked through."""
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph(child, numbering)
        elif child.tag == f"{W}tbl":
            yield from _table(child, numbering)
        elif child.tag not in _SKIPPED:
            yield from _parts(child, numbering)


def _paragraph(paragraph: etree._Element, numbering: Numbering) -> Iterator[Part]:
    """Yield the lines of a paragraph, its automatic number first, then the text boxes anchored in it."""
    boxes: list[etree._Element] = []
    text = "".join(_pieces(paragraph, boxes))
    number = numbering.next(paragraph) if text.strip() else ""
    yield from (line for line in f"{number}{text}".split("\n") if line.strip())
    for box in boxes:
        yield from _parts(box, numbering)


def _pieces(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """Yield the text of runs; text boxes are kept for later."""
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag == f"{W}tab":
            yield "\t"
        elif tag in (f"{W}br", f"{W}cr"):
            yield "" if child.get(f"{W}type") in ("page", "column") else "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag not in _SKIPPED and not (tag == f"{W}r" and _is_hidden(child)):
            yield from _pieces(child, boxes)


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in ("0", "false")


def _table(table: etree._Element, numbering: Numbering) -> Iterator[Part]:
    """Yield the rows of a table as one part, or what is in its cells where it has but one column."""
    cells = [[_cell(cell, numbering) for cell in _within(row, f"{W}tc")] for row in _within(table, f"{W}tr")]
    rows = _merged(cells, [_before(row) for row in _within(table, f"{W}tr")])
    if max(map(len, rows), default=0) > 1:
        yield rows
    else:
        yield from (slot.text for row in rows for slot in row if slot.text)


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children of a kind, also inside content controls and tracked insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _within(child, tag)


def _before(row: etree._Element) -> int:
    """Return how many columns a row leaves out at its left."""
    return _number(row.find(f"{W}trPr/{W}gridBefore"))


def _cell(cell: etree._Element, numbering: Numbering) -> tuple[Slot, bool]:
    """Return a cell, and whether it continues the one above."""
    text = join(
        *(part if isinstance(part, str) else " ".join(slot.text for row in part for slot in row) for part in _parts(cell, numbering))
    )
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    continues = merge is not None and merge.get(f"{W}val") != "restart"
    return Slot(text.strip().replace("|", "｜"), 1, max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan")))), continues


def _number(mark: etree._Element | None) -> int:
    value = "" if mark is None else mark.get(f"{W}val") or ""
    return int(value) if value.isdecimal() and len(value) < 5 else 0


def _merged(cells: list[list[tuple[Slot, bool]]], before: list[int]) -> Rows:
    """Return the rows with continued cells counted to those that they continue."""
    rows: list[list[list[Slot]]] = []
    above: dict[int, list[Slot]] = {}
    for row, skipped in zip(cells, before, strict=True):
        column = skipped
        rows.append([[Slot("", 1, skipped)]] if skipped else [])
        for slot, continues in row:
            if continues and column in above:
                above[column].append(slot)
            else:
                above[column] = [slot]
                rows[-1].append(above[column])
            column += slot.columns
    return [[Slot(join(*(slot.text for slot in cell)), len(cell), cell[0].columns) for cell in row] for row in rows]


def _stated(core: etree._Element | None) -> dict[str, str]:
    """Return the title of the file's properties; their dates are not those of publication."""
    title = "" if core is None else (core.findtext(_TITLE) or "").strip()
    return {"title": title} if title else {}
