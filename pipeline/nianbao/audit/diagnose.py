"""What likely happened to a figure, from what is printed and what should stand there."""

from typing import Final

from nianbao.records import Number

#: Cause → the same for people, in Chinese and English.
CAUSES: Final = {
    "missing": ("漏填", "the cell was left empty"),
    "digit lost": ("漏一位数字", "a digit was lost"),
    "digit added": ("多一位数字", "a digit was added"),
    "digit changed": ("错一位数字", "a digit was changed"),
    "digits exchanged": ("两位数字颠倒", "two digits were exchanged"),
    "total not updated": ("合计未随分项更新", "the total was not updated"),
    "wrong figure": ("数字有误", "the figure is wrong"),
    "cells swapped": ("两格互换", "two cells were swapped"),
    "row shifted": ("整行错列", "the row was moved by one column"),
    "row missing": ("缺行", "a row of the form is missing"),
    "not read": ("数字粘连，未能分开", "the figures are glued and could not be told apart"),
    "undecidable": ("无法判定哪一处有误", "it cannot be decided which figure is wrong"),
    "unexplained": ("多处有误", "several figures are wrong"),
    "contradiction": ("前后不一致", "the report contradicts itself"),
    "impossible": ("不可能的数值", "the value is impossible"),
    "blank": ("空白", "cells were left empty"),
    "copied": ("沿用上年文字", "words of the year before were kept"),
    "jump": ("数量级突变", "the order of magnitude changed"),
}


def diagnose(printed: Number | None, believed: Number, whole: bool) -> str:
    """Return the cause that turns ``believed`` into ``printed``: a slip of one digit, an empty cell, or a stale total (``whole``)."""
    if printed is None:
        return "missing"
    wrong, right = f"{abs(printed):.10g}", f"{abs(believed):.10g}"
    slipped = "" if whole and len(wrong) == len(right) == 1 else slip(wrong, right)
    return slipped or ("total not updated" if whole else "wrong figure")


def slip(wrong: str, right: str) -> str:
    """Return the slip of the pen that turns one figure into the other; "" if it takes more than one."""
    if len(right) == len(wrong) + 1:
        return "digit lost" if _is_shorter(wrong, right) else ""
    if len(wrong) == len(right) + 1:
        return "digit added" if _is_shorter(right, wrong) else ""
    differing = [i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b]
    if len(wrong) != len(right) or len(differing) > 2:
        return ""
    if len(differing) == 1:
        return "digit changed"
    exchanged = differing[1] == differing[0] + 1 and sorted(wrong) == sorted(right)
    return "digits exchanged" if exchanged else ""


def _is_shorter(short: str, long: str) -> bool:
    """Tell whether ``short`` is ``long`` without one of its digits."""
    return any(short == long[:i] + long[i + 1 :] for i in range(len(long)))
