"""Classes of characters, as tables over all code points: what a model sees instead of the character itself."""

from functools import lru_cache

import numpy as np

from nianbao.normalise import Codes

#: Signs that pages use for one another, each group by its first member.
ALIKE = (
    *("(（﹙", ")）﹚", ",，", ":：﹕", ";；", "!！", "?？", "-－—–―─~～", "·•．・"),
    *('"“”＂', "'‘’", "〔[【［﹝", "〕]】］﹞", "〈<＜", "〉>＞"),
)
SPACE, NEWLINE, HAN, DIGIT, LATIN, NUMERAL, SIGN = range(7)


@lru_cache(maxsize=1)
def shapes() -> Codes:
    """Code point → what models see: every digit is 0, every Latin letter a, alike signs are one."""
    table = np.arange(0x110000, dtype=np.uint32)
    table[ord("0") : ord("9") + 1] = ord("0")
    for first, last in (("a", "z"), ("A", "Z")):
        table[ord(first) : ord(last) + 1] = ord("a")
    for group in ALIKE:
        table[[ord(sign) for sign in group]] = ord(group[0])
    return table


@lru_cache(maxsize=1)
def classes() -> Codes:
    """Code point → space, newline, Han, digit, Latin, Chinese numeral or sign."""
    table = np.full(0x110000, SIGN, dtype=np.uint32)
    table[0x3400:0xA000] = HAN
    table[0x20000:0x32000] = HAN
    table[ord("0") : ord("9") + 1] = DIGIT
    for first, last in (("a", "z"), ("A", "Z")):
        table[ord(first) : ord(last) + 1] = LATIN
    table[[ord(c) for c in "〇零一二三四五六七八九十百千万亿两"]] = NUMERAL
    table[0x20] = SPACE
    table[0x0A] = NEWLINE
    return table
