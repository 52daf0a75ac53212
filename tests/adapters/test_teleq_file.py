"""The folder that is shared with a region's call-back system."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from kundcenter.adapters import teleq_file
from kundcenter.adapters.new_files import write_new
from kundcenter.adapters.teleq_file import TeleqFolder, read_outcome_file
from kundcenter.adapters.text_file import NotTextFile, TextFileAway
from kundcenter.domain.booking_sheets import BookingFault
from kundcenter.domain.teleq import (
    TELEQ_FILE_LIMIT,
    Placement,
    TeleqAway,
    TeleqFileTooLarge,
    placement_of,
)
from kundcenter.ports.teleq import TeleqSystem
from tests.domain.test_teleq import HEAD, PERSON, PLACED, ROW, UNIT, told


def placement(reason: str = "Hosta") -> Placement:
    return placement_of(told(replace(PLACED, reason=reason)), UNIT, PERSON)


def test_places_go_out_in_numbered_files_that_only_their_owner_reads(tmp_path: Path) -> None:
    system: TeleqSystem = TeleqFolder(str(tmp_path))
    assert system.tell([placement()]) == "till-teleq-000001.csv"
    first = tmp_path / "till-teleq-000001.csv"
    assert first.read_bytes().startswith(b"\xef\xbb\xbfplacering;")
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert system.tell([placement("Sår")]) == "till-teleq-000002.csv"
    assert "Hosta" in first.read_text(encoding="utf-8")


def test_the_same_places_once_more_are_the_file_that_there_is(tmp_path: Path) -> None:
    """A desk stopped after the file and before it had noted that it was written."""
    assert TeleqFolder(str(tmp_path)).tell([placement()]) == "till-teleq-000001.csv"
    assert TeleqFolder(str(tmp_path)).tell([placement()]) == "till-teleq-000001.csv"
    assert len(list(tmp_path.glob("*.csv"))) == 1


def test_a_number_is_never_used_again_though_the_file_was_fetched(tmp_path: Path) -> None:
    system = TeleqFolder(str(tmp_path))
    (tmp_path / system.tell([placement()])).unlink()
    assert system.tell([placement()]) == "till-teleq-000002.csv"
    (tmp_path / "till-teleq.nummer").write_text("många", encoding="utf-8")
    assert system.tell([placement("Sår")]) == "till-teleq-000003.csv"


def test_a_desk_that_dies_with_its_file_written_uses_no_number_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is fetched before the desk, that was killed as it had written it, comes back."""
    whole = write_new

    def dies(path: Path, content: bytes) -> None:
        whole(path, content)
        raise KeyboardInterrupt

    with monkeypatch.context() as killed:
        killed.setattr(teleq_file, "write_new", dies)
        with pytest.raises(KeyboardInterrupt):
            TeleqFolder(str(tmp_path)).tell([placement()])
    (tmp_path / "till-teleq-000001.csv").unlink()
    assert TeleqFolder(str(tmp_path)).tell([placement("Sår")]) == "till-teleq-000002.csv"


def test_a_slower_desk_uses_no_number_of_a_faster_one_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, fast = TeleqFolder(str(tmp_path)), TeleqFolder(str(tmp_path))
    for reason in ("Hosta", "Sår", "Feber"):
        (tmp_path / fast.tell([placement(reason)])).unlink()
    with monkeypatch.context() as late:
        late.setattr(slow, "_last", lambda: 0)  # it looked before the fast one had written
        assert slow.tell([placement("Yrsel")]) == "till-teleq-000004.csv"
    assert fast.tell([placement("Klåda")]) == "till-teleq-000005.csv"


def test_two_desks_that_write_at_once_have_a_file_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = TeleqFolder(str(tmp_path)), TeleqFolder(str(tmp_path))
    monkeypatch.setattr(other, "_last", lambda: 0)  # it looked before the first had written
    assert one.tell([placement()]) == "till-teleq-000001.csv"
    assert other.tell([placement("Sår")]) == "till-teleq-000002.csv"


def test_numbers_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teleq_file, "_LAST", 1)
    system = TeleqFolder(str(tmp_path))
    system.tell([placement()])
    with pytest.raises(TeleqAway) as refused:
        system.tell([placement("Sår")])
    assert refused.value.facts == {"why": "numbers"}


def test_what_comes_back_waits_in_order_until_it_is_confirmed(tmp_path: Path) -> None:
    for name in ("fran-teleq-2.csv", "fran-teleq-1.csv", "till-teleq-000001.csv", "annat.csv"):
        (tmp_path / name).write_text(HEAD + ROW, encoding="utf-8")
    system = TeleqFolder(str(tmp_path))
    assert system.waiting() == ("fran-teleq-1.csv", "fran-teleq-2.csv")
    assert len(system.outcomes("fran-teleq-1.csv").rows) == 1
    system.confirm("fran-teleq-1.csv")
    assert system.waiting() == ("fran-teleq-2.csv",)
    assert (tmp_path / "klara" / "fran-teleq-1.csv").is_file()


def test_a_name_that_comes_again_covers_up_nothing_that_is_done(tmp_path: Path) -> None:
    """The other system began anew with its numbers."""
    system = TeleqFolder(str(tmp_path))
    for text in ("first", "second", "third"):
        (tmp_path / "fran-teleq-1.csv").write_text(text, encoding="utf-8")
        system.confirm("fran-teleq-1.csv")
    done = {each.name: each.read_text("utf-8") for each in (tmp_path / "klara").iterdir()}
    assert done == {
        "fran-teleq-1.csv": "first",
        "fran-teleq-1.2.csv": "second",
        "fran-teleq-1.3.csv": "third",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_an_answer_are_read_whatever_they_are(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "fran-teleq-1.csv"
    path.write_bytes((HEAD + ROW.replace("Bokad tid", "Får återbesök")).encode(encoding))
    sheet = read_outcome_file(str(path))
    assert sheet.rows[0].text == "Får återbesök"
    assert sheet.encoding in encoding.replace("cp1252", "windows-1252")


def test_a_folder_that_is_not_there_and_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    away = TeleqFolder(str(tmp_path / "borta"))
    for ask in (away.waiting, lambda: away.tell([placement()]), lambda: away.confirm("x")):
        with pytest.raises(TeleqAway) as refused:
            ask()
        assert refused.value.facts == {"why": "FileNotFoundError"}
    with pytest.raises(TextFileAway):
        away.outcomes("fran-teleq-1.csv")
    path = tmp_path / "fran-teleq-1.csv"
    path.write_bytes(b"x" * (TELEQ_FILE_LIMIT + 1))
    with pytest.raises(TeleqFileTooLarge):
        read_outcome_file(str(path))
    path.write_bytes(b"\0\1\0\0\1")
    with pytest.raises(NotTextFile):
        read_outcome_file(str(path))
    path.write_text("<a/>", encoding="utf-8")
    assert read_outcome_file(str(path)).faults[0].fault is BookingFault.HEADING


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "mapp").touch()
    with pytest.raises(TeleqAway) as refused:
        TeleqFolder(str(tmp_path / "mapp")).tell([placement()])
    assert refused.value.facts == {"why": "NotADirectoryError"}
