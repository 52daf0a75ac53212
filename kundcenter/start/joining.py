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
from kundcenter.settings import CentreSettings
from kundcenter.start.link import Link, LinkTerms
from kundcenter.start.opening import OpenDesk


def begin_link(
    desk: OpenDesk,
    centre: CentreSettings,
    *,
    tell: Callable[[LinkState], object],
    announce: Callable[[Changes], object],
) -> Link:
    """The desk's link, which follows its commits from now on.

    `tell` and `announce` are called from the link's thread.
    """
    assert desk.local is not None, "the desk was opened without its side of the exchange"
    folder = desk.profile.folder
    ca_file = None if centre.ca_file is None else folder / centre.ca_file
    client = partial(
        CentreClient,
        centre.url,
        device_id=desk.profile.id,
        key=DeviceKey(desk.key, desk.profile.id),
        ca_file=ca_file,
    )
    link = Link(desk.local, client, LinkTerms(tell, announce, now=desk.desk.now))
    desk.followers.append(partial(_nudge, link))
    link.start()
    return link


def _nudge(link: Link, commit: Commit) -> None:
    if commit.operation is not None or commit.accesses:
        link.nudge()
