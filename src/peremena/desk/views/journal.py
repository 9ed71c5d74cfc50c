"""Journal pages: of a thing, of a person, of the whole centre."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peremena.desk.queries import journal as queries
from peremena.journal.models import Entry
from peremena.kit.paging import page
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in


@requires(Ability.SEE_JOURNAL)
@require_safe
def journal(request: PersonRequest) -> HttpResponse:
    note = _("What people of your centre did, the newest first.")
    return written(request, queries.of_centres(request.user), title=_("Journal"), note=note)


@signed_in
@require_safe
def journal_of(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    known = queries.KINDS.get(kind)
    if known is None:
        raise Http404
    thing = get_object_or_404(queries.named(known.visible(request.user)), pk=pk)
    back = {"back_url": queries.address(thing), "back_text": thing}
    title = f"{_('Who did what')}: {thing}"
    return written(request, queries.about(known, thing), title=title, note=known.name, **back)


@signed_in
@require_safe
def journal_of_person(request: PersonRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.in_journal_of(request.user), pk=pk)
    title = f"{_('Who did what')}: {person.full_name}"
    note = _("What this person did, and what others did for them.")
    back = {"back_url": queries.card_of(person, request.user), "back_text": person.full_name}
    return written(request, queries.of_person(person), title=title, note=note, **back)


@signed_in
@require_safe
def my_deeds(request: PersonRequest) -> HttpResponse:
    note = _("Each line says who did it and for whom. Nobody can change or remove a line.")
    title = _("What I did here and what others did for me")
    return written(request, queries.of_person(request.user), title=title, note=note)


def written(
    request: PersonRequest,
    entries: QuerySet[Entry],
    *,
    title: str,
    note: str | Promise,
    **more: Any,
) -> HttpResponse:
    newest = entries.select_related("actor", "on_behalf_of")
    found = page(newest, by=("-at", "-pk"), after=request.GET.get("after", ""))
    shown = queries.lines(found.rows, request.user)
    context = {"lines": found, "shown": shown, "title": title, "note": note, **more}
    return render(request, "desk/journal.html", context)
