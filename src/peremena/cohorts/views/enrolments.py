"""One person of a cohort: what has become of them, calls, the project."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts import forms, queries, services
from peremena.cohorts.models import Enrolment
from peremena.people.access import PersonRequest, signed_in


@signed_in
@require_safe
def enrolment(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Enrolment.objects.visible_to(request.user), pk=pk)
    context = shown(found) | {"form": forms.StatusForm(found)}
    return render(request, "cohorts/enrolment.html", context)


@signed_in
@require_POST
def change_status(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Enrolment.objects.visible_to(request.user), pk=pk)
    form = forms.StatusForm(found, request.POST)
    if form.is_valid():
        services.change_status(found, by=request.user, now=timezone.now(), **form.cleaned_data)
        return redirect(found)
    return render(request, "cohorts/enrolment.html", shown(found) | {"form": form}, status=422)


@signed_in
@require_http_methods(["GET", "POST"])
def call(request: PersonRequest, pk: int) -> HttpResponse:
    """Ring, and note it: from the board and back to it."""
    people = Enrolment.objects.visible_to(request.user).select_related("person", "territory")
    found = get_object_or_404(people, pk=pk)
    form = forms.CallForm(request.POST or None)
    back = request.POST.get("back") or request.GET.get("back", "")
    back = back if url_has_allowed_host_and_scheme(back, None) else found.get_absolute_url()
    if form.is_valid():
        services.note_contact(found, by=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Noted."))
        return redirect(back)
    last = found.notes.order_by("-at", "-pk").first()
    context = {"enrolment": found, "form": form, "back": back, "last": last}
    status = 422 if form.errors else 200
    return render(request, "cohorts/call.html", context, status=status)


@signed_in
@require_POST
def attach(request: PersonRequest, pk: int, project: int) -> HttpResponse:
    found = get_object_or_404(Enrolment.objects.visible_to(request.user), pk=pk)
    offered = queries.ownable(found.cohort, found.person)
    begun = get_object_or_404(offered, pk=project)
    services.attach_project(found, begun, by=request.user)
    return redirect(found)


def shown(enrolment: Enrolment) -> dict[str, object]:
    [life] = queries.lives(Enrolment.objects.filter(pk=enrolment.pk), timezone.now())
    cohort = enrolment.cohort
    return {
        "enrolment": life.enrolment,
        "life": life,
        "code": enrolment.person.paper_codes.open(timezone.now()).order_by("-made_at").first(),
        "changes": enrolment.changes.order_by("-at", "-pk").select_related("by"),
        "projects": queries.ownable(cohort, enrolment.person).exclude(pk=enrolment.project_id or 0),
        "plan": enrolment.plan.to_do(),
        "deadlines": cohort.deadlines.filter(due_on__gte=timezone.localdate()).order_by("due_on"),
    }
