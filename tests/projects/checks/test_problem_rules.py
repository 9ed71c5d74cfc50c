"""PR: who, where and what is wrong."""


def test_a_fact_without_a_source_does_not_count(good, found):
    good["problem"]["facts"] = [
        {"text": "38 из 46 семей не находят занятий", "number": 38, "date": "2026-12-03", "source": "опрос"},
        {"text": "Многие страдают от скуки", "number": 100, "date": "2026-12-03", "source": ""},
    ]  # fmt: skip

    assert found(good, "PR-03") == [("problem.facts", "E", "")]


def test_facts_of_an_initiative_project_are_asked_for_more_gently(good, found):
    good |= {"profile": "ib"}
    good["problem"]["facts"] = []

    assert found(good, "PR-03") == [("problem.facts", "W", "")]


def test_two_backed_facts_are_enough(good, found):
    del good["problem"]["facts"][2]

    assert found(good, "PR-03") == []
