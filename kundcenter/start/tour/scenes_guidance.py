"""Who answers for the guidance: rules that are tried before they hold, and what is looked up."""

from __future__ import annotations

from pathlib import Path

import resources
from kundcenter.start.demo_region import PASSWORD
from kundcenter.start.tour import ground
from kundcenter.start.tour.moves import fill, leave_desk
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.scenes_where import saturday_evening
from kundcenter.start.tour.stage import Stage

PACK = Path(resources.__file__).parent / "packs" / "demo-2026-1.toml"
NEWER = (
    ('version = "2026-1"', 'version = "2026-2"'),
    ('  "När började det, och blir det värre?",\n', '  "När började det, och hur fort?",\n'),
)
LISTED_IN_FIRST = 7  # fields before "Först ska komma"
REASON_SHOWN = 3  # stops back from the first field of the rule: both buttons lie between


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "guidance")
    with stage.opened(player, demo.folder, demo.source, now=saturday_evening()):
        player.see("Användarnamn")
        fill(player, "lakare", PASSWORD)
        player.press("Return")
        player.see("Inget samtal pågår")
        draft(player)
        failing(player)
        publish(player)
        topics(player)
        bring_in(player)


def draft(player: Player) -> None:
    """What is in force is only read; a draft is a copy of it."""
    player.press("Ctrl+9")
    player.see("Vägledning", "Demonstrationsregler 2026-1", "Gäller")
    player.shoot("regler", "Reglerna som gäller: när, vart, och skälet som visas.")
    player.press("Ctrl+Shift+N")
    player.see("Utkastet börjar som det som gäller nu")
    player.shoot("regler-nytt-utkast", "Ett utkast ändrar inget förrän det är publicerat.")
    player.press("Return")
    player.see("Ny regel", "Utkast")
    player.shoot("regler-utkast", "Utkastet med sina fall, som alla måste stämma.")


def failing(player: Player) -> None:
    """A case that does not hold stops the publication."""
    change_case(player, "egenv", "regler-fall")
    with player.journey("Prova reglernas fall"):
        player.press("Ctrl+R")
        player.see("Först kommer SOS112")
    player.shoot("regler-provade", "Proven: ett fall stämmer inte, och vad som kom i stället.")
    player.press("Ctrl+Return")
    player.see("Publicera reglerna?", "fall stämmer inte.")
    player.shoot("regler-stoppade", "Så länge ett fall inte stämmer går det inte att publicera.")
    player.press("Esc")
    player.see_no_more("Publicera reglerna?")
    change_case(player, "112")


def change_case(player: Player, first: str, picture: str = "") -> None:
    """What the first case asks for first."""
    player.press("Ctrl+R")
    player.press("Tab", "Return")
    player.see("Först ska komma")
    player.press(*["Tab"] * LISTED_IN_FIRST, "Ctrl+A")
    player.write(first)
    player.press("Return")
    if picture:
        player.shoot(picture, "Ett fall: ett behov, och vad som måste komma först.")
    player.press("Ctrl+Return")
    player.see_no_more("Först ska komma")
    player.press("Shift+Tab")


def publish(player: Player) -> None:
    """What changes is read once more before it holds at every desk."""
    player.press("Return")
    player.see("Skäl som visas")
    player.shoot("regel", "En regel: det som lämnas tomt frågar den inte efter.")
    player.press(*["Shift+Tab"] * REASON_SHOWN, "End")
    player.write(" genast")
    player.shoot("regel-skal", "Skälet är det som visas vid förslaget.")
    player.press("Return")
    player.see_no_more("Skäl som visas")
    with player.journey("Publicera regler"):
        player.press("Ctrl+Return")
        player.see("Publicera reglerna?", "fall stämmer.")
        player.shoot("regler-publicera", "Skillnaden mot det som gäller, rad för rad.")
        player.press("Return")
        player.see("Reglerna gäller nu.")
    player.shoot("regler-publicerade", "Reglerna gäller nu, med nästa nummer.")
    player.press("F6", "Esc")
    player.see_no_more("Reglerna gäller nu.")


def topics(player: Player) -> None:
    """The content that is looked up; a topic may be worded as the centre wants it."""
    player.press("Shift+Tab", "Shift+Tab", "Shift+Tab", "2")
    player.see("Samtalsstöd (påhittat innehåll för demonstration)", "Andningsbesvär")
    player.shoot("innehall", "Innehållspaketet, vem som godkänt det, och dess ämnen.")
    player.press("Ctrl+F")
    player.write("andas")
    player.press("Tab", "Tab", "Ctrl+B")
    player.see("Spara egen lydelse")
    player.shoot("amne", "Ett ämne får en egen lydelse, som står kvar när paketet byts.")
    player.press("Tab", "Tab", "Ctrl+Home")
    player.write("Hur länge har det pågått?\n")
    player.press("Ctrl+Return")
    player.see("Den egna lydelsen gäller nu.")
    player.shoot("egen-lydelse", "Den egna lydelsen är märkt.")
    player.press("F6", "Esc")
    player.see_no_more("Den egna lydelsen gäller nu.")


def bring_in(player: Player) -> None:
    """A newer version tells what it changes, and waits for the medical lead."""
    file = player.out / "paket.toml"
    text = PACK.read_text(encoding="utf-8")
    for older, newer in NEWER:
        text = text.replace(older, newer, 1)
    file.write_text(text, encoding="utf-8")
    player.press("Ctrl+Shift+O")
    player.see("Ingen fil är vald.")
    player.press("Space")
    player.see("Filnamn")
    player.write(str(file))
    player.press("Return")
    player.see("Ändrat både här och i paketet")
    player.shoot("paket-prov", "Vad en ny version ändrar; den egna lydelsen står kvar.")
    player.press("Ctrl+Return")
    player.see("Innehållspaketet är inläst och väntar på godkännande.")
    player.shoot("paket-vantar", "Inläst, men gäller inte förrän det är godkänt.")
    file.unlink()
    player.press("F6", "Esc")
    leave_desk(player)
