"""What is typed on pages of personal data."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from .traces import Loose

LOOSE = {
    Loose.SURNAME: _("the surname alone, in all its cases"),
    Loose.POLITE: _("the name with the patronymic"),
}


class FulfilForm(forms.Form):
    """`loose`: words that occur, with how often; `files`: stored names of files."""

    also = forms.MultipleChoiceField(
        label=_("Blank these words everywhere, too"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    kept = forms.MultipleChoiceField(
        label=_("Keep these files, because a law wants them kept"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sure = forms.BooleanField(label=_("I have read the list. This cannot be undone."))

    def __init__(self, *given: object, loose: Mapping[Loose, int], files: Sequence[str]) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.fields["also"].choices = [  # type: ignore[attr-defined]
            (str(one), f"{LOOSE[one]} — {count}") for one, count in loose.items()
        ]
        self.fields["kept"].choices = [(name, name) for name in files]  # type: ignore[attr-defined]


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it cannot be done now"),
        help_text=_("The person gets these words in a letter."),
        max_length=1000,
        widget=forms.Textarea,
    )
