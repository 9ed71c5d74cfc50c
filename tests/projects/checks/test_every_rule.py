"""Every rule of the catalogue is here: with words, sources, its pairs and its silent phrases."""

import json

import pytest

from peremena.projects import brief
from peremena.projects.checks import Circumstances, check
from peremena.projects.checks.checking import RULES
from peremena.projects.checks.wording import sources, words_of_rules

from .pairs import changed, papers, people, reasons, work
from .silent import SILENT

PAIRS = reasons.PAIRS | work.PAIRS | people.PAIRS | papers.PAIRS
BY_ID = {rule.id: rule for rule in RULES}
GROUPS = {
    "PR": 10, "TG": 5, "GO": 11, "TA": 9, "AC": 12, "RE": 9, "BU": 13, "PA": 6, "TE": 5, "RI": 4,
    "SU": 2, "IN": 2, "EL": 9, "LA": 7,
}  # fmt: skip
CATALOGUE = [f"{group}-{n:02}" for group, count in GROUPS.items() for n in range(1, count + 1)]
# Rules that judge by beginnings of words and set phrases; the others compare dates, sums, links.
ABOUT_WORDS = """
    PR-02 PR-05 PR-09 TG-01 GO-01 GO-02 GO-07 GO-10 GO-11 TA-04 TA-05 TA-09 AC-03 AC-08 RE-02 RE-03
    RE-05 RE-08 RI-02 LA-01 LA-04 LA-06 LA-07
""".split()  # noqa: SIM905 -- a paragraph reads better than a column
EACH = [
    pytest.param(rule, pair, id=f"{rule} {'own' if place else 'described'} {place}")
    for rule, pairs in PAIRS.items()
    for place, pair in enumerate(pairs)
]


def told(rule, content, **known):
    """What this one rule says of the brief."""
    project = brief.read(json.dumps(content, ensure_ascii=False))
    return [one.text for one in check(project, Circumstances(**known), rules=[BY_ID[rule]])]


def test_all_the_rules_of_the_catalogue_are_built():
    assert sorted(rule.id for rule in RULES) == sorted(CATALOGUE)
    assert len(CATALOGUE) == 104


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_words_sources_and_two_pairs(rule):
    assert all(rule.id in words_of_rules(language) for language in ("ru", "en"))
    assert set(rule.sources) <= set(sources("ru"))
    assert len(PAIRS[rule.id]) >= 2


@pytest.mark.parametrize(("rule", "pair"), EACH)
def test_a_rule_stumbles_over_bad_words(good, rule, pair):
    assert told(rule, changed(good, pair.bad), **pair.known | pair.known_bad) != []


@pytest.mark.parametrize(("rule", "pair"), EACH)
def test_a_rule_passes_good_words(good, rule, pair):
    assert told(rule, changed(good, pair.good), **pair.known) == []


def test_each_rule_about_words_has_ten_phrases_it_must_pass():
    assert {rule: len(set(phrases)) for rule, (_path, phrases) in SILENT.items()} == dict.fromkeys(
        ABOUT_WORDS, 10
    )


@pytest.mark.parametrize(
    ("rule", "path", "phrase"),
    [(rule, path, phrase) for rule, (path, phrases) in SILENT.items() for phrase in phrases],
)
def test_words_that_only_look_like_a_fault_are_passed(good, rule, path, phrase):
    assert told(rule, changed(good, {path: phrase})) == []
