"""What the service desk says of questions and cards."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.service_desk.axes import Handling
from kundcenter.domain.service_desk.topics import Topic
from ui.badges import Badge
from ui.labels import label
from ui.theme.colours import ToneName


def handling_text(handling: Handling) -> str:
    """Who handles it, and who else: "Vårdcentralen, annars 1177 på telefon"."""
    otherwise = QCoreApplication.translate("service_desk", ", annars ")
    return otherwise.join(label(each) for each in handling.handlers)


def review_badge(topic: Topic, today: date) -> Badge:
    """When the card was last read through, and whether that is too long ago."""
    translate = QCoreApplication.translate
    reviewed = topic.told.reviewed_on
    if topic.retired_at is not None:
        return Badge(translate("service_desk", "Ur bruk"), ToneName.NEUTRAL, "close")
    if reviewed is None:
        words = translate("service_desk", "Aldrig granskat")
        return Badge(words, ToneName.WARNING, "clock")
    if topic.overdue(today):
        words = translate("service_desk", "Granskning försenad")
        return Badge(words, ToneName.WARNING, "clock")
    words = translate("service_desk", "Granskat {day}").format(day=reviewed.isoformat())
    return Badge(words, ToneName.NEUTRAL, "check-circle")


def demonstration_badge() -> Badge:
    words = QCoreApplication.translate("service_desk", "Demonstration")
    return Badge(words, ToneName.INFO, "info")
