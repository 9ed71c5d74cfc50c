"""GO: one change for people, which answers the problem and can be measured."""

import pytest


@pytest.fixture
def aim(good, found):
    """What a rule finds in the good brief with another goal and nothing else to judge it by."""

    def aim(text, rule, **changes):
        good["goal"] = {"text": text} | changes
        for result in good["results"]:
            result |= {"goal": False, "indicator": "", "date": None}
        return [place for _field, _severity, place in found(good, rule)]

    return aim


@pytest.mark.parametrize(
    ("goal", "place"),
    [
        ("Создать мастерскую и благоустроить парк.", "и благоустроить"),
        ("Научить детей плаванию и отремонтировать клуб.", "и отремонтировать"),
    ],
)
def test_two_aims_in_a_sentence_are_two_goals(aim, goal, place):
    assert aim(goal, "GO-01") == [place]


@pytest.mark.parametrize(
    "goal",
    [
        "Вернуть вечера подросткам; отремонтировать клуб",
        "1. Создать клуб 2. Открыть музей",
        "Вернуть вечера подросткам. Отремонтировать клуб.",
    ],
)
def test_a_list_is_not_one_goal(aim, goal):
    assert aim(goal, "GO-01") == [goal]


@pytest.mark.parametrize(
    "goal",
    [
        "Вернуть вечернее занятие 40 подросткам Ключей.",
        "Сохранить и укрепить здоровье детей и подростков",
        "Помочь подросткам найти занятие и научиться ремеслу",
        "Открыть клуб и проводить в нём вечера для подростков",
        "Создать мастерскую и вернуть подростков с трассы",
        "Научить детей плаванию и увлечь детей лыжами",
        "Вернуть вечера подросткам с. Ключи. Срок — 31.05.2028.",
        "Вовлечь подростков в программу «Спеть; сыграть»",
    ],
)
def test_one_thought_is_one_goal(aim, goal):
    assert aim(goal, "GO-01") == []


def test_a_missing_goal_is_told_once(good, remarks):
    good["goal"] = {}

    told = [(r.rule, r.field) for r in remarks(good) if r.rule.startswith("GO")]

    assert told == [("GO-01", "goal.text")]


@pytest.mark.parametrize(
    ("goal", "place"),
    [
        ("Проведение цикла мастер-классов по валянию.", "Проведение"),
        ("Цель проекта — создание мастерской для подростков", "создание"),
        ("Построить спортивную площадку", "Построить"),
    ],
)
def test_a_deed_is_not_a_change(aim, goal, place):
    assert aim(goal, "GO-02") == [place]


@pytest.mark.parametrize(
    "goal",
    [
        "Вернуть вечернее занятие 40 подросткам Ключей к маю 2028 года",
        "Открыть мастерскую, чтобы 40 подростков научатся валять пимы",
        "Приобрести 40 подросткам первую профессию",
        "40 подростков Ключей заняты вечером три раза в неделю",
        "Подарить детям Лесной летние вечера у костра",
    ],
)
def test_a_change_or_unknown_words_pass(aim, goal):
    assert aim(goal, "GO-02") == []


def test_a_measured_outcome_redeems_a_goal_that_builds(good, found):
    good["goal"]["text"] = "Построить мастерскую для подростков Ключей"

    assert found(good, "GO-02") == []


def test_an_initiative_project_may_aim_at_a_thing(good, found):
    good |= {"profile": "ib", "goal": {"text": "Строительство площадки для подростков"}}

    assert found(good, "GO-02") == []


@pytest.mark.parametrize(
    "goal", ["Повысить уровень культуры.", "Вернуть занятие пенсионерам", "Помочь жителям села"]
)
def test_the_goal_names_the_group(aim, goal):
    assert aim(goal, "GO-03") == [goal]


@pytest.mark.parametrize(
    "goal", ["…у подростков 12–17 лет…", "Занять детей Ключей", "Увлечь молодёжь ремеслом"]
)
def test_other_words_for_the_same_people_name_the_group(aim, goal):
    assert aim(goal, "GO-03") == []


def test_without_groups_nobody_must_be_named(good, found):
    good["groups"] = [{"id": "g1", "size": 40, "place": "Ключи"}]
    good["goal"]["text"] = "Повысить уровень культуры"

    assert found(good, "GO-03") == []


@pytest.mark.parametrize("goal", ["Вернуть подросткам вечера со временем", "Вернуть вечера"])
def test_a_goal_has_a_term(aim, goal):
    assert aim(goal, "GO-05") == [goal]


