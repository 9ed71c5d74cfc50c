"""AC, RE, BU: plan, results, budget."""

from datetime import date
from decimal import Decimal

from peremena.projects.checks import ContestFacts

from . import Pair

ALL = ("start", "end", "place", "responsible", "people")


def deed(title, row="a5", **more):
    return {f"plan.{row}.title": title} | {
        f"plan.{row}.{key}": value for key, value in more.items()
    }


def result(text, row="r2", **more):
    return {f"results.{row}.text": text} | {
        f"results.{row}.{key}": value for key, value in more.items()
    }


def month(number, year=2028):
    return {"start": f"{year}-{number:02}-10", "end": f"{year}-{number:02}-20"}


BUILT = deed("Строительство площадки", kind="build")
TOURNAMENT = {
    f"plan.{row}": {
        "title": "Турнир дворов каждую субботу", "kind": "use", "start": f"2028-0{n}-01",
        "end": f"2028-0{n}-02",
    }
    for n, row in enumerate(["x1", "x2"], 3)
}  # fmt: skip
NO_HANDS = {"budget.b6": None, "plan.a3.title": "Подрядчик построит мастерскую"}
NO_CONTEST_PAYS = {"contest": ContestFacts(title="Конкурс", prohibited_stems=("долг", "банкет"))}
CAP = {"contest": ContestFacts(title="Конкурс", category_limits={"equipment": Decimal("0.35")})}
CEILING = {
    "contest": ContestFacts(title="Конкурс", minimum=Decimal(100_000), maximum=Decimal(500_000))
}


def lines(*sums, **more):
    return {
        "budget": [
            {"id": f"b{n}", "title": f"Строка {n}", "sum": amount, "source": "grant"} | more
            for n, amount in enumerate(sums, 1)
        ]
    }


