"""A brief comes in as it is written, goes out unchanged, and hostile files are refused in words."""

import json
import time
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peremena.projects import brief, examples
from peremena.projects.brief import Unreadable, explain, export, read, schema
from peremena.projects.brief.models import FORMAT
from peremena.projects.brief.samples import samples
from tests.generated_briefs import contents


def written(**content):
    return json.dumps({"format": FORMAT} | content, ensure_ascii=False)


def said_of(text):
    """What people are told of the text; nothing when it is a brief."""
    try:
        read(text)
    except Unreadable as error:
        return [explain(fault) for fault in error.faults]
    return []


def faults(text):
    with pytest.raises(Unreadable) as caught:
        read(text)
    return [(fault.where, fault.code) for fault in caught.value.faults]


@pytest.mark.parametrize("name", ["good-pimokaty", "bad-ploshchadka"])
def test_export_of_an_import_is_equal_to_it(name):
    text = examples.text(name)

    assert json.loads(export(read(text))) == json.loads(text)


@pytest.mark.slow
@given(contents())
def test_export_of_an_import_is_equal_to_it_whatever_it_holds(content):
    text = json.dumps(content)

    assert json.loads(export(read(text))) == content


@pytest.mark.slow
@given(contents())
def test_an_export_reads_back_as_the_same_brief(content):
    project = read(json.dumps(content))

    assert read(export(project)) == project


def test_whole_roubles_are_written_without_decimals_and_kopecks_exactly():
    lines = '[{"id": "b1", "price": 410.00, "sum": 0.10}, {"id": "b2", "price": 1e3}]'

    text = export(read(f'{{"format": "{FORMAT}", "budget": {lines}}}'))

    assert json.loads(text, parse_float=str)["budget"] == [
        {"id": "b1", "price": 410, "sum": "0.1"},
        {"id": "b2", "price": 1000},
    ]


def test_ids_of_facts_serve_drafts_and_stay_out_of_the_file():
    project = read(written(problem={"facts": [{"id": "f1", "text": "31 из 74"}]}))

    assert project.problem.facts[0].id == "f1"
    assert json.loads(export(project))["problem"] == {"facts": [{"text": "31 из 74"}]}


def test_an_empty_string_and_null_mean_not_filled_in():
    project = read(written(profile="", goal=None, risks=None, project={"start": "", "title": None}))

    assert project.model_dump() == brief.Brief().model_dump()


def test_bytes_with_a_byte_order_mark_are_fine():
    assert read(b"\xef\xbb\xbf" + written(goal={"text": "Цель"}).encode()).goal.text == "Цель"


def test_references_to_rows_that_are_gone_are_left_to_the_checks():
    assert read(written(plan=[{"id": "a1", "responsible": "p9"}])).plan[0].responsible == "p9"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"goals": {}}, ("goals", "extra_forbidden")),
        ({"profile": "npo"}, ("profile", "literal_error")),
        ({"goal": []}, ("goal", "model_type")),
        ({"tasks": {}}, ("tasks", "list_type")),
        ({"tasks": ["t1"]}, ("tasks[0]", "model_type")),
        ({"tasks": [{"text": "без имени"}]}, ("tasks[0].id", "missing")),
        ({"tasks": [{"id": "t.1"}]}, ("tasks[0].id", "string_pattern_mismatch")),
        ({"tasks": [{"id": 1}]}, ("tasks[0].id", "string_type")),
        ({"tasks": [{"id": "t1"}, {"id": "t1"}]}, ("tasks", "double_id")),
        ({"project": {"title": 5}}, ("project.title", "string_type")),
        ({"project": {"start": "1.07.2027"}}, ("project.start", "day")),
        ({"project": {"start": "2027-W01-1"}}, ("project.start", "day")),
        ({"project": {"start": 1780000000}}, ("project.start", "day")),
        ({"project": {"start": "0001-01-01"}}, ("project.start", "day")),
        ({"budget": [{"id": "b1", "sum": "12"}]}, ("budget[0].sum", "number")),
        ({"budget": [{"id": "b1", "sum": True}]}, ("budget[0].sum", "number")),
        ({"budget": [{"id": "b1", "sum": -1}]}, ("budget[0].sum", "positive")),
        ({"budget": [{"id": "b1", "sum": 1.005}]}, ("budget[0].sum", "money")),
        ({"budget": [{"id": "b1", "sum": float("nan")}]}, ("budget[0].sum", "number")),
        ({"budget": [{"id": "b1", "sum": float("inf")}]}, ("budget[0].sum", "number")),
        ({"passport": {"population": 10**30}}, ("passport.population", "number")),
        ({"passport": {"population": 10**4000}}, ("passport.population", "number")),
        ({"passport": {"population": 11.5}}, ("passport.population", "whole")),
        ({"telling": [{"id": "m", "field_report": 1}]}, ("telling[0].field_report", "bool_type")),
        ({"goal": {"text": "\ud800"}}, ("goal.text", "unfit_sign")),
        ({"goal": {"text": "\x1b[2J"}}, ("goal.text", "unfit_sign")),
        ({"goal": {"te\x00xt": ""}}, ("goal", "unfit_sign")),
        ({"goal": {"text": "а" * 20_001}}, ("goal.text", "too_long")),
        ({"risks": [{"id": f"x{n}"} for n in range(301)]}, ("risks", "too_many")),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
