"""What a neighbour sends: one answer, and at the end perhaps a name and a phone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.places import capacity
from peremena.places.capacity import Question
from peremena.places.services.capacity import LONGEST


class AnswerForm(forms.Form):
    answer = forms.CharField(max_length=LONGEST, required=False, widget=forms.Textarea)

    def __init__(self, question: Question, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.fields["answer"].label = str(question.text)
        self.fields["answer"].help_text = _("For example: %(example)s") % {
            "example": question.example
        }


class IntroductionForm(forms.Form):
    """Nothing is ticked beforehand, and nothing must be given."""

    name = forms.CharField(
        label=_("How may we call you?"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    name_agreed = forms.BooleanField(label=capacity.NAME_AGREEMENT, required=False)
    phone = forms.CharField(
        label=_("Phone"),
        max_length=32,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    phone_agreed = forms.BooleanField(label=capacity.PHONE_AGREEMENT, required=False)

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("name") and not given.get("name_agreed"):
            self.add_error("name_agreed", _("Tick this, or leave the name out."))
        if given.get("phone") and not given.get("phone_agreed"):
            self.add_error("phone_agreed", _("Tick this, or leave the phone out."))
        return given
