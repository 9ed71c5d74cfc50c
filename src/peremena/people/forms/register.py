"""What staff write down about people and organisations."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.kit.choices import choices
from peremena.people import rules, words
from peremena.people.abilities import Role
from peremena.people.models import Centre
from peremena.people.registry_numbers import Slip, slip_in_inn, slip_in_ogrn

QUIET = {"autocomplete": "off"}
DIGITS = QUIET | {"inputmode": "numeric"}


class FindForm(forms.Form):
    find = forms.CharField(
        label=_("Find"), max_length=100, required=False, widget=forms.TextInput(QUIET)
    )


class FindPeopleForm(FindForm):
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("any")), *choices(words.ROLES)],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["find"].label = _("Name, telephone or e-mail")


class PersonForm(forms.Form):
    """Somebody as staff know them."""

    surname = forms.CharField(label=_("Surname"), max_length=120, widget=forms.TextInput(QUIET))
    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(QUIET))
    patronymic = forms.CharField(
        label=_("Patronymic"), max_length=120, required=False, widget=forms.TextInput(QUIET)
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=32,
        required=False,
        widget=forms.TextInput(QUIET | {"inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Whoever reads this mail can sign in as this person. May stay empty."),
        widget=forms.EmailInput(QUIET),
    )
    channel = forms.ChoiceField(
        label=_("How to reach them best"),
        choices=choices(words.CHANNELS),
        initial=rules.Channel.PHONE.value,
        widget=forms.RadioSelect,
    )
    about = forms.CharField(
        label=_("In a few words: who is it?"),
        max_length=200,
        required=False,
        help_text=_("Such as: librarian, Lesnaya. Colleagues and the team see it."),
        widget=forms.TextInput(QUIET),
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class CentreForm(forms.Form):
    """Asks for the centre only where there is more than one to choose from."""

    centre = forms.ModelChoiceField(label=_("Centre"), queryset=Centre.objects.none())

    def __init__(self, *args: Any, centres: Sequence[Centre], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Centre]", self.fields["centre"])
        field.queryset = Centre.objects.filter(pk__in=[centre.pk for centre in centres])
        if len(centres) == 1:
            field.widget = forms.HiddenInput()
            field.required = False
            self.only = centres[0]

    def clean_centre(self) -> Centre:
        chosen: Centre | None = self.cleaned_data["centre"]
        return chosen or self.only


class NewPersonForm(CentreForm, PersonForm):
    field_order = [*PersonForm.base_fields, "centre"]

    anyway = forms.BooleanField(
        label=_("This is another person of the same name"),
        required=False,
        widget=forms.HiddenInput,
    )


class RoleForm(CentreForm):
    """`without`: roles that need not be offered, for they are held."""

    role = forms.TypedChoiceField(label=_("Role"), coerce=Role)

    def __init__(self, *args: Any, without: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hidden = {Role.STAFF, Role.ADMINISTRATOR, *without}
        field = cast("forms.TypedChoiceField", self.fields["role"])
        field.choices = [(role.value, words.ROLES[role]) for role in Role if role not in hidden]


class OfficeForm(CentreForm):
    """An administrator gives a role to somebody of whatever centre."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(QUIET))
    role = forms.TypedChoiceField(
        label=_("Role"),
        choices=[(role.value, words.ROLES[role]) for role in Role if role != Role.ADMINISTRATOR],
        coerce=Role,
    )


class OrganisationForm(forms.Form):
    name = forms.CharField(
        label=_("Full name"), max_length=300, help_text=_("As in the charter or the register.")
    )
    short = forms.CharField(label=_("Short name"), max_length=120, required=False)
    kind = forms.ChoiceField(
        label=_("What it is"), choices=choices(words.ORGANISATION_KINDS), initial="ngo"
    )
    inn = forms.CharField(
        label=_("ИНН"),
        max_length=20,
        required=False,
        help_text=_("10 or 12 digits. If it is not known, leave it empty."),
        widget=forms.TextInput(DIGITS),
    )
    ogrn = forms.CharField(
        label=_("ОГРН or ОГРНИП"),
        max_length=24,
        required=False,
        help_text=_("13 or 15 digits. If it is not known, leave it empty."),
        widget=forms.TextInput(DIGITS),
    )
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    registered_on = forms.DateField(
        label=_("Day of registration"), required=False, widget=forms.DateInput
    )

    def clean_inn(self) -> str:
        return whole_number(self.cleaned_data["inn"], slip_in_inn)

    def clean_ogrn(self) -> str:
        return whole_number(self.cleaned_data["ogrn"], slip_in_ogrn)


class NewOrganisationForm(CentreForm, OrganisationForm):
    field_order = [*OrganisationForm.base_fields, "centre"]


def whole_number(typed: str, slip_in: Callable[[str], Slip | None]) -> str:
    """Without spaces; nothing is a number that is not known."""
    digits = "".join(typed.split())
    if digits and (slip := slip_in(digits)):
        raise forms.ValidationError(words.SLIPS[slip])
    return digits
