"""Questions as lines of text, as they are shown, and worded by hand: `Gravid? (12–52 år)`."""

from __future__ import annotations

import re

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask

_WHOM = re.compile(r"(?P<text>.*\S)\s*\((?P<whom>[^()]*)\)", re.DOTALL)
_BETWEEN = re.compile(r"(\d{1,3})\s*[–-]\s*(\d{1,3}) år")
_FROM = re.compile(r"från (\d{1,3}) år")
_TO = re.compile(r"till och med (\d{1,3}) år")
_SEXES = {Sex.WOMAN: "kvinna", Sex.MAN: "man"}  # in the packs' language
_SEX_OF = {word: sex for sex, word in _SEXES.items()}


def said(ask: Ask) -> str:
    """The question as one line, with whom it is for: `Kan hon vara gravid? (12–52 år, kvinna)`."""
    whom = []
    if ask.youngest is not None and ask.oldest is not None:
        whom.append(f"{ask.youngest}–{ask.oldest} år")
    elif ask.youngest is not None:
        whom.append(f"från {ask.youngest} år")
    elif ask.oldest is not None:
        whom.append(f"till och med {ask.oldest} år")
    if ask.sex is not None:
        whom.append(_SEXES[ask.sex])
    return f"{ask.text} ({', '.join(whom)})" if whom else ask.text


def lines_of(asks: tuple[Ask, ...]) -> str:
    """Each question on a line of its own."""
    return "\n".join(map(said, asks))


def read_asks(text: str) -> tuple[Ask, ...]:
    """The questions of the lines; empty lines are none."""
    return tuple(_ask(line.strip()) for line in text.splitlines() if line.strip())


def _ask(line: str) -> Ask:
    """A last bracket that tells an age or a sex is for whom; any other belongs to the text."""
    found = _WHOM.fullmatch(line)
    if found is None:
        return Ask(line)
    whom: dict[str, int | Sex] = {}
    for part in (part.strip() for part in found["whom"].split(",")):
        told = _told(part)
        if not told:
            return Ask(line)
        whom |= told
    youngest, oldest, sex = (whom.get(name) for name in ("youngest", "oldest", "sex"))
    return Ask(
        found["text"],
        youngest if isinstance(youngest, int) else None,
        oldest if isinstance(oldest, int) else None,
        sex if isinstance(sex, Sex) else None,
    )


def _told(part: str) -> dict[str, int | Sex]:
    if part in _SEX_OF:
        return {"sex": _SEX_OF[part]}
    if found := _BETWEEN.fullmatch(part):
        return {"youngest": int(found[1]), "oldest": int(found[2])}
    if found := _FROM.fullmatch(part):
        return {"youngest": int(found[1])}
    if found := _TO.fullmatch(part):
        return {"oldest": int(found[1])}
    return {}
