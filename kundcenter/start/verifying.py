"""Read everything that a profile keeps, and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from db.backup import CopyMissing, LabelMissing, is_copy, read_label
from db.commits import Heads
from db.mirror.reading import Mirrored
from db.mirror.segments import Damage
from db.progress import Progress, silent
from db.verify import Finding, Noted, Part, Verdict, verify, verify_chains
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.profile import Profile
from kundcenter.domain.access_log import Head
from kundcenter.start.anchored import anchors_of
from kundcenter.start.reconcile import MirrorTerms, tell


def verify_profile(profile: Profile, source: KeySource, *, progress: Progress = silent) -> Verdict:
    """The verdict on the profile's database and mirror together.

    Raises what Profile.key raises; MirrorUnreadable, StoreBusy.
    """
    key = _key(profile, source)
    told = tell(MirrorTerms(profile.mirror, key, profile.id), None)
    noted = (_noted(told, profile.id),)
    verdict = verify(profile.database, key, noted=_gathered(noted), progress=progress)
    return _with_mirror(verdict, told, profile)


def audit_profile(
    profile: Profile,
    source: KeySource,
    *,
    witnesses: Iterable[Path] = (),
    progress: Progress = silent,
) -> Verdict:
    """The verdict on both chains alone, with the mirror, the labels of copies and the anchors of
    the centre as witnesses.

    Raises what Profile.key raises; LabelMissing, MirrorUnreadable, StoreBusy, StoreDamaged.
    """
    key = _key(profile, source)
    told = tell(MirrorTerms(profile.mirror, key, profile.id), None)
    labels: list[Noted] = []
    for witness in witnesses:
        label = read_label(witness)
        if label is None:
            raise LabelMissing
        labels += label.noted()
    anchored, wrong = anchors_of(profile, key)
    noted = tuple(_gathered((*labels, anchored, _noted(told, profile.id))))
    verdict = verify_chains(profile.database, key, noted=noted, progress=progress)
    verdict = replace(verdict, findings=(*verdict.findings, *wrong))
    return _with_mirror(verdict, told, profile)


def verify_copy(
    profile: Profile, source: KeySource, copy: Path, *, progress: Progress = silent
) -> Verdict:
    """The verdict on a copy that was made with the profile's key.  Raises CopyMissing."""
    if not is_copy(copy):
        raise CopyMissing
    label = read_label(copy)
    noted = label.noted() if label else ()
    return verify(copy, _key(profile, source), noted=noted, progress=progress)


def _key(profile: Profile, source: KeySource) -> bytes:
    kept = profile.key(source)
    key = bytes(kept)
    wipe(kept)
    return key


def _noted(told: Mirrored, device_id: UUID) -> Noted:
    return Noted(
        device_id,
        tuple(Head(link.n, link.hash) for link in told.operations()),
        tuple(Head(link.n, link.hash) for link in told.accesses()),
    )


def _with_mirror(verdict: Verdict, told: Mirrored, profile: Profile) -> Verdict:
    """The verdict, and what is wrong with the mirror: a witness that is gone says nothing.

    What copies hold is deleted from the mirror, but never its newest segment, and every opening
    begins one for a database that has none.  Only a demo is filled without a mirror.
    """
    worked = verdict.heads_of(profile.id) != Heads()
    gone = told.last is None and worked and not profile.demo
    missing = (Finding(Part.MIRROR, Damage.MISSING),) if gone else ()
    return replace(verdict, findings=(*verdict.findings, *_mirror(told), *missing))


def _mirror(told: Mirrored) -> Iterator[Finding]:
    for fault in told.faults:
        yield Finding(Part.MIRROR, fault.damage, str(fault.segment), fault.frame)


def _gathered(noted: Iterable[Noted]) -> Iterator[Noted]:
    """What all witnesses say of one device, in the order of the chains."""
    by_device: dict[object, list[Noted]] = {}
    for each in noted:
        by_device.setdefault(each.device_id, []).append(each)
    for same in by_device.values():
        yield Noted(
            same[0].device_id,
            _ordered(head for each in same for head in each.operations),
            _ordered(head for each in same for head in each.accesses),
        )


def _ordered(heads: Iterable[Head]) -> tuple[Head, ...]:
    return tuple(sorted((head for head in heads if head.n), key=lambda head: head.n))
