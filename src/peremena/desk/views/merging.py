"""Two cards of one person: found, compared, made one, parted again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.desk import forms
from peremena.desk.queries import merging as queries
from peremena.desk.services import merging as services
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Merge, Person


@signed_in
@require_safe
def same(request: PersonRequest, pk: int) -> HttpResponse:
    """Which card is the other one: those alike, or found by name or telephone."""
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    find = request.GET.get("find", "").strip()[:120]
    context = {
        "person": person,
        "find": find,
        "alike": queries.alike(person, request.user),
        "found": queries.others(request.user, find) if find else (),
    }
    return render(request, "desk/same.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def pair(request: PersonRequest, pk: int, other: int) -> HttpResponse:
    """Both side by side; POST makes them one, or asks a colleague to."""
    mine = Person.objects.kept_by(request.user)
    kept, gone = get_object_or_404(mine, pk=pk), get_object_or_404(mine, pk=other)
    seen = queries.pair(kept, gone, request.user, timezone.now())
    form = forms.MergeForm(
        *([request.POST] if request.method == "POST" else []), choices=seen.choices
    )
    if form.is_valid():
        done = services.merge(kept, gone, taken=form.taken(), by=request.user, now=timezone.now())
        say(request, done)
        return redirect("desk:person", kept.pk)
    context = {"kept": kept, "gone": gone, "pair": seen, "form": form}
    return render(request, "desk/pair.html", context, status=422 if form.errors else 200)


def say(request: PersonRequest, done: Merge) -> None:
    if done.at:
        messages.success(request, _("There is one card now. Everything is on it."))
    else:
        messages.info(request, _("A colleague has to confirm it: both cards were signed in to."))


@signed_in
@require_POST
def confirm(request: PersonRequest, pk: int) -> HttpResponse:
    asked = found(request, pk)
    services.confirm(asked, by=request.user, now=timezone.now())
    say(request, asked)
    return redirect("desk:person", asked.kept_id)


@signed_in
@require_POST
def decline(request: PersonRequest, pk: int) -> HttpResponse:
    asked = found(request, pk)
    services.decline(asked, by=request.user, now=timezone.now())
    messages.success(request, _("The two cards stay as they are."))
    return redirect("desk:person", asked.kept_id)


@signed_in
@require_POST
def undo(request: PersonRequest, pk: int) -> HttpResponse:
    done = found(request, pk)
    services.undo(done, by=request.user, now=timezone.now())
    messages.success(request, _("There are two cards again. Look through both."))
    return redirect("desk:person", done.gone_id)


def found(request: PersonRequest, pk: int) -> Merge:
    return get_object_or_404(Merge.objects.kept_by(request.user), pk=pk)
