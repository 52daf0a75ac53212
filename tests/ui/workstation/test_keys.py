"""Everything can be done by keys, each key does one thing, and everything has a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QTextEdit, QWidget

from tests.ground import MAN, WOMAN
from tests.ui.workstation.seat import Seat
from ui.widgets.key_hint import key_text

SILENT = {  # what assistive technology reads without a name of its own
    QAccessible.Role.Client,
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Separator,
    QAccessible.Role.Grip,
}


def at_the_door(seat: Seat) -> None:
    seat.see("Logga in")


def free(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")


def with_two_cards(seat: Seat) -> None:
    free(seat)
    seat.call_by_hand()
    seat.take_call(keyed_id=MAN)
    seat.see("SKYDDADE")


def in_the_log(seat: Seat) -> None:
    with_two_cards(seat)
    seat.press("Ctrl+2")
    seat.see("Ledde till")


def among_operators(seat: Seat) -> None:
    seat.sign_in("admin")
    seat.see("Operatörer", "Test Nurse")


def choosing_a_look(seat: Seat) -> None:
    free(seat)
    seat.press("Ctrl+,")
    seat.see("Textstorlek")


def adding_an_operator(seat: Seat) -> None:
    among_operators(seat)
    seat.press("Ctrl+Shift+N")
    seat.see("Befattning")


def behind_the_lock(seat: Seat) -> None:
    with_two_cards(seat)
    seat.press("Ctrl+L")
    seat.see("Skärmen är låst.")


PLACES = (
    at_the_door,
    free,
    with_two_cards,
    in_the_log,
    among_operators,
    choosing_a_look,
    adding_an_operator,
    behind_the_lock,
)


def nameless(seat: Seat) -> list[str]:
    """What takes the focus and tells assistive technology nothing."""
    found = []
    for part in in_sight(seat):
        interface = QAccessible.queryAccessibleInterface(part)
        focusable = part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not focusable or isinstance(part, QScrollBar) or interface is None:
            continue
        if interface.role() not in SILENT and not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(part).__name__} {part.objectName()}")
    return found


def unreachable(seat: Seat) -> list[str]:
    """What would take the focus by Tab, and never gets it."""
    reached = set(stops(seat))
    return [
        f"{type(part).__name__} {part.accessibleName()!r}"
        for part in in_sight(seat)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.isEnabled()
        and part not in reached
        and not _stands_for_its_group(part, reached)
    ]


def ambiguous(seat: Seat) -> dict[str, int]:
    """The keys that mean more than one thing now: Qt would do none of them."""
    front = QApplication.activeModalWidget() or seat.window
    live = Counter(
        shortcut.key().toString()
        for shortcut in front.findChildren(QShortcut)
        if shortcut.isEnabled() and _visible_owner(shortcut) and not shortcut.key().isEmpty()
    )
    return {keys: count for keys, count in live.items() if count > 1}


@pytest.fixture(params=PLACES, ids=lambda place: place.__name__)
def somewhere(request: pytest.FixtureRequest, seat: Seat) -> Seat:
    go: Callable[[Seat], None] = request.param
    go(seat)
    return seat


def in_sight(seat: Seat) -> list[QWidget]:
    front = QApplication.activeModalWidget() or seat.window
    return [part for part in front.findChildren(QWidget) if part.isVisible()]


def stops(seat: Seat) -> list[QWidget]:
    """Where Tab stops, going round once from where the focus is."""
    found: list[QWidget] = []
    while seat.focus() not in found:
        found.append(seat.focus())
        seat.hands.press("Tab")
    return found


def test_everything_in_sight_has_a_name_a_stop_for_tab_and_a_key_of_its_own(
    somewhere: Seat,
) -> None:
    assert nameless(somewhere) == []
    assert unreachable(somewhere) == []
    assert ambiguous(somewhere) == {}


def test_tab_goes_down_a_card_as_it_is_read(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("F3")
    names = [stop.accessibleName() for stop in stops(nurse)]
    wanted = ["Kontaktorsak", "Uppgiftslämnare", "Symtom och anamnes", "Bakgrund", "Bedömning"]
    assert [name for name in names if name in wanted] == wanted
    assert names.index("Bedömning") < names.index("Hänvisning") < names.index("Råd och information")
    assert names.index("Råd och information") < names.index("Signera")


@pytest.mark.parametrize("field", [QLineEdit, QTextEdit])
def test_no_key_of_ours_is_one_that_a_field_keeps_for_itself(
    nurse: Seat, field: type[QLineEdit] | type[QTextEdit]
) -> None:
    """A field that takes the key would do something else with the text, such as deleting it."""
    nurse.take_call(keyed_id=WOMAN)
    edit = field(nurse.window)
    kept = set()
    for shortcut in nurse.window.findChildren(QShortcut):
        keys = shortcut.key().toString()
        own_part = shortcut.context() is not Qt.ShortcutContext.WindowShortcut
        if not keys or own_part:  # an action that nobody has given a key, or a list's own key
            continue
        chord: QKeyCombination = shortcut.key()[0]  # type: ignore[index]  # the stubs lack it
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, chord.key(), chord.keyboardModifiers(), "")
        asked.ignore()
        QApplication.sendEvent(edit, asked)
        if asked.isAccepted():
            kept.add(keys)
    assert kept <= {"Ctrl+K"}  # which the window takes before the field does


def test_a_key_that_is_shown_is_a_key_that_works(nurse: Seat) -> None:
    """Every chord on a button belongs to a live shortcut; single keys belong to their field."""
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    live = {
        key_text(shortcut.key().toString(QKeySequence.SequenceFormat.PortableText))
        for shortcut in nurse.window.findChildren(QShortcut)
    }
    shown = {
        part.accessibleDescription()
        for part in in_sight(nurse)
        if part.accessibleDescription().startswith(("Ctrl+", "F"))
    }
    assert len(shown) > 10
    assert {keys for keys in shown if keys.split()[-1] not in live} == set()


@pytest.mark.parametrize("keys", ["F3", "F4", "F7", "F8", "F9", "F10"])
def test_the_field_that_a_key_goes_to_is_whole_in_sight(nurse: Seat, keys: str) -> None:
    """Nobody writes into a field that is scrolled away."""
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press(keys)
    focus = nurse.focus()
    seen = focus.visibleRegion().boundingRect()
    assert (seen.width(), seen.height()) == (focus.width(), focus.height())


def test_the_line_that_is_written_stays_in_sight(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F7")
    nurse.write("\n".join("rad" for _ in range(30)))
    edit = nurse.focus()
    assert isinstance(edit, QTextEdit)
    caret = edit.cursorRect().translated(edit.viewport().pos())
    assert edit.visibleRegion().contains(caret.center())


def test_f6_goes_round_the_regions(nurse: Seat) -> None:
    nurse.take_call()
    seen = set()
    for _ in range(4):
        nurse.press("F6")
        seen.add(_region(nurse))
    assert seen == {"page", "strip", "rail"}


def test_the_list_of_calls_opens_by_enter(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("Ctrl+2")
    nurse.see("Pågår")
    nurse.press("Down", "Return")
    nurse.see("Test Person 1988")


def _region(seat: Seat) -> str:
    focus = seat.focus()
    if seat.window.strip.isAncestorOf(focus):
        return "strip"
    return "rail" if seat.window.rail.isAncestorOf(focus) else "page"


def _visible_owner(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisible()


def _stands_for_its_group(part: QWidget, reached: set[QWidget]) -> bool:
    """Of alternatives in a row, and of places in the rail, Tab stops at one; arrows do the rest."""
    return any(type(other) is type(part) and other.parent() is part.parent() for other in reached)
