"""What people choose about letters to them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.kit.choices import choices

from . import words
from .models import HOURS


class WishesForm(forms.Form):
    wish = forms.ChoiceField(
        label=_("How often to write to you"),
        choices=choices(words.WISHES),
        widget=forms.RadioSelect,
    )
    quiet_from = forms.TypedChoiceField(label=_("Do not disturb from"), choices=HOURS, coerce=int)
    quiet_to = forms.TypedChoiceField(
        label=_("until"),
        choices=HOURS,
        coerce=int,
        help_text=_("At this hour the letter of the day comes."),
    )
    zone = forms.ChoiceField(label=_("By the time of"), choices=choices(words.ZONES))
