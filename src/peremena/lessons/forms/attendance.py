"""What is typed about attendance: a code, a name, numbers of a paper list, a file."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code under the square"),
        help_text=_("Eight letters and digits; small letters will do."),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Your surname and name"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "name"}),
    )


class NumbersForm(forms.Form):
    numbers = forms.CharField(
        label=_("Numbers of those who have signed"),
        help_text=_("For example: 1-12, 15, 17о — or “все, кроме 4”."),
        max_length=1000,
        widget=forms.Textarea({"rows": 2, "inputmode": "text", "autocomplete": "off"}),
    )


class PhotoForm(forms.Form):
    photo = forms.ImageField(
        label=_("Photo of the signed paper"),
        help_text=_("Kept as a proof for a year; only staff see it."),
        widget=forms.FileInput({"accept": "image/*"}),
    )


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("The list of participants, as the video call gives it"),
        help_text=_("XLSX or CSV, up to 10 MB."),
    )
    presence = forms.ChoiceField(
        label=_("How they were there"),
        choices=[("online", _("was there online")), ("present", _("was there"))],
        initial="online",
    )
