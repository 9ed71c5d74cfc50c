"""What the gallery shows: invented words as people write them, so they stand here in Russian."""

from dataclasses import replace
from datetime import date
from typing import Any

from . import icons
from .fields import FormField, Kind, Option

LONG_NAME = (
    "Муниципальное бюджетное учреждение культуры «Централизованная клубная система "
    "Большереченского муниципального района», сельский дом культуры села Евгащино"
)

PLAIN = FormField(
    "gallery.title",
    "Название проекта",
    value="Каток для всех",
    hint="Коротко: его будут произносить вслух на сходе.",
)
CORE = FormField(
    "gallery.core",
    "В чём беда",
    Kind.TEXTAREA,
    value="Зимой детям негде гулять: ближайший каток в 40 километрах.",
    hint="Два-три предложения: с кем, где и что не так.",
    why="Эксперт оценивает проблему первой. Если она не ясна, остальное читают вполглаза.",
    example="В Ёлкино 64 школьника. Зимой после уроков они сидят дома: катка нет, автобус до "
    "райцентра ходит дважды в день.",
    mistake="«Отсутствие катка» — это не беда, а отсутствие решения.",
    limit=1000,
)
DISTRICTS = (
    Option("tyukalinsky", "Тюкалинский район"),
    Option("tarsky", "Тарский район"),
    Option("bolsherechensky", "Большереченский район"),
)
WAYS = (
    Option("email", "Письмом", "На адрес, который вы указали"),
    Option("phone", "По телефону"),
    Option("none", "Никак, зайду на сайт"),
)
FIELDS = (
    PLAIN,
    CORE,
    replace(CORE, name="gallery.over", label="Слишком длинно", limit=40, why="", example=""),
    FormField("gallery.people", "Сколько человек пользуется", Kind.NUMBER, value="64", unit="чел."),
    FormField("gallery.sum", "Сумма", Kind.MONEY, value="1250000.50", unit="₽"),
    FormField("gallery.day", "Когда открытие", Kind.DATE, value="2026-12-09"),
    FormField("gallery.code", "Код из письма", Kind.CODE, value="427816"),
    FormField(
        "gallery.district",
        "Район",
        Kind.SELECT,
        options=DISTRICTS,
        empty_label="Выберите район",
    ),
    FormField("gallery.way", "Как вам писать", Kind.RADIO, value="email", options=WAYS),
    FormField("gallery.themes", "О чём проект", Kind.CHECKS, value=("tarsky",), options=DISTRICTS),
    FormField("gallery.agree", "Согласна, чтобы проект показали соседям", Kind.TICK, value="on"),
    FormField("gallery.closed", "ИНН", value="5537005678", readonly=True),
    replace(PLAIN, name="gallery.wrong", value="", error="Напишите название: без него не найти."),
    FormField(
        "gallery.wrong_way",
        "Кто отвечает",
        Kind.RADIO,
        options=WAYS,
        error="Выберите один ответ.",
    ),
)


def everything() -> dict[str, Any]:
    return {
        "day": date(2026, 12, 2),
        "fields": FIELDS,
        "icons": sorted(icons.STROKES),
        "long_name": LONG_NAME,
    }
