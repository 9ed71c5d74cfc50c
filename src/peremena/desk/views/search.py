"""One box that finds people, territories, projects and cases."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peremena.desk import search as index
from peremena.people.access import PersonRequest

LONGEST = 200


@require_safe
def search(request: PersonRequest) -> HttpResponse:
    """Open to all: everybody finds what they may see, and learns of nothing else."""
    question = request.GET.get("q", "")[:LONGEST]
    kind = request.GET.get("kind", "")
    context = {"answer": index.ask(question, request.user, kind=kind), "kind": kind}
    return render(request, "desk/search.html", context)
