from pathlib import Path

import pytest

from nianbao.errors import ReadError
from nianbao.read import find, read

TEXT = "青川县人民政府2018年政府信息公开工作年度报告\r\n一、概述\n全年公开信息12条。"
READABLE = [
    ("utf-8", TEXT.encode(), "utf-8", TEXT),
    ("utf-8 with mark", TEXT.encode("utf-8-sig"), "utf-8", "\ufeff" + TEXT),
    ("gb18030", TEXT.encode("gb18030"), "gb18030", TEXT),
    ("gbk", TEXT.encode("gbk"), "gb18030", TEXT),
    ("empty", b"", "utf-8", ""),
]


@pytest.mark.parametrize(("name", "data", "encoding", "text"), READABLE)
def test_readable(tmp_path: Path, name: str, data: bytes, encoding: str, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    source = read(path)
    assert (source.text, source.encoding) == (text, encoding)
    assert data.decode(source.encoding) == source.text


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError):
        read(tmp_path / name)


def test_find(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c/d.txt")]
    assert list(find([str(tmp_path)])) == files
    assert list(find([str(tmp_path / "*.txt")])) == files[:2]
    assert list(find(["-", "missing.txt", "*.nothing"])) == ["-", "missing.txt", "*.nothing"]
