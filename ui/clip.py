"""What the program has put on the clipboard does not stay there."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

STAYS_MS = 60_000
OURS = "application/x-kundcenter-text"
# What these formats mark is kept by no history of the clipboard (Windows, KDE).
_NOT_KEPT = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    "x-kde-passwordManagerHint": b"secret",
}


class OwnClip(QObject):
    """Takes copied text away after a minute, at the lock and at signing out, if it is still ours.

    Text that was copied out of any field counts, for it may be out of a record; another program's
    text is never touched.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = app.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.empty)
        self._board.dataChanged.connect(self._on_changed)

    def empty(self) -> None:
        """Take away what is ours, the text marked with the mouse too."""
        self._timer.stop()
        if self._is_ours():
            self._board.clear(QClipboard.Mode.Clipboard)
        if self._board.supportsSelection() and self._board.ownsSelection():
            self._board.clear(QClipboard.Mode.Selection)

    def _on_changed(self) -> None:
        if self._is_ours():
            self._timer.start()  # counted from what was copied last
        else:
            self._timer.stop()

    def _is_ours(self) -> bool:
        held = self._board.mimeData()
        # The mark is for systems that do not tell whose it is; Qt may also hold nothing at all.
        marked = held is not None and held.hasFormat(OURS)  # type: ignore[redundant-expr]
        return marked or self._board.ownsClipboard()


def put_on_clipboard(text: str) -> None:
    """Text for another program, in no history of the clipboard where that can be asked for."""
    carried = QMimeData()
    carried.setText(text)
    carried.setData(OURS, b"1")
    for form, value in _NOT_KEPT.items():
        carried.setData(form, value)
    QApplication.clipboard().setMimeData(carried)
