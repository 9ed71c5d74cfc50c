"""The short forms about one step in the life of an application."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from peremena.contests import words
from peremena.contests.models import Application, Turn
from peremena.contests.queries.life import TOTAL
from peremena.contests.rules import Kind
from peremena.drafts import numbers

from .fields import DayField, MoneyField

MARK = "mark."


class SubmissionForm(forms.Form):
    on = DayField(label=_("Which day was it submitted?"))
    hour = forms.TimeField(
        label=_("At what time?"),
        help_text=_("As the contest's site or the receipt shows it, such as 23:10."),
        input_formats=["%H:%M", "%H.%M", "%H %M"],
    )
    zone = forms.ChoiceField(
        label=_("By whose clock?"),
        choices=list(words.ZONES.items()),
        widget=forms.RadioSelect,
    )
    number = forms.CharField(label=_("Number given by the contest"), max_length=120, required=False)
    file = forms.FileField(
        label=_("Receipt or a picture of the screen"),
        help_text=_("PDF, photo or Word, up to 10 MB. You can add it later."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"on", "hour", "zone"} <= cleaned.keys():
            zone = ZoneInfo(cleaned["zone"])
            cleaned["at"] = datetime.combine(cleaned.pop("on"), cleaned.pop("hour"), tzinfo=zone)
        return cleaned

    @staticmethod
    def before(turn: Turn | None, application: Application) -> dict[str, Any]:
        """What stands in the fields at first: what is known, else the contest's own clock."""
        zone = (turn and turn.zone) or zone_of(application)
        if turn is None or turn.at is None:
            return {"zone": zone}
        at = timezone.localtime(turn.at, ZoneInfo(zone))
        return {"on": at.date(), "hour": f"{at:%H:%M}", "zone": zone, "number": turn.number}


class AdmissionForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=_("What did the contest decide?"),
        choices=[
            (Kind.ADMITTED.value, _("Admitted: experts will read it")),
            (Kind.REFUSED.value, _("Not admitted")),
        ],
        coerce=Kind,
        widget=forms.RadioSelect,
    )
    on = DayField(label=_("Which day did it become known?"))
    reason = forms.CharField(
        label=_("Why not?"),
        help_text=_("Only if it was not admitted: the words of the contest."),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )
    link = forms.URLField(label=_("Where it is published"), required=False, assume_scheme="https")

    @staticmethod
    def before(turn: Turn) -> dict[str, Any]:
        return {"kind": turn.kind, "on": turn.on, "reason": turn.reason, "link": turn.link}


class MarksForm(forms.Form):
    """Marks received, one field a criterion of the contest as it was frozen."""

    def __init__(self, *arguments: Any, application: Application, **options: Any) -> None:
        super().__init__(*arguments, **options)
        criteria = application.frozen_record.criteria
        asked = [(one.code, one.title) for one in criteria] + [(TOTAL, words.TOTAL_MARK)]
        for code, title in asked:
            self.fields[f"{MARK}{code}"] = forms.CharField(
                label=title,
                max_length=12,
                required=False,
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in [name for name in cleaned if name.startswith(MARK)]:
            text = cleaned[name].strip()
            if text and numbers.number(text) is None:
                self.add_error(name, _("Write a number, such as 7,5."))
        marks = {
            name.removeprefix(MARK): cleaned.pop(name).strip()
            for name in list(cleaned)
            if name.startswith(MARK)
        }
        return cleaned | {"marks": {code: mark for code, mark in marks.items() if mark}}

    @property
    def of_marks(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(MARK)]

    @property
    def of_paper(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith(MARK)]


class OutcomeForm(MarksForm):
    """Not won, or on the reserve list; a win goes into the ledger of money."""

    kind = forms.TypedChoiceField(
        label=_("What did the contest decide?"),
        choices=[
            (Kind.LOST.value, _("Not won this time")),
            (Kind.RESERVED.value, _("On the reserve list")),
        ],
        coerce=Kind,
        widget=forms.RadioSelect,
    )
    on = DayField(label=_("Which day did it become known?"))
    reason = forms.CharField(
        label=_("What did the experts say?"), max_length=4000, required=False, widget=forms.Textarea
    )
    link = forms.URLField(label=_("Where it is published"), required=False, assume_scheme="https")

    @staticmethod
    def before(turn: Turn) -> dict[str, Any]:
        known = {"kind": turn.kind, "on": turn.on, "reason": turn.reason, "link": turn.link}
        return known | {f"{MARK}{code}": mark for code, mark in turn.marks.items()}


class ContractForm(forms.Form):
    number = forms.CharField(label=_("Number of the contract"), max_length=120)
    on = DayField(label=_("Signed on"))
    amount = MoneyField(label=_("Sum of the contract, ₽"))
    file = forms.FileField(
        label=_("Contract as a file"),
        help_text=_("PDF, photo or Word, up to 10 MB. You can add it later."),
        required=False,
    )

    @staticmethod
    def before(turn: Turn) -> dict[str, Any]:
        return {"number": turn.number, "on": turn.on, "amount": turn.amount}


class WhyForm(forms.Form):
    """Goes with every correction."""

    why = forms.CharField(
        label=_("Why do you change it?"),
        help_text=_("In a few words. What was written before stays in the history."),
        max_length=1000,
    )


class TakeBackForm(WhyForm):
    """Goes with a step that did not happen."""


def zone_of(application: Application) -> str:
    """The clock that the contest names, else that of most: Moscow for all of Russia."""
    record = application.frozen_record
    named = [window.zone for window in record.windows if window.zone]
    return named[0] if named else "Asia/Omsk" if record.level == "regional" else "Europe/Moscow"
