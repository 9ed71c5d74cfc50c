"""Everything that waits for this person's word, in all projects."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries


@signed_in
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    return render(request, "projects/talks.html", {"mine": queries.open_talks.mine(request.user)})