@pytest.mark.parametrize(
    "goal",
    [
        "Вернуть вечера к 31 мая 2028 года",
        "К маю вернуть подросткам вечера",
        "За девять месяцев вернуть подросткам вечера",
        "Вернуть подросткам вечера к 31.05.2028",
    ],
)
def test_a_term_in_the_goal_is_enough(aim, goal):
    assert aim(goal, "GO-05") == []


def test_a_term_beside_the_goal_is_enough(aim):
    assert aim("Вернуть подросткам вечера", "GO-05", deadline="2028-05-31") == []


@pytest.mark.parametrize(("day", "told"), [("2029-05-31", 0), ("2029-06-01", 1)])
def test_an_outcome_due_within_a_year_of_the_end_is_a_term(good, found, day, told):
    good["goal"] = {"text": "Вернуть подросткам вечера"}
    good["results"][2]["date"] = day

    assert len(found(good, "GO-05")) == told


@pytest.mark.parametrize("part", ["indicator", "base", "target"])
def test_a_goal_needs_a_whole_measure(good, found, part):
    good["results"][2][part] = None
    text = good["results"][2]["text"]

    assert found(good, "GO-06") == [(f"results.r3.{part}", "E", text)]


def test_a_goal_without_any_outcome_cannot_be_measured(good, found):
    del good["results"][2]

    assert found(good, "GO-06") == [("results", "E", "")]


def test_an_outcome_nobody_marked_will_do(good, found):
    del good["results"][2]["goal"]

    assert found(good, "GO-06") == []


@pytest.mark.parametrize(
    ("goal", "place"),
    [
        ("Светлое будущее малой родины", "будущее"),
        ("Искоренить пьянство в районе", "Искоренить"),
        ("Сделать здоровыми детей всей страны", "страны"),
        ("Полностью решить вопрос занятости", "Полностью решить"),
    ],
)
def test_a_goal_for_the_whole_country_is_out_of_reach(aim, goal, place):
    assert aim(goal, "GO-07") == [place]


@pytest.mark.parametrize(
    "goal",
    [
        "Сохранить память о героях России среди 40 подростков",
        "Открыть музей на улице Страны Советов",
        "Вовлечь 40 подростков в движение «Будущее»",
        "Познакомить 60 детей с историей своей страны",
        "Помочь 30 подросткам выбрать будущую профессию",
    ],
)
def test_names_of_streets_and_movements_are_no_world_plans(aim, goal):
    assert aim(goal, "GO-07") == []


def test_a_goal_about_other_people_does_not_answer_the_problem(aim):
    assert aim("Повысить активность пенсионеров Ключей", "GO-08") == [
        "Повысить активность пенсионеров Ключей"
    ]


@pytest.mark.parametrize(
    "goal",
    ["Вернуть подросткам вечернее занятие", "Увести детей с трассы", "Открыть вечерний клуб"],
)
def test_the_same_people_or_the_same_things_answer_it(aim, goal):
    assert aim(goal, "GO-08") == []


@pytest.mark.parametrize(
    ("goal", "place"),
    [
        ("Получить грант на оборудование клуба", "грант"),
        ("Закупить тренажёры для подростков", "Закупить"),
        ("Привлечь субсидию области на ремонт", "субсидию"),
    ],
)
def test_money_and_purchases_are_no_goal(aim, goal, place):
    assert aim(goal, "GO-11") == [place]


@pytest.mark.parametrize(
    "goal",
    [
        "Приобрести 40 подросткам первую профессию",
        "Научить 20 лидеров готовить заявки на гранты",
        "Поддержать семьи эмигрантов и мигрантов",
        "Вернуть вечера 40 подросткам школы «Грант»",
    ],
)
def test_skills_and_names_are_no_purchases(aim, goal):
    assert aim(goal, "GO-11") == []


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Вернуть вечера подросткам в сельской местности", 1),
        ("Вернуть вечера подросткам Лесной", 0),
        ("Вернуть вечера ключевским подросткам", 0),
    ],
)
def test_the_goal_names_a_place_of_the_passport(aim, goal, told):
    assert len(aim(goal, "GO-04")) == told


@pytest.mark.parametrize(("words", "told"), [(40, 0), (41, 1)])
def test_a_goal_has_forty_words_at_most(good, remarks, words, told):
    good["goal"]["text"] = " ".join(["подросткам"] * words)

    said = [remark.text for remark in remarks(good) if remark.rule == "GO-09"]

    assert len(said) == told
    assert all("41 слово" in text for text in said)
