"""What an operator has chosen to see, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from ui.theme.colours import Colours, Tone, ToneName
from ui.theme.metrics import SIZES, Density, Metrics, Type
from ui.theme.themes import THEMES, ThemeName

PROPERTY = "kundcenterAppearance"  # the application carries what it wears; no module does
FAMILY = "Inter"
TONES: frozenset[str] = frozenset(ToneName)


@dataclass(frozen=True, slots=True)
class Look:
    """The operator's choice; it follows the operator, not the machine."""

    theme: ThemeName = ThemeName.LIGHT
    size: int = 100  # per cent, one of SIZES
    density: Density = Density.COMFORTABLE

    def __post_init__(self) -> None:
        if self.size not in SIZES:
            raise ValueError(f"text size {self.size} is none of {SIZES}")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A `Look` worked out: the colours and the measures every widget reads."""

    look: Look
    platform_scale: float = 1.0  # the operating system's own text scaling
    colours: Colours = field(init=False)
    metrics: Metrics = field(init=False)

    def __post_init__(self) -> None:
        contrast = self.look.theme is ThemeName.CONTRAST
        metrics = Metrics(
            scale=self.look.size / 100 * self.platform_scale,
            density=self.look.density,
            focus_width=3 if contrast else 2,
        )
        object.__setattr__(self, "colours", THEMES[self.look.theme])
        object.__setattr__(self, "metrics", metrics)

    def tone(self, name: ToneName) -> Tone:
        return self.colours.tone(name)

    def font(
        self, type_: Type = Type.BODY, *, strong: bool = False, figures: bool = False
    ) -> QFont:
        """A font of the type scale; `figures` gives digits of equal width."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.metrics.type_size(type_))
        if strong or type_ in {Type.STRONG, Type.TITLE, Type.DISPLAY}:
            font.setWeight(QFont.Weight.DemiBold)
        if figures:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def current() -> Appearance:
    """What the application wears now; the plain light look before anything was put on."""
    app = QApplication.instance()
    worn = app.property(PROPERTY) if app is not None else None
    return worn if isinstance(worn, Appearance) else Appearance(Look())


def colour(role: str) -> QColor:
    """A colour of the current theme: a field of `Colours`, the ink of a tone, or "warning_on" (the
    text on a tone's loud ground)."""
    colours = current().colours
    if role in TONES:
        return QColor(colours.tone(ToneName(role)).ink)
    if role.endswith("_on"):
        return QColor(colours.tone(ToneName(role.removesuffix("_on"))).on_solid)
    return QColor(getattr(colours, role))
