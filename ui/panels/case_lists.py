"""What a list of cases shows of each.  Nobody is named in it, and nothing says why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.case_clocks import Heed
from kundcenter.domain.case_codes import ClockKind
from ui.badges import Badge
from ui.case_keeper import CaseKeeper
from ui.case_words import (
    CaseLine,
    flag_icon,
    flag_words,
    heeded_badge,
    kind_badge,
    short_day,
)
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.link import Marks, mark_column
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.times import clock

translate = QCoreApplication.translate


KIND, SERVICE, WHOSE, UNIT = 3, 4, -3, -1  # columns, from the left and from the right


class CaseRows:
    """What the columns need to know, and the words that a list is searched in."""

    def __init__(self, tasks: Tasks, services: Services) -> None:
        self._cases = CaseKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        self._marks = Marks.of(tasks, services)

    def model(self, parent: QWidget) -> RecordModel[CaseLine]:
        columns = (
            Column(
                translate("CaseRows", "Nu är det"),
                self._left,
                badge=self._heed,
                tip=self._left,
                width=14,
            ),
            Column(translate("CaseRows", "Nästa"), self._next, tip=self._next, width=18),
            Column(
                translate("CaseRows", "Märkt"),
                flags,
                icon=lambda each: flag_icon(each.case),
                tip=flags,
                width=9,
            ),
            _kind(width=10),
            _kind(width=19),  # an e-service has a long name
            Column(
                translate("CaseRows", "Läge"),
                lambda each: label(each.case.stage),
                tip=lambda each: label(each.case.stage),
                width=12,
            ),
            *mark_column(self._marks, lambda each: self._marks.badge("case", each.case.id)),
            Column(translate("CaseRows", "Vems"), self.owner, tip=self.owner, width=8),
            Column(translate("CaseRows", "Nummer"), lambda each: each.case.number, width=11),
            Column(translate("CaseRows", "Enhet"), self.unit, tip=self.unit, width=9),
        )
        return RecordModel[CaseLine](columns, key=lambda each: each.case.id, parent=parent)

    def words(self, line: CaseLine) -> str:
        """Everything that a list can be searched for."""
        parts = (
            line.case.number,
            line.case.number.replace("-", ""),
            kind_badge(line.case).text,
            label(line.case.kind),
            label(line.case.stage),
            label(line.heed) if line.heed is not None else "",
            self.owner(line),
            self.unit(line),
            *flag_words(line.case),
        )
        return " ".join(parts).casefold()

    def owner(self, line: CaseLine) -> str:
        """Whose it is; nothing where it is nobody's."""
        owner = line.case.owner
        if owner is None:
            return translate("CaseRows", "Ingens")
        if owner == self._cases.me:
            return translate("CaseRows", "Mitt")
        return self._cases.name(owner) or translate("CaseRows", "En kollega")

    def unit(self, line: CaseLine) -> str:
        """The unit's name, or nothing."""
        unit_id = line.case.facts.unit_id
        return self._units.name(unit_id) if unit_id is not None else ""

    def _heed(self, line: CaseLine) -> Badge | None:
        if line.clock is None or line.heed is None:
            return None
        return heeded_badge(line.clock, line.heed, self._cases.now)

    def _left(self, line: CaseLine) -> str:
        badge = self._heed(line)
        return badge.text if badge is not None else ""

    def _next(self, line: CaseLine) -> str:
        """The last day, and of what; of an advice the clock; of what waits, since when."""
        today, told = local(self._cases.now).date(), line.clock
        if told is None:
            return ""
        if line.heed is Heed.WAITING and line.case.paused_since is not None:
            words = translate("CaseRows", "sedan {day}: {what}")
            return words.format(what=label(told.kind), day=short_day(line.case.paused_since, today))
        until = short_day(told.day, today)
        if told.kind is ClockKind.ADVICE and told.day == today:
            until = clock(told.ends)
        return translate("CaseRows", "{day}: {what}").format(what=label(told.kind), day=until)


def _kind(width: int) -> Column[CaseLine]:
    return Column(
        translate("CaseRows", "Ärende"),
        lambda each: kind_badge(each.case).text,
        badge=lambda each: kind_badge(each.case),
        tip=lambda each: kind_badge(each.case).text,
        width=width,
    )


def flags(line: CaseLine) -> str:
    """What has to be known before it is opened."""
    return ", ".join(flag_words(line.case))
