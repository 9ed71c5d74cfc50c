"""Which first page somebody has, and the stops of the path; no database."""

import pytest

from peremena.desk import path
from peremena.desk.hats import Hat, hats
from peremena.desk.path import Known, Step, Stop
from peremena.people.abilities import Role, of_roles


@pytest.mark.parametrize(
    ("roles", "learns", "worn"),
    [
        ((), False, (Hat.PATH,)),
        ((Role.HEAD,), True, (Hat.PATH,)),
        ((Role.HEAD, Role.MENTOR), True, (Hat.PATH, Hat.QUEUE)),
        ((Role.EXPERT,), False, (Hat.QUEUE,)),
        ((Role.STAFF,), False, (Hat.BOARD,)),
        ((Role.STAFF, Role.EXPERT), True, (Hat.BOARD, Hat.PATH)),
        ((Role.OBSERVER,), False, (Hat.TOTALS,)),
        ((Role.ADMINISTRATOR,), False, (Hat.MORE,)),
        ((Role.STAFF, Role.ADMINISTRATOR), False, (Hat.BOARD, Hat.MORE)),
    ],
)
def test_each_hat_has_a_page_and_the_first_is_the_first_page(roles, learns, worn):
    assert hats(of_roles(roles), learns=learns) == worn


def test_a_path_begins_with_the_first_stop_that_is_not_done():
    steps = path.steps(Known(passport=90, team=1, is_shown=True))

    assert steps[:3] == (
        Step(Stop.PASSPORT, "done"), Step(Stop.TEAM, "current"), Step(Stop.PROBLEM, "todo"),
    )  # fmt: skip
    assert Step(Stop.EXPERT, "done") in steps


def test_a_passport_that_nobody_counts_is_no_stop():
    assert path.steps(Known())[0] == Step(Stop.TEAM, "current")


@pytest.mark.parametrize(
    ("applications", "done"),
    [
        (frozenset(), set()),
        ({"frozen"}, {Stop.APPLICATION}),
        ({"frozen", "lost"}, {Stop.APPLICATION, Stop.SUBMITTED}),
        ({"won"}, {Stop.APPLICATION, Stop.SUBMITTED, Stop.DECISION}),
        ({"lost", "contracted"}, {Stop.APPLICATION, Stop.SUBMITTED, Stop.DECISION}),
    ],
)
def test_money_is_the_last_stop(applications, done):
    reached = path.reached(Known(applications=frozenset(applications)))

    assert {stop for stop, is_done in reached.items() if is_done} == done


def test_everything_done_leaves_no_current_stop():
    whole = Known(passport=100, team=3, aims_are_clear=True, percent=100, is_shown=True,
                  applications=frozenset({"won"}))  # fmt: skip

    assert {step.state for step in path.steps(whole)} == {"done"}
