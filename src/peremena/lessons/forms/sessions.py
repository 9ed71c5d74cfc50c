"""Days of the timetable as staff type them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from peremena.cohorts.models import Cohort
from peremena.kit.choices import choices
from peremena.lessons import rules, words
from peremena.lessons.models import Lesson, Session
from peremena.lessons.services.sessions import Plan

BETWEEN = re.compile(r"[,;\n]+")
UP_TO = re.compile(r"\s*[—–]\s*|\s+-\s+")
WRITTEN = ("%d.%m.%Y", "%Y-%m-%d")


class DayField(forms.DateField):
    """The calendar of the device."""

    widget = forms.DateInput(format="%Y-%m-%d")


class SkippedField(forms.CharField):
    """Days and spans of days: “31.12.2026 — 10.01.2027, 04.03.2027”."""

    def clean(self, value: Any) -> frozenset[date]:
        spans = [part for part in BETWEEN.split(super().clean(value)) if part.strip()]
        return frozenset(day for span in spans for day in days_of(span))


def days_of(span: str) -> Iterable[date]:
    ends = [read(part) for part in UP_TO.split(span.strip())]
    if len(ends) > 2 or (ends[-1] - ends[0]).days not in range(400):
        raise ValidationError(_g("“{span}” is no span of days.").format(span=span.strip()))
    return (ends[0] + timedelta(days=more) for more in range((ends[-1] - ends[0]).days + 1))


def read(text: str) -> date:
    for form in WRITTEN:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
    raise ValidationError(_g("“{day}” is no day: write it as 31.12.2026.").format(day=text.strip()))


class SessionForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What it is"), choices=choices(words.SESSION_KINDS), initial="lesson"
    )
    title = forms.CharField(label=_("What it is called"), max_length=200)
    lesson = forms.ModelChoiceField(
        label=_("With which lesson"),
        queryset=Lesson.objects.none(),
        required=False,
        empty_label=_("with none"),
    )
    day = DayField(label=_("Day"))
    starts = forms.TimeField(
        label=_("From what time"), help_text=_("By the centre’s clock, such as 10:00")
    )
    ends = forms.TimeField(label=_("Until what time"))
    place = forms.CharField(label=_("Where"), max_length=300, required=False)
    link = forms.URLField(
        label=_("Address of the meeting on the internet"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    note = forms.CharField(
        label=_("What else to know"),
        help_text=_("What to bring, how to get there."),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, *args: Any, cohort: Cohort, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lessons = Lesson.objects.filter(module__cohort=cohort).order_by("module__place", "place")
        self.fields["lesson"].queryset = lessons  # type: ignore[attr-defined]

    def clean(self) -> None:
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("It has to end after it begins."))

    @property
    def plan(self) -> Plan:
        names = ("title", "starts", "ends", "kind", "lesson", "place", "link", "note")
        return Plan(**{name: self.cleaned_data[name] for name in names})


class SessionsForm(SessionForm):
    """One day, or the same day of each week."""

    until = DayField(
        label=_("Every week until which day"),
        help_text=_("Empty: only this once."),
        required=False,
    )
    skipped = SkippedField(
        label=_("Which days to leave out"),
        help_text=_("For example: 31.12.2026 — 10.01.2027, 04.03.2027"),
        max_length=1000,
        required=False,
    )

    def clean(self) -> None:
        super().clean()
        day, until = self.cleaned_data.get("day"), self.cleaned_data.get("until")
        if day and until and until < day:
            self.add_error("until", _("The last day comes before the first."))

    @property
    def days(self) -> list[date]:
        given = self.cleaned_data
        return rules.weekly(given["day"], given["until"] or given["day"], given["skipped"])


def of_session(session: Session) -> dict[str, Any]:
    starts, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    names = ("kind", "title", "place", "link", "note")
    known = {name: getattr(session, name) for name in names}
    return known | {
        "lesson": session.lesson_id,
        "day": starts.date(),
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
    }


class CancelForm(forms.Form):
    why = forms.CharField(
        label=_("Why, and what instead"),
        help_text=_("Everybody reads it in the letter."),
        max_length=500,
        widget=forms.Textarea,
    )
