"""A site of one page: the smallest owner room that a draft can have."""

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template import engines
from django.urls import include, path
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peremena.drafts import drawing, exchange, services
from peremena.drafts.forms import Page
from peremena.drafts.models import Draft
from peremena.kit.fields import Option
from peremena.kit.refusals import Refused
from peremena.people.access import PersonRequest, signed_in

from .village import Village

TEMPLATE = """{% extends "kit/page.html" %}
{% block title %}Село{% endblock %}
{% block head %}{% include "drafts/head.html" %}{% endblock %}
{% block main %}<h1>Село</h1>{% include "drafts/form.html" %}{% endblock %}
{% block scripts %}{% include "drafts/scripts.html" %}{% endblock %}"""


@dataclass(frozen=True)
class FieldText:
    label: str
    hint: str = ""
    why: str = ""
    example: str = ""
    mistake: str = ""


@dataclass(frozen=True)
class RowsText:
    title: str
    one: str
    add: str
    empty: str = "Пока пусто."


@dataclass(frozen=True)
class Words:
    fields: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    choices: dict = field(default_factory=dict)


WORDS = Words(
    fields={
        "place.villages": FieldText("Деревни"),
        "place.ages": FieldText("Жители по возрасту"),
        "place.people": FieldText("Сколько жителей"),
        "place.distance": FieldText("До райцентра, км"),
        "place.kind": FieldText("Что это"),
        "problem.core": FieldText("Главная проблема", hint="Одно-два предложения."),
        "problem.causes.text": FieldText("Причина", why="Проблему держат причины."),
        "problem.causes.chosen": FieldText("Берём в работу"),
        "partners.org": FieldText("Кто помогает"),
        "partners.letter.sum": FieldText("Сумма в письме"),
        "partners.letter.date": FieldText("Дата письма"),
        "partners.causes": FieldText("Какие причины снимает"),
        "partners.first": FieldText("Главная из них"),
        "for": FieldText("Чего хочется"),
    },
    rows={
        "problem.causes": RowsText("Причины", "причина", "Добавить причину"),
        "partners": RowsText("Партнёры", "партнёр", "Добавить партнёра"),
    },
    choices={
        "place.kind": {"village": "село", "town": "город"},
        "place.ages": {"60+": "старше 60"},
    },
)


def page_of(draft):
    causes = draft.content.get("problem", {}).get("causes") or []
    return Page(
        model=Village,
        words=WORDS,
        address=f"/village/{draft.pk}/",
        talk_address=f"/village/{draft.pk}/talk/",
        picks={"problem.causes": [Option(row["id"], row.get("text") or "…") for row in causes]},
    )


@signed_in
@exchange.takes_saves
@require_http_methods(["GET", "POST"])
def village(request: PersonRequest, pk: int) -> HttpResponse:
    draft, saved = get_object_or_404(Draft, pk=pk), None
    page = page_of(draft)
    if request.method == "POST":
        sent, now = exchange.sent(request), timezone.now()
        if draft.kind == "closed":
            raise Refused("Проект уже сдан.")
        saved = services.save(draft, sent, model=Village, by=request.user, now=now)
        if answer := exchange.answer(request, saved, page):
            return answer
    form = drawing.form(draft, page, saved=saved, removed=request.GET.get("removed", ""))
    template = engines["django"].from_string(TEMPLATE)
    return HttpResponse(template.render({"form": form}, request), status=422 if saved else 200)


@signed_in
@exchange.takes_saves
@require_POST
def talk(request: PersonRequest, pk: int) -> HttpResponse:
    draft = get_object_or_404(Draft, pk=pk)
    do = request.POST.get("do", "")
    text = request.POST.get(do, "")
    services.converse(draft, do, text, model=Village, by=request.user, now=timezone.now())
    return redirect(f"/village/{pk}/")


urlpatterns = [
    path("village/<int:pk>/", village),
    path("village/<int:pk>/talk/", talk),
    path("", include("peremena.config.urls")),
]
