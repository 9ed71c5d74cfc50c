"""The register of people: the list, a new person, a change, roles."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.kit.refusals import status_of, told_in
from peremena.people import forms, queries, services
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.people.models import Person, RoleHeld


@requires(Ability.SEE_PEOPLE)
@require_safe
def people(request: PersonRequest) -> HttpResponse:
    form = forms.FindPeopleForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    listed = queries.people(request.user, **asked, after=request.GET.get("after", ""))
    waiting = queries.merges_waiting(request.user)
    context = {"people": listed, "form": form, "asked": asked, "waiting": waiting}
    return render(request, "people/people.html", context)


@requires(Ability.KEEP_PEOPLE)
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    """Says who is here already before somebody is written down twice."""
    centres = queries.centres_kept(request.user)
    form = forms.NewPersonForm(request.POST or None, centres=centres)
    if not form.is_valid():
        return person_form(request, form, twins=())
    card = form.cleaned_data
    anyway = card.pop("anyway")
    facts = {field: card[field] for field in ("name", "surname", "phone", "email")}
    twins = queries.twins(request.user, **facts)
    if twins and not (anyway and all(twin.email != card["email"] for twin in twins)):
        return person_form(request, form, twins=twins)
    with told_in(form):
        person = services.keeping.enter(by=request.user, **card)
        messages.success(request, _("The person is in the register."))
        return redirect("desk:person", person.pk)
    return person_form(request, form, twins=())


def person_form(
    request: PersonRequest, form: forms.NewPersonForm, *, twins: list[Person] | tuple[()]
) -> HttpResponse:
    status = 422 if twins else status_of(form)
    context = {"form": form, "twins": twins}
    return render(request, "people/add_person.html", context, status=status)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    known = {field: getattr(person, field) or "" for field in forms.PersonForm.base_fields}
    form = forms.PersonForm(request.POST or None, initial=known)
    if services.keeping.why_not_set_address(person, request.user):
        form.fields["email"].disabled = True
        form.fields["email"].help_text = _("Only the person changes it, on their own page.")
    if form.is_valid():
        with told_in(form):
            services.keeping.change_card(person, by=request.user, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("desk:person", person.pk)
    context = {"form": form, "person": person}
    return render(request, "people/edit_person.html", context, status=status_of(form))


@signed_in
@require_POST
def give_role(request: PersonRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    centres = queries.centres_kept(request.user, person)
    form = forms.RoleForm(request.POST, centres=centres)
    if form.is_valid():
        services.keeping.give(person, by=request.user, now=timezone.now(), **form.cleaned_data)
    return redirect("desk:person", person.pk)


@signed_in
@require_POST
def take_role(request: PersonRequest, pk: int, held: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    current = person.roles.current().select_related("person", "centre")
    role = get_object_or_404(current, pk=held)
    services.keeping.take(role, by=request.user, now=timezone.now())
    return redirect("desk:person", person.pk)


@requires(Ability.GIVE_ROLES)
@require_http_methods(["GET", "POST"])
def offices(request: PersonRequest) -> HttpResponse:
    """An administrator gives a role to whoever has this e-mail, in whatever centre."""
    form = forms.OfficeForm(request.POST or None, centres=queries.all_centres())
    if form.is_valid():
        named = form.cleaned_data
        person = Person.objects.with_email(named.pop("email")).filter(erased_at=None).first()
        if person:
            services.keeping.give(person, by=request.user, now=timezone.now(), **named)
            messages.success(request, _("The role is given."))
            return redirect("offices")
        form.add_error("email", _("Nobody here has this e-mail."))
    listed = queries.offices(request.GET.get("after", ""))
    context = {"form": form, "offices": listed}
    return render(request, "people/offices.html", context, status=422 if form.is_bound else 200)


@requires(Ability.GIVE_ROLES)
@require_POST
def take_office(request: PersonRequest, held: int) -> HttpResponse:
    current = RoleHeld.objects.current().exclude(centre=None).select_related("person", "centre")
    role = get_object_or_404(current, pk=held)
    services.keeping.take(role, by=request.user, now=timezone.now())
    return redirect("offices")
