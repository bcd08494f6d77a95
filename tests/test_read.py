import os
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
]


@pytest.mark.parametrize(("name", "data", "encoding", "text"), READABLE)
def test_readable(tmp_path: Path, name: str, data: bytes, encoding: str, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    source = read(path)
    assert (source.text, source.encoding) == (text, encoding)
    assert data.decode(source.encoding) == source.text


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "no such file"),
        (".", "a directory without files"),
        ("a\0b", "null"),
        ("n" * 999, "too long"),
        ("/dev/zero", "larger than"),
    ],
)
def test_what_is_no_file(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(tmp_path / name)


def test_find(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c/d.txt")]
    assert list(find([str(tmp_path)])) == files
    assert list(find([str(tmp_path / "*.txt")])) == files[:2]
    assert list(find([str(tmp_path / "*")])) == files
    assert list(find(["-", "missing.txt", "*.nothing"])) == ["-", "missing.txt", "*.nothing"]


def test_find_yields_each_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    assert list(find(["a.txt", "./a.txt", ".", "*.txt", "-", "-"])) == ["a.txt", "-"]


def test_find_passes_what_no_report_can_be(tmp_path: Path) -> None:
    """Pipes and devices would be read for ever; a directory without files is yielded, so that it is told of."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").touch()
    assert list(find([str(tmp_path)])) == [str(tmp_path)]
    (tmp_path / "dangling").symlink_to("nowhere")
    assert list(find([str(tmp_path)])) == [str(tmp_path / "dangling")]
