"""Paper lists and files of video calls: printed, copied by numbers, looked through, noted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.kit import files, tables_in, tables_out
from peremena.lessons import brought, names, numbers, services, words
from peremena.lessons.forms.attendance import FileForm, NumbersForm, PhotoForm
from peremena.lessons.models import Session, Sheet
from peremena.lessons.numbers import Read
from peremena.lessons.papers import sheets as papers
from peremena.lessons.queries import roll
from peremena.lessons.queries import sheets as queries
from peremena.lessons.rules import Presence, why_not_note
from peremena.people.access import PersonRequest, signed_in

SALT = "lessons.file"


@signed_in
@require_POST
def make(request: PersonRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    return redirect(services.sheets.make(session, by=request.user, now=timezone.now()))


def sheet_of(request: PersonRequest, pk: int) -> Sheet:
    rows = Sheet.objects.run_by(request.user).select_related("session__cohort")
    return get_object_or_404(rows, pk=pk)


@signed_in
@require_http_methods(["GET", "POST"])
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """Prints, takes numbers, shows whose they are, and notes them."""
    found = sheet_of(request, pk)
    rows = queries.numbered(found)
    form = NumbersForm(request.POST or None)
    read = numbers.read(form.cleaned_data["numbers"], len(rows)) if form.is_valid() else Read()
    for piece, slip in read.slips:
        form.add_error("numbers", words.SLIPS[slip].format(piece=piece, most=len(rows)))
    if request.POST.get("do") == "save" and form.is_valid():
        return noted(request, found, read)
    context = {
        "sheet": found,
        "session": found.session,
        "rows": rows,
        "form": form,
        "photo_form": PhotoForm(),
        "read": [(one, words.PRESENCES[read.found[one.number]]) for one in rows
                 if one.number in read.found] if not form.errors else [],
        "letters": [(letter, words.PRESENCES[one]) for letter, one in numbers.LETTERS.items()],
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render(request, "lessons/sheet.html", context, status=status)


def noted(request: PersonRequest, found: Sheet, read: Read) -> HttpResponse:
    services.sheets.key_in(found, read.found, by=request.user, now=timezone.now())
    return back_to_roll(request, found.session, len(read.found))


def back_to_roll(request: PersonRequest, session: Session, number: int) -> HttpResponse:
    said = ngettext("{number} person is noted", "{number} people are noted", number)
    messages.success(request, said.format(number=number))
    return redirect("lessons:roll", session.pk)


@signed_in
@require_safe
def paper(request: PersonRequest, pk: int) -> HttpResponse:
    found = sheet_of(request, pk)
    content = papers.pdf_of(found, queries.numbered(found))
    return tables_out.named_bytes(content, files.TYPES["pdf"], f"{_('Paper list')} {found.pk}.pdf")


@signed_in
@require_http_methods(["GET", "POST"])
def photo(request: PersonRequest, pk: int) -> HttpResponseBase:
    found = sheet_of(request, pk)
    if request.method == "POST":
        form = PhotoForm(request.POST, request.FILES)
        if form.is_valid():
            upload = form.cleaned_data["photo"]
            services.sheets.keep_photo(found, upload, by=request.user, now=timezone.now())
        else:
            messages.error(request, _("Choose a photo first."))
        return redirect(found)
    if not found.photo:
        raise Http404
    return files.sent(found.photo, name=f"{_('Paper list')} {found.pk}")


@dataclass(frozen=True)
class Matched:
    """A line of the file: who it is, or why that is not known."""

    line: brought.Line
    row: roll.Row | None
    why: str


@signed_in
@require_http_methods(["GET", "POST"])
def bring(request: PersonRequest, pk: int) -> HttpResponse:
    """First shows whom the file means and what it does not understand; nothing is noted yet."""
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    refusal = why_not_note(session.starts_at, timezone.now())
    if request.POST.get("do") == "save":
        return save_file(request, session)
    form = FileForm(request.POST or None, request.FILES or None)
    context = {"session": session, "form": form, "why_not": refusal and words.REFUSALS[refusal]}
    if form.is_valid():
        table = tables_in.read(form.cleaned_data["file"])
        lines = brought.lines(table.header, table.rows, table.numbers)
        context |= looked(roll.roll(session), list(lines))
        context |= {"presence": form.cleaned_data["presence"]}
    status = 422 if form.errors else 200
    return render(request, "lessons/bring.html", context, status=status)


@dataclass(frozen=True)
class Short:
    """Somebody who was there for less than half of the day, as the file says."""

    row: roll.Row
    minutes: int


def looked(listed: roll.Roll, lines: list[brought.Line]) -> dict[str, object]:
    rows = {one.key: one for one in listed.rows}
    people = roll.names(listed)
    matched = [match(one, rows, names.found(one.said, people)) for one in lines]
    short = list(short_of(listed.session, matched))
    left_to_staff = {one.row.key for one in short}
    keys = sorted({one.row.key for one in matched if one.row} - left_to_staff)
    return {
        "matched": [one for one in matched if one.row and one.row.key not in left_to_staff],
        "short": short,
        "of": length(listed.session),
        "unknown": [one for one in matched if not one.row],
        "rows": listed.rows,
        "people": len(keys) + len(short),
        "signed": signing.dumps([listed.session.pk, keys], salt=SALT),
    }


def short_of(session: Session, matched: Sequence[Matched]) -> Iterator[Short]:
    """Staff say whether they count: no rule of the school does."""
    known = sorted((one for one in matched if one.row), key=key_of)
    for _key, group in groupby(known, key_of):
        lines = list(group)
        minutes = brought.together(one.line for one in lines)
        if lines[0].row and minutes is not None and brought.is_short(minutes, of=length(session)):
            yield Short(lines[0].row, minutes)


def key_of(one: Matched) -> str:
    return one.row.key if one.row else ""


def length(session: Session) -> int:
    """In minutes."""
    return int((session.ends_at - session.starts_at).total_seconds()) // 60


def match(line: brought.Line, rows: Mapping[str, roll.Row], found: list[str]) -> Matched:
    if len(found) == 1:
        return Matched(line, rows[found[0]], "")
    return Matched(line, None, str(words.SEVERAL if found else words.NOBODY))


def save_file(request: PersonRequest, session: Session) -> HttpResponse:
    """Whom the file meant, and whom staff have picked for lines that it did not name well."""
    try:
        pk, keys = signing.loads(request.POST.get("signed", ""), salt=SALT)
    except signing.BadSignature:
        pk, keys = 0, []
    if pk != session.pk:
        return redirect("lessons:bring", session.pk)
    listed = {one.key for one in roll.roll(session).rows}
    picked = {one for one in request.POST.getlist("who") if one in listed}
    presence = Presence.PRESENT if request.POST.get("presence") == "present" else Presence.ONLINE
    everybody = {*keys, *picked}
    services.sheets.bring_in(session, everybody, presence, by=request.user, now=timezone.now())
    return back_to_roll(request, session, len(everybody))
