"""Who an opened person is: a later number, a corrected name, or a mistaken number taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.identity import IdKind
from kundcenter.domain.people import NameInvalid, PersonNeedsReason, latest_of
from kundcenter.domain.person_cards import PersonCard
from kundcenter.errors import KundcenterError
from ui.dialogs.sex_and_birth import SexAndBirth
from ui.people import number_of
from ui.texts import sentence
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text import Text


class NameFields(QWidget):
    """Given name and family name, side by side; or the one field with the label `whole`."""

    def __init__(self, given_name: str = "", family_name: str = "", *, whole: str = "") -> None:
        super().__init__()
        self.given_name = Field(whole or self.tr("Förnamn"), longest=100)
        self.family_name = Field(self.tr("Efternamn"), longest=100)
        self.given_name.set_text(given_name)
        self.family_name.set_text(family_name)
        row = spaced(QHBoxLayout(self), gap="m")
        row.addWidget(self.given_name)
        row.addWidget(self.family_name)
        self.family_name.setHidden(bool(whole))

    def texts(self) -> dict[str, str]:
        """As the verbs take them."""
        return {"given_name": self.given_name.text(), "family_name": self.family_name.text()}

    @property
    def empty(self) -> bool:
        return not any(text.strip() for text in self.texts().values())

    def refuse(self, error: KundcenterError) -> None:
        """Tell it at the name that it is about: the first that is empty."""
        given = self.given_name.text().strip()
        field = self.family_name if given and not self.family_name.isHidden() else self.given_name
        field.show_error(sentence(error))
        field.setFocus()


class IdentityDialog(Dialog):
    """Another number for the same person; the former one still finds them.

    Who was unidentified has a description for a name, so the name is asked for too.
    """

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("IdentityDialog", "Nytt identitetsnummer"),
            sentence=translate(
                "IdentityDialog",
                "Det tidigare numret finns kvar och hittar fortfarande personen.",
            ),
            primary=translate("IdentityDialog", "Spara"),
            parent=parent,
        )
        self.field = Field(self.tr("Personnummer eller reservnummer"), longest=64)
        self.body.addWidget(self.field)
        self.names = NameFields()
        if card.person.unidentified:
            words = self.tr("Hittills kallad: {name}. Skriv personens rätta namn.")
            self.body.addWidget(Text(words.format(name=card.person.name), role="muted", wrap=True))
            self.body.addWidget(self.names)
        else:
            self.names.setParent(self)
            self.names.hide()

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if isinstance(error, NameInvalid):
            self.names.refuse(error)
            return
        self.field.show_error(sentence(error))
        self.field.setFocus()


class CorrectDialog(Dialog):
    """Name, sex and day of birth as they are registered; a change needs a reason."""

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CorrectDialog", "Rätta namn, kön eller födelsedatum"),
            sentence=translate("CorrectDialog", "Ändringen loggas med skälet."),
            primary=translate("CorrectDialog", "Spara"),
            parent=parent,
        )
        person = card.person
        self.names = NameFields(person.given_name, person.family_name)
        self.facts = SexAndBirth(person.person_id)
        self.facts.show_known(person.sex, person.born_on)
        self.reason = Field(self.tr("Varför"), longest=300)
        self.body.addWidget(self.names)
        self.body.addWidget(self.facts)
        if person.unidentified:  # a description, and no more: it is said anew without a reason
            self.reason.setParent(self)
            self.reason.hide()
        else:
            self.body.addWidget(self.reason)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if self.facts.refuses(error):
            return
        if isinstance(error, NameInvalid) or self.reason.isHidden():
            self.names.refuse(error)
            return
        self.reason.show_error(sentence(error))
        self.reason.setFocus()


class UnidentifyDialog(Dialog):
    """Take back the latest number.  What was written since is listed: whom is it about?"""

    def __init__(self, card: PersonCard, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnidentifyDialog", "Ta tillbaka identitetsnumret"),
            sentence=translate(
                "UnidentifyDialog",
                "Numret gavs till fel person. Det blir ledigt igen, och det som är antecknat "
                "ligger kvar på den här personen.",
            ),
            primary=translate("UnidentifyDialog", "Ta tillbaka"),
            parent=parent,
        )
        person, former = card.person, latest_of(card.person, card.identities)
        words = self.tr("Tas tillbaka: {number}. Åter: {former}.").format(
            number=number_of(person.person_id), former=number_of(former.identity)
        )
        self.body.addWidget(Text(words, wrap=True, figures=True))
        since = [past.entry for past in card.history if past.entry.created_at > former.until_at]
        if since:
            told = self.tr("Skrivet under numret. Kontrollera vem det gäller:")
            lines = [f"{day_and_time(each.contact_at)}, {each.author_name}" for each in since]
            self.body.addWidget(Text("\n".join((told, *lines)), wrap=True, figures=True))
        if former.identity.kind is IdKind.OKAND:  # the name may be the other's: it does not stay
            self.names = NameFields(whole=self.tr("Hur personen ska kallas"))
        else:
            self.names = NameFields(person.given_name, person.family_name)
        self.reason = Field(self.tr("Varför numret är fel"), longest=300)
        self.body.addWidget(self.names)
        self.body.addWidget(self.reason)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if isinstance(error, PersonNeedsReason):
            self.reason.show_error(sentence(error))
            self.reason.setFocus()
        elif isinstance(error, NameInvalid):
            self.names.refuse(error)
        else:
            self.reason.show_error(sentence(error))
