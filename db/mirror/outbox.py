"""The mirror at work: each commit is appended and on the disk before its verb returns."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock
from uuid import UUID

from sqlalchemy import Engine

from db import commits
from db.commits import Commit, Heads
from db.faults import translated
from db.files import why
from db.mirror.reading import within
from db.mirror.segments import Begin, Link, SegmentWriter
from kundcenter.errors import KundcenterError, Unavailable

log = logging.getLogger(__name__)


class MirrorBehind(Unavailable):
    """Everything is saved in the database, but not a second time beside it.

    It is caught up by itself as soon as the mirror can be written.  Facts: why.
    """

    code = "mirror.behind"


class OutboxMirror:
    """Appends commits to the mirror and catches up from the database when it has fallen behind.

    `heads` and `last` are how far the mirror had come when it was read.  `announce` is told
    when it falls behind, with the trouble, and when it has caught up, with None.
    """

    def __init__(
        self,
        folder: Path,
        key: bytes,
        device_id: UUID,
        *,
        engine: Engine,
        heads: Heads,
        last: Link | None,
        announce: Callable[[MirrorBehind | None], None] | None = None,
    ) -> None:
        self._folder = folder
        self._key = key
        self._device_id = device_id
        self._engine = engine
        self._heads = heads
        self._last = last
        self._announce = announce
        self._guard = Lock()
        self._writer: SegmentWriter | None = None
        self._trouble: MirrorBehind | None = None

    @property
    def heads(self) -> Heads:
        return self._heads

    @property
    def trouble(self) -> MirrorBehind | None:
        """Why the mirror is behind the database; None when it is not."""
        return self._trouble

    def append(self, commit: Commit) -> None:
        """Keep a commit.  Never raises: what is told here is saved already.

        A commit that does not come next was overtaken by another thread's, or follows commits
        that could not be written: then everything missing is taken from the database.
        """
        with self._guard:
            if self._trouble or not self._heads.precedes(commit):
                self._catch_up()
            else:
                self._attempt((commit,))

    def catch_up(self) -> int:
        """Write what the database has and the mirror has not; returns how many links."""
        with self._guard:
            return self._catch_up()

    def forget(self, copied: Heads) -> int:
        """Delete segments that lie wholly within a verified copy; returns how many.

        Raises OSError.
        """
        with self._guard:
            old = within(self._folder, self._key, self._device_id, copied)
            for path in old:
                path.unlink()
            return len(old)

    def close(self) -> None:
        """Try once more to catch up, and let go of the file."""
        with self._guard:
            if self._trouble:
                self._catch_up()
            self._give_up()

    def _catch_up(self) -> int:
        before = self._heads
        self._attempt(self._missing())
        reached = self._heads
        return reached.operation.n - before.operation.n + reached.access.n - before.access.n

    def _missing(self) -> Iterator[Commit]:
        with translated(), self._engine.connect() as connection:
            yield from commits.after(connection, self._device_id, self._heads)

    def _attempt(self, these: Iterable[Commit]) -> None:
        """Write commits and bring them to the disk; the heads move only when they are there."""
        try:
            self._write(these)
        except OSError as error:
            self._fell_behind(why(error))
        except KundcenterError as error:
            self._fell_behind(error.code)
        except Exception:
            log.exception("the mirror failed in a way nobody foresaw")
            self._fell_behind("unforeseen")
        else:
            self._turned(None)

    def _fell_behind(self, reason: str) -> None:
        self._give_up()
        self._turned(MirrorBehind(why=reason))

    def _write(self, these: Iterable[Commit]) -> None:
        heads = self._heads
        for commit in these:
            if self._writer is None or self._writer.full:
                self._settle(heads)
                self._give_up()
                begin = Begin(self._device_id, heads, self._last)
                self._writer = SegmentWriter(self._folder, self._key, begin)
            self._writer.write(commit)
            heads = heads.followed_by(commit)
        self._settle(heads)

    def _settle(self, heads: Heads) -> None:
        if self._writer is not None:
            self._writer.sync()
            self._heads, self._last = heads, self._writer.link

    def _give_up(self) -> None:
        """A segment is never written to again once it was let go of."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _turned(self, trouble: MirrorBehind | None) -> None:
        if (trouble is None) == (self._trouble is None):
            return
        self._trouble = trouble
        if trouble is None:
            log.info("the mirror has caught up")
        else:
            log.warning("the mirror is behind: %s", trouble.facts["why"])
        if self._announce:
            self._announce(trouble)
