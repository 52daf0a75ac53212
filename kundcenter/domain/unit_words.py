"""The words by which units are found: made plain, and what else people call such a unit.

Jourcentral and närakut are one thing, so are vårdcentral, hälsocentral and VC (DOMAIN §3.6, §17).
"""

from __future__ import annotations

import re
import unicodedata

from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import UnitKind

_WORD = re.compile(r"[^\W_]+")
_FEW = str.maketrans({"ø": "o", "æ": "a", "ð": "d", "þ": "t"})  # letters without a plain part
_TRUNK = re.compile(r"\+\s*46\s*\(?\s*0\s*\)?")
_WHOLE = 5  # letters: a shorter word of a group has to stand alone in a name

_PRIMARY = ("vårdcentral", "hälsocentral", "vc", "primärvård", "läkarmottagning", "husläkare")
_OUT_OF_HOURS = ("närakut", "jourcentral", "jourmottagning", "kvällsmottagning")
_EMERGENCY = ("akutmottagning", "akuten", "akutklinik", "akut")
_CHILDREN = ("barnakut", "barnmottagning", "barnklinik", "barnjour")
_MIND = ("psykakut", "psykiatri", "psykmottagning", "psykjour")
_BIRTH = ("förlossning", "bb", "förlossningsavdelning")
_BABIES = ("bvc", "barnavårdscentral", "barnhälsovård")
_MOTHERS = ("mvc", "mödravårdscentral", "barnmorskemottagning", "barnmorska")
_GROUPS = (
    *(_PRIMARY, _OUT_OF_HOURS, _EMERGENCY, _CHILDREN, _MIND, _BIRTH, _BABIES, _MOTHERS),
    ("ungdomsmottagning", "umo"),
    ("tandvård", "folktandvård", "tandläkare"),
    ("ögonmottagning", "ögonklinik", "ögonläkare"),
    ("öronmottagning", "öronklinik", "önh"),
    ("röntgen", "radiologi", "bilddiagnostik"),
    ("rehab", "fysioterapi", "sjukgymnast"),
)
_OF_KIND = {
    UnitKind.PRIMARY_CARE: _PRIMARY,
    UnitKind.OUT_OF_HOURS: _OUT_OF_HOURS,
    UnitKind.EMERGENCY: _EMERGENCY,
    UnitKind.PAEDIATRIC_EMERGENCY: _CHILDREN,
    UnitKind.PSYCHIATRIC_EMERGENCY: _MIND,
    UnitKind.MATERNITY: _BIRTH,
    UnitKind.SPECIALIST: ("specialist", "specialistmottagning"),
    UnitKind.MOTHER_AND_CHILD: (*_BABIES, *_MOTHERS),
}


def plain_words(text: str) -> list[str]:
    """The words, small, with plain letters: "Väster-vik" is vaster and vik."""
    return _WORD.findall(_plain(text))


def squeezed(text: str) -> str:
    """The words as one."""
    return "".join(plain_words(text))


def typed_words(text: str) -> tuple[str, ...]:
    """The words of what somebody types; digits with spaces or hyphens between are one number."""
    words: list[str] = []
    for word in plain_words(_TRUNK.sub("0", text)):
        if words and word.isdecimal() and words[-1].isdecimal():
            words[-1] += word
        else:
            words.append(word)
    return tuple(words)


def names_of(card: UnitCard) -> dict[str, None]:
    """All that the unit is called, each once: its name first."""
    details = card.details
    names = (card.unit.name, details.public_name, *details.synonyms)
    return dict.fromkeys(name for name in names if name)


def numbers_of(card: UnitCard) -> set[str]:
    """The unit's telephone numbers, as `dialled_digits`."""
    numbers = (card.unit.phone, *(line.number for line in card.details.lines))
    return {digits for number in numbers for digits in dialled_digits(number)}


def name_order(card: UnitCard) -> tuple[str, str, int]:
    """Where the unit stands in a list by name, å, ä and ö last."""
    return text_order(card.unit.name), card.unit.hsa_id, card.id.int


def text_order(text: str) -> str:
    """The text as it is compared when a list is put in order."""
    small = text.casefold()
    if not small.isascii():  # the three signs come after z
        small = small.replace("å", "{").replace("ä", "|").replace("ö", "}")
    return small


def dialled_digits(number: str) -> set[str]:
    """A stored number in digits, as dialled from within the country and from abroad.

    +46980319200 is 0980319200 and 46980319200.
    """
    found = {number.removeprefix("+")}
    if number.startswith("+46"):
        found.add(f"0{number[3:]}")
    return found - {""}


def kind_words(kind: UnitKind) -> tuple[str, ...]:
    """What people call units of the kind, plain."""
    return _KIND_WORDS[kind]


def other_words(word: str) -> tuple[str, ...]:
    """What people call a unit instead of a word of its name, plain."""
    return tuple(
        other
        for group in _GROUPS_PLAIN
        if any(word == own or (len(own) >= _WHOLE and word.startswith(own)) for own in group)
        for other in group
    )


def _plain(text: str) -> str:
    small = text.casefold()
    if not small.isascii():
        small = small.replace("å", "a").replace("ä", "a").replace("ö", "o")
    if small.isascii():
        return small  # nearly always, and much quicker
    parts = unicodedata.normalize("NFKD", small.translate(_FEW))
    return "".join(part for part in parts if not unicodedata.combining(part))


_KIND_WORDS = {kind: tuple(map(_plain, words)) for kind, words in _OF_KIND.items()}
_GROUPS_PLAIN = tuple(tuple(map(_plain, group)) for group in _GROUPS)
