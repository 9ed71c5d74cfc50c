"""What a text about a village is about, out of a short list of worries. Pure.

A theme is named by the beginnings of its words, since Russian words change their ends. The list is
ours: the worries that come up in passports and in projects of villages.
"""

import re
from collections.abc import Mapping
from enum import StrEnum


class Theme(StrEnum):
    WATER = "water"
    ROADS = "roads"
    HEALTH = "health"
    ELDERLY = "elderly"
    CHILDREN = "children"
    YOUTH = "youth"
    SPORT = "sport"
    CULTURE = "culture"
    MEMORY = "memory"
    LINK = "link"
    LIGHT = "light"
    WASTE = "waste"
    WORK = "work"


BEGINNINGS: Mapping[Theme, str] = {
    Theme.WATER: "водопровод|водоснабж|водокач|колод|скважин|питьев|водонапор",
    Theme.ROADS: "дорог[аиуео]|дорожн|тротуар|автобус|остановк|проезд",
    Theme.HEALTH: "фап|фельдшер|больниц|медицин|врач|здоровь",
    Theme.ELDERLY: "пожил|пенсионер|стар(ик|ост|ше|ш[иы])|одинок|ветеран",
    Theme.CHILDREN: "дет(и|ей|ям|ск|ьми|ях|ств)|ребен|ребят|школьник|девиант",
    Theme.YOUTH: "молодеж|подрост|юнош",
    Theme.SPORT: "спорт|хокке|футбол|каток|катк|воркаут|волейбол|лыж",
    Theme.CULTURE: "клуб|дом[ае]? культур|концерт|досуг|библиот|сцен|творч|праздник",
    Theme.MEMORY: "памят|музе|истори|традици|обелиск|ремесл|казач|предк",
    Theme.LINK: "интернет|связь|связи|вышк|сотов",
    Theme.LIGHT: "освещ|фонар|светильник",
    Theme.WASTE: "мусор|свалк|отход|контейнер",
    Theme.WORK: "работ[аыу] нет|нет работ|рабоч(их|ие) мест|безработ|занятост|уезжа",
}
KNOWN = {theme: re.compile(rf"\b(?:{words})") for theme, words in BEGINNINGS.items()}


def themes(*texts: str | None) -> frozenset[Theme]:
    """Every theme that one of the texts touches; none is an empty answer, not “no worries”."""
    whole = " \n".join(text for text in texts if text).lower().replace("ё", "е")
    return frozenset(theme for theme, pattern in KNOWN.items() if pattern.search(whole))
