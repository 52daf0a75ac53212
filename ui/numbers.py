"""How telephone numbers are said on the screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.calls import Call, Channel
from kundcenter.domain.phone_numbers import PhoneNumberInvalid, parse


def shown_number(number: str | None) -> str:
    """The national grouping; the word for a withheld number; what cannot be read, as it is."""
    if number is None:
        return QCoreApplication.translate("numbers", "Dolt nummer")
    return _grouped(number)


def number_of_call(call: Call) -> str:
    """Who calls, as it may stand in lists and titles.

    A call registered by hand has no number, but nobody has withheld one.  That of somebody with
    protected identity is on the open card alone (DOMAIN §1.4).
    """
    if call.number_hidden:
        return QCoreApplication.translate("numbers", "Skyddat nummer")
    if call.number is None and call.channel is Channel.MANUAL:
        return QCoreApplication.translate("numbers", "Utan nummer")
    return shown_number(call.number)


def number_on_card(call: Call) -> str:
    """Who calls, for the operator who has the call open: a hidden number too, marked as such.

    Only on the own open card and on the screen of a call to 112: somebody must be able to ring
    back, and to tell 112 (DOMAIN §1.4).  Empty where there is no number.
    """
    if not call.number:
        return ""
    shown = shown_number(call.number)
    if not call.number_hidden:
        return shown
    words = QCoreApplication.translate("numbers", "{number} (skyddat nummer)")
    return words.format(number=shown)


@lru_cache(maxsize=4_096)  # a list paints the same numbers again and again
def _grouped(number: str) -> str:
    try:
        read = parse(number)
    except PhoneNumberInvalid:
        return number
    return read.shown() if read else number
