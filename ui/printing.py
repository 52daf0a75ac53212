"""Pages on the screen and on the platform's printers.  For the outside lane, not the GUI's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSaveFile
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kundcenter.errors import Unavailable

PREVIEW_DPI = 96
PRINT_DPI = 300


class PrinterAway(Unavailable):
    """The printer is gone, or did not take the job."""

    code = "printer.away"


class PaperNotSaved(Unavailable):
    """The file could not be written where it was wanted.  Facts: none; a name may tell of whom."""

    code = "paper.not_saved"


@dataclass(frozen=True, slots=True)
class Printers:
    """The names of the platform's print queues, and which of them is the default."""

    names: tuple[str, ...]
    default: str = ""


def printers() -> Printers:
    """Ask the platform; a network of printers may take its time."""
    names = tuple(QPrinterInfo.availablePrinterNames())
    default = QPrinterInfo.defaultPrinterName()
    return Printers(names, default if default in names else "")


def pages(pdf: bytes, dpi: int = PREVIEW_DPI) -> tuple[QImage, ...]:
    """Every page of a PDF as a picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_picture(document[at], dpi) for at in range(len(document)))
    finally:
        document.close()


def send(pdf: bytes, printer_name: str, title: str) -> None:
    """Print every page on A4.  `title` is the name of the job: never a name or a number.

    Raises PrinterAway.
    """
    info = QPrinterInfo.printerInfo(printer_name)
    if info.isNull():
        raise PrinterAway
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            printer.pageLayout().margins(),
        )
    )
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterAway
    for at, picture in enumerate(pages(pdf, PRINT_DPI)):
        if at and not printer.newPage():
            painter.end()
            raise PrinterAway
        painter.drawImage(QRectF(painter.viewport()), picture)
    painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise PrinterAway


def save(pdf: bytes, name: str) -> None:
    """Put a PDF in a file, whole or not at all, readable by its owner alone.

    Raises PaperNotSaved.
    """
    file = QSaveFile(name)
    mine = QSaveFile.Permission.ReadOwner | QSaveFile.Permission.WriteOwner
    if not (
        file.open(QSaveFile.OpenModeFlag.WriteOnly)
        and file.setPermissions(mine)
        and file.write(pdf) == len(pdf)
        and file.commit()
    ):
        raise PaperNotSaved


def _picture(page: Any, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
    picture = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGB888,
    )
    return picture.copy()  # its own memory: the bitmap's goes with the document
