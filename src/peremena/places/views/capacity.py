"""Asking a neighbour: the keeper's list, and the neighbour's own pages behind a link."""

import secrets

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peremena.people.access import PersonRequest, signed_in
from peremena.places import capacity as words
from peremena.places.forms.capacity import AnswerForm, IntroductionForm
from peremena.places.models import Questionnaire, Territory
from peremena.places.queries import capacity as queries
from peremena.places.services import capacity as services


@signed_in
@require_http_methods(["GET", "POST"])
def capacity(request: PersonRequest, pk: int) -> HttpResponse:
    """Everybody who was asked; POST asks one more."""
    territory = get_object_or_404(Territory.objects.with_passport_by(request.user), pk=pk)
    if request.method == "POST":
        token, now = secrets.token_urlsafe(24), timezone.now()
        made = services.ask(territory, token=token, by=request.user, now=now)
        return redirect(made)
    listed = queries.asked_in(territory, after=request.GET.get("after", ""))
    return render(request, "places/capacity.html", {"territory": territory, "listed": listed})


@signed_in
@require_safe
def answers(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Questionnaire.objects.kept_by(request.user), pk=pk)
    link = settings.SITE_ADDRESS + reverse("places:neighbour", args=[found.token])
    context = {
        "questionnaire": found,
        "territory": found.territory,
        "answers": queries.answers(found),
        "link": link,
    }
    return render(request, "places/answers.html", context)


@signed_in
@require_POST
def put_on_map(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Questionnaire.objects.kept_by(request.user), pk=pk)
    key = request.POST.get("question", "")
    if key not in words.BY_KEY or words.BY_KEY[key].layer is None:
        raise Http404
    services.put_on_map(found, key, by=request.user, now=timezone.now())
    return redirect(found)


@signed_in
@require_POST
def erase(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Questionnaire.objects.kept_by(request.user), pk=pk)
    services.erase(found, by=request.user)
    return redirect("places:capacity", found.territory_id)


@never_cache
@require_safe
def neighbour(request: HttpRequest, token: str) -> HttpResponse:
    """What it is about, before the first question and after the last."""
    found = meant(token)
    context = {
        "questionnaire": found,
        "purpose": words.PURPOSE,
        "step": queries.first_unanswered(found),
        "answers": queries.answers(found),
    }
    return render(request, "places/neighbour.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, token: str, step: int) -> HttpResponse:
    """One question; its answer is kept at once and leads to the next."""
    found = meant(token)
    if not 1 <= step <= len(words.QUESTIONS):
        raise Http404
    asked = words.QUESTIONS[step - 1]
    sent = request.POST if request.method == "POST" else None
    form = AnswerForm(asked, sent, initial={"answer": found.answers.get(asked.key, "")})
    if form.is_valid():
        text = form.cleaned_data["answer"]
        services.answer(found, asked.key, text, now=timezone.now())
        if step == len(words.QUESTIONS):
            return redirect("places:introduce", token)
        return redirect("places:question", token, step + 1)
    context = {
        "questionnaire": found,
        "form": form,
        "step": step,
        "before": step - 1,
        "total": len(words.QUESTIONS),
    }
    return render(request, "places/question.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def introduce(request: HttpRequest, token: str) -> HttpResponse:
    """The last screen: a name and a phone, each only with its own agreement."""
    found = meant(token)
    form = IntroductionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.introduce(found, now=timezone.now(), **form.cleaned_data)
        return redirect("places:neighbour", token)
    context = {"questionnaire": found, "form": form, "last": len(words.QUESTIONS)}
    return render(request, "places/introduce.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def take_back(request: HttpRequest, token: str) -> HttpResponse:
    """The neighbour erases everything that was said."""
    services.erase(meant(token), by=None)
    return render(request, "places/taken_back.html")


def meant(token: str) -> Questionnaire:
    return get_object_or_404(Questionnaire.objects.select_related("territory"), token=token)
