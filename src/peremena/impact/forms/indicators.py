"""How a promise is counted, and a fact as staff type it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.contests.forms import DayField
from peremena.impact import indicator_words as words
from peremena.impact.indicators import Code, Group, group_of


def ways() -> list[tuple[Any, Any]]:
    """By hand first, then what counts itself, by groups."""
    groups = [
        (
            words.GROUPS[group],
            [(code.value, words.CODES[code]) for code in Code if group_of(code) is group],
        )
        for group in Group
    ]
    return [("", _("by hand, with facts")), *groups]


class CountForm(forms.Form):
    code = forms.TypedChoiceField(
        label=_("How it is counted"),
        help_text=_("Choose only what says the same as the promise to the funder."),
        required=False,
        coerce=Code,
        empty_value=None,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = ways()  # type: ignore[attr-defined]


class FactForm(forms.Form):
    amount = forms.DecimalField(
        label=_("How many more"),
        help_text=_("Only what is new since the last fact: facts are added up."),
        max_digits=14,
        decimal_places=2,
        localize=True,
    )
    on = DayField(label=_("Of which day"))
    said = forms.CharField(label=_("What shows it"), max_length=500, required=False)
    link = forms.URLField(
        label=_("Where it is published"), max_length=500, required=False, assume_scheme="https"
    )
    file = forms.FileField(
        label=_("The document as a file"),
        help_text=_("PDF, photo, Word or Excel, up to 10 MB. Only staff open it."),
        required=False,
    )
