"""A call as staff type it: its days and words; its questions, conditions, rubric, quotas."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from peremena.intake import words
from peremena.intake.models import Call
from peremena.kit.choices import choices
from peremena.places.models import District

from .days import HourInput, day

MORNING = time(10)
TAKEN = _("There is a call with this address already. Write another.")


class CallForm(forms.Form):
    title = forms.CharField(label=_("What the call is called"), max_length=200)
    lead = forms.CharField(
        label=_("In two sentences: for whom and what for"),
        max_length=2000,
        widget=forms.Textarea,
    )
    text = forms.CharField(
        label=_("What will be, in more words"),
        max_length=8000,
        required=False,
        widget=forms.Textarea,
    )
    opens_on = day(_("First day of applications"))
    closes_on = day(_("Last day of applications"), _("The whole day counts, until midnight."))
    seminar_on = day(_("Day of the seminar"), required=False)
    seminar_hour = forms.TimeField(label=_("At what time"), required=False, widget=HourInput())
    seminar_place = forms.CharField(label=_("Where"), max_length=300, required=False)
    phone = forms.CharField(
        label=_("A phone for questions, and for those who dictate"),
        help_text=_("It stands on the notice and on the page for everybody."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    waiting = forms.IntegerField(
        label=_("How many on the waiting list"), min_value=0, max_value=50, initial=4
    )
    offer_days = forms.IntegerField(
        label=_("For how many days an offered place is kept"), min_value=1, max_value=30, initial=3
    )
    slug = forms.CharField(
        label=_("Short address"),
        help_text=_("Latin letters, figures and dashes. It stands on the notice."),
        max_length=40,
    )

    def __init__(self, *args: Any, call: Call | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.call = call

    def clean_slug(self) -> str:
        slug = slugify(self.cleaned_data["slug"])
        others = Call.objects.exclude(pk=self.call.pk) if self.call else Call.objects.all()
        if not slug or others.filter(slug=slug).exists():
            raise forms.ValidationError(TAKEN)
        return slug

    def clean(self) -> None:
        given = self.cleaned_data
        opens, closes = given.get("opens_on"), given.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("The last day comes before the first."))

    @property
    def told(self) -> dict[str, Any]:
        """As a call keeps it: moments instead of days."""
        given = self.cleaned_data
        same = ("title", "lead", "text", "seminar_place", "phone", "waiting", "offer_days", "slug")
        seminar = given["seminar_on"]
        hour = given["seminar_hour"] or MORNING
        return {
            **{name: given[name] for name in same},
            "opens_at": moment(given["opens_on"]),
            "closes_at": moment(given["closes_on"] + timedelta(days=1)),
            "seminar_at": moment(seminar, hour) if seminar else None,
        }


def moment(on: date, hour: time = time(0)) -> datetime:
    return timezone.make_aware(datetime.combine(on, hour))


def of_call(call: Call) -> dict[str, Any]:
    same = ("title", "lead", "text", "seminar_place", "phone", "waiting", "offer_days", "slug")
    seminar = timezone.localtime(call.seminar_at) if call.seminar_at else None
    return {
        **{name: getattr(call, name) for name in same},
        "opens_on": timezone.localdate(call.opens_at),
        "closes_on": timezone.localdate(call.closes_at - timedelta(seconds=1)),
        "seminar_on": seminar and seminar.date(),
        "seminar_hour": seminar and f"{seminar:%H:%M}",
    }


def of_new(usual: Mapping[str, Any], today: date, first_lesson: date) -> dict[str, Any]:
    """Days that fit the cohort: the seminar a week before the first lesson, two weeks to apply."""
    seminar = max(first_lesson - timedelta(days=7), today + timedelta(days=17))
    return {
        "title": usual["title"],
        "lead": usual["lead"],
        "text": usual["text"].strip(),
        "opens_on": today,
        "closes_on": seminar - timedelta(days=3),
        "seminar_on": seminar,
        "seminar_hour": f"{MORNING:%H:%M}",
        "waiting": 4,
        "offer_days": 3,
        "slug": f"{first_lesson:%Y-%m}",
    }


def left(rows: Any, *, named_by: str) -> list[dict[str, Any]]:
    """Rows with a name and not removed; those without a number stay where they were."""
    kept = [
        (given.get("ORDER") or place, place, given)
        for place, given in enumerate((form.cleaned_data for form in rows), 1)
        if given.get(named_by) and not given.get("DELETE")
    ]
    return [given for _order, _place, given in sorted(kept, key=lambda one: one[:2])]


def keyed(rows: Iterable[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    """Each row keeps its key for good; a new one gets the next number."""
    rows = list(rows)
    taken = {row.get("key") for row in rows}
    numbers = (f"{prefix}{number}" for number in range(1, 1000))
    free = (key for key in numbers if key not in taken)
    return [{**row, "key": row.get("key") or next(free)} for row in rows]


def lines(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]


class ConditionForm(forms.Form):
    key = forms.CharField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Question to answer with yes or no"), max_length=200, required=False
    )
    good = forms.ChoiceField(
        label=_("Whoever answers so may apply"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        required=False,
    )
    why = forms.CharField(label=_("What others read: why not"), max_length=300, required=False)
    instead = forms.CharField(
        label=_("And what they can do instead"), max_length=600, required=False
    )

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("text") and not (given.get("why") and given.get("instead")):
            self.add_error("instead", _("Write why not and what to do instead."))


class RubricForm(forms.Form):
    key = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=_("What is marked"), max_length=200, required=False)
    weight = forms.IntegerField(label=_("Weight"), min_value=1, max_value=10, required=False)
    top = forms.IntegerField(label=_("Most points"), min_value=1, max_value=10, required=False)
    descriptors = forms.CharField(
        label=_("What each mark means, from nought up, a line each"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
    )


class QuotaForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What has to come out"),
        choices=[("", "—"), *choices(words.QUOTAS)],
        required=False,
    )
    least = forms.IntegerField(label=_("At least"), min_value=1, max_value=200, required=False)
    key = forms.ModelChoiceField(
        label=_("District"),
        help_text=_("Only for a quota of one district."),
        queryset=District.objects.order_by("name"),
        required=False,
    )

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("kind") and not given.get("least"):
            self.add_error("least", _("Say how many."))
        if given.get("kind") == "district" and not given.get("key"):
            self.add_error("key", _("Choose the district"))


def conditions(rows: Any) -> list[dict[str, Any]]:
    names = ("key", "text", "good", "why", "instead")
    kept = keyed(left(rows, named_by="text"), "condition")
    return [{name: one.get(name) or "" for name in names} for one in kept]


def rubric(rows: Any) -> list[dict[str, Any]]:
    kept = keyed(left(rows, named_by="title"), "line")
    return [
        {
            "key": one["key"],
            "title": one["title"],
            "weight": one["weight"] or 1,
            "top": one["top"] or 3,
            "descriptors": lines(one["descriptors"]),
        }
        for one in kept
    ]


def quotas(rows: Any) -> list[dict[str, Any]]:
    return [quota(one) for one in left(rows, named_by="kind")]


def quota(given: dict[str, Any]) -> dict[str, Any]:
    kind, district = given["kind"], given["key"] if given["kind"] == "district" else None
    title = str(district) if district else str(words.QUOTAS[kind])
    key = str(district.pk) if district else kind
    return {"kind": kind, "key": key, "title": title, "least": given["least"]}


def of_quota(one: Mapping[str, Any]) -> dict[str, Any]:
    return {**one, "key": one["key"] if one["kind"] == "district" else ""}


def of_rubric(one: Mapping[str, Any]) -> dict[str, Any]:
    return {**one, "descriptors": "\n".join(one["descriptors"])}
