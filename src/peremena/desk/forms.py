"""What is typed on pages of personal data."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from .queries.merging import Choice
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


class MergeForm(forms.Form):
    """`choices`: parts in which two cards differ; each is the first’s or the second’s."""

    sure = forms.BooleanField(label=_("I have looked at both: this is one person."))

    def __init__(self, *given: object, choices: Sequence[Choice]) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.parts = [one.part.value for one in choices]
        for one in choices:
            self.fields[one.part.value] = forms.ChoiceField(
                label=str(one.name),
                choices=[("kept", one.kept), ("gone", one.gone)],
                initial="kept",
                widget=forms.RadioSelect,
            )
        self.order_fields([*self.parts, "sure"])

    def taken(self) -> list[str]:
        """Parts that come from the second card."""
        return [part for part in self.parts if self.cleaned_data[part] == "gone"]
