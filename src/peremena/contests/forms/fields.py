"""Sums and days as people type them."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.drafts import numbers

YEARS = range(1990, 2101)
LARGEST = Decimal(10) ** 11


class MoneyField(forms.CharField):
    """«1 250 000», «1 250,50 ₽», «1,2 млн»: a sum in roubles, at most to the kopeck."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(max_length=40, **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = numbers.roubles(text)
        if found is None or found < 0 or found >= LARGEST or found != round(found, 2):
            raise forms.ValidationError(_("Write the sum in figures, such as 1 250 000."))
        return found

    def prepare_value(self, value: Any) -> Any:
        return numbers.shown(value) if isinstance(value, Decimal) else value


class DayField(forms.DateField):
    """A day of our time: a year typed as 24 or 2204 is a slip of the hand."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput, **options)

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day and day.year not in YEARS:
            raise forms.ValidationError(_("Look at the year."))
        return day
