"""Certificates: given out, printed, revoked, and the page on which anybody checks one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peremena.cohorts import services
from peremena.cohorts.forms import gates as forms
from peremena.cohorts.models import Certificate, Cohort
from peremena.cohorts.papers import certificates as papers
from peremena.kit import tables_out
from peremena.people.access import PersonRequest, signed_in

LONGEST_KEY = 40


@signed_in
@require_http_methods(["GET", "POST"])
def certificate(request: PersonRequest, pk: int) -> HttpResponse:
    """One certificate for the staff, who may revoke it."""
    found = get_object_or_404(
        Certificate.objects.run_by(request.user).select_related("enrolment__cohort"), pk=pk
    )
    form = forms.RevokeForm(request.POST or None)
    if form.is_valid():
        today = timezone.localdate()
        services.certificates.revoke(found, by=request.user, today=today, **form.cleaned_data)
        return redirect("cohorts:certificate", found.pk)
    context = {"certificate": found, "form": form}
    return render(request, "cohorts/certificate.html", context, status=422 if form.errors else 200)


@signed_in
@require_safe
def paper(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Certificate.objects.visible_to(request.user).valid(), pk=pk)
    return printed([found], f"certificate-{found.number:04d}.pdf", request)


@signed_in
@require_safe
def papers_of_cohort(request: PersonRequest, pk: int) -> HttpResponse:
    """All valid ones in one file, a page each, by number."""
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    valid = Certificate.objects.valid().filter(enrolment__cohort=cohort)
    return printed(list(valid.order_by("series", "number")), "certificates.pdf", request)


def printed(found: list[Certificate], name: str, request: HttpRequest) -> HttpResponse:
    pages = [(one, request.build_absolute_uri(one.get_absolute_url())) for one in found]
    return tables_out.named_bytes(papers.pdf_of(pages), "application/pdf", name)


@require_safe
def check_code(request: HttpRequest) -> HttpResponse:
    """For those whose phone does not read the square code: the code is typed off the paper."""
    key = "".join(sign for sign in request.GET.get("code", "") if sign.isalnum())
    if key:
        return redirect("cohorts:check_certificate", key[:LONGEST_KEY])
    return render(request, "cohorts/check_code.html", {"form": forms.CodeForm()})


@require_safe
def check(request: HttpRequest, key: str) -> HttpResponse:
    """For anybody who holds the paper: what it says and whether it still holds."""
    found = Certificate.objects.filter(key=key.upper()).first()
    if found is None:
        form = forms.CodeForm(initial={"code": key[:LONGEST_KEY]})
        context = {"form": form, "is_unknown": True}
        return render(request, "cohorts/check_code.html", context, status=404)
    return render(request, "cohorts/check_certificate.html", {"certificate": found})
