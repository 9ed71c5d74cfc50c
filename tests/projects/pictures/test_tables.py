"""The logframe and the budget from three sides."""

from datetime import date
from decimal import Decimal

from hypothesis import given

from peremena.projects import examples
from peremena.projects.brief import Brief, read, sums
from peremena.projects.pictures import logframe, money
from peremena.projects.pictures.money import Share
from tests.generated_briefs import contents

GOOD = read(examples.text("good-pimokaty"))


def test_the_logframe_has_four_steps_of_what_was_written():
    goal, outcomes, outputs, activities = logframe.logframe(GOOD)

    assert goal.meant == (GOOD.goal.text,)
    assert [one.indicator for one in goal.measures] == ["пропусков уроков в неделю"]
    assert outcomes.evidence == ("журнал школы",)
    assert outputs.meant == (
        "Мастерская работает три вечера в неделю",
        "Подростки сделали свою первую пару",
        "Старшие ученики ведут занятия с младшими",
    )
    assert outputs.assumptions == ("Придут не меньше 30 из 40",)
    assert (len(activities.works), activities.cost) == (7, Decimal(573500))


def test_an_empty_brief_has_four_empty_steps():
    steps = logframe.logframe(Brief())

    assert [step.level for step in steps] == list(logframe.LEVELS)
    assert not any(step.meant or step.measures or step.assumptions for step in steps)


def test_money_by_source_and_by_activity():
    assert money.by_source(GOOD) == (
        Share("grant", Decimal(471200), Decimal(471200)),
        Share("partner", Decimal(77100), Decimal()),
        Share("residents", Decimal(25200), Decimal()),
    )
    assert [row.key for row in money.by_activity(GOOD)] == ["a1", "a2", "a3", "a4", "a5"]


def test_things_are_paid_at_once_and_work_each_month():
    by_month = {row.key: row.sum for row in money.by_month(GOOD)}

    assert by_month["2027-08-01"] == Decimal(148600 + 25200)
    assert by_month["2028-05-01"] == Decimal(18400 + 7200)
    assert None not in by_month


def test_the_team_may_say_how_a_line_is_paid():
    line = GOOD.budget[0].model_copy(update={"paid": "monthly"})

    assert list(money.spread(line, GOOD)) == [
        (date(2027, 8, 1), Decimal(74300)),
        (date(2027, 9, 1), Decimal(74300)),
    ]


def test_kopecks_that_do_not_divide_go_with_the_last_month():
    line = GOOD.budget[2].model_copy(update={"sum": Decimal(100)})

    parts = [part for _month, part in money.spread(line, GOOD)]

    assert parts == [Decimal("11.11")] * 8 + [Decimal("11.12")]


@given(contents().map(Brief.model_validate))
def test_from_every_side_it_is_the_same_money(brief):
    whole = sums.total(brief.budget)

    for rows in (money.by_source(brief), money.by_activity(brief), money.by_month(brief)):
        assert sum((row.sum for row in rows), Decimal()) == whole
        assert sum((row.asked for row in rows), Decimal()) == sums.asked(brief)
