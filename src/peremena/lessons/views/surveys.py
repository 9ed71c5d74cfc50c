"""Questionnaires after a day: asked by staff, answered in a minute, read once they are closed."""

from datetime import timedelta
from random import SystemRandom

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from peremena.lessons import letters, questions, services, words
from peremena.lessons.forms.surveys import AnswersForm, SurveyForm, usual
from peremena.lessons.models import Session, Survey
from peremena.lessons.queries import lessons as shelf
from peremena.lessons.queries import surveys as queries
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Person

USUAL_DAYS = timedelta(days=3)


@signed_in
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, pk: int) -> HttpResponse:
    session = get_object_or_404(Session.objects.run_by(request.user), pk=pk)
    known = usual(timezone.localdate() + USUAL_DAYS)
    form = SurveyForm(request.POST or None, initial=known)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("is_anonymous", "closes_on")}
        return redirect(
            services.surveys.ask(session, form.asked, **given, by=request.user, now=timezone.now())
        )
    context = {"session": session, "form": form}
    status = 422 if form.errors else 200
    return render(request, "lessons/survey_form.html", context, status=status)


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def survey(request: PersonRequest, pk: int) -> HttpResponse:
    """Staff read what came of it; everybody else answers."""
    rows = Survey.objects.visible_to(request.user).select_related("session__cohort__programme")
    found = get_object_or_404(rows, pk=pk)
    if shelf.runs(request.user, found.session.cohort):
        outcome = queries.outcome(found, timezone.localdate())
        context = {
            "survey": found,
            "session": found.session,
            "outcome": outcome,
            "hidden": outcome.hidden and words.HIDDEN[outcome.hidden],
        }
        return render(request, "lessons/survey_results.html", context)
    return answered(request, found, request.user)


@never_cache
@require_http_methods(["GET", "POST"])
def say(request: HttpRequest, token: str) -> HttpResponse:
    """From the letter, without signing in: the link knows only who may answer, and once."""
    pk, person = letters.who_says(token)
    rows = Survey.objects.select_related("session__cohort")
    found = get_object_or_404(rows, pk=pk)
    somebody = Person.objects.filter(pk=person, is_active=True).first()
    if somebody is None:
        raise Http404
    return answered(request, found, somebody)


def answered(request: HttpRequest, found: Survey, person: Person) -> HttpResponse:
    today = timezone.localdate()
    form = AnswersForm(request.POST or None, asked=questions.read(found.questions))
    has_answered = found.taken.filter(person=person).exists()
    is_open = services.surveys.is_open(found, today)
    if form.is_valid() and is_open and not has_answered:
        services.surveys.take(found, person, form.answers, today=today, chance=SystemRandom())
        return redirect(request.path)
    context = {"survey": found, "session": found.session, "form": form, "is_open": is_open,
               "has_answered": has_answered}  # fmt: skip
    status = 422 if form.errors and is_open and not has_answered else 200
    return render(request, "lessons/survey.html", context, status=status)


@signed_in
@require_POST
def close(request: PersonRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Survey.objects.run_by(request.user).select_related("session"), pk=pk)
    services.surveys.close(found, by=request.user)
    return redirect(found)
