"""A desk's conversation with the centre: gather, push, pull, apply.  Knows no network.

Whoever drives it asks what to say next, carries it to the centre, and brings the answer or the
news that none came.  It can be dropped at any moment and begun anew: all it needs is in the store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.feed import DeviceHeads, Page, Verdict, asked_for
from kundcenter.domain.tickets import Ended
from kundcenter.errors import Conflict
from kundcenter.operations import Operation
from kundcenter.sync.anchoring import AnchorKeeper
from kundcenter.sync.comparing import Comparison
from kundcenter.sync.history import Recall, Recalled, Wishes
from kundcenter.sync.other_epoch import go_over, is_ours, told_again
from kundcenter.sync.ports import Local
from kundcenter.sync.regained import Regained
from kundcenter.sync.wire import (
    MOST_ACCESSES,
    MOST_BYTES,
    MOST_OPERATIONS,
    Compared,
    Emptied,
    Erased,
    Hello,
    MayErase,
    Own,
    Owned,
    Pull,
    Push,
    Pushed,
    Sent,
    Standing,
    Stop,
    Wait,
    Welcome,
    Woken,
    pack,
    unpack,
)

_ROOM = MOST_BYTES - 64 * 1024  # for operations; the rest is for what is around them


class OtherCentre(Conflict):
    """The centre is not the one that this desk belongs to.  Facts: mine, its."""

    code = "sync.other_centre"


class Stopped(Conflict):
    """The desk and the centre disagree on what this desk has done.  Facts: standing."""

    code = "sync.stopped"


class Path(StrEnum):
    """Where a message goes."""

    HELLO = "hello"
    PUSH = "push"
    PULL = "pull"
    WAIT = "wait"
    COMPARE = "compare"
    OWN = "own"
    HISTORY = "history"
    EMPTIED = "emptied"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Ask:
    """The next thing to say to the centre."""

    path: Path
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class News:
    """What came of an answer.  `rejected` counts operations that were not carried out.

    Who is meant by `ended` may not go on at this desk.  `erase` says that the desk is to destroy
    its key and its files now, and then to say so (`farewell`).
    """

    changes: Changes = field(default_factory=Changes)
    rejected: int = 0
    ended: Ended = field(default_factory=Ended)
    erase: bool = False


@dataclass(slots=True)
class _Talk:
    """What is known from the centre in this conversation."""

    heads: DeviceHeads
    at: datetime
    pages: list[Page] = field(default_factory=list)
    through: dict[str, int] = field(default_factory=dict)
    pulled: bool = False
    wipe: bool = False
    doubts: Comparison = field(kw_only=True)
    recalls: bool = False  # it can be asked for what is past
    resending: bool = False  # the centre was put back in time, and is told again what it forgot


class Exchange:
    """One conversation.  `ask` says what next, `hear` takes the answer."""

    def __init__(
        self,
        local: Local,
        *,
        program: str = "",
        schema: str = "",
        most: int = MOST_OPERATIONS,
        anchors: AnchorKeeper | None = None,
        wishes: Wishes | None = None,
    ) -> None:
        """`most` operations are sent at a time: fewer where so many are too large for somebody."""
        self._local = local
        self._most = max(1, most)
        self._anchors = anchors
        self._wishes = wishes or Wishes()
        self._program, self._schema = program, schema
        self._talk: _Talk | None = None
        self._regained: Regained | None = None
        self._strayed = False  # the last page was of another epoch than the hello
        self._pending: Callable[[bytes], News] | None = None
        self.ended: frozenset[UUID] = frozenset()  # whose leave is over, as the centre said last

    def ask(self) -> Ask:
        """What to say next; a wait when there is nothing to say."""
        if self._regained is not None:
            return self._say(Path.OWN, Own(self._regained.heads), self._returned)
        if self._talk is None:
            return self._say(Path.HELLO, self._hello(), self._welcomed)
        push = self._push(self._talk)
        if push is not None:
            return self._say(Path.PUSH, push, self._pushed)
        if self._talk.wipe:
            return self._say(Path.EMPTIED, Emptied(self._talk.heads), self._granted)
        return self._fetch(self._talk)

    def _fetch(self, talk: _Talk) -> Ask:
        """What there is to hear."""
        if talk.doubts:
            return self._say(Path.COMPARE, talk.doubts.ask(), self._compared)
        wish = self._wishes.next() if talk.recalls and not talk.pages else None
        if wish is not None:
            return self._say(Path.HISTORY, wish, partial(self._recalled, wish))
        if not talk.pulled:
            return self._say(Path.PULL, self._pull(talk), self._paged)
        return self._say(Path.WAIT, Wait(self._local.cursors(), self.ended), self._woken)

    def hear(self, answer: bytes) -> News:
        """Take the answer to what was asked last.

        Raises MessageWrong, OtherCentre, Stopped, FeedHole, Diverged; then the conversation is
        to be begun anew, later.
        """
        assert self._pending is not None, "nothing was asked"
        pending, self._pending = self._pending, None
        return pending(answer)

    def look(self) -> None:
        """There may be something to send, or to fetch."""
        if self._talk is not None:
            self._talk.pulled = False

    def _say(self, path: Path, message: object, then: Callable[[bytes], News]) -> Ask:
        self._pending = then
        return Ask(path, pack(message))

    # -- hello -----------------------------------------------------------------------------------

    def _hello(self) -> Hello:
        local = self._local
        return Hello(
            local.device_id,
            local.heads(),
            local.epoch(),
            program=self._program,
            schema=self._schema,
            alone=local.alone(),
        )

    def _welcomed(self, answer: bytes) -> News:
        welcome = unpack(answer, Welcome)
        mine = self._local.epoch()
        if not is_ours(mine, welcome):
            raise OtherCentre(mine=mine, its=welcome.epoch)
        if welcome.at_once:
            return News(erase=True)
        if welcome.standing is Standing.FORK:
            raise Stopped(standing=welcome.standing)
        go_over(self._local, welcome)
        self.ended = frozenset(welcome.ended)
        if welcome.standing is Standing.AMNESIA:
            self._regained = Regained(self._local.heads(), welcome.heads)
            return News(ended=Ended(welcome.ended, welcome.ended_given))
        resending = self._local.resending()  # a bucket may be ours again when it is all there
        held = {*welcome.buckets, *(self._local.cursors() if resending else ())}
        changes = Changes() if welcome.wipe else self._local.hold(held, welcome.care_unit)
        self._talk = _Talk(
            welcome.heads,
            welcome.at,
            wipe=welcome.wipe,
            doubts=Comparison(self._local),
            recalls=welcome.recalls,
            resending=resending,
        )
        return News(changes, ended=Ended(welcome.ended, welcome.ended_given))

    def _returned(self, answer: bytes) -> News:
        """More of what this desk has done and its file does not know; when all of it, say hello."""
        regained, self._regained = self._regained, None
        assert regained is not None
        regained.take(unpack(answer, Owned))
        if regained.whole:
            self._local.take_back(regained.operations, regained.accesses)
        else:
            self._regained = regained
        return News()

    # -- push ------------------------------------------------------------------------------------

    def _push(self, talk: _Talk) -> Push | None:
        """The next operations, with every access record that was written before them."""
        heads = talk.heads
        # Also what the centre has judged already, where its answer was lost: it says it again.
        after = min(heads.operation.n, self._local.answered_through())
        operations: list[tuple[Operation, Sent]] = []
        room = _ROOM
        for operation in self._local.operations(after, self._most):
            sent = Sent.of(operation)
            room -= len(sent.body) + 400
            if room < 0 and operations:
                break
            operations.append((operation, sent))
        few = max(1, MOST_ACCESSES * self._most // MOST_OPERATIONS)
        accesses = self._local.accesses(heads.access.n, few)
        if not operations and not accesses:
            return None
        told = accesses[-1].n if accesses else heads.access.n
        ready = [each for each in operations if each[0].access.n <= told]
        again = told_again(self._local, [operation for operation, _ in ready])
        return replace(again, operations=tuple(sent for _, sent in ready), accesses=accesses)

    def _pushed(self, answer: bytes) -> News:
        talk = self._talk
        assert talk is not None
        pushed = unpack(answer, Pushed)
        self._local.answered(pushed.results)
        if pushed.stop is Stop.FORK:
            self._talk = None
            raise Stopped(standing=pushed.stop)
        talk.heads = pushed.heads
        talk.pulled = False
        forgotten = pushed.heads.operation.n < self._local.answered_through()
        if forgotten or (talk.resending and not self._local.resending()):
            self._talk = None  # the next hello tells how it all stands now
        lost = [each for each in pushed.results if each.verdict is not Verdict.APPLIED]
        known = self._local.cursors()
        if any(bucket not in known for each in pushed.results for bucket in each.effect):
            self._talk = None  # a new bucket: the next hello will tell of it
        return News(rejected=len(lost))

    # -- pull ------------------------------------------------------------------------------------

    def _pull(self, talk: _Talk) -> Pull:
        cursors = self._local.cursors()
        for page in talk.pages:
            cursors.update({part.bucket: part.through for part in page.buckets})
        anchor = self._anchors.seen() if self._anchors else None
        return Pull(cursors, talk.through, self._local.filling(), anchor=anchor)

    def _paged(self, answer: bytes) -> News:
        talk = self._talk
        assert talk is not None
        page = unpack(answer, Page)
        if page.epoch != self._local.epoch():
            self._talk, strayed, self._strayed = None, self._strayed, True
            if strayed:  # at one address it is now the one and now the other
                raise OtherCentre(mine=self._local.epoch(), its=page.epoch)
            return News()  # the next hello tells whether it is ours
        self._strayed = False
        self.ended = frozenset(page.ended)
        ended = Ended(page.ended, page.ended_given)
        if page.anchors is not None and self._anchors is not None:
            self._anchors.take(page.anchors)
        if page.anew:
            self._talk = None
            return News(ended=ended)
        lapsed = [part.bucket for part in page.buckets if part.anew]
        if lapsed:
            for bucket in lapsed:
                self._local.refill(bucket, lapsed=True)
            talk.pages, talk.through = [], {}
            return News(ended=ended)
        talk.pages.append(page)
        if page.more:  # half of it may hold rows without what they point to
            if not self._local.filling():  # a row that changes meanwhile comes only as it is last
                talk.through = talk.through or dict(page.heads)
            return News(ended=ended)
        pages, talk.pages, talk.through = talk.pages, [], {}
        changes = talk.doubts.apply(lambda: self._local.apply(pages))
        talk.pulled = changes is not None
        if talk.pulled:
            self._wishes.arrived()
        return News(changes or Changes(), ended=ended)

    def _compared(self, answer: bytes) -> News:
        talk = self._talk
        assert talk is not None
        compared = unpack(answer, Compared)
        if compared.epoch != self._local.epoch():
            self._talk = None
            raise OtherCentre(mine=self._local.epoch(), its=compared.epoch)
        if not (compared.mended or compared.anew):
            self._talk = None
            return News()
        talk.pulled = False
        return News(talk.doubts.hear(compared))

    def cannot_compare(self) -> None:
        """The centre knows nothing of what was asked last: it is of before."""
        if self._talk is not None:
            self._talk.doubts.cannot_ask()

    def _recalled(self, wish: Recall, answer: bytes) -> News:
        """What is past comes in the desk's own bucket, of which it may have to be told."""
        recalled = unpack(answer, Recalled)
        self._wishes.answered(wish, recalled)
        if recalled.past and asked_for(self._local.device_id) not in self._local.cursors():
            self._talk = None  # the next hello will tell of it
        elif recalled.past:
            self.look()
        return News()

    def _woken(self, answer: bytes) -> News:
        if unpack(answer, Woken).changed:
            self.look()
        return News()

    # -- the end -----------------------------------------------------------------------------------

    def _granted(self, answer: bytes) -> News:
        """Nothing is erased that was written since the centre was asked."""
        talk, self._talk = self._talk, None
        assert talk is not None
        granted = unpack(answer, MayErase).granted
        return News(erase=granted and self._local.heads() == talk.heads)

    @staticmethod
    def farewell() -> Ask:
        """What to say when the key is destroyed and the files are gone.  It needs no store."""
        return Ask(Path.ERASED, pack(Erased()))

    @property
    def centre_time(self) -> datetime | None:
        """What the centre's clock showed when it said hello."""
        return self._talk.at if self._talk else None
