"""Pages through the platform's own print system: a real CUPS queue, where CUPS is installed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from kundcenter.adapters.paper.summary import SummaryPages
from tests.cups import QUEUE, Cups, cups
from tests.domain.supervision.summed_up import made

# Qt and libcups remember for the whole process which print system they once found.
PRINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.printing import PrinterAway, printers, send
app = QApplication(["print"])
print(*printers().names)
try:
    send(Path(sys.argv[1]).read_bytes(), sys.argv[2], "Skiftsammanfattning")
except PrinterAway:
    print("away")
"""


@pytest.fixture(scope="module")
def print_system() -> Iterator[Cups]:
    with cups() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    file = folder / "pages.pdf"
    file.write_bytes(SummaryPages(folder)(made()))
    return file


def sent(found: Cups, file: Path, queue: str) -> list[str]:
    """What a program of its own said that printed the file."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT, str(file), queue],
        env={**found.environment, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.stdout.split()


def test_every_page_comes_out_of_the_queue_as_it_was_set(print_system: Cups, pages: Path) -> None:
    assert sent(print_system, pages, QUEUE) == [QUEUE]
    out, wanted = print_system.printed(), pages.read_bytes()
    read, meant = PdfReader(BytesIO(out)).pages, PdfReader(BytesIO(wanted)).pages
    assert len(read) == len(meant)
    for page in read:
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]  # A4
    for at in range(len(read)):
        one, other = (shrunk(each, at) for each in (out, wanted))
        unlike = sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
        assert unlike < 4, f"page {at + 1}: {unlike}"
    # An upside-down or a missing page would differ far more than scaling does.
    first, second = (shrunk(wanted, at) for at in (0, 1))
    assert sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first) > 4


def test_the_job_is_named_for_its_kind_and_a_printer_that_is_gone_is_told(
    print_system: Cups, pages: Path
) -> None:
    print_system.printed()
    assert "Skiftsammanfattning" in print_system.jobs
    assert sent(print_system, pages, "Borta")[-1] == "away"


def shrunk(pdf: bytes, at: int) -> bytes:
    """A page as a small grey picture: what is printed is a picture of 300 dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[at].render(scale=1.0, grayscale=True).to_pil()
        return bytes(page.resize((149, 211)).tobytes())
    finally:
        document.close()
