"""Give characters their usual form: one blank, half width, whole characters for radicals, nothing for what shows nothing."""

import numpy as np

from nianbao.normalise.characters import Normalised
from nianbao.normalise.dictionaries import blanks, invisible, narrow, plain_radicals


def drop_invisible(characters: Normalised) -> Normalised:
    """Fold signs that show nothing into the character before; one that begins the text becomes a blank."""
    keep = ~invisible()[characters.codes]
    codes = characters.codes
    if not keep[0]:
        keep[0] = True
        codes = np.append(np.uint32(0x20), codes[1:])
    return characters.written(codes).folded(keep)


def unify_blanks(characters: Normalised) -> Normalised:
    """Write one blank for all blanks and one line break for all line breaks."""
    return characters.written(blanks()[characters.codes])


def narrow_width(characters: Normalised) -> Normalised:
    """Write full-width digits, letters and the signs of addresses half-width."""
    return characters.written(narrow()[characters.codes])


def restore_radicals(characters: Normalised) -> Normalised:
    """Write the characters that Kangxi radicals and compatibility ideographs look like."""
    return characters.written(plain_radicals()[characters.codes])
