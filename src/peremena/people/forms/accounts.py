"""What people type about themselves and to sign in."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.people import codes


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    patronymic = forms.CharField(
        label=_("Patronymic, if you have one"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "additional-name"}),
    )
    surname = forms.CharField(
        label=_("Surname"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "family-name"}),
    )


class SignUpForm(NameForm, allauth.SignupForm):
    """A name and an address; those who want a password set one later."""

    field_order = ["name", "patronymic", "surname", "email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password1"]


class NewPassword(forms.Form):
    """Says the rules of a password in one sentence instead of a list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _(
            "At least eight characters, not only digits and not a word that everybody uses."
        )


class ChangePasswordForm(NewPassword, allauth.ChangePasswordForm):
    pass


class SetPasswordForm(NewPassword, allauth.SetPasswordForm):
    pass


class ReplacePasswordForm(NewPassword, allauth.ResetPasswordKeyForm):
    """After a code from a letter."""


class PaperCodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code on the slip"),
        max_length=40,
        help_text=_("Capital or small letters, Russian or Latin, with or without the dash."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        if code := codes.read(self.cleaned_data["code"]):
            return code
        raise forms.ValidationError(
            _("The code has ten letters and digits, such as KMH27-T9XPA. Check what you typed.")
        )


class HelperForm(forms.Form):
    email = forms.EmailField(
        label=_("The helper’s e-mail"),
        help_text=_("The one with which the helper signs in here."),
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
