"""Variations of a written document: its mentions swapped for others of the same kind, so that no name is learned by heart."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from nianbao.learn.corpus import Document, Line, Part, Piece
from nianbao.learn.habits import change_habits
from nianbao.learn.lexicon import Lexicon, root_of

HOTLINES = ("12345", "12315", "12319", "12320", "12333", "12348", "12338", "12351", "12355", "12369", "12388", "95598", "96196")
SUBJECTS: tuple[str, ...] = (
    "政务公开",
    "政府信息公开",
    "政府信息公开工作",
    "政务公开和政务服务",
    "政务公开政务服务",
    "政府网站与政务新媒体",
)
SUBJECTS += (
    "政务服务",
    "“放管服”改革",
    "政务舆情回应",
    "信息公开保密审查",
    "政府信息依申请公开",
    "政务新媒体管理",
    "政策解读",
    "基层政务公开",
)
TITLES = (
    "关于做好{y}年{s}工作的通知",
    "关于印发〈{y}年{s}工作要点〉的通知",
    "{p}{y}年{s}工作要点",
    "{p}{s}实施方案",
    "关于全面推进{s}工作的实施意见",
    "{p}人民政府办公室关于印发{y}年{s}工作要点分工方案的通知",
    "{p}{s}制度",
    "{s}办法",
    "{p}{s}指南",
    "{s}责任追究制度",
    "关于成立{p}{s}领导小组的通知",
    "关于调整{p}{s}领导小组成员的通知",
    "{p}{s}考核细则（试行）",
    "{p}实施〈中华人民共和国政府信息公开条例〉办法",
    "关于进一步加强{s}工作的意见",
)
ACCOUNTS: tuple[str, ...] = ("{p}发布", "{p}微政务", "美丽{p}", "魅力{p}", "平安{p}", "幸福{p}", "{p}在线", "{p}融媒", "云上{p}")
ACCOUNTS += ("{p}政务", "{p}人家", "掌上{p}")
SIGNS = "府政办发函字委组党公纪"


def vary(document: Document, lexicon: Lexicon, rng: Random) -> Document:
    """Return the document told of other places, people, years and numbers."""
    swaps = _place_swaps(document, lexicon, rng)
    shift = rng.choice([-2, -1, 0, 0, 0, 1, 2])
    swap = Swapper(lexicon, rng)

    def line(old: Line) -> Line:
        return tuple(swap(_elsewhere(piece, swaps, shift)) for piece in old)

    parts = tuple(Part(part.label, tuple(line(one) for one in part.lines)) for part in document.parts)
    return change_habits(replace(document, parts=parts), lexicon, rng)


def _place_swaps(document: Document, lexicon: Lexicon, rng: Random) -> list[tuple[str, str]]:
    """Return what to write for each place of the header, whole names before their roots."""
    places = [place.strip() for value in document.header.get("place", []) for place in re.split("[,，、]", value) if place.strip()]
    names = {place: lexicon.place_like(place, rng) for place in places}
    roots = {root_of(old): root_of(new) for old, new in names.items() if len(root_of(old)) > 1 and len(root_of(new)) > 1}
    return sorted((names | roots).items(), key=lambda swap: -len(swap[0]))


def _elsewhere(piece: Piece, swaps: list[tuple[str, str]], shift: int) -> Piece:
    """Move a piece to other places and by some years."""
    raw = piece.raw
    if swaps:
        table = dict(swaps)
        raw = re.sub("|".join(re.escape(old) for old, _ in swaps), lambda m: table[m.group()], raw)
    raw = re.sub(r"20[012]\d(?=年|〕|\]|-\d)", lambda m: str(int(m.group()) + shift), raw)
    return Piece(raw, piece.label, raw if piece.label else "")


class Swapper:
    """Swap one mention for another with the same label, most of the time."""

    def __init__(self, lexicon: Lexicon, rng: Random) -> None:
        self.lexicon, self.rng = lexicon, rng
        self.departments = sorted(lexicon.departments, key=len, reverse=True)
        self.places = {place for places in lexicon.places.values() for place in places}
        self.swaps: dict[str, tuple[float, Callable[[str], str]]] = {
            "OFFICIAL": (0.9, lambda _: lexicon.person(rng)),
            "POSITION": (0.25, lambda _: rng.choice(lexicon.posts)),
            "ORG": (0.5, self._body),
            "DOC_TITLE": (0.4, self._title),
            "DOC_NO": (0.8, self._number),
            "COUNT": (0.8, self._count),
            "MONEY": (0.8, self._digits),
            "PERCENT": (0.8, self._digits),
            "PHONE": (0.8, self._phone),
            "POSTCODE": (0.9, self._digits),
            "EMAIL": (0.8, self._letters),
            "URL": (0.5, self._letters),
            "DATE": (0.4, self._date),
            "ACCOUNT": (0.6, self._account),
            "ADDRESS": (0.3, self._address),
        }

    def __call__(self, piece: Piece) -> Piece:
        """Return the piece, or one that says the like of something else."""
        share, swap = self.swaps.get(piece.label, (0.0, str))
        if self.rng.random() >= share:
            return piece
        raw = swap(piece.raw)
        return Piece(raw, piece.label, raw)

    def _root(self) -> str:
        return root_of(self.rng.choice(self.lexicon.places[self.rng.choice(["县", "市", "区", "镇", "乡"])]))

    def _account(self, raw: str) -> str:
        if self.rng.random() < 0.15:
            return self._place() + self.rng.choice(self.lexicon.departments)
        return self.rng.choice(ACCOUNTS).format(p=self._root())

    def _place(self) -> str:
        return self.rng.choice(self.lexicon.places[self.rng.choice(["县", "市", "区", "镇"])])

    def _body(self, raw: str) -> str:
        """Swap the place that a body's name begins with, and the department that it ends with."""
        place = next((raw[:size] for size in range(min(len(raw), 11), 2, -1) if raw[:size] in self.places), "")
        if place and self.rng.random() < 0.5:
            return self.lexicon.place_like(place, self.rng) + self._office(raw.removeprefix(place))
        return self._office(raw)

    def _office(self, raw: str) -> str:
        department = next((one for one in self.departments if raw.endswith(one)), None)
        if department:
            return raw.removesuffix(department) + self.rng.choice(self.lexicon.departments)
        if raw.endswith("领导小组"):
            subject = self.rng.choice(SUBJECTS).strip("“”")
            return f"{self._leading(raw)}{subject}{self.rng.choice(['', '工作'])}领导小组{self.rng.choice(['', '', '', '办公室'])}"
        if raw.endswith("人民政府") and self.rng.random() < 0.3:
            return raw.removesuffix("人民政府") + "政府"
        return raw

    def _leading(self, raw: str) -> str:
        level = re.match(r"[县市区镇乡省州局]", raw)
        return level.group() if level else ""

    def _title(self, raw: str) -> str:
        if len(raw) <= 4 or ("条例" in raw and self.rng.random() < 0.7):
            return raw
        place = self.rng.choice(["", self._place()])
        return self.rng.choice(TITLES).format(y=self.rng.randint(2008, 2024), s=self.rng.choice(SUBJECTS), p=place)

    def _number(self, raw: str) -> str:
        raw = re.sub(r"(?<=[〕\])）第])\d+", lambda _: str(self.rng.choice([self.rng.randint(1, 30), self.rng.randint(1, 250)])), raw)
        head = re.match(r"[\u4e00-\u9fff]{2,5}(?=[〔\[(（])", raw)
        if head and self.rng.random() < 0.5:
            letters = self._root()[0] + "".join(self.rng.sample(SIGNS, k=self.rng.randint(1, 3)))
            return letters + raw[head.end() :]
        return raw

    def _count(self, raw: str) -> str:
        raw = self._digits(raw)
        if self.rng.random() < 0.2:
            raw = re.sub(rf"(?<=\d)[{self.lexicon.measures}]$", lambda _: self.rng.choice(self.lexicon.measures), raw)
        if self.rng.random() < 0.08:
            raw = re.sub(r"(?<=\d)(?=[^\d.,万亿余多])", lambda _: self.rng.choice(["余", "多"]), raw, count=1)
        return raw

    def _digits(self, raw: str) -> str:
        """Draw other digits, and now and then fewer of them."""
        fewer = self.rng.random() < 0.25

        def figure(match: re.Match[str]) -> str:
            size = self.rng.randint(1, len(match.group())) if fewer else len(match.group())
            if size == 1:
                return str(self.rng.randint(0, 9))
            return str(self.rng.randint(1, 9)) + "".join(self.rng.choices("0123456789", k=size - 1))

        return re.sub(r"\d+", figure, raw)

    def _phone(self, raw: str) -> str:
        if re.fullmatch(r"\d{5}", raw):
            return self.rng.choice(HOTLINES)
        return "".join(str(self.rng.randint(0, 9)) if sign.isdigit() and i else sign for i, sign in enumerate(raw))

    def _letters(self, raw: str) -> str:
        head, at, tail = raw.partition("@") if "@" in raw else ("", "", raw)
        scramble = "".join(self.rng.choice("abcdefghjklmnqstwxyz") if sign.isalpha() else sign for sign in head)
        body = re.sub(r"(?<=www\.)[a-z]+|^[a-z]+(?=\.gov)", lambda m: self._word(len(m.group())), tail)
        return scramble + at + body

    def _word(self, size: int) -> str:
        return "".join(self.rng.choices("abcdefghjlmnqstwxyz", k=size))

    def _date(self, raw: str) -> str:
        if re.search(r"(?<!\d)1月1日|12月31日", raw):
            return raw
        raw = re.sub(r"\d+(?=月)", lambda _: str(self.rng.randint(1, 12)), raw)
        return re.sub(r"\d+(?=日)", lambda _: str(self.rng.randint(1, 28)), raw)

    def _address(self, raw: str) -> str:
        road = self.rng.choice(["人民路", "建设路", "解放街", "迎宾大道", "府前街", "振兴路", "中山路", "行政中心"])
        house, floor = self.rng.randint(1, 300), self.rng.randint(1, 9)
        spot = self.rng.choice([f"{house}号", "政府大院", f"{house}号{floor}楼", f"办公楼{floor}楼", f"行政中心{floor}楼"])
        return self._place() + road + spot
