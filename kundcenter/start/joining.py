"""Join an open desk with its centre: the key, the client, the link.

Imported only at a desk that has a centre.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from db.commits import Commit
from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.changes import Changes
from kundcenter.domain.link import LinkState
from kundcenter.domain.tickets import Ended
from kundcenter.settings import CentreSettings
from kundcenter.start.anchored import anchor_keeper
from kundcenter.start.link import Link, LinkTerms, nobody
from kundcenter.start.opening import OpenDesk
from kundcenter.sync.history import Wishes


def begin_link(
    desk: OpenDesk,
    centre: CentreSettings,
    *,
    tell: Callable[[LinkState], object],
    announce: Callable[[Changes], object],
    ended: Callable[[Ended], object] = nobody,
    erase: Callable[[], object] = nobody,
) -> Link:
    """The desk's link, which follows its commits from now on.

    `tell`, `announce`, `ended` and `erase` are called from the link's thread.
    """
    assert desk.local is not None, "the desk was opened without its side of the exchange"
    anchors = anchor_keeper(desk, centre)
    assert desk.wishes is not None, "the desk was opened without its side of the exchange"
    terms = LinkTerms(
        tell,
        announce,
        ended,
        erase,
        idle=desk.local.look_over,
        now=desk.desk.now,
        anchors=anchors,
        wishes=desk.wishes,
    )
    link = Link(desk.local, client_of(desk, centre), terms)
    desk.wishes.wake = link.nudge
    desk.followers.append(partial(_nudge, link, desk.wishes))
    link.start()
    return link


def client_of(desk: OpenDesk, centre: CentreSettings) -> Callable[[], CentreClient]:
    """What makes a connection of the desk's to the centre."""
    ca_file = None if centre.ca_file is None else desk.profile.folder / centre.ca_file
    return partial(
        CentreClient,
        centre.url,
        device_id=desk.profile.id,
        key=DeviceKey(desk.key, desk.profile.id),
        ca_file=ca_file,
    )


def _nudge(link: Link, wishes: Wishes, commit: Commit) -> None:
    wishes.looked(commit.accesses)
    if commit.operation is not None or commit.accesses:
        link.nudge()
