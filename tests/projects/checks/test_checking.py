"""All rules together: what the two examples get, and what must hold for any brief."""

import json
import time
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.projects import brief, examples
from peremena.projects.brief import Brief, Section, export, read
from peremena.projects.brief.samples import sample, samples
from peremena.projects.checks import START, Circumstances, ContestFacts, check, shown
from peremena.projects.checks.checking import RULES
from peremena.projects.checks.rule import Case
from tests.generated_briefs import contents

BAD_RULES = """
    PR-02 PR-03 PR-04 PR-05 PR-06 PR-10 TG-01 TG-02 GO-01 GO-02 GO-03 GO-06 GO-11 TA-02 TA-03 TA-04
    TA-07 AC-01 AC-02 AC-03 AC-05 AC-06 AC-10 RE-01 RE-02 RE-03 RE-07 BU-01 BU-02 BU-03 BU-04 BU-08
    PA-02 PA-03 TE-01 TE-02 TE-03 RI-01 SU-01 IN-01 EL-02 EL-03
""".split()  # noqa: SIM905 -- a paragraph reads better than a column
KEYS = frozenset(Brief.model_fields) - {"format", "profile"}
# What a group of rules may look at; of words (LA) and likeness (EL) there is nothing it may not.
RELATED = {
    "PR": {"problem", "passport", "project", "goal", "groups", "plan", "results", "budget", "team",
           "partners"},
    "TG": {"groups", "passport", "plan", "budget"},
    "GO": {"goal", "groups", "passport", "problem", "project", "results", "tasks"},
    "TA": {"tasks", "goal", "problem", "plan", "results"},
    "AC": {"plan", "project", "budget", "results", "team"},
    "RE": {"results", "goal", "groups", "plan", "project"},
    "BU": {"budget", "plan", "project", "team", "partners"},
    "PA": {"partners", "budget", "plan", "project", "passport"},
    "TE": {"team"},
    "RI": {"risks", "assumptions"},
    "SU": {"afterwards", "plan", "budget"},
    "IN": {"telling", "team", "groups"},
}  # fmt: skip
SEEDS = st.integers(0, 10_000)


class Watched:
    """A brief that remembers which of its parts were looked at."""

    def __init__(self, brief):
        self._brief, self.seen = brief, set()

    def __getattr__(self, name):
        self.seen.add(name)
        return getattr(self._brief, name)


def of_groups(remarks, groups):
    return [remark for remark in remarks if remark.rule.startswith(groups)]


def test_the_good_example_has_neither_errors_nor_warnings():
    remarks = check(read(examples.text("good-pimokaty")))

    assert [remark.key for remark in remarks if remark.severity != "H"] == []


def test_the_bad_example_gets_at_least_what_it_is_written_for():
    spoken = {remark.rule for remark in check(read(examples.text("bad-ploshchadka")))}

    assert set(BAD_RULES) - spoken == set()


def test_the_bad_example_may_not_be_handed_in_where_only_ngos_may():
    contest = ContestFacts(title="ФПГ", applicants_allowed=frozenset({"ngo"}))

    remarks = check(read(examples.text("bad-ploshchadka")), Circumstances(contest=contest))

    assert "EL-01" in {remark.rule for remark in remarks}


def test_an_empty_brief_is_told_where_to_begin_and_nothing_else():
    assert [(r.rule, r.field, r.severity) for r in check(Brief())] == [(START, "problem.core", "H")]


def test_a_title_and_a_passport_alone_are_no_beginning_yet(good):
    set_up = {key: good[key] for key in ("format", "profile", "project", "applicant", "passport")}

    assert [remark.rule for remark in check(read(json.dumps(set_up)))] == [START]


def test_an_empty_brief_says_so_for_a_contest_too():
    circumstances = Circumstances(contest=ContestFacts(title="ФПГ"))

    assert [remark.rule for remark in check(Brief(), circumstances)] == [START]


