"""What can be read on the screen: the words of every widget that is really in sight."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.widgets.shout import Shout

MOST_ROWS = 100  # of a list: more fit on no screen
DISPLAY = Qt.ItemDataRole.DisplayRole


def readable(at: QWidget | None = None) -> Iterator[str]:
    """Each text in sight, window by window.  What is written as a password is not readable.

    With `at` only what is in that window, and in its dialogs.
    """
    for window in shown_windows():
        if at is not None and at not in _owners(window):
            continue
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible() and not widget.visibleRegion().isEmpty():
                yield from _words(widget)


def sees(text: str, at: QWidget | None = None) -> bool:
    """Whether the words stand anywhere on the screen; any space is as good as another."""
    wanted = _plain(text)
    return any(wanted in _plain(found) for found in readable(at))


def sees_no(text: str) -> bool:
    return not sees(text)


def shown_windows() -> list[QWidget]:
    """The windows from back to front: the main one, then its dialogs, then what has popped up."""
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return sorted(shown, key=_height)


def photograph() -> QPixmap:
    """The part of the screen that the main windows fill, with whatever lies over them."""
    frame = _frame()
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height())


def composed() -> QPixmap:
    """Our own windows laid over each other: on somebody's desktop nothing else is looked at."""
    windows, frame = shown_windows(), _frame()
    made = QPixmap(frame.size())
    made.fill(Qt.GlobalColor.black)
    with QPainter(made) as painter:
        for window in windows:
            painter.drawPixmap(_place(window) - frame.topLeft(), window.grab())
    return made


def _place(window: QWidget) -> QPoint:
    """Where it lies.  A screen in memory is small, and a dialog may be pushed off its window."""
    above = window.parentWidget()
    dialog = window.windowType() is Qt.WindowType.Dialog
    if above is None or not dialog or above.window().geometry().contains(window.geometry()):
        return window.geometry().topLeft()
    lies = window.rect()
    lies.moveCenter(above.window().geometry().center())
    return lies.topLeft()


def _frame() -> QRect:
    """What the main windows fill together."""
    frame = QRect()
    for window in shown_windows():
        if _height(window) == 0:
            frame = frame.united(window.geometry())
    return frame


def _owners(window: QWidget) -> Iterator[QWidget]:
    """The window itself, and whatever it lies over."""
    above: QWidget | None = window
    while above is not None:
        yield above
        above = above.parentWidget()


def _height(window: QWidget) -> int:
    """How near the eye: a dialog lies over the window it belongs to, a popup over everything."""
    depth, owner = 0, window.parentWidget()
    while owner is not None:
        if owner.isWindow():
            depth += 1
        owner = owner.parentWidget()
    popup = window.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip}
    return depth + 100 * popup


def _words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, Shout):
        yield widget.sentence
    elif isinstance(widget, QLineEdit):
        if widget.echoMode() is QLineEdit.EchoMode.Normal:
            yield widget.text() or widget.placeholderText()
    elif isinstance(widget, QTextEdit):
        yield widget.toPlainText() or widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        heads = isinstance(widget, QHeaderView)
        yield from _headings(widget.model()) if heads else _cells(widget.model())


def _headings(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount(QModelIndex())):
        yield str(model.headerData(column, Qt.Orientation.Horizontal, DISPLAY) or "")


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    # A list has no number of columns that one may ask for.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(MOST_ROWS, model.rowCount(QModelIndex()))):
        for column in range(columns):
            yield str(model.index(row, column).data(DISPLAY) or "")


def _plain(text: str) -> str:
    """Without what marks a letter of access, such as in "Fil&namn"."""
    return " ".join(text.replace("&", "").split())
