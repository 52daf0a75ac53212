"""A process of its own with the real ear: says on standard out what it was handed, and how it is.

    python -m tests.start.ear_process PROFILE

`ready`, then a line for each: `ring NUMBER CALLED QUEUE KEYED ENDED`, `dial NUMBER`; several times
a second `worked MS`, the processor's time that it has used so far.
"""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from kundcenter.domain.switchboard.handed import HandedDial, HandedReply, HandedRing
from kundcenter.start.hand_off import HandOffEar

PULSE_MS = 200


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def take(handed: HandedRing | HandedDial) -> HandedReply:
    if isinstance(handed, HandedDial):
        say("dial", handed.number)
    else:
        ended = "ended" if handed.ended else "rings"
        say("ring", handed.number, handed.called, handed.queue, handed.keyed_id, ended)
        if handed.ended:
            return HandedReply.NO_RING
    return HandedReply.TAKEN


def main() -> int:
    logging.basicConfig(stream=sys.stderr, level=logging.DEBUG)
    app = QCoreApplication([])
    ear = HandOffEar(Path(sys.argv[1]), take)
    if not ear.listen():
        say("deaf")
        return 1
    pulse = QTimer()
    pulse.timeout.connect(lambda: say("worked", round(time.process_time() * 1000)))
    pulse.start(PULSE_MS)
    say("ready")
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
