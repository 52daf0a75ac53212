"""The whole workstation in a process of its own, without a screen.

    QT_QPA_PLATFORM=offscreen python -m tests.start.workstation_process PROFILE

Says `ready` when other programs are heard, and `rang NUMBER CALLED` for what the window is told.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.domain.lines import Rang
from kundcenter.start.program import Program, application
from tests.ground import CHEAP


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main() -> int:
    app = application()
    source = PassphraseSource("en lösenfras för ett prov", cost=CHEAP)
    program = Program(app, Path(sys.argv[1]), source=source)

    def heard(event: object) -> None:
        if isinstance(event, Rang):
            say("rang", event.number, event.called)

    def look() -> None:
        if program.ear is not None and program.ear.open:
            waiting.stop()
            say("ready")

    program.tasks.rang.connect(heard)
    waiting = QTimer()
    waiting.timeout.connect(look)
    waiting.start(20)
    program.begin()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
