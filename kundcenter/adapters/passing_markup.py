"""XML that others have written, read in passing and without trust.

The parser is expat with its own handlers: no document type is ever followed, so that no entity is
expanded and no other file is opened; nothing is kept of the document but the element in hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from kundcenter.domain.unit_sheets import RowFault
from kundcenter.errors import Refused

CHUNK = 65_536  # bytes
DEEPEST = 30  # elements within each other; HSA has seven
LONGEST = 100_000  # characters in one element
LONGEST_MARK = 4 * CHUNK  # bytes of one tag: the parser begins at its < again with every chunk


class Enough(Exception):
    """What is left of the document is not looked at."""


@dataclass(slots=True)
class Element:
    """One that has begun: `space` is its namespace, `line` where it begins."""

    space: str
    name: str
    line: int
    text: list[str] = field(default_factory=list)
    length: int = 0


class PassingMarkup:
    """A reader: whoever derives says what an element means, and what is done with a fault."""

    def __init__(self) -> None:
        self.open: list[Element] = []
        self.encoding = "utf-8"
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._said
        self._parser = parser

    @property
    def line(self) -> int:
        return self._parser.CurrentLineNumber

    def fault(self, line: int, fault: RowFault, name: str = "") -> None:
        """Something is wrong with the document, from `line` on."""
        raise NotImplementedError

    def full(self) -> bool:
        """Whether there is nothing more to be gained from reading on."""
        raise NotImplementedError

    def begin(self, element: Element) -> None:
        """An element begins; `open` has those around it.  May raise Enough."""
        raise NotImplementedError

    def end(self, element: Element, text: str) -> None:
        """An element has ended; `open` has those around it.  May raise Enough."""
        raise NotImplementedError

    def feed(self, file: BinaryIO, limit: int, too_large: type[Refused]) -> bool:
        """Read the file from where it stands; whether the whole document was read.

        Raises `too_large` with size and limit; everything else is a fault with its line.
        """
        try:
            taken = 0
            for chunk in _chunks(file, limit, too_large):
                taken += len(chunk)
                self._parser.Parse(chunk, False)
                if taken - self._parser.CurrentByteIndex > LONGEST_MARK:
                    self.fault(self.line, RowFault.TOO_LONG)
                    return False
                if self.full():
                    return False
            self._parser.Parse(b"", True)
        except Enough:
            return False
        except expat.ExpatError as error:
            self.fault(error.lineno, RowFault.MARKUP)
            return False
        except (LookupError, ValueError):  # letters that nobody knows, or of several bytes
            self.fault(1, RowFault.LETTERS)
            return False
        return True

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = (encoding or "utf-8").lower()

    def _doctype(self, *_: object) -> None:
        self.fault(self.line, RowFault.DOCTYPE)
        raise Enough

    def _started(self, name: str, _attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if len(self.open) == DEEPEST:
            self.fault(self.line, RowFault.NESTED)
            raise Enough
        element = Element(space, local, self.line)
        self.begin(element)
        self.open.append(element)

    def _said(self, text: str) -> None:
        if not self.open:
            return
        element = self.open[-1]
        element.length += len(text)
        if element.length > LONGEST:
            self.fault(element.line, RowFault.TOO_LONG, element.name)
            raise Enough
        element.text.append(text)

    def _ended(self, _name: str) -> None:
        element = self.open.pop()
        self.end(element, "".join(element.text).strip())


def _chunks(file: BinaryIO, limit: int, too_large: type[Refused]) -> Iterator[bytes]:
    size = 0
    while chunk := file.read(CHUNK):
        size += len(chunk)
        if size > limit:
            raise too_large(size=size, limit=limit)
        yield chunk
