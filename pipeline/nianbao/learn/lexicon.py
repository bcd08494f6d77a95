"""The lexicons of the corpus: real places, bodies and posts, and the stuff that invented names are made of."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

#: Ends of place names by what they name; a place is swapped for one of the same kind.
KINDS = ("自治县", "自治旗", "自治州", "自治区", "街道", "苏木", "民族乡", "地区", "省", "市", "县", "区", "旗", "州", "盟", "镇", "乡")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by kind, one a line in ``corpus/lexicon``; surnames and given names by the character; headings by section."""

    places: dict[str, list[str]]
    departments: list[str]
    posts: list[str]
    minority_names: list[str]
    compound_surnames: list[str]
    surnames: str
    given: str
    measures: str
    headings: dict[str, list[str]]

    def place_like(self, place: str, rng: Random) -> str:
        """Return another place of the same kind."""
        return rng.choice(self.places.get(kind_of(place)) or [place])

    def person(self, rng: Random) -> str:
        """Return an invented personal name."""
        if rng.random() < 0.08:
            return rng.choice(self.minority_names)
        surname = rng.choice(self.compound_surnames) if rng.random() < 0.03 else rng.choice(self.surnames)
        return surname + "".join(rng.choices(self.given, k=1 if rng.random() < 0.25 else 2))


def read_lexicon(directory: Path) -> Lexicon:
    """Read the lexicons under ``corpus/lexicon``."""

    def words(name: str) -> list[str]:
        return (directory / f"{name}.txt").read_text(encoding="utf-8").split()

    places: dict[str, list[str]] = {}
    for place in [*words("provinces"), *words("cities"), *words("counties"), *words("towns")]:
        places.setdefault(kind_of(place), []).append(place)
    headings: dict[str, list[str]] = {}
    for line in (directory / "headings.tsv").read_text(encoding="utf-8").splitlines():
        label, heading = line.split("\t")
        headings.setdefault(label, []).append(heading)
    characters = {name: "".join(words(name)) for name in ("surnames", "given", "measures")}
    lists = {name: words(name) for name in ("departments", "posts", "minority_names", "compound_surnames")}
    return Lexicon(places=places, headings=headings, **characters, **lists)  # type: ignore[arg-type]


def kind_of(place: str) -> str:
    """Return the end of a place name that says what it is."""
    return next((kind for kind in KINDS if place.endswith(kind)), "")


def root_of(place: str) -> str:
    """Return a place name without that end: 青川县 → 青川."""
    return place.removesuffix(kind_of(place))
