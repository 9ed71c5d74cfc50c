"""The team: who is in it, inviting, coming in, leaving."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import attempts, forms, queries, services, words
from peremena.projects.models import Invitation, MembershipQuerySet, Project


@signed_in
@require_safe
def team(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    standing = queries.standing(project, request.user)
    invitations = project.invitations.open(timezone.now()) if standing.leads else ()
    context = {
        "project": project,
        "standing": standing,
        "members": queries.team(project),
        "invitations": invitations,
        "form": forms.InvitationForm(),
        "roles": forms.ROLE_CHOICES,
    }
    return render(request, "projects/team.html", context)


@signed_in
@require_POST
def invite(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.with_team_of(request.user), pk=pk)
    form = forms.InvitationForm(request.POST)
    if form.is_valid():
        role = form.cleaned_data["role"]
        services.teams.invite(project, role=role, by=request.user, now=timezone.now())
    return redirect("projects:team", project.pk)


@signed_in
@require_POST
def withdraw(request: PersonRequest, pk: int, invitation: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.with_team_of(request.user), pk=pk)
    found = get_object_or_404(project.invitations.open(timezone.now()), pk=invitation)
    services.teams.withdraw(found, by=request.user, now=timezone.now())
    return redirect("projects:team", project.pk)


@signed_in
@require_http_methods(["GET", "POST"])
def join(request: PersonRequest, token: str) -> HttpResponse:
    """The link shows what one is invited to; the button joins."""
    invitations = Invitation.objects.open(timezone.now()).select_related(
        "project__territory__district"
    )
    invitation = get_object_or_404(invitations, token=token)
    if request.method == "POST":
        services.teams.join(invitation, person=request.user, now=timezone.now())
        messages.success(request, _("You are in the team."))
        return redirect(invitation.project)
    return render(request, "projects/join.html", {"invitation": invitation})


@signed_in
@require_http_methods(["GET", "POST"])
def enter_code(request: PersonRequest) -> HttpResponse:
    """Six digits said by phone lead to the page of the invitation."""
    form = forms.CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempts.spend(request.user)
        invitations = Invitation.objects.open(timezone.now())
        if found := invitations.by_code().filter(code=form.cleaned_data["code"]).first():
            return redirect(found)
        form.add_error("code", _("There is no such code. Check the digits or ask for a new one."))
    status = 422 if form.errors else 200
    return render(request, "projects/enter_code.html", {"form": form}, status=status)


@signed_in
@require_POST
def change_role(request: PersonRequest, pk: int, member: int) -> HttpResponse:
    membership = get_object_or_404(fellow_members(request, pk), pk=member)
    form = forms.InvitationForm(request.POST)
    if form.is_valid():
        services.teams.change_role(membership, role=form.cleaned_data["role"], by=request.user)
    return redirect("projects:team", pk)


@signed_in
@require_POST
def leave(request: PersonRequest, pk: int, member: int) -> HttpResponse:
    membership = get_object_or_404(fellow_members(request, pk), pk=member)
    services.teams.leave(membership, by=request.user, now=timezone.now())
    if membership.person_id == request.user.pk:
        messages.success(request, _("You have left the team. What you wrote stays in the project."))
        return redirect("desk:home")
    return redirect("projects:team", pk)


@signed_in
@require_POST
def hand_over(request: PersonRequest, pk: int, member: int) -> HttpResponse:
    membership = get_object_or_404(fellow_members(request, pk), pk=member)
    services.teams.hand_over(membership, by=request.user)
    messages.success(request, _("Handed over. You write in the project from now on."))
    return redirect("projects:team", pk)


@signed_in
@require_safe
def rights(request: PersonRequest, pk: int) -> HttpResponse:
    """Who may do what, in plain words."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    return render(request, "projects/rights.html", {"project": project, "rights": words.WHO_MAY})


@signed_in
@require_POST
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Opens the project to experts of the school, or hides it from them."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    shown = request.POST.get("shown") == "yes"
    services.projects.show_to_experts(project, shown=shown, by=request.user)
    return redirect("projects:team", project.pk)


def fellow_members(request: PersonRequest, pk: int) -> MembershipQuerySet:
    project = get_object_or_404(Project.objects.with_team_of(request.user), pk=pk)
    return project.memberships.current().select_related("person")
