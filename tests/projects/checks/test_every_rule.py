"""Every rule of the catalogue is here: with words, sources, its pairs and its silent phrases."""

import pytest

from peremena.projects.checks.checking import RULES
from peremena.projects.checks.wording import sources, words_of_rules

from .pairs import changed, papers, people, reasons, work

PAIRS = reasons.PAIRS | work.PAIRS | people.PAIRS | papers.PAIRS
GROUPS = {
    "PR": 10, "TG": 5, "GO": 11, "TA": 9, "AC": 12, "RE": 9, "BU": 13, "PA": 6, "TE": 5, "RI": 4,
    "SU": 2, "IN": 2, "EL": 9, "LA": 7,
}  # fmt: skip
CATALOGUE = [f"{group}-{n:02}" for group, count in GROUPS.items() for n in range(1, count + 1)]
EACH = [
    pytest.param(rule, pair, id=f"{rule} {'own' if place else 'described'} {place}")
    for rule, pairs in PAIRS.items()
    for place, pair in enumerate(pairs)
]


def test_all_the_rules_of_the_catalogue_are_built():
    assert sorted(rule.id for rule in RULES) == sorted(CATALOGUE)
    assert len(CATALOGUE) == 104


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_words_sources_and_two_pairs(rule):
    assert all(rule.id in words_of_rules(language) for language in ("ru", "en"))
    assert set(rule.sources) <= set(sources("ru"))
    assert len(PAIRS[rule.id]) >= 2


@pytest.mark.parametrize(("rule", "pair"), EACH)
def test_a_rule_stumbles_over_bad_words(good, remarks, rule, pair):
    spoken = remarks(changed(good, pair.bad), **pair.known | pair.known_bad)

    assert rule in {remark.rule for remark in spoken}


@pytest.mark.parametrize(("rule", "pair"), EACH)
def test_a_rule_passes_good_words(good, remarks, rule, pair):
    spoken = remarks(changed(good, pair.good), **pair.known)

    assert [remark.key for remark in spoken if remark.rule == rule] == []
