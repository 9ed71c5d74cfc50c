"""Invented briefs of the size people write, for measuring and for tests."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib import resources
from random import Random
from typing import Any

from .models import FORMAT, Brief

KINDS = ("measure", "gather", "buy", "teach", "teach", "use", "tell", "measure")
START = date(2027, 7, 1)
VOICE = {
    "kind": "assembly", "people": 86, "for": 79, "text": "За проект голосовали на сходе",
    "evidence": "протокол схода",
}  # fmt: skip
GROUP = {"id": "g1", "direct": True, "how_reached": "Список школы, обход дворов, звонок старосты"}
OUTPUT = {
    "kind": "output", "indicator": "человек", "unit": "чел.", "base": 0, "date": "2028-05-25",
    "evidence": "журнал занятий",
}  # fmt: skip
OUTCOME = OUTPUT | {
    "id": "r4", "kind": "outcome", "base": 31, "target": 12, "outputs": ["r1", "r2"], "goal": True
}  # fmt: skip
MEMBER = {"load": 20, "employment": "ГПХ", "contact": "+7 900 000-00-01", "kind": "activist"}


def samples(number: int, *, seed: int = 0) -> Iterator[Brief]:
    """Different briefs; the same seed gives the same ones."""
    for offset in range(number):
        yield sample(seed + offset)


def sample(seed: int) -> Brief:
    """The same seed gives the same brief; about one field in fifteen is left empty."""
    return Brief.model_validate(content(Random(seed)))  # noqa: S311 -- no secret depends on it


def content(chance: Random) -> dict[str, Any]:
    """The JSON of an invented brief."""
    words = _words()
    theme = chance.choice(words["themes"])
    village, second = chance.sample(words["villages"], 2)
    total, size = chance.randint(60, 140), chance.randint(15, 55)
    names = {"village": village, "second": second, "total": total, "size": size}
    whole = {
        "format": FORMAT,
        "profile": chance.choice(["ngo", "ib"]),
        **_about(theme, names),
        **_place(chance, village, second),
        **_reasons(chance, theme, names),
        **_work(chance, theme, names),
        **_people(chance, theme["title"].format(**names)),
        **_money(chance),
        **_end(chance),
    }
    return {key: _thinned(value, chance) for key, value in whole.items()}


def _about(theme: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    told = {key: theme[key].format(**names) for key in ("title", "summary", "novelty")}
    project = told | {"start": START.isoformat(), "end": "2028-05-31"}
    applicant = {"kind": "ngo", "name": f"АНО «{names['village']}»", "inn": "5500000008"}
    return {"project": project, "applicant": applicant}


def _place(chance: Random, village: str, second: str) -> dict[str, Any]:
    ages = {"0-11": 148, "12-17": 140, "18-59": 604, "60+": 314}
    assets = [
        {"id": f"s{number}", "layer": layer, "title": f"{partner}, {village}"}
        for number, (layer, partner) in enumerate(
            zip(("people", "institutions", "stories"), _some(chance, "partners", 3), strict=True), 1
        )
    ]
    passport = {"place": village, "villages": [village, second], "population": 1206}
    return {"passport": passport | {"population_by_age": ages, "assets": assets}}


def _reasons(chance: Random, theme: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    effects = theme["effects"]
    problem = {
        "core": theme["core"].format(**names),
        "causes": [
            {"id": f"c{number}", "text": text.format(**names), "chosen": number < 3}
            for number, text in enumerate(theme["causes"], 1)
        ],
        "effects": [{"id": f"e{number}", "text": text} for number, text in enumerate(effects, 1)],
        "facts": [_fact(chance, names["village"], *told) for told in _backed(chance, effects)],
        "voices": [VOICE | {"date": _day(chance, -180)}],
    }
    group = GROUP | {"who": theme["who"], "place": names["village"], "size": names["size"]}
    group |= dict(zip(("age_from", "age_to"), theme["ages"], strict=True))
    goal = {"text": theme["goal"].format(**names), "deadline": "2028-05-31"}
    return {"problem": problem, "groups": [group], "goal": goal}


def _backed(chance: Random, effects: list[str]) -> Iterator[tuple[str, str]]:
    return zip(effects * 2, _some(chance, "sources", 4), strict=True)


def _fact(chance: Random, village: str, text: str, source: str) -> dict[str, Any]:
    return {
        "text": text, "number": chance.randint(5, 90), "unit": "чел.",
        "date": _day(chance, -200), "place": village, "source": source,
    }  # fmt: skip


def _work(chance: Random, theme: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    tasks = [
        {"id": f"t{number}", "text": text, "causes": [f"c{number}"]}
        for number, text in enumerate(theme["tasks"], 1)
    ]
    activities = enumerate(zip(theme["activities"], KINDS, strict=True), 1)
    outputs = [
        OUTPUT | {"id": f"r{number}", "text": text, "target": chance.randint(5, 15)}
        for number, text in enumerate(theme["outputs"], 1)
    ]
    return {
        "tasks": tasks,
        "plan": [_activity(chance, names, number, *told) for number, told in activities],
        "results": [*outputs, OUTCOME | {"text": theme["outcome"]}],
    }


def _activity(
    chance: Random, names: dict[str, Any], number: int, title: str, kind: str
) -> dict[str, Any]:
    return {
        "id": f"a{number}", "title": title, "task": f"t{number % 3 + 1}", "kind": kind,
        "start": _day(chance, number * 30), "end": _day(chance, number * 30 + 30),
        "place": names["village"], "responsible": f"p{chance.randint(1, 4)}",
        "people": chance.randint(2, names["size"]), "results": [f"r{number % 4 + 1}"],
    }  # fmt: skip


def _people(chance: Random, title: str) -> dict[str, Any]:
    told = [_some(chance, key, 4) for key in ("people", "roles", "functions", "past")]
    team = [
        MEMBER
        | {"id": f"p{number}", "person": person, "role": role, "function": function, "past": past}
        for number, (person, role, function, past) in enumerate(zip(*told, strict=True), 1)
    ]
    letter = {"title": title, "leader": team[0]["person"], "sum": 6000}
    partners = [
        {"id": f"k{number}", "org": org, "contribution": "зал и тепло", "money": 6000}
        | {"letter": letter}
        for number, org in enumerate(_some(chance, "partners", 2), 1)
    ]
    telling = [
        {"id": f"m{number}", "channel": channel, "date": _day(chance, 60 * number)}
        for number, channel in enumerate(_some(chance, "channels", 3), 1)
    ]
    return {"team": team, "partners": partners, "telling": telling}


def _money(chance: Random) -> dict[str, Any]:
    titles = [("equipment", title) for title in _some(chance, "equipment", 2)]
    titles += [("materials", title) for title in _some(chance, "materials", 4)]
    titles += [("people", title) for title in ("Работа мастера", "Работа руководителя")]
    return {"budget": [_line(chance, number, *title) for number, title in enumerate(titles, 1)]}


def _line(chance: Random, number: int, category: str, title: str) -> dict[str, Any]:
    qty, price = chance.randint(1, 40), chance.randint(150, 9000)
    return {
        "id": f"b{number}", "title": title, "category": category, "qty": qty, "unit": "шт.",
        "price": price, "sum": qty * price, "source": chance.choice(["grant", "grant", "own"]),
        "activity": f"a{chance.randint(1, 8)}", "person": f"p{chance.randint(1, 4)}",
        "comment": f"По {qty} на занятие, расчёт из плана, {title.lower()} на весь срок",
        "price_evidence": "прайс поставщика", "price_date": _day(chance, -150),
    }  # fmt: skip


def _end(chance: Random) -> dict[str, Any]:
    pairs = zip(_some(chance, "risks", 3), _some(chance, "measures", 3), strict=True)
    risks = [
        {
            "id": f"x{number}", "text": text, "probability": "средняя", "impact": "высокий",
            "measure": measure, "owner": f"p{chance.randint(1, 4)}",
        }
        for number, (text, measure) in enumerate(pairs, 1)
    ]  # fmt: skip
    afterwards = {
        "who": "Дом культуры", "money": "0,25 ставки мастера и продажа 20 пар в год",
        "how": "Наставники набирают младшую группу каждую осень", "holder": "АНО", "upkeep": 18000,
    }  # fmt: skip
    assumption = {"text": "Придёт не меньше половины", "check": "Два пробных вечера в январе"}
    return {"risks": risks, "assumptions": [assumption], "afterwards": afterwards}


def _thinned(value: Any, chance: Random) -> Any:
    """Here and there a field is still empty, as in anybody's brief."""
    if isinstance(value, list):
        return [_thinned(row, chance) for row in value]
    if not isinstance(value, dict):
        return value
    return {
        key: None if key not in ("id", "for") and chance.random() < 1 / 15 else inner
        for key, inner in value.items()
    }


def _some(chance: Random, key: str, number: int) -> list[str]:
    return chance.sample(_words()[key], number)


def _day(chance: Random, after: int) -> str:
    return (START + timedelta(days=after + chance.randint(0, 20))).isoformat()


@cache
def _words() -> dict[str, Any]:
    file = resources.files(__package__) / "samples.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
