"""What each role may do, and that people can read it."""

from peremena.people import abilities, words
from peremena.people.abilities import Ability, Role


def test_nobody_in_particular_may_do_nothing_in_particular():
    assert abilities.of_roles([]) == frozenset()


def test_two_roles_may_do_what_either_may():
    both = abilities.of_roles([Role.EXPERT, Role.ADMINISTRATOR])

    assert both == {Ability.ADVISE_PROJECTS, Ability.SEE_PASSPORTS, Ability.GIVE_ROLES}


def test_every_role_has_a_name_a_sentence_and_abilities():
    assert set(words.ROLES) == set(abilities.ROLES) == set(abilities.OF_ROLE) == set(Role)


def test_every_ability_has_a_sentence_and_somebody_who_holds_it():
    assert set(abilities.ABILITIES) == set(Ability)
    assert frozenset().union(*abilities.OF_ROLE.values()) == set(Ability)
