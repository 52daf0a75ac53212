"""The scenes of a call: ring, answer, person, note, signature, correction, print, close."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Switchboard
from ui.in_hand import DEAD_TIME_MS

CALLER = "0701740605"  # PTS's numbers for fiction
ANOTHER = "0980319210"
NEWCOMER = "900115-2389"  # an official test number that nobody in the demo region has
PAPER = "journalanteckning.pdf"

HISTORY = "Feber sedan tre dagar, 39 grader på kvällen. Dricker och kissar. Ingen andnöd."
ASSESSMENT = "Trolig virusinfektion, inga tecken till allvarlig sjukdom."
ADVICE = "Drick ofta. Hör av dig om febern är kvar efter fem dagar, eller vid andnöd eller slöhet."
ADDED = " Öronvärk sedan i dag."


def one_call(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    """From ring to closed call, by keys alone."""
    switchboard.ring(CALLER, keyed_id=demo.regular.person_id.value)
    player.see("Ringer", "070-174 06 05")
    player.shoot("ringer", "Det ringer. Bara remsan ändras; markören stannar där den är.")
    player.let_pass(DEAD_TIME_MS)
    with player.journey("Från signal till signerad anteckning"):
        player.press("Ctrl+Shift+S")
        player.see("I samtal", demo.regular.name, "Tidigare anteckningar")
        player.shoot("svarat", "Svarat. Den som ringde hade knappat in numret; journalen är öppen.")
        player.press("F3")
        player.write("feb")
        player.see("Feber")
        player.shoot("kontaktorsak", "Några bokstäver räcker för att välja kontaktorsak.")
        player.press("Return", "F4")
        player.write(HISTORY)
        player.press("F7")
        player.write(ASSESSMENT)
        player.see("Inte sparad")
        player.press("Ctrl+S")
        player.see("Sparad, osignerad")
        player.shoot("sparad", "Anteckningen är sparad. Det står nere till vänster.")
        player.press("Ctrl+Return")
        player.see("Fyll i fältet innan du signerar.")
        player.shoot("saknas", "Något saknas för att kunna signera, och det sägs vid fältet.")
        player.write("7")
        player.press("F9")
        player.write("egenv")
        player.press("Return", "F10")
        player.write(ADVICE)
        player.press("Shift+F10", "J")
        player.shoot("ifylld", "Allt är ifyllt.")
        player.press("Ctrl+Return")
        player.see("Signerad")
    player.shoot("signerad", "Signerad och låst. Texten kan inte längre ändras.")
    player.press("Ctrl+Shift+L")
    player.see("Efterarbete")
    player.shoot("efterarbete", "Samtalet är slut; efterarbetet räknas.")
    correct(player)
    print_it(player)
    with player.journey("Avsluta samtalet"):
        player.press("Ctrl+D")
        player.see("Inget samtal pågår")
    player.press("Ctrl+2")
    player.see("Ledde till", "070-174 06 05", "Klart")
    player.shoot("samtalslogg", "Samtalsloggen, utan medicinsk text.")
    player.press("Ctrl+1")


def correct(player: Player) -> None:
    """A signed note is corrected by a new version that says why."""
    with player.journey("Rätta och signera på nytt"):
        player.press("Ctrl+R")
        player.see("Varför rättas anteckningen?")
        player.write("Patienten ringde tillbaka och lade till en uppgift.")
        player.shoot("ratta", "En rättelse säger varför. Den gamla texten finns kvar.")
        player.press("Return")
        player.see("Rättas")
        player.press("Ctrl+End")
        player.write(ADDED)
        player.shoot("rattas", "Rättelsen skrivs; skälet står i foten.")
        player.press("Ctrl+Return")
        player.see("Signerad")
    player.shoot("rattad", "Den rättade versionen är signerad.")


def print_it(player: Player) -> None:
    """The copy is logged with who gets it before there is a page."""
    with player.journey("Skriva ut till PDF"):
        player.press("Ctrl+P")
        player.see("Vem får utskriften?")
        player.write("Akutkliniken, Länssjukhuset Ryhov")
        player.shoot("skriv-ut", "Utskriften loggas med den som får den.")
        player.press("Return")
        player.see("Spara som PDF")
        player.shoot("sidan", "Sidan som den blir på papper.")
        player.press("Ctrl+S")
        player.see("journalanteckning.pdf")
        player.press("Ctrl+A")
        player.write(str(player.out / PAPER))
        player.shoot("spara-pdf", "Filens namn säger varken vem eller vad den handlar om.")
        player.press("Return")
        player.see("Sidan är sparad som PDF.")
    player.shoot("pdf-sparad", "Det som saknar plats på sidan sägs i ett meddelande.")
    player.keep(PAPER, "Journalanteckningen som PDF.")
    player.press("F6", "Esc")
    player.see_no_more("Sidan är sparad som PDF.")


def call_by_hand(player: Player) -> None:
    """A call that no exchange told of, about somebody who is new here."""
    with player.journey("Registrera samtal och ny person"):
        player.press("Ctrl+N")
        player.see("Vem gäller det?")
        player.write(NEWCOMER)
        player.see("född 1990-01-15")
        player.shoot("numret-tytt", "Numret tyds medan det skrivs: födelsedatum, ålder, kön.")
        player.press("Return")
        player.see("Numret finns inte här. Stämmer det?")
        player.write("Åsa")
        player.press("Tab")
        player.write("Öberg")
        player.shoot("ny-person", "Ingen har numret. Det läses upp innan personen registreras.")
        player.press("Return")
        player.see("Åsa Öberg", "Inga tidigare anteckningar")
    player.shoot("registrerad", "Personen är registrerad och kortet öppet.")
    player.press("Ctrl+D")
    player.see("Samtalet ledde till", "Enbart information")
    player.shoot("utfall", "Ett samtal utan anteckning säger ändå vad det ledde till: en bokstav.")
    player.write("o")
    player.see("Inget samtal pågår")


def two_calls(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    """Somebody unidentified; it rings in the middle of a word; a protected person."""
    player.press("Ctrl+N")
    player.see("Vem gäller det?")
    player.press("Tab", "Tab", "Space")
    player.see("Anteckningen skrivs på en okänd person")
    player.write("Kvinna, cirka 40 år")
    player.shoot("okand", "Vård får inte vänta på ett personnummer.")
    player.press("Return")
    player.see("Tidigare anteckningar")
    player.press("Ctrl+Shift+L")
    player.see("Efterarbete")
    player.press("Shift+F5", "F4")
    player.write("Svimmade på bussen, vak")
    switchboard.ring(ANOTHER, keyed_id=demo.protected.person_id.value)
    player.see("Ringer", "0980-31 92 10")
    player.write("en igen när ambulansen kom.")
    player.see("Svimmade på bussen, vaken igen när ambulansen kom.")
    player.shoot("ringer-mitt-i", "Det ringer mitt i ett ord. Inget tecken hamnar fel.")
    player.let_pass(DEAD_TIME_MS)
    player.press("Ctrl+Shift+S")
    player.see("SKYDDADE PERSONUPPGIFTER", demo.protected.name)
    player.shoot("skyddad", "Två samtal i varsin flik. Personen har skyddade uppgifter.")
    player.press("Ctrl+Shift+P")
    player.see("Parkerat")
    player.shoot("parkerat", "Samtalet är parkerat; remsan räknar hur länge.")
    player.press("Ctrl+Shift+P")
    player.see("I samtal")
