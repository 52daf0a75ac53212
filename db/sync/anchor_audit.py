"""Read every anchor of the centre, and say what is wrong with it.

Each root is computed anew from the heads that lie beside the anchors, each link of their chain and
each signature is checked, and all of it against witnesses that lay elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import Connection

from db.sync.anchors import walked
from db.verify import Finding, Part
from kundcenter.domain import merkle
from kundcenter.domain.access_log import ChainFault, Fault, Head, faults
from kundcenter.domain.anchors import Anchor, AnchorForged, DeviceHead, Witness

Check = Callable[[Anchor], None]
"""Raises AnchorForged for what the centre has not signed."""


class AnchorAudit:
    """Walks the anchors once."""

    def __init__(self, check: Check, witnesses: Sequence[Witness]) -> None:
        self._check = check
        self._trusted = [each for each in witnesses if not self._forged_witness(each)]
        self._forged = [each.anchor.n for each in witnesses if self._forged_witness(each)]
        self._epochs: dict[int, UUID] = {}
        self.count = 0
        self.newest: Anchor | None = None
        self.devices: set[UUID] = set()

    def findings(self, connection: Connection) -> Iterator[Finding]:
        """What is wrong with the anchors themselves."""
        for n in self._forged:
            yield Finding(Part.ANCHORS, "forged_witness", n=n)
        bad: list[Finding] = []
        told = ordered(Head(each.anchor.n, each.anchor.hash) for each in self._trusted)
        for fault in tuple(faults(self._links(connection, bad), told)):
            yield self._named(fault)
        yield from bad

    def own_heads(self, device_id: UUID) -> Iterator[DeviceHead]:
        """What witnesses have shown of a desk, of anchors that are still to be the centre's."""
        for each in self._trusted:
            put_back = self._epochs.get(each.anchor.n, each.anchor.epoch) != each.anchor.epoch
            if each.device_id == device_id and each.own is not None and not put_back:
                yield DeviceHead(device_id, each.own.operation, each.own.access)

    def _named(self, found: ChainFault) -> Finding:
        """A centre that was put back has another epoch, and says so itself."""
        later = (each.anchor for each in self._trusted if each.anchor.n >= found.n)
        its = min(later, key=lambda anchor: anchor.n, default=None)
        mine = self._epochs.get(found.n, self.newest.epoch if self.newest else None)
        of_witness = found.fault in {Fault.REBUILT, Fault.TRUNCATED}
        put_back = of_witness and its is not None and mine != its.epoch
        return Finding(Part.ANCHORS, "put_back" if put_back else found.fault, n=found.n)

    def _links(self, connection: Connection, bad: list[Finding]) -> Iterator[Anchor]:
        heads: dict[UUID, DeviceHead] = {}
        leaves: dict[UUID, bytes] = {}
        witnessed = {each.anchor.n for each in self._trusted}
        for anchor, written in walked(connection):
            for head in written:
                id = head.device_id
                if id in heads and not heads[id].precedes(head):
                    bad.append(Finding(Part.ANCHORS, "root", str(id), anchor.n))
                heads[id], leaves[id] = head, head.hashed
                self.devices.add(id)
            root = merkle.root([leaves[id] for id in sorted(leaves)])
            if (root, len(leaves)) != (anchor.root, anchor.size):
                bad.append(Finding(Part.ANCHORS, "root", n=anchor.n))
            if self._is_forged(anchor):
                bad.append(Finding(Part.ANCHORS, "forged", n=anchor.n))
            if anchor.n in witnessed:
                self._epochs[anchor.n] = anchor.epoch
            self.count, self.newest = self.count + 1, anchor
            yield anchor

    def _is_forged(self, anchor: Anchor) -> bool:
        try:
            self._check(anchor)
        except AnchorForged:
            return True
        return False

    def _forged_witness(self, witness: Witness) -> bool:
        anchor = witness.anchor
        if self._is_forged(anchor) or anchor.digest() != anchor.hash:
            return True
        if witness.own is None or witness.device_id is None:
            return False
        return not witness.own.proven_by(anchor, witness.device_id)


def ordered(heads: Iterable[Head]) -> list[Head]:
    """Heads in the order of their numbers, without those of empty chains."""
    return sorted((head for head in heads if head.n), key=lambda head: head.n)
