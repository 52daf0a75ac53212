"""The scenes of the nurse's desk, in the order of a day: the card, the record, and the law."""

from __future__ import annotations

from kundcenter.start.tour import (
    scenes_112,
    scenes_hands,
    scenes_keys,
    scenes_law,
    scenes_person,
    scenes_recovery,
    scenes_review,
    scenes_snippets,
    scenes_who,
)
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import sign_in_again
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage, Switchboard


def play(player: Player, stage: Stage, demo: DemoGround) -> None:
    """On a demo region; first another program has been killed in the middle of a word."""
    scenes_recovery.play(player, stage, demo)
    with stage.opened(player, demo.folder, demo.source) as program:
        switchboard = Switchboard(program)
        sign_in_again(player)
        scenes_who.play(player, stage, switchboard, demo)
        scenes_person.play(player, demo)
        scenes_snippets.play(player, stage, demo)
        scenes_112.play(player, switchboard, demo)
        scenes_keys.play(player, demo)
        scenes_law.play(player, stage, demo)
        scenes_hands.play(player, switchboard, demo)
        scenes_112.without_an_exchange(player, switchboard)
        scenes_review.play(player, demo)
