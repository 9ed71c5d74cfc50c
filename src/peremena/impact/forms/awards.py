"""Forms about one decision: a win, money outside contests, a correction, what others add."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peremena.contests.forms import DayField, MoneyField, WhyForm
from peremena.contests.forms.turns import MarksForm
from peremena.contests.models import Application
from peremena.impact import words
from peremena.impact.models import Award
from peremena.impact.rules import Attribution, Form, Kind
from peremena.kit.choices import choices
from peremena.people.abilities import Ability
from peremena.people.models import Organisation, Person
from peremena.projects.models import Project

LEVELS = {"regional": Kind.REGIONAL, "foundation": Kind.FUND}
CHANGED = (
    "kind", "awarded", "decided_on", "document", "document_on", "link", "attribution",
)  # fmt: skip


class EvidenceForm(forms.Form):
    """By what a colleague will confirm the sum."""

    document = forms.CharField(
        label=_("Number of the order or contract"), max_length=120, required=False
    )
    document_on = DayField(label=_("Date of the document"), required=False)
    link = forms.URLField(
        label=_("Where it is published"), max_length=500, required=False, assume_scheme="https"
    )
    file = forms.FileField(
        label=_("The document as a file"),
        help_text=_("PDF, photo or Word, up to 10 MB. You can add it later."),
        required=False,
    )
    is_confirmed = forms.BooleanField(
        label=_("Whoever gives the money has confirmed it: a published list or a letter"),
        required=False,
    )


class DecisionForm(EvidenceForm):
    awarded = MoneyField(label=_("How much was awarded, ₽"))
    decided_on = DayField(label=_("Day of the decision"))
    kind = forms.TypedChoiceField(
        label=_("Whose money is it?"),
        choices=[("", _("Choose")), *choices(words.KINDS)],
        coerce=Kind,
    )
    attribution = forms.TypedChoiceField(
        label=_("What part has the school in it?"),
        choices=choices(words.ATTRIBUTIONS),
        coerce=Attribution,
        initial=Attribution.FULL.value,
        widget=forms.RadioSelect,
    )

    field_order = ["awarded", "decided_on", "kind", "document", "document_on", "link", "file"]


class WinForm(MarksForm, DecisionForm):
    reason = forms.CharField(
        label=_("What did the experts say?"), max_length=4000, required=False, widget=forms.Textarea
    )

    field_order = DecisionForm.field_order

    @staticmethod
    def before(application: Application) -> dict[str, Any]:
        """The kind of money only where the contest leaves no doubt."""
        kind = LEVELS.get(application.frozen_record.level)
        return {"kind": kind.value if kind else ""}


class AwardForm(DecisionForm):
    """Money that came outside the contests of the catalogue."""

    project = forms.ModelChoiceField(
        label=_("Which project is it for?"),
        queryset=Project.objects.none(),
        empty_label=_("Choose"),
    )
    source = forms.CharField(
        label=_("Who gives the money?"),
        help_text=_("As it is called: a firm, a contest, an administration. No names of persons."),
        max_length=200,
    )
    requested = MoneyField(label=_("How much was asked for, ₽"), required=False)
    paid = MoneyField(label=_("How much has been paid, ₽"), required=False)

    field_order = [
        "project", "source", "awarded", "decided_on", "kind", "document", "document_on", "link",
        "file", "is_confirmed", "paid", "requested", "attribution",
    ]  # fmt: skip

    def __init__(self, *arguments: Any, keeper: Person, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["project"].queryset = kept_projects(keeper)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["paid"] = cleaned.get("paid") or 0
        return cleaned


class ChangeForm(DecisionForm, WhyForm):
    """A correction of any row; who gives the money and how much is paid, outside contests."""

    source = AwardForm.base_fields["source"]
    requested = MoneyField(label=_("How much was asked for, ₽"), required=False)
    paid = MoneyField(label=_("How much has been paid, ₽"), required=False)

    field_order = [*AwardForm.field_order, "why"]

    def __init__(self, *arguments: Any, award: Award, **options: Any) -> None:
        known = {name: getattr(award, name) for name in (*CHANGED, "source", "requested", "paid")}
        known["is_confirmed"] = award.proof == "confirmed"
        super().__init__(*arguments, **{"initial": known} | options)
        if award.application_id:
            for name in ("source", "requested", "paid"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "paid" in cleaned:
            cleaned["paid"] = cleaned["paid"] or 0
        return cleaned


class PaymentForm(forms.Form):
    amount = MoneyField(label=_("How much has come, ₽"))
    on = DayField(label=_("Which day?"))
    number = forms.CharField(label=_("Number of the payment order"), max_length=120, required=False)


class ContributionForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=_("Who adds to it?"),
        choices=[("", _("Choose")), *choices(words.GIVERS)],
        coerce=Kind,
    )
    form = forms.TypedChoiceField(
        label=_("In which way?"),
        help_text=_("Things and work are valued in roubles and counted apart from money."),
        choices=choices(words.FORMS),
        coerce=Form,
        initial=Form.MONEY.value,
        widget=forms.RadioSelect,
    )
    promised = MoneyField(label=_("Promised, ₽"), required=False)
    paid = MoneyField(label=_("Given, ₽"), required=False)
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Not an organisation, or not in the list"),
    )
    is_named = forms.BooleanField(
        label=_("The organisation agrees to be named on the public page"), required=False
    )
    document = forms.CharField(
        label=_("Document: letter, agreement, receipt"), max_length=200, required=False
    )

    def __init__(self, *arguments: Any, award: Award, **options: Any) -> None:
        super().__init__(*arguments, **options)
        known = Organisation.objects.filter(centre=award.centre_id).order_by("name")
        self.fields["organisation"].queryset = known  # type: ignore[attr-defined]


def kept_projects(person: Person) -> Any:
    centres = person.centres_with(Ability.RUN_CONTESTS)
    found = Project.objects.filter(centre__in=centres).select_related("territory")
    return found.order_by("title", "pk")
