"""Territories like one's own, and what they have solved."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from peremena.desk.queries import twins as queries
from peremena.people.access import PersonRequest, signed_in
from peremena.places.models import Territory


@signed_in
@require_safe
def twins(request: PersonRequest, pk: int) -> HttpResponse:
    territory = get_object_or_404(Territory.objects.with_passport_for(request.user), pk=pk)
    context = {"territory": territory, "found": queries.twins(territory, request.user)}
    return render(request, "desk/twins.html", context)
