"""The main job on real input: public cards go through the checks and come out as papers."""

from datetime import date

import pytest

from peremena.contests import catalogue
from peremena.contests.composition import compose
from peremena.contests.facts import facts
from peremena.contests.papers import WRITERS
from peremena.projects import cases
from peremena.projects.checks import Circumstances, check
from tests.contests.papers import squeezed, words_of_docx, words_of_pdf, words_of_xlsx

TODAY = date(2026, 11, 23)
READERS = {"docx": words_of_docx, "pdf": words_of_pdf, "xlsx": words_of_xlsx}


@pytest.mark.parametrize(
    ("card_id", "contest_id", "said"),
    [
        (
            "reg-011",
            "omsk_initiative",
            ["Устройство хоккейной площадки в с. Буняковка", "Областной бюджет", "Жители"],
        ),
        (
            "fpg-003",
            "fpg",
            ["Сельский спорт: сила традиций и здоровье нации", "3100017116", "х. Глушинский"],
        ),
    ],
)
def test_a_real_project_becomes_a_word_file_with_a_list_of_what_is_missing(
    card_id, contest_id, said
):
    brief, contest = cases.as_brief(cases.by_id(card_id)), catalogue.get(contest_id)

    remarks = check(brief, Circumstances(today=TODAY, contest=facts(contest, TODAY)))
    paper = compose(brief, contest)
    words = words_of_docx(WRITERS["docx"](paper))

    assert remarks
    assert {gap.field for gap in paper.missing} >= {"plan", "results", "team", "telling"}
    for phrase in [*said, "Чего ещё не хватает", paper.missing[0].text.ru]:
        assert squeezed(phrase) in words


def test_the_money_of_bunyakovka_is_the_same_in_every_paper():
    paper = compose(cases.as_brief(cases.by_id("reg-011")), catalogue.get("omsk_initiative"))

    assert paper.sums.by_source == {
        "Областной бюджет": 1564700,
        "Жители": 114900,
        "Бизнес": 183800,
        "Местный бюджет": 225600,
    }
    for name, write in WRITERS.items():
        words = READERS[name](write(paper))
        assert all(squeezed(str(given)) in words for given in (2089000, 1564700, 225600, 114900))


@pytest.mark.parametrize("card", cases.all_cards(), ids=lambda card: card.id)
def test_every_card_makes_an_application_to_every_contest(card):
    for contest in catalogue.records():
        paper = compose(cases.as_brief(card), contest)

        assert paper.title == card.title
        assert paper.missing
