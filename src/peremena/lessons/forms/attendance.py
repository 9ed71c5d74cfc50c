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