def test_a_fault_is_told_at_its_place(content, expected):
    assert faults(json.dumps({"format": FORMAT} | content)) == [expected]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ("это не JSON", "not_json"),
        (written(goal={"text": "Цель"})[:40], "not_json"),
        ("[]", "object"),
        ("[" * 100_000, "too_deep"),
        ('{"a":' * 100_000, "too_deep"),
        (written(goal=0).replace("0", '{"a": ' * 700 + "1" + "}" * 700), "too_deep"),
        (" " * 500_001, "too_large"),
        ("Проект".encode("cp1251"), "not_utf8"),
        (written().encode("utf-16"), "not_utf8"),
        ("Проект".encode()[:-1], "cut_short"),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_what_is_no_brief_at_all_is_told_about_the_file(text, code):
    assert faults(text) == [("", code)]


@pytest.mark.parametrize("text", ['{"format": "peremena.brief/2"}', '{"format": []}', "{}"])
def test_another_format_is_not_guessed_at(text):
    assert faults(text) == [("format", "format")]


def test_a_key_given_twice_is_not_silently_dropped():
    text = f'{{"format": "{FORMAT}", "goal": {{"text": "одна", "text": "другая"}}}}'

    assert faults(text) == [("goal.text", "double_key")]


@pytest.mark.parametrize("number", ["1e99999999999999999999", "-1e999999999", "1e-999999999"])
def test_numbers_beyond_reason_are_refused_like_any_other(number):
    text = f'{{"format": "{FORMAT}", "budget": [{{"id": "b1", "sum": {number}}}]}}'

    assert faults(text) == [("budget[0].sum", "number")]


def test_of_many_faults_twenty_are_told():
    assert len(faults(written(**{f"key{number}": 1 for number in range(500)}))) == 20


@pytest.mark.parametrize(
    "text",
    [
        "9" * 499_990,
        f'{{"format": "{FORMAT}", "passport": {{"population": {"9" * 450_000}}}}}',
        f'{{"format": "{FORMAT}", "{"к" * 450_000}": 1}}',
        f'{{"format": "{FORMAT}", "goal": {"[" * 400}{"]" * 400}}}',
        f'{{"format": "{FORMAT}", "goal": [{"0," * 200_000}0]}}',
        json.dumps({"format": FORMAT} | {f"key{number}": 1 for number in range(30_000)}),
    ],
    ids=["number", "population", "key", "nesting", "list", "keys"],
)
def test_hostile_text_is_refused_quickly(text):
    start = time.process_time()

    assert faults(text)

    assert time.process_time() - start < 1


@pytest.mark.slow
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: (
    st.lists(inner) | st.dictionaries(st.sampled_from([*brief.Brief.model_fields, "id"]), inner)
)))  # fmt: skip
def test_any_json_is_read_or_refused_in_words(content):
    wrapped = {"format": FORMAT} | (content if isinstance(content, dict) else {})

    assert all(said_of(json.dumps(wrapped)))


def test_faults_are_told_in_both_languages_at_the_place_of_the_json():
    text = written(budget=[{"id": "b1"}, {"id": "b2", "sum": 1.005}])

    with pytest.raises(Unreadable) as caught:
        read(text)

    (fault,) = caught.value.faults
    assert explain(fault) == (
        "budget[1].sum: нужна сумма в рублях, копейки — двумя знаками после точки"
    )
    assert explain(fault, "en") == (
        "budget[1].sum: a sum in roubles is expected, with at most two decimals"
    )


def test_both_languages_have_words_for_the_same_faults():
    texts = resources.files(brief) / "texts"
    russian, english = (
        tomllib.loads((texts / f"{language}.toml").read_text(encoding="utf-8"))
        for language in ("ru", "en")
    )

    assert list(russian) == list(english)


def test_the_schema_names_every_section_and_is_closed():
    described = schema()

    assert list(described["properties"]) == list(brief.Brief.model_fields)
    assert described["required"] == ["format"]
    assert all(part["additionalProperties"] is False for part in described["$defs"].values())


def test_samples_are_the_same_for_a_seed_and_of_the_size_people_write():
    first, second = list(samples(3, seed=7)), list(samples(3, seed=7))

    assert first == second
    assert len(set(map(export, first))) == 3
    assert all(12_000 < len(export(sample).encode()) < 25_000 for sample in first)
