"""How long things are kept, and what each night destroyed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from peremena.desk.services.retention import CLASSES
from peremena.kit.paging import page
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires
from peremena.people.models import Sweep

NAMES = {one.name: one.what for one in CLASSES}


@requires(Ability.ERASE_PEOPLE)
@require_safe
def sweeps(request: PersonRequest) -> HttpResponse:
    done = Sweep.objects.exclude(destroyed={})
    found = page(done, by=("-at", "-pk"), after=request.GET.get("after", ""))
    for one in found.rows:
        one.parts = [f"{NAMES.get(name, name)}: {n}" for name, n in one.destroyed.items()]  # type: ignore[attr-defined]
    return render(request, "desk/sweeps.html", {"classes": CLASSES, "sweeps": found})
