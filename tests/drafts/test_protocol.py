"""A script's JSON and a plain form say the same; anything else is refused, never a crash."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.drafts.deeds import Deed, Verb
from peremena.drafts.history import Source
from peremena.drafts.protocol import SaveRequest, Unreadable, from_form, from_json

SAID = {"operation": "operation-1", "base": 7}


def test_json():
    body = json.dumps(
        SAID
        | {
            "fields": {"problem.core": "слово", "tasks.t1.causes": ["c1"], "goal": True},
            "rows": {"plan": ["a2", "a1"]},
            "seen": {"problem.core": "сло"},
            "do": "add:problem.causes",
            "source": "offline",
        }
    )

    assert from_json(body.encode()) == SaveRequest(
        "operation-1",
        7,
        {"problem.core": "слово", "tasks.t1.causes": ["c1"], "goal": True},
        {"plan": ["a2", "a1"]},
        {"problem.core": "сло"},
        Deed(Verb.ADD, "problem.causes"),
        Source.OFFLINE,
    )


def test_a_plain_form():
    lists = {
        "csrfmiddlewaretoken": ["secret"],
        "operation": ["operation-1"],
        "base": ["7"],
        "do": ["up:plan.a2"],
        "problem.core": ["слово"],
        "tasks.t1.causes": ["", "c1"],
        "rows.plan": ["a2 a1"],
        "rows.risks": [""],
    }

    assert from_form(lists) == SaveRequest(
        "operation-1",
        7,
        {"problem.core": ["слово"], "tasks.t1.causes": ["", "c1"]},
        {"plan": ["a2", "a1"], "risks": []},
        deed=Deed(Verb.UP, "plan.a2"),
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe\xfd",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[]",
        b"7",
        b"{}",
        b'{"operation": "operation-1"}',
        b'{"operation": "short", "base": 1}',
        b'{"operation": "operation-1", "base": true}',
        b'{"operation": "operation-1", "base": -1}',
        b'{"operation": "operation-1", "base": 99999999999999999999}',
        b'{"operation": "operation-1", "base": NaN}',
        b'{"operation": "operation-1", "base": ' + b"9" * 5_000 + b"}",
        b'{"operation": "operation-1", "base": 1, "fields": []}',
        b'{"operation": "operation-1", "base": 1, "fields": {"a": {"b": 1}}}',
        b'{"operation": "operation-1", "base": 1, "fields": {"a": [1]}}',
        b'{"operation": "operation-1", "base": 1, "fields": {"a": 1e99999999999999999999}}',
        b'{"operation": "operation-1", "base": 1, "rows": {"a": "b"}}',
        b'{"operation": "operation-1", "base": 1, "do": "explode:everything"}',
        b'{"operation": "operation-1", "base": 1, "do": "add:"}',
        b'{"operation": "operation-1", "base": 1, "do": 7}',
    ],
)
def test_what_is_no_save(body):
    with pytest.raises(Unreadable):
        from_json(body)


@pytest.mark.parametrize("change", [{"base": ["x"]}, {"base": []}, {"operation": [""]}])
def test_what_is_no_form(change):
    with pytest.raises(Unreadable):
        from_form({"operation": ["operation-1"], "base": ["7"]} | change)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(
    st.dictionaries(st.sampled_from(["fields", "rows", "seen", "do", "source", "base"]), ANYTHING)
)
def test_no_body_breaks_the_reading(said):
    try:
        request = from_json(json.dumps(SAID | said).encode())
    except Unreadable:
        return

    assert len(request.key) <= 64


@given(st.text(), st.text())
def test_keys_differ_when_the_words_do(one, other):
    keys = {SaveRequest("operation-1", 1, {"for": words}).key for words in (one, other)}

    assert len(keys) == len({one, other})
