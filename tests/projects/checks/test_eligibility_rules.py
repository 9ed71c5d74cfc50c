"""EL: whether this applicant may file this application, in time."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from peremena.projects import brief
from peremena.projects.checks import ContestFacts

NGOS_ONLY = ContestFacts(title="Добрые соседи", applicants_allowed=frozenset({"ngo"}))
MOSCOW = timezone(timedelta(hours=3))
OMSK = timezone(timedelta(hours=6))
CLOSES = datetime(2027, 3, 15, 23, 30, tzinfo=MOSCOW)


def test_a_municipal_body_where_only_ngos_may_apply(bad, found):
    assert found(bad, "EL-01", contest=NGOS_ONLY) == [
        ("applicant.kind", "E", "Администрация муниципального округа")
    ]


def test_the_contest_says_why_it_refuses(good, said):
    reason = "Заявку должна подать НКО."
    contest = ContestFacts(title="Добрые соседи", applicants_refused={"tos": reason})
    good["applicant"]["kind"] = "tos"

    assert said(good, "EL-01", contest=contest) == [
        f"На этот конкурс (Добрые соседи) ваш заявитель не пройдёт. {reason}"
    ]


@pytest.mark.parametrize(
    ("kind", "contest"),
    [
        ("ngo", NGOS_ONLY),
        (None, NGOS_ONLY),
        ("tos", ContestFacts()),
        ("tos", ContestFacts(applicants_refused={"person": "Нужна организация."})),
        ("tos", None),
    ],
)
def test_applicants_who_may_apply_or_of_whom_nothing_is_known(good, found, kind, contest):
    good["applicant"]["kind"] = kind

    assert found(good, "EL-01", contest=contest) == []


@pytest.mark.parametrize(
    ("applicant", "field"),
    [
        ({"authority": ""}, "applicant.authority"),
        ({"signatory": None, "authority": None}, "applicant.signatory"),
    ],
)
def test_nobody_knows_who_may_sign(good, found, applicant, field):
    good["applicant"] |= applicant

    assert [(f, severity) for f, severity, _place in found(good, "EL-02")] == [(field, "E")]


@pytest.mark.parametrize("applicant", [{"kind": "person", "name": "Юдина А."}, {}])
def test_a_person_signs_for_oneself_and_no_applicant_not_at_all(good, found, applicant):
    good["applicant"] = applicant

    assert found(good, "EL-02") == []


@pytest.mark.parametrize(
    ("number", "beginning"),
    [
        ({"inn": "5500000001"}, "В ИНН опечатка"),
        ({"inn": "55000000"}, "В ИНН организации 10 цифр"),
        ({"inn": "нет"}, "В ИНН должны быть только цифры"),
        ({"ogrn": "1255500000008"}, "В ОГРН опечатка"),
        ({"ogrn": "125550000000"}, "В ОГРН организации 13 цифр"),
        ({"ogrn": "—"}, "В ОГРН должны быть только цифры"),
    ],
)
def test_a_mistyped_number(good, found, said, number, beginning):
    good["applicant"] |= number

    ((name, typed),) = number.items()
    (text,) = said(good, "EL-03")

    assert found(good, "EL-03") == [(f"applicant.{name}", "E", typed)]
    assert text.startswith(beginning)


@pytest.mark.parametrize("number", ["", " ", None])
def test_a_number_that_is_not_there_yet(good, found, number):
    good["applicant"] |= {"inn": number, "ogrn": number}

    assert found(good, "EL-03") == []


@pytest.mark.parametrize(
    ("registered", "count"), [("2026-09-16", 1), ("2026-09-15", 0), ("2028-01-01", 1), (None, 0)]
)
def test_an_organisation_too_young_on_the_last_day(good, found, registered, count):
    contest = ContestFacts(minimum_age_months=6, deadline=CLOSES)
    good["applicant"]["registered"] = registered

    assert found(good, "EL-03", contest=contest) == [("applicant.registered", "E", "")] * count


def test_without_a_deadline_the_age_is_that_of_today(good, found):
    good["applicant"]["registered"] = "2026-12-01"
    contest = ContestFacts(minimum_age_months=6)

    assert len(found(good, "EL-03", contest=contest, today=date(2027, 5, 31))) == 1
    assert found(good, "EL-03", contest=contest, today=date(2027, 6, 1)) == []
    assert found(good, "EL-03", contest=contest) == []


@pytest.mark.parametrize(
    ("today", "severities"),
    [
        (date(2027, 3, 5), []),
        (date(2027, 3, 8), []),
        (date(2027, 3, 9), ["W"]),
        (date(2027, 3, 12), ["W"]),
        (date(2027, 3, 13), ["E"]),
        (date(2027, 3, 15), ["E"]),
        (date(2027, 3, 20), ["E"]),
        (None, []),
    ],
)
def test_days_left(good, found, today, severities):
    contest = ContestFacts(deadline=CLOSES)

    remarks = found(good, "EL-04", contest=contest, today=today)

    assert [severity for _field, severity, _place in remarks] == severities


@pytest.mark.parametrize(
    ("day", "closes", "part"),
    [
        (12, CLOSES, "15 марта 2027, в 23:30 по Москве. По Омску это 16 марта 2027, 02:30."),
        (12, CLOSES.replace(tzinfo=OMSK), "закончится 15 марта 2027, в 23:30 по Омску."),
        (12, CLOSES.replace(tzinfo=UTC), "в 23:30 по часам конкурса."),
        (16, CLOSES, "По Омску это 16 марта 2027, 02:30."),
        (17, CLOSES, "(Добрые соседи) закончился 15 марта 2027."),
    ],
)
def test_the_deadline_is_told_by_both_clocks(good, said, day, closes, part):
    contest = ContestFacts(title="Добрые соседи", deadline=closes)
    today = date(2027, 3, day)

    (text,) = said(good, "EL-04", contest=contest, today=today)

    assert part in text


def test_a_plan_copied_from_another_village(good, found, said):
    other = copy(good, "Пимокаты Горок", village="Горок")

    (text,) = said(good, "EL-05", others=(other,))

    assert found(good, "EL-05", others=(other,)) == [("project.summary", "E", "")]
    assert text.endswith("слово в слово как в заявке «Пимокаты Горок».")


def test_an_application_of_the_same_applicant_with_its_own_words(good, bad, found):
    others = (read(bad), brief.Brief())

    assert found(good, "EL-05", others=others) == []


def test_a_few_plain_words_may_coincide(found):
    beginning = {
        "format": "peremena.brief/1",
        "goal": {"text": "Вернуть вечернее занятие подросткам села"},
        "tasks": [{"id": "t1", "text": "Открыть мастерскую"}],
    }

    assert found(beginning, "EL-05", others=(read(beginning),)) == []


def copy(content, title, village):
    named = json.loads(json.dumps(content, ensure_ascii=False).replace("Ключей", village))
    named["project"]["title"] = title
    return read(named)


def read(content):
    return brief.Brief.model_validate(content)
