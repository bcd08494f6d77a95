"""A row of glued figures read again, once the other rows prove what its figures should be."""

from collections.abc import Sequence


def reread(run: str, proved: Sequence[int]) -> list[tuple[int, int, str]] | None:
    """Return the figures of a digit run of which one alone is not as proved: its index, its place in the run, what is printed.

    An empty list says that the run is as proved, None that more than one figure would have to be wrong.
    """
    figures = [str(value) for value in proved]
    if run == "".join(figures):
        return []
    found = []
    for index in range(len(figures)):
        before, after = "".join(figures[:index]), "".join(figures[index + 1 :])
        printed = run[len(before) : len(run) - len(after)]
        if printed and run == before + printed + after and (printed == "0" or not printed.startswith("0")):
            found.append((index, len(before), printed))
    return found or None
