"""What staff type in letters."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.cohorts.models import Cohort
from peremena.kit.choices import choices
from peremena.mail import words
from peremena.mail.rules import Urgency
from peremena.people.models import Person

LONGEST = 5000
URGENCIES = {one: words.URGENCIES[one] for one in (Urgency.CAN_WAIT, Urgency.TODAY)}


class LetterForm(forms.Form):
    """The matter alone: greeting and signature are put around it."""

    subject = forms.CharField(label=_("Subject"), max_length=200)
    body = forms.CharField(
        label=_("Text"),
        max_length=LONGEST,
        widget=forms.Textarea,
        help_text=_("Without greeting and signature: they are added. No names of other people."),
    )


class WriteForm(LetterForm):
    """To a cohort, unless it was opened from the card of a person."""

    cohort = forms.ModelChoiceField(Cohort.objects.none(), label=_("To whom"))
    urgency = forms.TypedChoiceField(
        label=_("When"), choices=choices(URGENCIES), coerce=Urgency, initial=Urgency.CAN_WAIT
    )
    field_order = ["cohort", "subject", "body", "urgency"]

    def __init__(self, *given: Any, by: Person, to: Person | None, **options: Any) -> None:
        super().__init__(*given, **options)
        if to:
            del self.fields["cohort"]
            return
        cohorts = Cohort.objects.run_by(by).select_related("programme").order_by("-pk")
        self.fields["cohort"].queryset = cohorts  # type: ignore[attr-defined]
