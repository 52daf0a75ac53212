"""`kundcenter route` on a real profile, as it is typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.cli import route as command
from kundcenter.cli.main import main
from kundcenter.cli.profile_commands import DONE, NOT_DONE
from kundcenter.domain.routing import text
from kundcenter.start.demo_region import PASSPHRASE, Wish, make
from tests.ground import CHEAP

ROSENLUND = "SE0000000001-DEMOROSENLUND"
NIGHT = ("--urgency", "U3", "--at", "2026-11-21T22:30", "--age", "30")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small demo region."""
    folder = tmp_path_factory.mktemp("route") / "demo"
    until = command._instant("2026-11-21T12:00")
    make(folder, PassphraseSource(PASSPHRASE, cost=CHEAP), Wish(until, calls=80))
    return folder


def run(folder: Path, *typed: str) -> int:
    return main(["--profile", str(folder), "route", *typed])


def test_the_line_of_the_issue_is_answered_without_a_password(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, *NIGHT, "--listed", ROSENLUND, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["rules"], told["demonstration"], told["further"]) == (1, True, 0)
    first, last = told["destinations"][0], told["destinations"][-1]
    assert (first["rank"], first["outcome"], first["unit"]) == (
        1,
        "NARAKUT",
        {"hsa_id": "SE0000000001-DEMONARAKUTJ", "name": "Närakuten Jönköping, Ryhov"},
    )
    assert first["arrives_at"] == "2026-11-21T23:30+01:00"
    assert first["opening"]["state"] == "closed"
    assert first["opening"]["opens_at"] == "2026-11-22T10:00+01:00"
    assert "Stängt vid framkomst, öppnar sön 10:00" in [each["sentence"] for each in first["whys"]]
    assert (last["outcome"], last["unit"], last["opening"]) == ("SOS112", None, None)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+0[12]:00", told["as_of"])


def test_it_is_told_in_words_too_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--urgency", "u1", "--at", "2026-11-19T10:00+01:00", "--age", "6", "--sex", "K")
    assert run(folder, *asked, "--reason", "andning", "--municipality", "Habo") == DONE
    said = capsys.readouterr().out
    assert "1. BARNAKUT Länssjukhuset Ryhov, barnakuten" in said
    assert "× Länssjukhuset Ryhov, akutkliniken: Tar bara emot patienter från 16 år\n" in said
    assert said.endswith("Regler 1: Demonstrationsregler 2026-1\n")


def test_an_hour_that_comes_twice_is_either_of_the_two_when_the_zone_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for zone, hours in (("+02:00", "02:30+01:00"), ("+01:00", "03:30+01:00"), ("Z", "04:30+01:00")):
        assert run(folder, "--urgency", "U1", "--at", f"2026-10-25T02:30{zone}", "--json") == DONE
        told = json.loads(capsys.readouterr().out)
        assert told["destinations"][0]["arrives_at"].endswith(hours), zone


def test_a_unit_is_named_by_its_name_or_the_beginning_of_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("rosenlunds vårdcentral", "Rosenlund", ROSENLUND.lower()):
        assert run(folder, *NIGHT, "--listed", name, "--json") == DONE
        told = json.loads(capsys.readouterr().out)
        assert "listed" in {why["code"] for each in told["destinations"] for why in each["whys"]}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--urgency", "U9"), "U9 är ingen brådskegrad: U0, U1"),
        (("--urgency", ""), "Brådskegraden är tom."),
        (("--urgency", "U3", "--reason", "ONT"), "ONT är ingen kontaktorsak: ANDNING"),
        (("--urgency", "U3", "--listed", "Ingenstans"), "Katalogen har ingen enhet Ingenstans."),
        (("--urgency", "U3", "--listed", "Demovård"), "Flera enheter heter så: "),
        (("--urgency", "U3", "--at", "i morgon"), "i morgon är ingen tid"),
        (("--urgency", "U3", "--at", "9999-12-31T23:59"), "9999-12-31T23:59 är ingen tid"),
        (("--urgency", "U3", "--at", "2026-10-25T02:30"), "2026-10-25T02:30 kommer två gånger när"),
        (("--urgency", "U3", "--at", "2026-03-29T02:30"), "2026-03-29T02:30 finns inte: då"),
        (("--urgency", "U3", "--age", "200"), "200 är ingen ålder"),
        (("--urgency", "U3", "--age", "-1"), "-1 är ingen ålder"),
        (("--urgency", "U3", "--age", "131"), "131 är ingen ålder"),
        (("--age", "3"), "--urgency"),
    ],
)
def test_what_cannot_be_understood_is_said_in_a_sentence_and_is_2(
    folder: Path, capsys: pytest.CaptureFixture[str], typed: tuple[str, ...], said: str
) -> None:
    try:
        code = run(folder, *typed)
    except SystemExit as ended:
        code = int(str(ended.code))
    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert said in told.err


def test_bytes_that_are_no_text_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, *NIGHT, "--region", "Stock\udce5holm") == command.NOT_UNDERSTOOD
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Ett argument är ingen text.\n")


def test_a_profile_that_is_not_there_is_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "nowhere", *NIGHT) == NOT_DONE
    assert capsys.readouterr().err


def test_the_years_are_those_of_the_cases() -> None:
    years = (command.FIRST_YEAR, command.LAST_YEAR, command.OLDEST)
    assert years == (text.FIRST_YEAR, text.LAST_YEAR, text.OLDEST)
