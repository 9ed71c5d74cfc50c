"""EL, LA: the applicant, the deadline, the papers, the words."""

import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from importlib import resources

from peremena.projects import brief
from peremena.projects.checks import ContestFacts, Paper

from . import Pair, changed

GOOD = json.loads(
    (resources.files("peremena.projects") / "examples/good-pimokaty.json").read_text("utf-8")
)
BODY = {"applicant.kind": "municipal_body", "applicant.signatory": "Глава"}
ONLY_NGOS = {"contest": ContestFacts(title="ФПГ", applicants_allowed=frozenset({"ngo"}))}
MARCH = datetime(2027, 3, 15, 23, 30, tzinfo=timezone(timedelta(hours=3)))
OLD_ENOUGH = {"contest": ContestFacts(title="Субсидия", minimum_age_months=6, deadline=MARCH)}


def another(**changes):
    return brief.read(json.dumps(changed(GOOD, changes), ensure_ascii=False))


def on(day):
    return {"today": day, "contest": ContestFacts(title="ФПГ", deadline=MARCH)}


def summary(text):
    return {"project.summary": text}


def marked(number):
    return {f"plan.a{n}.by_direction": True for n in range(1, number + 1)}


NEIGHBOUR = another(**{"project.title": "Пимокаты Лесной", "passport.place": "Лесная"})
OTHER = brief.read(
    json.dumps({"format": "peremena.brief/1", "project": {"title": "Каток", "summary": "Каток"}})
)
ENDED = {"settlement_ended": date(2025, 1, 1), "today": date(2027, 3, 1)}
FORM = {"title": "Пимокаты Ключей", "asked": Decimal(471_200)}
LONG = " ".join(["слово"] * 60) + "."
TWO = " ".join(["слово"] * 20) + ". Ещё " + " ".join(["слово"] * 19) + "."

PAIRS = {
    "EL-01": [
        Pair(BODY, {}, known=ONLY_NGOS),
        Pair({"applicant.kind": "business"}, {"applicant.kind": None}, known=ONLY_NGOS),
    ],
    "EL-02": [
        Pair(
            {"applicant.signatory": "Заведующая клубом", "applicant.authority": ""},
            {"applicant.authority": "доверенность № 1"},
        ),
        Pair({"applicant.signatory": ""}, {"applicant.kind": "person", "applicant.signatory": ""}),
    ],
    "EL-03": [
        Pair({"applicant.registered": "2027-02-15"}, {}, known=OLD_ENOUGH),
        Pair({"applicant.inn": "5500000001"}, {"applicant.inn": "5500000008"}),
    ],
    "EL-04": [
        Pair({}, {}, known=on(date(2027, 3, 5)), known_bad=on(date(2027, 3, 15))),
        Pair({}, {}, known=on(date(2027, 3, 8)), known_bad=on(date(2027, 3, 9))),
    ],
    "EL-05": [
        Pair({}, {}, known={"others": (OTHER,)}, known_bad={"others": (NEIGHBOUR,)}),
        Pair(
            {"goal.text": "Вернуть вечера"},
            {"goal.text": "Вернуть вечера"},
            known={"others": ()},
            known_bad={"others": (OTHER, NEIGHBOUR)},
        ),
    ],
    "EL-06": [
        Pair(
            {},
            {},
            known={"papers": (Paper("Форма подтверждения", **FORM),)},
            known_bad={
                "papers": (Paper("Форма подтверждения", **FORM | {"asked": Decimal(489_000)}),)
            },
        ),
        Pair(
            {"project.title": "Пимокаты"},
            {"project.title": "«ПИМОКАТЫ» Ключей"},
            known={"papers": (Paper("Заявка", **FORM),)},
        ),
    ],
    "EL-07": [
        Pair(marked(1), marked(6)),
        Pair(marked(3), marked(4)),
    ],
    "EL-08": [
        Pair(
            {"applicant.debts": "some"},
            {
                "applicant.debts": "none",
                "applicant.debts_date": "2027-03-01",
                "applicant.debts_paper": "справка налоговой",
            },
            known={"today": date(2027, 3, 5)},
        ),
        Pair({}, {"applicant.kind": "person"}, known={"contest": ContestFacts(title="ФПГ")}),
        Pair({"applicant.debts": "none"}, {}),
    ],
    "EL-09": [
        Pair(
            BODY | {"applicant.name": "Администрация Ключевского сельского поселения"},
            BODY | {"applicant.name": "Администрация муниципального округа"},
            known=ENDED,
        ),
        Pair(
            BODY | {"applicant.name": "Ключевской сельсовет"},
            {"applicant.name": "АНО «Сельсовет»"},
            known=ENDED,
        ),
    ],
    "LA-01": [
        Pair(
            summary("ПП РДДМ по ВД для подростков Ключей"),
            summary("Движение первых (РДДМ) для подростков Ключей. РДДМ поможет."),
        ),
        Pair(summary("Учим подростков soft skills"), summary("Учим подростков договариваться")),
    ],
    "LA-02": [
        Pair(
            summary("я" * 901),
            summary("я" * 850),
            known={"contest": ContestFacts(title="ФПГ", field_limits={"project.summary": 900})},
        ),
        Pair(
            {"goal.text": "Вернуть вечера подросткам Ключей"},
            {"goal.text": ""},
            known={"contest": ContestFacts(title="ФПГ", field_limits={"goal.text": 10})},
        ),
    ],
    "LA-03": [
        Pair({}, {}, known={"others": (OTHER,)}, known_bad={"others": (NEIGHBOUR,)}),
        Pair(
            {},
            summary("Подростки двух сёл учатся у мастера старому делу и показывают его на ярмарке.")
            | {
                "project.novelty": "Новое",
                "problem.core": "Подросткам некуда идти",
                "afterwards.how": "Сами",
            },
            known={"library": (NEIGHBOUR,)},
        ),
    ],
    "LA-04": [
        Pair(
            {
                "project.novelty": "Проект «Пимокаты с. Ключи» — постоянная "
                "мастерская вместо двух разовых праздников ремесла в год."
            },
            {
                "project.novelty": "Проект «Пимокаты Ключей» — постоянная мастерская вместо двух "
                "разовых праздников ремесла в год."
            },
        ),
        Pair(
            {"groups.g1.place": "с. Ключи", "plan.a6.place": "д. Ключи"},
            {"groups.g1.place": "с. Ключи", "plan.a6.place": "село Ключи"},
        ),
    ],
    "LA-05": [
        Pair(summary(LONG), summary(TWO)),
        Pair({"problem.effects.e1.text": LONG}, {"goal.text": LONG}),
    ],
    "LA-06": [
        Pair(
            {"plan.a5.title": "Ответственный: уточнить"},
            {"plan.a5.title": "Ответственный: Алия К."},
        ),
        Pair({"goal.text": "Вернуть ???"}, {"goal.text": "Куда идти вечером???"}),
    ],
    "LA-07": [
        Pair(
            {"plan.a5.title": "Меропреятие для подростков"} | summary("Большое меропреятие"),
            summary("Большое мероприятие"),
        ),
        Pair(
            summary("Подростки ходят на занятиия к мастеру"),
            summary("Подростки ходят на занятия к пимокату"),
        ),
    ],
}
