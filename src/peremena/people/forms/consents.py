"""What is typed about consents."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.people import words
from peremena.people.rules import ConsentWay

BY_STAFF = [(way, words.CONSENT_WAYS[way]) for way in (ConsentWay.PHONE, ConsentWay.PAPER)]


class AgreeForm(forms.Form):
    """`text`: the very text that was on the page. The tick is never there beforehand."""

    text = forms.IntegerField(widget=forms.HiddenInput)
    agree = forms.BooleanField(label=_("I have read the text and agree"))


class EnterConsentForm(forms.Form):
    text = forms.IntegerField(widget=forms.HiddenInput)
    way = forms.ChoiceField(
        label=_("How the person agreed"),
        choices=BY_STAFF,
        widget=forms.RadioSelect,
        help_text=_("By phone: read the text aloud and hear a yes."),
    )
    scan = forms.FileField(
        label=_("Scan or photo of the signed paper"),
        required=False,
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png,.webp"}),
    )

    @property
    def told(self) -> dict[str, Any]:
        """How it was given, and the signed paper."""
        return {"way": ConsentWay(self.cleaned_data["way"]), "scan": self.cleaned_data["scan"]}


class EnterWithdrawalForm(forms.Form):
    way = forms.ChoiceField(
        label=_("How the person withdrew it"), choices=BY_STAFF, widget=forms.RadioSelect
    )
