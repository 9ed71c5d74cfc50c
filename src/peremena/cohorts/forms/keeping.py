"""Keeping track: a status, a call, a deadline."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.cohorts import words
from peremena.cohorts.models import Enrolment
from peremena.cohorts.rules import Status
from peremena.kit.choices import choices

from .programmes import day


class StatusForm(forms.Form):
    status = forms.TypedChoiceField(
        label=_("What this person is in the cohort now"), coerce=Status, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Needed when somebody leaves. Only staff of the centre see it."),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, enrolment: Enrolment, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [pair for pair in choices(words.STATUSES) if pair[0] != enrolment.status]
        self.fields["status"].choices = others  # type: ignore[attr-defined]

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("status") is Status.LEFT and not given.get("reason", "").strip():
            self.add_error("reason", _("Write in a few words why."))


class CallForm(forms.Form):
    """A call in half a minute: one press, a few words, the next day."""

    has_answered = forms.TypedChoiceField(
        label=_("Did you get through?"),
        choices=[("yes", _("Answered")), ("no", _("No answer"))],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("What was agreed"), max_length=2000, required=False, widget=forms.Textarea
    )
    minutes = forms.IntegerField(
        label=_("How many minutes the consultation took"),
        help_text=_("Only for a consultation: it counts towards the certificate."),
        min_value=1,
        max_value=600,
        required=False,
    )
    next_on = day(
        _("When to ring again"), _("Empty after “No answer”: tomorrow. After a talk: no call.")
    )


class DeadlineForm(forms.Form):
    title = forms.CharField(
        label=_("What has to be done"),
        help_text=_("For example: the team is together, the passport is filled in"),
        max_length=200,
    )
    due_on = day(_("By which day"), required=True)
    about = forms.ChoiceField(
        label=_("How it is known that it is done"),
        help_text=_("Whoever has done it is not reminded any more."),
        choices=[("", _("nobody but people know")), *choices(words.DEADLINES)],
        required=False,
    )
