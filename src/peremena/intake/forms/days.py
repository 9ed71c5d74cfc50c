"""Days and hours as the device's own calendar and clock write them."""

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """The day is written as 2026-11-23."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, required=required, widget=DayInput())


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__({"type": "time"}, format="%H:%M")
