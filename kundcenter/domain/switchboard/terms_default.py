"""The terms of the switchboard before a region has published its own: invented, a demonstration.

Greetings name no region.  The card follows DOMAIN §1.4 and §14 (OSL 25:1, 10:28, 21:3).
"""

from __future__ import annotations

from kundcenter.domain.opening import Hours, Span
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms import Greeting, SwitchboardContent, Template

_FIRST, _LAST = 7 * 60 + 30, 16 * 60 + 30

DEFAULT = SwitchboardContent(
    greetings=(
        Greeting("Regionens växel, du talar med {namn}."),
        Greeting(
            "Regionens växel, du talar med {namn}. Mottagningarna har stängt; 1177 svarar på"
            " telefon dygnet runt.",
            mode=Mode.NIGHT,
        ),
        Greeting(
            "Regionens växel. Just nu är det mycket att göra, och brådskande samtal går först."
            " Vad gäller det?",
            mode=Mode.EMERGENCY,
        ),
    ),
    templates=(
        Template(
            "ring-upp",
            "Ring upp",
            "[[!namn]] vill bli uppringd om [[!ärende]]. Nås [[när=hela dagen|före lunch|efter"
            " lunch]].",
        ),
        Template(
            "ring-upp-bradskande",
            "Ring upp, brådskande",
            "Brådskande: [[!namn]] behöver bli uppringd så snart det går om [[!ärende]].",
            urgent=True,
        ),
        Template(
            "sokt-dig",
            "Har sökt dig",
            "[[!namn]] har sökt dig[? om [[ärende]]?] och [[återkommer själv|vill inte bli"
            " uppringd]].",
        ),
        Template(
            "mote",
            "Möte: sen eller förhindrad",
            "[[!namn]] är [[försenad|förhindrad]] till mötet [[!tid]].[? Orsak: [[orsak]].?]",
        ),
        Template(
            "leverans",
            "Leverans eller besök",
            "[[!vem]] är här för [[en leverans|ett besök]] och väntar [[!plats]].",
        ),
        Template(
            "fel",
            "Felanmälan",
            "Fel: [[!vad]]. Plats: [[!var]].[? Upptäcktes [[när]].?]",
        ),
    ),
    secrecy=(
        "Bekräfta aldrig att en namngiven person är patient, och neka inte heller.",
        "Säg: Jag kan varken säga ja eller nej, men jag kan ta ett meddelande.",
        "Säg aldrig på vilken avdelning eller mottagning någon är eller har en tid.",
        "Skyddade personuppgifter: lämna ingenting, vem som än frågar; hänvisa till arbetsledaren.",
        "Närstående: patienten bestämmer själv. Utan samtycke sägs ingenting.",
        "Polis, myndighet, annan vård: ring upp på ett nummer ur registret, aldrig på ett som de"
        " själva ger.",
        "Uppgiftsskyldighet ska stå i lag. Är du osäker avgör arbetsledaren.",
        "Press hänvisas till pressjouren. Säg inget om någon enskild.",
        "Skriv ned vad som frågades, vad du svarade och varför – också när du inte sade något.",
    ),
    day=Hours(spans=tuple(Span(day, _FIRST, day, _LAST) for day in range(1, 6))),
)
