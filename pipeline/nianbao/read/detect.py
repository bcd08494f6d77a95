"""What kind of file some bytes are: by their first bytes, never by the name alone."""

import re

from nianbao.errors import UnsupportedError

PDF, ZIP = b"%PDF-", b"PK\x03\x04"
_SAVE = "open it in Word or LibreOffice and save it as DOCX or PDF first"
_OCR = "run text recognition on it first and read the text or Markdown that it gives"
#: First bytes of files that are known and not read, with what to do about them.
REFUSED = {
    b"\xd0\xcf\x11\xe0": f"a legacy Office file (.doc, .xls, .wps); {_SAVE}",
    b"{\\rtf": f"a rich text file (.rtf); {_SAVE}",
    b"\x89PNG": f"an image; {_OCR}",
    b"\xff\xd8\xff": f"an image; {_OCR}",
    b"GIF8": f"an image; {_OCR}",
    b"II*\0": f"an image; {_OCR}",
    b"MM\0*": f"an image; {_OCR}",
    b"Rar!": "a RAR archive; unpack it first",
    b"7z\xbc\xaf": "a 7z archive; unpack it first",
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"%!PS": "a PostScript file; make a PDF of it first",
}
_TAGS = "!doctype html|html|head|body|meta|title|link|script|style|div|p|table|span|article|section|center|ul|ol|font|h[1-6]"
# What stands before the first tag is passed once (*+): a thousand comments could be parted in more ways than there is time for.
_HTML = re.compile(rf"(?:<\?xml[^>]{{0,200}}>|<!--.{{0,2000}}?-->|[\ufeff\s])*+<(?:{_TAGS})[\s>/]", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"[\ufeff\s]*<\?xml\s")
#: The rule below a table's header, or a heading marked with #: plain text has neither.
_MARKDOWN = re.compile(r"^ {0,3}(?:#{1,6} +\S|\|?(?: *:?-{3,}:? *\|)+(?: *+:?-{3,}:?)? *+(?:\| *)?$)", re.MULTILINE)


def detect_bytes(data: bytes, path: str) -> str:
    """Return ``pdf``, ``docx`` or ``text``; raise :class:`UnsupportedError` for kinds that are known and not read."""
    for start, reason in REFUSED.items():
        if data.startswith(start):
            raise UnsupportedError(path, reason)
    if PDF in data[:1024]:  # readers accept what mail and web servers put before the header
        return "pdf"
    return "docx" if data.startswith(ZIP) else "text"


def detect_text(text: str, path: str) -> str:
    """Return ``html``, ``markdown`` or ``text``; raise :class:`UnsupportedError` for other XML."""
    if _HTML.match(text):
        return "html"
    if _XML.match(text):
        raise UnsupportedError(path, "an XML file that is no web page; save its text first")
    return "markdown" if _MARKDOWN.search(text) else "text"
