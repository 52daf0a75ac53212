"""Which chords can be keys of an action: none that writes, edits, or is not on every keyboard."""

from __future__ import annotations

from enum import StrEnum

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta", "Num")
# What every field of text does with these is what the hands know; Enter, Tab and Esc go about.
_EDITING = frozenset(
    {
        *(f"Ctrl+{key}" for key in "ACVXZYUKE"),
        *("Ctrl+Shift+Z", "Ctrl+Ins", "Shift+Ins", "Shift+Del", "Ctrl+Space", "Ctrl+Shift+U"),
    }
)
_MOVING = frozenset(
    {
        *("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"),
        *("Backspace", "Del", "Ins", "Return", "Enter", "Tab", "Backtab", "Esc", "Space", "Menu"),
    }
)
_OF_THE_SYSTEM = frozenset({"Alt+Tab", "Alt+Shift+Tab", "Alt+F4", "Alt+Space", "Ctrl+Esc"})
_FREE_ALL_THE_SAME = frozenset({"Ctrl+Return", "Ctrl+Enter", "Ctrl+Tab", "Ctrl+Shift+Tab"})
_SIGNS = frozenset(",.-+'")  # one stroke without Shift or AltGr on a Swedish keyboard


class Flaw(StrEnum):
    """Why a chord cannot be the key of an action."""

    WRITES = "writes"  # a letter or a sign in the text
    EDITS = "edits"  # copy, paste, undo, and moving in the text
    ALT_GR = "alt_gr"  # Ctrl+Alt is AltGr, which Swedish keyboards write with
    SYSTEM = "system"  # the desktop keeps it
    LAYOUT = "layout"  # not one stroke on a Swedish keyboard
    SEQUENCE = "sequence"  # more than one chord
    NEEDED = "needed"  # this action may not be without a key
    TAKEN = "taken"  # another action has it


def parted(chord: str) -> tuple[frozenset[str], str]:
    """ "Ctrl+Shift+S" as its modifiers and its key; "Ctrl++" is the key "+"."""
    rest = chord
    held: set[str] = set()
    while True:
        first, plus, after = rest.partition("+")
        if not plus or not after or first not in _MODIFIERS:
            return frozenset(held), rest
        held.add(first)
        rest = after


def flaw_of(chord: str) -> Flaw | None:
    """What is wrong with a chord, written as Qt writes it portably; None when nothing is."""
    held, key = parted(chord)
    if chord in _FREE_ALL_THE_SAME:
        return None
    tests = (
        (Flaw.SEQUENCE, ", " in chord),
        (Flaw.ALT_GR, {"Ctrl", "Alt"} <= held or key == "AltGr"),
        (Flaw.SYSTEM, "Meta" in held or chord in _OF_THE_SYSTEM),
        (Flaw.EDITS, chord in _EDITING or key in _MOVING),
        (Flaw.WRITES, not _is_function_key(key) and not held & {"Ctrl", "Alt"}),
        (Flaw.LAYOUT, not _is_function_key(key) and not _is_one_stroke(held, key)),
    )
    return next((flaw for flaw, found in tests if found), None)


def _is_one_stroke(held: frozenset[str], key: str) -> bool:
    """Whether the key is where a Swedish keyboard has it, with these modifiers and no other."""
    if len(key) != 1:
        return False
    return key.isalpha() or ("Shift" not in held and (key.isdecimal() or key in _SIGNS))


def _is_function_key(key: str) -> bool:
    return len(key) > 1 and key[0] == "F" and key[1:].isdecimal()
