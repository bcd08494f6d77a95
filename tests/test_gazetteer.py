"""Words of the gazetteer are found where they stand, in any text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao import gazetteer
from nianbao.normalise import to_codes
from nianbao.places import place_names

#: text, list, where words of the list stand (the longest that begins at each place)
FOUND = [
    ("永顺县财政局局长", "places", [(0, 3)]),
    ("永顺县财政局局长", "departments", [(3, 6)]),
    ("永顺县财政局局长", "posts", [(6, 8)]),
    ("副县长欧阳明", "surnames", [(3, 5), (4, 5)]),
    ("湘西土家族苗族自治州", "places", [(0, 10)]),
    ("公开信息3条", "places", []),
    ("", "places", []),
]


def spans(text: str, name: str) -> list[tuple[int, int]]:
    marks = gazetteer.marks(to_codes(text))[gazetteer.LISTS.index(name)].tolist()
    return [(at, at + (mark >> 1 & 15)) for at, mark in enumerate(marks) if mark >> 1 & 15]


@pytest.mark.parametrize(("text", "name", "places"), FOUND)
def test_found(text: str, name: str, places: list[tuple[int, int]]) -> None:
    assert spans(text, name) == places


@given(st.text(st.sampled_from("永顺县财政局长王海口市"), max_size=30))
def test_what_is_marked_is_a_word_and_none_is_missed(text: str) -> None:
    words = place_names()
    found = spans(text, "places")
    assert all(text[start:end] in words for start, end in found)
    begins = {start for start in range(len(text)) if any(text[start:end] in words for end in range(start + 1, len(text) + 1))}
    assert {start for start, _ in found} == begins


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    codes = to_codes(text)
    assert all(mark.shape == codes.shape and mark.dtype == np.uint32 for mark in gazetteer.marks(codes))
