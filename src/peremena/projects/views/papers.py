"""The project on paper: what can be taken, and the files."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.projects import papers as written
from peremena.projects import queries, words
from peremena.projects.models import Project
from peremena.projects.papers import letters as support


@signed_in
@require_safe
def papers(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    brief = queries.brief_of(project)
    context = {
        "project": project,
        "papers": [(kind, words.PAPERS[kind], one.ending) for kind, one in written.KINDS.items()],
        "letters": [
            (partner, [words.LETTER_GAPS[gap] for gap in support.missing(brief, partner)])
            for partner in brief.partners
        ],
    }
    return render(request, "projects/papers.html", context)


@signed_in
@require_safe
def paper(request: PersonRequest, pk: int, kind: str) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    if kind not in written.KINDS:
        raise Http404
    form = written.KINDS[kind]
    name = f"{str(project)[:80]} {kind}.{form.ending}"
    return file(form.write(queries.brief_of(project)), name, form.media_type)


@signed_in
@require_safe
def letter(request: PersonRequest, pk: int, partner: str) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    brief = queries.brief_of(project)
    for number, one in enumerate(brief.partners, 1):
        if one.id == partner:
            return file(support.write(brief, one), support.file_name(number, one), written.WORD)
    raise Http404


@signed_in
@require_safe
def letters(request: PersonRequest, pk: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=pk)
    packed = support.all_of(queries.brief_of(project))
    return file(packed, f"{str(project)[:80]} letters.zip", "application/zip")


def file(content: bytes, name: str, media_type: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=get_valid_filename(name))
    headers = {"Content-Disposition": disposition, "Content-Type": media_type}
    return HttpResponse(content, headers=headers)
