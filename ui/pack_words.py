"""Content packs in words: how a pack stands, what bringing one in would change, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.packs import Pack
from kundcenter.domain.packs.checks import PackFaulty
from kundcenter.domain.packs.plan import Difference, PackPlan
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.texts import sentence
from ui.theme.colours import ToneName

SHOWN = 60  # faults; who has more mends these first
_FIELDS: dict[str, object] = {  # marked for translation, so only objects to the types
    "reason": QT_TRANSLATE_NOOP("packs", "Kontaktorsak"),
    "title": QT_TRANSLATE_NOOP("packs", "Rubrik"),
    "words": QT_TRANSLATE_NOOP("packs", "Sökord"),
    "threats": QT_TRANSLATE_NOOP("packs", "Livshot"),
    "questions": QT_TRANSLATE_NOOP("packs", "Frågor"),
    "advice": QT_TRANSLATE_NOOP("packs", "Råd"),
    "call_back": QT_TRANSLATE_NOOP("packs", "Återkom om"),
    "author": QT_TRANSLATE_NOOP("packs", "Författare"),
    "written_on": QT_TRANSLATE_NOOP("packs", "Skrivet"),
    "review_on": QT_TRANSLATE_NOOP("packs", "Granskas senast"),
}


def pack_badge(pack: Pack, in_force: frozenset[object], today: date) -> Badge:
    """How a version of a pack stands; `in_force` are the ids of those that are read."""
    translate = QCoreApplication.translate
    if pack.retired_at is not None:
        return Badge(translate("packs", "Ur bruk"), ToneName.NEUTRAL, "minus")
    if pack.approved_at is None:
        return Badge(translate("packs", "Väntar på godkännande"), ToneName.WARNING, "clock")
    if pack.id not in in_force:
        return Badge(translate("packs", "Gällde förr"), ToneName.NEUTRAL, "clock")
    if pack.overdue(today):
        return Badge(translate("packs", "Gäller, granskning försenad"), ToneName.WARNING, "warning")
    return Badge(translate("packs", "Gäller"), ToneName.SUCCESS, "check-circle")


def field_word(name: str) -> str:
    """What a field of a topic or a pack is called."""
    if name not in _FIELDS:
        return name
    return QCoreApplication.translate("packs", str(_FIELDS[name]))


def plan_lines(plan: PackPlan) -> list[str]:
    """What bringing the pack in would do, a line each."""
    translate = QCoreApplication.translate
    lines = list(_differences(plan.about, ""))
    lines += [translate("packs", "Nytt ämne: {title}").format(title=t.title) for t in plan.new]
    for change in plan.changed:
        words = translate("packs", "Ändrat ämne: {title}")
        lines.append(words.format(title=change.newer.title))
        lines += _differences(change.differences, "    ")
    lines += [translate("packs", "Borta: {title}").format(title=t.title) for t in plan.gone]
    kept = translate("packs", "Egen lydelse behålls: {topic}")
    lines += [kept.format(topic=each.topic_code) for each in plan.kept_edits]
    both = translate("packs", "Ändrat både här och i paketet, den egna lydelsen står kvar: {topic}")
    lines += [both.format(topic=each.edit.topic_code) for each in plan.conflicts]
    return lines


def plan_summary(plan: PackPlan) -> str:
    """The counts, and what speaks against it."""
    translate = QCoreApplication.translate
    if plan.known:
        return translate("packs", "Versionen är redan inläst.")
    words = translate("packs", "{new} nya ämnen, {changed} ändrade, {gone} borta, {same} lika.")
    told = words.format(
        new=len(plan.new), changed=len(plan.changed), gone=len(plan.gone), same=plan.same
    )
    if plan.older:
        older = translate("packs", "Den är äldre än {since}, som finns här.")
        told = f"{told} {older.format(since=plan.since)}"
    return told


def explained(error: KundcenterError) -> str:
    """Why a pack or a topic is not kept, with each place."""
    if not isinstance(error, PackFaulty):
        return sentence(error)
    lines = [f"{each.place}: {label(each.fault)}" for each in error.faults[:SHOWN]]
    return "\n".join((sentence(error), *lines))


def _differences(found: Iterable[Difference], before: str) -> Iterable[str]:
    for each in found:
        yield f"{before}{field_word(each.field)}:"
        yield from (f"{before}    − {line}" for line in each.older if line not in each.newer)
        yield from (f"{before}    + {line}" for line in each.newer if line not in each.older)