PAIRS = {
    "AC-01": [
        Pair(
            deed("Работа мастерской", **dict.fromkeys(ALL)),
            deed("Мастерская по вторникам и четвергам с 17 до 19 часов"),
        ),
        Pair({"plan.a5.place": ""}, {"plan.a5.place": "Лесная"}),
    ],
    "AC-02": [
        Pair(
            {"plan.a2.start": "2027-07-01", "plan.a2.end": "2027-07-02"},
            {"plan.a2.start": "2027-08-10", "plan.a2.end": "2027-08-20"},
        ),
        Pair({"plan.a5.end": "2027-09-30"}, {"plan.a5.end": "2027-10-02"}),
    ],
    "AC-03": [
        Pair(deed("Культурно-воспитательные мероприятия"), deed("Вечер «Валенки моей бабушки»")),
        Pair(deed("Комплекс мероприятий для подростков"), deed("Турнир по пимокатству")),
    ],
    "AC-04": [
        Pair(
            deed("Уборка парка", **month(10, 2027))
            | {"plan.x1": {"title": "Уборка территории парка"} | month(10, 2027)},
            deed("Уборка парка, 6 и 20 октября", **month(10, 2027)),
        ),
        Pair(
            {
                "plan.x1": {"title": "Вечер памяти земляков"} | month(10, 2027),
                "plan.x2": {"title": "Вечер памяти земляков"} | month(10, 2027),
            },
            {
                "plan.x1": {"title": "Вечер памяти земляков"} | month(10, 2027),
                "plan.x2": {"title": "Вечер памяти земляков"} | month(12, 2027),
            },
        ),
    ],
    "AC-05": [
        Pair(
            {
                "plan": [
                    {"id": f"a{n}", "title": f"Праздник {n}", "start": day, "end": day}
                    for n, day in enumerate(["2027-09-01", "2028-01-05", "2028-05-20"])
                ]
            },
            {},
        ),
        Pair({"plan.a4": None, "plan.a5": None}, {"plan.a5": None}),
    ],
    "AC-06": [
        Pair(BUILT | {"plan.a6.kind": "gather"}, BUILT | TOURNAMENT),
        Pair(BUILT, BUILT | {"plan.a7.kind": "use"}),
    ],
    "AC-07": [
        Pair({"budget.b1.activity": None, "budget.b1.person": "p1"}, {"budget.b1.activity": "a4"}),
        Pair({"budget.b1.activity": "a1"}, {"budget.b1.activity": "a2"}),
    ],
    "AC-08": [
        Pair(
            deed(
                "Укладка плитки у памятника",
                place="площадь",
                **month(12, 2027),
            ),
            deed("Укладка плитки", place="площадь", **month(6)),
        ),
        Pair(
            deed("Сход жителей Ключей", **month(9, 2027)),
            deed("Сход жителей Ключей", **month(10, 2027)),
        ),
        Pair(
            deed("Квест для старшеклассников", start="2028-05-26", end="2028-05-27"),
            deed("Квест для старшеклассников", start="2028-04-26", end="2028-04-27"),
        ),
    ],
    "AC-09": [
        Pair(NO_HANDS, {}),
        Pair(
            NO_HANDS | deed("Монтаж оборудования"),
            NO_HANDS | deed("Собрание жителей: где ставить станки"),
        ),
    ],
    "AC-10": [
        Pair({"plan.a5.responsible": "администрация"}, {"plan.a5.responsible": "p2"}),
        Pair({"team.p3": None}, {}),
    ],
    "AC-11": [
        Pair(
            {
                f"plan.x{n}": {"title": f"Дело {n}", "responsible": "p1"} | month(3)
                for n in range(7)
            },
            {
                f"plan.x{n}": {"title": f"Дело {n}", "responsible": "p1"} | month(3)
                for n in range(3)
            },
        ),
        Pair(
            {
                f"plan.x{n}": {"title": f"Дело {n}", "responsible": "p2"} | month(4)
                for n in range(4)
            },
            {f"plan.x{n}": {"title": f"Дело {n}", "responsible": "p2"} | month(n) for n in (1, 2)},
        ),
    ],
    "AC-12": [
        Pair({"results.r4.date": "2028-01-01"}, {"results.r4.date": "2028-05-01"}),
        Pair({"results.r2.date": "2028-05-24"}, {"results.r2.date": "2028-05-25"}),
    ],
    "RE-01": [
        Pair(
            result("Повысится активность", indicator="", unit="", evidence=""),
            result("Подростки приходят", indicator="посещений в неделю", base=0, target=60),
        ),
        Pair({"results.r2.evidence": ""}, {"results.r2.evidence": "журнал"}),
    ],
    "RE-02": [
        Pair(
            result("Проведено 60 занятий.", "r1")
            | result("Проведено 3 занятия")
            | result("Организована школа", "r4"),
            result("Проведено 60 занятий.", "r1")
            | result("28 подростков сделали первую пару валенок."),
        ),
        Pair(
            {"results.r2": None, "results.r4": None} | result("Состоялось 10 вечеров", "r1"),
            {"results.r2": None, "results.r4": None} | result("Мастерская открыта", "r1"),
        ),
    ],
    "RE-03": [
        Pair(
            result("Посадим цветы у ветеранов.", target=None),
            result("420 цветов у 14 домов", target=None),
        ),
        Pair(result("Будет много пар"), result("Будет 28 пар")),
    ],
    "RE-04": [
        Pair(
            result("Дети станут духовнее", "r3", evidence="", base=None),
            result("31 → 12 пропусков в неделю", "r3", evidence="данные школы"),
        ),
        Pair(
            result("Дети будут духовными", "r3", base=None),
            result("Дети станут реже пропускать уроки", "r3", base=None),
        ),
    ],
    "RE-05": [
        Pair(
            result("Укрепление дружбы", indicator=""),
            result("Укрепление дружбы", indicator="совместных выходных"),
        ),
        Pair(
            result("Развитие ремесла в Ключах", indicator=""),
            result("28 подростков валяют пимы", indicator=""),
        ),
    ],
    "RE-06": [
        Pair({"plan.a4.people": 60}, {"plan.a4.people": 40}),
        Pair(
            {"project.summary": "60 подростков Ключей валяют пимы у местного мастера."},
            {"project.summary": "40 подростков Ключей валяют пимы у местного мастера."},
        ),
    ],
    "RE-07": [
        Pair(
            result("Снижение преступности", "r3", outputs=[]),
            result("Снижение преступности", "r3", outputs=["r1"]),
        ),
        Pair({"plan.a5.results": [], "plan.a6.results": ["r2"]}, {"plan.a6.results": ["r2"]}),
    ],
    "RE-08": [
        Pair(result("100 % подростков сделали пару"), result("Не менее 30 из 40 сделали пару")),
        Pair(result("Все жители Ключей носят пимы"), result("Сорок семей носят пимы")),
    ],
    "RE-09": [
        Pair(
            {"results.r3.evidence": "опрос", "plan.a1": None, "plan.a7": None},
            {"results.r3.evidence": "опрос, декабрь и май"},
        ),
        Pair({"results.r3.evidence": "анкета", "plan.a1": None}, {"results.r3.evidence": "анкета"}),
    ],
    "BU-01": [
        Pair(
            {"budget.b1.qty": 3, "budget.b1.price": 12000, "budget.b1.sum": 35000},
            {"budget.b1.qty": 3, "budget.b1.price": 12000, "budget.b1.sum": 36000},
        ),
        Pair({"budget.b2.sum": 49201}, {"budget.b2.sum": 49200}),
    ],
    "BU-02": [
        Pair(
            {"budget.b8": {"title": "Прочие расходы", "sum": 40000}},
            {"budget.b8": {"title": "Войлок, 20 кг", "sum": 40000, "activity": "a4"}},
        ),
        Pair({"budget.b2.activity": "a99"}, {"budget.b2.activity": "a5"}),
    ],
    "BU-03": [
        Pair({"budget.b1.comment": "оборудование", "budget.b1.price_evidence": ""}, {}),
        Pair(
            {"budget.b2.price_date": "2026-01-10"},
            {"budget.b2.price_date": "2027-01-10"},
            known={"today": date(2027, 3, 1)},
        ),
    ],
    "BU-04": [
        Pair({"budget.b3": {"title": "Специалист", "person": None}}, {}),
        Pair({"team.p2.employment": ""}, {"team.p2.employment": "самозанятый"}),
    ],
    "BU-05": [
        Pair({"budget.b1.title": "Погашение долга за свет"}, {}, known=NO_CONTEST_PAYS),
        Pair({"budget.b2.title": "Банкет"}, {"budget.b2.title": "Пряжа"}, known=NO_CONTEST_PAYS),
    ],
    "BU-06": [
        Pair({"budget.b1.price": 900000, "budget.b1.sum": 900000}, {}, known=CAP),
        Pair({"budget.b2.category": "equipment"}, {"budget.b2.category": "materials"}, known=CAP),
    ],
    "BU-07": [
        Pair({"budget.b1.sum": 297400}, {}, known=CEILING),
        Pair(lines(99_999), lines(100_000), known=CEILING),
    ],
    "BU-08": [
        Pair({"budget.b5": None}, {}),
        Pair({"budget.b7.partner": ""}, {"budget.b7.partner": "k2"}),
    ],
    "BU-09": [
        Pair({"budget.b1.owner_after": ""}, {"budget.b1.owner_after": "на баланс ДК"}),
        Pair({"budget.b1.place_after": ""}, {"budget.b1.place_after": "клуб"}),
    ],
    "BU-10": [
        Pair({"budget.b2.category": "people", "budget.b1": None}, {}),
        Pair(lines(78, category="people"), lines(30, category="materials")),
    ],
    "BU-11": [
        Pair(lines(50_000, 100_000, 30_000), lines(47_320, 100_000, 30_000)),
        Pair(lines(5_000, 10_000, 15_000, 20_000), lines(5_001, 10_010, 15_000, 20_000)),
    ],
    "BU-12": [
        Pair(
            {"plan.a6.title": "Выставка в райцентре", "plan.a6.free_because": ""},
            {"plan.a6.free_because": "зал музея бесплатно, письмо от 12.02"},
        ),
        Pair({"budget.b7": None}, {}),
    ],
    "BU-13": [
        Pair({"plan": []}, {}),
        Pair(lines(1) | {"plan": []}, {"budget": [], "plan": []}),
    ],
}
