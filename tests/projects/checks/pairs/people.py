"""PA, TE, RI, SU, IN: partners, team, risks, after the project, telling."""

from . import Pair

IB = {"profile": "ib"}
PLEDGE = {"title": "Сбор денег", "source": "residents", "activity": "a3"}
RISKS = {
    "risks": [
        {
            "id": f"x{n}", "text": text, "probability": "средняя", "impact": "высокий",
            "measure": "Запасной план", "owner": "p1",
        }
        for n, text in enumerate(
            ["Люди не придут", "Подорожает войлок", "Партнёр откажется", "Глава уйдёт"]
        )
    ]
}  # fmt: skip


def member(row="p3", **fields):
    return {f"team.{row}.{name}": value for name, value in fields.items()}


PAIRS = {
    "PA-01": [
        Pair({"budget.b5": None, "budget.b6": None, "budget.b7": None, "partners": []}, {}),
        Pair(
            {f"budget.{row}.source": "grant" for row in ("b5", "b6", "b7")} | {"partners": []},
            {f"budget.{row}.source": "own" for row in ("b5", "b6", "b7")} | {"partners": []},
        ),
    ],
    "PA-02": [
        Pair(
            {
                "partners.k1": {
                    "contribution": "Готовы всячески содействовать.",
                    "money": None,
                    "letter": {},
                },
                "budget.b5": None,
            },
            {"partners.k1.contribution": "предоставим экскаватор на 2 дня, 32 000 ₽"},
        ),
        Pair({"partners.k1.letter.title": "Площадка"}, {}),
    ],
    "PA-03": [
        Pair({"partners.k1.letter.sum": 30000}, {}),
        Pair({"partners.k2.money": 50000}, {"partners.k2.money": 12300}),
    ],
    "PA-04": [
        Pair(
            {"partners.x1": {"org": "Администрация района", "contribution": "поддержка"}},
            {
                "partners.x1": {"org": "Школа № 2", "contribution": "дети"},
                "plan.a6.title": "Ярмарка со школой № 2",
            },
        ),
        Pair({"budget.b7.partner": ""}, {}),
    ],
    "PA-05": [
        Pair({"partners.k2.letter": {}}, {}),
        Pair(
            {"partners.k1.letter": None},
            {"partners.k1.letter": {"title": "Соглашение № 3", "date": "2027-02-18"}},
        ),
    ],
    "PA-06": [
        Pair(
            IB | {"budget.b6": None},
            IB
            | {
                "budget.x1": PLEDGE | {"sum": 42000, "price_evidence": "протокол схода"},
                "budget.x2": {
                    "title": "КФХ",
                    "source": "business",
                    "sum": 60000,
                    "comment": "письмо КФХ",
                },
            },
        ),
        Pair(
            IB | {"budget.x1": PLEDGE | {"sum": None}},
            IB | {"budget.x1": PLEDGE | {"sum": 5000, "comment": "подписной лист"}},
        ),
    ],
    "TE-01": [
        Pair(member("p1", past="", contact=""), member("p1", past="Вела музей 6 лет")),
        Pair(member("p1", role="секретарь"), member("p1", role="координатор проекта")),
    ],
    "TE-02": [
        Pair(member(function="секретарь"), member(function="ведёт журнал, протоколы схода")),
        Pair(
            member(role="связь с жителями и округом", function="Связь с жителями и округом"),
            member(function="Договаривается с округом о площади"),
        ),
    ],
    "TE-03": [
        Pair({f"team.p{n}.kind": "authority" for n in (1, 2, 3)}, {}),
        Pair({f"team.p{n}.kind": "authority" for n in (1, 2, 3)}, {"team.p1.kind": None}),
    ],
    "TE-04": [
        Pair(
            member("p1", role="руководитель проекта, бухгалтер, тренер и SMM"),
            member("p1", role="руководитель проекта"),
        ),
        Pair(
            {
                f"team.x{n}": {"person": "Ахметова Алия", "role": role}
                for n, role in enumerate(["бухгалтер", "тренер", "завхоз"])
            },
            {
                f"team.x{n}": {"person": "Ахметова Алия", "role": role}
                for n, role in enumerate(["бухгалтер", "тренер"])
            },
        ),
    ],
    "TE-05": [
        Pair({"team.p2": None, "team.p3": None}, {}),
        Pair(
            {f"team.x{n}": {"person": f"Человек {n}"} for n in range(8)},
            {f"team.x{n}": {"person": f"Человек {n}"} for n in range(7)},
        ),
    ],
    "RI-01": [
        Pair({"risks": [{"id": "x1", "text": "Риски минимальны"}]}, {}),
        Pair({"risks.x2.owner": ""}, {"risks.x2.owner": "p1"}),
    ],
    "RI-02": [
        Pair(
            {"risks.x1.measure": "Постараемся, чтобы пришли"},
            {"risks.x1.measure": "Второй подрядчик до 1.05"},
        ),
        Pair(
            {"risks.x2.measure": "Надеемся на лучшее"},
            {"risks.x2.measure": "Договор с твёрдой ценой до 1 сентября"},
        ),
    ],
    "RI-03": [
        Pair({"risks": [RISKS["risks"][0] | {"text": "Плохая погода"}]}, RISKS),
        Pair(
            {"risks": RISKS["risks"][:3]},
            {"risks": [*RISKS["risks"][:3], RISKS["risks"][3] | {"text": "Тренер заболеет"}]},
        ),
    ],
    "RI-04": [
        Pair(
            {"assumptions": [{"text": "Все нас поддержат"}]},
            {"assumptions": [{"text": "Придут 30 из 40", "check": "два пробных вечера в январе"}]},
        ),
        Pair({"assumptions": []}, {}),
    ],
    "SU-01": [
        Pair(
            {"afterwards": {"how": "Работа будет продолжена."}},
            {
                "afterwards.who": "ДК",
                "afterwards.money": "ставка мастера 0,25",
                "afterwards.how": "продажа 20 пар в год на районной ярмарке",
            },
        ),
        Pair({"afterwards.money": ""}, {}),
    ],
    "SU-02": [
        Pair({"afterwards.holder": ""}, {"afterwards.holder": "на балансе округа"}),
        Pair({"afterwards.upkeep": None}, {"afterwards.upkeep": 18000}),
    ],
    "IN-01": [
        Pair({"telling": [{"id": "m1", "channel": "расскажем в соцсетях"}]}, {}),
        Pair({"telling.m2.field_report": False}, {"telling.m2.field_report": True}),
    ],
    "IN-02": [
        Pair(
            {
                "groups.g2": {"who": "Пенсионеры", "age_from": 60},
                "telling.m2": None,
                "telling.m3": None,
            },
            {
                "groups.g2": {"who": "Пенсионеры", "age_from": 60},
                "telling.m3.channel": "объявление у магазина, звонок старосты",
            },
        ),
        Pair(
            {
                "groups.g1.who": "Бабушки Ключей",
                "groups.g1.age_from": None,
                "telling": [{"id": "m1", "channel": "пост в группе ВКонтакте"}],
            },
            {
                "groups.g1.who": "Бабушки Ключей",
                "groups.g1.age_from": None,
                "telling": [{"id": "m1", "channel": "обход домов"}],
            },
        ),
    ],
}
