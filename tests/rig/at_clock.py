"""`kundcenter` by another clock: the moment stands in a file, and passes when somebody writes it.

python -m tests.rig.at_clock FILE centre serve --config …
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kundcenter.__main__ import main
from kundcenter.start import desk


@dataclass(frozen=True, slots=True)
class FileClock:
    """What several processes take for the time."""

    file: Path

    def __call__(self) -> datetime:
        return datetime.fromisoformat(self.file.read_text(encoding="ascii"))

    def be(self, at: datetime) -> None:
        """From now on it is this moment, for all of them."""
        new = self.file.with_suffix(".new")
        new.write_text(at.isoformat(), encoding="ascii")
        new.replace(self.file)


if __name__ == "__main__":
    desk.utc_now = FileClock(Path(sys.argv.pop(1)))
    sys.exit(main())
