"""A desk's rows do not add up to what the centre says: which of them are they?

The desk tells the sums of its slices, and is given all rows of those that differ, instead of all
rows of the bucket (RELIABILITY 2.14).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.feed import SLICES, Diverged, MassRemoval
from kundcenter.errors import Conflict
from kundcenter.sync.greeting import buckets_for
from kundcenter.sync.ports import Central, Local
from kundcenter.sync.wire import MOST_ROWS, Compare, Compared, MessageWrong


def compare(central: Central, device_id: UUID, asked: Compare) -> Compared:
    """The centre's answer, of what the desk may have.

    Raises DeviceUnknown, DeviceFrozen, MessageWrong.
    """
    if any(len(its) != SLICES for its in asked.sums.values()):
        raise MessageWrong(why="slices")
    device = central.device(device_id)
    epoch = central.epoch()
    if device.to_be_erased:  # what has become of it, it hears at the next hello
        return Compared(epoch)
    device.must_serve()
    allowed = set(buckets_for(central, device))
    sums = {bucket: its for bucket, its in asked.sums.items() if bucket in allowed}
    cursors = {
        bucket: max(seq, 0)
        for bucket, seq in asked.cursors.items()
        if bucket in allowed and bucket not in sums
    }
    found = central.compared(sums, cursors, MOST_ROWS, device_id=device_id)
    if found is None:
        return Compared(epoch, anew=tuple(sorted(sums)))
    return Compared(epoch, *found)


@dataclass(slots=True)
class Comparison:
    """The desk's side: the buckets in doubt, in one conversation.

    Two of them may differ in the same row, so that they are mended together.  A bucket with which
    nothing better can be done is filled anew.
    """

    local: Local
    _doubted: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self._doubted)

    def apply(self, taken_in: Callable[[], Changes]) -> Changes | None:
        """Take in what came; None when a bucket is in doubt now, and nothing was taken in.

        Raises Diverged when the bucket was in doubt before, or has never been whole.
        """
        try:
            return taken_in()
        except Diverged as error:
            bucket = str(error.facts["bucket"])
            if bucket in self._doubted or bucket in self.local.filling():
                raise  # comparing does not help
            self._doubted.add(bucket)
            return None

    def ask(self) -> Compare:
        """What to say to the centre."""
        local = self.local
        cursors, filling = local.cursors(), local.filling()
        sums = {bucket: local.slices(bucket) for bucket in sorted(self._doubted)}
        others = {
            bucket: seq
            for bucket, seq in cursors.items()
            if bucket not in sums and bucket not in filling
        }
        return Compare(sums, others)

    def hear(self, answer: Compared) -> Changes:
        """Mend what was in doubt.  Raises what a round raises; MassRemoval among it."""
        if answer.anew:
            self.give_up(answer.anew)
            return Changes()
        asked = frozenset(self._doubted)
        try:
            changes = self.apply(lambda: self.local.mend(answer.mended, answer.others))
        except MassRemoval:
            raise
        except Diverged as error:
            self.give_up([str(error.facts["bucket"])])
        except Conflict:  # rows that do not fit one another: all of them have to come
            self.give_up(asked)
        else:
            if changes is not None:
                self._doubted -= asked
                return changes
        return Changes()

    def cannot_ask(self) -> None:
        """The centre is of before, and compares nothing."""
        self.give_up(sorted(self._doubted))

    def give_up(self, buckets: Iterable[str]) -> None:
        """Have the buckets filled anew."""
        for bucket in buckets:
            self.local.refill(bucket)
            self._doubted.discard(bucket)
