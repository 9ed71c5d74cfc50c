"""What staff and markers type while the twelve are chosen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.intake import words
from peremena.intake.models import Call
from peremena.intake.queries import selection as queries
from peremena.intake.rules import Alternative, Interest, Verdict
from peremena.kit.choices import choices
from peremena.people.models import Person

from .days import day


class AskForm(forms.Form):
    person = forms.ModelChoiceField(
        Person.objects.none(), label=_("Expert"), empty_label=_("choose")
    )
    due_on = day(
        _("By what day"), _("The expert gets a letter at once and a reminder two days before.")
    )

    def __init__(self, *given: Any, call: Call, again: bool = False, **rest: Any) -> None:
        """`again`: only those who are asked already, for whom the day is moved."""
        super().__init__(*given, **rest)
        people = queries.asked_experts(call) if again else queries.experts(call)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class ClosenessForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Why do you not mark this one?"),
        choices=[
            (Interest.RELATIVE, _("This is a relative of mine")),
            (Interest.OWN_WORD, _("I know them too well to judge fairly")),
        ],
        widget=forms.RadioSelect,
    )


class DecisionForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("What we answer"), choices=choices(words.VERDICTS), widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why, in one or two sentences"),
        help_text=_("The applicant reads these words in the letter."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    alternative = forms.ChoiceField(
        label=_("What we offer instead, if they are not taken"),
        choices=[("", _("choose")), *choices(words.ALTERNATIVES)],
        required=False,
    )

    @property
    def told(self) -> dict[str, Any]:
        given = self.cleaned_data
        alternative = given["alternative"]
        return {
            "verdict": Verdict(given["verdict"]),
            "reason": given["reason"],
            "alternative": Alternative(alternative) if alternative else "",
        }
