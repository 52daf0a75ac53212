"""The scenes of the house: coming in, one call from ring to closed, looks, operators."""

from __future__ import annotations

from kundcenter.start.demo_region import PASSWORD
from kundcenter.start.tour import ground, scenes_desk
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import fill, leave_desk
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.scenes_call import call_by_hand, one_call, two_calls
from kundcenter.start.tour.stage import Stage, Switchboard
from ui.language import FOLDER

OWN_PASSWORD = "tjugo gula paraplyer"  # noqa: S105 - of a profile that is thrown away
NEW_PASSWORD = "sju små kaffekoppar"  # noqa: S105


def play(player: Player, stage: Stage) -> None:
    first_run(player, stage)
    demo = ground.demo(stage.folder / "demo")
    scenes_desk.play(player, stage, demo)
    with stage.opened(player, demo.folder, demo.source) as program:
        switchboard = Switchboard(program)
        sign_in(player)
        one_call(player, switchboard, demo)
        call_by_hand(player)
        two_calls(player, switchboard, demo)
        exchange_dies(player, switchboard)
        lock(player)
        looks(player, stage)
        sign_out(player)
        operators(player)
    english(player, stage, demo)


def first_run(player: Player, stage: Stage) -> None:
    """From an empty profile to the first operators."""
    empty = ground.empty(stage.folder / "first")
    with stage.opened(player, empty.folder, None):
        player.see("Databasen är låst med en lösenfras.")
        player.write(empty.passphrase)
        player.shoot("losenfras", "Utan nyckelring låses databasen av en lösenfras.")
        player.press("Return")
        player.see("Välkommen", "Skapa den första administratören")
        with player.journey("Skapa den första administratören"):
            fill(player, "Karin Demo", "karin", OWN_PASSWORD, OWN_PASSWORD)
            player.shoot("forsta-start", "Första starten: ingen har ett lösenord från början.")
            player.press("Return")
            player.see("Operatörer", "karin", "Administratör")
        player.shoot("operatorer", "Administratören kommer till operatörerna.")


def sign_in(player: Player) -> None:
    """The door of the demo region, with a wrong password first."""
    player.see("Användarnamn")
    player.shoot("logga-in", "Dörren. Banderollen säger att ingen person är verklig.")
    fill(player, "ssk", "något annat")
    player.press("Return")
    player.see("Fel användarnamn eller lösenord.")
    player.shoot(
        "fel-losenord", "Fel lösenord sägs med samma ord, vare sig namnet finns eller inte."
    )
    with player.journey("Logga in"):
        player.write(PASSWORD)
        player.press("Return")
        player.see("Inget samtal pågår", "Ledig")
    player.shoot("ledig", "Inloggad och ledig. Remsan överst berättar om telefonen.")


def exchange_dies(player: Player, switchboard: Switchboard) -> None:
    """Without the exchange the calls are registered by hand, until it is back."""
    switchboard.die()
    player.see("Växeln svarar inte")
    player.shoot("vaxeln-borta", "Växeln dog. Samtal registreras för hand, inget annat stannar.")
    switchboard.come_back()
    player.see_no_more("Växeln svarar inte", within=40.0)
    player.see("Växeln svarar", "Efterarbete")
    player.shoot("vaxeln-ater", "Växeln är tillbaka. Samtalet som bröts är i efterarbete.")


def lock(player: Player) -> None:
    """Nobody else sees the card; the operator finds it as it was."""
    player.press("F4")
    player.write("Ont i halsen igen, undrar när hon ska söka.")
    with player.journey("Låsa och låsa upp"):
        player.press("Ctrl+L")
        player.see("Skärmen är låst. Ditt ärende finns kvar.")
        player.shoot("last", "Låst: inget av ärendet syns.")
        player.write(PASSWORD)
        player.press("Return")
        player.see("Ont i halsen igen, undrar när hon ska söka.")
    player.shoot("upplast", "Upplåst: kortet och texten är kvar.")
    player.press("Ctrl+S")
    player.see("Sparad, osignerad")


def looks(player: Player, stage: Stage) -> None:
    """Dark, high contrast, large, compact: chosen by keys, kept for the operator."""
    choose_look(player, colours="2", picture="utseende")
    player.shoot("morkt", "Mörkt.")
    choose_look(player, colours="3")
    player.shoot("hog-kontrast", "Hög kontrast.")
    choose_look(player, colours="1", size="5")
    player.shoot("stor-text", "Texten 150 procent.")
    choose_look(player, size="2", density="2")
    player.shoot("tat", "Tät: mer på skärmen.")
    choose_look(player, density="1")
    with stage.as_large(1920, 1080):
        player.shoot("stor-skarm", "På en stor skärm.")


def sign_out(player: Player) -> None:
    """Text that is not saved keeps the operator at the desk."""
    player.press("Ctrl+Tab")
    player.see("Kvinna, cirka 40 år")
    player.press("Ctrl+Q")
    player.see("Spara eller avsluta samtalet innan du loggar ut.")
    player.shoot("osparat", "Det som inte är sparat går inte att lämna av misstag.")
    player.press("Ctrl+S")
    player.see("Sparad, osignerad")
    leave_desk(player)


def operators(player: Player) -> None:
    """The administrator adds an operator, gives a password and roles, and closes the account."""
    fill(player, "admin", PASSWORD)
    player.press("Return")
    player.see("Operatörer", "Systemförvaltare")
    player.shoot("fyrtio", "Demoregionens fyrtio operatörer.")
    with player.journey("Lägga till en operatör"):
        player.press("Ctrl+Shift+N")
        player.see("Ny operatör", "Befattning")
        fill(player, "eva.demo", "Eva Demo", "Sjuksköterska", "SE0000000001-DEMO1177")
        player.shoot("ny-operator", "En ny operatör får sina roller.")
        player.press("Return")
        player.see("Nytt lösenord", "Lösenordet en gång till")
        fill(player, NEW_PASSWORD, NEW_PASSWORD)
        player.shoot("nytt-losenord", "Lösenordet skrivs två gånger.")
        player.press("Return")
        player.see("Operatören har fått ett nytt lösenord.")
    player.shoot("tillagd", "Operatören finns och kan logga in.")
    player.press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Space")
    player.see("Rollerna gäller från nästa inloggning.")
    player.press("Tab", "Space")
    player.shoot("roller", "Roller läggs till och tas bort.")
    player.press("Return")
    player.see("Telefonsjuksköterska, Växeltelefonist")
    player.press("Tab", "Space")
    player.see("Avstängd")
    player.shoot("avstangd", "Ett konto stängs av; det som skrivits finns kvar.")


def choose_look(
    player: Player, *, colours: str = "", size: str = "", density: str = "", picture: str = ""
) -> None:
    """By the number keys; Tab goes to the next row."""
    player.press("Ctrl+,")
    player.see("Valet följer dig, inte datorn.")
    for place, number in enumerate((colours, size, density)):
        if place:
            player.press("Tab")
        if number:
            player.write(number)
    if picture:
        player.shoot(picture, "Utseendet provas genast och behålls för den som är inloggad.")
    player.press("Return")
    player.see_no_more("Valet följer dig, inte datorn.")


def english(player: Player, stage: Stage, demo: DemoGround) -> None:
    """The same program where the computer speaks English, once its words have been compiled."""
    if not (FOLDER / "en.qm").is_file():
        return
    with stage.in_english(), stage.opened(player, demo.folder, demo.source):
        player.see("User name")
        fill(player, "ssk", PASSWORD)
        player.press("Return")
        player.see("Wrap-up")
        player.shoot("engelska", "På en dator som talar engelska.")
