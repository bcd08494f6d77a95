"""Take out the pinyin that a converter put in brackets after characters: 政務(wù) → 政務, 公(gong)(gong)開(kai) → 公開."""

import re

import numpy as np

from nianbao.normalise.characters import Mask, Normalised
from nianbao.normalise.dictionaries import traditional_only

_FINALS = "iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|er|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v"
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
TONED = re.compile(rf"[(（](?=[^)）]{{0,6}}[{_TONES}])[a-zɡü{_TONES}]{{1,7}}[)）]")
PLAIN = re.compile(rf"(?<=[\u3400-\u9fff)）])[(（](?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?(?:{_FINALS})[)）]")
#: A page that was run through a converter has dozens of these; a report that glosses a word has one or two.
PLAIN_IS_DAMAGE = 5
#: (a), (o), (e) alone are more often the marks of a list.
_LONG_ENOUGH = 4


def drop_pinyin(characters: Normalised) -> Normalised:
    """Fold bracketed pinyin into the character before it, until none is left that a converter put there."""
    while True:
        keep = _kept(characters)
        if keep.all():
            return characters
        characters = characters.folded(keep)


def _kept(characters: Normalised) -> Mask:
    """Mark the characters that are no pinyin; the first stays in any case, for a slice needs one."""
    keep = np.ones(len(characters.codes), dtype=bool)
    text = characters.text
    toned = [match.span() for match in TONED.finditer(text)]
    spans = toned + _plain(text, characters, len(toned))
    for start, end in spans:
        keep[start:end] = False
    keep[:1] = True
    return keep


def _plain(text: str, characters: Normalised, toned: int) -> list[tuple[int, int]]:
    """Return the toneless pinyin: all of it where pinyin is frequent (的 has no tone), else what follows a traditional character."""
    spans = [match.span() for match in PLAIN.finditer(text)]
    frequent = toned + sum(end - start >= _LONG_ENOUGH for start, end in spans) >= PLAIN_IS_DAMAGE
    return spans if frequent else [span for span in spans if traditional_only()[characters.codes[span[0] - 1]]]
