"""The tour: what the README promises, played from the command line as a newcomer would."""

from __future__ import annotations

import faulthandler
import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from filelock import FileLock
from pypdf import PdfReader
from PySide6.QtGui import QImage

from kundcenter.start.tour.scenes_call import ADDED, ADVICE, ASSESSMENT, PAPER
from kundcenter.start.tour.scenes_review import REPORT

LONGEST = 480  # s on a machine that has much else to do; alone it takes a fifth
LISTED = re.compile(r'<figcaption>(.+)</figcaption><img src="(.+)" alt="">')


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tour that went well: one for all workers of this run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "tour"
    faulthandler.cancel_dump_traceback_later()  # a test's limit; the tour has one of its own
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            play(folder.with_suffix(".begun"))
            folder.with_suffix(".begun").rename(folder)
    return folder


def play(folder: Path) -> None:
    """On a screen of its own where there can be one."""
    surroundings = dict(os.environ)
    if shutil.which("Xvfb"):
        for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
            surroundings.pop(name, None)
    played = subprocess.run(
        (sys.executable, "-m", "tests.rig.tour", str(folder)),
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert played.returncode == 0, played.stderr


def listed(out: Path) -> dict[str, str]:
    """The pictures of the page, and what is said of each."""
    page = (out / "index.html").read_text(encoding="utf-8")
    return {unescape(file): unescape(sentence) for sentence, file in LISTED.findall(page)}


def test_every_picture_is_listed_with_a_sentence(out: Path) -> None:
    pictures = listed(out)
    assert {path.name for path in out.glob("*.png")} == set(pictures)
    assert len(pictures) > 100
    assert all(sentence[0].isupper() and sentence[-1] == "." for sentence in pictures.values())


def test_the_pictures_show_a_whole_window(out: Path) -> None:
    for file in listed(out):
        picture = QImage(str(out / file))
        assert (picture.width(), picture.height()) in {(1280, 800), (1920, 1080)}, file
        places = range(0, picture.width() * picture.height(), 997)
        seen = {picture.pixel(at % picture.width(), at // picture.width()) for at in places}
        assert len(seen) > 8, f"{file} is almost empty"


def test_no_two_steps_look_the_same(out: Path) -> None:
    pictures = [(out / file).read_bytes() for file in listed(out)]
    assert len(set(pictures)) == len(pictures)


def test_the_printed_page_tells_what_was_written(out: Path) -> None:
    pages = PdfReader(out / PAPER).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in (ASSESSMENT, ADVICE, ADDED.strip(), "Feber", "Egenvård", "Länssjukhuset Ryhov"):
        assert words in text


def test_the_keys_are_counted(out: Path) -> None:
    told = json.loads((out / "keys.json").read_text(encoding="utf-8"))
    journeys = {journey["name"]: journey for journey in told["journeys"]}
    call = journeys["Från signal till signerad anteckning"]
    assert call["keys"] == call["typed"] + call["pressed"]
    assert call["pressed"] <= 14  # beside the words themselves
    assert journeys["Avsluta samtalet"]["keys"] == 1
    assert journeys["Låsa och låsa upp"]["pressed"] == 2


def test_what_must_be_quick_takes_few_keys(out: Path) -> None:
    told = json.loads((out / "keys.json").read_text(encoding="utf-8"))
    keys = {journey["name"]: journey["keys"] for journey in told["journeys"]}
    assert keys["Larma 112"] == keys["Larma 112 utan växel"] == 1
    assert keys["Välja en hänvisning"] == 3
    assert keys["Ta över ett kort"] == 1


def test_the_patients_report_tells_of_units_and_times_and_of_no_operator(out: Path) -> None:
    text = " ".join(page.extract_text() for page in PdfReader(out / REPORT).pages)
    assert "Ingrid Demogren" in text
    assert "SE0000000001-DEMO" in text or "Kundcenter" in text
    assert "Kristina" not in text
