"""Empty and unread cells whose value the sums prove; nothing is read as 0 that they do not."""

from collections.abc import Mapping

from nianbao.audit.equate import Equation, System


def prove(system: System, believed: Mapping[int, float]) -> dict[int, float]:
    """Return the values of cells without a figure that follow from the others, ``believed`` ones in place of printed ones.

    An equation with one such cell gives it; where several stand on one side and the rest adds up without them, all are 0, since no
    count is negative (J9).
    """
    known = {i: float(variable.value) for i, variable in enumerate(system.variables) if variable.value is not None} | dict(believed)
    proved: dict[int, float] = {}
    while new := {i: value for equation in system.equations for i, value in _given(equation, known).items()}:
        known |= new
        proved |= new
    return proved


def _given(equation: Equation, known: Mapping[int, float]) -> dict[int, float]:
    """Return what one equation proves of its cells without a figure."""
    rest = sum(sign * known[i] for i, sign in equation.terms if i in known)
    missing = [(i, sign) for i, sign in equation.terms if i not in known]
    if len(missing) == 1 and -rest * missing[0][1] >= 0:
        return {missing[0][0]: -rest * missing[0][1] + 0.0}
    return {i: 0.0 for i, _ in missing} if rest == 0 and len({sign for _, sign in missing}) == 1 else {}
