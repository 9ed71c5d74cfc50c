"""Letters before they go and after, letters that staff write, and whom to ring."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.cohorts.models import Cohort
from peremena.desk.letter_forms import LetterForm, WriteForm
from peremena.desk.queries import outbox as queries
from peremena.desk.services import outbox as services
from peremena.mail.models import Letter
from peremena.mail.rules import Deed
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.people.models import Person

A_DAY = timedelta(days=1)


@requires(Ability.KEEP_MAIL)
@require_safe
def outbox(request: PersonRequest) -> HttpResponse:
    code = queries.shelf_meant(request.GET.get("shelf", ""))
    context = {
        "shelves": queries.shelves(code),
        "code": code,
        "letters": queries.shelf(request.user, code, request.GET.get("after", "")),
    }
    return render(request, "desk/outbox.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def letter(request: PersonRequest, pk: int) -> HttpResponse:
    """What will be sent, to the letter; POST changes the words."""
    found = get_object_or_404(queries.kept_by(request.user).select_related("person"), pk=pk)
    words = {"subject": found.subject, "body": found.body}
    form = LetterForm(request.POST or None, initial=words)
    if form.is_valid():
        services.edit(found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("desk:letter", pk)
    return letter_page(request, found, form)


def letter_page(request: PersonRequest, found: Letter, form: LetterForm) -> HttpResponse:
    context = {
        "letter": found,
        "form": form,
        "preview": queries.preview(found),
        "deeds": queries.deeds(found),
        "tone": queries.tone(found),
    }
    return render(request, "desk/letter.html", context, status=422 if form.is_bound else 200)


@signed_in
@require_POST
def handle(request: PersonRequest, pk: int) -> HttpResponse:
    """One of the buttons under a letter, or on the call list."""
    found = get_object_or_404(queries.kept_by(request.user), pk=pk)
    asked = request.POST.get("do", "")
    if asked not in {str(deed) for deed in Deed if deed is not Deed.EDIT}:
        raise Http404
    services.act(found, Deed(asked), by=request.user, now=timezone.now())
    is_call = asked in (Deed.TELL, Deed.UNTELL)
    return redirect("desk:calls") if is_call else redirect("desk:letter", pk)


@requires(Ability.KEEP_MAIL)
@require_http_methods(["GET", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    """To one person or a cohort. First it shows who gets it and how, then it is sent."""
    to = reader(request)
    given = request.POST if request.method == "POST" else None
    form = WriteForm(given, by=request.user, to=to, initial=request.GET.dict())
    context: dict[str, Any] = {"form": form, "to": to}
    if not form.is_valid():
        return render(request, "desk/write.html", context, status=422 if form.is_bound else 200)
    about = to or form.cleaned_data["cohort"]
    readers = [to] if to else members(form.cleaned_data["cohort"])
    letter = {name: form.cleaned_data[name] for name in ("subject", "body", "urgency")}
    if request.POST.get("do") != "send":
        context |= {"about": about, "letter": letter, "ways": queries.ways(readers)}
        return render(request, "desk/write_look.html", context)
    count = services.write(readers, about=about, by=request.user, now=timezone.now(), **letter)
    said = ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", count)
    messages.success(request, said % {"n": count})
    return redirect("desk:outbox")


def reader(request: PersonRequest) -> Person | None:
    """Whom the address names, if anybody; somebody whom one's centre does not know is not found."""
    named = request.GET.get("person") or request.POST.get("person")
    if not named:
        return None
    known = Person.objects.in_register_of(request.user).filter(is_active=True)
    return get_object_or_404(known, pk=named if named.isdigit() else 0)


def members(cohort: Cohort) -> list[Person]:
    """Everybody who has not left."""
    enrolled = cohort.enrolments.sitting().values("person")
    people = Person.objects.filter(pk__in=enrolled, erased_at=None)
    return list(people.order_by("surname", "name"))


@requires(Ability.KEEP_MAIL)
@require_safe
def calls(request: PersonRequest) -> HttpResponse:
    """Those who read no mail, with what would have been written to them."""
    now = timezone.now()
    context = {
        "letters": queries.to_tell(request.user, request.GET.get("after", "")),
        "told": queries.told_lately(request.user, now - A_DAY),
    }
    return render(request, "desk/calls.html", context)
