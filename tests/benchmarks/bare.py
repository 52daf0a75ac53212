"""What Qt alone costs in the same process: the floors of the window's own times."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from tests.benchmarks.heart import Heart
from tests.benchmarks.seat import painted, pass_time
from tests.benchmarks.ui import FORM, IDLE, LETTER, LETTER_LONG
from tests.ui.keys import type_text

FIELDS = 12  # about as many as a note shows
LONG = 20_000
SENTENCE = "Hosta och feber sedan tre dagar, som högst 38,6. "


def floors(times: int) -> dict[str, list[float]]:
    """Milliseconds of each; the program's own style sheet dresses them too."""
    heart = Heart()
    pass_time(50 * times)
    found = {IDLE: heart.stop(), FORM: [_form() for _ in range(times)]}
    for name, length in ((LETTER, 80), (LETTER_LONG, LONG)):
        edit = QTextEdit()
        edit.resize(600, 400)
        edit.setPlainText((SENTENCE * (length // len(SENTENCE) + 1))[:length])
        edit.show()
        edit.activateWindow()
        painted(edit)
        found[name] = [_letter(edit) for _ in range(times * 10)]
        _put_away(edit)
    return found


def _letter(edit: QWidget) -> float:
    start = perf_counter()
    type_text(edit, "x")
    painted(edit)
    return (perf_counter() - start) * 1000


def _form() -> float:
    start = perf_counter()
    form = QWidget()
    column = QVBoxLayout(form)
    for number in range(FIELDS):
        column.addWidget(QTextEdit() if number % 2 else QLineEdit())
    form.resize(900, 800)
    form.show()
    painted(form)
    taken = (perf_counter() - start) * 1000
    _put_away(form)
    return taken


def _put_away(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()
