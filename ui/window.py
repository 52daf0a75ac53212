"""The window's frame: banners, call strip, rail, pages, status.  It furnishes nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.actions import Action
from ui.icons import app_icon
from ui.keys import keys
from ui.panels.strip import CallStrip
from ui.theme.space import spaced
from ui.widgets.notices import Notices
from ui.widgets.page_stack import PageStack
from ui.widgets.rail import Rail, RailButton
from ui.widgets.status_bar import StatusBar


class Window(QMainWindow):
    """Either a door (`show_door`) or the desk (`show_desk`) fills it, under the banners.

    `may_close` is asked before it closes and may say no.
    """

    page_chosen = Signal(str)
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kundcenter"))
        self.setWindowIcon(app_icon())
        self.setMinimumSize(900, 600)
        self.strip = CallStrip()
        self.rail = Rail(self.tr("Platser"))
        self.status = StatusBar(self.tr("Läge"))
        self._pages: dict[str, QWidget] = {}  # those that have been made
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._page_stack = PageStack()
        self._banners: dict[str, QWidget] = {}
        self._door: QWidget | None = None
        self._put_away: list[QDialog] = []
        self._dropping = False
        self.may_close: Callable[[], bool] = lambda: True
        self._stack = QStackedWidget()
        self._desk = self._furnish()
        self._stack.addWidget(self._desk)
        whole = QWidget()
        column = spaced(QVBoxLayout(whole), gap="none")
        self._banner_column = spaced(QVBoxLayout(), gap="none")
        column.addLayout(self._banner_column)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.notices = Notices(self, self._page_stack)
        self.rail.chosen.connect(self._on_place_chosen)
        keys().bind(self, Action.NEXT_REGION, lambda: self._cycle(1))
        keys().bind(self, Action.LAST_REGION, lambda: self._cycle(-1))

    def add_page(self, place: str, button: RailButton, make: Callable[[], QWidget]) -> None:
        """One more place in the rail, whose page is made when it is first shown.

        `place` is its name in the program.
        """
        self._makers[place] = make
        self.rail.add_place(place, button)

    def page_of(self, place: str) -> QWidget:
        """The page of a place; it is made now if nobody has asked for it before."""
        if place not in self._pages:
            page = self._pages[place] = self._makers[place]()
            self._page_stack.addWidget(page)
        return self._pages[place]

    @property
    def made_pages(self) -> tuple[QWidget, ...]:
        return tuple(self._pages.values())

    def show_page(self, place: str) -> None:
        self._page_stack.setCurrentWidget(self.page_of(place))
        self.rail.show_place(place)

    @property
    def page(self) -> str:
        """The place that is shown, empty before the first."""
        shown = self._page_stack.currentWidget()
        return next((place for place, page in self._pages.items() if page is shown), "")

    def show_banner(self, name: str, banner: QWidget) -> None:
        """Put a banner across the window; the same name replaces."""
        self.hide_banner(name)
        self._banners[name] = banner
        self._banner_column.addWidget(banner)

    def hide_banner(self, name: str) -> None:
        banner = self._banners.pop(name, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()

    @property
    def at_desk(self) -> bool:
        """Whether the desk is in sight, and no door before it."""
        return self._door is None

    def show_door(self, door: QWidget) -> None:
        """Hide the desk behind `door`, its dialogs too; what was being written stays, unseen."""
        self._put_dialogs_away()
        self._drop_door()
        self._door = door
        self._stack.addWidget(door)
        self._stack.setCurrentWidget(door)
        self.notices.move_to(door)
        door.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_desk(self) -> None:
        """The desk as it was left, with the dialogs that were open."""
        self._stack.setCurrentWidget(self._desk)
        self.notices.move_to(self._page_stack)
        self._drop_door()
        for dialog in self._put_away:
            if isValid(dialog):
                dialog.show()
        self._put_away = []

    def put_away(self, dialog: QDialog) -> None:
        """Keep a dialog that comes while the desk is locked; it is shown with the desk."""
        self._put_away.append(dialog)

    def drop_dialogs(self) -> None:
        """Close every dialog unanswered, those behind the door too: the operator has left."""
        self._dropping = True
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._dropping = False
        self._put_away = []

    @property
    def dropping(self) -> bool:
        """Whether dialogs are being closed that nobody has answered."""
        return self._dropping

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _furnish(self) -> QWidget:
        desk = QWidget()
        column = spaced(QVBoxLayout(desk), gap="none")
        self.strip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.strip)
        middle = spaced(QHBoxLayout(), gap="none")
        middle.addWidget(self.rail)
        middle.addWidget(self._page_stack, 1)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        return desk

    def _put_dialogs_away(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        shown = [dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()]
        self._put_away += shown  # outer ones come first, and so they do when they are shown again
        for dialog in reversed(shown):
            dialog.hide()

    def _drop_door(self) -> None:
        if self._door is not None:
            self._stack.removeWidget(self._door)
            self._door.deleteLater()
            self._door = None

    def _on_place_chosen(self, place: str) -> None:
        self.show_page(place)
        self.page_chosen.emit(place)

    def _cycle(self, step: int) -> None:
        """F6 goes round the regions: page, notices, strip, rail."""
        regions = [self._page_stack.currentWidget(), self.notices, self.strip, self.rail]
        shown = [region for region in regions if region is not None and region.isVisible()]
        focus = self.focusWidget()
        here = next((i for i, r in enumerate(shown) if r.isAncestorOf(focus)), -step)
        for offset in range(1, len(shown) + 1):
            region = shown[(here + step * offset) % len(shown)]
            first = _first_stop(region)
            if first is not None:
                if region is self.notices:
                    self.notices.come_from(focus)
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def _first_stop(region: QWidget) -> QWidget | None:
    """The first widget in `region` that Tab would stop at."""
    return next(
        (
            widget
            for widget in region.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        None,
    )
