"""What may be a password: long enough, not one of the first that everybody tries.

The rules are ASVS 5.0 chapter 6.2 and NIST SP 800-63B: length counts, any character may be used,
none is demanded, nothing is cut off, and common passwords and words of the place are refused.

Two keyboards may send one letter as different code points (å, or a and a ring).  So a password is
brought to the form NFKC before it is used.  The form is only stable for characters that Unicode
has assigned; unassigned ones, half surrogates and control characters are therefore refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from kundcenter.errors import Refused

MINIMUM = 8
ADMINISTRATOR_MINIMUM = 12
PASSPHRASE_MINIMUM = 15  # it alone guards a file that a thief may try for years
MAXIMUM = 1024  # far above the 64 that must be allowed: a pasted file is not a password

WORDS_OF_THE_PLACE = frozenset({"kundcenter", "kundtjänst", "vårdguiden"})

_UNSTABLE = frozenset({"Cc", "Cn", "Cs"})
_LOOKALIKES = str.maketrans("@4301!$57", "aaeoiisst")
_MORE_LOOKALIKES = str.maketrans("@4301!$57", "aaeolisst")
_ORNAMENT = 8  # a year, a date, "123!": that much around a common word does not help it
_INITIALS = 3  # letters around a row of digits
_ROWS = (
    "1234567890",
    "abcdefghijklmnopqrstuvwxyzåäö",
    "qwertyuiopåasdfghjklöäzxcvbnm",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
)


class PasswordUnusable(Refused):
    """It has a control character, or one that Unicode has not assigned."""

    code = "password.unusable"


class PasswordTooShort(Refused):
    """Facts: minimum."""

    code = "password.too_short"


class PasswordTooLong(Refused):
    """Facts: maximum."""

    code = "password.too_long"


class PasswordContainsName(Refused):
    """It contains the operator's name or a word of the place."""

    code = "password.contains_name"


class PasswordTooCommon(Refused):
    """It is among the first that anybody would try."""

    code = "password.too_common"


def normalised(password: str) -> str:
    """The password in the form that keys are made from.  Raises PasswordUnusable."""
    if any(unicodedata.category(character) in _UNSTABLE for character in password):
        raise PasswordUnusable
    return unicodedata.normalize("NFKC", password)


def check(
    password: str,
    *,
    names: tuple[str, ...],
    common: AbstractSet[str],
    administrator: bool = False,
) -> None:
    """Raise a Refused of this module unless the password may be chosen.

    `names` are those of the operator (user name, own name).  `common` holds lower-case words;
    see resources.passwords.
    """
    minimum = ADMINISTRATOR_MINIMUM if administrator else MINIMUM
    _check(password, minimum=minimum, words=_parts(names), common=common)


def check_passphrase(passphrase: str, *, common: AbstractSet[str]) -> None:
    """Raise a Refused of this module unless the passphrase may guard a profile."""
    _check(passphrase, minimum=PASSPHRASE_MINIMUM, words=frozenset(), common=common)


def _check(
    password: str, *, minimum: int, words: AbstractSet[str], common: AbstractSet[str]
) -> None:
    if len(password) > MAXIMUM:
        raise PasswordTooLong(maximum=MAXIMUM)
    text = normalised(password)
    if min(len(password), len(text)) < minimum:  # neither form may flatter the other
        raise PasswordTooShort(minimum=minimum)
    plain = text.casefold()
    if any(word in plain for word in words | WORDS_OF_THE_PLACE):
        raise PasswordContainsName
    if _is_common(plain, common):
        raise PasswordTooCommon


def _parts(names: tuple[str, ...]) -> frozenset[str]:
    """The names and their parts; shorter ones than four letters occur in too many words."""
    plain = [unicodedata.normalize("NFKC", name).casefold() for name in names]
    pieces = [piece for name in plain for piece in re.split(r"[\W_]+", name)]
    return frozenset(word for word in (*plain, *pieces) if len(word) >= 4)


def _is_common(plain: str, common: AbstractSet[str]) -> bool:
    if len(_unit(plain)) < min(MINIMUM, len(plain)) or len(set(plain)) < 4:
        return True
    squeezed = re.sub(r"[\W_]+", "", plain)
    return any(
        _runs(bare) or form in common or _unit(form) in common
        for bare in {*_bare(plain), *_bare(squeezed)}
        for form in (bare, bare.translate(_LOOKALIKES), bare.translate(_MORE_LOOKALIKES))
    )


def _bare(plain: str) -> Iterator[str]:
    """The word with more and more of the digits and signs around it taken off."""
    before = len(plain) - len(re.sub(r"^[\W\d_]+", "", plain))
    after = len(plain) - len(re.sub(r"[\W\d_]+$", "", plain))
    for start in range(min(before, _ORNAMENT) + 1):
        for end in range(min(after, _ORNAMENT - start) + 1):
            yield plain[start : len(plain) - end]
    digits = re.sub(r"^\D+|\D+$", "", plain)
    if len(plain) - len(digits) <= _INITIALS:
        yield digits


def _unit(text: str) -> str:
    """What is repeated: "hejhejhej" is no better than "hej"."""
    return text[: (text + text).find(text, 1)] if text else text


def _runs(text: str) -> bool:
    """Whether it is one run along the alphabet, the digits or the keyboard, either way."""
    if not text:
        return False
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    if steps in ({1}, {-1}):
        return True
    return any(text in row + row or text in (row + row)[::-1] for row in _ROWS)
