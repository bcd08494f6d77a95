"""What flows through the program: small frozen records that hold offsets, never a Doc or a Span.

Inside the pipeline ``start`` and ``end`` count normalised characters; :mod:`nianbao.process` turns them, on the way out, into
code points of ``Source.text`` and sets ``raw``, so that ``text[start:end]`` is what a reader of the report sees.
"""

from dataclasses import dataclass, field

Number = int | float


@dataclass(frozen=True, slots=True)
class GridCell:
    """One printed cell of a grid: its first row and column, how many of each it spans, its offsets in ``Source.text``."""

    row: int
    column: int
    rows: int
    columns: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as its format gives it, spans resolved; a row of it is a line of the text with bars between the cells."""

    start: int
    end: int
    rows: int
    columns: int
    cells: tuple[GridCell, ...]

    def texts(self, text: str) -> list[list[str]]:
        """Return rows × columns of cell texts out of ``Source.text``, a spanning cell in every place that it covers."""
        table = [[""] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                table[row][cell.column : cell.column + cell.columns] = [text[cell.start : cell.end]] * cell.columns
        return table


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that belongs to a page: its kind, which is head, foot, number or header (of a table, printed again), and what is printed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page: offsets in ``Source.text``, where each page begins as the one before ends, also inside a paragraph."""

    start: int
    end: int
    furniture: tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its text, where it is from, what it states about itself; ``notes`` say what reading it repaired or left out."""

    path: str
    text: str
    format: str
    encoding: str
    sha256: str
    encoding_by: str = ""
    title: str | None = None
    published: str | None = None
    url: str | None = None
    index_number: str | None = None
    issuer: str | None = None
    notes: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text: title, heading, paragraph, table or furniture.

    A heading has its level (1 the outermost), the number printed and its place among siblings; a paragraph the number that begins it.
    """

    start: int
    end: int
    kind: str
    level: int = 0
    ordinal: int | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A run of blocks that treats one top-level item of the report."""

    label: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention: raw span, the text the issuer meant, and its value where the label has one."""

    label: str
    start: int
    end: int
    raw: str
    text: str
    confidence: float
    value: Number | str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with its evidence; ``start`` and ``end`` frame the figure, the words that negate it, or the first mention.

    ``confidence`` is that of the mentions times how often the rule that tied them is right.
    """

    kind: str
    start: int
    end: int
    raw: str
    value: Number | str | None
    origin: str
    indicator: str | None = None
    unit: str | None = None
    year: int | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    confidence: float = 1.0


#: What is known of a cell: a figure stands there (``printed``), or was cut out of glued digits by the sums of the form (``split``);
#: an empty cell stands there (``blank``), a sign for one (``dash``), or nothing at all (``missing``); one of these that the sums
#: prove to be 0 (``blank_zero``); figures stand there that nothing gives to their cells (``undecided``).
STATUSES = ("printed", "split", "blank", "dash", "missing", "blank_zero", "undecided")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of an official table; only one with a figure of its own has a value. An undecided one has the stretch that holds it."""

    row: str
    column: str
    value: Number | None
    start: int
    end: int
    raw: str
    status: str = "printed"


@dataclass(frozen=True, slots=True)
class Table:
    """An official table: its kind (see ``forms``), where it stands, its cells, and the rows of the form that it does not have."""

    kind: str
    start: int
    end: int
    cells: tuple[Cell, ...]
    missing: tuple[str, ...] = ()

    def values(self) -> dict[str, dict[str, Number | None]]:
        """Return ``{row: {column: value}}`` in the form's order."""
        rows: dict[str, dict[str, Number | None]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, {})[cell.column] = cell.value
        return rows


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number with its place."""

    value: Number
    start: int
    end: int
    raw: str


@dataclass(frozen=True, slots=True)
class Check:
    """A whole and its parts as printed, what the parts come to, and whether they agree.

    ``confidence`` is how sure it is that the parts are meant to be all; in a table they are.
    """

    rule: str
    origin: str
    whole: Figure
    parts: tuple[Figure, ...]
    computed: Number
    ok: bool
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A figure or sentence that a finding points at: as printed, as the rules compute it, and which value is believed.

    ``printed`` is None for an empty cell, ``computed`` where no rule gives a value, ``believed`` where nothing decides.
    """

    name: str
    start: int
    end: int
    raw: str
    printed: Number | None = None
    computed: Number | None = None
    believed: Number | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, for a person to act on: ``id`` names the rule (``audit.rules``).

    ``severity`` is error, warning or note; ``fault`` is report, reading or unknown; where ``cause`` is undecidable,
    the places are the candidates.
    """

    id: str
    severity: str
    zh: str
    en: str
    places: tuple[Place, ...]
    cause: str
    fault: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to read a damaged place, with its probability."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Repair:
    """What a step changed and why; for a conversion of the whole text the first place and the number of places.

    ``repaired`` equals what is printed where a place is damaged and no reading is certain, or where a value is missing.
    """

    step: str
    start: int
    end: int
    raw: str
    repaired: str
    confidence: float
    count: int = 1
    alternatives: tuple[Alternative, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Who reports on which period; None where the text does not say.

    ``level`` is one of ``labels.LEVELS``; ``code`` that of the issuer's place in GB/T 2260, of a township its county's;
    ``published`` the day that the page states, else that of the signature.
    """

    issuer: str | None = None
    year: int | None = None
    period_start: str | None = None
    period_end: str | None = None
    title: str | None = None
    level: str | None = None
    code: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read out of one source."""

    source: Source
    report: Report
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    checks: tuple[Check, ...] = ()
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = ()
    error: str | None = None
