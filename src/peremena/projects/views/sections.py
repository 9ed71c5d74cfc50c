"""One page of the workshop: shown, saved, talked about."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peremena.drafts import drawing, exchange
from peremena.drafts.services import Saved
from peremena.kit.keeping import Kind, is_beforehand, kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.projects import queries, services
from peremena.projects.brief import Section
from peremena.projects.checks import Circumstances
from peremena.projects.models import Section as Page

from . import live


@kept_on_phones(Kind.DRAFT)
@signed_in
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def section(request: PersonRequest, pk: int, section: str) -> HttpResponse:
    """POST keeps what was typed, from a script or from a plain form."""
    page = get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=section)
    now = timezone.now()
    if request.method != "POST":
        if not is_beforehand(request):
            services.looks.be_at(page.project, Section(section), request.user, now=now)
        return shown(request, page)
    saved = services.projects.write(page, exchange.sent(request), by=request.user, now=now)
    return told(request, page, saved) or shown(request, page, saved)


def told(request: PersonRequest, page: Page, saved: Saved) -> HttpResponse | None:
    """What the page's script has to know, in the one answer."""
    now, project, name = timezone.now(), page.project, Section(page.name)
    standing = queries.standing(project, request.user)
    asked = queries.section_page(project, name, standing, now, reader=request.user)
    news = queries.news(asked, saved, Circumstances(today=timezone.localdate(now)))
    others = queries.presence.here(project, name, request.user, now)
    beside = live.beside(project, news, others)
    return exchange.answer(request, saved, asked.form_page, beside)


def shown(request: PersonRequest, page: Page, saved: Saved | None = None) -> HttpResponse:
    standing = queries.standing(page.project, request.user)
    name = Section(page.name)
    found = queries.section_page(page.project, name, standing, timezone.now(), reader=request.user)
    removed = request.GET.get("removed", "")
    context = {
        "project": page.project,
        "page": found,
        "operation": uuid4().hex,
        "standing": standing,
        "others": queries.presence.here(page.project, name, request.user, timezone.now()),
        "form": drawing.form(found.draft, found.form_page, saved=saved, removed=removed),
    }
    return render(request, "projects/section.html", context, status=422 if saved else 200)


@signed_in
@exchange.takes_saves
@require_POST
def comment(request: PersonRequest, pk: int, section: str) -> HttpResponse:
    """A note beside a field, an answer to it, or its settling."""
    page = get_object_or_404(Page.objects.visible_to(request.user), project=pk, name=section)
    do = request.POST.get("do", "")
    text = request.POST.get(do, "")
    to = request.POST.get(f"to:{do}", "")
    said = services.talks.say(page, do, text, to=to, by=request.user, now=timezone.now())
    if said.is_unheard:
        messages.warning(request, _("Kept, but that person is not in the project any more."))
    if said.is_reopened:
        messages.info(
            request, _("The talk had been settled meanwhile; your answer opened it again.")
        )
    address = reverse("projects:section", args=[pk, section])
    return redirect(f"{address}#talk-{said.talk.pk}")
