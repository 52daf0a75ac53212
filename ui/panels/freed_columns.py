"""The columns of the list of times that were let go.  They name nobody."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.domain.freed_times import FreedItem
from ui.directory_keeper import DirectoryKeeper
from ui.freed_words import item_badge, left_badge, short_words
from ui.link import Marks, mark_column
from ui.records import Column, RecordModel

TYPE, ASKED = 4, 5  # the columns that are told beside the list too


def freed_model(
    marks: Marks, keeper: DirectoryKeeper, me: Callable[[], UUID | None], parent: QObject
) -> RecordModel[FreedItem]:
    """`me` is who sits there now: their own time is told from a colleague's."""
    translate = QCoreApplication.translate
    return RecordModel[FreedItem](
        (
            Column(
                translate("FreedMinute", "Börjar om"),
                lambda item: left_badge(item.timeslot.starts_at, keeper.now).text,
                badge=lambda item: left_badge(item.timeslot.starts_at, keeper.now),
                sort=lambda item: item.timeslot.starts_at,
                width=12,
            ),
            Column(
                translate("FreedMinute", "Tid"),
                lambda item: short_words(item.timeslot, keeper.now),
                sort=lambda item: item.timeslot.starts_at,
                width=15,
            ),
            Column(
                translate("FreedMinute", "Enhet"),
                lambda item: keeper.name(item.freed.unit_id),
                tip=lambda item: keeper.name(item.freed.unit_id),
            ),
            Column(
                translate("FreedMinute", "Läge"),
                lambda item: item_badge(item, me(), keeper.now).text,
                badge=lambda item: item_badge(item, me(), keeper.now),
                width=12,
            ),
            Column(
                translate("FreedMinute", "Tidstyp"), lambda item: item.timeslot.category, width=16
            ),
            Column(
                translate("FreedMinute", "Frågade"),
                lambda item: str(item.freed.offers),
                figures=True,
                width=8,
            ),
            *mark_column(marks, lambda item: marks.badge("freed_time", item.freed.id)),
        ),
        key=lambda item: item.freed.id,
        parent=parent,
    )