def test_rules_are_silent_about_sections_nobody_has_begun(good, remarks):
    early = {key: good[key] for key in ("format", "project", "passport", "problem", "groups")}
    early["problem"]["facts"] = []

    assert {remark.section for remark in remarks(early)} == {Section.PROBLEM}


def test_a_section_left_out_of_a_nearly_whole_brief_is_a_gap(good, remarks):
    good["risks"] = good["assumptions"] = []

    assert "RI-01" in {remark.rule for remark in remarks(good)}


def test_for_a_contest_untouched_sections_are_gaps_from_the_first_word_on(good, remarks):
    early = {key: good[key] for key in ("format", "problem")}

    told = {r.rule for r in remarks(early, contest=ContestFacts(title="ФПГ"))}

    assert {"TG-01", "GO-01", "RE-01"} <= told


def test_a_remark_says_everything_people_need(bad, remarks):
    remark = next(remark for remark in remarks(bad) if remark.rule == "PR-02")

    assert (remark.severity, remark.section, remark.field) == ("W", "problem", "problem.core")
    assert (remark.place, remark.key) == ("Нет спортивной площадки", "PR-02:problem.core")
    assert all([remark.title, remark.text, remark.advice, remark.example, remark.why])
    assert remark.source == "правило самой школы"


def test_remarks_speak_english_too_and_unknown_languages_get_russian(bad, remarks):
    russian, english = remarks(bad), remarks(bad, language="en")

    assert [remark.key for remark in english] == [remark.key for remark in russian]
    assert not {remark.text for remark in english} & {remark.text for remark in russian}
    assert remarks(bad, language="tt") == russian


def test_no_rule_speaks_twice_about_a_field(bad, remarks):
    assert max(Counter(remark.key for remark in remarks(bad)).values()) == 1


@given(SEEDS, st.permutations(RULES))
def test_the_order_of_rules_does_not_matter(seed, shuffled):
    project = sample(seed)

    assert check(project, rules=shuffled) == check(project)


@given(SEEDS)
def test_the_same_brief_gets_the_same_remarks(seed):
    assert check(read(export(sample(seed)))) == check(sample(seed))


@given(SEEDS, SEEDS, st.sampled_from([*KEYS]))
def test_a_part_of_the_brief_changes_no_remark_of_groups_it_does_not_concern(seed, other, key):
    project = sample(seed)

    changed = project.model_copy(update={key: getattr(sample(other), key)})
    before, after = check(project), check(changed)

    unrelated = tuple(group for group, related in RELATED.items() if key not in related)
    assert of_groups(after, unrelated) == of_groups(before, unrelated)


@given(SEEDS)
def test_groups_look_at_nothing_but_what_concerns_them(seed):
    project = sample(seed)
    for rule in (rule for rule in RULES if rule.id[:2] in RELATED):
        watched = Watched(project)
        list(rule.find(Case(watched, Circumstances(today=date(2027, 1, 1)))))
        assert watched.seen <= RELATED[rule.id[:2]], rule.id


@pytest.mark.slow
@given(contents(), st.dates())
def test_whatever_a_brief_holds_it_can_be_checked(content, today):
    project = read(json.dumps(content))

    remarks = check(project, Circumstances(today=today, others=(project,)))

    assert all(brief.section_of(remark.field) == remark.section for remark in remarks)


@given(SEEDS)
def test_at_most_seven_are_shown_at_once_and_none_is_lost(seed):
    remarks = check(sample(seed))

    first, rest = shown(remarks)

    assert len(first) == min(7, len(remarks))
    assert sorted(r.key for r in [*first, *rest]) == sorted(r.key for r in remarks)


def test_checking_a_brief_costs_little():
    projects = list(samples(30, seed=1))
    for project in projects[:10]:
        check(project)

    start = time.process_time()
    for project in projects[10:]:
        check(project)

    assert (time.process_time() - start) / 20 < 0.050
