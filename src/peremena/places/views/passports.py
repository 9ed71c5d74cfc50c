"""A territory's passport: the next question, the blocks, their versions, the numbers by year."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.drafts import drawing, exchange
from peremena.drafts.services import Saved
from peremena.drafts.versions import versions as versions_of
from peremena.kit.keeping import Kind, kept_on_phones
from peremena.people.access import PersonRequest, signed_in
from peremena.places.models import PassportBlock, Territory
from peremena.places.passport import Block, model_of
from peremena.places.queries import passport_pages as pages
from peremena.places.queries import passports as queries
from peremena.places.queries.years import years_table
from peremena.places.services import passports as services


@kept_on_phones(Kind.PAGE)
@signed_in
@require_safe
def passport(request: PersonRequest, pk: int) -> HttpResponse:
    """The next best question first; then how far each block is."""
    territory = get_object_or_404(Territory.objects.with_passport_for(request.user), pk=pk)
    standing = queries.standing(territory, request.user)
    context = {"territory": territory, "page": pages.passport_page(territory, standing)}
    return render(request, "places/passport.html", context)


@kept_on_phones(Kind.DRAFT)
@signed_in
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def block(request: PersonRequest, pk: int, block: str) -> HttpResponse:
    """POST keeps what was typed. The first who may write opens the block."""
    territory, name = found(request, pk, block)
    standing = queries.standing(territory, request.user)
    row = row_of(territory, name)
    now = timezone.now()
    if row is None and standing.writes:
        row = services.open_block(territory, name, by=request.user, now=now)
    if request.method != "POST" or row is None:
        return shown(request, pages.block_page(territory, name, row, standing), territory)
    saved = services.write(row, exchange.sent(request), by=request.user, now=now)
    page = pages.block_page(territory, name, row, standing)
    answer = exchange.answer(request, saved, page.form_page)
    return answer or shown(request, page, territory, saved)


def found(request: PersonRequest, pk: int, block: str) -> tuple[Territory, Block]:
    """A territory whose passport is open to this person, and a block that passports have."""
    territory = get_object_or_404(Territory.objects.with_passport_for(request.user), pk=pk)
    if block not in set(Block):
        raise Http404
    return territory, Block(block)


def row_of(territory: Territory, block: Block) -> PassportBlock | None:
    row = territory.blocks.filter(name=block).select_related("draft").first()
    if row:
        row.territory = territory
    return row


def shown(
    request: PersonRequest, page: pages.BlockPage, territory: Territory, saved: Saved | None = None
) -> HttpResponse:
    removed = request.GET.get("removed", "")
    context = {
        "territory": territory,
        "page": page,
        "form": page.draft
        and drawing.form(page.draft, page.form_page, saved=saved, removed=removed),
    }
    return render(request, "places/block.html", context, status=422 if saved else 200)


@signed_in
@exchange.takes_saves
@require_POST
def comment(request: PersonRequest, pk: int, block: str) -> HttpResponse:
    """A note beside a field, an answer to it, or its settling."""
    row = get_object_or_404(opened(request), territory=pk, name=block)
    do = request.POST.get("do", "")
    text = request.POST.get(do, "")
    talk = services.say(row, do, text, by=request.user, now=timezone.now())
    return redirect(f"{reverse('places:block', args=[pk, block])}#talk-{talk.pk}")


@signed_in
@require_safe
def versions(request: PersonRequest, pk: int, block: str) -> HttpResponse:
    row = get_object_or_404(opened(request), territory=pk, name=block)
    name = Block(block)
    words = queries.words_of(name)
    context = {
        "territory": row.territory,
        "row": row,
        "words": words,
        "standing": queries.standing(row.territory, request.user),
        "versions": versions_of(row.draft, model_of(name), words),
    }
    return render(request, "places/block_versions.html", context)


@signed_in
@require_POST
def restore(request: PersonRequest, pk: int, block: str, revision: int) -> HttpResponse:
    row = get_object_or_404(opened(request), territory=pk, name=block)
    earlier = get_object_or_404(row.draft.revisions, pk=revision)
    services.bring_back(row, earlier, by=request.user, now=timezone.now())
    messages.success(request, _("The earlier version is back. The later one is kept, too."))
    return redirect("places:block", pk, block)


@signed_in
@require_safe
def years(request: PersonRequest, pk: int) -> HttpResponse:
    """What the numbers were in each year, and how they changed."""
    territory = get_object_or_404(Territory.objects.with_passport_for(request.user), pk=pk)
    context = {"territory": territory, "table": years_table(territory)}
    return render(request, "places/years.html", context)


def opened(request: PersonRequest) -> QuerySet[PassportBlock]:
    """Blocks of passports that this person may read."""
    readable = Territory.objects.with_passport_for(request.user)
    rows = PassportBlock.objects.filter(territory__in=readable.values("pk"))
    return rows.select_related("draft", "territory__district")
