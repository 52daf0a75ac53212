"""A file of booked times or free times, whichever it is: crm:scheduling's XML, or a table."""

from __future__ import annotations

from datetime import date

from kundcenter.adapters.riv_scheduling import read_scheduling
from kundcenter.adapters.text_file import BEGINNING, decoded_as, is_markup, opened, read_bytes
from kundcenter.domain.booking_files import read_bookings
from kundcenter.domain.booking_sheets import BookingFileTooLarge, BookingSheet
from kundcenter.domain.unit_sheets import FILE_LIMIT


def read_booking_file(path: str, today: date) -> BookingSheet:
    """The rows of a file; `today` tells which century a short personal number means.

    What begins with < is XML, whatever its name.  Raises TextFileAway, BookingFileTooLarge,
    NotTextFile.
    """
    with opened(path) as file:
        if is_markup(file.read(BEGINNING)):
            file.seek(0)
            return read_scheduling(file, today)
    text, encoding = decoded_as(read_bytes(path, FILE_LIMIT, BookingFileTooLarge))
    return read_bookings(text, today, encoding=encoding)
