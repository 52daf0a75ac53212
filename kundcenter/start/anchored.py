"""The centre's anchors at a desk: what keeps them, what they say of its log, and their file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from db.connect import Access, open_local
from db.faults import translated
from db.migrate import revision
from db.sync.noted_anchors import SINCE, NotedAnchor, SqlNotedAnchors, all_of, doubt_of
from db.verify import Finding, Noted, Part
from kundcenter.adapters.anchor_signing import AnchorCheck
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.profile import Profile
from kundcenter.domain.anchors import Anchor, AnchorForged, Witness
from kundcenter.settings import CentreSettings
from kundcenter.start.settings_file import SETTINGS, read_settings
from kundcenter.sync.anchoring import AnchorKeeper

if TYPE_CHECKING:
    from kundcenter.start.opening import OpenDesk


def anchor_keeper(desk: OpenDesk, centre: CentreSettings) -> AnchorKeeper | None:
    """What takes the centre's anchors; None where the settings know no key of the centre."""
    if not centre.ticket_key:
        return None
    noted = SqlNotedAnchors(desk.engine, desk.profile.id)
    return AnchorKeeper(noted, AnchorCheck(centre.ticket_key).check, desk.desk.now)


def anchors_of(profile: Profile, key: bytes) -> tuple[Noted, tuple[Finding, ...]]:
    """What the centre's anchors bear witness of, and what is wrong with the anchors themselves.

    Raises StoreDamaged, StoreBusy, SettingsWrong.
    """
    centre = read_settings(profile.folder / SETTINGS).centre
    if centre is None or not centre.ticket_key:
        return Noted(profile.id), ()
    kept, doubt = _kept(profile, key)
    check = AnchorCheck(centre.ticket_key).check
    wrong = list(_wrong(kept, check))
    if doubt:
        wrong.append(Finding(Part.ANCHORS, "doubted"))
    forged = {each.n for each in wrong}
    own = [
        each.own
        for each in kept
        if each.own and each.anchor.n not in forged and each.own.proven_by(each.anchor, profile.id)
    ]
    unproven = (
        Finding(Part.ANCHORS, "unproven", n=each.anchor.n)
        for each in kept
        if each.own and not each.own.proven_by(each.anchor, profile.id)
    )
    noted = Noted(
        profile.id, tuple(each.operation for each in own), tuple(each.access for each in own)
    )
    return noted, (*wrong, *unproven)


def witness_of(profile: Profile, source: KeySource) -> tuple[Witness, ...]:
    """The anchors that the profile keeps, to be compared with the centre's own.

    Raises what Profile.key raises; StoreDamaged, StoreBusy.
    """
    kept, _ = _kept(profile, _key(profile, source))
    return tuple(Witness(each.anchor, profile.id if each.own else None, each.own) for each in kept)


def begin_anew(profile: Profile, source: KeySource) -> None:
    """Forget the anchors, and what did not fit: an administrator has looked at it.

    Raises what Profile.key raises; StoreDamaged, StoreBusy.
    """
    engine = open_local(profile.database, _key(profile, source), Access.WRITE)
    try:
        SqlNotedAnchors(engine, profile.id).begin_anew()
    finally:
        engine.dispose()


def _wrong(kept: Sequence[NotedAnchor], check: Callable[[Anchor], None]) -> Iterator[Finding]:
    before: Anchor | None = None
    for each in kept:
        anchor = each.anchor
        try:
            check(anchor)
            forged = anchor.digest() != anchor.hash
        except AnchorForged:
            forged = True
        if forged:
            yield Finding(Part.ANCHORS, "forged", n=anchor.n)
        follows = before is not None and (before.epoch, before.n + 1) == (anchor.epoch, anchor.n)
        if follows and before is not None and anchor.previous_hash != before.hash:
            yield Finding(Part.ANCHORS, "broken", n=anchor.n)
        before = anchor


def _kept(profile: Profile, key: bytes) -> tuple[tuple[NotedAnchor, ...], str]:
    engine = open_local(profile.database, key, Access.READ)
    try:
        with translated(), engine.connect() as connection:
            if (revision(connection) or "") < SINCE:  # opening it would upgrade it
                return (), ""
            return all_of(connection), doubt_of(connection)
    finally:
        engine.dispose()


def _key(profile: Profile, source: KeySource) -> bytes:
    kept = profile.key(source)
    key = bytes(kept)
    wipe(kept)
    return key
