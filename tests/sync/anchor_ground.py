"""The ground of the anchors' tests: a centre that anchors, and a desk that keeps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.exchange_tables import anchors as anchor_table
from db.sync.anchors import SqlAnchors
from db.sync.noted_anchors import SqlNotedAnchors
from kundcenter.adapters.anchor_signing import AnchorCheck, AnchorKey
from kundcenter.domain.anchors import Anchor, Handed
from kundcenter.start.desk import new_id
from kundcenter.sync.anchoring import AnchorKeeper, Handing
from tests.sync.ground import Centre, Side

KEY = AnchorKey(bytes(range(100, 132)))
CHECK = AnchorCheck(KEY.public).check


@dataclass(slots=True)
class Pair:
    """A centre that anchors, and a desk that keeps what it is handed."""

    centre: Centre
    side: Side
    anchors: SqlAnchors
    handing: Handing
    noted: SqlNotedAnchors
    keeper: AnchorKeeper

    def work(self) -> None:
        """Something that changes the desk's heads, and that the centre is told."""
        self.side.unit(f"Enhet {new_id()}", hsa_id=f"SE0000000001-{new_id().hex[-8:]}")
        self.side.talk(self.centre)

    def anchored(self) -> Anchor:
        self.work()
        made = self.anchors.make(KEY.sign, self.centre.clock())
        assert made is not None
        return made

    def handed(self) -> Handed | None:
        return self.handing.handed(self.side.device_id, self.keeper.seen())

    def take(self) -> None:
        handed = self.handed()
        assert handed is not None
        self.keeper.take(handed)

    def fill(self, count: int) -> None:
        """So many anchors more, with nothing new in them."""
        last = self.anchors.newest()
        assert last is not None
        rows = []
        for _ in range(count):
            last = KEY.sign(replace(last, n=last.n + 1, previous_hash=last.hash).hashed())
            rows.append({name: getattr(last, name) for name in Anchor.__slots__})
        with self.centre.engine.begin() as connection:
            connection.execute(anchor_table.insert(), rows)
