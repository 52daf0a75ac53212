"""The rules of routing: what is in force, and the draft that is worked on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.routing.diff import rules_diff
from kundcenter.domain.routing.rules import Case, Rule, RuleSet, When, in_force
from kundcenter.domain.routing.text import RulesText, text_of
from kundcenter.domain.routing.try_out import Tried, try_out
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.badges import Badge
from ui.dialogs.publish_rules import PublishDialog
from ui.dialogs.rule import RuleDialog
from ui.dialogs.rule_case import CaseDialog, new_case
from ui.dialogs.rules_title import TitleDialog
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column, RecordModel
from ui.rule_words import refusal, set_badge, tried_badge, when_text
from ui.services import Services, current_codes
from ui.tasks import Lane, Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

STEP = 10  # between a rule's order and the next one's


class RulesPart(QWidget):
    """Each change of a line is saved at once, upon the draft's edition.

    `said` carries a sentence, `refused` an error for a notice.
    """

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._rules, self._codes = services.rules, current_codes(services)
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._outcomes = {each.code: each.label for each in self._codes.outcomes}
        self._sets: tuple[RuleSet, ...] = ()
        self._tried: dict[str, Tried] = {}
        self.trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self.trouble.hide()
        self.title = Text("", Type.LEAD, wrap=True)
        self.state = Chip(Badge(self.tr("Läge")))
        self.about = Text("", role="muted", wrap=True)
        self._rule_model, self._case_model = self._made_rules(), self._made_cases()
        self.rules = RecordTable(
            self.tr("Regler"),
            self._rule_model,
            empty=EmptyState(self.tr("Inga regler än"), "", icon="list"),
        )
        self.cases = RecordTable(
            self.tr("Fall som måste stämma"),
            self._case_model,
            empty=EmptyState(self.tr("Inga fall än"), "", icon="check-circle"),
        )
        self.rules.opened.connect(self._ask_rule)
        self.cases.opened.connect(self._ask_case)
        for table in (self.rules, self.cases):
            table.chosen.connect(lambda _: self._show_acts())
        self.begin = Button(self.tr("Nytt utkast"), icon="plus", keys=Action.BEGIN_RULES)
        self.rename = Button(self.tr("Rubrik och granskning"), icon="calendar")
        self.drop = Button(self.tr("Kasta utkastet"), icon="trash")
        self.tries = Button(self.tr("Prova fallen"), icon="play", keys=Action.TRY_RULES)
        self.publish = Button(
            self.tr("Publicera"), ButtonKind.PRIMARY, icon="check", keys=Action.PUBLISH_RULES
        )
        self.add_rule = Button(self.tr("Ny regel"), icon="plus")
        self.remove_rule = Button(self.tr("Ta bort regeln"), icon="minus")
        self.add_case = Button(self.tr("Nytt fall"), icon="plus")
        self.remove_case = Button(self.tr("Ta bort fallet"), icon="minus")
        for button, act in (
            (self.begin, self._ask_begin),
            (self.rename, self._ask_title),
            (self.drop, self._ask_drop),
            (self.tries, self.try_cases),
            (self.publish, self.ask_publish),
            (self.add_rule, self._ask_new_rule),
            (self.remove_rule, self._remove_rule),
            (self.add_case, self._ask_new_case),
            (self.remove_case, self._remove_case),
        ):
            button.clicked.connect(act)
        self._lay_out()
        tasks.changed.connect(self._on_changed)
        self._show(())

    def take_focus(self) -> None:
        self.rules.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        self._show(())

    def refresh(self) -> None:
        self._tasks.run(self, self._rules.all, self._show, self.refused.emit, topic="rules")

    @property
    def draft(self) -> RuleSet | None:
        """The one that is worked on."""
        return next((each for each in self._sets if each.is_draft), None)

    @property
    def shown(self) -> RuleSet | None:
        """The draft, or else what is in force."""
        return self.draft or in_force(self._sets)

    # -- what is shown -------------------------------------------------------------------------

    def _show(self, sets: tuple[RuleSet, ...]) -> None:
        before = self.shown
        self._sets = sets
        found = self.shown
        if found != before:
            self._tried = {}
            self.trouble.hide()
        self._rule_model.replace(found.rules if found else ())
        self._case_model.replace(found.cases if found else ())
        self.title.setText(found.title if found else self.tr("Inga regler är publicerade"))
        self.state.setVisible(found is not None)
        if found is not None:
            self.state.show_badge(set_badge(found, in_force(sets)))
        self.about.setText(self._about(found))
        self._show_acts()

    def _about(self, found: RuleSet | None) -> str:
        if found is None:
            return self.tr("112 erbjuds ändå alltid, och enheterna utan ordning.")
        parts = [self.tr("{rules} regler, {cases} fall")]
        if found.number:
            parts.append(self.tr("nummer {number}"))
        if found.published_at is not None:
            parts.append(self.tr("publicerad {at}"))
        if found.review_on is not None:
            parts.append(self.tr("granskas senast {review}"))
        if found.demonstration:
            parts.append(self.tr("påhittade, för demonstration"))
        return ", ".join(parts).format(
            rules=len(found.rules),
            cases=len(found.cases),
            number=found.number,
            at=day_and_time(found.published_at) if found.published_at else "",
            review=found.review_on,
        )

    def _show_acts(self) -> None:
        draft = self.draft
        approves = self._keeper.may(Function.APPROVE_GUIDANCE)
        self.begin.setVisible(draft is None)
        for button in (self.rename, self.drop, self.add_rule, self.add_case):
            button.setVisible(draft is not None)
        self.publish.setVisible(draft is not None and approves)
        self.tries.setEnabled(self.shown is not None)
        for button, table in ((self.remove_rule, self.rules), (self.remove_case, self.cases)):
            button.setVisible(draft is not None)
            button.setEnabled(table.current is not None)

    def _made_rules(self) -> RecordModel[Rule]:
        return RecordModel[Rule](
            (
                Column(self.tr("Nr"), lambda r: str(r.order), sort=lambda r: r.order,
                       figures=True, width=6),
                Column(self.tr("Kod"), lambda r: r.code, width=12),
                Column(self.tr("När"), lambda r: when_text(r.when),
                       tip=lambda r: when_text(r.when)),
                Column(self.tr("Hänvisning"), lambda r: self._outcomes.get(r.outcome, r.outcome),
                       tip=lambda r: self._outcomes.get(r.outcome, r.outcome), width=18),
                Column(self.tr("Enhet"), self._kind, width=13),
                Column(self.tr("Skäl"), lambda r: r.sentence, tip=lambda r: r.sentence),
            ),
            key=lambda rule: rule.code,
            parent=self,
        )  # fmt: skip

    def _made_cases(self) -> RecordModel[Case]:
        return RecordModel[Case](
            (
                Column(self.tr("Fall"), lambda c: c.name, tip=lambda c: c.name),
                Column(self.tr("Hur bråttom"), lambda c: c.urgency, width=10),
                Column(self.tr("Tid"), lambda c: day_and_time(c.at), figures=True, width=16),
                Column(self.tr("Ålder"), lambda c: "" if c.age is None else str(c.age), width=6),
                Column(self.tr("Först"), lambda c: self._outcomes.get(c.first, c.first), width=16),
                Column(
                    self.tr("Utfall"),
                    lambda c: tried_badge(self._tried.get(c.name)).text,
                    badge=lambda c: tried_badge(self._tried.get(c.name)),
                ),
            ),
            key=lambda case: case.name,
            parent=self,
        )

    def _kind(self, rule: Rule) -> str:
        if rule.kind is None:
            return ""
        return self.tr("Den listade") if rule.own else label(rule.kind)

    def _lay_out(self) -> None:
        acts = (self.drop, self.rename, self.tries, self.begin, self.publish)
        head = Head((self.title, self.state), acts)
        lines = spaced(QHBoxLayout(), gap="s")
        for button in (self.add_rule, self.remove_rule, self.add_case, self.remove_case):
            lines.addWidget(button)
        lines.addStretch()
        column = spaced(QVBoxLayout(self), "none", "m")
        column.addWidget(head)
        column.addWidget(self.about)
        column.addWidget(self.trouble)
        column.addWidget(self.rules, 3)
        column.addWidget(self.cases, 2)
        column.addLayout(lines)

    # -- what is done --------------------------------------------------------------------------

    def try_cases(self) -> None:
        """Try every case on the directory as it is, without the redirects of the day."""
        found = self.shown
        if found is not None:
            work = partial(try_out, found, self._keeper.directory, within=self._codes.deadlines)
            self._tasks.run(self, work, self._show_tried, lane=Lane.OUTSIDE, topic="try")

    def _show_tried(self, tried: tuple[Tried, ...]) -> None:
        self._tried = {each.case.name: each for each in tried}
        self._case_model.renew()

    def ask_publish(self) -> None:
        draft = self.draft
        if draft is None or self.publish.isHidden():
            return
        work = partial(try_out, draft, self._keeper.directory, within=self._codes.deadlines)
        then = partial(self._open_publish, draft)
        self._tasks.run(self, work, then, lane=Lane.OUTSIDE, topic="publish")

    def _open_publish(self, draft: RuleSet, tried: tuple[Tried, ...]) -> None:
        self._show_tried(tried)
        changes = rules_diff(in_force(self._sets), draft)
        dialog = PublishDialog(
            self._tasks, self._services, draft, changes=changes, tried=tried, parent=self
        )
        dialog.said.connect(self.said)
        dialog.open()

    def _ask_begin(self) -> None:
        found = in_force(self._sets)
        dialog = TitleDialog(found.title if found else "", None, new=True, parent=self)
        dialog.confirmed.connect(partial(self._begin, dialog))
        dialog.open()

    def _begin(self, dialog: TitleDialog) -> None:
        dialog.set_busy(True)
        verb = partial(self._rules.begin, dialog.title.text())
        self._tasks.run(dialog, verb, lambda _: dialog.accept(), dialog.refuse)

    def _ask_title(self) -> None:
        draft = self.draft
        if draft is not None:
            dialog = TitleDialog(draft.title, draft.review_on, parent=self)
            dialog.confirmed.connect(partial(self._retitle, dialog, draft))
            dialog.open()

    def _retitle(self, dialog: TitleDialog, draft: RuleSet) -> None:
        if not dialog.agrees():
            return
        text = replace(text_of(draft), title=dialog.title.text(), review_on=dialog.review_on)
        dialog.set_busy(True)
        verb = partial(self._rules.save, draft.id, text, upon=draft.edition)
        self._tasks.run(dialog, verb, lambda _: dialog.accept(), dialog.refuse)

    def _ask_drop(self) -> None:
        draft = self.draft
        if draft is None:
            return
        dialog = Dialog(
            self.tr("Kasta utkastet?"),
            sentence=self.tr("Det som gäller nu fortsätter att gälla."),
            primary=self.tr("Kasta"),
            danger=True,
            parent=self,
        )
        verb = partial(self._rules.drop, draft.id, upon=draft.edition)
        dialog.confirmed.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._tasks.run(self, verb, refused=self._refuse))
        dialog.open()

    def _ask_new_rule(self) -> None:
        draft = self.draft
        if draft is not None:
            last = max((each.order for each in draft.rules), default=0)
            self._open_rule(Rule("", last + STEP, When(), "VC"), None)

    def _ask_rule(self, rule: Rule) -> None:
        if self.draft is not None:
            self._open_rule(rule, rule.code)

    def _open_rule(self, rule: Rule, code: str | None) -> None:
        dialog = RuleDialog(self._codes, rule, parent=self)
        dialog.written.connect(partial(self._put_rule, code))
        dialog.open()

    def _put_rule(self, code: str | None, rule: Rule) -> None:
        draft = self.draft
        if draft is not None:
            kept = [each for each in draft.rules if each.code != code]
            self._save(draft, replace(text_of(draft), rules=(*kept, rule)))

    def _remove_rule(self) -> None:
        draft, rule = self.draft, self.rules.current
        if draft is not None and rule is not None:
            kept = tuple(each for each in draft.rules if each.code != rule.code)
            self._save(draft, replace(text_of(draft), rules=kept))

    def _ask_new_case(self) -> None:
        if self.draft is not None:
            self._open_case(new_case(self._services.now()), None)

    def _ask_case(self, case: Case) -> None:
        if self.draft is not None:
            self._open_case(case, case.name)

    def _open_case(self, case: Case, name: str | None) -> None:
        dialog = CaseDialog(self._codes, case, parent=self)
        dialog.written.connect(partial(self._put_case, name))
        dialog.open()

    def _put_case(self, name: str | None, case: Case) -> None:
        draft = self.draft
        if draft is not None:
            cases = [case if each.name == name else each for each in draft.cases]
            cases += [case] if name is None else []
            self._save(draft, replace(text_of(draft), cases=tuple(cases)))

    def _remove_case(self) -> None:
        draft, case = self.draft, self.cases.current
        if draft is not None and case is not None:
            kept = tuple(each for each in draft.cases if each.name != case.name)
            self._save(draft, replace(text_of(draft), cases=kept))

    def _save(self, draft: RuleSet, text: RulesText) -> None:
        verb = partial(self._rules.save, draft.id, text, upon=draft.edition)
        self._tasks.run(self, verb, lambda _: self.trouble.hide(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.trouble.say(refusal(error))
        self.trouble.show()

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("rules") and self.isVisible():
            self.refresh()
