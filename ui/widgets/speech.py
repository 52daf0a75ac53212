"""What a screen reader is told: names, descriptions and announcements."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def named(widget: QWidget, name: str, description: str = "") -> None:
    """Give a widget the name it has for assistive technology; an empty one is a defect."""
    if not name.strip():
        raise ValueError(f"{type(widget).__name__} needs an accessible name")
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Have `sentence` spoken without moving the focus."""
    if not sentence or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, sentence)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
