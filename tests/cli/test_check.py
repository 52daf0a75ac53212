"""`kundcenter check ids`, as somebody with a file of numbers meets it."""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from kundcenter.cli.check import register
from kundcenter.cli.words import say
from tests.external import external

PROGRAM = """
import argparse, sys
from kundcenter.cli.check import register
program = argparse.ArgumentParser()
register(program.add_subparsers())
arguments = program.parse_args()
sys.exit(arguments.run(arguments))
"""


def run(*words: str) -> int:
    program = argparse.ArgumentParser(prog="kundcenter")
    register(program.add_subparsers())
    arguments = program.parse_args(["check", "ids", *words])
    code: int = arguments.run(arguments)
    return code


def started(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "check", "ids", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


def answers(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "numbers.txt"


def test_each_line_gets_its_answer(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = ["850709–9805", "261204-9029", "191500722390", "20000101T220", "850709-9806", ""]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert run(str(file), "--today", "2026-11-21") == 0
    assert answers(capsys.readouterr().out) == [
        {
            "input": "850709–9805",
            "kind": "PNR",
            "id": "198507099805",
            "shown": "850709-9805",
            "sex": "K",
            "birth_date": "1985-07-09",
            "warnings": [],
        },
        {
            "input": "261204-9029",
            "kind": "PNR",
            "id": "192612049029",
            "shown": "261204+9029",
            "sex": "K",
            "birth_date": "1926-12-04",
            "warnings": ["SIGN_MISMATCH"],
        },
        {
            "input": "191500722390",
            "kind": "SAM",
            "id": "191500722390",
            "shown": "150072+2390",
            "sex": "M",
            "birth_date": None,
            "warnings": [],
        },
        {
            "input": "20000101T220",
            "kind": "LRES_LOCAL",
            "id": "20000101T220",
            "shown": "20000101T220",
            "sex": None,
            "birth_date": None,
            "warnings": ["INTERIM"],
        },
        {"input": "850709-9806", "error": "CHECK"},
    ]


def test_an_empty_line_is_answered_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(b"\n\r\n8507099805\n\n")
    assert run(str(file)) == 0
    found = answers(capsys.readouterr().out)
    assert [answer.get("error", answer.get("id")) for answer in found] == [
        "FORMAT", "FORMAT", "198507099805", "FORMAT",
    ]  # fmt: skip


def test_a_file_from_windows_is_read(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(b"\xef\xbb\xbf850709-9805\r\n850709-9805\r\n")
    assert run(str(file)) == 0
    first, second = answers(capsys.readouterr().out)
    assert first == second
    assert first["input"] == "850709-9805"


def test_bytes_that_are_not_utf_8_are_an_error_on_their_line_only(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(b"850709-9805\n\xff\xfe8507\n\xed\xa0\x80\n850709-9805\n")
    assert run(str(file)) == 0
    first, second, third, fourth = answers(capsys.readouterr().out)
    assert first == fourth
    assert second == {"input": "\\xff\\xfe8507", "error": "ENCODING"}
    assert third["error"] == "ENCODING"


def test_ages_are_counted_on_the_given_day(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("270610-9176\n")
    for day, shown in (("2026-11-21", "270610-9176"), ("2027-01-01", "270610+9176")):
        assert run(str(file), "--today", day) == 0
        assert answers(capsys.readouterr().out)[0]["shown"] == shown


def test_any_day_may_be_given(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("850709-9805\n850709+9805\n198507099805\n000229-2399\n000101-T220\n")
    for day in ("0001-01-01", "1839-12-31", "9999-12-31"):
        assert run(str(file), "--today", day) == 0
        assert len(answers(capsys.readouterr().out)) == 5


def test_a_missing_file_is_told_in_a_sentence(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(str(file)) == 2
    assert capsys.readouterr().err == f"Kan inte kontrollera {file}: filen finns inte.\n"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run(str(file)) == 2
    assert capsys.readouterr().err == f"Cannot check {file}: there is no such file.\n"


def test_a_folder_is_not_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path)) == 2
    assert capsys.readouterr().err == f"Kan inte kontrollera {tmp_path}: det är en mapp.\n"


@pytest.mark.parametrize("words", [(), ("-", "--today", "2026-02-30"), ("-", "--today", "i dag")])
def test_bad_arguments_end_with_exit_code_2(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2
    assert "ÅÅÅÅ-MM-DD" in capsys.readouterr().err or not words


def test_a_dash_reads_standard_input_and_output_is_plain_ascii() -> None:
    program = started("-", PYTHONIOENCODING="ascii")
    mark = "okänd-12345678-1234-5678-1234-567812345678"
    out, err = program.communicate(f"8507099805\n{mark}\n".encode())
    assert (program.returncode, err) == (0, b"")
    first, second = answers(out.decode("ascii"))
    assert first["id"] == "198507099805"
    assert (second["kind"], second["input"]) == ("OKAND", mark)


def test_a_reader_that_has_seen_enough_is_no_error(file: Path) -> None:
    file.write_text("850709-9805\n" * 50_000)
    program = started(str(file))
    assert program.stdout and program.stderr
    assert b"198507099805" in program.stdout.readline()
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 0
    program.communicate()


def test_memory_does_not_grow_with_the_file_nor_with_its_lines(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file.write_bytes(b"8" * 5_000_000 + b"\n" + b"850709-9805\n" * 20_000 + b"\xff" * 5_000_000)
    with (tmp_path / "answers").open("w", encoding="ascii") as out:
        monkeypatch.setattr(sys, "stdout", out)
        tracemalloc.start()
        try:
            assert run(str(file)) == 0
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 500_000
    found = answers((tmp_path / "answers").read_text())
    assert len(found) == 20_002
    assert found[0]["error"] == found[-1]["error"] == "FORMAT"
    assert len(found[0]["input"]) == 1000
    assert found[1]["id"] == found[-2]["id"] == "198507099805"


@pytest.mark.parametrize("length", [998, 999, 1000, 1001, 1999, 2000, 2001])
def test_a_line_near_the_limit_does_not_swallow_the_next(
    length: int, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(b"8" * length + b"\n850709-9805\n")
    assert run(str(file)) == 0
    long, short = answers(capsys.readouterr().out)
    assert (long["error"], short["id"]) == ("FORMAT", "198507099805")


def test_every_naughty_string_is_answered(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = "\n".join(external("text/blns.json")).encode()
    file.write_bytes(whole)
    assert run(str(file)) == 0
    lines = io.BytesIO(whole).readlines()
    found = answers(capsys.readouterr().out)
    assert len(found) == len(lines)
    assert all("error" in answer for answer in found)


def test_the_official_list_goes_through_without_an_error(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = external("persons/allCoords-half.json")
    file.write_text("\n".join(numbers))
    assert run(str(file)) == 0
    assert [answer["id"] for answer in answers(capsys.readouterr().out)] == numbers


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ({}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "de_DE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "en-US"}, "en"),
        ({"LANG": "eng"}, "sv"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "sv_SE.UTF-8"}, "en"),
        ({"LC_ALL": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"}, "sv"),
        ({"LC_ALL": "", "LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_command_line_is_english_only_where_the_locale_says_so(
    locale: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert say("sv", "en") == language
