"""PR, TG, GO, TA: problem, groups, goal, tasks."""

from . import Pair

FACT = {"number": 31, "unit": "чел.", "date": "2026-11-30", "source": "список школы"}
RUSSIA = FACT | {"text": "подростков без дела", "place": "Россия", "source": "Росстат"}
KEYS = FACT | {"text": "подростков без дела", "place": "Ключи"}
DRY = {"results.r3.indicator": "", "results.r3.goal": False, "results.r3.date": None}


def goal(text, **more):
    return {"goal": {"text": text} | more}


def core(text, **more):
    return {"problem.core": text} | more


def task(text):
    return {"tasks.t1.text": text}


COURT = {"project.title": "Спортивная площадка"}
ADVICE_OF_SCHOOL = "Вернуть вечернее занятие 40 подросткам Ключей к маю 2028 года."

PAIRS = {
    "PR-01": [
        Pair(
            core("Актуальность проекта очевидна."),
            core(
                "В Ключах 74 подростка 12–17 лет: после уроков им некуда прийти, клуб закрыт по "
                "вечерам с 2023 года."
            ),
        ),
        Pair(
            core("Уже который год здесь ничего не меняется, и конца этому застою не предвидится."),
            core("Пенсионеры Лесной зимой неделями никого не видят: автобус ходит раз в неделю."),
        ),
    ],
    "PR-02": [
        Pair(
            core("В селе нет спортивной площадки.", **COURT),
            core(
                "Дети катаются на трассе: за два года три ДТП, 41 из 60 родителей не отпускают "
                "детей гулять.",
                **COURT,
            ),
        ),
        Pair(
            core("У подростков Ключей нет чесальной машины, и они скучают по вечерам."),
            core("У подростков Ключей нет занятия по вечерам, и они уходят на трассу."),
        ),
    ],
    "PR-03": [
        Pair(
            {"problem.facts": [{"text": "Многие страдают от скуки."}]},
            {"problem.facts": [KEYS, KEYS]},
        ),
        Pair({"problem.facts": [KEYS, KEYS | {"source": ""}]}, {"problem.facts": [KEYS, RUSSIA]}),
    ],
    "PR-04": [
        Pair({"problem.facts": [RUSSIA, RUSSIA]}, {"problem.facts": [RUSSIA, KEYS]}),
        Pair(
            {"problem.facts": [RUSSIA | {"place": "Омская область"}]},
            {"problem.facts": [KEYS | {"place": "Лесная"}]},
        ),
    ],
    "PR-05": [
        Pair(
            core("В современном мире проблема досуга подростков Ключей особенно актуальна."),
            core("31 из 74 подростков Ключей вечером на трассе: так сказано в списке школы."),
        ),
        Pair(
            {"problem.causes.c1.text": "Ни для кого не секрет, что клуб по вечерам закрыт"},
            {"problem.causes.c1.text": "Клуб по вечерам закрыт: ставку сократили"},
        ),
    ],
    "PR-06": [
        Pair({"problem.causes": []}, {}),
        Pair(
            {"problem.effects.e1.text": "Мастер ремесла один, учеников и помощников у него нет"},
            {"problem.effects.e1.text": "Подростки уезжают из села после девятого класса"},
        ),
    ],
    "PR-07": [
        Pair(
            {"problem.voices": [{"text": "Жители поддерживают."}]},
            {
                "problem.voices": [
                    {
                        "kind": "assembly",
                        "date": "2027-10-10",
                        "people": 86,
                        "for": 79,
                        "text": "Сход",
                        "evidence": "протокол",
                    }
                ]
            },
        ),
        Pair(
            {"problem.voices": []},
            {"problem.voices": [{"kind": "survey", "date": "2026-12-03", "people": 46}]},
        ),
    ],
    "PR-08": [
        Pair(
            {"passport.assets": []},
            {
                "passport.assets": [
                    {"id": "s1", "layer": "people", "title": "Старая пимокатная мастерская"},
                    {"id": "s2", "layer": "people", "title": "Мастер Никифоров берёт учеников"},
                ],
                "plan.a4.assets": ["s1", "s2"],
            },
        ),
        Pair(
            {
                "passport.assets": [
                    {"id": "s1", "layer": "stories", "title": "Легенда о белом камне"},
                    {"id": "s2", "layer": "physical", "title": "Сосновый бор у реки"},
                ],
                "plan.a4.assets": [],
                "plan.a5.assets": [],
            },
            {},
        ),
    ],
    "PR-09": [
        Pair(
            {"project.title": "Год защитника: строим детскую горку"},
            {
                "project.title": "Год защитника: рассказы ветеранов",
                "plan.a5.title": "Школьники снимают рассказы 12 защитников села",
            },
        ),
        Pair(
            {"project.summary": "В Год семьи подростки Ключей и Лесной валяют пимы у мастера."},
            {
                "project.summary": "В Год семьи подростки Ключей валяют пимы вместе с семьёй.",
                "plan.a6.title": "Ярмарка первых пар для десяти семей",
            },
        ),
    ],
    "PR-10": [
        Pair(
            {"project.novelty": "Продолжим наши праздники."},
            {
                "project.novelty": "Раньше было два разовых праздника; теперь — мастерская три "
                "вечера в неделю с учеником-наставником."
            },
        ),
        Pair({"project.novelty": ""}, {}),
    ],
    "TG-01": [
        Pair(
            {"groups.g1": {"who": "Все желающие жители.", "age_from": None, "age_to": None}},
            {
                "groups.g1": {
                    "who": "Подростки 12–17 лет",
                    "place": "с. Ключи и д. Лесная",
                    "size": 74,
                }
            },
        ),
        Pair({"groups.g1.size": None}, {"groups.g1.size": 12}),
    ],
    "TG-02": [
        Pair({"groups.g1.size": 3000}, {"groups.g1.size": 74}),
        Pair(
            {"groups.g1.size": 75},
            {
                "groups.g1.size": 1140,
                "passport.population_by_age": {},
                "groups.g1.age_from": None,
                "groups.g1.age_to": None,
            },
        ),
    ],
    "TG-03": [
        Pair(
            {"groups.g1.how_reached": "через СМИ"},
            {"groups.g1.how_reached": "классные руководители, список школы, обход 22 семей"},
        ),
        Pair(
            {"groups.g1.how_reached": ""}, {"groups.g1.how_reached": "звонок старосты каждой семье"}
        ),
    ],
    "TG-04": [
        Pair(
            {
                "budget": [{"id": "b1", "title": "Шерсть", "sum": 100000, "source": "grant"}],
                "groups.g1.size": 22,
            },
            {
                "budget": [{"id": "b1", "title": "Шерсть", "sum": 100000, "source": "grant"}],
                "groups.g1.size": 22,
                "groups.g2": {"who": "Зрители двух выставок", "size": 300, "direct": False},
            },
        ),
        Pair({}, {"groups.g1.size": None}),
    ],
    "TG-05": [
        Pair(
            {"groups.g1.size": 150, "groups.g1.how_reached": "10 занятий × 15 = 150 подростков"},
            {"groups.g1.size": 15, "groups.g1.how_reached": "15 подростков, 150 посещений за год"},
        ),
        Pair({"groups.g1.size": 600}, {"groups.g1.size": 60}),
        Pair(
            {"plan.a5.title": "Школа наставников: 8 занятий с мастером", "groups.g1.size": 40},
            {"plan.a5.title": "Школа наставников: 7 занятий с мастером", "groups.g1.size": 40},
        ),
    ],
    "GO-01": [
        Pair(
            goal("Создать мастерскую и благоустроить парк."),
            goal("Вернуть вечернее занятие 40 подросткам Ключей."),
        ),
        Pair(goal("Вернуть вечера подросткам; построить каток"), goal("Вернуть вечера подросткам")),
    ],
    "GO-02": [
        Pair(goal("Проведение цикла мастер-классов по валянию."), goal(ADVICE_OF_SCHOOL)),
        Pair(goal("Реализация плана досуга подростков"), goal("Занять вечера 40 подростков")),
    ],
    "GO-03": [
        Pair(goal("Повысить уровень культуры."), goal("Занять делом подростков 12–17 лет")),
        Pair(goal("Вернуть занятие пенсионерам"), goal("Вернуть занятие детям Ключей")),
    ],
    "GO-04": [
        Pair(
            goal("Вернуть вечера подросткам в сельской местности"),
            goal("Вернуть вечера подросткам в Ключах и Лесной"),
        ),
        Pair(goal("Занять подростков"), goal("Занять ключевских подростков")),
    ],
    "GO-05": [
        Pair(
            goal("Вернуть подросткам вечера со временем") | DRY,
            goal("Вернуть подросткам вечера к 31 мая 2028 года") | DRY,
        ),
        Pair(goal("Вернуть вечера") | DRY, goal("Вернуть вечера", deadline="2028-05-31") | DRY),
    ],
    "GO-06": [
        Pair(
            {"results.r3.indicator": "", "results.r3.text": "Сделать жизнь лучше"},
            {"results.r3.indicator": "приходят дважды в неделю", "results.r3.base": 0},
        ),
        Pair({"results.r3.base": None}, {"results.r3.base": 0}),
    ],
    "GO-07": [
        Pair(goal("Светлое будущее малой родины."), goal(ADVICE_OF_SCHOOL)),
        Pair(goal("Искоренить скуку в Ключах"), goal("Сохранить память о героях России в Ключах")),
    ],
    "GO-08": [
        Pair(
            goal("Повысить активность пенсионеров Ключей"),
            goal("Вернуть подросткам вечернее занятие"),
        ),
        Pair(goal("Озеленить центральную площадь"), goal("Открыть вечерний клуб после уроков")),
    ],
    "GO-09": [
        Pair(goal(" ".join(["подросткам"] * 41)), goal(" ".join(["подросткам"] * 25))),
        Pair(goal(" ".join(["вечера"] * 60)), goal(" ".join(["вечера"] * 40))),
    ],
    "GO-10": [
        Pair(
            goal("Открыть клуб для 15 семей") | task("Возродить семейные ценности района"),
            goal("Открыть клуб для 15 семей") | task("Научить 15 семей проводить вечер вместе"),
        ),
        Pair(
            goal("Вернуть вечера 40 подросткам") | task("Научить 100 подростков ремеслу"),
            goal("Вернуть вечера 40 подросткам") | task("Научить пять подростков ремеслу"),
        ),
    ],
    "GO-11": [
        Pair(goal("Получить грант на оборудование клуба."), goal(ADVICE_OF_SCHOOL)),
        Pair(goal("Закупить тренажёры"), goal("Приобрести 40 подросткам первую профессию")),
    ],
    "TA-01": [
        Pair({f"tasks.x{n}": {"text": f"Открыть кружок {n}"} for n in range(9)}, {}),
        Pair({"tasks.t2": None}, {"tasks.x1": {"text": "Открыть кружок"}}),
    ],
    "TA-02": [
        Pair(
            task("Издать буклет") | {"tasks.t1.causes": []},
            task("Подготовить трёх наставников из местных мастеров"),
        ),
        Pair({"tasks.t2.causes": ["c99"]}, {"tasks.t2.causes": ["c2"]}),
    ],
    "TA-03": [
        Pair(
            {"plan.a5.task": None, "plan.a5.title": "Поездка в Омск"}, {"plan.a5.title": "Поездка"}
        ),
        Pair({"tasks.x1": {"text": "Открыть музей"}}, {}),
    ],
    "TA-04": [
        Pair(
            task("Провести 10 мастер-классов в феврале."),
            task("Передать подросткам пимокатное ремесло."),
        ),
        Pair(task("Организовать концерт"), task("Организовать досуг подростков")),
    ],
    "TA-05": [
        Pair(task("Обучение мастеров"), task("Обучить трёх мастеров")),
        Pair(task("Создание условий для занятий"), task("Не оставить подростков без вечера")),
    ],
    "TA-06": [
        Pair(
            goal("Вернуть подросткам занятие") | task("Вернуть занятие подросткам"),
            goal("Вернуть подросткам занятие") | task("Открыть мастерскую по вечерам"),
        ),
        Pair(
            goal("Занять вечера подростков") | task("Занять подростков вечером, в вечера"),
            goal("Занять вечера подростков") | task("Подготовить наставников"),
        ),
    ],
    "TA-07": [
        Pair({"plan.a5.results": [], "plan.a6.results": []}, {}),
        Pair({"plan.a5.results": ["r9"], "plan.a6.results": []}, {"plan.a6.results": []}),
    ],
    "TA-08": [
        Pair({"tasks.t2.causes": ["c1"]}, {}),
        Pair({"problem.causes.c3.chosen": True}, {"problem.causes.c3.chosen": False}),
    ],
    "TA-09": [
        Pair(task("Подготовить отчёт"), task("Открыть мастерскую")),
        Pair(task("Собрать команду проекта"), task("Собрать предания старожилов")),
    ],
}
