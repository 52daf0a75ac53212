"""The language of the command line: Swedish, unless the locale says English."""

from __future__ import annotations

import os
import re


def say(swedish: str, english: str) -> str:
    """The sentence in the language of LC_ALL, LC_MESSAGES or LANG, the first that is set."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := os.environ.get(name))), "")
    return english if re.match(r"en(?![a-z])", locale, re.IGNORECASE) else swedish
