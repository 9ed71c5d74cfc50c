"""Enrolling: somebody who is here already, or somebody who dictates by phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.cohorts import queries, words
from peremena.cohorts.models import Cohort
from peremena.cohorts.rules import Part
from peremena.cohorts.services import Ground, Newcomer
from peremena.people.forms import NameForm
from peremena.people.models import Person
from peremena.places.models import District, Territory
from peremena.projects.models import Project


class NextForm(forms.Form):
    """Whom to enrol."""

    person = forms.ModelChoiceField(
        label=_("Somebody who is here already"),
        queryset=Person.objects.none(),
        empty_label=_("Choose the person"),
    )

    def __init__(self, cohort: Cohort, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Person.objects.filter(
            registrations__centre=cohort.programme.centre, is_active=True, erased_at=None
        ).exclude(enrolments__in=cohort.enrolments.all())
        field = self.fields["person"]
        field.queryset = known.order_by("surname", "name")  # type: ignore[attr-defined]
        field.label_from_instance = lambda person: person.full_name  # type: ignore[attr-defined]


class EnrolForm(NameForm):
    """`person`: somebody who is here already, or None when the name is dictated."""

    phone = forms.CharField(
        label=_("Phone"),
        max_length=32,
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(label=_("E-mail, if there is one"), required=False)
    territory = forms.ModelChoiceField(
        label=_("Territory"),
        queryset=Territory.objects.none(),
        required=False,
        empty_label=_("Not in the list"),
    )
    district = forms.ModelChoiceField(
        label=_("District"),
        help_text=_("Only for a territory that is not in the list."),
        queryset=District.objects.order_by("name"),
        required=False,
        empty_label=_("Choose the district"),
    )
    village = forms.CharField(label=_("Main village"), max_length=120, required=False)
    project = forms.ModelChoiceField(
        label=_("Project"),
        queryset=Project.objects.none(),
        required=False,
        empty_label=_("There is none yet"),
    )
    part = forms.TypedChoiceField(
        label=_("Comes as"),
        choices=[(Part.LEARNER.value, _("learner: takes a place")),
                 (Part.MENTOR.value, _("mentor: helps those who learn"))],
        coerce=Part,
        initial=Part.LEARNER.value,
        widget=forms.RadioSelect,
    )  # fmt: skip

    field_order = ["surname", "name", "patronymic", "phone", "email", "territory", "district",
                   "village", "project", "part"]  # fmt: skip

    def __init__(self, cohort: Cohort, person: Person | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cohort, self.person = cohort, person
        self._offer_places()
        if person:
            for name in ("name", "surname", "patronymic", "phone", "email"):
                del self.fields[name]
            self.fields["project"].queryset = queries.ownable(cohort, person)  # type: ignore[attr-defined]
        else:
            del self.fields["project"]

    def _offer_places(self) -> None:
        """The territories of the centre; those which the person keeps come first to mind."""
        kept = Territory.objects.kept_by(self.person) if self.person else Territory.objects.none()
        cared = Territory.objects.in_care_of([self.cohort.programme.centre_id])
        known = Territory.objects.filter(pk__in=kept.values("pk")) | Territory.objects.filter(
            pk__in=cared.values("pk")
        )
        field = self.fields["territory"]
        field.queryset = known.select_related("district").order_by("name", "pk")  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{one.name}, {one.district}"  # type: ignore[attr-defined]
        field.initial = kept.first()

    def clean(self) -> None:
        given = super().clean() or self.cleaned_data
        if given.get("territory") is None and not (given.get("district") and given.get("village")):
            self.add_error(
                "territory", _("Choose the territory, or name its district and village.")
            )
        if not self.errors:
            self._explain()

    def _explain(self) -> None:
        """The reason why not stands beside the field, so that nothing dictated is lost."""
        given = self.cleaned_data
        refusal = self.cohort.why_not_enrol(self.person, given.get("territory"), given["part"])
        if refusal:
            self.add_error(None, words.REFUSALS[refusal])
        if self.person is None and Person.objects.with_email(given["email"] or "-").exists():
            self.add_error("email", _("Somebody with this e-mail is already here."))
        if self.person is None and (same := queries.with_phone(self.cohort, given["phone"])):
            found = _("This is the phone of %(name)s. Choose this person in the list.")
            self.add_error("phone", found % {"name": same.full_name})

    @property
    def who(self) -> Person | Newcomer:
        if self.person:
            return self.person
        names = ("name", "surname", "patronymic", "phone", "email")
        return Newcomer(**{name: self.cleaned_data[name] for name in names})

    @property
    def where(self) -> Territory | Ground:
        given = self.cleaned_data
        chosen: Territory | None = given["territory"]
        return chosen or Ground(given["district"], given["village"])
