"""UTF-8 that was once read as GBK and saved so (鏀垮簻淇℃伅 for 政府信息): back to what it was, line by line, losses said.

Of the bytes that GBK has no character for, 80 can be put back for certain; others, which stood before ASCII, are lost: U+FFFD stays.
"""

import re

#: What the commonest characters (的，。政是) become; a text without any of them is not misread.
_SIGNS = re.compile("[鐨锛銆鏀鏄涓鍏]")
#: A byte that no other one followed in its character: before a further character it can only have been 80.
_LONE = re.compile("\ufffd(?=[^\0-\x7f])")
_LOST = re.compile("\ufffd+\\??")
_NOT_ASCII, _HAN = re.compile(r"[^\0-\x7f]"), re.compile(r"[\u3001-\u9fff\uff01-\uff5e]")
#: Losing every third character of a run is the worst that an odd run can do: a line that loses more was not misread.
MOST_LOST = 0.34


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with misread lines repaired, and notes on what was done and what could not be."""
    if not _SIGNS.search(text):
        return text, ()
    lines = text.split("\n")
    repaired = [_line(line) for line in lines]
    changed = sum(old != new for old, new in zip(lines, repaired, strict=True))
    if not changed:
        return text, ()
    lost = sum(new.count("\ufffd") for old, new in zip(lines, repaired, strict=True) if old != new)
    return "\n".join(repaired), (f"UTF-8 had been read as GBK: {changed} lines repaired, {lost} characters lost",)


def _line(line: str) -> str:
    """Return what a line was before it was misread, or the line itself.

    Whole Chinese never passes: its GBK bytes are hardly ever valid UTF-8, and where they are (联通), they are no Chinese.
    """
    back = min((_back(line, b"\xa2\xe3"), _back(line, b"\x80")), key=lambda text: text.count("\ufffd"))
    strange = _NOT_ASCII.findall(back)
    if not strange or strange.count("\ufffd") > MOST_LOST * len(strange):
        return line
    return back if len(_HAN.findall("".join(strange))) > len(strange) / 2 else line


def _back(line: str, euro: bytes) -> str:
    """Return what the bytes of a line give as UTF-8; ``euro`` is what € was: Windows reads 80 so, others A2 E3."""
    pieces = [piece.replace("\ufffd", "\0").encode("gb18030", "replace") for piece in _LONE.split(line)]
    data = b"\x80".join(pieces).replace("€".encode("gb18030"), euro).replace(b"\0", b"\xff")
    return _LOST.sub("\ufffd", data.decode("utf-8", "replace"))
