"""How offices write the same otherwise: at another level, bodies without a comma between, posts with their body, short titles."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from nianbao.learn.corpus import Document, Line, Part, Piece
from nianbao.learn.lexicon import Lexicon

Rewrite = Callable[[str], str]
#: Share of retold documents that move to another level, and of places where each of the other habits shows.
RELEVELLED, UNCOMMAED, HOUSED, ABBREVIATED, BARE = 0.35, 0.35, 0.25, 0.35, 0.15
#: Levels that can stand for one another in the same sentence, and the words that name one's own.
LEVELS = {"县": "县市区旗州", "市": "市县州区省", "区": "区县市", "镇": "镇乡", "乡": "乡镇", "旗": "旗县", "州": "州市", "省": "省市区"}
_OWN_LEVEL = re.compile(rf"(?<=[我本全各])[{''.join(LEVELS)}](?![域场长委])")
#: What a 《》 can abbreviate a title to.
SHORT_TITLES = ("条例", "规定", "办法", "通知", "意见", "要点", "指南", "目录", "方案", "实施意见", "实施办法", "细则", "制度")
#: Longest names of two bodies that are named in one breath, and longest short title.
LONGEST_PAIRED, LONGEST_SHORT = 5, 4
#: Bodies by the end of a post that they have; where none stand here, departments of the lexicon that end so.
DEPARTMENTS = {"局长": ("局",), "主任": ("中心", "办", "委员会", "办公室")}
HOUSES: dict[str, tuple[str, ...]] = {
    "局长": (),
    "主任": (),
    "秘书长": ("政府", "人民政府", "人大常委会"),
    "书记": ("党委", "党组", "党工委", "纪委", "机关党委", "开发区党工委"),
    "科长": ("局办公室", "政府办信息科", "法制办法规科", "财政局预算科", "政务服务中心业务科"),
    "处长": ("办公厅政务公开处", "政府办公厅信息公开处", "财政厅办公室"),
    "长": ("政府", "人民政府"),
}
_POST = re.compile(r"(?:副|常务副)?(?:局长|主任|科长|处长|书记|秘书长|[省市县区州旗镇乡]长)")
_BODIES = re.compile(r"委|政府|管委会|党工委|办事处|人大|政协|纪委")


def change_habits(document: Document, lexicon: Lexicon, rng: Random) -> Document:
    """Return the document as an office of other habits writes it."""
    rewrites: dict[str, tuple[Rewrite, ...]] = {
        "ORG": (lambda raw: _sometimes(rng, BARE, bare_department(raw, lexicon), raw),),
        "POSITION": (lambda raw: _sometimes(rng, HOUSED, housed(raw, lexicon, rng), raw),),
        "DOC_TITLE": (lambda raw: _sometimes(rng, ABBREVIATED, short_title(raw, rng), raw),),
    }
    if rng.random() < RELEVELLED:
        levels = {old: rng.choice(new) for old, new in LEVELS.items()}
        rewrites["ORG"] += (lambda raw: relevel_name(raw, levels),)
        rewrites["POSITION"] += (lambda raw: relevel_name(raw, levels),)
        rewrites[""] = (lambda raw: relevel_text(raw, levels),)

    def line(old: Line) -> Line:
        return drop_commas(tuple(_rewritten(piece, rewrites.get(piece.label, ())) for piece in old), rng)

    return replace(document, parts=tuple(Part(part.label, tuple(line(one) for one in part.lines)) for part in document.parts))


def _sometimes(rng: Random, share: float, new: str, old: str) -> str:
    return new if rng.random() < share else old


def _rewritten(piece: Piece, rewrites: tuple[Rewrite, ...]) -> Piece:
    raw = piece.raw
    for rewrite in rewrites:
        raw = rewrite(raw)
    return Piece(raw, piece.label, raw if piece.label else "")


def relevel_name(raw: str, levels: dict[str, str]) -> str:
    """Move a body or post that begins with a level to the one that ``levels`` gives: 县财政局 → 区财政局."""
    return levels.get(raw[:1], raw[:1]) + raw[1:]


def relevel_text(raw: str, levels: dict[str, str]) -> str:
    """Move 我县, 全县 and the like to the level that ``levels`` gives."""
    return _OWN_LEVEL.sub(lambda match: levels[match[0]], raw)


def drop_commas(line: Line, rng: Random) -> Line:
    """Leave out the 、 between two bodies that are always named together: 市委、市政府 → 市委市政府."""
    kept = list(line)
    for i in range(1, len(line) - 1):
        around = line[i - 1], line[i + 1]
        both = all(piece.label == "ORG" and len(piece.raw) <= LONGEST_PAIRED and _BODIES.search(piece.raw) for piece in around)
        if both and line[i].raw == "、" and rng.random() < UNCOMMAED:
            kept[i] = Piece("")
    return tuple(piece for piece in kept if piece.raw)


def housed(post: str, lexicon: Lexicon, rng: Random) -> str:
    """Put the body, which then belongs to the post, before a bare post: 副主任 → 县政务服务中心副主任."""
    if not _POST.fullmatch(post):
        return post
    ends = next(end for end in HOUSES if post.endswith(end))
    houses = HOUSES[ends] or [one for one in lexicon.departments if one.endswith(DEPARTMENTS[ends])]
    level, house = rng.choice(["", *"省市县区州旗"]), rng.choice(houses)
    return f"{level}{house}{post}"


def short_title(raw: str, rng: Random) -> str:
    """Write another short title for a short one: 《条例》 → 《规定》, 《办法》, 《通知》."""
    return raw if len(raw) > LONGEST_SHORT else rng.choice(SHORT_TITLES)


def bare_department(raw: str, lexicon: Lexicon) -> str:
    """Name a department without its place or level: 县水务局 → 水务局."""
    return next((one for one in lexicon.departments if raw.endswith(one)), raw)
