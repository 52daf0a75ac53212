"""README.md tells of keys and settings as they are."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kundcenter.domain.calls import WrapUp
from kundcenter.domain.waiting import SigningTerms
from kundcenter.settings import settings
from ui.actions import ROWS, Where, words_of, words_of_place
from ui.chords import flaw_of

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "packaging" / "settings.example.toml"


def told() -> dict[str, str]:
    """The rows of the table of keys, by where they apply."""
    _, _, table = README.partition("| where | keys |")
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", table.partition("\n\n")[0], re.MULTILINE)
    return {where: keys for where, keys in rows if set(where) != {"-"}}


@pytest.mark.parametrize("where", Where)
def test_the_table_has_every_key_of_a_place_and_no_other(where: Where) -> None:
    wanted = " · ".join(
        f"`{row.keys}` {words_of(row.action)}" for row in ROWS if row.where is where and row.keys
    )
    assert told().get(words_of_place(where), "") == wanted


def test_every_key_of_the_table_can_be_a_key() -> None:
    chords = re.findall(r"`([^`]+)`", " ".join(told().values()))
    assert len(chords) > 50
    flawed = [chord for chord in chords if flaw_of(chord) is not None]
    assert set(flawed) == {"Ctrl+K", "Ctrl+E"}  # which the window takes before a field does


def test_every_key_that_the_text_names_is_one_of_the_table() -> None:
    text = README.partition("## Work in it")[2].partition("| where | keys |")[0]
    named = set(re.findall(r"`((?:Ctrl\+|Shift\+|Alt\+)*(?:F\d+|[A-Z]))`", text))
    assert named
    assert named <= {row.keys for row in ROWS}


def test_the_settings_of_the_readme_and_of_the_example_can_be_read() -> None:
    block = README.partition('    place = "Kundcenter Exempel"')
    lines = (block[1] + block[2]).partition("\nThe exchange's account")[0].splitlines()
    shown = settings(tomllib.loads("\n".join(line.strip() for line in lines)))
    example = settings(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")))
    for each in (shown, example):
        assert each.wrap_up == WrapUp(120, 60)
        assert each.exchange is not None
        assert each.exchange.emergency == "112@kc-112"
        assert each.signing == SigningTerms()
        assert each.mail is not None
        assert each.mail.port == 587
        assert each.mail.allowed == ("@example.com", "@sms.example.com")
        assert each.mail.sms_gateway == "sms.example.com"
