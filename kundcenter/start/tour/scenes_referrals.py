"""What came of it: a booked time, the hand-over by voice, the clinic's page, the week, a file."""

from __future__ import annotations

from datetime import time

from kundcenter.start.tour import ground
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import by_hand, leave_desk, sign, sign_in_again
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.scenes_where import saturday
from kundcenter.start.tour.stage import Stage

AFTERNOON = time(14, 5)
BOOKED = "15:20"
CLINIC = "Närakuten Jönköping, Ryhov"
RECEIVER = "Kim Demosson, sjuksköterska"
SYSTEM = "Journalsystemet vid Närakuten Jönköping, Ryhov"
PAPER = "hanvisning.pdf"
EXPORT = "anteckning.xml"


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "referrals")
    with stage.opened(player, demo.folder, demo.source, now=saturday(AFTERNOON)):
        sign_in_again(player)
        refer(player, demo)
        hand_over(player)
        print_it(player)
        week(player)
        export(player)


def refer(player: Player, demo: DemoGround) -> None:
    """A note that guides to the clinic on call, signed."""
    person = demo.cases["tva_nummer"]
    by_hand(player, person.person_id.value, person.name, "Tolk: Arabiska")
    player.press("F3")
    player.write("hosta")
    player.press("Return", "F4")
    player.write("Hostar sedan fem dagar, tungt att andas vid ansträngning. 38,6 grader.")
    player.press("F7")
    player.write("Misstänkt lunginflammation, opåverkad i vila.")
    player.press("F8")
    player.write("3")
    player.press("Ctrl+E")
    player.see("Framme cirka")
    player.press("Shift+Tab")
    player.write("Jönköping")
    player.press("Return")
    player.see("I samma kommun som patienten")
    player.press("Return")
    player.press("F10")
    player.write("Bokas på närakuten i eftermiddag. Ring 112 om det blir svårt att andas.")
    sign(player)
    player.settle()


def hand_over(player: Player) -> None:
    """What is said is read aloud and ticked off; the time is booked in the same dialog."""
    with player.journey("Boka tid och lämna över med SBAR"):
        player.press("Ctrl+Shift+E")
        player.see("Läs högt och kryssa för det som är sagt.", "Bokad tid")
        player.shoot("lamna-over", "Det som läses upp för mottagaren, del för del.")
        player.press("Space", "Tab", "Space", "Tab", "Space", "Tab", "Space", "Tab")
        player.write(RECEIVER)
        player.press("Tab")
        player.write(BOOKED)
        player.shoot("lamna-over-bokad", "Uppläst och förkryssat; tiden bokas i samma ruta.")
        player.press("Return")
        player.see("Överlämningen är noterad.")
    player.shoot("overlamnad", "Överlämnad: vem som tog emot står i journalen.")
    player.press("F6", "Esc")
    player.see_no_more("Överlämningen är noterad.")


def print_it(player: Player) -> None:
    """The page for the clinic; who gets it is noted before there is a page."""
    with player.journey("Skriva ut hänvisningen till PDF"):
        player.press("Ctrl+Shift+E")
        player.see("Läs högt och kryssa för", f"överlämnad till {RECEIVER}")
        player.shoot("overlamnad-igen", "Öppnad igen: vad som är gjort, och när.")
        player.press("Tab", "Tab", "Tab", "Tab")
        player.write(RECEIVER)
        player.press("Tab", "Tab", "Space")
        player.see("Vem får sidan?")
        player.shoot("hanvisning-skriv-ut", "Sidan noteras med den som får den.")
        player.press("Return")
        player.see("Spara som PDF")
        player.shoot("hanvisning-sidan", "Sidan till mottagaren som den blir på papper.")
        player.press("Ctrl+S")
        player.see("Filnamn")
        player.press("Ctrl+A")
        player.write(str(player.out / PAPER))
        player.press("Return")
        player.see("Sidan är sparad som PDF.")
    player.keep(PAPER, "Hänvisningen till mottagaren som PDF.")
    player.press("Esc")
    player.see_no_more("Läs högt och kryssa för det som är sagt.")
    player.press("F6", "Esc")
    player.see_no_more("Sidan är sparad som PDF.")
    player.press("Ctrl+D")
    player.see("Inget samtal pågår")


def week(player: Player) -> None:
    """One's own referrals, without a name; what came of each is told with one key."""
    with player.journey("Berätta att patienten nåddes"):
        player.press("Ctrl+8")
        player.see("Mina hänvisningar", CLINIC, f"lör {BOOKED}")
        player.shoot("hanvisade", "Veckans egna hänvisningar. Ingen patient nämns.")
        player.press("Alt+1")
        player.see("Vad det blev: nådd")
        player.write("Kom i tid, fick antibiotika.")
        player.shoot("nadd", "Nådd: en tangent, och en rad om det behövs.")
        player.press("Return")
        player.see("Det är noterat.")
    player.shoot("hanvisade-nadd", "Läget står i listan. Den som vill tittar på veckan före.")
    player.press("F6", "Esc")
    player.see_no_more("Det är noterat.")


def export(player: Player) -> None:
    """The signed note as a file for the record system of whoever takes over."""
    with player.journey("Exportera en anteckning"):
        player.press("Return")
        player.see("Personen hör inte till ditt samtal")
        player.write("1Närakuten vill ha anteckningen")
        player.press("Return")
        player.see("Misstänkt lunginflammation")
        player.shoot("hanvisning-anteckning", "Anteckningen som hänvisningen hör till.")
        player.press("Ctrl+E")
        player.see("Vem får anteckningen?")
        player.write(SYSTEM)
        player.shoot("exportera", "Utlämnandet noteras innan det finns någon fil.")
        player.press("Return")
        player.see("Filnamn")
        player.press("Ctrl+A")
        player.write(str(player.out / EXPORT))
        player.press("Return")
        player.see("Anteckningen är exporterad.")
    player.keep(EXPORT, "Anteckningen som GetCareDocumentation 3.0.")
    player.press("Esc")
    leave_desk(player)
