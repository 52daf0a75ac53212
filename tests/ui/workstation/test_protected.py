"""A protected person is nowhere in the window but in the person view of the open card."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from kundcenter.domain.parts import PartKind
from tests.ground import MAN, NUMBER, WHOLE, WOMAN, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside
from ui.panels.caller import HiddenCaller
from ui.panels.person import PersonView
from ui.panels.who import WhoPanel

SECRETS = ("Test Person 1988", MAN, "880701-2391", "8807012391", "+46701740605", "070-174 06 05")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.StatusTipRole,
)


def words_of(widget: QWidget) -> Iterator[str]:
    """All that a widget tells eyes, pointers and screen readers, in sight or not."""
    yield from (
        widget.toolTip(),
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.windowTitle(),
        widget.statusTip(),
        widget.whatsThis(),
    )
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
        case QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            for at in range(widget.count()):
                yield from (widget.tabText(at), widget.tabToolTip(at))
        case QAbstractItemView() if widget.model() is not None:
            yield from cells(widget.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(model.columnCount(QModelIndex())):
            for role in ROLES:
                yield str(model.index(row, column).data(role) or "")


def told(seat: Seat) -> str:
    """Everything outside the person views and the line to ring back on, and the clipboard."""
    seat.settle()
    found = [QApplication.clipboard().text(), QApplication.applicationDisplayName()]
    for widget in QApplication.allWidgets():
        if widget not in seat.strangers and not (
            within(widget, PersonView) or within(widget, HiddenCaller)
        ):
            found += words_of(widget)
    return "\n".join(found)


def within(widget: QWidget | None, kind: type[QWidget]) -> bool:
    while widget is not None:
        if isinstance(widget, kind):
            return True
        widget = widget.parentWidget()
    return False


def leaks(seat: Seat) -> list[str]:
    everything = told(seat)
    return [secret for secret in SECRETS if secret in everything]


def test_what_would_leak_is_seen(nurse: Seat) -> None:
    """The walk itself: a title, a tool tip and a name for screen readers are looked at."""
    for place in ("setWindowTitle", "setToolTip", "setAccessibleName"):
        assert leaks(nurse) == []
        widget = QWidget(nurse.window)
        getattr(widget, place)(f"Samtal om {MAN}")
        assert MAN in leaks(nurse)
        widget.deleteLater()
        nurse.until(lambda: leaks(nurse) == [], "the leak to be gone")


def test_while_the_card_is_open_only_its_person_view_tells(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER", "Test Person 1988")
    nurse.until(lambda: leaks(nurse) == [], "the number to be hidden in the strip")
    nurse.press("F4")
    nurse.write("Feber i tre dagar.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    assert leaks(nurse) == []


def test_who_has_the_call_can_ring_back_and_tell_112_the_number(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    nurse.see("Att ringa tillbaka på: 070-174 06 05 (skyddat nummer). Det visas bara här.")
    nurse.press("F12")
    nurse.see("Inringarens nummer: 070-174 06 05 (skyddat nummer)")
    screen = nurse.workstation.emergency.alarm.screen
    assert screen is not None
    of_alarm = "\n".join(word for each in screen.findChildren(QWidget) for word in words_of(each))
    assert [each for each in SECRETS if each in of_alarm] == ["070-174 06 05"]
    nurse.press("Ctrl+Shift+K")
    nurse.until(lambda: leaks(nurse) == [], "the screen to be gone")
    nurse.press("Ctrl+L")
    nurse.see("Skärmen är låst.")
    assert "070-174 06 05" not in nurse.reads()


def test_the_line_to_ring_back_on_is_empty_when_nothing_is_hidden_or_known(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("880702-2382", "070-174 06 05")
    assert "Att ringa tillbaka på" not in nurse.reads()
    lines = nurse.window.findChildren(HiddenCaller)
    assert lines
    assert [word for line in lines for word in words_of(line) if NUMBER in word] == []


def called_before(seat: Seat) -> None:
    """A call from the number about the protected person, done."""
    calls, people = seat.ground.desk.calls, seat.ground.desk.people

    def deed() -> None:
        person = people.find(identity(MAN))
        assert person is not None
        call = calls.register(NUMBER).the("call")
        part = calls.open_part(call, PartKind.ADVICE).the("part")
        calls.point_part(part, person.id)
        calls.close(call, "INFO")

    beside(deed)


def test_when_the_call_is_done_nothing_tells(nurse: Seat) -> None:
    called_before(nurse)
    nurse.press("Ctrl+2")
    nurse.see("Ledde till", "Skyddat nummer")
    assert leaks(nurse) == []


def test_a_number_that_is_no_longer_kept_offers_nobody(nurse: Seat) -> None:
    called_before(nurse)
    nurse.take_call()
    nurse.let_pass(300)
    found = [secret for secret in leaks(nurse) if not secret.endswith(("0605", "06 05"))]
    assert found == []  # the number itself is in sight: nobody knows yet who calls
    assert "Tidigare samtal från numret" not in nurse.reads()


def test_who_changes_their_mind_leaves_nothing_behind(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write(MAN)
    nurse.press("Return")
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    view = nurse.window.findChildren(WhoPanel)[0].person_view
    view.changed_mind.emit()
    nurse.see("Vem gäller det?")
    hidden = "\n".join(word for each in view.findChildren(QWidget) for word in words_of(each))
    assert [secret for secret in SECRETS if secret in hidden] == []


def test_nothing_of_what_was_noted_stays_behind_either(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write(WOMAN)
    nurse.press("Return")
    nurse.see("Har hört av sig nyligen", WHOLE.advice)
    view = nurse.window.findChildren(WhoPanel)[0].person_view
    view.changed_mind.emit()
    nurse.see("Vem gäller det?")
    hidden = "\n".join(word for each in view.findChildren(QWidget) for word in words_of(each))
    texts = (WHOLE.advice, WHOLE.call_back_if, WHOLE.assessment)
    assert [text for text in texts if text in hidden] == []


@pytest.mark.parametrize("text", ["person 1988", "070-174 06 05"])
def test_no_search_but_that_of_the_whole_number_tells(nurse: Seat, text: str) -> None:
    called_before(nurse)
    nurse.call_by_hand()
    nurse.press("Shift+F2")
    nurse.write(text)
    nurse.let_pass(500)
    everything = told(nurse)
    assert MAN not in everything
    assert "880701-2391" not in everything
