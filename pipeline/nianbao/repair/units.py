"""Find units that have lost their figures, as in a page that tells: 公开政府信息条.

What stands before a unit and what comes after it tell a lost figure from a word (信息条 from 公开条例); which do is counted in the written
corpus (``units.json``, by ``nianbao.learn.count_units``). One such place can be a word nobody thought of: places count only
where a report has several sure ones, as pages whose values were taken out do; then less sure ones count as well.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

#: Figures, and words that stand for them, before a unit.
_FIGURE = r"\d一二三四五六七八九十百千万亿两几多余半〇零,.，%"
_UNIT = "[万亿]?[余多]?(?:人次|批次|[条件次期篇场个名元份人起家批项台户处分块宗例部本册张套种通幅辑栏栋辆则类])|[万余]"
_PLACE = re.compile(rf"(?=(^|[^{_FIGURE}])({_UNIT})(.|$))", re.MULTILINE)
#: Units that are no part of other words, so that a noun may follow; 余 and 多 alone make any unit one.
_BEFORE_NOUNS = re.compile(r"[万亿]?[余多].+|[万亿]元|人次|批次|[个名家项户块处条篇栋万]")
#: So many sure places tell that values were taken out of the report.
EVIDENCE = 3


def deleted_figures(text: str) -> Iterator[re.Match[str]]:
    """Yield a match of each unit that has lost its figure, if the text shows that figures were taken out of it."""
    found = [(match, context(match)) for match in places(text)]
    if sum(key in known()["sure"] for _, key in found) >= EVIDENCE:
        yield from (match for match, key in found if _is_likely(key))


def places(text: str) -> Iterator[re.Match[str]]:
    """Yield a match of every unit that no figure stands before; the unit is its second group."""
    return _PLACE.finditer(text)


def context(match: re.Match[str]) -> str:
    """Return the sign before a unit, the unit, and the sign after it; | for what is no Chinese character."""
    before, unit, after = match.groups()
    return (before if before.strip() else "|") + unit + (after if "\u4e00" <= after <= "\u9fff" else "|")


def _is_likely(key: str) -> bool:
    """Say whether a unit in this context has more likely lost its figure than never had one."""
    unseen = key not in known()["whole"] and (key[-1] == "|" or _BEFORE_NOUNS.fullmatch(key[1:-1]))
    return key in known()["likely"] or bool(unseen)


@lru_cache(maxsize=1)
def known() -> dict[str, frozenset[str]]:
    """Return the contexts: ``sure`` and ``likely`` ones of lost figures, and those of ``whole`` text."""
    table = json.loads(files("nianbao.repair").joinpath("units.json").read_text(encoding="utf-8"))
    return {name: frozenset(keys) for name, keys in table.items()}
