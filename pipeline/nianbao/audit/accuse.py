"""From failing equations to findings: the figure to blame where one explanation is best, the candidates where several are as good."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from nianbao.audit.call import call, figure, state
from nianbao.audit.diagnose import CAUSES, diagnose
from nianbao.audit.equate import Equation, Key, System, Variable, split
from nianbao.audit.locate import Change, Explanation, locate
from nianbao.audit.prove import prove
from nianbao.audit.rules import RULES
from nianbao.records import Finding, Number, Place
from nianbao.tables.reread import reread

#: Values that the prose states of cells of a table.
Stated = Mapping[Key, Number]

#: How sure a named figure is, by what was changed; of planted errors more are found right than this (``tests/test_audit.py``).
SURE: Final = {"cell": 0.97, "swap": 0.9, "shift": 0.9}
#: Of what was printed without separators the reading itself may be wrong.
GLUED: Final = 0.9
SHOWN: Final = 4
OPEN: Final = frozenset(("undecidable", "unexplained"))


def accuse(system: System, stated: Stated | None = None) -> list[Finding]:
    """Return the findings of a system of sums; ``stated`` values of the prose decide between explanations that are as good."""
    findings: list[Finding] = []
    believed: dict[int, float] = {}
    for part in split(system):
        explanations = _supported(part, locate(part), stated or {})
        certain: Explanation = frozenset.intersection(*explanations) if explanations else frozenset()
        believed |= {i: value for change in certain for i, value in change.repairs}
        findings += _failures(part, explanations, certain)
    proved = prove(system, believed) if all(finding.cause not in OPEN for finding in findings) else {}
    return [*findings, *_without_figures(system, believed, proved)]


def _failures(system: System, explanations: list[Explanation], certain: Explanation) -> Iterator[Finding]:
    """Yield the findings on what fails: figures that every explanation blames, and what stays open."""
    yield from (_named(system, change) for change in sorted(certain, key=lambda change: change.repairs))
    blamed = {i for change in certain for i, _ in change.repairs}
    broken = [equation for equation in system.equations if system.fails(equation) and not any(i in blamed for i, _ in equation.terms)]
    if len(explanations) > 1:
        yield _undecidable(system, [one - certain for one in explanations], broken)
    elif not explanations and system.residual.any():
        yield _unexplained(system, broken)


def _supported(system: System, explanations: list[Explanation], stated: Stated) -> list[Explanation]:
    """Return the explanations that agree with most of what the prose states."""

    def agreeing(explanation: Explanation) -> int:
        repaired = {system.variables[i].key: value for change in explanation for i, value in change.repairs}
        return sum(stated.get(key) == value for key, value in repaired.items())

    most = max(map(agreeing, explanations), default=0)
    return [explanation for explanation in explanations if agreeing(explanation) == most]


def _named(system: System, change: Change) -> Finding:
    """Return the finding that blames one figure, or the figures of one exchange or move."""
    repairs = [(i, value) for i, value in change.repairs if system.values[i] != value]
    broken = [e for e in system.equations if system.fails(e) and any(i in dict(repairs) for i, _ in e.terms)]
    rules = sorted({e.rule for e in broken} or {e.rule for e in system.equations if repairs[0][0] in dict(e.terms)})
    index, value = repairs[0]
    variable = system.variables[index]
    causes = {"swap": "cells swapped", "shift": "row shifted"}
    cause = causes.get(change.kind) or diagnose(variable.value, value, system.whole(index))
    told = [_told(system, i, value) for i, value in repairs]
    zh = f"{'；'.join(zh for zh, _ in told)}（{CAUSES[cause][0]}；依据{'、'.join(rules)}）"
    en = f"{'; '.join(en for _, en in told)} ({CAUSES[cause][1]}; by {', '.join(rules)})"
    glued = any(_glued(system, i) for i, _ in repairs)
    places = tuple(_place(system, i, value, value) for i, value in repairs)
    sure = round(SURE[change.kind] * (GLUED if glued else 1) * min((e.sure for e in broken), default=1), 2)
    return Finding(rules[0], RULES[rules[0]].severity, zh, en, places, cause, "report", sure)


def _told(system: System, i: int, value: float) -> tuple[str, str]:
    """Return in words what is printed and what should be."""
    variable = system.variables[i]
    (zh, en), printed = call(system.kind, variable.key), figure(variable.value)
    if system.kind == "prose":
        return f"{zh}应为{value:.10g}", f"{en} should be {value:.10g}"
    return f"{zh}印作{printed[0]}，应为{value:.10g}", f"{en}: printed {printed[1]}, should be {value:.10g}"


def _undecidable(system: System, explanations: list[Explanation], broken: list[Equation]) -> Finding:
    """Return the finding that names all figures that may be wrong."""
    candidates: dict[int, set[float]] = {}
    for i, value in (
        repair for one in explanations for change in one for repair in change.repairs if system.values[repair[0]] != repair[1]
    ):
        candidates.setdefault(i, set()).add(value)
    told = [_told(system, i, min(values)) for i, values in list(candidates.items())[:SHOWN]]
    more = ("等", " and others") if len(candidates) > SHOWN else ("", "")
    zh = f"{_stated(system, broken, 0)}；{CAUSES['undecidable'][0]}，可能是：{'，或'.join(zh for zh, _ in told)}{more[0]}"
    en = f"{_stated(system, broken, 1)}; {CAUSES['undecidable'][1]}: {', or '.join(en for _, en in told)}{more[1]}"
    places = tuple(_place(system, i, min(values) if len(values) == 1 else None) for i, values in sorted(candidates.items()))
    return _open(system, broken, (zh, en), places, "undecidable")


def _unexplained(system: System, broken: list[Equation]) -> Finding:
    """Return the finding that lists the equations that no few changes mend."""
    sums = {e.terms[0][0]: sum(system.values[i] for i, _ in e.terms[1:]) if e.summed else None for e in broken}
    places = tuple(_place(system, i, value) for i, value in sorted(sums.items()))
    zh, en = (f"{_stated(system, broken, n)}{'；' if n == 0 else '; '}{CAUSES['unexplained'][n]}" for n in (0, 1))
    return _open(system, broken, (zh, en), places, "unexplained")


def _open(system: System, broken: list[Equation], words: tuple[str, str], places: tuple[Place, ...], cause: str) -> Finding:
    rule = min((equation.rule for equation in broken or system.equations), default="J3")
    glued = any(_glued(system, i) for equation in broken for i, _ in equation.terms)
    fault = "reading" if glued else "unknown" if cause == "unexplained" else "report"
    sure = round((GLUED if glued else 0.9) * min((equation.sure for equation in broken), default=1), 2)
    return Finding(rule, RULES[rule].severity, *words, places, cause, fault, sure)


def _stated(system: System, broken: list[Equation], language: int) -> str:
    """Return how the equations fail, the first few of them."""
    shown = [state(system, equation)[language] for equation in broken[:SHOWN]]
    return ("；" if language == 0 else "; ").join([*shown, *["…"] * (len(broken) > SHOWN)]) or ("勾稽关系不成立", "the sums fail")[language]


def _without_figures(system: System, believed: Mapping[int, float], proved: Mapping[int, float]) -> Iterator[Finding]:
    """Yield what the sums prove of cells without a figure; nothing is proved where errors are open."""
    lacking = [i for i, variable in enumerate(system.variables) if variable.value is None and i not in believed]
    unread = [i for i in lacking if system.variables[i].unread]
    for start in dict.fromkeys(system.variables[i].start for i in unread):
        yield _unread(system, [i for i in unread if system.variables[i].start == start], proved)
    blank = [i for i in lacking if i not in unread]
    if blank and system.equations:
        yield _blank(system, blank, proved)


def _unread(system: System, row: list[int], proved: Mapping[int, float]) -> Finding:
    """Return the finding on a row of glued figures: the one that is wrong, or what the other rows make of them all."""
    run = system.variables[row[0]]
    wrong = reread(run.raw, [int(proved[i]) for i in row]) if run.raw.isdecimal() and all(i in proved for i in row) else None
    if wrong:
        return _misprint(system, row, proved, wrong)
    zh, en = call(system.kind, run.key)
    values = [f"{proved[i]:.10g}" if i in proved else "?" for i in row]
    words = (
        f"{zh}起{len(row)}格数字粘连（{run.raw}），未能分开；按勾稽关系为{'、'.join(values)}",
        f"from {en}: {len(row)} figures ({run.raw}) could not be told apart; the sums make them {', '.join(values)}",
    )
    severity = RULES["unread"].severity if wrong is None else "note"
    places = tuple(_place(system, i, proved.get(i), proved.get(i)) for i in row)
    return Finding("unread", severity, *words, places, "not read", "reading", 0.9)


def _misprint(system: System, row: list[int], proved: Mapping[int, float], wrong: list[tuple[int, int, str]]) -> Finding:
    """Return the finding on a figure in a digit run that is not what the other rows prove; candidates where it can be several."""
    places, told = [], []
    for index, at, printed in wrong:
        i, start = row[index], system.variables[row[index]].start + at
        value = proved[i]
        one = replace(system.variables[i], start=start, end=start + len(printed), raw=printed, value=int(printed))
        places.append(_place_of(one, value, value if len(wrong) == 1 else None))
        zh, en = call(system.kind, one.key)
        told.append((f"{zh}印作{printed}，应为{value:.10g}", f"{en}: printed {printed}, should be {value:.10g}"))
    cause = diagnose(int(wrong[0][2]), proved[row[wrong[0][0]]], system.whole(row[wrong[0][0]])) if len(wrong) == 1 else "undecidable"
    zh = f"{'，或'.join(zh for zh, _ in told)}（{CAUSES[cause][0]}；依据其余各行）"
    en = f"{', or '.join(en for _, en in told)} ({CAUSES[cause][1]}; by all other rows)"
    return Finding("J3", RULES["J3"].severity, zh, en, tuple(places), cause, "report", 0.85 if len(wrong) == 1 else 0.8)


def _blank(system: System, blank: list[int], proved: Mapping[int, float]) -> Finding:
    """Return the note on the empty cells of a table: as what the sums read them, and which stay empty."""
    zeros = sum(proved.get(i) == 0 for i in blank)
    others = sum(i in proved for i in blank) - zeros
    rest = len(blank) - zeros - others
    zh = f"{len(blank)}格空白：{zeros}格按勾稽关系证明为0，{others}格可由各项算出，{rest}格无从证明，不作0计"
    en = f"{len(blank)} empty cells: the sums prove {zeros} to be 0 and give {others}; {rest} are unproved and not read as 0"
    places = tuple(_place(system, i, proved.get(i), proved.get(i)) for i in blank)
    return Finding("blank", RULES["blank"].severity, zh, en, places, "blank", "report", 0.95)


def _place(system: System, i: int, computed: float | None = None, believed: float | None = None) -> Place:
    return _place_of(system.variables[i], computed, believed)


def _place_of(variable: Variable, computed: float | None, believed: float | None) -> Place:
    name = " × ".join(variable.key).removesuffix(" × ")
    return Place(name, variable.start, variable.end, variable.raw, variable.value, _number(computed), _number(believed))


def _number(value: float | None) -> Number | None:
    return int(value) if value is not None and value == int(value) else value


def _glued(system: System, i: int) -> bool:
    """Tell whether a figure was cut out of a run of digits."""
    one = system.variables[i]
    others: Iterable[int] = (v.start for v in system.variables if v.end > v.start)
    return one.end > one.start and (one.end in others or any(v.end == one.start and v.end > v.start for v in system.variables))
