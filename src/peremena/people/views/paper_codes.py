"""Codes on paper: made, confirmed by a colleague, printed once; and the way in by one."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.people import codes, forms, papers, queries, services, words
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, requires, signed_in
from peremena.people.models import PaperCode, Person


@requires(Ability.KEEP_PEOPLE)
@require_safe
def paper_codes(request: PersonRequest) -> HttpResponse:
    listed = queries.paper_codes(request.user, after=request.GET.get("after", ""))
    context = {"codes": listed, "now": timezone.now()}
    return render(request, "people/paper_codes.html", context)


@signed_in
@require_POST
def make(request: PersonRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    services.paper_codes.make(person, by=request.user, now=timezone.now())
    messages.success(request, _("Now a colleague has to confirm it."))
    return redirect("paper_codes")


@signed_in
@never_cache
@require_POST
def confirm(request: PersonRequest, pk: int) -> HttpResponse:
    """The answer itself shows the code: it is nowhere else, and is not shown again."""
    made = get_object_or_404(PaperCode.objects.kept_by(request.user), pk=pk)
    code = services.paper_codes.confirm(made, by=request.user, now=timezone.now())
    context = {"made": made, "code": codes.shown(code), "address": settings.SITE_ADDRESS}
    return render(request, "people/paper_code.html", context)


@signed_in
@never_cache
@sensitive_post_parameters("code")
@require_POST
def slip(request: PersonRequest, pk: int) -> HttpResponse:
    """A sheet of A6 for whoever has the code on the page before their eyes."""
    confirmed = PaperCode.objects.kept_by(request.user).filter(confirmed_by=request.user)
    made = get_object_or_404(confirmed.open(timezone.now()), pk=pk)
    code = codes.read(request.POST.get("code", ""))
    if not services.paper_codes.is_of(made, code):
        return redirect("paper_codes")
    paper = papers.slip(made, codes.shown(code), address=settings.SITE_ADDRESS)
    response = HttpResponse(paper, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="peremena-{made.pk}.pdf"'
    return response


@signed_in
@require_POST
def withdraw(request: PersonRequest, pk: int) -> HttpResponse:
    made = get_object_or_404(PaperCode.objects.kept_by(request.user), pk=pk)
    services.paper_codes.withdraw(made, by=request.user, now=timezone.now())
    return redirect("paper_codes")


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """By a code from a slip; as with a code from a letter, who guesses is stopped."""
    if request.user.is_authenticated:
        return redirect("desk:home")
    form = forms.PaperCodeForm(request.POST or None)
    if form.is_valid():
        code = form.cleaned_data["code"]
        if not ratelimit.consume(request, action="paper_code", key=code):
            return ratelimit.respond_429(request)
        if person := services.paper_codes.use(code, now=timezone.now()):
            record_authentication(request, person, method="paper_code")
            messages.info(request, words.SIGNED_IN_BY_PAPER)
            return perform_login(request, person, email_verification="none")
        form.add_error("code", _("This code does not work, or not any more. Call the school."))
    status = 422 if form.is_bound else 200
    return render(request, "people/paper_sign_in.html", {"form": form}, status=status)
