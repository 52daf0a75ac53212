"""The registry of actions: nothing in it is dead, and nothing has a key outside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ui
from ui.actions import ROWS, Action, Where
from ui.chords import Flaw, flaw_of, parted

FOLDER = Path(ui.__file__).parent
# Chords of the window are actions; what is left are keys of one control, such as Esc in a dialog.
LITERAL = re.compile(r'QShortcut\(\s*QKeySequence\("|keys="(Ctrl|Alt|Shift|F\d)')


def sources() -> dict[str, str]:
    return {
        str(path.relative_to(FOLDER)): path.read_text(encoding="utf-8")
        for path in FOLDER.rglob("*.py")
        if path.name != "actions.py"
    }


def test_every_action_has_one_row_and_somebody_who_does_it() -> None:
    assert sorted(row.action for row in ROWS) == sorted(Action)
    text = "\n".join(sources().values())
    assert [each.name for each in Action if f"Action.{each.name}" not in text] == []


def test_no_chord_is_written_outside_the_registry() -> None:
    assert [name for name, text in sources().items() if LITERAL.search(text)] == []


@pytest.mark.parametrize(
    ("chord", "flaw"),
    [
        ("F4", None),
        ("Shift+F4", None),
        ("Ctrl+S", None),
        ("Ctrl+Shift+Ö", None),
        ("Alt+1", None),
        ("Ctrl+,", None),
        ("Ctrl+Return", None),
        ("A", Flaw.WRITES),
        ("Shift+Å", Flaw.WRITES),
        ("1", Flaw.WRITES),
        ("Ctrl+C", Flaw.EDITS),
        ("Ctrl+V", Flaw.EDITS),
        ("Ctrl+X", Flaw.EDITS),
        ("Ctrl+Z", Flaw.EDITS),
        ("Ctrl+A", Flaw.EDITS),
        ("Ctrl+Left", Flaw.EDITS),
        ("Tab", Flaw.EDITS),
        ("Esc", Flaw.EDITS),
        ("Ctrl+Alt+Q", Flaw.ALT_GR),
        ("Ctrl+Alt+F1", Flaw.ALT_GR),
        ("Meta+L", Flaw.SYSTEM),
        ("Alt+Tab", Flaw.SYSTEM),
        ("Ctrl+{", Flaw.LAYOUT),
        ("Ctrl+Shift+7", Flaw.LAYOUT),
        ("Ctrl+K, Ctrl+S", Flaw.SEQUENCE),
    ],
)
def test_what_may_be_a_key(chord: str, flaw: Flaw | None) -> None:
    assert flaw_of(chord) is flaw


@given(
    st.sets(st.sampled_from(("Ctrl", "Alt", "Shift"))),
    st.sampled_from((*"ABCÅÄÖ123+,-", "F1", "F12", "Return")),
)
def test_a_chord_is_parted_into_what_it_was_put_together_of(held: set[str], key: str) -> None:
    chord = "+".join([*sorted(held), key])
    assert parted(chord) == (frozenset(held), key)


def test_the_desk_meets_its_pages_and_no_dialog() -> None:
    assert Where.DESK.meets(Where.CARD)
    assert not Where.CARD.meets(Where.LOG)
    assert not Where.DESK.meets(Where.PRINTOUT)
    assert all(Where.EVERYWHERE.meets(where) for where in Where)
