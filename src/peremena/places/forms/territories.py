"""What staff say of districts, territories and villages."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.utils.translation import gettext_lazy as _

from peremena.kit.choices import choices
from peremena.places import words
from peremena.places.models import District, Territory
from peremena.places.passport.parts import MOST_PEOPLE
from peremena.places.rules import DistrictKind, Status

EIGHT_OR_ELEVEN = RegexValidator(r"^(\d{8}|\d{11})$", _("OKTMO has 8 or 11 digits."))
EIGHT = RegexValidator(r"^\d{8}$", _("The code of a district has 8 digits."))
YEARS = [MinValueValidator(1897), MaxValueValidator(2100)]


class DistrictsForm(forms.Form):
    """One district or all of them; what makes no sense is all."""

    district = forms.ModelChoiceField(
        label=_("District"),
        queryset=District.objects.order_by("name"),
        required=False,
        empty_label=_("All districts"),
    )


class FindForm(DistrictsForm):
    """Of the list: nothing in it is obligatory, and what makes no sense finds everything."""

    field_order = ["find", "district"]

    find = forms.CharField(label=_("Territory or village"), max_length=80, required=False)


class NumbersForm(forms.Form):
    """How many people live there; without a year and a source nobody can rely on a number."""

    population = forms.IntegerField(
        label=_("Residents"), min_value=0, max_value=MOST_PEOPLE, required=False
    )
    population_year = forms.IntegerField(
        label=_("Counted in the year"), validators=YEARS, required=False, localize=False
    )
    population_source = forms.CharField(
        label=_("Where the number is from"),
        help_text=_("For example: census, the register of the household books."),
        max_length=300,
        required=False,
    )


class NamedForm(NumbersForm):
    field_order = ["district", "name", "centre"]

    district = forms.ModelChoiceField(
        label=_("District"),
        queryset=District.objects.order_by("name"),
        empty_label=_("Choose the district"),
    )
    name = forms.CharField(
        label=_("What the territory is called"),
        help_text=_("As people call it. What it is in law is written down separately."),
        max_length=160,
    )


class TerritoryForm(NamedForm):
    """A new territory: its villages begin with the centre."""

    centre = forms.CharField(label=_("Its main village"), max_length=120)


class ChangeTerritoryForm(NamedForm):
    """The centre is one of the villages that are told of."""

    centre = forms.ChoiceField(label=_("Its main village"))

    def __init__(self, *args: Any, territory: Territory, **more: Any) -> None:
        more["initial"] = {name: getattr(territory, name) for name in self.base_fields}
        super().__init__(*args, **more)
        villages = dict.fromkeys([territory.centre, *territory.villages])
        self.fields["centre"].choices = [(name, name) for name in villages]  # type: ignore[attr-defined]


class VillageForm(NumbersForm):
    field_order = ["name"]

    name = forms.CharField(label=_("What the village is called"), max_length=120)
    latitude = forms.FloatField(
        label=_("Latitude, if known"), min_value=-90, max_value=90, required=False
    )
    longitude = forms.FloatField(
        label=_("Longitude, if known"), min_value=-180, max_value=180, required=False
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if (said.get("latitude") is None) != (said.get("longitude") is None):
            self.add_error("longitude", _("A point has a latitude and a longitude."))
        return said


class SinceForm(forms.Form):
    since = forms.DateField(
        label=_("Since which day"),
        help_text=_("What it was before ends with this day and stays in the history."),
        widget=forms.DateInput,
        required=False,
    )


class StatusForm(SinceForm):
    field_order = ["status", "since"]

    status = forms.TypedChoiceField(
        label=_("What it is in law"),
        choices=choices(words.STATUSES),
        coerce=Status,
        widget=forms.RadioSelect,
    )
    source = forms.CharField(
        label=_("Where this is written"),
        help_text=_("The law with its number and day, or the letter."),
        max_length=300,
    )


class CodeForm(SinceForm):
    field_order = ["code", "since"]

    code = forms.CharField(
        label=_("OKTMO code"), validators=[EIGHT_OR_ELEVEN], help_text=_("8 or 11 digits.")
    )


class DistrictForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=_("What it is in law"),
        choices=choices(words.DISTRICT_KINDS),
        coerce=DistrictKind,
        initial=DistrictKind.OKRUG.value,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("Its full name now"), max_length=160)
    since = forms.DateField(label=_("Since which day"), widget=forms.DateInput)
    source = forms.CharField(
        label=_("Where this is written"),
        help_text=_("The law with its number and day, or the letter."),
        max_length=300,
    )
    code = forms.CharField(
        label=_("OKTMO code"),
        validators=[EIGHT],
        required=False,
        help_text=_("Leave empty what is not confirmed."),
    )


class UploadForm(forms.Form):
    table = forms.FileField(
        label=_("The table"),
        help_text=_("XLSX or CSV, up to 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )
