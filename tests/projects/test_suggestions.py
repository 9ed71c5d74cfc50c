"""What a field offers to begin with."""

import pytest

from peremena.kit.fields import Start
from peremena.projects import suggestions, texts
from peremena.projects.brief import Section
from peremena.projects.cases.briefs import profile_of
from peremena.projects.checks import check
from tests.factories import example

BRIEF = example()


@pytest.mark.parametrize("profile", ["ngo", "ib"])
def test_what_is_offered_is_offered_to_fields_that_exist(profile):
    known = {key for section in Section for key in texts.section(section, "ru").fields}

    assert set(suggestions.phrases(profile)) | set(suggestions.stories(profile)) <= known


def test_a_phrase_is_a_beginning_and_names_no_number():
    offered = [suggestions.phrases(profile).values() for profile in ("ngo", "ib")]
    said = [one.text for fields in offered for phrases in fields for one in phrases]

    assert [text for text in said if not text.endswith(" ")] == []
    assert [text for text in said if any(sign.isdigit() for sign in text)] == []


@pytest.mark.parametrize("place", range(3))
def test_a_goal_begun_with_a_phrase_is_no_list_of_deeds(place):
    begun = suggestions.phrases("ngo")["goal.text"][place].text
    goal = BRIEF.goal.model_copy(update={"text": begun + "40 подросткам Ключей вечернее дело."})

    told = {remark.rule for remark in check(BRIEF.model_copy(update={"goal": goal}))}

    assert told.isdisjoint({"GO-01", "GO-02", "GO-08"})


def test_cases_are_of_the_same_profile_and_not_the_one_the_project_began_as():
    told = suggestions.stories("ngo", "fpg-003")
    cards = [one.card for stories in told.values() for one in stories]

    assert {profile_of(card) for card in cards} == {"ngo"}
    assert "fpg-003" not in {card.id for card in cards}
    assert max(map(len, told.values())) <= suggestions.MOST_CASES


def test_a_project_that_does_not_say_its_profile_is_read_as_an_ngos():
    assert suggestions.phrases(None) == suggestions.phrases("ngo")
    assert suggestions.stories(None) == suggestions.stories("ngo")


def test_sums_names_and_days_are_carried_from_where_they_stand():
    carried = suggestions.carried(BRIEF)
    line, partner = BRIEF.budget[0], BRIEF.partners[0]
    given = sum(one.sum for one in BRIEF.budget if one.partner == partner.id)

    assert carried[f"budget.{line.id}.sum"].text.replace("\xa0", "") == str(line.sum)
    assert carried[f"partners.{partner.id}.money"].text.replace("\xa0", "") == str(given)
    assert carried[f"partners.{partner.id}.letter.title"].text == BRIEF.project.title
    assert carried[f"partners.{partner.id}.letter.leader"].text == BRIEF.partners[0].letter.leader
    assert carried["goal.deadline"] == Start(
        carried["goal.deadline"].label, BRIEF.project.end.isoformat()
    )


def test_an_empty_project_has_nothing_to_carry():
    assert suggestions.carried(BRIEF.model_validate({})) == {}
